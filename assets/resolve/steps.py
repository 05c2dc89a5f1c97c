"""The corpus resolved in steps: what each reads, what it makes. Rules stand in the modules beside, how a step is run in `assets`.

A step reads tables of promoted batches and what the steps before it made, no more columns and rows than it needs, and
lets go of them at its end: so the steps of a large corpus can be run in processes that end one after the other.
"""

from collections.abc import Callable, Mapping

import polars as pl

from assets import schemas
from assets.codebook import Codebook
from assets.lake import Lake
from assets.resolve.actors import resolve_actors
from assets.resolve.dates import bound_times, document_dates
from assets.resolve.happenings import happenings
from assets.resolve.stories import stories

Rows = Mapping[schemas.Table, pl.LazyFrame | pl.DataFrame]
Made = dict[schemas.Table, pl.DataFrame]
Step = Callable[[Rows, Codebook], Made]

# Of the lake's tables that are read, the columns that are not.
UNREAD = {
    schemas.DOCUMENTS: (
        "source_uri", "file_name", "publisher", "title", "authors", "language", "url", "dateline_place", "boilerplate_share", "genre",
        "text_origin_score", "repairs", "credited_agencies", "batch_id",
    ),
    schemas.ACTOR_MENTIONS: ("surface", "evidence", "sentence_start", "resolution", "confidence"),
    schemas.TIME_EXPRESSIONS: ("evidence", "evidence_end"),
    schemas.EVENT_MENTIONS: ("evidence_end", "context", "confidence"),
    schemas.EVENT_ARGUMENTS: ("document_id", "position"),
}  # fmt: skip
SIGNATURES = ("signature", "quote_signature", "fact_signature")


def stories_and_dates(rows: Rows, codebook: Codebook) -> Made:
    """Which documents tell one story, when each was published, and the days its words tell; and what the codebook alone tells."""
    documents = rows[schemas.DOCUMENTS].lazy()
    told = stories(_read(documents.select("document_id", *SIGNATURES, "word_count", "text_origin", "published_on")))
    is_undated = pl.col("published_on").is_null()
    dated = _read(documents.drop(SIGNATURES).with_columns(body=pl.when(is_undated).then("body")))  # texts of undated ones only
    of_undated = rows[schemas.ACTOR_MENTIONS].lazy().join(documents.filter(is_undated).select("document_id"), on="document_id", how="semi")
    dates = document_dates(dated, told, _read(of_undated), codebook)
    return {
        schemas.STORIES: told,
        schemas.DOCUMENT_DATES: dates,
        schemas.BOUND_TIMES: bound_times(_read(rows[schemas.TIME_EXPRESSIONS]), dates),
        schemas.ISSUES: codebook["issues"],
        schemas.CODEBOOK_EVENT_TYPES: codebook["event_types"],
    }


def who_is_who(rows: Rows, codebook: Codebook) -> Made:
    """The actor of each mention, and the actors."""
    mentions = rows[schemas.ACTOR_MENTIONS].lazy().drop("evidence_start", "evidence_end")
    actors, aliases, roles, identities = resolve_actors(mentions, _read(rows[schemas.DOCUMENT_DATES]), codebook)
    return {
        schemas.ACTORS: actors,
        schemas.ACTOR_ALIASES: aliases,
        schemas.ACTOR_ROLES: roles,
        schemas.MENTION_ACTORS: identities,
    }


def what_happened(rows: Rows, _: Codebook) -> Made:
    """One happening once; of actors' mentions and times only those that events name are read."""
    events, arguments = rows[schemas.EVENT_MENTIONS].lazy(), rows[schemas.EVENT_ARGUMENTS].lazy()
    acting, timed = arguments.select(mention_id="actor_mention_id"), events.select("time_id")
    identities = rows[schemas.MENTION_ACTORS].lazy().join(acting, on="mention_id", how="semi")
    times = rows[schemas.BOUND_TIMES].lazy().join(timed, on="time_id", how="semi")
    dates, told, actors = (_read(rows[table]) for table in (schemas.DOCUMENT_DATES, schemas.STORIES, schemas.ACTORS))
    # read in the call: what is not needed any more is let go of there
    return {schemas.HAPPENINGS: happenings(_read(events), _read(arguments), _read(identities), _read(times), dates, told, actors)}


STEPS: tuple[Step, ...] = (stories_and_dates, who_is_who, what_happened)


def resolved(rows: Rows, codebook: Codebook) -> Made:
    """All tables of the stage at once, from promoted tables."""
    made: Made = {}
    for step in STEPS:
        made |= step({**rows, **made}, codebook)
    return made


def corpus(lake: Lake) -> dict[schemas.Table, pl.LazyFrame]:
    """What the steps read: columns of promoted batches, and tables that were resolved."""
    promoted = {table: lake.scan(table).drop(unread) for table, unread in UNREAD.items()}
    return promoted | {table: lake.scan_resolved(table) for table in schemas.CORPUS_TABLES}


def _read(rows: pl.LazyFrame | pl.DataFrame) -> pl.DataFrame:
    return rows.lazy().collect(engine="streaming")
