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
