"""One happening once: event mentions of all documents that report the same thing get one event id.

Here belongs the joining. What a report tells (`happening_reports`), and how much speaks for two being one
(`happening_likeness`), does not, nor does reading events out of text (`assets.enrich.events`).

Conservative on purpose: two happenings taken for one mislead more than one counted twice. Firm reports (who, whom and,
within days, when) are joined first, the likeliest pair first, unless anything in the two groups contradicts. The others
(a side left out, no date, "in 2018") then go to the one group that they fit best by a margin, judged against the groups
as they stood before, so that no order of rows, documents or batches shows. Pairs are sought only among reports of one
kind and the same two parties whose days meet, or of one story: never all against all.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from itertools import combinations, product

import polars as pl

from assets.identity import content_id
from assets.resolve.happening_likeness import ENOUGH, MARGIN, contradict, likeness, meet
from assets.resolve.happening_reports import SHORT, Interval, Profile, Report, reports
from assets.schemas import HAPPENINGS

# Where a report meets more groups than this it tells too little to belong to one of them.
MOST_CANDIDATES = 40
# A long text may hold many reports of a kind; each is compared with so many of those that follow it.
MOST_NEIGHBOURS = 60
# Parties by which reports are looked up; of a summit of thirty the first in the alphabet will do.
MOST_PARTIES = 6
# Of what a hundred outlets tell, so many reports stand for all.
MOST_COMPARED = 12


class Group:
    """Reports joined so far: what they tell, and the days on which they all may have been."""

    __slots__ = ("places", "profiles", "reports", "window")

    def __init__(self, reports_: list[Report]) -> None:
        self.reports = reports_
        self.profiles: set[Profile] = {report.profile for report in reports_}
        self.places = {place for report in reports_ for place in _places(report)}
        self.window = _common_days(reports_)

    def take(self, other: "Group", window: Interval) -> None:
        self.reports += other.reports
        self.profiles |= other.profiles
        self.places |= other.places
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
    joined = _Joining()
    firm = joined.merged(_alike(report for report in told if report.is_firm))
    loose = _alike(report for report in told if not report.is_firm)
    standing, apart = joined.attached(firm, loose)
    rows = [
        {"mention_id": report.mention_id, "document_id": report.document_id, "event_id": event_id}
        for group in [*standing, *joined.merged(apart)]
        for event_id in [_event_id(group.reports)]
        for report in group.reports
    ]
    return HAPPENINGS.conform(HAPPENINGS.frame(rows))


def _alike(told: Iterable[Report]) -> list[Group]:
    """Reports that tell the same of the same day, or the same without a day in one story, are one from the start."""
    groups: dict[Hashable, list[Report]] = defaultdict(list)
    for report in told:
        is_day = report.own is not None and report.own[0] == report.own[1]
        when = (report.own, "") if is_day else (report.own, report.story)
        # where a side is left out, only the same words are taken to mean the same deed
        words = None if report.profile.sides.is_whole else (report.frame, report.story)
        groups[report.profile, report.place, when, words, report.is_coming].append(report)
    return [Group(group) for group in groups.values()]


class _Joining:
    """Groups made of groups; remembers which profiles contradict each other."""

    def __init__(self) -> None:
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
        for one, other in _neighbours(groups):
            points = self._points(groups[one], groups[other])
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
                    names = sorted((groups[one].reports[0].mention_id, groups[other].reports[0].mention_id))
                    found.append((-points, names, one, other))
        return [(one, other) for _, _, one, other in sorted(found)]

    def _differ(self, one: Group, other: Group) -> bool:
        return not _shared(one.window, other.window) or self._contradict(one, other)

    def attached(self, standing: list[Group], loose: list[Group]) -> tuple[list[Group], list[Group]]:
        """Each loose group added to the one standing group that it fits best by a margin; and those that stay apart."""
        index: dict[Hashable, set[int]] = defaultdict(set)
        for number, group in enumerate(standing):
            for place in group.places:
                index[place].add(number)
        additions: dict[int, list[Group]] = defaultdict(list)
        apart: list[Group] = []
        for group in loose:
            near: set[int] = set()
            for place in group.places:
                found = index.get(place, set())
                near |= found if len(found) <= MOST_CANDIDATES else set()
            ranked = sorted((self._points(group, standing[number]), number) for number in near)[-2:]
            best, number = ranked[-1] if ranked else (0.0, -1)
            if best >= ENOUGH and (len(ranked) == 1 or best - ranked[0][0] >= MARGIN or ranked[0][0] < ENOUGH):
                additions[number].append(group)
            else:
                apart.append(group)
        for number, groups in additions.items():
            for group in groups:
                standing[number].take(group, _shared(standing[number].window, group.window) or standing[number].window)
        return standing, apart

    def _points(self, one: Group, other: Group) -> float:
        """The likeness of the likeliest pair of reports; 0 where the groups contradict."""
        if self._differ(one, other):
            return 0.0
        return max(likeness(mine, theirs) for mine, theirs in product(_told_apart(one), _told_apart(other)))

    def _contradict(self, one: Group, other: Group) -> bool:
        return any(self._verdict(mine, theirs) for mine, theirs in product(one.profiles, other.profiles))

    def _verdict(self, one: Profile, other: Profile) -> bool:
        key = (one, other)
        if key not in self._verdicts:
            self._verdicts[key] = self._verdicts[other, one] = contradict(one, other)
        return self._verdicts[key]


def _told_apart(group: Group) -> list[Report]:
    """The reports of a group that others are compared with: the first by id."""
    return sorted(group.reports, key=lambda report: report.mention_id)[:MOST_COMPARED]


def _neighbours(groups: list[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of groups worth judging: the same kind and parties on days that meet, or one story."""
    blocks: dict[Hashable, list[tuple[date, date, str, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        first = group.reports[0]
        for place in group.places:
            blocks[place].append((*group.window, first.mention_id, number))
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        block.sort()
        for position, (_, last, _, number) in enumerate(block):
            for begin, _, _, other in block[position + 1 : position + 1 + MOST_NEIGHBOURS]:
                if begin > last:
                    break
                pair = (number, other) if number < other else (other, number)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _places(report: Report) -> Iterator[Hashable]:
    """Keys under which reports that can be one meet: a party within a story or on a day, and any two parties."""
    kind, stage, sides = report.profile.kind, report.profile.stage, report.profile.sides
    parties = sorted({*sides.lands[0], *sides.lands[1]})
    if sides.is_whole and len(parties) < 2:  # a government and its rebels
        parties = sorted({*sides.sources, *sides.targets})
    first, last = report.window
    for party in parties[:MOST_PARTIES]:
        yield kind, stage, report.story, party
        if last - first <= SHORT:
            yield kind, stage, party, last
    if sides.is_whole:
        for pair in combinations(parties[:MOST_PARTIES], 2):
            yield kind, stage, pair


def _common_days(told: Iterable[Report]) -> Interval:
    windows = [report.window for report in told]
    first, last = max(window[0] for window in windows), min(window[1] for window in windows)
    return (first, last) if first <= last else windows[0]


def _shared(one: Interval, other: Interval) -> Interval | None:
    return (max(one[0], other[0]), min(one[1], other[1])) if meet(one, other) else None


def _root(parent: list[int], member: int) -> int:
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member


def _event_id(told: list[Report]) -> str:
    first = min(
        told,
        key=lambda report: ((report.own or report.told or (date.max, date.max))[0], report.document_id, report.start, report.mention_id),
    )
    return content_id("happening", first.mention_id)
