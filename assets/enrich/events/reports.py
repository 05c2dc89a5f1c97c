"""What is reported where an event is told, and by whom: the attributions of a document, found by position.

Whether a report makes a deed alleged or denied (`status_events`) does not belong here.
"""

from collections import defaultdict
from operator import itemgetter
from typing import Any

import polars as pl

from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.events.grammar import Tokens

# "the talks broke down, as envoys had feared": it came about
AS_FORESEEN = "as-subject-cue"  # a rule of `assets.enrich.attribution`
FORESEEING = ("expect", "predict", "hope", "fear")


def reports_of(attributions: pl.DataFrame) -> dict[str, list[Any]]:
    """By document, what is reported: first and last character, lemma of the cue, who speaks, where the cue stands."""
    found: dict[str, list[Any]] = defaultdict(list)
    is_foreseen = (pl.col("rule") == AS_FORESEEN) & pl.col("cue").str.split(" ").list.first().is_in(FORESEEING)
    columns = attributions.filter(~is_foreseen.fill_null(False)).select(
        "document_id", "content_start", "content_end", "cue", "speaker_mention_id", "cue_start", "cue_end"
    )
    for document_id, start, end, cue, speaker, cue_start, cue_end in columns.iter_rows():
        if start is not None and end is not None:
            found[document_id].append((start, end, cue, speaker, -1 if cue_start is None else cue_start, cue_end or -1))
    return {document_id: sorted(rows, key=itemgetter(0)) for document_id, rows in found.items()}


def report_of(reports: list[Any], position: int) -> tuple[str, str | None]:
    """First word of the cue, and the speaker, of the narrowest report that a trigger stands in but does not open itself."""
    report = report_at(reports, position)
    return ((report[2] or "").split(" ")[0], report[3]) if report else ("", None)


def report_at(reports: list[Any], position: int) -> Any | None:
    narrowest = None
    for report in reports:
        if report[0] > position:
            break  # they are in the order of the text
        is_inside = position < report[1] and not report[4] <= position < report[5]
        if is_inside and (narrowest is None or report[1] - report[0] < narrowest[1] - narrowest[0]):
            narrowest = report
    return narrowest


def speaker_at(sentence: Tokens, reports: list[Any], index: MentionIndex, token: int) -> Mention | None:
    """Who is reported to say the word at a token."""
    report = report_at(reports, sentence.starts[token])
    return index[report[3]] if report and report[3] else None
