"""Who is who across the corpus: every mention's actor, and the actors with their names and roles.

How an office is bound to its holder stands in `offices`, how discovered actors are joined in `discovered`,
whom they speak for in `representation`.
"""

import polars as pl

from assets.codebook import Codebook
from assets.resolve.discovered import Bearer, discovered_actors
from assets.resolve.offices import settled_mentions
from assets.resolve.representation import Representation
from assets.schemas import ACTOR_ALIASES, ACTOR_ROLES, ACTORS, MENTION_ACTORS


def resolve_actors(
    actor_mentions: pl.DataFrame | pl.LazyFrame, document_dates: pl.DataFrame, codebook: Codebook
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Actors, their aliases, their roles, and which actor each mention names.

    Parameters
    ----------
    actor_mentions, document_dates
        Frames of `schemas.ACTOR_MENTIONS` (of many millions a lazy one: at no time all of it is needed), `schemas.DOCUMENT_DATES`.

    Returns
    -------
    Frames of `schemas.ACTORS`, `schemas.ACTOR_ALIASES`, `schemas.ACTOR_ROLES`, `schemas.MENTION_ACTORS`. A mention whose
    actor stays unknown has no row in the last.
    """
    actor_mentions = actor_mentions.lazy()
    settled = settled_mentions(actor_mentions, document_dates, codebook)
    unnamed = actor_mentions.filter(pl.col("actor_id").is_null()).join(settled.lazy(), on="mention_id", how="anti")
    found = discovered_actors(unnamed.collect(engine="streaming"), codebook)
    known = set(codebook.actors["actor_id"])
    discovered = {actor: bearer for actor, bearer in found.items() if actor not in known}
    return (
        _actors(discovered, codebook),
        _aliases(found, codebook),
        _roles(discovered, _told(actor_mentions, settled, codebook), codebook),
        MENTION_ACTORS.conform(pl.concat([settled.select(*MENTION_ACTORS.polars), _mentions(found)])),
    )


def _mentions(found: dict[str, Bearer]) -> pl.DataFrame:
    """The mentions of discovered actors: `schemas.MENTION_ACTORS`."""
    named = [(actor, bearer.mentions) for actor, bearer in found.items()]
    columns = {
        "mention_id": [mention for _, mentions in named for mention, _ in mentions],
        "document_id": [document for _, mentions in named for _, document in mentions],
        "actor_id": [actor for actor, mentions in named for _ in mentions],
    }
    return pl.DataFrame(columns, schema=MENTION_ACTORS.polars)


def _actors(discovered: dict[str, Bearer], codebook: Codebook) -> pl.DataFrame:
    representation = Representation(codebook)
    rows = [
        {
            "actor_id": actor,
            "name": bearer.name,
            "actor_type": bearer.actor_type,
            "country_code": bearer.country_code,
            "represents_id": representation.of(bearer),
            "is_discovered": True,
        }
        for actor, bearer in discovered.items()
    ]
    return ACTORS.conform(pl.concat([codebook.actors, ACTORS.frame(rows)]))


def _aliases(found: dict[str, Bearer], codebook: Codebook) -> pl.DataFrame:
    """Names: the codebook's (a machine's rewordings are no names), and how discovered actors are written."""
    countries = codebook["countries"].select("actor_id", alias="aliases").explode("alias", empty_as_null=True)
    rows = [{"actor_id": actor, "alias": name} for actor, bearer in found.items() for name in bearer.names]
    names = pl.concat(
        [
            codebook.actors.select("actor_id", alias="name"),
            codebook["aliases"].filter(pl.col("kind") != "paraphrase").select("actor_id", "alias"),
            countries,
            ACTOR_ALIASES.frame(rows),
        ]
    )
    return ACTOR_ALIASES.conform(names.drop_nulls().unique())


def _told(actor_mentions: pl.LazyFrame, settled: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Roles that documents give people of the codebook, where it knows no such role of theirs: `schemas.ACTOR_ROLES`."""
    role_of = codebook["role_titles"].select(discovered_role=pl.col("title").str.to_lowercase(), of="role").unique("discovered_role")
    told = (
        actor_mentions.filter(pl.col("discovered_role").is_not_null(), pl.col("role").is_null())
        .select("mention_id", "discovered_role", organization="discovered_organization")
        .collect(engine="streaming")
        .join(settled, on="mention_id")
        .join(role_of, on="discovered_role", how="left")
        .with_columns(of=pl.coalesce("of", "discovered_role"))
    )
    known = codebook["roles"].select("actor_id", "role", head=pl.col("role").str.split(" ").list.last())
    for named, column in (("of", "role"), ("discovered_role", "role"), ("discovered_role", "head")):  # a "special envoy" is an envoy
        told = told.join(known.select("actor_id", pl.col(column).alias(named)), on=["actor_id", named], how="anti")
    columns = {
        "role": pl.col("discovered_role"),
        "country_code": pl.lit(None, pl.String),
        "valid_from": pl.lit(None, pl.Date),
        "valid_to": pl.lit(None, pl.Date),
        "valid_from_precision": pl.lit(None, pl.String),
        "valid_to_precision": pl.lit(None, pl.String),
        "basis": pl.lit("text"),
    }
    return told.with_columns(**columns).select(*ACTOR_ROLES.polars).unique()


def _roles(discovered: dict[str, Bearer], known: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Roles of the codebook with their terms, and those the texts give, each with its document."""
    held = codebook["roles"].with_columns(basis=pl.lit("codebook"), document_id=pl.lit(None, pl.String))
    # a codebook made of frames tells days alone
    days = {name: pl.lit("day") for name in ("valid_from_precision", "valid_to_precision") if name not in held.columns}
    held = held.with_columns(**days)
    rows = [
        {
            "actor_id": actor,
            "role": role,
            "organization": organization,
            "country_code": country,
            "basis": "text",
            "document_id": document,
        }
        for actor, bearer in discovered.items()
        for role, organization, country, document in bearer.roles
    ]
    told = (
        pl.concat([ACTOR_ROLES.frame(rows), known])
        .sort("country_code", nulls_last=True)
        .unique(ACTOR_ROLES.key, keep="first", maintain_order=True)
    )
    return ACTOR_ROLES.conform(pl.concat([held.select(*ACTOR_ROLES.polars), told]))
