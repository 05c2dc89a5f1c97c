"""The suites: what must hold of each lake table. Great Expectations itself is not imported here (it takes seconds).

An expectation is one Great Expectations class with its arguments, a name that becomes the asset check's name, a
severity, and a scope:

* scope `row`: a row that breaks it is refused (`rejected`, with the reason) and the batch goes on;
* scope `table`: it judges the table as a whole; at severity `critical` its failure keeps the batch out of the lake.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import polars as pl

from assets import schemas
from expectations import document_columns

Severity = Literal["critical", "warning", "info"]
Read = Callable[[schemas.Table], pl.DataFrame]


@dataclass(frozen=True)
class Expect:
    """One expectation: `kind` is the Great Expectations class, `arguments` its keyword arguments."""

    check: str
    about: str
    kind: str
    arguments: dict[str, Any]
    severity: Severity = "critical"
    scope: Literal["row", "table"] = "table"

    @property
    def columns(self) -> list[str]:
        names = [self.arguments[key] for key in ("column", "column_A", "column_B") if key in self.arguments]
        return names + list(self.arguments.get("column_list", []))


@dataclass(frozen=True)
class Suite:
    """What must hold of a table. `derive` adds columns that compare rows with other tables of the batch."""

    table: schemas.Table
    expectations: tuple[Expect, ...]
    derive: tuple[Callable[[pl.DataFrame, Read], pl.DataFrame], ...] = field(default=())

    @property
    def is_blocking(self) -> bool:
        return any(expect.scope == "table" and expect.severity == "critical" for expect in self.expectations)


# -- expectations that several tables share
def _key(table: schemas.Table) -> tuple[Expect, ...]:
    named = " + ".join(table.key)
    first, *rest = table.key
    unique = (
        Expect("key_is_unique", f"{named} tells rows apart", "ExpectCompoundColumnsToBeUnique", {"column_list": list(table.key)})
        if rest
        else Expect("key_is_unique", f"{named} tells rows apart", "ExpectColumnValuesToBeUnique", {"column": first})
    )
    return (Expect("key_is_known", f"{first} is never null", "ExpectColumnValuesToNotBeNull", {"column": first}), unique)


def _true(check: str, column: str, about: str) -> Expect:
    return Expect(check, about, "ExpectColumnValuesToBeInSet", {"column": column, "value_set": [True]}, "warning", "row")


def _vocabulary(column: str, values: tuple[str, ...]) -> Expect:
    about = f"{column} is one of {', '.join(values)}"
    return Expect(f"{column}_in_vocabulary", about, "ExpectColumnValuesToBeInSet", {"column": column, "value_set": list(values)},
                  "warning", "row")  # fmt: skip


def _share(column: str) -> Expect:
    return Expect(f"{column}_is_a_share", f"{column} lies between 0 and 1", "ExpectColumnValuesToBeBetween",
                  {"column": column, "min_value": 0, "max_value": 1}, "warning", "row")  # fmt: skip


def _known(column: str, at_least: float, about: str) -> Expect:
    return Expect(f"{column}_mostly_known", about, "ExpectColumnValuesToNotBeNull", {"column": column, "mostly": at_least}, "warning")


def _mostly(check: str, column: str, at_least: float, about: str) -> Expect:
    return Expect(check, about, "ExpectColumnValuesToBeInSet", {"column": column, "value_set": [True], "mostly": at_least}, "warning")


def _volume(about: str, least: int) -> Expect:
    return Expect("volume", about, "ExpectTableRowCountToBeBetween", {"min_value": least}, "warning")


# -- columns that compare a row with its document
def _evidence_stands_in_body(frame: pl.DataFrame, read: Read) -> pl.DataFrame:
    """`evidence_stands`: the offsets lie inside the body and cut out the evidence to the letter."""
    return _slice_equals(frame, read, "evidence_start", "evidence_end", "evidence", "evidence_stands")


def _statement_stands_in_body(frame: pl.DataFrame, read: Read) -> pl.DataFrame:
    return _slice_equals(frame, read, "statement_start", "statement_end", "statement", "statement_stands")


def _slice_equals(frame: pl.DataFrame, read: Read, start: str, end: str, words: str, into: str) -> pl.DataFrame:
    bodies = read(schemas.DOCUMENTS).select("document_id", "body")
    length = pl.col("body").str.len_chars()
    inside = (pl.col(start) >= 0) & (pl.col(start) < pl.col(end)) & (pl.col(end) <= length)
    cut = pl.col("body").str.slice(pl.col(start).clip(0), (pl.col(end) - pl.col(start)).clip(0))
    joined = frame.join(bodies, on="document_id", how="left", maintain_order="left")
    return joined.with_columns((inside & (cut == pl.col(words))).fill_null(False).alias(into)).drop("body")


def _quote_stands_between_marks(frame: pl.DataFrame, read: Read) -> pl.DataFrame:
    """`quote_stands`: the quote's words are in the evidence, and its document is no machine paraphrase."""
    origins = read(schemas.DOCUMENTS).select("document_id", "text_origin")
    parts = frame.select("evidence", row=pl.int_range(pl.len()), part=pl.col("quote").str.split(" … ")).explode("part", empty_as_null=True)
    stands = pl.col("evidence").str.contains(pl.col("part"), literal=True).fill_null(True)
    standing = parts.group_by("row", maintain_order=True).agg(stands=stands.all())["stands"]
    return (
        frame.join(origins, on="document_id", how="left", maintain_order="left")
        .with_columns(quote_stands=standing & (pl.col("quote").is_null() | (pl.col("text_origin") == "verbatim")))
        .drop("text_origin")
    )


def _interval_is_ordered(first: str, last: str) -> Callable[[pl.DataFrame, Read], pl.DataFrame]:
    def derive(frame: pl.DataFrame, read: Read) -> pl.DataFrame:
        return frame.with_columns(interval_is_ordered=(pl.col(first) <= pl.col(last)).fill_null(True))

    return derive


def _refers(column: str, table: schemas.Table, key: str) -> Callable[[pl.DataFrame, Read], pl.DataFrame]:
    """`<column>_exists`: the row it points to is there (null points nowhere and is fine)."""

    def derive(frame: pl.DataFrame, read: Read) -> pl.DataFrame:
        known = read(table)[key].unique()
        exists = pl.col(column).is_null() | pl.col(column).is_in(known.implode())
        return frame.with_columns(exists.alias(f"{column}_exists"))

    return derive


EVIDENCE = (_true("evidence_stands_in_body", "evidence_stands", "the offsets cut the evidence out of the body, to the letter"),)

SUITES: tuple[Suite, ...] = (
    Suite(
        schemas.RAW_DOCUMENTS,
        (
            *_key(schemas.RAW_DOCUMENTS),
            Expect("content_is_there", "every document has bytes", "ExpectColumnValuesToBeBetween",
                   {"column": "byte_count", "min_value": 1}, "critical"),
            _volume("at least one document of the batch could be read", 1),
        ),
    ),
    Suite(
        schemas.DOCUMENTS,
        (
            *_key(schemas.DOCUMENTS),
            Expect("body_is_there", "every document has a body", "ExpectColumnValueLengthsToBeBetween",
                   {"column": "body", "min_value": 1}, "warning", "row"),
            _vocabulary("date_precision", schemas.DATE_PRECISIONS),
            _vocabulary("date_basis", schemas.DATE_BASES),
            _vocabulary("genre", schemas.GENRES),
            _vocabulary("text_origin", schemas.TEXT_ORIGINS),
            _share("boilerplate_share"),
            _share("text_origin_score"),
            _true("publication_interval_is_ordered", "interval_is_ordered", "published_from is not after published_to"),
            Expect("publication_day_in_bounds", "published_on lies between 1800 and 2100", "ExpectColumnValuesToBeBetween",
                   {"column": "published_year", "min_value": 1800, "max_value": 2100}, "warning", "row"),
            _true("date_fits_bounds", "date_fits_bounds", "a known day is both its bounds"),
            _true("date_fits_precision", "date_fits_precision", "a day is known where the precision is day or minute, and nowhere else"),
            _true("date_fits_basis", "date_fits_basis", "a date with a basis has both bounds, one without has no day"),
            _true("title_opens_body", "title_opens_body", "the title is the first paragraph of the body"),
            _true("repairs_are_named", "repairs_are_named", f"repairs are of {', '.join(schemas.REPAIRS)}, each with its count"),
            _mostly("date_is_past", "date_is_past", 1.0, "no document is dated after the day it came"),
            _mostly("no_mojibake_is_left", "is_free_of_mojibake", 0.99, "in 99 of 100 documents no mark of mojibake is left"),
            _mostly("no_boilerplate_is_left", "is_free_of_boilerplate", 0.98, "in 98 of 100 documents no line of furniture is left"),
            _mostly("text_is_readable", "is_readable", 0.99, "in 99 of 100 documents at most one character in a hundred is lost"),
            _known("published_on", 0.3, "three in ten documents tell the day they were published"),
            _known("language", 0.9, "the language of nine documents in ten is known"),
            Expect("boilerplate_share_outliers", "no more than one document in ten is nine tenths boilerplate",
                   "ExpectColumnValuesToBeBetween", {"column": "boilerplate_share", "max_value": 0.9, "mostly": 0.9}, "warning"),
            Expect("boilerplate_is_not_everything", "on average less than half of a document is boilerplate", "ExpectColumnMeanToBeBetween",
                   {"column": "boilerplate_share", "max_value": 0.5}, "warning"),
            _volume("at least one document of the batch has a text", 1),
        ),
        (_interval_is_ordered("published_from", "published_to"),
         lambda frame, read: frame.with_columns(published_year=pl.col("published_on").dt.year()),
         lambda frame, read: document_columns.text_marks(document_columns.date_consistency(frame))),
    ),
    Suite(
        schemas.SENTENCES,
        (*_key(schemas.SENTENCES), _true("sentence_is_not_empty", "interval_is_ordered", "a sentence ends after it begins")),
        (_interval_is_ordered("sentence_start", "sentence_end"),),
    ),
    Suite(
        schemas.TIME_EXPRESSIONS,
        (*_key(schemas.TIME_EXPRESSIONS), *EVIDENCE, _vocabulary("precision", schemas.DATE_PRECISIONS)),
        (_evidence_stands_in_body,),
    ),
    Suite(
        schemas.ACTOR_MENTIONS,
        (
            *_key(schemas.ACTOR_MENTIONS),
            *EVIDENCE,
            _vocabulary("resolution", schemas.RESOLUTIONS),
            _share("confidence"),
            _volume("the batch names at least one actor", 1),
        ),
        (_evidence_stands_in_body,),
    ),
    Suite(
        schemas.ATTRIBUTION_SPANS,
        (
            *_key(schemas.ATTRIBUTION_SPANS),
            *EVIDENCE,
            _vocabulary("attribution", schemas.ATTRIBUTIONS),
            _share("confidence"),
            _true("speaker_mention_exists", "speaker_mention_id_exists", "the speaker is a mention of the batch"),
            _known("speaker_mention_id", 0.4, "four in ten attributions have a speaker who is a known or discovered actor"),
        ),
        (_evidence_stands_in_body, _refers("speaker_mention_id", schemas.ACTOR_MENTIONS, "mention_id")),
    ),
    Suite(
        schemas.POSITIONS,
        (
            *_key(schemas.POSITIONS),
            *EVIDENCE,
            _true("statement_stands_in_body", "statement_stands", "the statement's offsets cut it out of the body, to the letter"),
            _true("quote_is_verbatim", "quote_stands", "a quote stands in the evidence to the letter, in a text no machine rewrote"),
            _vocabulary("stance", schemas.STANCES),
            _vocabulary("speech_act", schemas.SPEECH_ACTS),
            _vocabulary("attribution", schemas.ATTRIBUTIONS),
            _share("confidence"),
            _true("speaker_mention_exists", "speaker_mention_id_exists", "the speaker is a mention of the batch"),
            _true("holder_mention_exists", "holder_mention_id_exists", "the holder is a mention of the batch"),
            _known("speaker_mention_id", 0.4, "four in ten positions have a speaker who is a known or discovered actor"),
            _known("issue_id", 0.2, "two in ten positions are on an issue of the codebook"),
        ),
        (
            _evidence_stands_in_body,
            _statement_stands_in_body,
            _quote_stands_between_marks,
            _refers("speaker_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
            _refers("holder_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
        ),
    ),
    Suite(
        schemas.EVENT_MENTIONS,
        (
            *_key(schemas.EVENT_MENTIONS),
            *EVIDENCE,
            _vocabulary("event_type", schemas.EVENT_TYPES),
            _vocabulary("status", schemas.EVENT_STATUSES),
            _share("confidence"),
        ),
        (_evidence_stands_in_body,),
    ),
    Suite(
        schemas.EVENT_ARGUMENTS,
        (
            *_key(schemas.EVENT_ARGUMENTS),
            _true("event_mention_exists", "mention_id_exists", "the event mention is there"),
            _true("actor_mention_exists", "actor_mention_id_exists", "the actor mention is there"),
        ),
        (
            _refers("mention_id", schemas.EVENT_MENTIONS, "mention_id"),
            _refers("actor_mention_id", schemas.ACTOR_MENTIONS, "mention_id"),
        ),
    ),
)  # fmt: skip
