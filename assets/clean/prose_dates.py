"""What the article's own sentences tell of its date: the day it tells its news of, and the past it speaks of. Date lines are in `dates`."""

import re
from datetime import date
from itertools import islice

from assets import timex
from assets.clean.dates import YearlessDay
from assets.timex import tense
from assets.timex.vocabulary import weekday_number

SPOKEN_ON = re.compile(
    r"\b(?:said|told|announced|confirmed|reported|stated|declared|wrote|added|met|signed|agreed|spoke|claimed|warned|denied|called)\b",
    re.IGNORECASE,
)
ON_DAY = re.compile(r"\b(?:on|earlier|late|day,)\s+(?:\w{3,6}day,?\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?$", re.IGNORECASE)
MONTH_WORD = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\b")
WEEKDAY_IN_LEAD = re.compile(r"\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")

YEAR_WORD = re.compile(r"(?:19|20)\d\d(?<![\d$€£.,-]\d{4})(?![\d-]|,\d|\.\d|%)")
# Of a year alone, what makes it a past one: "in 2015", not "the 2015 target".
PAST_YEAR = re.compile(r"(?:\b(?:in|since|during|of|from|after|late|early|mid)[- ]|^\W*in )$", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:(?:will|would|shall|must|should|expected|due|planned?|plans|target|goal|could|may|might|hopes?|takes? effect"
    r"|delay(?:s|ed)?|postpon\w+)\b[^.;]{0,45}"
    r"|(?:by|until|till)\s+(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?\w?)$",
    re.IGNORECASE,
)
# "of 2047 registered voters": a number, not a year.
COUNT, COUNTED = re.compile(r"\bof $", re.IGNORECASE), re.compile(r" (?:[a-z]+ ){0,2}(?!was\b|is\b|has\b)[a-z]{3,}(?<!s)s\b")
MOST_YEARS = 2000  # looked at: what names more is a list
LONGEST_OPENING = 600  # characters of a lead
LONGEST_LEAD = 28  # characters: "on Wednesday, the 23rd "
BEFORE, AFTER = 120, 60  # characters around a day in which what was done on it stands


def report_day(paragraphs: list[str]) -> YearlessDay | None:
    """The day a report tells its news of, where only sentences give it: 'said on April 3' in the lead, or more than once."""
    found: dict[tuple[int | None, int | None], list[tuple[int, YearlessDay]]] = {}
    for number, paragraph in enumerate(paragraphs):
        for month in MONTH_WORD.finditer(paragraph):
            begin = max(0, month.start() - LONGEST_LEAD)
            if not ON_DAY.search(paragraph, begin, month.start()):
                continue
            one = next((one for one in timex.find(paragraph[begin : month.end() + 12]) if one.end >= month.end() - begin), None)
            if one and one.relation == "month_day" and not one.unit:
                around = paragraph[max(0, month.start() - BEFORE) : month.end() + AFTER]
                if SPOKEN_ON.search(around):
                    day = YearlessDay(one.month, one.day, one.weekday, one.surface)
                    found.setdefault((one.month, one.day), []).append((number, day))
    if found:
        days = max(found.values(), key=lambda mentions: (mentions[0][0] == 0, len(mentions), -mentions[0][0]))
        if days[0][0] == 0 or len(days) >= 2:
            return days[0][1]
    lead = paragraphs[0] if paragraphs else ""
    weekday = WEEKDAY_IN_LEAD.search(lead)
    if weekday and SPOKEN_ON.search(lead):
        return YearlessDay(None, None, weekday_number(weekday[1]), weekday[0])
    return None


def weekday_of_lead(paragraphs: list[str]) -> int | None:
    """The ISO weekday the first paragraph tells its news of: the day of publication or the one before."""
    lead = paragraphs[0][:LONGEST_OPENING] if paragraphs else ""
    if "day" not in lead or not SPOKEN_ON.search(lead):
        return None
    days = {one.weekday for one in timex.find(lead) if one.relation == "latest_weekday" and one.amount == 0 and one.precision == "day"}
    return days.pop() if len(days) == 1 else None


def latest_past_day(body: str) -> tuple[int | None, date | None]:
    """Latest year the body speaks of as past, and the latest whole date: lower bounds of the day of publication."""
    latest: int | None = None
    days: list[date] = []
    mentions = list(islice(YEAR_WORD.finditer(body), MOST_YEARS))
    for mention in sorted(mentions, key=lambda mention: mention[0], reverse=True):
        if days and days[-1].year > int(mention[0]):
            break
        begin = max(0, mention.start() - 40)
        before = body[begin : mention.end()]
        has_month = MONTH_WORD.search(before)
        if latest is not None and not has_month:  # it could only be a later day
            continue
        past = PAST_YEAR.search(before, 0, len(before) - len("2000"))
        if not past and not has_month:
            continue
        one = next((one for one in timex.find(before) if one.end == len(before) and one.value_from), None)
        if one is None or one.precision == "interval" or (one.precision == "year" and not past):
            continue
        start = begin + min(one.start, past.start() if past else one.start)
        if FUTURE.search(body, max(0, start - 90), start + 1):
            continue
        if one.precision == "year" and COUNT.search(before, 0, len(before) - len("2000")) and COUNTED.match(body, mention.end()):
            continue
        if not _is_past(body, begin + one.start, mention.end(), is_day=one.precision in ("day", "minute")):
            continue
        latest = latest or int(mention[0])
        if one.precision in ("day", "minute") and one.value_from:
            days.append(one.value_from)
    return latest, max(days, default=None)


def _is_past(body: str, start: int, end: int, is_day: bool) -> bool:
    """Whether the words around put a time behind; a whole day need only not be ahead, for few plans are told to the day.

    Years are named in targets as well, without a word that says so: "reduce emissions 26 percent in 2025".
    """
    side = tense.side_of(body, start, end)
    return side < 0 or (side == 0 and (is_day or tense.is_since(body, start)))


def lower_bound(year: int | None, day: date | None) -> date | None:
    """Earliest day of publication that what the body mentions as past allows."""
    first = date(year, 1, 1) if year else None
    return max((bound for bound in (first, day) if bound), default=None)
