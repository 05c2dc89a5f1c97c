"""Rules for dates named by the calendar: days, months, holidays. Years are in `years`, times counted from today in `relative`.

Each rule is a pattern and a reader; the reader gets the match and returns the expression, or null where the words are
no date after all: *May* and *April* are names, *march* and *may* verbs.
"""

import re
from datetime import date, timedelta

from assets.timex import vocabulary as words
from assets.timex.tense import is_since, side_before, side_of
from assets.timex.values import LEAP_YEAR, Rule, TimeExpression, TimeValue, absolute, day_of, range_length, spanning, whole_month

_CLOCK = (
    r"(?P<clock>(?:,|\s+at|\s*\||\s+[-–—])?\s+(?:\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?|\d{1,2}\s?[AaPp]\.?[Mm]\b\.?)"
    r"(?:\s+(?:GMT|UTC|BST|CES?T|EES?T|MSK|IST|JST|[ECMP][SD]?T)\b)?)?"
)
_TO = r"(?P<to>\s*[-–—]\s*|\s+(?:to|through|until|till|and)\s+)"
_DAY_END = r"\b(?!\d|%|[.,:]\d|\s*(?:percent|per cent|million|billion)\b)"
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?P<of_year>last|this|next)\s+year\b)?"
_WEEKDAY = rf"(?:(?P<weekday>{words.WEEKDAY}),?\s+)?"
_SIDE = rf"(?:(?P<side>{words.SIDE})\s+)?"

# Days known by their date alone: without a year these words mean one of them, not the latest. Month, day: year.
_NAMED_DAYS = {(9, 11): 2001, (1, 6): 2021, (10, 7): 2023}
_NAMED_FOR = re.compile(r"\s+(?:\w+\s+){0,2}(?:attacks?|hijack\w+|massacres?|insurrection|assault|riots?|terror\w*)\b")


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
    first = day_of(LEAP_YEAR, month, day)  # whether the day exists at all
    until = range_length(month, day, *last) if last else None
    if not first:
        return None
    if (month, day) in _NAMED_DAYS and not last and _NAMED_FOR.match(match.string, match.end()):
        named = date(_NAMED_DAYS[month, day], month, day)
        return absolute(named, named, "day")
    if match["of_year"] and not until:
        amount = words.STEPS[match["of_year"]]
        return TimeValue("month_day", "day", unit="year", amount=amount, month=month, day=day, weekday=weekday)
    if until:
        return TimeValue("month_day", "interval", unit="day", amount=until, month=month, day=day, weekday=weekday)
    return TimeValue("month_day", "day", amount=_amount(match), month=month, day=day, weekday=weekday)


def _amount(match: re.Match[str]) -> int | None:
    """Only a time that lies ahead is told by its clause; what lies behind is near, or its year would be named."""
    if match.string[max(0, match.start() - 5) : match.start()].lower().endswith((" the ", "'s ", "’s ")):
        return None  # "the Aug. 7 blasts": named by its date
    if is_since(match.string, match.start()):
        return -1
    side = side_before(match.string, match.start(), match.end())
    return None if side == -1 else side


# Holidays kept on the same day nearly everywhere, and those set by a weekday: the first such on or after a day.
_HOLIDAYS = {
    "christmas eve": (12, 24, None), "christmas": (12, 25, None), "boxing": (12, 26, None), "new year's eve": (12, 31, None),
    "new year's": (1, 1, None), "valentine's": (2, 14, None), "fourth of july": (7, 4, None), "bastille": (7, 14, None),
    "halloween": (10, 31, None), "armistice": (11, 11, None), "veterans": (11, 11, None), "thanksgiving": (11, 22, 4),
    "election": (11, 2, 2), "labor": (9, 1, 1), "memorial": (5, 25, 1), "presidents'": (2, 15, 1), "columbus": (10, 8, 1),
    "martin luther king": (1, 15, 1), "9/11": (9, 11, None),
}  # fmt: skip
_HOLIDAY = (
    r"Christmas(?: Eve| Day)?|New Year['’]s (?:Eve|Day)|Thanksgiving(?: Day)?|Fourth of July|Halloween|9/11(?![/\d])"
    r"|(?:Election|Boxing|Valentine['’]s|Bastille|Armistice|Veterans|Labor|Memorial|Presidents['’]|Columbus|Martin Luther King) Day"
)


def _holiday(match: re.Match[str]) -> TimeExpression:
    """'Christmas Day', 'last Thanksgiving' (of the United States), '9/11'."""
    name = re.sub(r"\s+", " ", match["holiday"].lower().replace("’", "'"))
    month, day, weekday = _HOLIDAYS[name.removesuffix(" day")]
    if name == "9/11":
        value = absolute(date(2001, 9, 11), date(2001, 9, 11), "day")
    elif match["year"]:
        value = _fixed(int(match["year"]), month, day, weekday)
    else:
        unit = "week" if weekday else None
        value = TimeValue("month_day", "day", unit=unit, amount=words.sign(match["side"]), month=month, day=day, weekday=weekday)
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
    days = words.numeric_days(int(match["first"]), match["dot"], int(match["second"]), int(match["year"]))
    return spanning(match, absolute(days[0], days[0], "day")) if len(days) == 1 else None


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
# "that September", of the year told before; not "said that September was"
_THAT = re.compile(r"\b[Tt]hat\s+$")
_VERB_FOLLOWS = re.compile(r"\s+(?:was|is|will|would|had|has|could|may|might)\b")
_NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]+(?<!\bMonday)")
_NAME_PRECEDES = re.compile(r"(?:\b(?!In |Since |Until |By |From |Last |Next |This |During |Late |Early |The )[A-Z][a-z]+\.?|[A-Z]\.)\s+$")


def _month(match: re.Match[str]) -> TimeExpression | None:
    """'in April', 'last November', 'the following March'; not 'Mrs May', 'April Ryan', 'the March for Life', 'Black September'."""
    text, start, month = match.string, match.start("month"), words.month_number(match["month"])
    if match["of_year"]:
        return spanning(match, TimeValue("month", "month", unit="year", amount=words.STEPS[match["of_year"]], month=month))
    before = text[max(0, start - 24) : start]
    side = (match["side"] or "").lower()
    if not side and (that := _THAT.search(before)) and not _VERB_FOLLOWS.match(text, match.end()):
        value = TimeValue("month", "month", unit="year", amount=0, month=month, counted_from="earlier")
        return spanning(match, value, start=start - len(that[0]))
    if _NAME_FOLLOWS.match(text, match.end()) or (not side and _NAME_PRECEDES.search(before)):
        return None
    if match["month"][:3].lower() in _NAMES_TOO:
        attribute = _ATTRIBUTE.search(before) and _NOUN_FOLLOWS.match(text, match.end())
        if not (side or match["part"] or _SURE.search(before) or attribute):
            return None
    if side:
        unit, amount = words.whose(side) or (None, None)
        return spanning(match, TimeValue("month", "month", unit=unit, amount=amount, month=month, counted_from=words.origin(side)))
    is_name = _ATTRIBUTE.search(before) and _NOUN_FOLLOWS.match(text, match.end())  # "the December summit": named by its month
    amount = None if is_name else side_of(text, match.start(), match.end()) or None
    return spanning(match, TimeValue("month", "month", amount=-1 if is_since(text, match.start()) else amount, month=month))


_YEAR = rf"(?:(?:,\s*|\s+)(?P<year>{words.YEAR}){words.YEAR_END})?"

RULES: tuple[Rule, ...] = (
    Rule(
        "month",
        re.compile(
            rf"(?=[A-Z])\b{_WEEKDAY}(?P<first>(?P<month>{words.MONTH})\s+(?P<day>{words.DAY}){_DAY_END})"
            rf"(?:{_TO}(?:(?P<month2>{words.MONTH})\s+)?(?P<day2>{words.DAY}){_DAY_END})?{_YEAR}{_OF_YEAR}{_CLOCK}"
        ),
        _month_day,
    ),
    Rule(
        "month",
        re.compile(
            rf"(?=[\dA-Zt])(?<![\d.,:$£€/-])\b{_WEEKDAY}(?:the\s+)?(?P<first>(?P<day>{words.DAY})(?:\s+(?:of\s+)?(?P<month>{words.MONTH}))"
            rf"(?:{_TO}(?P<day2>{words.DAY})\s+(?:of\s+)?(?P<month2>{words.MONTH}))?)(?!\w){_YEAR}{_OF_YEAR}{_CLOCK}"
        ),
        _month_day,
    ),
    Rule(
        "month",
        re.compile(
            rf"(?=[\dA-Z])(?<![\d.,:$£€/-])\b{_WEEKDAY}(?P<first>(?P<day>{words.DAY}))(?:{_TO}(?P<day2>{words.DAY}))\s+(?:of\s+)?"
            rf"(?P<month>{words.MONTH})(?P<month2>)(?!\w){_YEAR}{_OF_YEAR}(?P<clock>)"
        ),
        _month_day,
    ),
    Rule(
        "holiday",
        re.compile(rf"\b{_SIDE}(?P<holiday>{_HOLIDAY})(?!\w)(?:,?\s+(?P<year>{words.YEAR}){words.YEAR_END})?(?!\s+[A-Z])"),
        _holiday,
    ),
    Rule(
        "year",
        re.compile(
            rf"(?=[12])(?<![\d/.-])(?P<year>{words.YEAR})([-/])(?P<month>0\d|1[0-2])\2(?P<day>[0-2]\d|3[01])(?!\d|[-/]\d)"
            r"(?P<clock>[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\s?[+-]\d\d:?\d\d)?)?"
        ),
        _iso,
        cues=("-0", "-1", "/0", "/1"),
    ),
    Rule(
        "year",
        re.compile(
            rf"(?=\d)(?<![\d/.-])(?P<first>\d{{1,2}})(?P<dot>[./])(?P<second>\d{{1,2}})(?P=dot)(?P<year>{words.YEAR})(?![\d/]|[.-]\d)"
        ),
        _numeric,
        cues=(".1", ".2", "/1", "/2"),
    ),
    Rule(
        "month",
        re.compile(
            rf"(?=[A-Zelmt])\b{words.PART}(?P<month>{words.MONTH})(?:(?:\s*[-–/]\s*|\s+(?:to|and|through)\s+)(?P<month2>{words.MONTH}))?"
            rf"(?:,?\s+(?:of\s+|in\s+)?)(?P<year>{words.YEAR}){words.YEAR_END}"
        ),
        _month_year,
    ),
    Rule(
        "month", re.compile(rf"(?=[A-Zelmtnpc])\b{_SIDE}{words.PART}(?P<month>{words.MONTH_NAME}|Sept\.)(?!\w|\s+\d|-\d){_OF_YEAR}"), _month
    ),
)
