"""Deeds told in passing, and how they are to be read: calls, permits, halts that were decided, efforts, meetings in a capital."""

import polars as pl
import pytest
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.events.mentions import event_mentions


def told(text: str, codebook: Codebook, *columns: str) -> list[tuple[str | None, ...]]:
    found, _ = event_mentions(**frames({"d": text}), codebook=codebook)
    return list(found.sort("evidence_start").select(columns).iter_rows())


def test_readiness_for_a_truce_is_the_will_to_de_escalate_and_for_talks_to_meet(codebook: Codebook) -> None:
    assert told("[Peru] is ready for a ceasefire with [Chile].", codebook, "event_type", "cameo_code") == [("agree", "0356")]
    assert told("[Peru] is ready for talks with [Chile].", codebook, "event_type", "cameo_code") == [("agree", "036")]


def test_a_decision_to_halt_strikes_is_agreed_by_those_who_took_it(codebook: Codebook) -> None:
    assert events("The decision by [Peru] and [Chile] to halt strikes on ports was praised.", codebook) == [
        ("agree", "occurred", ["Peru"], ["Chile"])
    ]


def test_a_halt_that_was_made_is_still_a_truce(codebook: Codebook) -> None:
    assert [kind for kind, *_ in events("[Peru] halted its strikes on [Chile] on Friday.", codebook)] == ["retreat"]


def test_who_was_given_leave_is_whom_it_was_given_to(codebook: Codebook) -> None:
    assert events("[Vega] was granted a visa by [Chile].", codebook) == [("concede", "occurred", ["Chile"], ["Vega"])]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Efforts by [Reis] to restore relations with [Peru] have met with doubts.", "ongoing"),
        ("[Reis] is making efforts to restore relations with [Peru].", "ongoing"),
        ("[Reis] wants to restore relations with [Peru].", "proposed"),
        ("[Chile] has consistently supplied weapons to [Peru].", "ongoing"),
        ("[Chile] has supplied weapons to [Peru].", "occurred"),
    ],
)
def test_what_is_under_way_is_not_over_nor_only_wished_for(text: str, status: str, codebook: Codebook) -> None:
    assert told(text, codebook, "status") == [(status,)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[Chile] financed [Peru]'s long war in Bolivia.", None),
        ("[Chile] backed [Peru]'s campaign in Bolivia.", None),
        ("[Chile] attacked [Peru] in Bolivia.", "Bolivia"),
    ],
)
def test_the_place_of_a_war_is_not_that_of_the_help_with_it(text: str, place: str | None, codebook: Codebook) -> None:
    assert told(text, codebook, "place") == [(place,)]


@pytest.mark.parametrize(
    ("host", "visitor", "mode"),
    [("peru", "chile", "visit"), ("chile", "peru", "visit"), ("peru", "peru", None), ("bolivia", "chile", None)],
)
def test_who_meets_another_in_the_capital_of_one_of_them_visits_or_is_visited(
    host: str, visitor: str, mode: str | None, codebook: Codebook
) -> None:
    read = frames({"d": f"[{host}] met [{visitor}] in Lima on Friday."})
    assert event_mentions(**read, codebook=codebook)[0]["event_mode"].to_list() == [mode]


def test_a_call_on_a_day_is_no_call_for_anything(codebook: Codebook) -> None:
    assert [kind for kind, *_ in events("[Vega] called [Ana Ruiz] on Monday.", codebook)] == []
    assert events("[Vega] called [Ana Ruiz] to congratulate her.", codebook) == [("consult", "occurred", ["Vega"], ["Ana Ruiz"])]


def test_the_codebook_counts_invitations_among_agreements(codebook: Codebook) -> None:
    texts = dict(codebook["event_types"].filter(pl.col("event_mode").is_null()).select("event_type", "description").iter_rows())
    assert "invites" in texts["agree"]
    assert "invites" not in texts["request"]


@pytest.mark.parametrize("dateline", ["LIMA ([AP]) — ", "SAN ISIDRO, Peru, March 5 ([AP]) - ", "([AP]) - "])
def test_the_agency_of_a_dateline_does_nothing(dateline: str, codebook: Codebook) -> None:
    assert events(f"{dateline}[Vega] said on Friday that his country rejected the treaty proposed by [Chile].", codebook) == [
        ("reject", "occurred", ["Vega"], ["Chile"])
    ]
    assert events(f"{dateline}[Chile] accused [Peru] of theft.", codebook) == [("accuse", "occurred", ["Chile"], ["Peru"])]
