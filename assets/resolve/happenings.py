"""One happening once: event mentions of all documents that report the same thing get one event id.

Here belongs the joining. Reading events out of text (`assets.enrich.events.mentions`), who is who (`assets.resolve.actors`) and
when (`assets.resolve.dates`) do not.

Conservative on purpose: two happenings taken for one mislead more than one counted twice. Mentions are compared by
event type, mode, sides, status and date. Complete ones are joined first, by equality; incomplete ones (no date of their own, a
longer interval, no mode, a side left out) then join the one component they can belong to, if it is exactly one. All
attachments are judged against the components as they stood before, so no order of rows, documents or batches shows.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import polars as pl

from assets.identity import content_id
from assets.resolve.happening_sides import Sides, sides
from assets.schemas import HAPPENINGS

# A document reports what is new: an event without a date of its own is taken to be of its day or the day before.
NEWS_LAG = timedelta(days=1)
# Documents whose date is known no better than this tell no date for their undated events.
LONGEST_DOCUMENT_INTERVAL = timedelta(days=7)
# Intervals longer than this are equal by chance ("in 2018"): they join only within one story.
LONGEST_SHARED_INTERVAL = timedelta(days=31)

HAPPENED = {"occurred": "happened", "ongoing": "happened"}
Interval = tuple[date, date]


@dataclass(slots=True)
class Report:
    """An event mention as it is compared."""

    mention_id: str
    document_id: str
    start: int
    event_type: str
    mode: str | None
    frame: str
    status: str
    sides: Sides
    story: str
    own: Interval | None  # the dates the words tell
    told: Interval | None  # the dates the document's date tells, where the words are silent
    is_opening: bool = False  # stands in the title, or, without one, in the first sentence

    @property
    def is_whole(self) -> bool:
        return bool(self.sides.is_whole and self.own and self.own[0] == self.own[1])


@dataclass(slots=True)
class Happening:
    """Reports joined so far, and what they agree on."""

    reports: list[Report] = field(default_factory=list)


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
    reports = _reports(event_mentions, sides(event_arguments, mention_actors, actors), bound_times, document_dates, stories)
    blocks: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        blocks[report.event_type, report.status].append(report)
    joined = [happening for block in blocks.values() for happening in _joined(block)]
    rows = [
        {"mention_id": report.mention_id, "document_id": report.document_id, "event_id": event_id}
        for happening in _planned_and_done(joined)
        for event_id in [_event_id(happening)]
        for report in happening.reports
    ]
    return HAPPENINGS.conform(HAPPENINGS.frame(rows))


def _reports(
    event_mentions: pl.DataFrame,
    sides_: dict[str, Sides],
    bound_times: pl.DataFrame,
    document_dates: pl.DataFrame,
    stories: pl.DataFrame,
) -> list[Report]:
    frame = (
        event_mentions.join(bound_times.select("time_id", "occurred_from", "occurred_to"), on="time_id", how="left")
        .join(document_dates.select("document_id", "published_from", "published_to"), on="document_id", how="left")
        .join(stories.select("document_id", "story_id"), on="document_id", how="left")
        .sort("mention_id")
    )
    return [
        Report(
            mention_id=row["mention_id"],
            document_id=row["document_id"],
            start=row["evidence_start"],
            event_type=row["event_type"],
            mode=row["event_mode"],
            frame=row["frame_id"] or "",
            status=HAPPENED.get(row["status"], row["status"]),
            sides=sides_.get(row["mention_id"], Sides()).of(row["event_type"]),
            story=row["story_id"] or row["document_id"],
            own=_interval(row["occurred_from"], row["occurred_to"]),
            told=_told(row["published_from"], row["published_to"], row["status"]),
            is_opening=row["sentence_start"] == 0,
        )
        for row in frame.iter_rows(named=True)
    ]


def _interval(first: date | None, last: date | None) -> Interval | None:
    return (first, last) if first and last and first <= last else None


def _told(first: date | None, last: date | None, status: str) -> Interval | None:
    """The days a document's date allows for what it reports without a date; nothing of what is still to come."""
    if not first or not last or not timedelta(0) <= last - first <= LONGEST_DOCUMENT_INTERVAL or status == "planned":
        return None
    return first - NEWS_LAG, last


def _joined(block: list[Report]) -> list[Happening]:
    """Happenings of the reports of one event type and status."""
    whole = [report for report in block if report.is_whole]
    sided = [report for report in block if report.sides.is_whole and not report.is_whole]
    partial = [report for report in block if not report.sides.is_whole]
    found = [Happening(reports) for reports in _grouped(whole)]
    found = _attached(found, _merge_modes(found))
    for tier in (sided, partial):
        found = _attached(found, [Happening(reports) for reports in _grouped(tier)])
    return _with_headlines(found)


def _with_headlines(found: list[Happening]) -> list[Happening]:
    """What a headline tells in other words than its text: the first happening of the text with the same one side."""
    openings = [one for one in found if all(report.is_opening and not report.sides.is_whole for report in one.reports)]
    loose = {id(one) for one in openings}
    rest = [one for one in found if id(one) not in loose]
    by_document: dict[str, list[Happening]] = defaultdict(list)
    for happening in rest:
        for document_id in {report.document_id for report in happening.reports}:
            by_document[document_id].append(happening)
    additions: dict[int, list[Report]] = defaultdict(list)
    apart = []
    for opening in openings:
        first = opening.reports[0]
        told = [
            (report.start, report.mention_id, one)
            for one in by_document[first.document_id]
            for report in one.reports
            if report.document_id == first.document_id and report.sides == first.sides and report.mode == first.mode
        ]
        match = min(told, key=lambda place: place[:2])[2] if told else None
        if match is None or any(_contradict(one, other) for one in opening.reports for other in match.reports):
            apart.append(opening)
        else:
            additions[id(match)] += opening.reports
    return [Happening(one.reports + additions.get(id(one), [])) for one in rest] + apart


def _merge_modes(found: list[Happening]) -> list[Happening]:
    """Takes the happenings without a mode out of `found`, to be attached like other incomplete ones."""
    without = [happening for happening in found if happening.reports[0].mode is None]
    found[:] = [happening for happening in found if happening.reports[0].mode is not None]
    return without


def _grouped(reports: list[Report]) -> list[list[Report]]:
    """Reports that agree in sides, mode and date, or in sides and mode within one story where neither tells a date."""
    union = _Union()
    for report in reports:
        union.add(report.mention_id)
        # where a side is left out, only the same words are taken to mean the same deed
        same = (report.sides, report.mode, None if report.sides.is_whole else report.frame)
        if report.own:
            is_short = report.own[1] - report.own[0] <= LONGEST_SHARED_INTERVAL
            union.join(report.mention_id, (*same, report.own, None if is_short else report.story))
        else:
            union.join(report.mention_id, (*same, report.story))
            if report.told and report.sides.is_whole:
                union.join(report.mention_id, (*same, report.told, None))
    groups: dict[Hashable, list[Report]] = defaultdict(list)
    for report in reports:
        groups[union.root(report.mention_id)].append(report)
    return list(groups.values())


def _attached(standing: list[Happening], loose: list[Happening]) -> list[Happening]:
    """Each loose happening joined to the one standing happening it can belong to; kept apart where none or several fit."""
    index: dict[Hashable, set[int]] = defaultdict(set)
    for number, happening in enumerate(standing):
        for report in happening.reports:
            for place in _places(report):
                index[place].add(number)
    additions: dict[int, list[Report]] = defaultdict(list)
    apart: list[Happening] = []
    for happening in loose:
        near = {number for report in happening.reports for place in _places(report) for number in index.get(place, ())}
        fitting = [number for number in sorted(near) if _fits(happening, standing[number])]
        if len(fitting) == 1:
            additions[fitting[0]] += happening.reports
        else:
            apart.append(happening)
    for number, reports in additions.items():
        standing[number].reports = standing[number].reports + reports
    return standing + apart


def _fits(loose: Happening, standing: Happening) -> bool:
    return any(_can_be_one(one, other) for one in loose.reports for other in standing.reports) and not any(
        _contradict(one, other) for one in loose.reports for other in standing.reports
    )


def _places(report: Report) -> Iterator[Hashable]:
    """Keys under which reports that can be one meet: an actor within a story, or the same sides within a month."""
    for actor in report.sides.actors():
        yield report.story, actor
    days = report.own or report.told
    if days and report.sides.is_whole and days[1] - days[0] <= LONGEST_SHARED_INTERVAL:
        for day in {days[0].replace(day=1), days[1].replace(day=1)}:
            yield report.sides, day


def _can_be_one(one: Report, other: Report) -> bool:
    if one.story == other.story:
        return not (one.own and other.own) or _overlap(one.own, other.own)
    if one.sides != other.sides or not one.sides.is_whole:
        return False
    first, second = one.own or one.told, other.own or other.told
    if not first or not second or max(first[1] - first[0], second[1] - second[0]) > LONGEST_SHARED_INTERVAL:
        return False
    return _overlap(first, second)


def _contradict(one: Report, other: Report) -> bool:
    if one.mode and other.mode and one.mode != other.mode:
        return True
    if not one.sides.agree(other.sides):
        return True
    return bool(one.own and other.own and not _overlap(one.own, other.own))


def _overlap(one: Interval, other: Interval) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _planned_and_done(found: list[Happening]) -> list[Happening]:
    """What was planned for a day and is reported done on that day is one happening; the status of each report stays."""
    done: dict[Hashable, list[int]] = defaultdict(list)
    for number, happening in enumerate(found):
        if happening.reports[0].status == "happened":
            for key in _day_keys(happening):
                done[key].append(number)
    kept: list[Happening] = []
    additions: dict[int, list[Report]] = defaultdict(list)
    for happening in found:
        numbers = {number for key in _day_keys(happening) for number in done.get(key, ())}
        if happening.reports[0].status == "planned" and len(numbers) == 1:
            additions[numbers.pop()] += happening.reports
    moved = {report.mention_id for reports in additions.values() for report in reports}
    for number, happening in enumerate(found):
        if happening.reports[0].mention_id not in moved:
            kept.append(Happening(happening.reports + additions.get(number, [])))
    return kept


def _day_keys(happening: Happening) -> set[Hashable]:
    return {(report.event_type, report.mode, report.sides, report.own) for report in happening.reports if report.is_whole}


def _event_id(happening: Happening) -> str:
    first = min(
        happening.reports,
        key=lambda report: (
            (report.own or report.told or (date.max, date.max))[0],
            report.document_id,
            report.start,
            report.mention_id,
        ),
    )
    return content_id("happening", first.mention_id)


class _Union:
    """Sets of things that belong together (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def add(self, item: Hashable) -> None:
        self._parent.setdefault(item, item)

    def join(self, one: Hashable, other: Hashable) -> None:
        self.add(other)
        first, second = self.root(one), self.root(other)
        if first != second:
            self._parent[second] = first

    def root(self, item: Hashable) -> Hashable:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item
