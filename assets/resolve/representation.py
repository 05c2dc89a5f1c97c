"""Whom a discovered actor speaks for: the ministry a text places her at, or the state whose minister she is.

Whom the codebook's actors speak for stands in the codebook; joining names to actors (`discovered`) does not belong here.
"""

import polars as pl

from assets.codebook import Codebook
from assets.resolve.discovered import Bearer
from assets.resolve.names import plain_name

BODIES = ("government_body", "organization", "state")
# Offices that speak for a state; a lawmaker or a governor speaks for himself.
OFFICES = frozenset({"minister", "president", "premier", "chancellor", "ambassador", "envoy", "king", "queen"})
# Who held an office once speaks for nobody now.
ONCE = frozenset({"former", "formerly", "ex", "retired", "once", "onetime", "erstwhile", "ousted", "deposed"})


class Representation:
    """The codebook's bodies and states, asked whom a discovered actor speaks for."""

    def __init__(self, codebook: Codebook) -> None:
        bodies = codebook.actors.filter(pl.col("actor_type").is_in(BODIES)).select("actor_id", "name")
        aliases = codebook["aliases"].filter(pl.col("kind") != "paraphrase").join(bodies.select("actor_id"), on="actor_id")
        self._bodies: dict[str, set[str]] = {}
        for actor, name in [*bodies.iter_rows(), *aliases.select("actor_id", "alias").iter_rows()]:
            self._bodies.setdefault(plain_name(name), set()).add(actor)
        states = codebook.actors.filter(pl.col("actor_type") == "state", pl.col("country_code").is_not_null())
        self._states = dict(states.sort("actor_id", descending=True).select("country_code", "actor_id").iter_rows())

    def of(self, bearer: Bearer) -> str | None:
        """Id of the codebook's actor that it speaks for; null where the text does not tell one, or tells several."""
        if bearer.actor_type == "government_body":
            return self._states.get(bearer.country_code or "")
        held = {role.lower() for role, *_ in bearer.roles if role.strip()}
        offices = {role for role in held if ONCE.isdisjoint(role.replace("-", " ").split())}
        if not bearer.is_person or (held and not offices):
            return None
        places = [self._bodies.get(plain_name(organization), set()) for organization in sorted(bearer.organizations)]
        if places:
            actors = set().union(*places)
            return actors.pop() if len(actors) == 1 else None
        holds_office = any(role.split()[-1] in OFFICES for role in offices)
        return self._states.get(bearer.country_code or "") if holds_office else None
