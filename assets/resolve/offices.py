"""Who held an office on a day: mentions by role ("the Russian president") and open candidates, settled by the codebook's terms.

A mention is settled only where one holder is possible; else it stays unknown.
"""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

import polars as pl

from assets.codebook import Codebook
from assets.identity import slug


class Holding(NamedTuple):
    """A row of the codebook's roles."""

    actor_id: str
    role: str
    organization: str
    country_code: str | None
    valid_from: date | None
    valid_to: date | None

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether the office was held on a day of the interval; ends not known count as reaching as far as may be."""
        begins_after = self.valid_from and last and self.valid_from > last
        ends_before = self.valid_to and first and self.valid_to < first
        return not begins_after and not ends_before

    def ends_or_begins(self, first: date | None, last: date | None) -> bool:
        """Whether an interval of several days holds but the day on which the office was handed over."""
        return first != last and ((first is not None and self.valid_to == first) or (last is not None and self.valid_from == last))

    def covers(self, first: date | None, last: date | None) -> bool:
        """Whether the office was held on all days of the interval, of which at least one end is known."""
        begun = self.valid_from is None or (first is not None and self.valid_from <= first)
        lasting = self.valid_to is None or (last is not None and last <= self.valid_to)
        return begun and lasting and not (first is None and last is None)


class Offices:
    """The codebook's roles, asked for holders."""

    def __init__(self, codebook: Codebook) -> None:
        self.by_actor: dict[str, list[Holding]] = defaultdict(list)
        self.by_office: dict[tuple[str, str], list[Holding]] = defaultdict(list)
        for actor, role, organization, country, first, last in (
            codebook["roles"].select("actor_id", "role", "organization", "country_code", "valid_from", "valid_to").iter_rows()
        ):
            holding = Holding(actor, role, slug(organization or ""), country, first, last)
            self.by_actor[actor].append(holding)
            self.by_office[role, country or ""].append(holding)
        unique = codebook["role_titles"].filter("is_unique")
        self.unique_roles = set(unique["role"])
        self.countries = dict(codebook.actors.filter(actor_type="person").select("actor_id", "country_code").iter_rows())
        self.actor_ids = set(codebook.actors["actor_id"])

    def holder(self, role: str, country_code: str | None, organization: str | None, first: date | None, last: date | None) -> str | None:
        """Who alone held an office during the whole interval; null where nobody or more than one may have.

        Without an organisation only offices count that have one holder a country at a time ("the foreign minister").
        """
        body = slug(organization or "")
        if not body and role not in self.unique_roles:
            return None
        held = [one for one in self.by_office[role, country_code or ""] if one.organization == body]
        possible = {one.actor_id for one in held if one.overlaps(first, last) and not one.ends_or_begins(first, last)}
        covering = {one.actor_id for one in held if one.covers(first, last)}
        return covering.pop() if len(covering) == 1 and len(possible) == 1 else None

    def only_candidate(
        self, candidates: list[str], role: str | None, country_code: str | None, first: date | None, last: date | None
    ) -> str | None:
        """The one of the candidates that role, country and date leave; null where they leave none or several."""
        left = sorted({actor for actor in candidates if actor in self.actor_ids})
        if country_code:
            left = [actor for actor in left if self.countries.get(actor, country_code) in (None, country_code)]
        if role:
            left = [actor for actor in left if any(one.role == role and one.overlaps(first, last) for one in self.by_actor[actor])]
        elif len(left) > 1 and (first or last):
            # Somebody of no known office cannot be told out by the date.
            left = [actor for actor in left if not self.by_actor[actor] or any(one.overlaps(first, last) for one in self.by_actor[actor])]
        return left[0] if len(left) == 1 else None


def settled_mentions(actor_mentions: pl.LazyFrame, document_dates: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Mentions of codebook actors: `mention_id`, `document_id`, `actor_id`."""
    offices = Offices(codebook)
    is_known = pl.col("actor_id").is_in(sorted(offices.actor_ids))
    known = actor_mentions.filter(is_known).select("mention_id", "document_id", "actor_id").collect(engine="streaming")
    left_open = (
        actor_mentions.filter(pl.col("actor_id").is_null(), pl.col("role").is_not_null() | pl.col("candidates").is_not_null())
        .join(
            document_dates.lazy().select(
                "document_id",
                first=pl.coalesce("published_on", "published_from"),
                last=pl.coalesce("published_on", "published_to"),
            ),
            on="document_id",
            how="left",
        )
        .select("mention_id", "document_id", *ASKED)
        .collect(engine="streaming")
    )
    # the same question is asked once, however many mentions ask it
    different = left_open.select(ASKED).unique(maintain_order=True)
    settled = different.with_columns(actor_id=pl.Series([_settled(offices, *row) for row in different.iter_rows()], dtype=pl.String))
    found = left_open.join(settled, on=ASKED, nulls_equal=True, maintain_order="left").filter(pl.col("actor_id").is_not_null())
    return pl.concat([known, found.select(known.columns)])


ASKED = ("role", "country_code", "discovered_organization", "candidates", "first", "last")


def _settled(
    offices: Offices,
    role: str | None,
    country_code: str | None,
    organization: str | None,
    candidates: str | None,
    first: date | None,
    last: date | None,
) -> str | None:
    if candidates:
        return offices.only_candidate(candidates.split("; "), role, country_code, first, last)
    return offices.holder(role or "", country_code, organization, first, last)
