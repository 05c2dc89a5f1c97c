"""Turns of a transcript: what follows the first sentence of a labelled line is said by the same speaker.

Finding labelled lines does not belong here; an attribution of the rule `speaker-colon` holds the first sentence of a turn.
"""

from assets.enrich.positions.speakers import Row
from assets.enrich.positions.stated import LABEL_RULE
from assets.enrich.words.passages import Sentence

FEWEST_LABELS = 2  # one line with a colon makes no transcript


def with_turns(body: str, sentences: list[Sentence], rows: list[Row]) -> list[Row]:
    """Attributions (`schemas.ATTRIBUTION_SPANS` rows) of a document, with one more for each further sentence of a turn.

    A turn ends at the next label; the last one ends with its paragraph, for what follows may be an editor's. The evidence
    of such a row is the sentence alone, its source and cue those of the label; what is attributed inside it becomes its
    part. `turn_of` is the attribution that holds the label.
    """
    labels = [row for row in rows if row["rule"] == LABEL_RULE and not row["is_headline"] and row["parent_attribution_id"] is None]
    if len(labels) < FEWEST_LABELS:
        return rows
    begins = [row["evidence_start"] for row in labels]
    further: list[Row] = []
    for label, until in zip(labels, [*begins[1:], None], strict=True):
        paragraph = next(sentence for sentence in sentences if label["evidence_start"] < sentence.sentence_end)
        end = until if until is not None else paragraph.paragraph_end
        rest = (sentence for sentence in sentences if label["content_end"] <= sentence.sentence_start < end)
        further.extend(_sentence_of(body, label, sentence) for sentence in rest)
    return [*(_inside(row, further) for row in rows), *further]


def _sentence_of(body: str, label: Row, sentence: Sentence) -> Row:
    start, end = sentence.sentence_start, sentence.sentence_end
    return label | {
        "attribution_id": f"{label['attribution_id']}:{start}",
        "turn_of": label["attribution_id"],
        "evidence": body[start:end],
        "evidence_start": start,
        "evidence_end": end,
        "content_start": start,
        "content_end": end,
        "content_spans": [(start, end)],
    }


def _inside(row: Row, turns: list[Row]) -> Row:
    """A row, as part of the sentence of a turn that it stands in."""
    if row["parent_attribution_id"] is not None:
        return row
    for turn in turns:
        if turn["evidence_start"] <= row["evidence_start"] and row["evidence_end"] <= turn["evidence_end"]:
            return row | {"parent_attribution_id": turn["attribution_id"]}
    return row
