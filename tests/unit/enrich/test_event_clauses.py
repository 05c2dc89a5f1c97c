"""Which clause an event belongs to: its subject, its status, its day and its place are not another clause's."""

import polars as pl
import pytest
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.events.mentions import event_mentions
from assets.enrich.times import time_expressions


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("[Holt] said [Peru] had agreed to the plan.", ["Peru"]),
        ("[Holt] said the two sides had agreed to the plan.", None),
        ("[Holt] said on Monday that it agreed to the plan.", ["Holt"]),
        ("[Peru]’s foreign minister, [Holt], praised the plan, but rejected the timetable.", ["Holt"]),
        ("[Peru]’s foreign secretary, [Holt], welcomed it, but accused [Chile] of delay.", ["Holt"]),
        ("[Peru] would seek a “new map” of the border before agreeing to any deal with [Chile].", ["Peru"]),
        ("Holt spoke after [Peru] attacked [Chile].", ["Peru"]),
        ("In a second letter the [League] promised to help [Peru] rebuild its ports.", ["League"]),
        ("[Peru] Secretary of State [Holt] spoke by telephone with [Vega].", ["Holt"]),
        ("[Holt], who heads the [Fund], landed on Monday and was invited by [Chile].", ["Chile"]),
        ("[Holt], who heads the [Fund], landed on Monday and praised [Chile].", ["Holt"]),
        ("In a statement [Peru] denounced [Chile].", ["Peru"]),
        ("It is time for [Peru] to praise [Chile].", ["Peru"]),
        ("[Holt] said work was under way on restoring flights between [Peru] and [Chile].", ["Peru"]),
        ("It was last month that [Holt], phoning [Vega] to thank him, invited [Reis].", ["Holt"]),
        ("[Peru] wrote to the [League], and [he] criticised [Chile].", ["he"]),
        ("[Chile], [Peru] and [Ghana] left the pact.", ["Chile", "Peru", "Ghana"]),
    ],
)
def test_the_subject_is_that_of_the_clause(text: str, sources: list[str] | None, codebook: Codebook) -> None:
    found = [side for _, _, side, _ in events(text, codebook)]
    assert (found[-1] if found else None) == sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Peru] has no plans to meet [Chile].", ("consult", "negated")),
        ("[Peru] lacks the political will to negotiate with [Chile].", ("consult", "negated")),
        ("[Peru] was quick to offer [Chile] a joint port.", ("agree", "occurred")),
        ("One condition is the full cessation of [Peru]'s military assistance to [Chile].", ("aid", "negated")),
    ],
)
def test_what_governs_an_event_tells_whether_it_took_place(text: str, expected: tuple[str, str], codebook: Codebook) -> None:
    assert expected in [(kind, status) for kind, status, _, _ in events(text, codebook)]


@pytest.mark.parametrize(
    "text",
    [
        "[Peru] must be ready to resume the war, they say.",
        "[Holt] spoke hours after [Peru] had been sworn in.",
        "[Holt]: It should demand a share.",
        "[Vega] told [Holt] of the plan in a telephone call.",
        "One condition is the full cessation of military assistance to [Chile].",
        "[Peru] sees little reason to stop fighting.",
        "[Peru] would want a map before agreeing to any truce.",
        "[Peru] must spend more on its navy and disarm.",
        "[Peru] wants [Chile] to bomb [Quito].",
        "[Vega] told [Holt] that [Peru] wanted to go home.",
        "The canal runs between [Peru] and occupied [Tacna].",
        "[Peru] gave [Chile] another chance to keep its word.",
        "[Vega] appealed to [Holt]'s vanity.",
        "[Peru] and [Chile] have backed opposite sides in [Quito].",
        "[Vega] is slated to speak in [Lima].",
    ],
)
def test_what_is_no_deed_is_no_event(text: str, codebook: Codebook) -> None:
    assert not [kind for kind, *_ in events(text, codebook) if kind != "consult"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[Peru] accused both countries of sheltering members of the [Front].", []),
        ("[Peru] accused [Chile] of sheltering members of the [Front].", ["Chile"]),
        ("[Peru] and [Chile] voiced support for the two downstream states.", []),
        ("Last week [Peru] and [Chile] began joint air exercises.", ["Chile"]),
        ("[Peru] accused [Chile] of breaking the truce, ignoring the court and bombing [Quito].", ["Chile"]),
        ("The [Council] gave the rebels one week to free [Vega].", []),
        ("[Holt] spoke after a meeting with the [Chilean] president, [Vega], and the [Ghanaian] chancellor, [Reis].", ["Vega", "Reis"]),
    ],
)
def test_who_suffers_a_charge_or_shares_a_deed_is_not_its_target(text: str, targets: list[str], codebook: Codebook) -> None:
    assert [side for *_, side in events(text, codebook)] == [targets]


def test_joint_exercises_are_cooperation(codebook: Codebook) -> None:
    assert [kind for kind, *_ in events("Last week [Peru] and [Chile] began joint air exercises.", codebook)] == ["cooperate"]


def told(text: str, codebook: Codebook) -> list[tuple[str | None, str | None]]:
    """Words of the time, and the place, of each event of a sentence."""
    read = frames({"d": text})
    times = time_expressions(read["documents"], read["sentences"])
    found, _ = event_mentions(**{**read, "time_expressions": times}, codebook=codebook)
    words = dict(times.select("time_id", "evidence").iter_rows())
    return [(words.get(row["time_id"]), row["place"]) for row in found.sort("evidence_start").iter_rows(named=True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[Peru] praised [Chile] on Friday.", "Friday"),
        ("[Peru] thanked [Chile], which hosted the fair in 2021.", None),
        ("The fence was built in 1899; [Peru] praised [Chile].", None),
        ("Last month [Peru] waited and has praised [Chile].", None),
        ("[Holt] was the first to visit [Peru] since storms destroyed its port in 2019.", None),
        ("[Holt] spoke on Friday, seven years after [Peru] broke off ties with [Chile].", "seven years after"),
    ],
)
def test_a_day_told_of_something_else_is_not_the_events(text: str, day: str | None, codebook: Codebook) -> None:
    assert [(time or "").replace("on ", "") or None for time, _ in told(text, codebook)][-1:] == [day]


def test_the_place_is_where_it_was_done_not_where_something_is_to_be_done(codebook: Codebook) -> None:
    assert told("[Peru] met [Chile] in Lima.", codebook)[0][1] == "Lima"
    assert told("[Peru] welcomed any effort to end the strike in Lima.", codebook)[0][1] is None
    assert told("[Peru] rejected a truce in Lima.", codebook)[0][1] is None


def test_nothing_of_this_needs_more_than_one_sentence(codebook: Codebook) -> None:
    read = frames({"a": "[Peru] met [Chile].", "b": "[Peru] praised [Chile]."})
    alone = [
        event_mentions(**frames({key: text}), codebook=codebook)[0]
        for key, text in (("a", "[Peru] met [Chile]."), ("b", "[Peru] praised [Chile]."))
    ]
    assert pl.concat(alone).sort("mention_id").equals(event_mentions(**read, codebook=codebook)[0].sort("mention_id"))
