"""Rules for times counted from the document's date: weekdays, today, last month, two days ago. Calendar dates are in `calendar_dates`.

Times counted from another time of the text ("the day before", "two days later", "since then") are left alone: what they
are counted from is not known here.
"""

import re

from assets.timex import vocabulary as words
from assets.timex.tense import side_of
from assets.timex.values import Rule, TimeExpression, TimeValue, spanning

# Names that hold a weekday, and what makes a weekday a name.
_NAME_BEFORE = re.compile(r"\b(?:Black|Good|Bloody|Super|Fat|Ash|Holy|Palm|Easter|Cyber|Maundy|Shrove|Whit|Ruby|Giving|Joe)\s+$")
_NAME_AFTER = re.compile(r"\s+(?:Times|Mail|Telegraph|Mirror|Express|Herald|Post|Independent|World|Tribune|Guardian|Club|Agreement)\b")
_CLOCK = r"(?:(?:noon|midnight|\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?)\s+(?:(?:GMT|UTC|local time|[A-Z]{2,4})\s+)?(?:on\s+)?)?"
_DEADLINE = re.compile(
    rf"\b(?:as (?:early|soon) as|(?:postponed|delayed|adjourned|extended|suspended|deferred) (?:to|until|till)"
    rf"|(?:given?|gave|deadline)\b[^.;]{{0,30}}\suntil)\s+{_CLOCK}$",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"\b(?:by|before|starting|beginning|effective|until|till)\s+(?:late\s+|early\s+)?{_CLOCK}$", re.IGNORECASE)


def _weekday(match: re.Match[str]) -> TimeExpression | None:
    """'on Thursday', 'Monday night', 'last Tuesday', 'next Friday'; not 'Fridays', 'Black Friday', 'the Sunday Times'."""
    text, weekday = match.string, words.weekday_number(match["weekday"])
    before = text[max(0, match.start() - 60) : match.start()]
    if _NAME_BEFORE.search(before) or _NAME_AFTER.match(text, match.end()):
        return None
    side = (match["side"] or "").lower().split(" ")[-1]
    if match["of_week"]:
        value = TimeValue("latest_weekday", "day", unit="week", amount=_STEPS[match["of_week"]], weekday=weekday)
    elif side in ("last", "past"):
        value = TimeValue("latest_weekday", "day", amount=-1, weekday=weekday)
    elif side in ("next", "coming"):
        value = TimeValue("next_weekday", "day", amount=1, weekday=weekday)
    elif _is_ahead(match, before):
        value = TimeValue("next_weekday", "day", amount=0, weekday=weekday)
    else:
        value = TimeValue("latest_weekday", "day", amount=0, weekday=weekday)
    return spanning(match, value)


def _is_ahead(match: re.Match[str], before: str) -> bool:
    if _DEADLINE.search(before):
        return True
    if match.string.startswith(("'s", "’s"), match.end()):
        return False  # "Wednesday's ruling" has happened, whatever the verb before it says
    side = side_of(match.string, match.start(), match.end())
    return side > 0 or (side == 0 and bool(_AHEAD.search(before)))


def _weekend(match: re.Match[str]) -> TimeExpression | None:
    side = match["side"].lower()
    ahead = side in ("next", "coming") or (side in ("this", "the") and side_of(match.string, match.start(), match.end()) > 0)
    relation, amount = ("next_weekday", int(side == "next")) if ahead else ("latest_weekday", 0)
    return spanning(match, TimeValue(relation, "interval", amount=amount, weekday=6))


_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}


def _day(match: re.Match[str]) -> TimeExpression | None:
    """'today', 'yesterday morning', 'the day after tomorrow', 'this morning'; not 'Russia Today'."""
    said = re.sub(r"\s+", " ", match["day"].lower())
    if match["day"][0].isupper() and re.search(r"[A-Z]\w*\s+$", match.string[max(0, match.start() - 16) : match.start()]):
        return None
    amount = _DAYS.get(said, 0)
    if match["beyond"]:
        amount *= 2
    return spanning(match, TimeValue("shift", "day", unit="day", amount=amount))


_PRECISION = {"day": "day", "week": "interval", "month": "month", "year": "year"}
_STEPS = {"last": -1, "past": -1, "this": 0, "the current": 0, "next": 1, "coming": 1}


def _period(match: re.Match[str]) -> TimeExpression | None:
    """'last month', 'earlier this week', 'next year'; 'the past year' is the twelve months up to the document."""
    side, unit = match["side"].lower(), match["unit"].lower()
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    article = bool(re.search(r"\bthe\s+$", before)) and not match["part"]
    if match.string[match.end() :].startswith((" of ", "-long", "-old")) and side != "this":
        return None
    if side in ("past", "coming") or (side in ("last", "next") and article):
        return _rolling(match, unit, -1 if side in ("past", "last") else 1)
    return spanning(match, TimeValue("shift", _PRECISION[unit], unit=unit, amount=_STEPS[side]))


def _rolling(match: re.Match[str], unit: str, count: int) -> TimeExpression:
    """All days between there and the document's; weeks count as seven days each, for a shift by weeks means calendar weeks."""
    unit, count = ("day", count * 7) if unit == "week" else ("year", count * 10) if unit == "decade" else (unit, count)
    return spanning(match, TimeValue("shift", "interval", unit=unit, amount=count))


def _count(match: re.Match[str]) -> TimeExpression | None:
    """'the past two days', 'the next six months'; 'the past few years' says no number and is left."""
    count = words.number(match["number"])
    if count is None or count > 400:
        return None
    return _rolling(match, match["unit"].lower(), count if match["side"].lower() in ("next", "coming") else -count)


def _ago(match: re.Match[str]) -> TimeExpression | None:
    """'two days ago', 'a year ago', 'a decade ago', 'three weeks from now'."""
    count, unit = words.number(match["number"]), match["unit"].lower()
    if count is None or count > 2000:
        return None
    if unit == "decade":
        unit, count = "year", count * 10
    return spanning(match, TimeValue("shift", _PRECISION[unit], unit=unit, amount=-count if match["way"] == "ago" else count))


def _end_of(match: re.Match[str]) -> TimeExpression | None:
    """'by the end of the year': the year the document stands in."""
    unit = match["unit"]
    return spanning(match, TimeValue("shift", _PRECISION[unit], unit=unit, amount=0), start=match.start("period"))


_UNIT = r"(?P<unit>[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)"
_UNITS_HERE = re.compile("day|week|month|year|decade", re.IGNORECASE)

RULES: tuple[Rule, ...] = (
    Rule(
        re.compile("day|DAY"),
        re.compile(
            rf"\b(?:(?P<side>[Ll]ast|[Nn]ext|[Tt]his (?:past|coming)|[Tt]his|[Pp]ast|[Cc]oming)\s+)?(?P<weekday>{words.WEEKDAY_NAME})\b"
            r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|lunchtime|midday))?"
            r"(?:\s+(?:of\s+)?(?P<of_week>last|this|next)\s+week\b)?"
        ),
        _weekday,
    ),
    Rule(re.compile("weekend"), re.compile(r"\b(?P<side>[Tt]he|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming)\s+weekend\b"), _weekend),
    Rule(
        re.compile("to(?:day|morrow|night)|yesterday|this (?:mor|aft|eve)|last\\s+night", re.IGNORECASE),
        re.compile(
            r"\b(?P<beyond>(?:the\s+)?day\s+(?:after|before)\s+)?(?P<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ll]ast\s+night"
            r"|(?:[Ee]arlier\s+|[Ll]ater\s+)?[Tt]his\s+(?:morning|afternoon|evening))\b(?:\s+(?:morning|afternoon|evening|night)\b)?"
        ),
        _day,
    ),
    Rule(
        _UNITS_HERE,
        re.compile(
            r"\b(?P<part>(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|(?:the\s+)?end\s+of)\s+)?(?P<side>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)"
            r"\s+(?P<unit>[Ww]eek|[Mm]onth|[Yy]ear)\b(?!-)"
        ),
        _period,
    ),
    Rule(
        _UNITS_HERE,
        re.compile(
            rf"\b(?:[Tt]he\s+)?(?P<side>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming)\s+(?P<number>{words.NUMBER})\s+(?P<unit>day|week|month|year|decade)s?\b"
        ),
        _count,
    ),
    Rule(
        re.compile("\\bago\\b|from now"),
        re.compile(
            rf"(?<![\w-])(?P<number>{words.NUMBER}|An?|[A-Z][a-z]{{2,8}})\s+(?P<unit>day|week|month|year|decade)s?\s+(?P<way>ago|from\s+now)\b"
        ),
        _ago,
    ),
    Rule(re.compile(r"end of the"), re.compile(r"\bend of (?P<period>the (?P<unit>week|month|year))\b(?!\s+\d|-)"), _end_of),
)
