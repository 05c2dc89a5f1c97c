"""Deeds of states and crowds: borders shut, dealings stopped, ships moved, crowds at home; and who does them when a pronoun does."""

import pytest
from test_event_grounds import KENYA, last_event
from test_events import events

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ghana] shut all its crossings with [Togo].", ("coerce", ["Ghana"], ["Togo"])),
        ("[Ghana] reopened its border with [Togo].", ("concede", ["Ghana"], ["Togo"])),
        ("[Malta] kept [Chad] fishermen from entering the bay.", ("coerce", ["Malta"], ["Chad"])),
        ("Mangoes from [Peru] were held up in [Chile] ports.", ("sanction", ["Chile"], ["Peru"])),
        ("[Canada] told the [Peru] diplomats to go.", ("sanction", ["Canada"], ["Peru"])),
        ("[Vega] called off the tariffs on [Peru].", ("concede", ["Vega"], ["Peru"])),
        ("[Fiji] withdrew the charges against [Vega].", ("concede", ["Fiji"], ["Vega"])),
        ("The [Iran] drones flew into [Iraq] airspace.", ("mobilize", ["Iran"], ["Iraq"])),
        ("[Fiji] let the hostages go.", ("retreat", ["Fiji"], [])),
        ("[Vega] was deported from [Chile].", ("coerce", ["Chile"], ["Vega"])),
        ("[Iran] warned that [Iraq] would pay a price.", ("threaten", ["Iran"], [])),
    ],
)
def test_a_deed_is_of_the_type_that_its_words_tell(text: str, expected: tuple[str, list[str], list[str]], codebook: Codebook) -> None:
    assert expected in [(kind, sources, targets) for kind, _, sources, targets in events(text, codebook)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile signed nothing. It nonetheless freed 31 political prisoners.", ("retreat", ["chile"], [])),
        ("Chile signed nothing. On Friday it closed the border with Peru.", ("coerce", ["chile"], ["peru"])),
        ("Chile lost. Its warships sailed into the harbour of Peru.", ("mobilize", ["chile"], ["peru"])),
    ],
)
def test_it_and_its_near_the_start_mean_the_subject_of_the_sentence_before(
    text: str, expected: tuple[str, list[str], list[str]], codebook: Codebook
) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chile waits. It was time to lift the sanctions.",
        "Chile waits. It took a week to free the hostages.",
        "Chile and Peru wait. It freed the hostages.",
        "Chile waits.\n\nIts police detained two.",
    ],
)
def test_it_is_nobody_where_it_stands_for_no_body_or_two_were_named(text: str, codebook: Codebook) -> None:
    assert last_event(text, codebook) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (KENYA + "Shops shut for a third day.", ("protest", ["kenya"], [])),
        (KENYA + "Protests spread to the coast.", ("protest", [], ["kenya"])),
        (KENYA + "A car bomb killed twelve people in the market.", ("assault", [], ["kenya"])),
    ],
)
def test_what_happens_at_home_is_told_of_the_state_that_the_text_is_on(
    text: str, expected: tuple[str, list[str], list[str]], codebook: Codebook
) -> None:
    assert last_event(text, codebook) == expected


def test_an_adverb_after_who_leaves_the_clause_to_the_one_before_it(codebook: Codebook) -> None:
    told = events("It did so at the request of [Peru], which promptly lifted its sanctions on [Chile].", codebook)
    assert ("concede", "occurred", ["Peru"], ["Chile"]) in told
