"""Rules for dates written out in words, as transcripts of speech have them: 'nineteen ninety-eight', 'January twenty-fifth'."""

import re

from assets.timex import vocabulary as words
from assets.timex.tense import side_before
from assets.timex.values import LEAP_YEAR, Rule, TimeExpression, TimeValue, absolute, day_of, spanning, whole_year

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_OF_CENTURY = (
    rf"(?P<century>[Ee]ighteen|[Nn]ineteen|[Tt]wenty)[\s-](?:hundred|(?P<teen>{'|'.join(_TEENS)})|oh?[\s-](?P<oh>{'|'.join(_UNITS)})"
    rf"|(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<unit>{'|'.join(_UNITS)}))?)\b(?![\s-](?:hundred|thousand|million|percent))"
)


def _year(match: re.Match[str]) -> TimeExpression | None:
    return spanning(match, whole_year(_value(match)))


def _value(match: re.Match[str]) -> int:
    ones = match["teen"] or match["oh"] or match["unit"]
    return (
        _CENTURIES[match["century"].lower()] + (words.NUMBERS[match["tens"]] if match["tens"] else 0) + (words.NUMBERS[ones] if ones else 0)
    )


def _day(match: re.Match[str]) -> TimeExpression | None:
    """'January twenty-fifth', 'July fourth, nineteen ninety'; not 'in May first reports came'."""
    month, day = words.month_number(match["month"]), _ordinal(match["day"])
    if not day_of(LEAP_YEAR, month, day):
        return None
    if match["century"]:
        whole = day_of(_value(match), month, day)
        return spanning(match, absolute(whole, whole, "day")) if whole else None
    side = side_before(match.string, match.start(), match.end())
    return spanning(match, TimeValue("month_day", "day", amount=None if side == -1 else side, month=month, day=day))


def _ordinal(word: str) -> int:
    tens, _, ones = re.sub(r"\s", "-", word).partition("-")
    return words.NUMBERS[tens] + words.ORDINALS[ones] if ones else {**words.ORDINALS, "thirtieth": 30}[tens]


_DAYS = "|".join(
    [rf"(?:twenty|thirty)[\s-](?:{'|'.join(list(words.ORDINALS)[:9])})", "thirtieth", *(name for name in words.ORDINALS if "-" not in name)]
)

RULES: tuple[Rule, ...] = (
    Rule("spelled", re.compile(rf"(?<![\w-]){_OF_CENTURY}"), _year),
    Rule(
        "month",
        re.compile(rf"(?=[A-Z])\b(?P<month>{words.MONTH_NAME})\s+(?P<day>{_DAYS})\b(?!-|\s+[a-z]+s\b)(?:,?\s+{_OF_CENTURY})?"),
        _day,
    ),
)
