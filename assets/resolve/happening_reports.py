"""Event mentions as they are compared: what was done, by whom to whom, when at the earliest and latest, in which words.

Here belongs the reading of the tables. Judging two reports (`assets.resolve.happening_likeness`) and joining them
(`assets.resolve.happenings`) do not.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl

from assets.enrich.words.wordlist import words
from assets.resolve.happening_sides import Sides, sides

# A document reports what is new: an event without a date of its own is taken to be of its day or the day before ...
NEWS_LAG = timedelta(days=1)
# ... or, where little speaks against it, of some days before.
LONGEST_LAG = timedelta(days=3)
# What will come without a date will come within this.
AHEAD = timedelta(days=45)
# Documents whose date is known no better than this tell no date for their undated events.
LONGEST_DOCUMENT_INTERVAL = timedelta(days=7)
# Days that fix a happening; longer intervals ("in 2018") hold many of one kind.
SHORT = timedelta(days=7)

# Statuses that may be of one happening. What is only said to have happened, or not to have, is another matter.
STAGES = {"occurred": "real", "ongoing": "real", "planned": "real", "proposed": "real"}
COMING = frozenset({"planned", "proposed"})
# CAMEO codes. PLOVER counts a meeting to come as agreed; it is a plan of the meeting.
WILL_MEET, VISITS, HOSTS, SIGNS = "036", "042", "043", "057"
# Past before the past: background, not the document's news.
PLUPERFECT = re.compile(r"\bhad\b")
ROUND = re.compile(r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)\s+(?:round|session|leg|phase)\b", re.I)
WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
STEM = 6  # letters: "sanctioned", "sanctions"
# Words that any report may hold.
COMMON = words(
    "about after again against already also among around because been before being between both could does during each ever "
    "every first from have having here into last later latest made make many more most much must near next other over said "
    "same says second should since some state states still such than that their them then there these they this those three "
    "through time today together told tomorrow under until upon very week weeks well were what when where which while will "
    "with within without would year years yesterday month months days monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december president minister prime foreign "
    "government country countries official officials leader leaders his her its new early late morning evening night"
)

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True, eq=False)  # equal ones are one object, quickly looked up
class Profile:
    """What of a report may contradict another one's, dates aside."""

    kind: str  # event type, of plans that of the deed; "accord" for what is agreed and what is signed
    event_type: str
    stage: str  # real | hypothetical | alleged | denied | negated
    mode: str | None
    sides: Sides
    round: str | None  # of talks: "second"
    visitors: tuple[str, ...]  # countries of who went to the other, where that is told


@dataclass(slots=True, eq=False)
class Report:
    """An event mention as it is compared."""

    mention_id: str
    document_id: str
    story: str
    start: int
    profile: Profile
    is_coming: bool
    own: Interval | None  # the days the words tell
    told: Interval | None  # the days that the story's date tells, where the words are silent
    window: Interval  # all days on which it may have been
    frame: str
    trigger: str
    place: str | None
    evidence: str
    words: frozenset[str]  # stems of those that tell what it was about
    is_opening: bool  # stands in the title, or, without one, in the first sentence

    @property
    def is_dated(self) -> bool:
        """Its own words tell a few days."""
        return self.own is not None and self.own[1] - self.own[0] <= SHORT

    @property
    def is_firm(self) -> bool:
        """Who and whom and, within days, when: what other reports are measured by."""
        return self.profile.sides.is_whole and (self.is_dated or self.told is not None)


def reports(
    event_mentions: pl.DataFrame,
    event_arguments: pl.DataFrame,
    mention_actors: pl.DataFrame,
    bound_times: pl.DataFrame,
    document_dates: pl.DataFrame,
    stories: pl.DataFrame,
    actors: pl.DataFrame | None,
) -> list[Report]:
    """A report of each event mention, ordered by mention id; the parameters are those of `assets.resolve.happenings`."""
    sides_ = sides(event_arguments, mention_actors, actors)
    story = pl.coalesce("story_id", "document_id")
    frame = (
        event_mentions.join(bound_times.select("time_id", "occurred_from", "occurred_to"), on="time_id", how="left")
        .join(document_dates.select("document_id", "published_from", "published_to"), on="document_id", how="left")
        .join(stories.select("document_id", "story_id"), on="document_id", how="left")
        .with_columns(
            story=story,
            # what copies tell without a date is as old as the first of them
            told_from=pl.col("published_from").min().over(story),
            told_to=pl.col("published_to").min().over(story),
        )
        .sort("mention_id")
    )
    profiles: dict[tuple[Any, ...], Profile] = {}
    return [_report(row, sides_.get(row["mention_id"], Sides()), profiles) for row in frame.iter_rows(named=True)]


def _report(row: dict[str, Any], known: Sides, profiles: dict[tuple[Any, ...], Profile]) -> Report:
    evidence, trigger, place = row["evidence"] or "", row["trigger"] or "", row["place"]
    kind, status = row["event_type"], row["status"]
    is_coming = status in COMING
    if kind == "agree" and is_coming and row["cameo_code"] == WILL_MEET:
        kind = "consult"
    elif kind == "agree":
        is_coming = status == "proposed"  # a promise is made when it is reported
    counted = known.of(kind)
    if kind == "agree" or (kind == "support" and row["cameo_code"] == SIGNS):
        kind, counted = "accord", known.of("agree")
    own = _interval(row["occurred_from"], row["occurred_to"])
    told = _told(row["told_from"], row["told_to"])
    if own or is_coming or PLUPERFECT.search(evidence.partition(trigger)[0] if trigger else evidence):
        told = None
    ordinal = ROUND.search(evidence)
    visitors = {VISITS: known.lands[0], HOSTS: known.lands[1]}.get(row["cameo_code"] or "", ())
    names = {word for side in (known.sources, known.targets, known.targets_named) for actor in side for word in actor.split("-")}
    cells = (
        kind,
        row["event_type"],
        STAGES.get(status, status),
        row["event_mode"],
        counted,
        ordinal.group(1).lower() if ordinal else None,
        visitors if kind == "consult" else (),
    )
    return Report(
        mention_id=row["mention_id"],
        document_id=row["document_id"],
        story=row["story"],
        start=row["evidence_start"],
        profile=profiles.setdefault(cells, Profile(*cells)),
        is_coming=is_coming,
        own=own,
        told=told,
        window=own or told or _bounds(row, is_coming),
        frame=row["frame_id"] or "",
        trigger=_stem(trigger.split(" ")[0]),
        place=_plain(place),
        evidence=evidence,
        words=_words(evidence, {*map(_stem, names), *map(_stem, trigger.split(" "))}),
        is_opening=row["sentence_start"] == 0,
    )


def _interval(first: date | None, last: date | None) -> Interval | None:
    return (first, last) if first and last and first <= last else None


def _told(first: date | None, last: date | None) -> Interval | None:
    """The days a document's date allows for what it reports without a date."""
    if not first or not last or not timedelta(0) <= last - first <= LONGEST_DOCUMENT_INTERVAL:
        return None
    return first - LONGEST_LAG, last


def _bounds(row: dict[str, Any], is_coming: bool) -> Interval:
    """What was reported as past was before its report, what is to come comes soon after; an open interval keeps its end."""
    first, last = row["occurred_from"] or date.min, row["occurred_to"] or date.max
    if is_coming:
        first = max(first, row["published_from"] or date.min)
        last = min(last, row["published_to"] + AHEAD if row["published_to"] else date.max)
    else:
        last = min(last, row["published_to"] or date.max)
    return (first, last) if first <= last else (date.min, date.max)


def _plain(place: str | None) -> str | None:
    return re.sub(r"^the\s+|\W+$", "", place.lower()) if place else None


def _words(evidence: str, without: set[str]) -> frozenset[str]:
    """Stems of what the evidence is about: neither its actors, nor its trigger, nor what any report may hold."""
    found = {_stem(word) for word in WORD.findall(evidence) if word.lower() not in COMMON}
    return frozenset(found - without)


def _stem(word: str) -> str:
    return word.lower()[:STEM]
