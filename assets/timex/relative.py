"""Rules for times counted from the document's date: weekdays, today, last month, two days ago. Calendar dates are in `calendar_dates`.

Times counted from another time of the text ("the day before", "two days later", "since then") are in `anaphoric`.
"""

import re

from assets.timex import vocabulary as words
from assets.timex.tense import is_deadline, is_since, side_before, side_of
from assets.timex.values import Rule, TimeExpression, TimeValue, spanning

# Names that hold a weekday, and what makes a weekday a name.
_NAME_BEFORE = re.compile(r"\b(?:Black|Good|Bloody|Super|Fat|Ash|Holy|Palm|Easter|Cyber|Maundy|Shrove|Whit|Ruby|Giving|Joe)\s+$")
_NAME_AFTER = re.compile(r"\s+(?:Times|Mail|Telegraph|Mirror|Express|Herald|Post|Independent|World|Tribune|Guardian|Club|Agreement)\b")


def _weekday(match: re.Match[str]) -> TimeExpression | None:
    """'on Thursday', '9 a.m. EST Tuesday', 'last Tuesday', 'the following Friday'; not 'Fridays', 'Black Friday', 'the Sunday Times'."""
    text, weekday, begin = match.string, words.weekday_number(match["weekday"]), match.start("weekday")
    if _NAME_BEFORE.search(text, max(0, begin - 12), begin) or _NAME_AFTER.match(text, match.end("weekday")):
        return None
    precision = "minute" if match["clock"] or match["clock_after"] else "day"
    side = words.sign(match["side"])
    if match["of_week"]:
        value = TimeValue("latest_weekday", precision, unit="week", amount=words.STEPS[match["of_week"]], weekday=weekday)
    elif side is not None:
        relation = "latest_weekday" if side < 0 else "next_weekday"
        value = TimeValue(relation, precision, amount=side, weekday=weekday, counted_from=words.origin(match["side"]))
    elif _is_ahead(match):
        value = TimeValue("next_weekday", precision, amount=0, weekday=weekday)
    else:
        value = TimeValue("latest_weekday", precision, amount=0, weekday=weekday)
    return spanning(match, value)


def _is_ahead(match: re.Match[str]) -> bool:
    if match.string.startswith(("'s", "’s"), match.end()) and not is_deadline(match.string, match.start()):
        return False  # "Wednesday's ruling" has happened, whatever the verb before it says
    if is_since(match.string, match.start()):
        return False
    return side_before(match.string, match.start(), match.end()) in (0, 1)


def _weekend(match: re.Match[str]) -> TimeExpression | None:
    side = match["side"].lower().rpartition(" ")[2]
    ahead = side in ("next", "coming", "following")
    ahead = ahead or (side in ("this", "the") and side_of(match.string, match.start(), match.end()) > 0)
    relation, amount = ("next_weekday", int(side in ("next", "following"))) if ahead else ("latest_weekday", -int(side == "previous"))
    return spanning(match, TimeValue(relation, "interval", amount=amount, weekday=6, counted_from=words.origin(match["side"])))


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


def _period(match: re.Match[str]) -> TimeExpression | None:
    """'last month', 'earlier this week', 'next year'; 'the past year' is the twelve months up to the document."""
    side, unit = match["side"].lower(), match["unit"].lower()
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    article = bool(re.search(r"\bthe\s+$", before)) and not match["part"]
    if match.string[match.end() :].startswith((" of ", "-long", "-old")) and side != "this":
        return None
    if side.startswith("this "):
        return spanning(match, TimeValue("shift", _PRECISION[unit], unit=unit, amount=words.STEPS[side[5:]]))
    if side in ("past", "coming") or (side in ("last", "next") and article):
        return _rolling(match, unit, -1 if side in ("past", "last") else 1)
    return spanning(match, TimeValue("shift", _PRECISION[unit], unit=unit, amount=words.STEPS[side]))


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


_YEARS = {"decade": 10, "half-century": 50, "half century": 50, "century": 100}
_HALVES = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
_OFTEN = {"fortnight": ("week", 2)}


def _ago(match: re.Match[str]) -> TimeExpression | None:
    """'two days ago', 'a year and a half ago', 'half a century ago', 'three weeks from now'."""
    count, unit = words.number(match["number"]), match["unit"].lower()
    if count is None or count > 2000:
        return None
    if match["half"]:
        unit, count = _HALVES.get(unit, (unit, count))
    if unit in _YEARS:
        unit, count = "year", count * _YEARS[unit]
    unit, times = _OFTEN.get(unit, (unit, 1))
    amount = count * times * (-1 if match["way"] == "ago" else 1)
    return spanning(match, TimeValue("shift", _PRECISION[unit], unit=unit, amount=amount))


def _within(match: re.Match[str]) -> TimeExpression | None:
    """'by the end of the year', 'earlier in the week', 'by year-end': of the year, month or week the document stands in."""
    unit = (match["unit"] or match["unit2"] or match["own"]).lower()
    begin = match.start("period") if match["period"] else match.start()
    return spanning(match, TimeValue("shift", _PRECISION[unit], unit=unit, amount=0), start=begin)


_UNIT = "day|week|month|year|decade"
_OF_DAY = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|lunchtime|midday|noon|midnight))?"
_HOUR = r"(?:\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?|\d{1,2}:\d\d|[Nn]oon|[Mm]idnight|[Mm]idday)(?!\w)"
_ZONE = r"(?:\s*\([^()\n]{3,24}\))?(?:,?\s+(?:GMT|UTC|BST|MSK|[ECMP][SD]?T|(?:local|Moscow|Paris|London|Beijing) time))?"
# "Wednesday, April 3" is a day of the calendar.
_NO_DAY = rf"(?!,?\s+(?:the\s+)?(?:{words.MONTH}\s+\d|{words.DAY}\s+(?:of\s+)?{words.MONTH}))"

RULES: tuple[Rule, ...] = (
    Rule(
        "weekday",
        re.compile(
            rf"(?=[\dA-Zclmnpt])(?<![\w:.])(?P<clock>{_HOUR}{_ZONE},?\s+(?:on\s+)?)?(?:(?P<side>{words.SIDE})\s+)?(?P<weekday>{words.WEEKDAY_NAME})\b{_NO_DAY}{_OF_DAY}"
            rf"(?P<clock_after>,?\s+at\s+(?:about\s+|around\s+)?{_HOUR}{_ZONE}(?!,?\s+(?:on\s+)?{words.WEEKDAY_NAME}))?(?:\s+(?:of\s+)?(?P<of_week>last|this|next)\s+week\b)?"
        ),
        _weekday,
    ),
    Rule(
        "weekend",
        re.compile(r"\b(?P<side>[Tt]he (?:following|previous)|[Tt]he|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming)\s+weekend\b"),
        _weekend,
    ),
    Rule(
        "today",
        re.compile(
            r"\b(?P<beyond>(?:[Tt]he\s+)?day\s+(?:after|before)\s+)?(?P<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ll]ast\s+night"
            r"|(?:[Ee]arlier\s+|[Ll]ater\s+)?[Tt]his\s+(?:morning|afternoon|evening))\b(?:\s+(?:morning|afternoon|evening|night)\b)?"
        ),
        _day,
    ),
    Rule(
        "unit",
        re.compile(
            r"(?=[A-Zcelmnpt])\b(?P<part>(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id"
            r"|(?:[Tt]he\s+)?(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Rr]est|[Rr]emainder|[Cc]lose|[Cc]ourse)\s+of)\s+)?"
            r"(?P<side>[Ll]ast|[Nn]ext|[Tt]his (?:past|coming)|[Tt]his|[Pp]ast|[Cc]oming)\s+(?P<unit>[Ww]eek|[Mm]onth|[Yy]ear)\b(?!-)"
        ),
        _period,
        cues=("last", "next", "this", "past", "coming"),
    ),
    Rule(
        "unit",
        re.compile(
            rf"(?=[A-Zclnpt])\b(?:[Tt]he\s+)?(?P<side>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming)\s+(?P<number>{words.NUMBER})\s+(?P<unit>{_UNIT})s?\b"
        ),
        _count,
        cues=("past", "last", "next", "coming"),
    ),
    Rule(
        "ago",
        re.compile(
            rf"(?<![\w-])(?P<half>[Hh]alf )?(?P<number>{words.NUMBER}|An?|[A-Z][a-z]{{2,8}})(?:-and-a-half|\s+and\s+a\s+half|\s+1/2)?[\s-]+"
            rf"(?P<unit>{_UNIT}|fortnight|half-century|(?:half )?century)s?(?:\s+and\s+a\s+half)?\s+(?P<way>ago|from\s+now|hence)\b"
        ),
        _ago,
    ),
    Rule(
        "unit",
        re.compile(
            r"(?=[A-Zbcelmrsty])\b(?:(?:end|beginning|start|middle|close|turn|rest|remainder) of "
            r"(?P<period>the (?P<unit>week|month|year))\b(?!\s+\d|-)"
            r"|(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) (?:on )?in the (?P<unit2>week|month|year)\b(?!-)"
            r"|(?P<own>year|month)(?:[’']s[\s-]|-|\s)end\b)"
        ),
        _within,
        cues=("of the", "in the", "end"),
    ),
)
