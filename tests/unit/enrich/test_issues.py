"""Which issue a statement is on."""

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.positions.issues import Surroundings, issue_finder
from assets.enrich.positions.terms import term_finder
from assets.enrich.positions.themes import Themes
from assets.enrich.words.term_search import TermSearch


def themes_of(codebook: Codebook, body: str, title: tuple[int, int] | None = None) -> Themes:
    terms = term_finder(codebook).of(body)
    return issue_finder(codebook).themes(body, terms.hints, terms.needed, title)


def issue_of(codebook: Codebook, statement: str, before: str = "", title: str = "") -> str | None:
    """The issue of a statement that stands after `before` in its paragraph, under a title."""
    body = f"{title}\n\n{before}{statement}"
    begin = len(title) + 2
    start = begin + len(before)
    finder, span = issue_finder(codebook), (0, len(title)) if title else None
    place = Surroundings((start, len(body)), (start, len(body)), (begin, len(body)), span)
    themes = themes_of(codebook, body, span)
    found = finder.named(themes, place) or finder.around(themes, place)
    return found.issue_id if found else None


@pytest.mark.parametrize(
    ("statement", "issue"),
    [
        ("a ceasefire in Ukraine is near", "ukraine-ceasefire"),
        ("a moratorium on strikes on energy facilities must hold", "ukraine-energy-strikes"),
        ("a ceasefire in Gaza is near", "gaza-ceasefire"),
        ("Hamas must accept the truce", "gaza-ceasefire"),
        ("sanctions on Iran should be lifted", "sanctions-iran"),
        ("the sanctions against Russia will stay", "sanctions-russia"),
        ("Kosovo's independence cannot be undone", "kosovo-serbia"),
        ("the Renaissance Dam will be filled", "ethiopia-dam"),
        ("Ukraine's membership in NATO is not on the table", "ukraine-nato-membership"),
        ("tariffs on steel hurt both sides", "tariffs"),
        ("the weather was fine", None),
        ("the ceasefire will hold", None),
    ],
)
def test_a_statement_is_on_the_most_specific_issue_it_names(codebook: Codebook, statement: str, issue: str | None) -> None:
    assert issue_of(codebook, statement) == issue


def test_a_term_that_needs_a_country_finds_it_in_the_paragraph_or_the_title(codebook: Codebook) -> None:
    assert issue_of(codebook, "the ceasefire will hold", before="Kyiv was quiet. ") == "ukraine-ceasefire"
    assert issue_of(codebook, "the ceasefire will hold", title="Quiet day in Gaza") == "gaza-ceasefire"


def test_a_vague_title_decides_nothing(codebook: Codebook) -> None:
    assert issue_of(codebook, "it will take time", title="News from Ukraine") is None


def test_naming_the_contrary_is_known(codebook: Codebook) -> None:
    finder = issue_finder(codebook)
    body = "lifting sanctions on Iran would help"
    themes = themes_of(codebook, body)
    found = finder.named(themes, Surroundings((0, len(body)), (0, len(body)), (0, len(body))))
    assert found is not None
    assert found.is_against


def test_terms_are_whole_words_of_any_case_unless_they_have_capitals() -> None:
    search = TermSearch(["truce", "Iran", "escalating"])
    text = "TRUCES in Iran, not in Iranian iran; de-escalating"
    assert [text[hit.start : hit.end] for hit in search.find(text)] == ["TRUCES", "Iran"]


def test_every_issue_but_the_widest_has_terms(codebook: Codebook) -> None:
    without = codebook["issues"].join(codebook["issue_terms"], on="issue_id", how="anti")
    assert without.is_empty(), without["issue_id"].to_list()


def test_the_issues_are_a_tree(codebook: Codebook) -> None:
    parents = dict(codebook["issues"].select("issue_id", "parent_issue_id").filter(pl.col("parent_issue_id").is_not_null()).iter_rows())
    for issue in parents:
        seen = {issue}
        while issue in parents:
            issue = parents[issue]
            assert issue not in seen
            seen.add(issue)


@pytest.mark.parametrize(
    ("statement", "issue"),
    [
        ("the tribunal's award binds Beijing and Manila", "south-china-sea"),
        ("Thailand and Cambodia must keep the ceasefire", "thailand-cambodia"),
        ("Hungary must respect the rule of law", "rule-of-law-eu"),
        ("the Cabo Delgado fighting must end", "mozambique"),
        ("the plastics treaty needs teeth", "plastics-treaty"),
        ("Belgrade and Pristina must agree on mutual recognition", "kosovo-serbia"),
        ("the Armenian genocide must be named", "armenian-genocide"),
        ("Egypt's water security is at stake at the Nile", "ethiopia-dam"),
        ("the Zangezur corridor will open", "nagorno-karabakh"),
        ("new tariffs on cars will follow", "tariffs"),
        ("deep-sea mining must wait", "oceans"),
        ("the Prespa deal with Greece will hold", "north-macedonia-name"),
        ("Ukraine's bid to join the EU is on track", "ukraine-eu-membership"),
        ("cobalt is scarce", "rare-earths"),
        ("there is a coup in every cup", None),
    ],
)
def test_the_worlds_issues_are_known(codebook: Codebook, statement: str, issue: str | None) -> None:
    assert issue_of(codebook, statement) == issue


def test_a_weak_word_needs_company(codebook: Codebook) -> None:
    assert issue_of(codebook, "the terrorist was a poet") is None
    assert issue_of(codebook, "the terrorist was caught", before="The fight against terrorism goes on. ") == "terrorism"


def test_a_text_without_a_title_is_about_what_it_speaks_of_early_and_most(codebook: Codebook) -> None:
    body = "The grain deal ended. The grain corridor is shut. Ukrainian grain is stuck. No grain shipments sail. The port sleeps."
    theme = themes_of(codebook, body).document
    assert theme is not None
    assert theme.issue_id == "grain-exports"


def test_what_another_is_reported_to_say_in_the_sentence_is_not_what_this_statement_is_on(codebook: Codebook) -> None:
    body = "Oslo welcomed a ceasefire in Yemen but doubted that the plan would hold."
    begin = body.index("the plan would")
    end, other = len(body) - 1, body.index("a ceasefire in Yemen")
    place = Surroundings((begin, end), (0, len(body)), (0, len(body)), foreign=((other, other + 20),))
    finder, themes = issue_finder(codebook), themes_of(codebook, body)
    assert finder.named(themes, place) is None
    assert finder.around(themes, place, reach="sentence", points_back=False) is None


def test_a_text_is_about_the_issue_whose_places_it_names_all_along(codebook: Codebook) -> None:
    body = "Why Oslo loses patience with Tbilisi\n\nThe Georgian government froze its accession talks.\n\nRiot police filled Tbilisi."
    theme = themes_of(codebook, body, (0, 36)).document
    assert theme is not None
    assert theme.issue_id == "georgia-path"


def test_the_name_of_a_country_alone_makes_no_subject(codebook: Codebook) -> None:
    assert themes_of(codebook, "A cook in Tbilisi bakes bread.\n\nGeorgian bread is round.").document is None


def test_a_paragraph_of_a_round_up_has_its_own_subject(codebook: Codebook) -> None:
    climate, brexit = "Climate. Emissions are to fall by half.", "Brexit. The backstop stays, says Britain."
    body = f"{climate}\n\n{brexit}"
    themes = themes_of(codebook, body)
    found = [themes.of((0, len(climate))), themes.of((len(climate) + 2, len(body)))]
    assert [theme.issue_id if theme else None for theme in found] == ["climate", "brexit"]


def test_relations_are_those_of_the_two_sides_that_are_named(codebook: Codebook) -> None:
    assert issue_of(codebook, "closer ties with the United States", before="Hanoi hopes for more. ") is None
    assert issue_of(codebook, "closer ties with the United States", before="Moscow hopes for more. ") == "us-russia-relations"


def test_the_relations_of_others_are_not_the_matter_of_the_document(codebook: Codebook) -> None:
    body = "The talks on the Nile dam broke down. Hanoi wants better ties with the United States"
    place = Surroundings((body.index("better"), len(body)), (38, len(body)), (0, len(body)))
    finder, themes = issue_finder(codebook), themes_of(codebook, body)
    assert finder.named(themes, place) is None
    assert finder.around(themes, place, points_back=False) is None
