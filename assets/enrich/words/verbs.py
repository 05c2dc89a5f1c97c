"""Forms of the common verbs of English, and which are nouns as well. Verbs that attribute stand in the codebook, tagging in `tagging`.

A closed list of the frequent ones: what is rarer is told by its ending and its neighbours.
"""

from functools import lru_cache

from assets.enrich.words.wordlist import words

BASE, PRESENT, PAST, PAST_PARTICIPLE, ING, NOUN = 1, 2, 4, 8, 16, 32

# Verbs whose bare form or -s form is hardly ever a noun.
PLAIN_VERBS = words(
    "dig abandon abide abolish absorb accelerate accept accommodate accompany accomplish accumulate achieve acknowledge"
    " acquire activate adapt add adhere adjust administer admire admit adopt advertise advise advocate affect afford aggravate"
    " agree allege allocate allow alter amend amount analyze anger announce annoy anticipate apologize appear appease applaud"
    " apply appoint appreciate argue arise arrange arrive articulate ascend ascertain assassinate assemble assert assess"
    " assign assist associate assume assure attach attain attend attract attribute authorize avert avoid await bear become"
    " befriend beg begin behave believe belong bemoan bet betray bind blame boast bolster boost borrow bother bow brag bring"
    " broadcast broaden build bury buy calculate capture carry catch cease celebrate characterize chide choose cite clarify"
    " classify cling close collaborate collapse collect combine come commemorate commence commit communicate compare compel"
    " compensate compete complain complete comply compose comprise concede conceive concentrate conclude concur condemn"
    " confess confirm confront confuse congratulate consider consist consolidate constitute consult contain contemplate"
    " contend continue contradict contribute convene converge convert convey convict convince cooperate coordinate cope create"
    " criticize cultivate curtail deal decide declare decrease dedicate deem deepen defeat defend defer define defy delegate"
    " delete deliver demolish demonstrate denounce deny depart depend depict deploy deport deprive derail derive describe"
    " deserve designate destabilize destroy detain deteriorate determine detonate develop devote dictate die differ digest"
    " diminish disagree disappear disappoint discard discharge disclose discover discuss dismantle dismiss disobey disperse"
    " displace disrupt dissolve distinguish distribute disturb diversify divert divide dominate donate drag draw drive dwell"
    " earn ease eat edit educate elaborate elect elevate eliminate embarrass embed embrace emerge emphasize employ empower"
    " enable enact encounter encourage endanger endorse endure enforce engage enhance enjoy enlarge enlist enrich ensure"
    " entail enter entertain entrust envisage envision equip eradicate erode erupt escalate establish evacuate evade evaluate"
    " evolve exaggerate examine exceed exclude execute exert exhaust exist expand expect expel expire explain explode exploit"
    " explore expose express extend facilitate fail fall fasten favor feed feel fetch fight file fill finance find finish flee"
    " float flourish fly focus follow forbid foresee forge forget forgive form formulate foster frame freeze frustrate fulfill"
    " function gather generate get give go govern grant greet grow guarantee guess handle hang happen harass hasten haunt hear"
    " heighten help hesitate hide hijack hinder hire hit hold honor host identify ignite ignore illustrate imagine impede"
    " implement imply import impose imprison improve include incorporate indicate induce infer inflict inform infuriate"
    " inhabit inherit inhibit initiate inject injure insist inspect inspire install institute instruct intend intensify"
    " interact intercept interfere interpret intervene interview introduce invade invent invest invite invoke involve irritate"
    " isolate join jump justify keep kidnap kill kneel knock know lack lament lay lead lean learn leave legalize lend let"
    " liberate lie lift linger listen live locate lodge loom lose love lower maintain manage manipulate marry mediate meet"
    " melt mend mention merge migrate mingle mobilize modify monitor motivate mount multiply mumble murmur muse nationalize"
    " negotiate nominate notice notify obey oblige observe obstruct obtain occupy occur offend omit oppose opt orchestrate"
    " organize oust outline overcome overlook oversee overshadow overthrow overturn overwhelm owe participate pause pay"
    " penetrate perceive perform permit persecute persist persuade pioneer plead pledge plunge ponder portray pose possess"
    " postpone pour praise preach precede predict prefer prepare presage prescribe preserve preside pretend prevail prevent"
    " proceed proclaim procure prohibit promote prompt pronounce propose prosecute prosper protect prove provide provoke"
    " publicize publish pull punish pursue push put quarrel question quit raise react read reaffirm realize reappear reassert"
    " reassure rebuild recall receive recite reckon recognize recommend reconcile reconsider reconstruct recover recruit"
    " rectify recur redeem redirect reduce refer refine reflect refrain refute regain regret regulate reinforce reinstate"
    " reiterate reject rejoice rejoin relate relax relay relinquish relocate rely remain remember remind remove render"
    " renegotiate renew renounce reopen reorganize repay repeal repel replace represent repress reproduce repudiate require"
    " rescind resemble resent reshape reside resign resist resolve respond restore restrain restrict resume retain retaliate"
    " retire retreat retrieve reunite revamp reveal revise revisit revive revoke revolve ride rise rot rule run sabotage"
    " safeguard satisfy save say scold scramble screen seal see seek seem seize select sell send serve settle sever shake"
    " shoot shove shrink shut signify simplify sing sink sit slam sleep slip smash soften solicit solve speak specialize"
    " specify spend spill split spoil sponsor spur squander stabilize stagnate stand stay steal stem step stick stimulate"
    " strengthen stretch strive struggle submit subside subsidize substitute succeed succumb sue suffer suggest suit summon"
    " supervise supplant suppress surge surpass surrender surround survive suspect suspend sustain swear sweep swell swim take"
    " teach tear tell tend terminate testify thank think threaten thrive throw tighten tolerate topple tout track transcend"
    " transfer transform transit translate transmit transport travel treat tremble trigger triumph try undercut undergo"
    " underline undermine underpin underscore understand undertake undo unify unite unleash unveil update uphold urge use"
    " utter vacate vanish vary verify vindicate violate visit visualize vow wage wait wander want warn waste watch weaken wear"
    " weave welcome widen win withdraw withhold withstand wonder worsen worship wreck write yearn yell yield agonize align"
    " allude amplify arouse assail bait balk ban bang bark bash bask berate blast bombard brand breach brush burn call cast"
    " caution challenge champion change chant charge chase cheer claim clash clear climb coax combat comment compromise"
    " concern conflict contact contest contrast control cost counter cover crack craft crave crush cut damage dance dare"
    " debate decline decry defect delay delight demand deplore deride desire despise detail detest devise disapprove disavow"
    " discredit dislike disparage dispute dissent distance distort distrust doubt downplay dread dream drift drop dub echo"
    " eclipse edge elicit embark embody enrage entice escape esteem estimate exclaim excoriate exhort experience expound extol"
    " face fault fear feature flout forecast fume fuel gain gauge grapple grieve grill grumble harbor hail halt hate head heap"
    " heckle herald highlight hint hone hope hurl impress increase incite inflame influence inquire insult issue jeer joke"
    " judge label lambast lash laud laugh launch lecture like link loathe lob lobby long look lure make march mark mask matter"
    " mean measure mind mirror mistrust moan mock moderate mourn mull name need nod note object offer order own paint pan park"
    " part pass pave peddle pick pin pitch place plan play plot point poll post present press pressure pride probe produce"
    " profess profit project promise protest purge quash quip quote rail rally rank rate reach reason rebuff rebuke rebut"
    " reference refuse register relish remark renege repeat reply report request rescue research reserve respect rest result"
    " retort retract return reverse review reward ridicule rip risk roll rush salute sanction scare scoff score scream seethe"
    " sense set shape share shield shift shock shout show shrug shy side sign signal sigh skewer slash slight smear smile snap"
    " sneer snub sound spark speculate speed spell spin spread spurn stage stake stall star stare start state steer stipulate"
    " stir stoke stop store storm stress strike study stun style summarize supply support surprise survey sway switch tackle"
    " talk tap target taunt tax tease term test theorize tie toss touch tour trace trade trail train trap treasure trim trip"
    " trounce trust turn tweet underestimate overestimate upbraid upend upset value veto view vilify vote vouch waive walk"
    " waver weigh whisper whine will wish witness woo work worry wrestle zero"
)
# Of these, those whose bare form and -s form are as often nouns.
NOUNS_TOO = words(
    "affect associate advocate ban bang bet blame blast boost borrow bow brand breach broadcast brush burn call capture cast"
    " catch caution challenge champion change chant charge chase cheer claim clash clear climb close combat comment compromise"
    " concern conflict contact contest contrast control convict cost counter cover crack craft cut damage dance deal debate"
    " decline decrease defeat defect delay delegate delight demand deport desire detail digest discharge dislike dispute"
    " dissent distance distrust doubt drag draw dread dream drift drive drop ease echo edge embrace encounter escape estimate"
    " execute experience exploit face fall fault favor fear feature feed fight file fill finance find finish float fly focus"
    " forecast form frame freeze fuel function gain gauge grant greet grill guarantee guess halt handle harbor hate head heap"
    " help herald highlight hint hit hold honor hope host import increase influence initiate insult interview invite issue"
    " joke judge jump label lack lament lash laugh launch lead lean leave lecture level lie lift like link live lobby look"
    " love lure march mark mask matter mean measure mention mind mirror moderate monitor name need nod note notice object"
    " offer order outline overthrow own paint pan park part pass pause pay permit pick pin pioneer pitch place plan play"
    " pledge plot plunge point poll pose post pour praise present press pressure pride probe produce profit project promise"
    " prompt protest pull purge push question quarrel quote rail raise rally rank rate reach reason rebuff rebuke recall"
    " record recruit reference reform refuse register regret relay relish remark repeal repeat reply report request rescue"
    " research reserve resolve respect rest result retort retreat return reverse review reward ride ridicule rip rise risk"
    " roll rule run rush salute sanction scare score scramble scream screen seal sense set shake shape share shield shift"
    " shock shout show shrug side sign signal sigh sink slip slight smear smile snap snub sound spark speed spell spill spin"
    " split sponsor spread spur stage stake stall stand star stare start state stay stem step stick stop store storm stress"
    " stretch strike struggle study style substitute suit supply support surge surprise surrender survey suspect sway sweep"
    " switch tackle talk tap target taunt tax tear tease term test thank tie toss touch tour trace track trade trail train"
    " transfer transport transit trap travel treat treasure trigger trim trip triumph trust try turn tweet update upset urge"
    " use value veto view visit vote vow wait walk wander want wage waste watch welcome will win wish witness wonder work"
    " worry worship wreck yield wave model figure fund force address attack access aid aim answer appeal approach arrest"
    " attempt award back balance battle beat benefit bill block board bomb bond book border break bridge budget campaign camp"
    " care cause center chair chance check circle coach code color command commission complement condition count course court"
    " crash credit cross cure curse cycle date design document draft drill duty effect effort end exchange excuse exercise"
    " exit experiment export fire fix flag flood flow fool foot gift group guard guide hand harm heat hurt impact interest"
    " joint key kick land last light limit line list load lock loss mandate map market mass master match message mistake mix"
    " motion move murder number okay pack page pair pattern peak phone picture piece pilot plant pocket position power"
    " practice price print process program purchase purpose race rain range reject relief remedy rent repair ring rock role"
    " root round row sacrifice sail sale sample scale schedule search season seat sentence separate service shame shelter ship"
    " shop shot shoulder shower skill slow smoke source space spot spy stamp standard station steam stock strain stream street"
    " string structure subject sum surface table team time tip title toll tone tool top total trick trouble trumpet type voice"
    " volunteer warrant wash water weight whip wind wing word worth wound wrap bargain bid bluff bribe brief burden crowd"
    " cloud condone contract decree dispatch ditch divorce double dump escort exhibit exile extract fine fling gamble"
    " glance grab grip grasp grudge haul hunt hurdle implant index invoice knit ladder leak lease levy license log loan merit"
    " mount nudge offset overhaul peer preview privilege pump puzzle query quest raid ransom reassure rebound rebel"
    " reflex regard release resort revolt rhyme riot rival rumor segment sequence shuttle slap slide slump snatch sparkle"
    " sprint squeeze stain startle swing tempt thrill throng thrust tide treble tumble twist venture vent"
    " whistle wink"
)
# Base, past, participle.
IRREGULAR = (
    "arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet"
    "|bind bound bound|bite bit bitten|blow blew blown|break broke broken|bring brought brought"
    "|broadcast broadcast broadcast|build built built|buy bought bought|catch caught caught|choose chose chosen"
    "|cling clung clung|come came come|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|drive drove driven"
    "|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled"
    "|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven"
    "|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung hung|hear heard heard"
    "|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led"
    "|leave left left|lend lent lent|let let let|lose lost lost|make made made|mean meant meant|meet met met"
    "|overcome overcame overcome|oversee oversaw overseen|overthrow overthrew overthrown|pay paid paid|prove proved proven"
    "|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|ride rode ridden|rise rose risen|run ran run"
    "|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken"
    "|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat"
    "|sleep slept slept|speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread"
    "|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn"
    "|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told"
    "|think thought thought|throw threw thrown|undercut undercut undercut|undergo underwent undergone"
    "|understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld"
    "|upset upset upset|wear wore worn|win won won|withdraw withdrew withdrawn|withhold withheld withheld"
    "|withstand withstood withstood|write wrote written"
)
DOUBLED = words(
    "dig admit ban bar beg bet brag chat clap commit compel concur confer control cut defer deter dip drag drop dub edit"
    " expel fit forget get grab grin grip hit infer jog lob log nod occur omit opt pan pin pit plan plot prefer put quip quit"
    " rebut recur refer regret rip rob run set shop shrug shut sit slam slap slip snap snub spin split spur stem step stir"
    " stop strip submit sum swap swim tap tip top transfer transmit trap trim trip upset wrap permit propel repel tug"
)
OUR = words("favor harbor honor labor neighbor")
BRITISH_DOUBLED = words("cancel counsel equal fuel label level marshal model quarrel signal total travel")
VOWELS = frozenset("aeiou")


@lru_cache(maxsize=1)
def common_forms() -> dict[str, int]:
    """Word forms with a mask of what they may be: BASE, PRESENT, PAST, PAST_PARTICIPLE, ING of a verb, NOUN."""
    found: dict[str, int] = {}
    irregular = _irregular()
    for verb in PLAIN_VERBS | NOUNS_TOO | irregular.keys():
        noun = NOUN if verb in NOUNS_TOO else 0
        for spelling in _spellings(verb):
            add_form(found, spelling, BASE | noun)
            add_form(found, third_person(spelling), PRESENT | noun)
            add_form(found, _stem(spelling) + "ing", ING)
            past, participle = irregular.get(verb, (regular_past(spelling), regular_past(spelling)))
            add_form(found, past, PAST)
            add_form(found, participle, PAST_PARTICIPLE)
    for form in BRITISH_DOUBLED:
        add_form(found, form + "ling", ING)
        add_form(found, form + "led", PAST | PAST_PARTICIPLE)
    return found


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, str]]:
    """Past and participle of the irregular verbs."""
    return {base: (past, participle) for base, past, participle in (entry.split() for entry in IRREGULAR.split("|"))}


def finite_forms(verb: str) -> tuple[str, str, str]:
    """ban, bans, banned; shut, shuts, shut: what follows a subject without a helping verb."""
    past, _ = _irregular().get(verb, (regular_past(verb), ""))
    return verb, third_person(verb), past


def add_form(forms: dict[str, int], form: str, mask: int) -> None:
    """Note that a form may be what the mask says, besides what it was."""
    forms[form] = forms.get(form, 0) | mask


def third_person(verb: str) -> str:
    """says, goes, denies."""
    if _ends_in_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def regular_past(verb: str) -> str:
    """claimed, denied, admitted."""
    if _ends_in_y(verb):
        return verb[:-1] + "ied"
    return verb + "d" if verb.endswith("e") else _stem(verb) + "ed"


def _spellings(verb: str) -> list[str]:
    """organize and organise, favor and favour."""
    if verb.endswith(("ize", "yze")) and verb not in ("seize", "size"):
        return [verb, verb[:-2] + "se"]
    return [verb, verb[:-2] + "our"] if verb in OUR else [verb]


def _stem(verb: str) -> str:
    if verb in DOUBLED:
        return verb + verb[-1]
    if verb.endswith("ie"):
        return verb[:-2] + "y"
    return verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in VOWELS
