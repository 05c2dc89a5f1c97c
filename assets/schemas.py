"""The lake tables: columns, types, keys and meaning. The one place where they are written.

Here belong the declarations every stage obeys, and the vocabularies they use. Reading and writing files
(`assets.lake`), filling the tables (the stage packages) and judging them (`expectations`) do not.

Three families, by who writes them:

* BATCH tables: one Parquet file a batch, written by `ingest`, `clean` and `enrich`, blind to other batches.
* CORPUS tables: one file each, written by `resolve` from all promoted batches.
* REJECTED: what a batch refused, rows and whole documents, each kept with its reason.

Offsets are characters (never bytes) into `documents.body`, half-open.
"""

from dataclasses import dataclass
from typing import Any

import polars as pl

Dtype = Any  # polars data types are classes and instances; pl.DataType covers only the latter

TEXTS = pl.List(pl.String)
SIGNATURE = pl.List(pl.UInt64)

# -- vocabularies, fixed by the contract of the warehouse
DATE_PRECISIONS = ("minute", "day", "month", "year", "interval", "unknown")
DATE_BASES = ("explicit", "metadata", "url", "inferred", "unknown")
GENRES = ("news", "analysis", "transcript", "other")
REPAIRS = (  # what cleaning mends, as `documents.repairs` names it
    "character_references", "divided_words", "glued_paragraphs", "lost_characters", "mojibake", "undecodable_bytes", "wrapped_lines",
)  # fmt: skip
TEXT_ORIGINS = ("verbatim", "machine_paraphrased")
ACTOR_TYPES = ("person", "state", "government_body", "organization", "company", "media", "group")
RESOLUTIONS = ("exact", "alias", "surname", "role", "pronoun", "probable_alias")
ATTRIBUTIONS = ("direct", "mixed", "indirect", "attributed")
STANCES = ("supports", "opposes", "conditional", "mixed", "neutral")
SPEECH_ACTS = (
    "states", "praises", "criticizes", "accuses", "demands", "proposes", "promises",
    "agrees", "rejects", "threatens", "warns", "denies", "predicts", "asks",
)  # fmt: skip
EVENT_TYPES = (
    "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request",
    "accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault",
)  # fmt: skip
EVENT_STATUSES = ("occurred", "ongoing", "planned", "proposed", "hypothetical", "alleged", "denied", "negated")
QUAD_CLASSES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
CONFIDENCE_TIERS = ("high", "medium", "low")


@dataclass(frozen=True, eq=False)  # a table is itself, not its columns: it may key a dict
class Table:
    """A table of the lake: its name, what a row is, its key and its columns (name → type, meaning)."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: dict[str, tuple[Dtype, str]]

    @property
    def polars(self) -> pl.Schema:
        return pl.Schema({name: dtype for name, (dtype, _) in self.columns.items()})

    def frame(self, rows: list[dict[str, Any]] | None = None) -> pl.DataFrame:
        """A frame of this table from row dictionaries (missing values become null); empty without rows."""
        return pl.DataFrame(rows or [], schema=self.polars, orient="row")

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with exactly this table's columns, types and key order.

        Raises `ValueError` naming the table when a column is missing or unexpected: better loud here than null there.
        """
        missing, extra = self.polars.keys() - set(frame.columns), set(frame.columns) - self.polars.keys()
        if missing or extra:
            raise ValueError(f"{self.name}: missing columns {sorted(missing)}, unexpected columns {sorted(extra)}")
        return frame.select(pl.col(name).cast(dtype) for name, dtype in self.polars.items()).sort(self.key)


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
    "precision": (pl.String, "one of DATE_PRECISIONS, of the value once bound"),
    "relation": (
        pl.String,
        "how to bind: absolute | latest_weekday | next_weekday | shift | month_day | month | season | half | since (assets.timex.values)",
    ),
    "unit": (pl.String, "of a shift: day | week | month | year"),
    "amount": (pl.Int64, "of a shift: how many units from the document's date (negative: before)"),
    "weekday": (pl.Int64, "ISO weekday 1-7, of weekday relations"),
    "month": (pl.Int64, "month of a yearless date"),
    "day": (pl.Int64, "day of month of a yearless date"),
    "counted_from": (pl.String, "null: the document's date; else another time of the text: earlier | following"),
}

# What is said about a document from beside its text: by a sidecar, a table's columns, a feed's entry, the headers of a
# web answer or an e-mail. `published` is as written there, `authors` has '; ' between, `charset` is the declared encoding.
GIVEN_FIELDS = ("title", "authors", "publisher", "published", "url", "language", "charset")
GIVEN = pl.Struct(dict.fromkeys(GIVEN_FIELDS, pl.String))

# ---------------------------------------------------------------------------------------------------- batch tables

BATCH_ITEMS = Table(
    "batch_items",
    "a document that a batch was registered with",
    ("document_id",),
    {
        "document_id": (pl.String, "first 16 hex digits of the SHA-256 of the document's bytes"),
        "batch_id": (pl.String, "the batch"),
        "source_uri": (pl.String, "where the bytes were read: a path, then !member of an archive, #number of a record ('a.zip!b.jsonl#3')"),
        "path": (pl.String, "the file to open for it"),
        "file_name": (pl.String, "name of the file, of the innermost one in archives"),
        "media_type": (pl.String, "text | html | json: the reader that understands it"),
        "byte_count": (pl.Int64, "size in bytes"),
        "problem": (pl.String, "why the reader refuses it (too large, empty, binary, unreadable), else null"),
        "given": (GIVEN, "what is said about it from beside its text"),
        "ingested_at": (pl.Datetime("us", "UTC"), "when it was registered"),
    },
)

RAW_DOCUMENTS = Table(
    "raw_documents",
    "a document as it came, to the byte",
    ("document_id",),
    {
        "document_id": (pl.String, "first 16 hex digits of the SHA-256 of the bytes"),
        "source_uri": (pl.String, "where the bytes were read"),
        "file_name": (pl.String, "name of the file, of the innermost one in archives"),
        "media_type": (pl.String, "text | html | json"),
        "content": (pl.Binary, "the bytes"),
        "byte_count": (pl.Int64, "size in bytes"),
        "given": (GIVEN, "what is said about it from beside its text; null where nothing is"),
        "batch_id": (pl.String, "the batch it came with"),
        "ingested_at": (pl.Datetime("us", "UTC"), "when it was registered"),
    },
)

DOCUMENTS = Table(
    "documents",
    "a document, read, mended and freed of what is not the article",
    ("document_id",),
    {
        "document_id": (pl.String, "of raw_documents"),
        "source_uri": (pl.String, "of raw_documents"),
        "file_name": (pl.String, "of raw_documents"),
        "publisher": (pl.String, "who published it, as the document says"),
        "title": (pl.String, "headline; also the first paragraph of the body"),
        "authors": (pl.String, "by-line names, '; ' between"),
        "language": (pl.String, "ISO 639-1; null where the text is too short to tell"),
        "url": (pl.String, "address, where known"),
        "dateline_place": (pl.String, "place of the dateline (BEIJING, March 10 ...)"),
        "published_on": (pl.Date, "the day, where the document alone tells it"),
        "published_from": (pl.Date, "earliest possible day, from the document alone"),
        "published_to": (pl.Date, "latest possible day, from the document alone"),
        "date_precision": (pl.String, "one of DATE_PRECISIONS"),
        "date_basis": (pl.String, "one of DATE_BASES"),
        "date_evidence": (pl.String, "the words, metadata field or URL the date was read from"),
        "publication_month": (pl.Int64, "month of a publication date whose year is not stated"),
        "publication_day": (pl.Int64, "day of a publication date whose year is not stated"),
        "publication_weekday": (pl.Int64, "ISO weekday of the publication day, where the text gives it"),
        "lead_weekday": (pl.Int64, "ISO weekday the first paragraph tells its news of: of the publication day or the one before"),
        "latest_year": (pl.Int64, "latest past year the body mentions: a lower bound of the publication year"),
        "body": (pl.String, "repaired text; paragraphs divided by a blank line; the title first"),
        "word_count": (pl.Int64, "words of the body"),
        "boilerplate_share": (pl.Float64, "share (0-1) of the raw text's characters that were not the article"),
        "genre": (pl.String, "one of GENRES"),
        "text_origin": (pl.String, "one of TEXT_ORIGINS"),
        "text_origin_score": (pl.Float64, "0-1, evidence that a machine paraphrased the text"),
        "repairs": (pl.String, "what was mended: 'mojibake:2; glued_paragraphs:4'"),
        "credited_agencies": (pl.String, "agencies credited ('With reporting by Reuters and AFP'), '; ' between"),
        "signature": (SIGNATURE, "sampled shingles of its wording, quotations aside, for near-duplicates (see assets.clean.signatures)"),
        "quote_signature": (SIGNATURE, "hashes of its longer quotations: shared quotations betray a shared story"),
        "fact_signature": (SIGNATURE, "hashes of its names and numbers, 0 between paragraphs: what a machine's paraphrase keeps"),
        "batch_id": (pl.String, "the batch it came with"),
        "ingested_at": (pl.Datetime("us", "UTC"), "when it was registered"),
    },
)

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
        "discovered_type": (pl.String, "one of ACTOR_TYPES, of a discovered actor"),
        "discovered_role": (pl.String, "role the text gives a person ('deputy chairman')"),
        "discovered_organization": (pl.String, "body the text places a discovered actor at"),
        "country_code": (pl.String, "ISO 3166-1 alpha-3 the text gives the discovered actor or the role"),
        "role": (pl.String, "role to bind to its holder at the document's date ('president'), with country_code"),
        "surface": (pl.String, "the words, as they stand"),
        **EVIDENCE,
        "sentence_start": (pl.Int64, "the sentence it stands in"),
        "resolution": (pl.String, "one of RESOLUTIONS"),
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
        "attribution": (pl.String, "one of ATTRIBUTIONS"),
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
        "stance": (pl.String, "one of STANCES, towards the issue"),
        "speech_act": (pl.String, "one of SPEECH_ACTS"),
        "statement": (pl.String, "the content, without the attribution"),
        "quote": (pl.String, "words between quotation marks, to the letter; null where there are none"),
        "is_verbatim": (pl.Boolean, "the statement is the speaker's own words"),
        "attribution": (pl.String, "one of ATTRIBUTIONS"),
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
        "event_type": (pl.String, "one of EVENT_TYPES"),
        "event_mode": (pl.String, "PLOVER mode, where the frame or the words tell it"),
        "context": (pl.String, "PLOVER context"),
        "cameo_code": (pl.String, "nearest CAMEO code"),
        "place": (pl.String, "where, as the text says"),
        "status": (pl.String, "one of EVENT_STATUSES"),
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

BATCH_TABLES: tuple[Table, ...] = (
    RAW_DOCUMENTS, DOCUMENTS, SENTENCES, TIME_EXPRESSIONS, ACTOR_MENTIONS, ATTRIBUTION_SPANS, POSITIONS, EVENT_MENTIONS, EVENT_ARGUMENTS,
)  # fmt: skip

# --------------------------------------------------------------------------------------------------- corpus tables

STORIES = Table(
    "stories",
    "a document's place among those that tell the same story",
    ("document_id",),
    {
        "document_id": (pl.String, "the document"),
        "story_id": (pl.String, "id of the story: that of its primary document"),
        "is_story_primary": (pl.Boolean, "the document the story is told by: the most complete verbatim copy"),
        "near_document_id": (pl.String, "the closest document of another story, where it just missed being a copy"),
        "near_share": (pl.Float64, "share (0-1) of the shorter text found there; of a machine's paraphrase, of its names and numbers"),
    },
)

DOCUMENT_DATES = Table(
    "document_dates",
    "when a document was published, all evidence of the corpus considered",
    ("document_id",),
    {
        "document_id": (pl.String, "the document"),
        "published_on": (pl.Date, "the day, where one is known"),
        "published_from": (pl.Date, "earliest possible day"),
        "published_to": (pl.Date, "latest possible day"),
        "date_precision": (pl.String, "one of DATE_PRECISIONS"),
        "date_basis": (pl.String, "one of DATE_BASES"),
        "date_evidence": (pl.String, "what it rests on"),
    },
)

BOUND_TIMES = Table(
    "bound_times",
    "a time expression bound to the calendar",
    ("time_id",),
    {
        "time_id": (pl.String, "the time expression"),
        "document_id": (pl.String, "the document"),
        "occurred_from": (pl.Date, "first day"),
        "occurred_to": (pl.Date, "last day"),
        "date_precision": (pl.String, "one of DATE_PRECISIONS"),
        "date_basis": (pl.String, "one of DATE_BASES"),
    },
)

ACTORS = Table(
    "actors",
    "an actor: of the codebook, or discovered in the text",
    ("actor_id",),
    {
        "actor_id": (pl.String, "readable id: vladimir-putin"),
        "name": (pl.String, "name"),
        "actor_type": (pl.String, "one of ACTOR_TYPES"),
        "country_code": (pl.String, "ISO 3166-1 alpha-3"),
        "sector": (pl.String, "PLOVER sector code"),
        "wikidata_id": (pl.String, "Q-number"),
        "represents_id": (pl.String, "actor it speaks for"),
        "is_discovered": (pl.Boolean, "found in text, not in the codebook"),
    },
)

ACTOR_ALIASES = Table(
    "actor_aliases",
    "a name an actor goes by",
    ("actor_id", "alias"),
    {"actor_id": (pl.String, "the actor"), "alias": (pl.String, "the name")},
)

ACTOR_ROLES = Table(
    "actor_roles",
    "an office or function an actor held",
    ("actor_id", "role", "organization", "valid_from", "document_id"),
    {
        "actor_id": (pl.String, "the actor"),
        "role": (pl.String, "office or function, as in the codebook or the text"),
        "organization": (pl.String, "body, where known"),
        "country_code": (pl.String, "ISO 3166-1 alpha-3"),
        "valid_from": (pl.Date, "first day, where known; of a month or year, where no more is known"),
        "valid_to": (pl.Date, "last day, where known; of a month or year, where no more is known"),
        "valid_from_precision": (pl.String, "day | month | year, as the codebook tells it"),
        "valid_to_precision": (pl.String, "day | month | year, as the codebook tells it"),
        "basis": (pl.String, "codebook | text"),
        "document_id": (pl.String, "document it was read in, for basis text"),
    },
)

MENTION_ACTORS = Table(
    "mention_actors",
    "who an actor mention is, the whole corpus considered",
    ("mention_id",),
    {
        "mention_id": (pl.String, "the actor mention"),
        "document_id": (pl.String, "the document"),
        "actor_id": (pl.String, "the actor"),
    },
)

HAPPENINGS = Table(
    "happenings",
    "which happening an event mention reports",
    ("mention_id",),
    {
        "mention_id": (pl.String, "the event mention"),
        "document_id": (pl.String, "the document"),
        "event_id": (pl.String, "the happening"),
    },
)

ISSUES = Table(
    "issues",
    "an issue of world diplomacy, from the codebook",
    ("issue_id",),
    {
        "issue_id": (pl.String, "readable id: ukraine-ceasefire"),
        "issue": (pl.String, "name"),
        "parent_issue_id": (pl.String, "the wider issue"),
        "description": (pl.String, "what it covers; a stance is towards this"),
    },
)

CODEBOOK_EVENT_TYPES = Table(
    "event_types",
    "a PLOVER event type and mode, from the codebook",
    ("event_type", "event_mode"),
    {
        "event_type": (pl.String, "one of EVENT_TYPES"),
        "event_mode": (pl.String, "mode; null for the type itself"),
        "quad_class": (pl.String, "one of QUAD_CLASSES"),
        "score": (pl.Float64, "PLOVER's conflict-cooperation score, -10 to 10"),
        "cameo_code": (pl.String, "nearest CAMEO code"),
        "goldstein": (pl.Float64, "Goldstein scale value of that code, -10 to 10"),
        "description": (pl.String, "what it covers"),
    },
)

REJECTED = Table(
    "rejected",
    "something refused, with its reason: a row, or a document that could not be read",
    ("table_name", "row_key", "expectation"),
    {
        "table_name": (pl.String, "the table it was meant for"),
        "row_key": (pl.String, "its key in that table"),
        "document_id": (pl.String, "the document it comes from"),
        "source_uri": (pl.String, "where that was read, for refused documents"),
        "expectation": (pl.String, "what it broke: 'readable', or the expectation's name"),
        "reason": (pl.String, "in words, with what to do"),
        "row": (pl.String, "the refused row as JSON; null for a refused document, whose bytes raw_documents or the source hold"),
        "batch_id": (pl.String, "the batch"),
    },
)

CORPUS_TABLES: tuple[Table, ...] = (
    STORIES, DOCUMENT_DATES, BOUND_TIMES, ACTORS, ACTOR_ALIASES, ACTOR_ROLES, MENTION_ACTORS, HAPPENINGS, ISSUES, CODEBOOK_EVENT_TYPES,
)  # fmt: skip
