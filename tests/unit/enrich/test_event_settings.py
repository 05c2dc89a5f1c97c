"""When and where a deed was done, how, and what is no deed: read from its own clause. Actors stand in brackets."""

import polars as pl
import pytest
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.events.mentions import event_mentions
from assets.enrich.times import time_expressions


def rows(text: str, codebook: Codebook) -> list[dict[str, object]]:
    """The events of a sentence, in the order of the text, with the words of their time."""
    read = frames({"d": text})
    times = time_expressions(read["documents"], read["sentences"])
    found, _ = event_mentions(**{**read, "time_expressions": times}, codebook=codebook)
    found = found.join(times.select("time_id", day=pl.col("evidence").str.replace("^on ", "")), on="time_id", how="left")
    return list(found.sort("evidence_start").iter_rows(named=True))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[Holt] said on Monday that [Peru] would meet [Chile] next week.", "next week"),
        ("[Peru] and [Chile] are due to meet, [Holt] told reporters on Sunday.", None),
        ("[Peru] said on Monday that it would not meet [Chile].", "Monday"),
        ("[Peru] announced on Monday that it had expelled an envoy of [Chile].", "Monday"),
        ("[Holt] said on Monday that [Peru] had expelled an envoy of [Chile].", None),
        ("On Monday [Holt] confirmed the visit of [Vega] to [Peru].", None),
        ("[Chile] rejected a plan drawn up by [Peru] in March.", None),
        ("[Chile] left the [Lima] accord of 2015.", None),
        ("After storms hit the coast on Monday, [Peru] praised [Chile].", None),
        ("Nobody came after May 2020, when [Peru] invaded [Chile].", "May 2020"),
        ("[Peru] has backed [Chile] since 2014.", "2014"),
        ("[Holt] was the first leader to visit [Peru] since 2014.", None),
        ("[Peru] may allow [Chilean jets] to land again, a permission it took away in 2022.", None),
        ("[Peru] urged [Chile] to free the crew in May.", None),
        ("[Peru] rejected the March offer of [Chile].", None),
        ("[Peru] recalled its ambassador from [Chile] in May and closed the road.", "May"),
        ("Guns fell silent on Monday, five days after [Peru] attacked [Chile].", "five days after"),
        ("It came a year before [Holt] met [Vega].", "a year before"),
        ("It came a year before the floods, in which nobody helped [Chile], and [Peru] attacked it.", None),
        ("In May nobody listened; [Peru] attacked [Chile].", "May"),
        ("In May nobody listened; [Peru] has attacked [Chile].", None),
        ("Last month [Holt] invited [Vega] when he called to greet [Peru].", "Last month"),
        ("[Holt], whose term ends in May, praised [Chile].", None),
        ("[Peru] praised [Chile], and in May its bishops said so too.", None),
        ("Talks between [Peru] and [Chile], held in May, came to nothing.", "May"),
        ("[Peru] blocked the accession of [Chile] until last month.", None),
        ("In May nobody listened, and so [Peru] then attacked [Chile].", None),
    ],
)
def test_a_day_is_that_of_its_own_clause_and_never_that_of_an_announcement(text: str, day: str | None, codebook: Codebook) -> None:
    assert [row["day"] for row in rows(text, codebook)][-1:] == [day]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Lima, [Peru] and [Chile] signed a treaty.", "Lima"),
        ("[Holt] and [Vega] met at Argent airport.", "Argent airport"),
        ("[Holt] met [Vega] in the Bolivian capital.", "the Bolivian capital"),
        ("[Holt] met [Vega] in the Bolivian market.", None),
        ("[Peru] fired rockets at Arica.", None),
        ("[Peru] fired rockets at [Chile] in May.", None),
        ("[Holt] arrived in Lima for talks with [Vega].", "Lima"),
    ],
)
def test_a_place_is_a_name_that_the_clause_gives(text: str, place: str | None, codebook: Codebook) -> None:
    assert {row["place"] for row in rows(text, codebook)} <= {place}


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("[Holt] discussed the dam with [Vega] by telephone.", "consult", "phone"),
        ("[Peru] demanded that [Chile] release the crew.", "request", "yield"),
        ("[Peru] urged [Chile] to return to talks.", "request", "meet"),
        ("[Peru] asked [Chile] for help.", "request", "assist"),
        ("[Peru] rejected a truce offered by [Chile].", "reject", "yield"),
        ("[Peru] carried out air strikes on [Chile].", "assault", "aerial"),
        ("[Peru]'s attack on [Chile] shook the markets.", "assault", None),
        ("[Peru] froze the assets of [Chile].", "sanction", "discontinue"),
    ],
)
def test_the_mode_is_what_the_words_tell(text: str, kind: str, mode: str | None, codebook: Codebook) -> None:
    assert (kind, mode) in {(row["event_type"], row["event_mode"]) for row in rows(text, codebook)}


@pytest.mark.parametrize(
    "text",
    [
        "[Peru] takes courtesy for a willingness to make concessions to [Chile].",
        "[Shops of Peru] have expressed interest in filling gaps in [Chile].",
        "[Peru]'s lack of political will to negotiate is known.",
        "There was a lack in [Peru] of will to negotiate with [Chile].",
        "[Peru]'s unwillingness to meet [Chile] is known.",
        "Hackers linked to [Peru] were never found.",
        "[Peru] retaliated against [Chile].",
    ],
)
def test_a_state_of_mind_or_an_answer_is_no_deed(text: str, codebook: Codebook) -> None:
    assert [event for event in events(text, codebook) if event[0] in ("agree", "concede", "consult", "accuse", "threaten")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Holt] threatened to take the dispute with [Chile] to the [Council].", ("threaten", ["Holt"], [])),
        ("[Peru] warned rivals in the north against meddling in [Bolivia].", None),
        ("[Peru] and [Chile] said they were leaving the [League], and they accused it of fraud.", ("accuse", ["Peru", "Chile"], [])),
        ("[Vega] signed for [Peru], which, [Holt] said, had thanked [Chile].", ("support", ["Peru"], ["Chile"])),
        ("[Holt] said a delegation was due to travel to [Chile] for talks.", ("agree", [], ["Chile"])),
        ("[Peru], a [Chilean] ally in the war, refused to meet [Vega].", ("reject", ["Peru"], ["Vega"])),
        ("[Peruvian troops] were rushed to [Chile].", ("mobilize", ["Peruvian troops"], ["Chile"])),
        ("[Vega] invited [Reis] to dig up the files.", ("request", ["Vega"], ["Reis"])),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(text: str, expected: tuple[str, list[str], list[str]] | None, codebook: Codebook) -> None:
    found = [(kind, sources, targets) for kind, _, sources, targets in events(text, codebook)]
    if expected is None:
        assert not [targets for kind, _, targets in found if kind == "threaten" and targets]
    else:
        assert expected in found


def test_a_claim_rejected_as_false_is_rejected(codebook: Codebook) -> None:
    assert [row["status"] for row in rows("It was a claim that [Peru] rejected as false.", codebook)] == ["occurred"]


def test_what_is_being_tried_is_not_done(codebook: Codebook) -> None:
    assert [row["status"] for row in rows("[Peru] and [Chile] are trying to restore flights.", codebook)] == ["proposed"]


def test_how_it_was_done_is_no_second_deed_unless_it_was_done_to_another(codebook: Codebook) -> None:
    assert [event[0] for event in events("[Peru] rejected the plan of [Chile], urging its neighbour to sign.", codebook)] == ["reject"]
    both = events("[Peru] rejected the plan of [Chile], urging [Kenya] to sign.", codebook)
    assert [event[0] for event in both] == ["reject", "request"]
