"""Tables of what one document alone tells: its sentences, times, actors, attributions, positions and events.

Written by `enrich`, a row a finding, each with the words it stands on.
"""

import polars as pl

from assets.schemas.table import Table
from assets.schemas.vocabularies import (
    ACTOR_TYPES,
    ATTRIBUTIONS,
    DATE_PRECISIONS,
    EVENT_STATUSES,
    EVENT_TYPES,
    RESOLUTIONS,
    SPEECH_ACTS,
    STANCES,
    one_of,
)

EVIDENCE = {
    "evidence": (pl.String, "the exact words in the body that the row stands on"),
    "evidence_start": (pl.Int64, "first character of the evidence in documents.body"),
    "evidence_end": (pl.Int64, "one past the last character of the evidence"),
}

# A date that may have to wait for its document's own date. Either `value_from`/`value_to` are known from the words
# alone, or `relation` says how to count, from the document's date or from another time (see assets.timex.values).
TIME_VALUE = {
    "value_from": (pl.Date, "first day, where the words alone say it"),
    "value_to": (pl.Date, "last day, where the words alone say it"),
    "precision": (pl.String, one_of(DATE_PRECISIONS) + "; of the value once bound"),
    "relation": (
        pl.String,
        "how to bind: absolute | latest_weekday | next_weekday | shift | month_day | month | season | half | since (assets.timex.values)",
    ),
    "unit": (pl.String, "of a shift: day | week | month | year"),
    "amount": (pl.Int64, "of a shift: how many units from the document's date (negative: before)"),
    "weekday": (pl.Int64, "ISO weekday 1-7, of weekday relations"),
    "month": (pl.Int64, "month of a yearless date"),
    "day": (pl.Int64, "day of month of a yearless date"),
    "counted_from": (pl.String, "null: the document's date; else another time of the text: earlier | following | beside"),
}

SENTENCES = Table(
    "sentences",
    "a sentence of a body",
    ("document_id", "sentence_start"),
    {
        "document_id": (pl.String, "the document"),
        "paragraph_number": (pl.Int64, "paragraph, from 0 (the title, where there is one)"),
        "paragraph_start": (pl.Int64, "first character of the paragraph"),
        "paragraph_end": (pl.Int64, "one past its last character"),
        "sentence_start": (pl.Int64, "first character of the sentence"),
        "sentence_end": (pl.Int64, "one past its last character"),
        "is_title": (pl.Boolean, "the sentence stands in the title"),
    },
)

TIME_EXPRESSIONS = Table(
    "time_expressions",
    "words that say when",
    ("time_id",),
    {
        "time_id": (pl.String, "derived from document and offsets"),
        "document_id": (pl.String, "the document"),
        **EVIDENCE,
        **TIME_VALUE,
        "anchor_time_id": (pl.String, "the time expression it is counted from; null: the document's date, or not known"),
    },
)

ACTOR_MENTIONS = Table(
    "actor_mentions",
    "words that name an actor",
    ("mention_id",),
    {
        "mention_id": (pl.String, "derived from document, offsets and actor"),
        "document_id": (pl.String, "the document"),
        "actor_id": (pl.String, "codebook actor, where the document alone settles it"),
        "discovered_name": (pl.String, "name of an actor the codebook does not know"),
        "discovered_type": (pl.String, one_of(ACTOR_TYPES) + "; of a discovered actor"),
        "discovered_role": (pl.String, "role the text gives a person ('deputy chairman')"),
        "discovered_organization": (pl.String, "body the text places a discovered actor at"),
        "country_code": (pl.String, "ISO 3166-1 alpha-3 the text gives the discovered actor or the role"),
        "role": (pl.String, "role to bind to its holder at the document's date ('president'), with country_code"),
        "surface": (pl.String, "the words, as they stand"),
        **EVIDENCE,
        "sentence_start": (pl.Int64, "the sentence it stands in"),
        "resolution": (pl.String, one_of(RESOLUTIONS)),
        "candidates": (pl.String, "actors it may be where left open, '; ' between"),
        "confidence": (pl.Float64, "0-1, measured precision of the rule"),
    },
)

ATTRIBUTION_SPANS = Table(
    "attributions",
    "somebody is reported to have said or thought something",
    ("attribution_id",),
    {
        "attribution_id": (pl.String, "derived from document and offsets"),
        "document_id": (pl.String, "the document"),
        **EVIDENCE,
        "source_start": (pl.Int64, "first character of the source's words; null where none is named"),
        "source_end": (pl.Int64, "one past their last"),
        "cue_start": (pl.Int64, "first character of the cue"),
        "cue_end": (pl.Int64, "one past its last"),
        "content_start": (pl.Int64, "first character of the content"),
        "content_end": (pl.Int64, "one past its last"),
        "source_spans": (pl.List(pl.List(pl.Int64)), "[[start, end], …] of the source, where it is broken up"),
        "cue_spans": (pl.List(pl.List(pl.Int64)), "[[start, end], …] of the cue, where it is broken up"),
        "content_spans": (pl.List(pl.List(pl.Int64)), "[[start, end], …] of the content, where it is broken up"),
        "attribution": (pl.String, one_of(ATTRIBUTIONS)),
        "cue": (pl.String, "lemma of the cue ('say')"),
        "speaker_mention_id": (pl.String, "actor mention the source resolves to"),
        "parent_attribution_id": (pl.String, "the attribution whose content holds this one"),
        "is_negated": (pl.Boolean, "the cue is negated ('did not say')"),
        "is_headline": (pl.Boolean, "stands in the title"),
        "rule": (pl.String, "name of the rule"),
        "confidence": (pl.Float64, "0-1, measured precision of the rule"),
    },
)

POSITIONS = Table(
    "positions",
    "a stated position: an attribution that says what its holder wants, thinks or judges",
    ("position_id",),
    {
        "position_id": (pl.String, "derived from document and offsets"),
        "attribution_id": (pl.String, "the attribution it was read from"),
        "document_id": (pl.String, "the document"),
        "speaker_mention_id": (pl.String, "mention of who speaks; null where unknown"),
        "speaker_text": (pl.String, "the source's words"),
        "speaker_role": (pl.String, "role the text gives the speaker here, else null"),
        "holder_mention_id": (pl.String, "mention of whose position it is; null where unknown"),
        "holder_text": (pl.String, "the holder's words"),
        "addressee": (pl.String, "to whom it was said"),
        "medium": (pl.String, "through what (CNN, Telegram, a conference call)"),
        "reported_by": (pl.String, "agency or outlet credited with the report"),
        "issue_id": (pl.String, "issue of the codebook; null rather than wrong"),
        "target_mention_id": (pl.String, "mention of the actor it is aimed at"),
        "stance": (pl.String, one_of(STANCES) + "; towards the issue"),
        "speech_act": (pl.String, one_of(SPEECH_ACTS)),
        "statement": (pl.String, "the content, without the attribution"),
        "quote": (pl.String, "words between quotation marks, to the letter; null where there are none"),
        "is_verbatim": (pl.Boolean, "the statement is the speaker's own words"),
        "attribution": (pl.String, one_of(ATTRIBUTIONS)),
        "cue": (pl.String, "lemma of the cue"),
        "is_negated": (pl.Boolean, "the statement is negated"),
        "is_headline": (pl.Boolean, "stands in the title"),
        "time_id": (pl.String, "time expression that says when it was said; null: the document's date bounds it"),
        **EVIDENCE,
        "statement_start": (pl.Int64, "first character of the statement"),
        "statement_end": (pl.Int64, "one past its last"),
        "rule": (pl.String, "name of the rule"),
        "confidence": (pl.Float64, "0-1, calibrated"),
    },
)

EVENT_MENTIONS = Table(
    "event_mentions",
    "words that report a happening",
    ("mention_id",),
    {
        "mention_id": (pl.String, "derived from document and offsets"),
        "document_id": (pl.String, "the document"),
        **EVIDENCE,
        "sentence_start": (pl.Int64, "the sentence it stands in"),
        "trigger": (pl.String, "the words that fired the frame"),
        "frame_id": (pl.String, "frame of the codebook"),
        "event_type": (pl.String, one_of(EVENT_TYPES)),
        "event_mode": (pl.String, "PLOVER mode, where the frame or the words tell it"),
        "context": (pl.String, "PLOVER context"),
        "cameo_code": (pl.String, "nearest CAMEO code"),
        "place": (pl.String, "where, as the text says"),
        "status": (pl.String, one_of(EVENT_STATUSES)),
        "time_id": (pl.String, "time expression that says when"),
        "rule": (pl.String, "name of the rule"),
        "confidence": (pl.Float64, "0-1, measured precision of the rule"),
    },
)

EVENT_ARGUMENTS = Table(
    "event_arguments",
    "an actor's part in an event mention",
    ("mention_id", "participation", "position"),
    {
        "mention_id": (pl.String, "the event mention"),
        "document_id": (pl.String, "the document"),
        "participation": (pl.String, "source | target"),
        "position": (pl.Int64, "order within source or target, from 0: the first is the main one"),
        "actor_mention_id": (pl.String, "the actor mention"),
    },
)
