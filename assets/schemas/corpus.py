"""Tables of what only the corpus tells, one file each: stories, dates, who is who, happenings; and the codebook's lists."""

import polars as pl

from assets.schemas.table import Table
from assets.schemas.vocabularies import ACTOR_TYPES, DATE_BASES, DATE_PRECISIONS, EVENT_TYPES, QUAD_CLASSES, one_of

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
        "date_precision": (pl.String, one_of(DATE_PRECISIONS)),
        "date_basis": (pl.String, one_of(DATE_BASES)),
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
        "date_precision": (pl.String, one_of(DATE_PRECISIONS)),
        "date_basis": (pl.String, one_of(DATE_BASES)),
    },
)

ACTORS = Table(
    "actors",
    "an actor: of the codebook, or discovered in the text",
    ("actor_id",),
    {
        "actor_id": (pl.String, "readable id: vladimir-putin"),
        "name": (pl.String, "name"),
        "actor_type": (pl.String, one_of(ACTOR_TYPES)),
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
        "event_type": (pl.String, one_of(EVENT_TYPES)),
        "event_mode": (pl.String, "mode; null for the type itself"),
        "quad_class": (pl.String, one_of(QUAD_CLASSES)),
        "score": (pl.Float64, "PLOVER's conflict-cooperation score, -10 to 10"),
        "cameo_code": (pl.String, "nearest CAMEO code"),
        "goldstein": (pl.Float64, "Goldstein scale value of that code, -10 to 10"),
        "description": (pl.String, "what it covers"),
    },
)
