"""Datelines: the place, and often the day, that open a report ("BEIJING, March 10 (Agency) — …"). Other dates are in `dates`."""

import re

from assets.clean.dates import Stamp, YearlessDay, whole_date, yearless
from assets.timex.vocabulary import DAY, MONTH

LONGEST = 160  # characters
PLACE = (
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /,]+(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+|[A-Z][a-z]{1,10}\.?(?=[ ,]))){0,4}"
    r"|(?:[A-ZÀ-Þ][\w.'’-]+ ?){1,3}(?:, [A-Z][\w.]+)?(?= ?\())"
)
DATELINE = re.compile(rf"^{PLACE}(?P<middle>[^—–“\"]{{0,60}}?)\s?(?:[—–]|--| - |:(?= [A-Z“]))\s?")
MONTH_AT_END = re.compile(rf"[, ]+{MONTH}$")
PLACE_BEFORE_DATE = re.compile(rf"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{{2,40}}), (?:{MONTH}|{DAY} )")


def dateline(text: str) -> tuple[str | None, Stamp | None, YearlessDay | None]:
    """Place and date of a dateline: the date whole, or without its year."""
    match = DATELINE.match(text[:LONGEST])
    if not match:
        return None, None, None
    place, head = match["place"].strip(" ,/"), match[0]
    if len(place) < 3 or head.rstrip().endswith(":"):
        return None, None, None  # a speaker's turn
    stamp = whole_date(head)
    day = None if stamp else yearless(head)
    if match["middle"].strip(" ,") and not (stamp or day or "(" in match["middle"]):
        return None, None, None
    return _place_name(MONTH_AT_END.sub("", place).strip(" ,")), stamp, day


def place_of_date_line(text: str) -> str | None:
    """The place before the date of a date line: 'ANKARA, May 16, 2022'."""
    match = PLACE_BEFORE_DATE.match(text)
    return _place_name(match["place"].strip()) if match else None


def _place_name(place: str) -> str:
    """'NEW DELHI' → 'New Delhi'; 'MOSCOW/ANKARA' → 'Moscow/Ankara'; 'KINGSTOWN, St. Vincent' → 'Kingstown, St. Vincent'."""
    return re.sub(
        r"[^\W\d_]{4,}" if not place.isupper() else r"[^\W\d_]+",
        lambda word: word[0].capitalize() if word[0].isupper() else word[0],
        place,
    )
