"""Readings that once went wrong: what is only retold or turned round is no deed, what is decided is, and who a deed belongs to."""

import polars as pl
import pytest
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.events.frames import verb_forms
from assets.enrich.events.grammar import tokens
from assets.enrich.events.mentions import event_mentions
from assets.schemas import ATTRIBUTION_SPANS


def kinds(text: str, codebook: Codebook) -> list[str]:
    return [kind for kind, _, _, _ in events(text, codebook)]


def test_a_call_told_as_the_occasion_of_a_deed_was_made_too_and_is_no_demand(codebook: Codebook) -> None:
    assert sorted(kinds("[Reis] invited [Vega] to Lima when he called to congratulate [Vega] on the vote.", codebook)) == [
        "agree",
        "consult",
        "support",
    ]


def test_the_occasion_of_a_deed_is_no_second_one(codebook: Codebook) -> None:
    assert kinds("[Reis] praised [Vega] when he spoke to thank [Vega] for the vote.", codebook) == ["support"]


@pytest.mark.parametrize(
    "text",
    [
        "[Peru] announced an end to sanctions on [Chile].",
        "[Peru] ordered the lifting of the trade embargo against [Chile].",
    ],
)
def test_an_end_of_sanctions_is_no_sanction(text: str, codebook: Codebook) -> None:
    assert "sanction" not in kinds(text, codebook)


def test_what_somebody_holds_to_be_so_is_no_request(codebook: Codebook) -> None:
    assert kinds("An aide recommended that [Peru] noticed the trick.", codebook) == []
    assert kinds("[Chile] recommended that [Peru] hold new elections.", codebook) == ["request"]


def test_what_is_struck_off_a_list_is_not_attacked(codebook: Codebook) -> None:
    assert "assault" not in kinds("[Peru] might strike [Chile] off its list of safe states.", codebook)


def test_a_match_is_no_battle(codebook: Codebook) -> None:
    assert kinds("The players of [Peru] fought hard against [Chile].", codebook) == []


def test_what_was_decided_stands_whatever_others_make_of_it(codebook: Codebook) -> None:
    found = events("[Vega] praised [Reis]'s decision to impose tariffs on [Chile].", codebook)
    assert {(kind, *sources, *targets) for kind, _, sources, targets in found} == {
        ("support", "Vega", "Reis"),
        ("sanction", "Reis", "Chile"),
    }


def test_who_will_not_give_in_rejects(codebook: Codebook) -> None:
    assert events("[Reis] kept her course by not giving in to the demand of [Chile].", codebook) == [
        ("reject", "occurred", ["Reis"], ["Chile"])
    ]


def test_each_side_of_a_fight_suffers_what_the_other_does(codebook: Codebook) -> None:
    assert events("Both [Peru] and [Chile] have gone on with their attacks.", codebook) == [
        ("assault", "ongoing", ["Peru", "Chile"], ["Chile", "Peru"])
    ]


def test_what_is_said_of_a_deed_leaves_the_deed(codebook: Codebook) -> None:
    found = events("The release of the [Peruvian] sailors by [Chile] was welcomed at home.", codebook)
    assert ("retreat", "occurred", ["Chile"], ["Peruvian"]) in found


def test_each_end_of_a_range_is_a_deed(codebook: Codebook) -> None:
    text = "Trust fell, from the [Chilean] withdrawal from the treaty to the [Peruvian] supply of lethal weapons to [Bolivia]."
    assert [(kind, sources) for kind, _, sources, _ in events(text, codebook)] == [("sanction", ["Chilean"]), ("aid", ["Peruvian"])]


@pytest.mark.parametrize(
    "text", ["Efforts are underway to restore", "Work is under way to restore", "Work is being carried out to restore"]
)
def test_what_is_under_way_goes_on(text: str, codebook: Codebook) -> None:
    assert events(f"{text} direct flights between [Peru] and [Chile].", codebook) == [("cooperate", "ongoing", ["Peru"], ["Chile"])]


def test_a_named_bridge_is_a_bridge(codebook: Codebook) -> None:
    assert kinds("Farmers from [Peru] blocked the Victory Bridge for hours.", codebook) == ["protest"]


@pytest.mark.parametrize(("arriving", "kind"), [("peacekeepers", "aid"), ("marines", "mobilize")])
def test_troops_that_land_pay_no_visit(arriving: str, kind: str, codebook: Codebook) -> None:
    assert kinds(f"The first [Peruvian {arriving}] arrived in [Chile] on Sunday.", codebook) == [kind]


@pytest.mark.parametrize(("verb", "past"), [("admit", "admitted"), ("slap", "slapped"), ("submit", "submitted"), ("shun", "shunned")])
def test_verbs_double_their_last_letter(verb: str, past: str) -> None:
    assert past in verb_forms(verb)


def test_a_state_with_points_is_a_word_after_a_hyphen() -> None:
    body = "the Peru-U.S. ties and the 3.5-fold rise"
    assert tokens(body, 0, len(body), []).words == ["the", "peru", "-", "u.s.", "ties", "and", "the", "3.5", "-", "fold", "rise"]


def test_who_is_against_a_state_is_not_that_state(codebook: Codebook) -> None:
    assert events("The anti-[U.S.] protests went on for days.", codebook) == []


def test_an_accusation_that_is_reported_was_made(codebook: Codebook) -> None:
    text = "[Peru] was accused on Monday by [Chile] of moving the border."
    read = frames({"d": text})
    body = read["documents"]["body"][0]
    cue = body.index("accused")
    read["attributions"] = ATTRIBUTION_SPANS.frame(
        [
            dict.fromkeys(ATTRIBUTION_SPANS.polars)
            | {"attribution_id": "a", "document_id": "d", "cue": "accuse", "cue_start": cue, "cue_end": cue + len("accused")}
            | {"content_start": 0, "content_end": len(body)}
        ]
    )
    found, _ = event_mentions(**read, codebook=codebook)
    assert found.select("event_type", "status").rows() == [("accuse", "occurred")]


def test_a_time_of_a_right_is_not_that_of_its_return(codebook: Codebook) -> None:
    text = "[Peru] might let [Chile] fly over Cusco, a right that [Peru] took away in 2013."
    read = frames({"d": text})
    body = read["documents"]["body"][0]
    start = body.index("2013")
    row = dict.fromkeys(read["time_expressions"].columns)
    row |= {"time_id": "t", "document_id": "d", "evidence_start": start, "evidence_end": start + 4, "evidence": "2013"}
    read["time_expressions"] = pl.DataFrame([row], schema=read["time_expressions"].schema)
    found, _ = event_mentions(**read, codebook=codebook)
    assert found.select("event_type", "time_id").rows() == [("concede", None)]


def test_talks_that_open_a_sentence_are_its_subjects_unless_a_verb_tells_of_them(codebook: Codebook) -> None:
    assert ("consult", "occurred", ["Reis"], ["Vega"]) in events("Talks in Lima with [Vega] over, [Reis] flew home.", codebook)
    assert events("Talks in Lima with [Vega] failed, [Reis] said.", codebook) == []
