"""Whose deed an event was: its participants as the states, bodies or persons they stand for.

Comparing events (`assets.resolve.happening_likeness`) does not belong here.
"""

from dataclasses import dataclass, field

import polars as pl

# Between equals: who is named first says nothing.
MUTUAL = frozenset({"consult", "cooperate", "agree"})
# Done to a person: an envoy arrested is not his state arrested.
PERSONAL = frozenset({"coerce", "assault", "sanction", "retreat", "concede"})
BETWEEN = "\n"  # in no actor id
SPEAKS_FOR_STATE = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})  # PLOVER sectors

Actors = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Actors on both sides: as whom they stand for, and targets as they are named."""

    sources: Actors = ()
    targets: Actors = ()
    targets_named: Actors = ()
    lands: tuple[Actors, Actors] = ((), ())  # the countries of both sides; of who has none, the actor
    people: tuple[tuple[str, str], ...] = ()  # whom a person stands for, and the person
    is_whole: bool = field(init=False, compare=False)  # both sides are known; of mutual events, at least two parties

    def __post_init__(self) -> None:
        # asked a million times where fifty thousand documents are compared
        object.__setattr__(self, "is_whole", bool(self.sources and self.targets) or len(self.sources) > 1)

    def of(self, event_type: str) -> "Sides":
        """The sides as they count for a type: together for mutual ones, targets as named where the deed is personal."""
        if event_type in MUTUAL:
            together = tuple(sorted({*self.sources, *self.targets}))
            lands = tuple(sorted({*self.lands[0], *self.lands[1]}))
            return Sides(together, (), (), (lands, ()), self.people)
        if event_type in PERSONAL:
            return Sides(self.sources, self.targets_named, self.targets_named, self.lands, self.people)
        return self


def sides(event_arguments: pl.DataFrame, mention_actors: pl.DataFrame, actors: pl.DataFrame | None) -> tuple[pl.DataFrame, list[Sides]]:
    """The sides of event mentions: mention_id and the number of its sides; and all different sides by number, the first empty.

    `event_arguments`, `mention_actors` and `actors` are tables of `assets.schemas`. An argument whose mention nobody
    could resolve is left out.
    """
    stands_for = represented(actors) if actors is not None else {}
    kinds = dict(actors.select("actor_id", "actor_type").iter_rows()) if actors is not None else {}
    countries = dict(actors.select("actor_id", "country_code").iter_rows()) if actors is not None else {}
    acting = pl.col("participation") != "target"
    by_mention = (
        event_arguments.join(mention_actors.select(actor_mention_id="mention_id", actor_id="actor_id"), on="actor_mention_id", how="inner")
        .select("mention_id", "actor_id", acting=acting.fill_null(True))
        .unique()
        .sort("actor_id")
        .group_by("mention_id")
        .agg(
            sources=pl.col("actor_id").filter(pl.col("acting")).str.join(BETWEEN),
            targets=pl.col("actor_id").filter(~pl.col("acting")).str.join(BETWEEN),
        )
    )
    different = by_mention.select("sources", "targets").unique().sort("sources", "targets").with_row_index("sides", 1)
    made = [Sides()]
    for joined in different.select("sources", "targets").iter_rows():
        named = [tuple(side.split(BETWEEN)) if side else () for side in joined]
        sources, targets = (tuple(sorted({stands_for.get(actor, actor) for actor in side})) for side in named)
        lands = [tuple(sorted({countries.get(actor) or actor for actor in side})) for side in named]
        people = {(stands_for[actor], actor) for side in named for actor in side if kinds.get(actor) == "person"}
        made.append(Sides(sources, targets, named[1], (lands[0], lands[1]), tuple(sorted(people))))
    return by_mention.join(different, on=["sources", "targets"]).select("mention_id", "sides"), made


def represented(actors: pl.DataFrame) -> dict[str, str]:
    """Actor → the actor it stands for in the end: along `represents_id`, else its state where it holds public power."""
    represents = dict(actors.select("actor_id", "represents_id").filter(pl.col("represents_id").is_not_null()).iter_rows())
    states = dict(
        actors.filter(pl.col("actor_type") == "state", pl.col("country_code").is_not_null())
        .sort("actor_id", descending=True)
        .select("country_code", "actor_id")
        .iter_rows()
    )
    found: dict[str, str] = {}
    for actor_id, country, kind, sector in actors.select("actor_id", "country_code", "actor_type", "sector").iter_rows():
        end, seen = actor_id, {actor_id}
        while end in represents and represents[end] not in seen:
            end = represents[end]
            seen.add(end)
        if end == actor_id and kind in ("person", "government_body") and sector in SPEAKS_FOR_STATE and country in states:
            end = states[country]
        found[actor_id] = end
    return found
