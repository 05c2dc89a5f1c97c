"""Documents read by another extractor end as the same rows as the rules' own: checked, nested, with nothing lost."""

from collections.abc import Iterable, Iterator

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.extractors.protocol import Proposal, Reading, Text, Words
from assets.enrich.extractors.reading import Read, read
from assets.enrich.sentences import sentences

BODY = "Talks fail\n\nMinister Ada Brandt did not say that Egypt wants a new round. She left."
OTHER = "“We will wait,” said Minister Ada Brandt."


class StandIn:
    """Proposes what a test gives it."""

    name, version = "stand-in", "1"

    def __init__(self, readings: dict[str, Reading]) -> None:
        self.readings = readings

    def read(self, texts: Iterable[Text]) -> Iterator[Reading]:
        for text in texts:
            yield self.readings.get(text.document_id, Reading(text.document_id, problem="the endpoint answers 500"))


def _proposal(paragraph: int, source: str, cue: str, content: str) -> Proposal:
    return Proposal(paragraph, Words(cue), (Words(content),), Words(source))


@pytest.fixture(scope="module")
def outcome(codebook: Codebook) -> tuple[Read, pl.DataFrame]:
    documents = pl.DataFrame(
        {"document_id": ["one", "two"], "title": ["Talks fail", None], "body": [BODY, OTHER], "source_uri": ["a", "b"], "batch_id": "x"}
    )
    cut = sentences(documents)
    said = [
        _proposal(1, "Minister Ada Brandt", "say", "that Egypt wants a new round"),
        _proposal(1, "Egypt", "wants", "a new round"),
        _proposal(1, "Minister Ada Brandt", "say", "that Egypt has given up"),
    ]
    outside = read(documents, cut, StandIn({"one": Reading("one", tuple(said))}))
    return outside, attributions(documents, cut, actor_mentions(documents, cut, codebook), codebook, outside)


def test_proposals_become_rows_with_true_evidence(outcome: tuple[Read, pl.DataFrame]) -> None:
    rows = outcome[1].filter(pl.col("document_id") == "one").sort("evidence_start", "content_start").to_dicts()
    assert [(row["rule"], row["cue"], BODY[row["content_start"] : row["content_end"]]) for row in rows] == [
        ("stand-in", "say", "that Egypt wants a new round"),
        ("stand-in", "want", "a new round"),
    ]
    assert all(BODY[row["evidence_start"] : row["evidence_end"]] == row["evidence"] for row in rows)


def test_negation_nesting_and_speakers_are_read_as_for_the_rules(outcome: tuple[Read, pl.DataFrame]) -> None:
    said, wants = outcome[1].filter(pl.col("document_id") == "one").sort("evidence_start", "content_start").to_dicts()
    assert said["is_negated"]
    assert wants["parent_attribution_id"] == said["attribution_id"]
    assert said["speaker_mention_id"]
    assert wants["speaker_mention_id"]
    assert (said["attribution"], wants["attribution"]) == ("indirect", "attributed")


def test_what_was_invented_is_refused_with_a_reason(outcome: tuple[Read, pl.DataFrame]) -> None:
    (row,) = outcome[0].refused.to_dicts()
    assert (row["table_name"], row["document_id"], row["expectation"]) == ("attributions", "one", "to_the_letter")
    assert row["reason"] == "stand-in: the content is not in the paragraph: 'that Egypt has given up'"


def test_a_document_the_extractor_cannot_read_is_read_by_the_rules(outcome: tuple[Read, pl.DataFrame]) -> None:
    assert outcome[0].problems == {"two": "the endpoint answers 500"}
    (row,) = outcome[1].filter(pl.col("document_id") == "two").to_dicts()
    assert row["rule"] == "quote-cue-subject"
