"""Whose deed an event was: its participants as the states, bodies or persons they stand for.

Comparing events (`assets.resolve.happening_likeness`) does not belong here.
"""

from collections import defaultdict
from dataclasses import dataclass

import polars as pl

# Between equals: who is named first says nothing.
MUTUAL = frozenset({"consult", "cooperate", "agree"})
# Done to a person: an envoy arrested is not his state arrested.
PERSONAL = frozenset({"coerce", "assault", "sanction", "retreat", "concede"})
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

    def of(self, event_type: str) -> "Sides":
        """The sides as they count for a type: together for mutual ones, targets as named where the deed is personal."""
        if event_type in MUTUAL:
            together = tuple(sorted({*self.sources, *self.targets}))
            lands = tuple(sorted({*self.lands[0], *self.lands[1]}))
            return Sides(together, (), (), (lands, ()), self.people)
        if event_type in PERSONAL:
            return Sides(self.sources, self.targets_named, self.targets_named, self.lands, self.people)
        return self

    @property
    def is_whole(self) -> bool:
        """Both sides are known; of mutual events, at least two parties."""
        return bool(self.sources and self.targets) or len(self.sources) > 1


def sides(event_arguments: pl.DataFrame, mention_actors: pl.DataFrame, actors: pl.DataFrame | None) -> dict[str, Sides]:
    """Sides of event mentions, by mention id.

    `event_arguments`, `mention_actors` and `actors` are tables of `assets.schemas`. An argument whose mention nobody
    could resolve is left out.
    """
    stands_for = represented(actors) if actors is not None else {}
    kinds = dict(actors.select("actor_id", "actor_type").iter_rows()) if actors is not None else {}
    countries = dict(actors.select("actor_id", "country_code").iter_rows()) if actors is not None else {}
    resolved = event_arguments.join(
        mention_actors.select(actor_mention_id="mention_id", actor_id="actor_id"), on="actor_mention_id", how="inner"
    )
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for mention_id, participation, actor_id in resolved.select("mention_id", "participation", "actor_id").iter_rows():
        found[mention_id][participation == "target"].add(actor_id)
    made: dict[tuple[Actors, Actors], Sides] = {}
    by_mention: dict[str, Sides] = {}
    for mention_id, (acting, acted_upon) in found.items():
        named = tuple(sorted(acting)), tuple(sorted(acted_upon))
        if named not in made:
            sources, targets = (tuple(sorted({stands_for.get(actor, actor) for actor in side})) for side in named)
            lands = [tuple(sorted({countries.get(actor) or actor for actor in side})) for side in named]
            people = {(stands_for[actor], actor) for side in named for actor in side if kinds.get(actor) == "person"}
            made[named] = Sides(sources, targets, named[1], (lands[0], lands[1]), tuple(sorted(people)))
        by_mention[mention_id] = made[named]
    return by_mention


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
