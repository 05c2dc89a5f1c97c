"""Dates that stand apart: in metadata, in a line of their own, in an address. Never the clock.

Dates in prose are read by `prose_dates`, those that open it by `datelines`; what date words mean belongs to `assets.timex`.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from assets import timex
from assets.timex.languages import in_english
from assets.timex.values import day_of, whole_month
from assets.timex.vocabulary import MONTHS, numeric_days

LONGEST_DATE_LINE, MOST_SPACES = 160, 20  # characters; prose of that length has more spaces
RECENT_LINES = 2048  # whose dates are kept in memory
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
# What systems write where no date was set: the first moment they can count.
PLACEHOLDER = re.compile(r"(?:1970|1900|0001)-01-01[T ]00:00|0+$")
ABSOLUTE = ("minute", "day", "month")

TIME = r"(?:[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?|[01]?\d\s?[ap]\.?m\.?)(?!\w)"
DIGIT = re.compile(r"\d")
CLOCK = re.compile(TIME, re.IGNORECASE)
CLOCK_FOLLOWS = re.compile(rf"\W*(?:at\s+)?{TIME}|T\d\d:\d\d", re.IGNORECASE)
NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d|[./-]\d)")
LABEL = re.compile(
    r"\b(?:published|posted|first published|updated|last (?:updated|modified)|modified|issued|released|date|created|on|at|by|time"
    r"|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\.?",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\b(?:updated|modified|corrected|edited|revised|amended)\b", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|created)\b", re.IGNORECASE)
ZONE = re.compile(
    r"\b(?:[A-Z]{2,4}T|GMT|UTC|Z|[+-]\d{2}:?\d{2}|local time|a\.?m\.?|p\.?m\.?|hours?|hrs|ago|later|ist|msk)\b", re.IGNORECASE
)
URL = re.compile(r"(?:https?://|(?<![\w/])/)[^\s\"'<>]+")
URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
URL_NAMED_DAY = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})[a-z]{0,6}/([0-3]?\d)(?!\d)", re.IGNORECASE)
URL_SHORT_DAY = re.compile(r"/((?:19|20)\d\d)/([1-9]|1[0-2])/([1-9]|[12]\d|3[01])(?!\d)")
URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])/")


@dataclass(frozen=True)
class Stamp:
    """A date read from one place, first and last day it may mean."""

    first: date
    last: date
    has_time: bool
    evidence: str

    @property
    def precision(self) -> str:
        if self.first != self.last:
            month, year = whole_month(self.first.year, self.first.month), (date(self.first.year, 1, 1), date(self.first.year, 12, 31))
            return {month: "month", year: "year"}.get((self.first, self.last), "interval")
        return "minute" if self.has_time else "day"


@dataclass(frozen=True)
class YearlessDay:
    """A day of a publication date whose year is not stated."""

    month: int | None
    day: int | None
    weekday: int | None
    evidence: str


def from_metadata(value: str | None) -> Stamp | None:
    """A date as metadata write it: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or in words of many languages."""
    value = (value or "").strip()
    if not value or PLACEHOLDER.match(value):
        return None
    return _of_machine(value) or _first(value)


@lru_cache(maxsize=RECENT_LINES)  # a line is asked more than once, and a site's furniture stands in all of its pages
def from_line(text: str) -> Stamp | None:
    """The date of a date line: a line that says little else. Of two dates the one it was published on counts, else the first."""
    if not _may_be_date_line(text):
        return None
    read, stamps = _dates(text)
    if not stamps or not _says_little_else(_without(read, stamps), bool(re.search(r"[|,•·–—]", text))):
        return None
    labelled = [stamp for stamp, label in zip(stamps, _labels(read, stamps), strict=True) if not UPDATED.search(label)]
    chosen = (labelled or stamps)[0]
    return Stamp(chosen.first, chosen.last, chosen.has_time or bool(CLOCK.search(_without(read, stamps))), text.strip())


@lru_cache(maxsize=RECENT_LINES)
def from_yearless_line(text: str) -> YearlessDay | None:
    """The day of a line that says little but a day without its year: 'Thursday, April 3, 4.30pm'."""
    if not _may_be_date_line(text):
        return None
    day = yearless(text)
    return day if day and _says_little_else(text.replace(day.evidence, " ", 1), is_divided=False) else None


def is_update(text: str) -> bool:
    """The line tells when the document was changed, not when it was published."""
    return bool(UPDATED.match(text.strip())) and not PUBLISHED.search(text)


def from_url(url: str | None) -> Stamp | None:
    """The date an address carries: /2018/04/24/, /2018-04-24/, /20180424/, /2018/apr/24/; the month from /2018/04/."""
    if not url:
        return None
    if match := URL_DAY.search(url) or URL_SHORT_DAY.search(url):
        return _stamp(int(match[1]), int(match[2]), int(match[3]), False, url)
    if (match := URL_NAMED_DAY.search(url)) and match[2].lower() in MONTHS:
        return _stamp(int(match[1]), MONTHS[match[2].lower()], int(match[3]), False, url)
    if match := URL_MONTH.search(url):
        return _stamp(int(match[1]), int(match[2]), None, False, url)
    return None


def urls_in(text: str) -> list[str]:
    """Addresses, whole or from the root of the site, in a line of the document."""
    return URL.findall(text)


def whole_date(text: str) -> Stamp | None:
    """The first date in a few words that has its year, and day or month."""
    return next(iter(_dates(text)[1]), None)


def yearless(text: str) -> YearlessDay | None:
    """The first day in a few words that has no year."""
    for one in timex.find(text):
        if one.relation == "month_day" and one.unit is None:
            return YearlessDay(one.month, one.day, one.weekday, one.surface)
    return None


# -- metadata
def _of_machine(value: str) -> Stamp | None:
    if match := re.fullmatch(r"(?:/Date\()?(\d{10}|\d{13})(?:[.+-]\d+)?(?:\)/)?", value):
        moment = datetime.fromtimestamp(int(match[1]) / (1000 if len(match[1]) == 13 else 1), UTC)
        return _stamp(moment.year, moment.month, moment.day, True, value)
    if re.fullmatch(r"(?:19|20)\d{6}(?:T?\d{4,6}Z?)?", value):
        return _stamp(int(value[:4]), int(value[4:6]), int(value[6:8]), len(value) > 8, value)
    if iso := re.match(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)(?:[T ]\d\d:\d\d)?", value):
        return _stamp(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None, len(iso[0]) > 10, value)
    if re.fullmatch(r"(?:19|20)\d\d", value):
        return Stamp(date(int(value), 1, 1), date(int(value), 12, 31), False, value)
    if re.match(r"(?:[A-Za-z]{3}, +)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d", value) or re.match(r"[A-Z][a-z]{2} [A-Z][a-z]{2} +\d", value):
        try:
            moment = parsedate_to_datetime(re.sub(r"\s[A-Z]{3,4}(?=\s\d{4}$)", "", value))
        except (ValueError, TypeError, IndexError):
            return None
        return _stamp(moment.year, moment.month, moment.day, True, value)
    return None


def _first(value: str) -> Stamp | None:
    stamp = whole_date(value)
    return (
        Stamp(stamp.first, stamp.last, stamp.has_time or bool(CLOCK.search(value.replace(stamp.evidence, " "))), value) if stamp else None
    )


# -- words
def _may_be_date_line(text: str) -> bool:
    return len(text) <= LONGEST_DATE_LINE and text.count(" ") <= MOST_SPACES and DIGIT.search(text) is not None


def _dates(text: str) -> tuple[str, list[Stamp]]:
    """The dates of a few words, in order, and the words they were read from: these, or these in English."""
    stamps = _read(text)
    if any(stamp.precision in ("day", "minute") for stamp in stamps):
        return text, stamps
    english = in_english(text)
    others = _read(english) if english != text else []
    return (english, others) if others else (text, stamps)


def _read(text: str) -> list[Stamp]:
    found = [(one.start, stamp) for one in timex.find(text) if (stamp := _of_words(text, one))]
    for match in NUMERIC.finditer(text):
        days = [
            day for day in numeric_days(int(match[1]), match[2], int(match[3]), int(match[4])) if EARLIEST_YEAR <= day.year <= LATEST_YEAR
        ]
        if days and not any(start <= match.start() < start + len(stamp.evidence) for start, stamp in found):
            found.append((match.start(), Stamp(days[0], days[-1], _is_timed(text, match.end()), match[0])))
    return [stamp for _, stamp in sorted(found, key=lambda one: one[0])]


def _of_words(text: str, one: timex.TimeExpression) -> Stamp | None:
    first, last = one.value_from, one.value_to
    if not first or not last or one.precision not in ABSOLUTE or not EARLIEST_YEAR <= first.year <= LATEST_YEAR:
        return None
    return Stamp(first, last, one.precision == "minute" or _is_timed(text, one.end), one.surface)


def _is_timed(text: str, end: int) -> bool:
    return bool(CLOCK_FOLLOWS.match(text, end))


def _labels(text: str, stamps: list[Stamp]) -> list[str]:
    """What stands before each date, from the one before it on."""
    labels, position = [], 0
    for stamp in stamps:
        start = text.index(stamp.evidence, position)
        labels.append(text[position:start])
        position = start + len(stamp.evidence)
    return labels


def _without(text: str, stamps: list[Stamp]) -> str:
    for stamp in stamps:
        text = text.replace(stamp.evidence, " ", 1)
    return text


def _says_little_else(rest: str, is_divided: bool) -> bool:
    rest = CLOCK.sub(" ", ZONE.sub(" ", LABEL.sub(" ", rest)))
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= (5 if is_divided else 3)


def _stamp(year: int, month: int, day: int | None, has_time: bool, evidence: str) -> Stamp | None:
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12):
        return None
    if day is None:
        return Stamp(*whole_month(year, month), False, evidence)
    whole = day_of(year, month, day)
    return Stamp(whole, whole, has_time, evidence) if whole else None
