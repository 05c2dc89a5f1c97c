"""The lake tables: columns, types, keys and meaning. The one place where they are written.

Here belong the declarations every stage obeys, and the vocabularies they use. Reading and writing files
(`assets.lake`), filling the tables (the stage packages) and judging them (`expectations`) do not.

Three families, by who writes them:

* BATCH tables: one Parquet file a batch, written by `ingest`, `clean` and `enrich`, blind to other batches.
* CORPUS tables: one file each, written by `resolve` from all promoted batches.
* REJECTED: what a batch refused, rows and whole documents, each kept with its reason.

Offsets are characters (never bytes) into `documents.body`, half-open. Whoever uses a table takes it from here; which
file of this package it stands in is nobody else's business.
"""

from assets.schemas.corpus import (
    ACTOR_ALIASES,
    ACTOR_ROLES,
    ACTORS,
    BOUND_TIMES,
    CODEBOOK_EVENT_TYPES,
    DOCUMENT_DATES,
    HAPPENINGS,
    ISSUES,
    MENTION_ACTORS,
    STORIES,
)
from assets.schemas.documents import BATCH_ITEMS, DOCUMENTS, GIVEN, GIVEN_FIELDS, RAW_DOCUMENTS, REJECTED, SIGNATURE
from assets.schemas.readings import (
    ACTOR_MENTIONS,
    ATTRIBUTION_SPANS,
    EVENT_ARGUMENTS,
    EVENT_MENTIONS,
    EVIDENCE,
    POSITIONS,
    SENTENCES,
    TIME_EXPRESSIONS,
    TIME_VALUE,
)
from assets.schemas.table import Dtype, Table
from assets.schemas.vocabularies import (
    ACTOR_TYPES,
    ATTRIBUTIONS,
    CONFIDENCE_TIERS,
    DATE_BASES,
    DATE_PRECISIONS,
    EVENT_STATUSES,
    EVENT_TYPES,
    GENRES,
    QUAD_CLASSES,
    REPAIRS,
    RESOLUTIONS,
    SPEECH_ACTS,
    STANCES,
    TEXT_ORIGINS,
)

BATCH_TABLES: tuple[Table, ...] = (
    RAW_DOCUMENTS, DOCUMENTS, SENTENCES, TIME_EXPRESSIONS, ACTOR_MENTIONS, ATTRIBUTION_SPANS, POSITIONS, EVENT_MENTIONS, EVENT_ARGUMENTS,
)  # fmt: skip

CORPUS_TABLES: tuple[Table, ...] = (
    STORIES, DOCUMENT_DATES, BOUND_TIMES, ACTORS, ACTOR_ALIASES, ACTOR_ROLES, MENTION_ACTORS, HAPPENINGS, ISSUES, CODEBOOK_EVENT_TYPES,
)  # fmt: skip

__all__ = [
    "ACTORS",
    "ACTOR_ALIASES",
    "ACTOR_MENTIONS",
    "ACTOR_ROLES",
    "ACTOR_TYPES",
    "ATTRIBUTIONS",
    "ATTRIBUTION_SPANS",
    "BATCH_ITEMS",
    "BATCH_TABLES",
    "BOUND_TIMES",
    "CODEBOOK_EVENT_TYPES",
    "CONFIDENCE_TIERS",
    "CORPUS_TABLES",
    "DATE_BASES",
    "DATE_PRECISIONS",
    "DOCUMENTS",
    "DOCUMENT_DATES",
    "EVENT_ARGUMENTS",
    "EVENT_MENTIONS",
    "EVENT_STATUSES",
    "EVENT_TYPES",
    "EVIDENCE",
    "GENRES",
    "GIVEN",
    "GIVEN_FIELDS",
    "HAPPENINGS",
    "ISSUES",
    "MENTION_ACTORS",
    "POSITIONS",
    "QUAD_CLASSES",
    "RAW_DOCUMENTS",
    "REJECTED",
    "REPAIRS",
    "RESOLUTIONS",
    "SENTENCES",
    "SIGNATURE",
    "SPEECH_ACTS",
    "STANCES",
    "STORIES",
    "TEXT_ORIGINS",
    "TIME_EXPRESSIONS",
    "TIME_VALUE",
    "Dtype",
    "Table",
]
