"""Who made a proposal is named in an adjective; and those who do the same to one another are on both sides."""

import polars as pl
import pytest
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.events.mentions import event_mentions


def statuses(text: str, codebook: Codebook) -> list[str]:
    return event_mentions(**frames({"d": text}), codebook=codebook)[0]["status"].to_list()


def test_who_turns_down_a_proposal_turns_down_all_who_are_named_as_its_makers(codebook: Codebook) -> None:
    read = frames({"d": "[Arlen] rejected a Peruvian-Chilean peace proposal on Friday."})
    start = read["documents"]["body"][0].index("Peruvian")
    rows = [
        {
            "mention_id": name, "document_id": "d", "actor_id": name, "surface": name, "evidence": name, "evidence_start": begin,
            "evidence_end": begin + len(name), "sentence_start": 0, "resolution": "exact", "confidence": 1.0,
        }
        for name, begin in (("Peruvian", start), ("Chilean", start + 9))
    ]  # fmt: skip
    names = read["actor_mentions"]
    read["actor_mentions"] = pl.concat([names, pl.DataFrame(rows, schema_overrides=dict(names.schema)).select(
        *(pl.col(column) if column in rows[0] else pl.lit(None, kind).alias(column) for column, kind in names.schema.items())
    )])  # fmt: skip
    _, sides = event_mentions(**read, codebook=codebook)
    assert sides.filter(pl.col("participation") == "target").sort("position")["actor_mention_id"].to_list() == ["Peruvian", "Chilean"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Arlen] has demanded the release of prisoners as a condition of a [Peru]-proposed truce.",
            [("agree", ["Arlen"]), ("request", ["Peru"])],
        ),
        ("[Arlen] rejected the [Peru]-backed plan.", [("reject", ["Peru"])]),
    ],
)
def test_an_answer_to_a_proposal_is_to_those_who_made_it(text: str, expected: list[tuple[str, list[str]]], codebook: Codebook) -> None:
    assert sorted((kind, targets) for kind, _, _, targets in events(text, codebook)) == expected


def test_a_maker_is_no_side_of_what_is_no_answer_to_the_proposal(codebook: Codebook) -> None:
    assert all("Peru" not in targets for _, _, _, targets in events("[Arlen] attacked [Chile] before a [Peru]-backed truce.", codebook))


@pytest.mark.parametrize(
    "text", ["[Arlen] has taken the lead on [Peru]'s contacts with [Chile].", "[Peru] carried on with its attacks on [Chile]."]
)
def test_what_somebody_leads_or_presses_ahead_with_goes_on(text: str, codebook: Codebook) -> None:
    assert statuses(text, codebook) == ["ongoing"]


def test_a_decision_to_tax_nobody_in_particular_is_praised_and_a_measure_against_nobody(codebook: Codebook) -> None:
    told = [(kind, targets) for kind, _, _, targets in events("[Vega] praised [Reis]'s decision to impose tariffs.", codebook)]
    assert told == [("support", ["Reis"]), ("sanction", [])]
