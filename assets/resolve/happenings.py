"""One happening once: event mentions of all documents that report the same thing get one event id.

Here belongs the joining. What a report tells (`happening_reports`), and how much speaks for two being one
(`happening_likeness`), does not, nor does reading events out of text (`assets.enrich.events`).

Conservative on purpose: two happenings taken for one mislead more than one counted twice. Firm reports (who, whom and,
within days, when) are joined first, the likeliest pair first, unless anything in the two groups contradicts. The others
(a side left out, no date, "in 2018") then go to the one group that they fit best by a margin, judged against the groups
as they stood before, so that no order of rows, documents or batches shows. Pairs are sought only among reports of one
kind and the same two parties whose days meet, or of one story: never all against all.
"""

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

import polars as pl

from assets.identity import content_id
from assets.resolve.happening_likeness import ALONE, ENOUGH, MARGIN, contradict, likeness, meet
from assets.resolve.happening_reports import BY_WORDS, LONGEST_LAG, SHORT, Interval, Profile, Report, Reports, reports
from assets.schemas import HAPPENINGS

# Where a report meets more groups than this it tells too little to belong to one of them.
MOST_CANDIDATES = 40
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


def happenings(
    event_mentions: pl.DataFrame,
    event_arguments: pl.DataFrame,
    mention_actors: pl.DataFrame,
    bound_times: pl.DataFrame,
    document_dates: pl.DataFrame,
    stories: pl.DataFrame,
    actors: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Event ids of event mentions.

    Parameters
    ----------
    event_mentions, event_arguments
        `schemas.EVENT_MENTIONS` and `schemas.EVENT_ARGUMENTS` of the whole corpus.
    mention_actors, bound_times, document_dates, stories
        The other tables of `assets.resolve`, of the same corpus.
    actors
        `schemas.ACTORS`: whom an actor speaks for, so that two presidents' talk is their states' talk. Without it actors
        stand for themselves alone.

    Returns
    -------
    `schemas.HAPPENINGS`: a row per event mention. An event id derives from the happening's first mention: the earliest
    by date, then by document and place.
    """
    told = reports(event_mentions, event_arguments, mention_actors, bound_times, document_dates, stories, actors)
    with _no_search_for_cycles():
        firm, loose = _alike(told)
        joined = _Joining(told)
        standing, apart = joined.attached(joined.merged(firm), loose)
        return _with_ids(told.table, [*standing, *joined.merged(apart)])


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """No garbage collection: groups refer to each other nowhere, and a third of the time went into looking whether they do."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _alike(told: Reports) -> tuple[list[Group], list[Group]]:
    """Reports that tell the same of the same day, or the same without a day in one story, are one from the start.

    Groups of firm reports, and of the others.
    """
    is_day = (pl.col("own_from") == pl.col("own_to")).fill_null(False)
    # where a side is left out, only the same words are taken to mean the same deed
    words = pl.when(~pl.col("is_whole")).then(pl.struct("frame", "story", pl.when("is_by_words").then("evidence")))
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
    parties = [_parties(profile) for profile in told.profiles]
    groups: tuple[list[Group], list[Group]] = ([], [])
    for is_firm, rows, number, first, last, stories, days in grouped.iter_rows():
        profile = told.profiles[number]
        groups[not is_firm].append(Group(rows, profile, (first, last), list(_places(profile, parties[number], stories, days))))
    return groups


def _with_ids(table: pl.DataFrame, groups: list[Group]) -> pl.DataFrame:
    """`schemas.HAPPENINGS`: a happening's id derives from its earliest mention."""
    number = pl.Series(range(len(groups)), dtype=pl.UInt32).repeat_by(pl.Series([len(group.rows) for group in groups])).explode()
    rows = pl.Series([row for group in groups for row in group.rows], dtype=pl.UInt32)
    in_order = [pl.coalesce("own_from", "told_from").fill_null(date.max), "document_id", "evidence_start", "mention_id"]
    members = table.select("mention_id", "document_id", "evidence_start", "own_from", "told_from")[rows].with_columns(group=number)
    first = members.sort(in_order).unique("group", keep="first", maintain_order=True).select("group", first="mention_id")
    ids = pl.Series([content_id("happening", mention) for mention in first["first"]], dtype=pl.String)
    found = members.join(first.select("group", event_id=ids), on="group")
    return HAPPENINGS.conform(found.select("mention_id", "document_id", "event_id"))


class _Joining:
    """Groups made of groups; remembers which profiles contradict each other."""

    def __init__(self, told: Reports) -> None:
        self._told = told
        self._verdicts: dict[tuple[Profile, Profile], bool] = {}

    def merged(self, groups: list[Group]) -> list[Group]:
        """The groups joined, the likeliest pair first, as long as nothing in them contradicts."""
        pairs = self._unchallenged(groups)
        parent = list(range(len(groups)))
        for one, other in pairs:
            first, second = _root(parent, one), _root(parent, other)
            if first == second:
                continue
            window = _shared(groups[first].window, groups[second].window)
            if window and not self._contradict(groups[first], groups[second]):
                groups[first].take(groups[second], window)
                parent[second] = first
        return [group for number, group in enumerate(groups) if parent[number] == number]

    def _unchallenged(self, groups: list[Group]) -> list[tuple[int, int]]:
        """Pairs like enough to be one, the likeliest first; none where a group fits two that cannot be one about as well."""
        fits: dict[int, dict[int, float]] = defaultdict(dict)
        pairs = [(one, other) for one, other in _neighbours(groups) if not self._differ(groups[one], groups[other])]
        told = self._told.read(row for pair in pairs for number in pair for row in groups[number].compared)
        for one, other in pairs:
            points = _points(groups[one], groups[other], told)
            if points >= ENOUGH:
                fits[one][other] = fits[other][one] = points
        found = []
        for one, others in fits.items():
            for other, points in others.items():
                if one < other and not any(
                    self._differ(groups[mine], groups[rival])
                    for near, mine in ((fits[one], other), (fits[other], one))
                    for rival, likely in near.items()
                    if rival != mine and likely > points - MARGIN
                ):
                    found.append((-points, sorted((groups[one].rows[0], groups[other].rows[0])), one, other))
        return [(one, other) for _, _, one, other in sorted(found)]

    def _differ(self, one: Group, other: Group) -> bool:
        return not _shared(one.window, other.window) or self._contradict(one, other)

    def attached(self, standing: list[Group], loose: list[Group]) -> tuple[list[Group], list[Group]]:
        """Each loose group added to the one standing group that it fits best by a margin; and those that stay apart."""
        index: dict[Place, set[int]] = defaultdict(set)
        of_days: dict[Place, dict[date, set[int]]] = defaultdict(lambda: defaultdict(set))
        for number, group in enumerate(standing):
            for place in group.places:
                if isinstance(place[-1], date):
                    of_days[place[:-1]][place[-1]].add(number)
                else:
                    index[place].add(number)
        nearest = [self._candidates(group, standing, index, of_days) for group in loose]
        del index, of_days
        compared = [group for group, near in zip(loose, nearest, strict=True) if near]
        compared += [standing[number] for number in set().union(*nearest)]
        told = self._told.read(row for group in compared for row in group.compared)
        additions: dict[int, list[Group]] = defaultdict(list)
        apart: list[Group] = []
        for group, near in zip(loose, nearest, strict=True):
            ranked = sorted(((_points(group, standing[number], told), number) for number in near), reverse=True)
            if _is_found(group, [points for points, _ in ranked]):
                additions[ranked[0][1]].append(group)
            else:
                apart.append(group)
        for number, groups in additions.items():
            for group in groups:
                standing[number].take(group, _shared(standing[number].window, group.window) or standing[number].window)
        return standing, apart

    def _candidates(
        self, group: Group, standing: list[Group], index: dict[Place, set[int]], of_days: dict[Place, dict[date, set[int]]]
    ) -> tuple[int, ...]:
        """Standing groups that this one may belong to."""
        met: list[set[int]] = []
        for place in group.places:
            if not isinstance(place[-1], date):
                met += [index[place]] if place in index else []
            elif of_party := of_days.get(place[:-1]):
                met += [of_party[day] for day in _days_near(group.window) if day in of_party]
        near = {number for found in met if len(found) <= MOST_CANDIDATES for number in found}
        return tuple(number for number in near if not self._differ(group, standing[number]))

    def _contradict(self, one: Group, other: Group) -> bool:
        return any(self._verdict(mine, theirs) for mine, theirs in product(one.profiles, other.profiles))

    def _verdict(self, one: Profile, other: Profile) -> bool:
        key = (one, other)
        if key not in self._verdicts:
            self._verdicts[key] = self._verdicts[other, one] = contradict(one, other)
        return self._verdicts[key]


def _is_found(group: Group, points: list[float]) -> bool:
    """Whether the likeliest of several (in order) is the one meant; of what is done, and not said again and again, the only one."""
    if len(points) == 1:
        is_deed = all(profile.kind not in BY_WORDS | {"accord"} for profile in group.profiles)
        return points[0] + ALONE * is_deed >= ENOUGH
    return bool(points) and points[0] >= ENOUGH and (points[1] < ENOUGH or points[0] - points[1] >= MARGIN)


def _points(one: Group, other: Group, told: dict[int, tuple[str, Report]]) -> float:
    """The likeness of the likeliest pair of reports of two groups that do not differ."""
    pairs = product(map(told.__getitem__, one.compared), map(told.__getitem__, other.compared))
    return max(likeness(*pair) for pair in {(mine, theirs, here == there) for (here, mine), (there, theirs) in pairs})


def _neighbours(groups: list[Group]) -> Iterator[tuple[int, int]]:
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


def _days_near(window: Interval) -> list[date]:
    """The days on which news of these days may end: before the last of them, or after."""
    first, last = window
    return [first + timedelta(days=day) for day in range((last - first).days + LONGEST_LAG.days + 1)]


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


def _shared(one: Interval, other: Interval) -> Interval | None:
    return (max(one[0], other[0]), min(one[1], other[1])) if meet(one, other) else None


def _root(parent: list[int], member: int) -> int:
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member
