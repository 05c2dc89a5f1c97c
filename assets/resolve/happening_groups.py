"""Groups of reports: those that are one from the start, and which of them meet, so that they are worth judging.

Judging and joining them does not belong here (`assets.resolve.happening_likeness`, `assets.resolve.happenings`).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import polars as pl

from assets.resolve.happening_reports import SHORT, Interval, Profile, Reports

# A long text may hold many reports of a kind; each is compared with so many of those that follow it.
MOST_NEIGHBOURS = 60
# Parties by which reports are looked up; of a summit of thirty the first in the alphabet will do.
MOST_PARTIES = 6
# Of what a hundred outlets tell, so many reports stand for all.
MOST_COMPARED = 12

Place = tuple[Any, ...]  # a key under which reports that can be one meet


class Group:
    """Reports joined so far: what they tell, and the days on which they all may have been."""

    __slots__ = ("compared", "places", "profiles", "rows", "window")

    def __init__(self, rows: list[int], profile: Profile, window: Interval, places: list[Place]) -> None:
        self.rows = rows  # numbers of reports, in the order of their ids
        self.compared = rows[:MOST_COMPARED]  # those that other groups' are compared with
        self.profiles: set[Profile] = {profile}
        self.places = places
        self.window = window

    def take(self, other: "Group", window: Interval) -> None:
        self.rows += other.rows
        self.compared = sorted(self.compared + other.compared)[:MOST_COMPARED]
        self.profiles |= other.profiles
        self.places += other.places
        self.window = window


def alike(told: Reports) -> tuple[list[Group], list[Group]]:
    """Reports that tell the same of the same day, or the same without a day in one story, are one from the start.

    Groups of firm reports, and of the others.
    """
    is_day = (pl.col("own_from") == pl.col("own_to")).fill_null(False)
    # where a side is left out, or something is but said, proposed or thought of, only the same words are taken to mean the same deed
    words = pl.when(~pl.col("is_whole") | (pl.col("is_of_words") & ~is_day)).then(
        pl.struct("frame", "story", pl.when("is_of_words").then("evidence"))
    )
    of_story = pl.when(~is_day).then("story")
    # deeds that a sentence lists begin with the same subject, and are told apart by their frames
    is_listed = pl.col("is_listed") & (pl.len().over("document_id", "evidence_start", "profile") > 1)
    same = ["is_firm", "profile", "place", "own_from", "own_to", of_story.alias("of_story"), words.alias("words"), "is_coming"]
    same.append(pl.when(is_listed).then("frame").alias("listed"))
    grouped = (
        told.table.lazy()
        .with_row_index("row")
        .group_by(same, maintain_order=True)
        .agg(
            "row",
            stories=pl.col("story").unique(maintain_order=True),
            days=pl.col("window_to").filter(pl.col("window_to") - pl.col("window_from") <= SHORT).unique(maintain_order=True),
            first=pl.col("window_from").max(),
            last=pl.col("window_to").min(),
            window_from=pl.col("window_from").first(),
            window_to=pl.col("window_to").first(),
        )
        # days that they all may have been; of those that have none in common, the first one's
        .with_columns(
            window_from=pl.when(pl.col("first") <= pl.col("last")).then("first").otherwise("window_from"),
            window_to=pl.when(pl.col("first") <= pl.col("last")).then("last").otherwise("window_to"),
        )
        .select("is_firm", "row", "profile", "window_from", "window_to", "stories", "days")
        .collect()
    )
    parties: dict[int, list[str]] = {}
    groups: tuple[list[Group], list[Group]] = ([], [])
    for is_firm, rows, number, first, last, stories, days in grouped.iter_rows():
        profile = told.profiles[number]
        if number not in parties:
            parties[number] = _parties(profile)
        groups[not is_firm].append(Group(rows, profile, (first, last), list(_places(profile, parties[number], stories, days))))
    return groups


def neighbours(groups: list[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of groups worth judging: the same kind and parties on days that meet, or one story."""
    blocks: dict[Place, list[tuple[date, date, int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        in_block = (*group.window, group.rows[0], number)
        for place in group.places:
            blocks[place].append(in_block)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) == 1:
            continue
        block.sort()
        for position, (_, last, _, number) in enumerate(block):
            for begin, _, _, other in block[position + 1 : position + 1 + MOST_NEIGHBOURS]:
                if begin > last:
                    break
                pair = (number, other) if number < other else (other, number)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _parties(profile: Profile) -> list[str]:
    """Parties by which reports of this profile are looked up."""
    parties = {*profile.sides.lands[0], *profile.sides.lands[1]}
    if profile.sides.is_whole and len(parties) < 2:  # a government and its rebels
        parties |= {*profile.sides.sources, *profile.sides.targets}
    return sorted(parties)[:MOST_PARTIES]


def _places(profile: Profile, parties: list[str], stories: list[str], days: list[date]) -> Iterator[Place]:
    """Keys under which reports that can be one meet: a party within a story or on a day, and any two parties."""
    kind, stage = profile.kind, profile.stage
    for party in parties:
        for story in stories:
            yield kind, stage, story, party
        for day in days:
            yield kind, stage, party, day
    if profile.sides.is_whole:
        for pair in combinations(parties, 2):
            yield kind, stage, pair
