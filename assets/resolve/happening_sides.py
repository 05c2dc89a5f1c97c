"""Whose deed an event was: its participants as the states, bodies or persons they stand for.

Comparing events (`assets.resolve.happenings`) does not belong here.
"""

from collections import defaultdict
from dataclasses import dataclass

import polars as pl

# Between equals: who is named first says nothing.
MUTUAL = frozenset({"consult", "cooperate", "agree"})
# Done to a person: an envoy arrested is not his state arrested.
PERSONAL = frozenset({"coerce", "assault", "sanction", "retreat", "concede"})
SPEAKS_FOR_STATE = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})  # PLOVER sectors


@dataclass(frozen=True, slots=True)
class Sides:
    """Actors on both sides: as they are (`targets_as_named`), and as whom they stand for."""

    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    targets_as_named: tuple[str, ...] = ()

    def of(self, event_type: str) -> "Sides":
        """The sides as they count for a type: together for mutual ones, targets as named where the deed is personal."""
        if event_type in MUTUAL:
            return Sides(tuple(sorted({*self.sources, *self.targets})))
        if event_type in PERSONAL:
            return Sides(self.sources, self.targets_as_named, self.targets_as_named)
        return Sides(self.sources, self.targets)

    @property
    def is_whole(self) -> bool:
        """Both sides are known; of mutual events, at least two parties."""
        return bool(self.sources and self.targets) or len(self.sources) > 1

    def actors(self) -> set[str]:
        """All of them."""
        return {*self.sources, *self.targets}

    def agree(self, other: "Sides") -> bool:
        """No side that both know differs, though one may name fewer targets; of a mutual event, fewer parties."""
        if not (self.targets or other.targets):
            one, two = set(self.sources), set(other.sources)
            return one <= two or two <= one
        mine, theirs = set(self.targets), set(other.targets)
        same_targets = mine <= theirs or theirs <= mine  # "recalled its ambassadors to X and Y", "its ambassador to X"
        return same_targets and (not self.sources or not other.sources or self.sources == other.sources)


def sides(event_arguments: pl.DataFrame, mention_actors: pl.DataFrame, actors: pl.DataFrame | None) -> dict[str, Sides]:
    """Sides of event mentions, by mention id.

    `event_arguments`, `mention_actors` and `actors` are tables of `assets.schemas`. An argument whose mention nobody
    could resolve is left out.
    """
    stands_for = represented(actors) if actors is not None else {}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    resolved = event_arguments.join(
        mention_actors.select(actor_mention_id="mention_id", actor_id="actor_id"), on="actor_mention_id", how="inner"
    )
    for mention_id, participation, actor_id in resolved.select("mention_id", "participation", "actor_id").iter_rows():
        found[mention_id][participation].add(actor_id)
    return {
        mention_id: Sides(
            tuple(sorted({stands_for.get(actor, actor) for actor in parts["source"]})),
            tuple(sorted({stands_for.get(actor, actor) for actor in parts["target"]})),
            tuple(sorted(parts["target"])),
        )
        for mention_id, parts in found.items()
    }


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
