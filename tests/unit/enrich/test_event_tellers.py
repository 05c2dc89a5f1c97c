"""Deeds done by telling: charges made by a report, spoilers without a name, threats that a measure prompts, calls to congratulate."""

import pytest
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.attribution.spans import attributions
from assets.enrich.events.mentions import event_mentions


def told(text: str, codebook: Codebook) -> list[tuple[str, str | None, str]]:
    found, _ = event_mentions(**frames({"d": text}), codebook=codebook)
    return list(found.sort("evidence_start").select("event_type", "event_mode", "status").iter_rows())


def test_a_deed_that_outsiders_are_said_to_try_is_a_charge_by_the_teller(codebook: Codebook) -> None:
    assert events("[Reis] claimed that outside powers were trying to sow discord between [Peru] and [Chile].", codebook) == [
        ("accuse", "occurred", ["Reis"], [])
    ]


def test_it_stands_beside_the_talks_after_which_it_was_said(codebook: Codebook) -> None:
    found = events("[Reis] claimed after meeting with [Vega] that unnamed forces were trying to wreck the accord.", codebook)
    assert [kind for kind, *_ in found] == ["consult", "accuse"]


def test_the_charge_is_against_who_is_named(codebook: Codebook) -> None:
    assert events("[Peru] said [Chile] was seeking to undermine the accord.", codebook) == [("accuse", "occurred", ["Peru"], ["Chile"])]


@pytest.mark.parametrize(
    "text",
    ["[Chile] was seeking to undermine the accord.", "[Peru] said it was seeking to undermine the accord."],
)
def test_without_another_who_tells_it_nobody_is_charged(text: str, codebook: Codebook) -> None:
    assert events(text, codebook) == []


@pytest.mark.parametrize("answer", ["threats of retaliation from lawmakers", "a threat of retaliation from [Brazil]"])
def test_who_suffers_a_measure_is_whom_a_prompted_threat_comes_from(answer: str, codebook: Codebook) -> None:
    found = events(f"[Peru] has imposed tariffs on [Brazil], prompting {answer}.", codebook)
    assert found[1:] == [("threaten", "occurred", ["Brazil"], ["Peru"])]


@pytest.mark.parametrize("called", ["called", "rang", "telephoned"])
def test_what_a_call_is_made_to_say_is_said(called: str, codebook: Codebook) -> None:
    assert ("support", "occurred", ["Reis"], ["Vega"]) in events(f"[Reis] {called} [Vega] to congratulate him on the vote.", codebook) or (
        "support", "occurred", ["Reis"], ["Vega"]
    ) in events(f"[Reis] {called} to congratulate [Vega] on the vote.", codebook)  # fmt: skip


def test_a_session_of_a_body_is_its_meeting(codebook: Codebook) -> None:
    assert told("[Peru] spoke to an emergency session of the [Security Council] on Sunday.", codebook) == [
        ("consult", "multilateral", "occurred")
    ]


def test_who_says_how_talks_went_took_part_in_them(codebook: Codebook) -> None:
    assert events("[Peru] said talks with [Chile] had been friendly.", codebook) == [("consult", "occurred", ["Peru"], ["Chile"])]


def test_a_clause_that_when_opens_has_a_subject_of_its_own(codebook: Codebook) -> None:
    assert events("The truce collapsed in winter when [Peru] demanded that [Chile] should withdraw.", codebook)[:1] == [
        ("request", "occurred", ["Peru"], ["Chile"])
    ]


@pytest.mark.parametrize(
    ("text", "charges"),
    [
        ("[Peru] claimed that [Chile] had shelled [Peru] on Friday.", [("Peru", "Chile")]),
        ("[Brazil] said that [Chile] had shelled [Peru] on Friday.", []),
        ("[Chile] claimed that [Chile] had shelled [Peru] on Friday.", []),
    ],
)
def test_who_claims_that_another_did_harm_charges_him(text: str, charges: list[tuple[str, str]], codebook: Codebook) -> None:
    read = frames({"d": text})
    read["attributions"] = attributions(read["documents"], read["sentences"], read["actor_mentions"], codebook)
    found, arguments = event_mentions(**read, codebook=codebook)
    body = read["documents"]["body"][0]
    assert [body[start:end] for start, end in found.select("evidence_start", "evidence_end").iter_rows()] == found["evidence"].to_list()
    surfaces = dict(read["actor_mentions"].select("mention_id", "surface").iter_rows())
    sides = {(row["mention_id"], row["participation"]): surfaces[row["actor_mention_id"]] for row in arguments.iter_rows(named=True)}
    accused = found.filter(found["event_type"] == "accuse")["mention_id"]
    assert [(sides[mention, "source"], sides[mention, "target"]) for mention in accused] == charges


def test_what_a_measure_was_taken_over_happened_too(codebook: Codebook) -> None:
    found = events("[Peru] recalled its ambassador over [Chile]'s backing for the [Red Front].", codebook)
    assert [(kind, source) for kind, _, source, _ in found] == [("sanction", ["Peru"]), ("support", ["Chile"])]


def test_figures_of_trade_are_no_happening(codebook: Codebook) -> None:
    assert events("Trade between [Peru] and [Chile] came to two billion dollars.", codebook) == []


def test_who_says_what_both_sides_must_do_asks_the_other(codebook: Codebook) -> None:
    assert events("[Peru] and [Chile] both complained. [Peru] insisted that [Peru] and [Chile] must stop.", codebook)[-1:] == [
        ("request", "occurred", ["Peru"], ["Chile"])
    ]


@pytest.mark.parametrize(
    "text", ["Leaders of [ASEAN] met in a palace on Tuesday.", "The foreign ministers of the [Lake Union] gathered on Monday."]
)
def test_leaders_of_a_body_meet_though_nobody_is_named_beside_them(text: str, codebook: Codebook) -> None:
    assert told(text, codebook) == [("consult", "multilateral", "occurred")]


@pytest.mark.parametrize(
    ("aside", "status"),
    [("as most in Chile had expected", "occurred"), ("as [Vega] had feared", "occurred"), ("as [Vega] claimed", "alleged")],
)
def test_what_came_as_foreseen_came(aside: str, status: str, codebook: Codebook) -> None:
    read = frames({"d": f"[Peru] halted aid to [Chile] on Friday, {aside}."})
    read["attributions"] = attributions(read["documents"], read["sentences"], read["actor_mentions"], codebook)
    found, _ = event_mentions(**read, codebook=codebook)
    assert found.filter(event_type="sanction")["status"].to_list() == [status]
