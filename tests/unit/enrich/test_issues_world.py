"""Issues by the names that newspapers of all regions give them, and words that only look like such names."""

import pytest

from assets.codebook import Codebook
from assets.enrich.positions.issues import Surroundings, issue_finder
from assets.enrich.positions.terms import term_finder


def issue_of(codebook: Codebook, statement: str, before: str = "", title: str = "") -> str | None:
    """The issue of a statement at the end of its paragraph, under a title."""
    body = f"{title}\n\n{before}{statement}"
    begin = len(title) + 2
    start = begin + len(before)
    finder, headline = issue_finder(codebook), (0, len(title)) if title else None
    terms = term_finder(codebook).of(body)
    themes = finder.themes(body, terms.hints, terms.needed, headline)
    place = Surroundings((start, len(body)), (start, len(body)), (begin, len(body)), headline)
    found = finder.named(themes, place) or finder.around(themes, place)
    return found.issue_id if found and not found.is_faint else None


@pytest.mark.parametrize(
    ("statement", "issue"),
    [
        # Europe
        ("power-sharing at Stormont must be restored", "northern-ireland"),
        ("the bailout of Greece came with too much austerity", "euro-area"),
        ("Abkhazia's recognition was a mistake", "abkhazia-south-ossetia"),
        ("the Eurasian Economic Union needs common rules", "eurasian-integration"),
        ("the visa-free regime rewards Georgian Dream", "georgia-path"),
        ("the customs duties between Tiraspol and Chisinau should go", "transnistria"),
        ("the Parthenon marbles belong in Athens", "cultural-restitution"),
        ("Poland is owed war reparations", "war-reparations"),
        ("the mackerel quotas were agreed without Iceland, which is hardly what fisheries need", "oceans"),
        ("the Association of Serb municipalities must be formed", "kosovo-serbia"),
        ("Grexit would have torn the single currency apart", "euro-area"),
        ("the anti-coercion instrument should be readied", "trade"),
        # Middle East and North Africa
        ("the electoral commission in Tripoli must be rebuilt, for Libya cannot wait", "libya"),
        ("Lebanese banks must be restructured under a new government in Beirut", "lebanon"),
        ("Algeria and Morocco should reopen the border", "algeria-morocco-relations"),
        ("the Golan Heights are Israel's", "golan-heights"),
        ("Tunisian judges must be reinstated by Saied", "tunisia"),
        ("the aid flotilla will sail", "gaza-aid"),
        ("the inspectors must return to Baghdad and disarm Saddam Hussein", "iraq-disarmament"),
        ("Israel owes Turkey an apology for the Mavi Marmara", "israel-turkey-relations"),
        # Africa
        ("Jammeh must step down", "gambia"),
        ("the FDLR has to be neutralised first", "drc-rwanda"),
        ("Boko Haram is not beaten", "boko-haram"),
        ("the Kenya-Somalia dispute over oil blocks belongs in court", "kenya-somalia-relations"),
        ("Asmara will not give up Badme", "ethiopia-eritrea-relations"),
        ("Abyei belongs to neither", "sudan-south-sudan-relations"),
        ("Mswati must open a dialogue", "eswatini"),
        ("the withdrawal from ECOWAS cannot be undone by Niamey", "sahel-juntas"),
        ("budget support for Addis Ababa is withheld until the convoys reach Tigray", "tigray"),
        ("Herero and Nama descendants were never asked", "colonial-reparations"),
        # the Americas
        ("Bolivia has a right to sovereign access to the sea", "bolivia-chile-sea"),
        ("the bridges between Colombia and Venezuela must reopen at the border", "colombia-venezuela-relations"),
        ("Canada will never be the 51st state", "us-canada-relations"),
        ("Micheletti must let Zelaya return", "honduras"),
        ("Kenyan police cannot pacify Haiti alone", "haiti"),
        ("the swap line keeps Argentina from default on its IMF loan", "argentina-debt"),
        ("Belize will not cede a foot of land to Guatemala in this territorial dispute", "belize-guatemala"),
        ("Bukele's state of exception has gone on too long", "el-salvador"),
        # Asia
        ("the killing of Nijjar is on our minds", "india-canada-relations"),
        ("THAAD batteries threaten Beijing", "china-south-korea-relations"),
        ("ASEAN centrality is not for sale", "asean"),
        ("Bangsamoro autonomy keeps the peace", "mindanao"),
        ("devolution is owed to Sri Lanka's Tamils", "sri-lanka"),
        ("the families of the abductees grow old while Pyongyang waits", "north-korea-abductions"),
        ("Thaksin should come home to Bangkok", "thailand"),
        ("the Mekong needs a binding treaty", "water-sharing"),
        ("Vorukh is ours, Dushanbe says of its Kyrgyz neighbours", "kyrgyzstan-tajikistan"),
        ("Nepal's new constitution must not be changed by a blockade", "nepal"),
        # the Pacific and the poles
        ("the policing pact with Honiara worries its neighbours", "pacific-islands"),
        ("the Noumea accord is dead", "new-caledonia"),
        ("krill fishing around Antarctica must be capped", "antarctica"),
        # matters of all
        ("the Open Skies Treaty is worth saving", "open-skies"),
        ("a moratorium on nuclear testing must hold", "test-ban"),
        ("killer robots must be banned", "autonomous-weapons"),
        ("diplomatic boycott or not, the Olympics go on", "sports-boycotts"),
        ("currency manipulation must stop", "currency"),
        ("the grey list of the FATF hurts Islamabad", "corruption"),
        ("warships are to be delivered under the old contract", "arms-sales"),
        ("cheap tomatoes kill our exports", "trade"),
    ],
)
def test_issues_of_all_regions_are_known_by_the_names_that_newspapers_use(codebook: Codebook, statement: str, issue: str) -> None:
    assert issue_of(codebook, statement) == issue


@pytest.mark.parametrize(
    "statement",
    [
        "the bank robbers held the border of the carpet",
        "the opposition to the new stadium was loud",
        "the cheerleaders struck a chord in Dayton",
        "tomatoes should be eaten ripe",
        "the opera by Wagner was too long",
        "the third term of the school year begins in May",
        "his athletes trained for the marathon",
        "the truce between the two sisters will hold",
        "the coup of the evening was her last goal",
        "a constitution of iron is what a sailor needs",
        "the mediator in the pay dispute gave up",
        "her bronzes were cast in a shed",
        "the monarchy of the hive is a matter of smell",
        "the road map lay on the back seat",
        "the sisters patched up their relations",
        "the general store will reopen",
        "the transition from verse to chorus is abrupt",
        "the players broke the siege of their goal",
    ],
)
def test_words_that_only_look_like_an_issue_name_none(codebook: Codebook, statement: str) -> None:
    assert issue_of(codebook, statement) is None


def test_in_a_text_on_a_matter_its_words_need_no_other_word(codebook: Codebook) -> None:
    title = "Libya's rivals argue over the unity government"
    about = "Libyan delegates met in Geneva on a unity government and elections in Libya.\n\n"
    body = f"{title}\n\n{about}The electoral commission must be rebuilt first"
    start = body.index("The electoral")
    finder, terms = issue_finder(codebook), term_finder(codebook).of(body)
    place = Surroundings((start, len(body)), (start, len(body)), (start, len(body)), (0, len(title)))
    found = finder.named(finder.themes(body, terms.hints, terms.needed, place.title), place)
    assert found is not None
    assert found.issue_id == "libya"
    alone = "The electoral commission must be rebuilt first"
    assert issue_of(codebook, alone) != "libya"


def around_last(codebook: Codebook, paragraphs: list[str], title: str) -> tuple[str, bool] | None:
    """The issue that stands around the last of some paragraphs, and whether it is faint."""
    body = "\n\n".join([title, *paragraphs])
    start = len(body) - len(paragraphs[-1])
    finder, terms = issue_finder(codebook), term_finder(codebook).of(body)
    themes = finder.themes(body, terms.hints, terms.needed, (0, len(title)))
    place = Surroundings((start, len(body)), (start, len(body)), (start, len(body)), (0, len(title)))
    found = finder.around(themes, place)
    return (found.issue_id, found.is_faint) if found else None


IDLE = ["The baker rose early.", "The square was wet.", "A dog slept.", "The clock struck nine.", "Nobody bought plums."]


def test_a_text_that_goes_on_about_its_matter_lends_it_to_a_statement_without_a_word_on_it(codebook: Codebook) -> None:
    on = ["The whaling ban splits the meeting.", "Japan left over the whaling ban.", "Iceland resumed whaling."]
    assert around_last(codebook, [*on, "It has gone on too long"], "Whaling ban holds") == ("whaling", False)


def test_a_text_that_names_a_matter_with_a_weak_word_and_goes_elsewhere_lends_it_to_nobody(codebook: Codebook) -> None:
    lead = "Migration and asylum rules filled the morning: deportation and more deportation."
    found = around_last(codebook, [lead, *IDLE, "They gave us five minutes"], "A morning in the square")
    assert found is None or found[1]


def test_where_a_paragraph_names_several_other_matters_the_documents_is_not_taken(codebook: Codebook) -> None:
    on = ["The whaling ban splits the meeting.", "Japan left over the whaling ban.", "Iceland resumed whaling."]
    amid = "Piracy off Somalia, ransomware and fentanyl came up at dinner, and nobody was content"
    body = "\n\n".join(["Whaling ban holds", *on, amid])
    start, first = body.index("nobody was content"), body.index("Piracy")
    finder, terms = issue_finder(codebook), term_finder(codebook).of(body)
    themes = finder.themes(body, terms.hints, terms.needed, (0, 17))
    place = Surroundings((start, len(body)), (start, len(body)), (first, len(body)), (0, 17))
    found = finder.around(themes, place, points_back=False)
    assert found is None or found.issue_id != "whaling" or found.is_faint
