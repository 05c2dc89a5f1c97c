"""Every PLOVER type in many wordings: verbs, nouns, passives; who did it and to whom. Names are arbitrary, deeds invented."""

import pytest
from test_events import events

from assets.codebook import Codebook

# type | sentence | a name among the sources | a name among the targets
SENTENCES = """
agree|[Kenya] agreed in principle to reopen its border with [Somalia].|Kenya|Somalia
agree|[Norway] pledged 40 million dollars for the rebuilding of [Tonga].|Norway|Tonga
agree|[Ghana] has promised to send observers to [Togo].|Ghana|Togo
agree|[Peru] and [Bolivia] reached an agreement on sharing the lake.|Peru|Bolivia
agree|[Laos] offered [Cambodia] the use of its port.|Laos|Cambodia
agree|[Chile] accepted an invitation from [Peru] to visit the mines.|Chile|Peru
agree|[Oman] said it was ready to mediate between [Yemen] and [Saudi Arabia].|Oman|
agree|[Hungary] will send 300 soldiers to help [Chad] guard its border.|Hungary|Chad
agree|[Mali] expressed its willingness to resume talks with the [Tuaregs].|Mali|Tuaregs
agree|[Nepal] plans to reopen its embassy in [Bhutan].|Nepal|
agree|[Malta] gave the green light for a loan to [Tunisia].|Malta|Tunisia
agree|[Fiji] is prepared to release the fishermen of [Kiribati].|Fiji|
agree|[Japan] assured [Palau] of its support in the dispute.|Japan|Palau
agree|A truce deal between [Sudan] and the [Rebels] was reached on Monday.|Sudan|Rebels
consult|[Ana Reis] met [Juan Vega] in Lima on Tuesday.|Ana Reis|Juan Vega
consult|[Qatar]'s emir held talks with [Iran] over the gas field.|Qatar|Iran
consult|[Poland] and [Lithuania] opened a new round of negotiations on Friday.|Poland|Lithuania
consult|[Vega] spoke by telephone with [Reis] about the flood.|Vega|Reis
consult|[Juan Vega] arrived in [Peru] for a three-day visit.|Juan Vega|Peru
consult|[Ghana] hosted a delegation from [Niger].|Ghana|Niger
consult|A meeting between [Reis] and [Vega] ended without a statement.|Reis|Vega
consult|[Algeria] mediated between [Mali] and [Niger].|Algeria|Mali
consult|[Sweden] sent an envoy to [Eritrea].|Sweden|Eritrea
consult|The visit of [Reis] to [Nepal] lasted two days.|Reis|Nepal
consult|[Togo] received the foreign minister of [Benin] on Sunday.|Togo|Benin
consult|[Vega] paid a courtesy call on [Reis].|Vega|Reis
consult|[Reis] flew to [Chile] to discuss the fisheries.|Reis|Chile
consult|Officials from [Cyprus] sat down with negotiators from [Turkey].|Cyprus|Turkey
support|[Fiji] praised [Tonga] for its handling of the storm.|Fiji|Tonga
support|[Iceland] recognised [Kosovo] as an independent state.|Iceland|Kosovo
support|[Gabon] and [Chad] signed an accord on cattle routes.|Gabon|Chad
support|[Spain] established diplomatic relations with [Bhutan].|Spain|Bhutan
support|[Japan] apologised to [Korea] for the accident.|Japan|Korea
support|[Brazil] voiced its support for the bid of [Guyana].|Brazil|Guyana
support|[Cuba] thanked [Mexico] for the oil.|Cuba|Mexico
support|[Latvia] endorsed the peace plan put forward by [Malta].|Latvia|Malta
support|[Uruguay] congratulated [Vega] on his election.|Uruguay|Vega
support|[Kuwait] restored full diplomatic ties with [Jordan].|Kuwait|Jordan
support|[Zambia] backed [Malawi] in the dispute over the lake.|Zambia|Malawi
support|[Ireland] welcomed the decision of [Peru] to hold a vote.|Ireland|Peru
support|[Senegal] ratified a border treaty with [Gambia].|Senegal|Gambia
support|[Austria] reopened its embassy in [Syria].|Austria|Syria
support|[Vega] expressed confidence in [Reis].|Vega|Reis
concede|[Burma] eased restrictions on the [National League].|Burma|National League
concede|[Vega] bowed to pressure from [Protesters] and dropped the tax.|Vega|Protesters
concede|[Guinea] ended the state of emergency in [Labe].|Guinea|Labe
concede|[Iran] eased its ban on imports from [Iraq].|Iran|Iraq
concede|[Georgia] granted an amnesty to fighters from [Gali].|Georgia|Gali
concede|[Turkey] allowed the [Kurds] to open a radio station.|Turkey|Kurds
concede|[Moldova] dropped its demand that [Russia] pay for the bridge.|Moldova|
concede|[Bahrain] met the demands of the [Union].|Bahrain|Union
concede|[Canada] scrapped its tariffs on steel from [Mexico].|Canada|Mexico
concede|[Nepal] legalised the [Maoist party].|Nepal|Maoist party
concede|[Gambia] reinstated the banned newspapers of [Banjul].|Gambia|
cooperate|[Peru] and [Chile] held joint naval exercises.|Peru|Chile
cooperate|[Ghana] extradited a banker to [Togo].|Ghana|Togo
cooperate|[Estonia] shared intelligence with [Finland].|Estonia|Finland
cooperate|[Iraq] bought wheat from [Australia].|Iraq|Australia
cooperate|[Russia] sold fighter jets to [Algeria].|Russia|Algeria
cooperate|[Laos] and [Vietnam] are working together on a railway.|Laos|Vietnam
cooperate|[Kenya] resumed flights to [Somalia].|Kenya|Somalia
cooperate|[Japan] invested two billion dollars in a plant in [Thailand].|Japan|Thailand
cooperate|[Colombia] handed over a suspected trafficker to [Spain].|Colombia|Spain
cooperate|[Mali] and [Niger] exchanged prisoners on the bridge.|Mali|Niger
cooperate|Police from [Chad] joined forces with [Cameroon] to search for the herders.|Chad|Cameroon
cooperate|[Qatar] provided [France] with documents on the bombers.|Qatar|France
aid|[Denmark] gave 12 million euros to [Malawi] for clinics.|Denmark|Malawi
aid|[Cuba] sent doctors to [Angola].|Cuba|Angola
aid|[Iran] supplied weapons to [Sudan].|Iran|Sudan
aid|[Kenya] granted asylum to the deposed leader of [Chad].|Kenya|Chad
aid|[Uganda] took in thousands of refugees from [Congo].|Uganda|Congo
aid|[India] evacuated 200 of its citizens from [Yemen].|India|Yemen
aid|[Pakistan] contributed peacekeepers to the force in [Liberia].|Pakistan|Liberia
aid|[Mexico] airlifted blankets to victims in [Haiti].|Mexico|Haiti
aid|[Serbia] received military aid from [Belarus].|Belarus|Serbia
aid|The [Fund] approved a loan of 300 million dollars to [Kenya].|Fund|Kenya
aid|[Canada] wrote off the debts of [Zambia].|Canada|Zambia
aid|[Egypt] treated wounded civilians from [Libya].|Egypt|Libya
retreat|[Eritrea] withdrew its troops from [Badme].|Eritrea|Badme
retreat|[Iran] released three sailors from [Greece].|Iran|Greece
retreat|[Rebels] declared a ceasefire in [Aceh].|Rebels|Aceh
retreat|[Vega] resigned as president on Thursday.|Vega|
retreat|[Libya] handed over its chemical weapons to [Italy].|Libya|Italy
retreat|[Guerrillas] laid down their arms in [Chiapas].|Guerrillas|Chiapas
retreat|[Sudan] let aid convoys into [Darfur].|Sudan|Darfur
retreat|[Turkey] returned the bodies of two pilots to [Syria].|Turkey|Syria
retreat|[Ethiopia] pulled back its tanks from the border with [Eritrea].|Ethiopia|Eritrea
retreat|[Israel] ended its siege of [Nablus].|Israel|Nablus
retreat|[Chad] freed two journalists from [France].|Chad|France
retreat|[Iraq] allowed inspectors from the [Agency] to enter the plant.|Iraq|Agency
retreat|[Armenia] halted its shelling of [Ganja].|Armenia|Ganja
request|[Reis] called on [Chile] to free the sailors.|Reis|Chile
request|[Nepal] asked [India] for helicopters.|Nepal|India
request|[Students] demanded the resignation of [Vega].|Students|Vega
request|[Malta] appealed to [Libya] to stop the boats.|Malta|Libya
agree|[Vega] invited [Reis] to Lima.|Vega|Reis
request|[Peru] proposed a summit with [Chile] on copper.|Peru|Chile
request|[Somalia] sought help from [Turkey] against the drought.|Somalia|Turkey
request|[Jordan] requested emergency funds from the [Bank].|Jordan|Bank
request|[Cyprus] insisted that [Turkey] withdraw its drill ship.|Cyprus|Turkey
request|[Vega] appealed for calm in [Peru].|Vega|Peru
request|[Germany] pressed [Greece] to cut its debt.|Germany|Greece
accuse|[Sweden] condemned the shelling of the port by [Eritrea].|Sweden|
accuse|[Vega] blamed [Reis] for the shortage.|Vega|Reis
accuse|[Norway] criticised [Japan] over its whaling.|Norway|Japan
accuse|[Kenya] opened an investigation into the role of [Shell].|Kenya|Shell
accuse|[Laos] lodged a protest with [Thailand] over the dam.|Laos|Thailand
accuse|[Finland] expressed concern about the missile tests of [Iran].|Finland|Iran
accuse|[Greece] summoned the ambassador of [Albania].|Greece|Albania
accuse|[Mali] denounced [Benin] as a puppet.|Mali|Benin
accuse|A prosecutor in [Spain] charged [Vega] with fraud.|Spain|Vega
accuse|[Ghana] sued [Togo] over the reef.|Ghana|Togo
accuse|[Vega] lashed out at [Reis] in a speech.|Vega|Reis
accuse|[Cuba] described the [Embargo Committee] as illegal.|Cuba|Embargo Committee
reject|[Iran] refused to let inspectors of the [Agency] see the site.|Iran|Agency
reject|[Vega] turned down a request by [Reis] for a debate.|Vega|Reis
reject|[France] vetoed a resolution on [Chad].|France|Chad
reject|[Serbia] ruled out talks with [Kosovo].|Serbia|Kosovo
reject|[Mali] dismissed the allegations made by [Niger].|Mali|Niger
reject|[Malaysia] opposed the sale of frigates to [Burma].|Malaysia|Burma
reject|[Rebels] walked out of talks with [Sudan].|Rebels|Sudan
reject|[Burma] denied visas to envoys of the [League].|Burma|League
reject|[Syria] defied a ruling of the [Court].|Syria|Court
reject|[Peru] will not negotiate with the [Front].|Peru|Front
reject|[Vega] cancelled a meeting with [Reis].|Vega|Reis
reject|[Hungary] blocked an aid package for [Ukraine].|Hungary|Ukraine
threaten|[Mali] threatened to cut ties with [Niger].|Mali|Niger
threaten|[Iran] warned [Israel] of a harsh response.|Iran|Israel
threaten|[Sudan] vowed to retaliate against [Chad].|Sudan|Chad
threaten|[Rebels] issued an ultimatum to [Vega].|Rebels|Vega
threaten|[Turkey] said it would impose sanctions on [Sweden].|Turkey|Sweden
threaten|[Militants] threatened to kill hostages from [Japan].|Militants|Japan
threaten|[Kenya] will expel the diplomats of [Iran] unless they leave.|Kenya|Iran
threaten|A threat by [Russia] against [Latvia] alarmed the markets.|Russia|Latvia
threaten|[Congo] is considering sanctions against [Rwanda].|Congo|Rwanda
threaten|[Eritrea] is ready to go to war with [Ethiopia].|Eritrea|Ethiopia
threaten|[Guerrillas] swore to fight on until [Vega] falls.|Guerrillas|
protest|Thousands of [Students] marched in protest against [Vega].|Students|Vega
protest|[Workers] went on strike against the government of [Peru].|Workers|Peru
protest|[Prisoners] began a hunger strike in [Iran].|Prisoners|Iran
protest|[Monks] staged a sit-in outside the embassy of [China].|Monks|China
protest|[Villagers] rioted over the price of bread in [Egypt].|Villagers|Egypt
protest|[Demonstrators] burned the flag of [Denmark].|Demonstrators|Denmark
protest|Crowds took to the streets of [Tunis] to demand the ouster of [Vega].||
protest|[Opposition] boycotted the election in [Togo].|Opposition|Togo
protest|A protest by [Teachers] against [Reis] turned violent.|Teachers|Reis
protest|[Women] held a rally against the war in [Liberia].|Women|Liberia
sanction|[Qatar] recalled its ambassador from [Chad].|Qatar|Chad
sanction|[Peru] broke off relations with [Cuba].|Peru|Cuba
sanction|[Sweden] suspended aid to [Mali].|Sweden|Mali
sanction|[Poland] closed its consulate in [Belarus].|Poland|Belarus
sanction|[Japan] banned imports of crab from [Russia].|Japan|Russia
sanction|The [Bank] froze a loan to [Zimbabwe].|Bank|Zimbabwe
sanction|[Turkey] announced an arms embargo on [Armenia].|Turkey|Armenia
sanction|[Mali] withdrew from its defence pact with [France].|Mali|France
sanction|[Thailand] downgraded its ties with [Cambodia].|Thailand|Cambodia
mobilize|[Iran] massed troops on the border with [Afghanistan].|Iran|Afghanistan
mobilize|[Chad] sent reinforcements to the frontier with [Libya].|Chad|Libya
mobilize|[India] test-fired a ballistic missile.|India|
mobilize|[France] deployed a frigate off [Lebanon].|France|Lebanon
mobilize|[Greece] placed its forces on high alert near [Turkey].|Greece|Turkey
mobilize|[Venezuela] called up reservists to guard the border with [Guyana].|Venezuela|Guyana
mobilize|[China] held live-fire drills near [Taiwan].|China|Taiwan
mobilize|Police in [Kenya] stepped up patrols near the border with [Somalia].|Kenya|Somalia
mobilize|[Sudan] moved tanks towards [Abyei].|Sudan|Abyei
coerce|[Burma] imposed a curfew in [Mandalay].|Burma|Mandalay
coerce|[Iran] jailed a journalist from [Canada].|Iran|Canada
coerce|[Algeria] banned the [Salvation Front].|Algeria|Salvation Front
coerce|[Libya] seized a trawler from [Malta].|Libya|Malta
coerce|[Fiji] declared a state of emergency in [Suva].|Fiji|Suva
coerce|[Malaysia] deported migrants to [Indonesia].|Malaysia|Indonesia
coerce|[Turkey] shut down a newspaper run by the [Kurds].|Turkey|Kurds
coerce|Police in [Uganda] broke up a rally by the [Opposition].|Uganda|Opposition
coerce|[Hackers] broke into the network of [Estonia].|Hackers|Estonia
coerce|[Israel] sealed off the [Strip].|Israel|Strip
coerce|[Soldiers] burned houses in [Darfur].|Soldiers|Darfur
coerce|[Guatemala] confiscated land from [Villagers].|Guatemala|Villagers
coerce|The arrest of [Vega] by [Chile] was announced on Sunday.|Chile|Vega
assault|[Gunmen] killed four [Policemen] in an ambush.|Gunmen|Policemen
assault|[Turkey] launched air strikes on [Kurds] in the hills.|Turkey|Kurds
assault|[Militants] kidnapped two engineers from [China].|Militants|China
assault|[Soldiers] clashed with [Rebels] near the river.|Soldiers|Rebels
assault|A car bomb killed nine people in [Quetta].||Quetta
assault|[Iraq] invaded [Kuwait] at dawn.|Iraq|Kuwait
assault|[Guards] tortured a prisoner from [Eritrea].|Guards|Eritrea
assault|Fighting between [Sudan] and [Rebels] left 30 dead.|Sudan|Rebels
assault|[Russian] missiles struck [Odesa] on Sunday.|Russian|Odesa
assault|[Police] fired tear gas at [Protesters].|Police|Protesters
assault|The assassination of [Vega] by [Rebels] shocked the city.|Rebels|Vega
assault|[Pirates] hijacked a tanker off [Somalia].|Pirates|Somalia
assault|Three soldiers from [Chad] were wounded by a mine laid by [Rebels].||Chad
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_each_type_is_read_in_many_wordings_with_both_sides(line: str, codebook: Codebook) -> None:
    kind, text, source, target = line.split("|")
    found = [(sources, targets) for read, _, sources, targets in events(text, codebook) if read == kind]
    assert any((not source or source in sources) and (not target or target in targets) for sources, targets in found)


@pytest.mark.parametrize(
    "text",
    [
        "The economy of [Peru] grew faster than that of [Chile].",
        "[Peru] warned that the rains would fail.",
        "[Peru] called to greet [Chile] on winning the cup.",
        "[Peru] treats [Chile] as an equal.",
        "The tour of the band from [Peru] ends in [Chile] in March.",
        "Shares in [Peru] closed higher after a rally in copper.",
        "The strike price of the bond of [Chile] was not told.",
        "[Vega] condemned the order as a desperate threat to nobody.",
    ],
)
def test_words_of_other_trades_are_no_deeds_between_states(text: str, codebook: Codebook) -> None:
    assert [event[0] for event in events(text, codebook) if event[0] not in ("accuse", "consult", "support")] == []
