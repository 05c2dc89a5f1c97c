"""Event mentions as they are compared: what was done, by whom to whom, when at the earliest and latest, in which words.

Here belongs the reading of the tables. The words of a report (`assets.resolve.happening_wording`), judging two reports
(`assets.resolve.happening_likeness`) and joining them (`assets.resolve.happenings`) do not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl

from assets.resolve.happening_sides import Sides, sides
from assets.resolve.happening_wording import Wording

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
NOUNS = ("frame:noun", "frame:noun:resumed")  # rules of `assets.enrich.events`
COMING = frozenset({"planned", "proposed"})
# Deeds done by saying something: one sentence is one, the next one is perhaps another.
BY_WORDS = frozenset({"support", "request", "accuse", "reject", "threaten", "invitation"})
# Of these one sentence may tell several, each with a verb of its own.
LISTED = frozenset({"sanction", "concede", "aid"})
# CAMEO codes. PLOVER counts a meeting to come as agreed; it is a plan of the meeting.
WILL_MEET, VISITS, HOSTS, SIGNS = "036", "042", "043", "057"
# Past before the past: background, not the document's news.
PLUPERFECT = r"\bhad\b"
# ... or the news of a speaker: "he said that he had met".
TOLD_BY_ACTOR = r"(?i)^(?:he|she|they|it)\s+had\b"
ROUND = (
    r"(?i)\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\d+)(?:st|nd|rd|th)?\s+"
    r"(?:round|session|leg|phase)\b"
)
ROUND_NUMBER = r"(?i)\b(?:round|session|leg|phase)\s+(one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ROUNDS = {name: str(number) for names in (ORDINALS, CARDINALS) for number, name in enumerate(names, 1)}
Interval = tuple[date, date]


@dataclass(frozen=True, slots=True, eq=False)  # equal ones are one object, quickly looked up
class Profile:
    """What of a report may contradict another one's, dates aside."""

    kind: str  # event type, of plans that of the deed; "accord" for what is agreed and signed, "invitation": one side's alone
    event_type: str
    stage: str  # real | hypothetical | alleged | denied | negated
    mode: str | None
    sides: Sides
    round: str | None  # of talks: "2", "last"
    visitors: tuple[str, ...]  # countries of who went to the other, where that is told


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What event mentions tell, as it is compared; one for all the documents of a story that tell it in the same words."""

    story: str
    profile: Profile
    is_coming: bool
    own: Interval | None  # the days the words tell
    told: Interval | None  # the days that the story's date tells, where the words are silent
    place: str | None
    is_opening: bool  # stands in the title, or, without one, in the first sentence
    is_background: bool  # "had met", and no word of when
    is_noun: bool  # "the visit of"
    wording: Wording


class Reports:
    """All reports of the corpus, in columns: a report is made of its row when it is compared.

    Columns of `table`, a row per event mention, ordered by mention id: mention_id, document_id, story, evidence_start,
    profile and sides (numbers), is_whole, is_coming, own_from, own_to, told_from, told_to, window_from, window_to (all days
    on which it may have been), frame, trigger, place, evidence, is_opening, is_background, is_noun, is_of_words (done by
    saying something, proposed or but thought of), is_listed (a verb of a kind of which one sentence may tell several), is_firm
    (who and whom and, within days, when: what other reports are measured by).
    """

    READ = ("story", "profile", "is_coming", "own_from", "own_to", "told_from", "told_to", "place", "is_opening",
            "is_background", "is_noun", "evidence", "trigger", "sides")  # fmt: skip

    def __init__(self, table: pl.DataFrame, profiles: list[Profile], sides_: list[Sides]) -> None:
        self.table, self.profiles = table, profiles
        self._sides = sides_

    def by_kind(self) -> Iterator["Reports"]:
        """The reports of each kind and stage, the rows in the same order."""
        kinds: dict[tuple[str, str], int] = {}
        kind = [kinds.setdefault((profile.kind, profile.stage), len(kinds)) for profile in self.profiles]
        of_row = pl.Series(kind, dtype=pl.UInt32).gather(self.table["profile"])
        for number in range(len(kinds)):
            yield Reports(self.table.filter(of_row == number), self.profiles, self._sides)

    def read(self, rows: Iterable[int]) -> dict[int, tuple[str, Report]]:
        """Of these rows, the document and what it tells."""
        asked = sorted(set(rows))
        found: dict[int, tuple[str, Report]] = {}
        different: dict[tuple[Any, ...], Report] = {}
        wordings: dict[tuple[str, str, int], Wording] = {}
        for row, (document, *cells) in zip(asked, self.table.select("document_id", *self.READ)[asked].iter_rows(), strict=True):
            key = tuple(cells)
            if key not in different:
                different[key] = self._report(wordings, *cells)
            found[row] = document, different[key]
        return found

    def _report(self, wordings: dict[tuple[str, str, int], Wording], story: str, profile: int, is_coming: bool, *more: Any) -> Report:
        own_from, own_to, told_from, told_to, place, is_opening, is_background, is_noun, evidence, trigger, sides_ = more
        own, told = _interval(own_from, own_to), _interval(told_from, told_to)
        told_in = evidence, trigger, sides_
        if told_in not in wordings:
            wordings[told_in] = Wording.of(evidence, trigger, self._sides[sides_])
        return Report(story, self.profiles[profile], is_coming, own, told, place, is_opening, is_background, is_noun, wordings[told_in])


def reports(
    event_mentions: pl.DataFrame,
    event_arguments: pl.DataFrame,
    mention_actors: pl.DataFrame,
    bound_times: pl.DataFrame,
    document_dates: pl.DataFrame,
    stories: pl.DataFrame,
    actors: pl.DataFrame | None,
) -> Reports:
    """A report of each event mention; the parameters are those of `assets.resolve.happenings`."""
    numbered, sides_ = sides(event_arguments, mention_actors, actors)
    story = pl.coalesce("story_id", "document_id")
    mentions = (
        event_mentions.select(
            "mention_id", "document_id", "evidence_start", "event_type", "event_mode", "cameo_code", "status", "time_id", "place",
            is_opening=(pl.col("sentence_start") == 0).fill_null(False),
            is_noun=pl.col("rule").is_in(NOUNS).fill_null(False),
            frame=pl.col("frame_id").fill_null(""),
            trigger=pl.col("trigger").fill_null(""),
            evidence=pl.col("evidence").fill_null(""),
        )
        .join(bound_times.select("time_id", "occurred_from", "occurred_to"), on="time_id", how="left")
        .join(document_dates.select("document_id", "published_from", "published_to"), on="document_id", how="left")
        .join(stories.select("document_id", "story_id"), on="document_id", how="left")
        .join(numbered, on="mention_id", how="left")
        .with_columns(pl.col("sides").fill_null(0), story=story)
        .sort("mention_id")
    )  # fmt: skip
    return _profiled(_dated(_kinds(mentions)), sides_)


def _kinds(mentions: pl.DataFrame) -> pl.DataFrame:
    """What is compared with what: + kind, stage, round, place (plain), visits, is_coming."""
    agreed = pl.col("event_type") == "agree"
    is_plan = pl.col("status").is_in(COMING)
    is_plan_to_meet = agreed & is_plan & (pl.col("cameo_code") == WILL_MEET).fill_null(False)
    signed = (pl.col("event_type") == "support") & (pl.col("cameo_code") == SIGNS).fill_null(False)
    invites = agreed & ~is_plan & (pl.col("cameo_code") == WILL_MEET).fill_null(False)
    kind = (
        pl.when(is_plan_to_meet).then(pl.lit("consult"))
        .when(invites).then(pl.lit("invitation"))
        .when(agreed | signed).then(pl.lit("accord"))
        .otherwise("event_type")
    )  # fmt: skip
    visits = pl.col("cameo_code").is_in((VISITS, HOSTS)) & (kind == "consult")
    return mentions.with_columns(
        kind=kind,
        stage=pl.col("status").replace(STAGES),
        round=pl.coalesce(pl.col("evidence").str.extract(cue) for cue in (ROUND, ROUND_NUMBER)).str.to_lowercase().replace(ROUNDS),
        place=pl.when(pl.col("place") != "").then(pl.col("place").str.to_lowercase().str.replace_all(r"^the\s+|\W+$", "")),
        visits=pl.when(visits).then("cameo_code"),
        # a promise is made when it is reported
        is_coming=pl.when(agreed & ~is_plan_to_meet).then(pl.col("status") == "proposed").otherwise(is_plan).fill_null(False),
    )


def _dated(mentions: pl.DataFrame) -> pl.DataFrame:
    """When it was at the earliest and latest: + is_background, own_from, own_to, told_from, told_to, window_from, window_to."""
    # "last week it was announced that they will meet": what is to come was not before its report
    is_announcement = pl.col("is_coming") & (pl.col("occurred_to") < pl.col("published_from")).fill_null(False)
    mentions = mentions.with_columns(pl.when(~is_announcement).then(day).alias(day) for day in ("occurred_from", "occurred_to"))
    before_trigger = pl.col("evidence").str.splitn(pl.col("trigger"), 2).struct.field("field_0")
    before_trigger = pl.when(pl.col("trigger") == "").then("evidence").otherwise(before_trigger)
    has_own = (pl.col("occurred_from") <= pl.col("occurred_to")).fill_null(False)
    # what copies tell without a date is as old as the first of them
    first, last = pl.col("published_from").min().over("story"), pl.col("published_to").min().over("story")
    # the days a document's date allows for what it reports without a date
    is_told = (last - first).is_between(timedelta(0), LONGEST_DOCUMENT_INTERVAL).fill_null(False)
    is_past = before_trigger.str.contains(PLUPERFECT)
    is_told &= ~has_own & ~pl.col("is_coming") & ~is_past
    # what was reported as past was before its report, what is to come comes soon after; an open interval keeps its end
    coming = pl.col("is_coming")
    earliest = pl.max_horizontal("occurred_from", pl.when(coming).then("published_from")).fill_null(date.min)
    latest = pl.min_horizontal("occurred_to", pl.when(coming).then(pl.col("published_to") + AHEAD).otherwise("published_to")).fill_null(
        date.max
    )
    is_open = earliest > latest
    return mentions.with_columns(
        is_background=is_past & ~has_own & ~before_trigger.str.contains(TOLD_BY_ACTOR),
        own_from=pl.when(has_own).then("occurred_from"),
        own_to=pl.when(has_own).then("occurred_to"),
        told_from=pl.when(is_told).then(first - LONGEST_LAG),
        told_to=pl.when(is_told).then(last),
        earliest=pl.when(is_open).then(pl.lit(date.min)).otherwise(earliest),
        latest=pl.when(is_open).then(pl.lit(date.max)).otherwise(latest),
    ).with_columns(window_from=pl.coalesce("own_from", "told_from", "earliest"), window_to=pl.coalesce("own_to", "told_to", "latest"))


def _profiled(mentions: pl.DataFrame, sides_: list[Sides]) -> Reports:
    """Profiles of all reports, each different one once: + profile (its number), is_whole, is_firm."""
    cells = ["kind", "event_type", "stage", "event_mode", "sides", "round", "visits"]
    different = mentions.select(cells).unique(maintain_order=True)
    numbers: dict[tuple[Any, ...], int] = {}
    profile = []
    for kind, event_type, stage, mode, number, ordinal, visits in different.iter_rows():
        known = sides_[number]
        visitors = {VISITS: known.lands[0], HOSTS: known.lands[1]}.get(visits, ())
        counted = known.of("agree" if kind == "accord" else kind)
        profile.append(numbers.setdefault((kind, event_type, stage, mode, counted, ordinal, visitors), len(numbers)))
    profiles = [Profile(*values) for values in numbers]
    whole = pl.Series([profiles[number].sides.is_whole for number in profile], dtype=pl.Boolean)
    different = different.with_columns(profile=pl.Series(profile, dtype=pl.UInt32), is_whole=whole)
    is_dated = (pl.col("own_to") - pl.col("own_from") <= SHORT).fill_null(False)
    is_of_words = (
        pl.col("kind").is_in(BY_WORDS) | (pl.col("stage") == "hypothetical") | ((pl.col("kind") == "accord") & pl.col("is_coming"))
    )
    table = mentions.join(different, on=cells, how="left", nulls_equal=True, maintain_order="left").select(
        "mention_id", "document_id", "story", "evidence_start", "profile", "sides", "is_whole", "is_coming", "own_from", "own_to",
        "told_from", "told_to", "window_from", "window_to", "frame", "trigger", "place", "evidence", "is_opening",
        "is_background", "is_noun", is_of_words=is_of_words,
        is_listed=pl.col("kind").is_in(LISTED) & ~pl.col("is_noun"),
        is_firm=pl.col("is_whole") & (is_dated | pl.col("told_from").is_not_null()),
    )  # fmt: skip
    return Reports(table, profiles, sides_)


def _interval(first: date | None, last: date | None) -> Interval | None:
    return (first, last) if first and last else None
