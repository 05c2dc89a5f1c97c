"""Rules for dates named by the calendar: days, months, years, quarters, seasons. Those counted from today are in `relative`.

Each rule is a pattern and a reader; the reader gets the match and returns the expression, or null where the words are
no date after all: *May* and *April* are names, *march* and *may* verbs, 2,022 and 1900 troops quantities.
"""

import re
from datetime import date, timedelta

from assets.timex import vocabulary as words
from assets.timex.tense import side_of
from assets.timex.values import Rule, TimeExpression, TimeValue, absolute, day_of, months_from, spanning, whole_month

_CLOCK = (
    r"(?P<clock>(?:,|\s+at|\s*\||\s+[-–—])?\s+(?:\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?|\d{1,2}\s?[AaPp]\.?[Mm]\b\.?)"
    r"(?:\s+(?:GMT|UTC|BST|CES?T|EES?T|MSK|IST|JST|[ECMP][SD]?T)\b)?)?"
)
_TO = r"(?P<to>\s*[-–—]\s*|\s+(?:to|through|until|till|and)\s+)"
_DAY_END = r"\b(?!\d|%|[.,:]\d|\s*(?:percent|per cent|million|billion)\b)"
_YEAR_END = rf"\b(?!,\d{{3}}|[\d/%]|\.\d|\s+{words.COUNTED})"
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?P<of_year>last|this|next)\s+year\b)?"
_WEEKDAY = rf"(?:(?P<weekday>{words.WEEKDAY}),?\s+)?"


def _month_day(match: re.Match[str]) -> TimeExpression | None:
    """'April 24, 2018', 'Monday, Oct. 26', '3 April', 'March 3-5, 2021', 'from 28 April to 2 May'."""
    month, day = words.month_number(match["month"]), words.day_number(match["day"])
    year, end = int(match["year"]) if match["year"] else None, match.end()
    last: tuple[int, int] | None = None
    if match["day2"]:
        last = words.month_number(match["month2"]) if match["month2"] else month, words.day_number(match["day2"])
        joined = "and" not in match["to"] or re.search(r"\bbetween\s$", match.string[max(0, match.start() - 9) : match.start()], re.I)
        if not joined and last != (month, day + 1):
            last, end = None, match.end("first")  # two days, each its own expression: this is the first
    weekday = words.weekday_number(match["weekday"]) if match["weekday"] else None
    if year is None:
        value = _yearless(match, month, day, last, weekday)
    else:
        first, until = day_of(year, month, day), day_of(year, *last) if last else None
        if first and until and until < first:
            first = day_of(year - 1, month, day)  # "December 30 to January 2, 2020"
        if not first:
            return None
        precision = "minute" if match["clock"] and not last else "day"
        value = absolute(first, until or first, "interval" if until else precision)
    return spanning(match, value, end=end) if value else None


def _yearless(match: re.Match[str], month: int, day: int, last: tuple[int, int] | None, weekday: int | None) -> TimeValue | None:
    first = day_of(2024, month, day)  # any leap year: whether the day exists at all
    until = day_of(2024 if not last or last >= (month, day) else 2025, *last) if last else None
    if not first:
        return None
    if match["of_year"] and not until:
        return TimeValue("month_day", "day", unit="year", amount=_OF_YEARS[match["of_year"]], month=month, day=day, weekday=weekday)
    if until:
        return TimeValue("month_day", "interval", unit="day", amount=(until - first).days, month=month, day=day, weekday=weekday)
    return TimeValue("month_day", "day", amount=_amount(match), month=month, day=day, weekday=weekday)


def _amount(match: re.Match[str]) -> int | None:
    """Only a time that lies ahead is told by its clause; what lies behind is near, or its year would be named."""
    if match.string[max(0, match.start() - 5) : match.start()].lower().endswith((" the ", "'s ", "’s ")):
        return None  # "the Aug. 7 blasts": named by its date
    return 1 if side_of(match.string, match.start(), match.end()) > 0 else None


# Holidays kept on the same day nearly everywhere, and those set by a weekday: the first such on or after a day.
_HOLIDAYS = {
    "christmas eve": (12, 24, None), "christmas": (12, 25, None), "new year's eve": (12, 31, None), "new year's day": (1, 1, None),
    "thanksgiving": (11, 22, 4), "election day": (11, 2, 2),
}  # fmt: skip


def _holiday(match: re.Match[str]) -> TimeExpression:
    """'Christmas Day', 'last Thanksgiving' (of the United States)."""
    name = re.sub(r"\s+", " ", match["holiday"].lower().replace("’", "'"))
    month, day, weekday = _HOLIDAYS.get(name) or _HOLIDAYS[name.removesuffix(" day")]
    if match["year"]:
        value = _fixed(int(match["year"]), month, day, weekday)
    else:
        unit, amount = ("week", None) if weekday else (None, _SIDES.get((match["side"] or "").lower()))
        value = TimeValue("month_day", "day", unit=unit, amount=amount, month=month, day=day, weekday=weekday)
    return spanning(match, value)


def _fixed(year: int, month: int, day: int, weekday: int | None) -> TimeValue:
    first = date(year, month, day)
    if weekday:
        first += timedelta(days=(weekday - first.isoweekday()) % 7)
    return absolute(first, first, "day")


def _iso(match: re.Match[str]) -> TimeExpression | None:
    day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return spanning(match, absolute(day, day, "minute" if match["clock"] else "day")) if day else None


def _numeric(match: re.Match[str]) -> TimeExpression | None:
    """'24.04.2018' is day first; '24/04/2018' and '4/24/2018' only where one number cannot be a month."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["dot"] == "." or first > 12 or first == second:
        day = day_of(year, second, first)
    else:
        day = day_of(year, first, second) if second > 12 else None
    return spanning(match, absolute(day, day, "day")) if day else None


def _month_year(match: re.Match[str]) -> TimeExpression | None:
    """'March 2025', 'late November 1997', 'between May and June 2020'."""
    month, year = words.month_number(match["month"]), int(match["year"])
    if not match["month2"]:
        return spanning(match, absolute(*whole_month(year, month), "month"))
    last = words.month_number(match["month2"])
    first_year = year - 1 if last < month else year
    return spanning(match, absolute(date(first_year, month, 1), whole_month(year, last)[1], "interval"))


# Months that are also names or verbs need a preposition that names of people do not follow.
_NAMES_TOO = ("mar", "apr", "may", "jun", "aug")
_SURE = re.compile(r"\b(?:in|since|until|till|during|throughout|last|next|this|past|early|late|mid|month of)[\s-]+$", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(?:the|an?|its|their|his|her|our|[a-z]+[’']s)\s+$", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(r"\s+(?!for\b|on\b|of\b|to\b|in\b|and\b|was\b|is\b|will\b|has\b|had\b|said\b)[a-z]{3,}")
_NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]+(?<!\bMonday)")
_NAME_PRECEDES = re.compile(r"(?:\b(?!In |Since |Until |By |From |Last |Next |This |During |Late |Early |The )[A-Z][a-z]+\.?|[A-Z]\.)\s+$")


def _month(match: re.Match[str]) -> TimeExpression | None:
    """'in April', 'last November', 'the October summit'; not 'Mrs May', 'April Ryan', 'the March for Life', 'Black September'."""
    text, start, month = match.string, match.start("month"), words.month_number(match["month"])
    if match["of_year"]:
        return spanning(match, TimeValue("month", "month", unit="year", amount=_OF_YEARS[match["of_year"]], month=month))
    before = text[max(0, start - 24) : start]
    if _NAME_FOLLOWS.match(text, match.end()) or _NAME_PRECEDES.search(before):
        return None
    if match["month"][:3].lower() in _NAMES_TOO:
        attribute = _ATTRIBUTE.search(before) and _NOUN_FOLLOWS.match(text, match.end())
        if not (match["side"] or match["part"] or _SURE.search(before) or attribute):
            return None
    side = _SIDES.get((match["side"] or "").lower().split(" ")[-1])
    if side is None and not match["side"]:
        side = side_of(text, match.start(), match.end()) or None
    return spanning(match, TimeValue("month", "month", amount=side, month=month))


_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:about|around|nearly|almost|some|over|least|most|than|only|exactly|up to|resolution|resolutions|no|number|flight|room|page"
    r"|article|section|version|boeing|model|highway|route|size|another)\.?|[#№])\s*$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|before|after|during|to|through|between|and|early|late|mid|circa|for|than in|the|an?|its|their"
    r"|his|her|or|around|about|year|pre|post)|[’']s)[\s-]+$",
    re.IGNORECASE,
)
_PLURAL_FOLLOWS = re.compile(r"\s+(?:[a-z]+\s+)?(?!was\b|is\b|has\b|as\b|alias\b|this\b|always\b|across\b)[a-z]{3,}(?<!s)s\b")


def _year(match: re.Match[str]) -> TimeExpression | None:
    """'2022', 'mid-2015', '2014-2015', 'the 1990s'; not '1900 troops', 'Resolution 1973', 'about 2000'."""
    text, year = match.string, int(match["year"])
    before = text[max(0, match.start() - 24) : match.start()]
    if match["decade"]:
        return spanning(match, absolute(date(year, 1, 1), date(year + 9, 12, 31), "interval")) if year % 10 == 0 else None
    if match["year2"]:
        last = int(match["year2"]) if len(match["year2"]) == 4 else year // 100 * 100 + int(match["year2"])
        if not year < last <= year + 100:
            return None
        return spanning(match, absolute(date(year, 1, 1), date(last, 12, 31), "interval"))
    sure = bool(_YEAR_BEFORE.search(before)) or bool(match["part"])
    if _NUMBER_BEFORE.search(before) and not re.search(r"\b(?:in|since|until) (?:about|around)\s+$", before):
        return None
    if not sure and (year < 1800 or _PLURAL_FOLLOWS.match(text, match.end())):
        return None
    return spanning(match, absolute(date(year, 1, 1), date(year, 12, 31), "year"))


def _years(match: re.Match[str]) -> TimeExpression | None:
    """'from 2014 to 2016', 'between 2014 and 2016'."""
    first, last = int(match["year"]), int(match["year2"])
    if not first < last:
        return None
    return spanning(match, absolute(date(first, 1, 1), date(last, 12, 31), "interval"), start=match.start("year"))


def _quarter(match: re.Match[str]) -> TimeExpression | None:
    """'the first quarter of 2022', 'Q3 2021', 'the second half of 2020'."""
    length = 6 if match["kind"] == "half" else 3
    ordinal = int(match["q"]) if match["q"] else words.ORDINALS[match["ordinal"].lower()]
    first_month = (ordinal - 1) * length + 1
    if first_month > 12:
        return None
    return spanning(match, absolute(*months_from(int(match["year"]), first_month, length), "interval"))


_SEASON_LEAD = re.compile(r"\b(?:in|since|by|during|until|before|after|over|through)\s+(?:the\s+)?$", re.IGNORECASE)


def _season(match: re.Match[str]) -> TimeExpression | None:
    """'in the spring of 2019', 'last fall', 'this summer'; not 'the fall of a government', 'Winter Olympics'."""
    month, side = words.SEASONS[match["season"]], (match["side"] or "").lower().split(" ")[-1]
    if match["year"]:
        return spanning(match, absolute(*months_from(int(match["year"]), month, 3), "interval"))
    text = match.string
    lead = _SEASON_LEAD.search(text[max(0, match.start() - 16) : match.start()])
    if not side and (not lead or re.match(r"\s+(?:of|in|to)\b|-", text[match.end() :])):
        return None
    amount = _SIDES.get(side)
    if not side:
        amount = side_of(text, match.start(), match.end()) or None
    return spanning(match, TimeValue("season", "interval", amount=amount, month=month))


_MONTH_HERE = re.compile(words.written("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
_DIGITS_HERE = re.compile(r"1[5-9]\d\d|20\d\d")
_PART = r"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Mm]iddle of|[Ee]nd of|[Bb]eginning of|[Ss]tart of)[\s-]+)?"
_SIDE = r"(?:(?P<side>[Ll]ast|[Nn]ext|[Tt]his (?:past|coming)|[Tt]his|[Pp]ast|[Cc]oming)\s+)?"

_OF_YEARS = {"last": -1, "this": 0, "next": 1}
_SIDES = {"last": -1, "past": -1, "next": 1, "coming": 1}

RULES: tuple[Rule, ...] = (
    Rule(
        _MONTH_HERE,
        re.compile(
            rf"\b{_WEEKDAY}(?P<first>(?P<month>{words.MONTH})\s+(?P<day>{words.DAY}){_DAY_END})"
            rf"(?:{_TO}(?:(?P<month2>{words.MONTH})\s+)?(?P<day2>{words.DAY}){_DAY_END})?"
            rf"(?:(?:,\s*|\s+)(?P<year>{words.YEAR}){_YEAR_END})?{_OF_YEAR}{_CLOCK}"
        ),
        _month_day,
    ),
    Rule(
        _MONTH_HERE,
        re.compile(
            rf"(?<![\d.,:$£€/-])\b{_WEEKDAY}(?:the\s+)?(?P<first>(?P<day>{words.DAY})(?:\s+(?:of\s+)?(?P<month>{words.MONTH}))"
            rf"(?:{_TO}(?P<day2>{words.DAY})\s+(?:of\s+)?(?P<month2>{words.MONTH}))?)(?!\w)"
            rf"(?:(?:,\s*|\s+)(?P<year>{words.YEAR}){_YEAR_END})?{_OF_YEAR}{_CLOCK}"
        ),
        _month_day,
    ),
    Rule(
        _MONTH_HERE,
        re.compile(
            rf"(?<![\d.,:$£€/-])\b{_WEEKDAY}(?P<first>(?P<day>{words.DAY}))(?:{_TO}(?P<day2>{words.DAY}))\s+(?:of\s+)?"
            rf"(?P<month>{words.MONTH})(?P<month2>)(?!\w)(?:(?:,\s*|\s+)(?P<year>{words.YEAR}){_YEAR_END})?{_OF_YEAR}(?P<clock>)"
        ),
        _month_day,
    ),
    Rule(
        re.compile("Christmas|New Year|Thanksgiving|Election Day"),
        re.compile(
            rf"\b{_SIDE}(?P<holiday>Christmas(?: Eve| Day)?|New Year['’]s (?:Eve|Day)|Thanksgiving(?: Day)?|Election Day)\b"
            rf"(?:,?\s+(?P<year>{words.YEAR}){_YEAR_END})?(?!\s+[A-Z])"
        ),
        _holiday,
    ),
    Rule(
        _DIGITS_HERE,
        re.compile(
            rf"(?<![\d/.-])(?P<year>{words.YEAR})([-/])(?P<month>0\d|1[0-2])\2(?P<day>[0-2]\d|3[01])(?!\d|[-/]\d)"
            r"(?P<clock>[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\s?[+-]\d\d:?\d\d)?)?"
        ),
        _iso,
    ),
    Rule(
        _DIGITS_HERE,
        re.compile(rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<dot>[./])(?P<second>\d{{1,2}})(?P=dot)(?P<year>{words.YEAR})(?![\d/]|[.-]\d)"),
        _numeric,
    ),
    Rule(
        _MONTH_HERE,
        re.compile(
            rf"\b{_PART}(?P<month>{words.MONTH})(?:(?:\s*[-–/]\s*|\s+(?:to|and|through)\s+)(?P<month2>{words.MONTH}))?"
            rf"(?:,?\s+(?:of\s+|in\s+)?)(?P<year>{words.YEAR}){_YEAR_END}"
        ),
        _month_year,
    ),
    Rule(_MONTH_HERE, re.compile(rf"\b{_SIDE}{_PART}(?P<month>{words.MONTH_NAME}|Sept\.)(?!\w|\s+\d|-\d){_OF_YEAR}"), _month),
    Rule(
        _DIGITS_HERE,
        re.compile(
            rf"(?<![\w.,$£€#/:+])(?<!\d[-–])\b{_PART}(?P<year>{words.YEAR})(?:(?P<decade>s)\b"
            rf"|\s*[-–]\s*(?P<year2>{words.YEAR}|\d\d)\b(?!-))?{_YEAR_END}(?!:)"
        ),
        _year,
    ),
    Rule(
        _DIGITS_HERE,
        re.compile(
            rf"\b(?:[Ff]rom|[Bb]etween)\s+(?P<year>{words.YEAR})\s+(?:to|and|until|till|through)\s+(?P<year2>{words.YEAR}){_YEAR_END}"
        ),
        _years,
    ),
    Rule(
        _DIGITS_HERE,
        re.compile(
            rf"\b(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)\s+(?P<kind>quarter|half)\s+of\s+"
            rf"|Q(?P<q>[1-4])\s+(?:of\s+)?)(?P<year>{words.YEAR})\b"
        ),
        _quarter,
    ),
    Rule(
        re.compile("spring|summer|autumn|fall|winter"),
        re.compile(rf"\b{_SIDE}{_PART}(?P<season>spring|summer|autumn|fall|winter)\b(?:,?\s+(?:of\s+)?(?P<year>{words.YEAR}){_YEAR_END})?"),
        _season,
    ),
)
