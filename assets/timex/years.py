"""Rules for years and what they are made of or make: ranges, decades, centuries, fiscal years, halves, quarters, seasons.

Quantities are no years: 1900 troops, 2,022, Resolution 1973.
"""

import re
from datetime import date
from string import ascii_letters

from assets.timex import vocabulary as words
from assets.timex.tense import is_since, side_of
from assets.timex.values import Rule, TimeExpression, TimeValue, absolute, months_from, spanning, whole_year

# Before a number that is none, and before one that is a year.
_NUMBER_WORDS = frozenset((
    "about", "around", "nearly", "almost", "some", "over", "least", "most", "than", "only", "exactly", "resolution", "resolutions", "no",
    "number", "flight", "room", "page", "article", "section", "version", "boeing", "model", "highway", "route", "size", "another",
))  # fmt: skip
_YEAR_WORDS = frozenset((
    "in", "since", "by", "of", "from", "until", "till", "before", "after", "during", "to", "through", "between", "and", "early",
    "late", "mid", "circa", "for", "the", "a", "an", "its", "their", "his", "her", "or", "around", "about", "year", "pre", "post",
))  # fmt: skip
_PLURAL_FOLLOWS = re.compile(r"\s+(?:[a-z]+\s+)?(?!was\b|is\b|has\b|as\b|alias\b|this\b|always\b|across\b)[a-z]{3,}(?<!s)s\b")


def _year(match: re.Match[str]) -> TimeExpression | None:
    """'2022', 'mid-2015', '2014-2015', 'the 1990s'; not '1900 troops', 'Resolution 1973', 'about 2000'."""
    text, year = match.string, int(match["year"])
    before = text[max(0, match.start() - 24) : match.start()]
    if match["decade"] and (match["decade"] == "s" or match["part"] or before.lower().endswith("the ")):
        return _decade_from(match, year)
    if match["year2"]:
        last = int(match["year2"]) if len(match["year2"]) == 4 else year // 100 * 100 + int(match["year2"])
        return spanning(match, absolute(date(year, 1, 1), date(last, 12, 31), "interval")) if year < last <= year + 100 else None
    if _is_number(before):
        return None
    is_year = match["part"] or _last_word(before.rstrip(" \n-")) in _YEAR_WORDS or before.rstrip(" \n-").endswith(("’s", "'s"))
    if not is_year and (year < 1800 or _PLURAL_FOLLOWS.match(text, match.end())):
        return None
    return spanning(match, whole_year(year), end=match.end() - len(match["decade"] or ""))  # "1989's harvest"


def _is_number(before: str) -> bool:
    """After 'about', 'Resolution', 'No.', '#'; but 'in about 2000' is a year."""
    before = before.rstrip()
    if before.endswith(("#", "№")):
        return True
    before = before.removesuffix(".")
    word = _last_word(before)
    if word not in _NUMBER_WORDS:
        return word == "to" and before.lower().endswith(" up to")
    return not (word in ("about", "around") and _last_word(before[: -len(word)].rstrip()) in ("in", "since", "until"))


def _last_word(text: str) -> str:
    start = len(text.rstrip(ascii_letters))
    return text[start:].lower() if not text[start - 1 : start].isalnum() else ""


def _years(match: re.Match[str]) -> TimeExpression | None:
    """'from 2014 to 2016', 'between 2014 and 2016', '2014 through 2016'."""
    first, last = int(match["year"]), int(match["year2"])
    if not first < last or (match["to"] == "and" and not match["between"]):
        return None
    return spanning(match, absolute(date(first, 1, 1), date(last, 12, 31), "interval"), start=match.start("year"))


_OF_LAST_CENTURY = re.compile(r"\b(?:in|since|of|from|until|by|class|and|to|summer|winter|spring|fall|autumn)\s+$", re.IGNORECASE)


def _short(match: re.Match[str]) -> TimeExpression | None:
    """'the ’60s', 'in ’98': a year of the last century, or of this one up to ’29."""
    year = int(match["short"])
    if match["decade"]:
        return _decade_from(match, 1900 + year)
    if not _OF_LAST_CENTURY.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None
    return spanning(match, whole_year(year + (1900 if year > 29 else 2000)))


_DECADES = {name: 1930 + 10 * index for index, name in enumerate(
    ("thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"))}  # fmt: skip


def _spelled_decade(match: re.Match[str]) -> TimeExpression | None:
    """'the late eighties'; not 'a man in his eighties'."""
    return _decade_from(match, _DECADES[match["name"]])


def _decade_from(match: re.Match[str], year: int) -> TimeExpression | None:
    return spanning(match, absolute(date(year, 1, 1), date(year + 9, 12, 31), "interval")) if year % 10 == 0 else None


def _century(match: re.Match[str]) -> TimeExpression | None:
    """'the 19th century': 1801 to 1900."""
    number = words.ordinal(match["ordinal"])
    if number is None or not 11 <= number <= 22 or re.match(r"\s+(?:BC|B\.C)", match.string[match.end() :]):
        return None
    return spanning(match, absolute(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), "interval"))


def _fiscal(match: re.Match[str]) -> TimeExpression:
    """'fiscal 1989', 'fiscal year 2016-17': the calendar year it is named for, with which it mostly shares nine months."""
    return spanning(match, whole_year(int(match["year"])))


def _part(match: re.Match[str]) -> TimeExpression | None:
    """'the first quarter of 2022', 'Q3 2021', 'the second half of last year', 'the third quarter'."""
    is_half = (match["kind"] or "").lower() == "half"
    length = 6 if is_half else 3
    ordinal = int(match["q"]) if match["q"] else words.ordinal(match["ordinal"]) or 1
    month = (ordinal - 1) * length + 1
    if month > 12:
        return None
    if match["year"]:
        return spanning(match, absolute(*months_from(int(match["year"]), month, length), "interval"))
    relation = "half" if is_half else "season"
    if match["of_year"]:
        return spanning(match, TimeValue(relation, "interval", unit="year", amount=words.STEPS[match["of_year"]], month=month))
    if is_half or match["q"] or re.match(r"\s+of\b(?!\s+the year)", match.string[match.end() :]):
        return None  # "the first half of the match"
    return spanning(match, TimeValue(relation, "interval", amount=side_of(match.string, match.start(), match.end()) or -1, month=month))


WINTER = 12  # of two years: "this winter" is that of the document or the one before
_SEASON_LEAD = re.compile(r"\b(?:in|since|by|during|until|before|after|over|through)\s+(?:the\s+)?$", re.IGNORECASE)


def _season(match: re.Match[str]) -> TimeExpression | None:
    """'in the spring of 2019', 'last fall', 'the following summer'; not 'the fall of a government', 'Winter Olympics'."""
    month, side = words.SEASONS[match["season"]], (match["side"] or "").lower()
    if match["year"]:
        return spanning(match, absolute(*months_from(int(match["year"]), month, 3), "interval"))
    text = match.string
    lead = _SEASON_LEAD.search(text[max(0, match.start() - 16) : match.start()])
    if not side and (not lead or re.match(r"\s+(?:of|in|to)\b|-", text[match.end() :])):
        return None
    unit, amount = (None, None) if month == WINTER and not words.sign(side) else words.whose(side) or (None, None)
    if not side:
        amount = -1 if is_since(text, match.start()) else side_of(text, match.start(), match.end()) or None
    return spanning(match, TimeValue("season", "interval", unit=unit, amount=amount, month=month, counted_from=words.origin(side)))


_SIDE = rf"(?:(?P<side>{words.SIDE})\s+)?"
_OF_YEAR = rf"(?:\s+(?:of\s+)?(?:(?P<year>{words.YEAR})\b|(?P<of_year>last|this|next)\s+year\b))?"

RULES: tuple[Rule, ...] = (
    Rule(
        "year",
        re.compile(
            rf"(?=[12ELMTelmt])(?<![\w.,$£€#/:+])(?<!\d[-–])\b{words.PART}(?P<year>{words.YEAR})(?:(?P<decade>['’]?s)\b"
            rf"|(?:\s*[-–]\s*|/(?=\d\d\b))(?P<year2>{words.YEAR}|\d\d)\b(?![-/]))?{words.YEAR_END}(?!:)"
        ),
        _year,
    ),
    Rule(
        "year",
        re.compile(
            rf"(?=[12FBfb])(?<![\w.,$£€#/:+–-])(?:(?P<between>[Ff]rom|[Bb]etween)\s+)?(?P<year>{words.YEAR})\s+(?P<to>to|and|until|till|through)\s+"
            rf"(?P<year2>{words.YEAR}){words.YEAR_END}"
        ),
        _years,
    ),
    Rule("short", re.compile(r"(?<![\w’'])(?:(?:early|late|mid)[\s-]+)?[’'](?P<short>\d\d)(?P<decade>s)?\b(?![’'])"), _short),
    Rule(
        "decade",
        re.compile(rf"\b[Tt]he\s+(?:(?:early|late|mid)[\s-]+)?(?P<name>{'|'.join(_DECADES)})\b"),
        _spelled_decade,
    ),
    Rule(
        "century",
        re.compile(r"\b(?:(?:early|late|mid)[\s-]+)?(?P<ordinal>\d\d(?:st|nd|rd|th)|[a-z]+(?:-first)?)[\s-]century\b"),
        _century,
    ),
    Rule(
        "fiscal",
        re.compile(rf"\b(?:[Ff]iscal(?:\s+[Yy]ear)?|FY)\s?(?P<year>{words.YEAR})(?:[-–/]\d\d(?:\d\d)?)?\b(?!,\d)"),
        _fiscal,
    ),
    Rule(
        "quarter",
        re.compile(
            rf"\b(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[\s-]+(?:fiscal[\s-]+)?(?P<kind>quarter|half)"
            rf"|Q(?P<q>[1-4]))\b{_OF_YEAR}"
        ),
        _part,
    ),
    Rule(
        "season",
        re.compile(
            rf"(?=[A-Zacefflmnpstw])\b{_SIDE}{words.PART}(?P<season>{'|'.join(words.SEASONS)})\b(?:,?\s+(?:of\s+)?(?P<year>{words.YEAR}){words.YEAR_END})?"
        ),
        _season,
    ),
)
