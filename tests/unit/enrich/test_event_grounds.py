"""Deeds of those who have no name, happenings that a noun tells, refusals and denials in a running text."""

import pytest
from test_event_pairs import last_event
from test_events import events

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile was quiet until noon. Riot police detained two.", ("coerce", ["chile"], [])),
        ("Chile was quiet until noon. More than 30 students have been detained.", ("coerce", [], ["chile"])),
        ("Chile was quiet until noon. Parliament rejected the bill.", ("reject", ["chile"], [])),
        ("Peru is far. Chile was quiet, and so was Chile's press. Dozens of farmers rallied against the law.", ("protest", ["chile"], [])),
        ("Kenya was calm. The offensive in Ghana went on.", ("assault", [], ["ghana"])),
        ("Kenya was calm. Sanctions on Peru were renewed.", ("sanction", [], ["peru"])),
    ],
)
def test_a_running_text_tells_deeds_without_naming_both_sides(
    text: str, expected: tuple[str, list[str], list[str]], codebook: Codebook
) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Riot police detained two.",  # of no state that is known
        "Chile was quiet. The police are well paid.",
        "Ghana wrote to Peru. Support for Ana Vega grew.",
        "Kenya votes by the end of March. Officials are calm.",
    ],
)
def test_where_nothing_was_done_or_by_nobody_known_there_is_no_event(text: str, codebook: Codebook) -> None:
    assert last_event(text, codebook) is None


KENYA = "Kenya is a republic. Kenya has 47 counties. Voters in Kenya wait for Ghana.\n\n"
DATED = "NAIROBI, Kenya - Ghana waits. Ghana hopes. Kenya votes. Ghana and Kenya are calm.\n\n"
NEAR = "In Ghana, little was said. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (KENYA + "Riot police have answered with tear gas.", ("assault", ["kenya"], [])),
        (KENYA + "Tens of thousands of people have filled the avenue every night.", ("protest", ["kenya"], [])),
        (DATED + "Police detained two.", ("coerce", ["kenya"], [])),
        (KENYA + NEAR + "Police detained two.", ("coerce", ["ghana"], [])),
    ],
)
def test_those_without_a_name_are_of_the_state_in_which_their_paragraph_plays(
    text: str, expected: tuple[str, list[str], list[str]], codebook: Codebook
) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Foreign police detained two.",
        "Its police detained two.",
        "The police of another town detained two.",
        "She called the offer a sham.",
        "He was charged with theft, and the striker was injured.",
        "The war grew longer.",
    ],
)
def test_deeds_of_others_are_not_put_down_to_the_state_that_the_text_is_on(text: str, codebook: Codebook) -> None:
    assert last_event(KENYA + text, codebook) is None


@pytest.mark.parametrize(
    "text", ["Kenya wrote. Peru read of the war in Ghana.", "Kenya wrote. Relief from sanctions can be of use to Peru."]
)
def test_a_state_of_affairs_or_a_chance_is_no_happening(text: str, codebook: Codebook) -> None:
    assert last_event(text, codebook) is None


def test_the_war_whose_day_is_told_is_one(codebook: Codebook) -> None:
    assert last_event("Kenya wrote. Peru read of the fighting in Ghana on Monday.", codebook) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Peru] has offered to mediate between [Chile] and [Ghana].", ("agree", "occurred", ["Peru"], ["Chile", "Ghana"])),
        ("[Peru] fell silent, hours after [Chile] cut ties with [Ghana] and told its envoys to leave.", None),
        ("[Peru], whose offensive in [Chile] goes on, kept silent.", ("assault", "ongoing", ["Peru"], ["Chile"])),
    ],
)
def test_whose_deed_it_is_is_read_from_its_own_clause(
    text: str, expected: tuple[str, str, list[str], list[str]] | None, codebook: Codebook
) -> None:
    found = events(text, codebook)
    if expected:
        assert expected in found
    else:
        assert all("Peru" not in sources for _, _, sources, _ in found)


def test_what_a_relative_clause_tells_in_a_charge_is_the_writers_own(codebook: Codebook) -> None:
    text = "[Peru] accused [Chile], which backed [Ghana] in May, of arming rebels."
    assert ("support", "occurred") in [(kind, status) for kind, status, *_ in events(text, codebook)]


def test_who_talks_with_the_one_that_is_named_is_the_other_that_the_text_is_on(codebook: Codebook) -> None:
    text = "Peru wants peace. Chile wants peace. Peru wrote to Chile. Chile wrote to Peru. Peru waits. Chile waits.\n\n"
    assert last_event(text + "The talks with Chile so far are thought to go well.", codebook) == ("consult", ["peru"], ["chile"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Peru] said it would not put the talks on its agenda.", "reject"),
        ("[Peru] insists it will not be tied to the rules of others.", "reject"),
        ("[Peru] denied having anything to do with the bill.", "reject"),
        ("[Peru] objects to the very venue.", "reject"),
        ("[Peru] warned it would not hesitate to close the strait.", "threaten"),
        ("“It is theft,” complained [Reis].", "accuse"),
        ("[Peru] called the measures collective punishment.", "accuse"),
        ("[Peru] was furious at the raid.", "accuse"),
        ("[Peru] wants [Chile] to open its archives.", "request"),
        ("[Peru], whose frigates shadowed the convoy, kept silent.", "mobilize"),
        ("[Peru] put off the delivery of two frigates to [Chile].", "sanction"),
        ("A proposal by [Peru] for a summit lay on the table.", "request"),
        ("[Reis] has shuttled between [Peru] and [Chile].", "consult"),
    ],
)
def test_what_is_said_in_other_words_is_read_too(text: str, kind: str, codebook: Codebook) -> None:
    assert kind in [read for read, *_ in events(text, codebook)]


@pytest.mark.parametrize(
    "text",
    [
        "[Peru] said it would not be easy.",
        "[Peru] said the rains would not last.",
        "Nobody in [Peru] thinks that it will not matter.",
        "[Peru] wants [Chile] to invade [Ghana].",
        "Should [Peru] withdraw its men, all would be well.",
    ],
)
def test_what_will_not_be_or_is_but_wished_is_no_refusal_and_no_demand(text: str, codebook: Codebook) -> None:
    assert [read for read, *_ in events(text, codebook) if read in ("reject", "request")] == []


def test_a_deed_that_is_denied_stands_as_denied_and_the_denial_does_not_stand_beside_it(codebook: Codebook) -> None:
    assert events("[Peru] denied that it had attacked [Chile].", codebook) == [("assault", "denied", ["Peru"], ["Chile"])]
