"""When a document says it was published: metadata, date lines, addresses, datelines. Never the clock.

Time expressions of the article's sentences belong to `assets.timex`; what the corpus tells about a date to resolve.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
         "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], 1)}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 2, "thur": 4, "thurs": 4}
LONGEST_DATE_LINE = 160  # characters
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
TIME = r"(?P<time>[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?|[01]?\d\s?[ap]\.?m\.?)"
WEEKDAY = rf"(?:(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?,?\s+)?"
DATE_FORMS = tuple(
    re.compile(rf"\b{WEEKDAY}{form}", re.IGNORECASE)
    for form in (
        rf"{MONTH}\s+{DAY}(?:,\s*|\s+){YEAR}(?!\d)",
        rf"{DAY}(?:\s+of)?[\s-]+{MONTH}[,\s-]+{YEAR}(?!\d)",
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[0-3]?\d)(?!\d)",
        rf"{MONTH},?\s+{YEAR}(?!\d)",
    )
)  # fmt: skip
YEARLESS_FORMS = tuple(
    re.compile(rf"\b{WEEKDAY}{form}", re.IGNORECASE) for form in (rf"{MONTH}\s+{DAY}\b(?![\d,]*\d)", rf"\b{DAY}\s+{MONTH}(?!\s*\d)")
)
NUMERIC = re.compile(r"\b(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<year>(?:19|20)\d\d)\b")
LABEL = re.compile(
    r"\b(?:published|posted|first published|updated|last (?:updated|modified)|modified|issued|released|date|created|on|at|by|time)\b",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\b(?:updated|modified|corrected|edited)\b", re.IGNORECASE)
ZONE = re.compile(
    r"\b(?:[A-Z]{2,4}T|GMT|UTC|Z|[+-]\d{2}:?\d{2}|local time|a\.?m\.?|p\.?m\.?|hours?|hrs|ago|later|ist|msk)\b", re.IGNORECASE
)

URL = re.compile(r"(?:https?://|(?<![\w/])/)[^\s\"'<>]+")
URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
URL_NAMED_DAY = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/([0-3]?\d)(?!\d)", re.IGNORECASE)
URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])/")

PLACE = (
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /,]+(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+|[A-Z][a-z]{1,10}\.?(?=[ ,]))){0,4}"
    r"|(?:[A-ZÀ-Þ][\w.'’-]+ ?){1,3}(?:, [A-Z][\w.]+)?(?= ?\())"
)
DATELINE = re.compile(rf"^{PLACE}(?P<middle>[^—–“\"]{{0,60}}?)\s?(?:[—–]|--| - |:(?= [A-Z“]))\s?")
SPOKEN_ON = re.compile(
    r"\b(?:said|told|announced|confirmed|reported|stated|declared|wrote|added|met|signed|agreed|spoke|claimed|warned|denied|called)\b",
    re.IGNORECASE,
)

WEEKDAY_IN_LEAD = re.compile(r"\bon (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)

PAST_YEAR = re.compile(
    rf"(?:\b(?:in|since|during|of|from|after|late|early|mid)[- ]"
    rf"|\b(?:{'|'.join(MONTHS)})\b\.?(?: \d{{1,2}},?)? |^\W*in )(?:19|20)\d\d$",
    re.IGNORECASE,
)
YEAR_WORD = re.compile(r"(?<![\d$€£.,-])(?:19|20)\d\d(?![\d-]|,\d|\.\d|%)")
MONTH_WORD = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\b\.?")
ON_DAY = re.compile(r"\b(?:on|earlier|late|day,)\s+(?:\w{3,6}day,?\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?$", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:will|would|shall|by|until|till|expected|due|planned?|plans|target|goal|could|may|might|hopes?|from)\b[^.;]{0,45}$", re.IGNORECASE
)


@dataclass(frozen=True)
class Stamp:
    """A date read from one place; `day` null where only the month is known."""

    first: date
    last: date
    has_time: bool
    evidence: str
    weekday: int | None = None

    @property
    def precision(self) -> str:
        if self.first != self.last:
            return "month" if (self.first.year, self.first.month) == (self.last.year, self.last.month) else "interval"
        return "minute" if self.has_time else "day"


@dataclass(frozen=True)
class YearlessDay:
    """A day of a publication date whose year is not stated."""

    month: int | None
    day: int | None
    weekday: int | None
    evidence: str


def from_metadata(value: str | None) -> Stamp | None:
    """A date as metadata write it: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or in words."""
    value = (value or "").strip()
    if not value:
        return None
    if re.fullmatch(r"\d{10}|\d{13}", value):
        moment = datetime.fromtimestamp(int(value) / (1000 if len(value) == 13 else 1), UTC)
        return _stamp(moment.year, moment.month, moment.day, True, value)
    if re.fullmatch(r"(?:19|20)\d{6}(?:T?\d{4,6}Z?)?", value):
        return _stamp(int(value[:4]), int(value[4:6]), int(value[6:8]), len(value) > 8, value)
    iso = re.match(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?:[T ]\d\d:\d\d)?", value)
    if iso:
        return _stamp(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None, len(iso[0]) > 10, value)
    try:
        moment = parsedate_to_datetime(value)
        return _stamp(moment.year, moment.month, moment.day, True, value)
    except (ValueError, TypeError, IndexError):
        pass
    if re.fullmatch(YEAR, value):
        return Stamp(date(int(value), 1, 1), date(int(value), 12, 31), False, value)
    return _find(value)


def from_line(text: str) -> Stamp | None:
    """The date of a date line: a line that says little else. Of two dates the first counts."""
    stamp = _find(text) if len(text) <= LONGEST_DATE_LINE else None
    if stamp is None:
        return None
    rest = text.replace(stamp.evidence, " ", 1)
    has_time = stamp.has_time or bool(re.search(TIME, rest, re.IGNORECASE))
    rest = re.sub(TIME, " ", ZONE.sub(" ", LABEL.sub(" ", rest)), flags=re.IGNORECASE)
    if second := _find(rest):
        rest = rest.replace(second.evidence, " ")
    words = len(re.findall(r"[^\W\d_]{2,}", rest))
    if words > 5 or (words > 3 and not re.search(r"[|,•·–—]", text)):
        return None
    return Stamp(stamp.first, stamp.last, has_time, text.strip(), stamp.weekday)


def is_update(text: str) -> bool:
    """The line tells when the document was changed, not when it was published."""
    return bool(UPDATED.match(text.strip()))


def from_url(url: str | None) -> Stamp | None:
    """The date an address carries: /2018/04/24/, /2018-04-24/, /20180424/, /2018/apr/24/; the month from /2018/04/."""
    if not url:
        return None
    if match := URL_DAY.search(url):
        return _stamp(int(match[1]), int(match[2]), int(match[3]), False, url)
    if (match := URL_NAMED_DAY.search(url)) and match[2].lower() in MONTHS:
        return _stamp(int(match[1]), MONTHS[match[2].lower()], int(match[3]), False, url)
    if match := URL_MONTH.search(url):
        return _stamp(int(match[1]), int(match[2]), None, False, url)
    return None


def urls_in(text: str) -> list[str]:
    """Addresses, whole or from the root of the site, in a line of the document."""
    return URL.findall(text)


def dateline(text: str) -> tuple[str | None, Stamp | None, YearlessDay | None]:
    """Place and date of a dateline ('BEIJING, March 10 (Agency) — …'): the date whole, or without its year."""
    match = DATELINE.match(text[:160])
    if not match:
        return None, None, None
    place = match["place"].strip(" ,/")
    if len(place) < 3 or (place.isupper() and len(place) <= 4 and "(" not in match["middle"] and match[0].rstrip().endswith(":")):
        return None, None, None
    if match[0].rstrip().endswith(":"):
        return None, None, None  # a speaker's turn
    trimmed = re.sub(rf"[, ]+{MONTH}$", "", place, flags=re.IGNORECASE)
    head = match[0]
    stamp = _find(head)
    yearless = None if stamp else _yearless(head)
    if match["middle"].strip(" ,") and not (stamp or yearless or "(" in match["middle"]):
        return None, None, None
    return _place_name(trimmed.strip(" ,")), stamp, yearless


def place_of_date_line(text: str) -> str | None:
    """The place before the date of a date line: 'ANKARA, May 16, 2022'."""
    match = re.match(rf"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{{2,40}}), (?i:{MONTH}|{DAY} )", text)
    return _place_name(match["place"].strip()) if match else None


def report_day(paragraphs: list[str]) -> YearlessDay | None:
    """The day a report tells its news of, where only sentences give it: 'said on April 3' in the lead, or more than once."""
    found: dict[tuple[int | None, int | None], list[tuple[int, YearlessDay]]] = {}
    for number, paragraph in enumerate(paragraphs):
        for month in MONTH_WORD.finditer(paragraph):
            before = paragraph[max(0, month.start() - 14) : month.start()]
            if not ON_DAY.search(before):
                continue
            around = paragraph[max(0, month.start() - 120) : month.end() + 60]
            day = _yearless(paragraph[month.start() : month.end() + 10]) or _yearless(before[-5:] + month[0])
            if day and SPOKEN_ON.search(around) and not re.match(r"[\s,.]*\d{0,2},? (?:19|20)\d\d", paragraph[month.end() :]):
                found.setdefault((day.month, day.day), []).append((number, day))
    if found:
        days = max(found.values(), key=lambda mentions: (mentions[0][0] == 0, len(mentions), -mentions[0][0]))
        if days[0][0] == 0 or len(days) >= 2:
            return days[0][1]
    lead = paragraphs[0] if paragraphs else ""
    weekday = WEEKDAY_IN_LEAD.search(lead)
    if weekday and SPOKEN_ON.search(lead):
        return YearlessDay(None, None, WEEKDAYS[weekday[1].lower()], weekday[0])
    return None


def latest_past_day(body: str) -> tuple[int | None, date | None]:
    """Latest year the body speaks of as past, and the latest whole date: lower bounds of the day of publication."""
    years: list[int] = []
    days: list[date] = []
    for mention in YEAR_WORD.finditer(body):
        before = body[max(0, mention.start() - 40) : mention.end()]
        dated = next((match for form in DATE_FORMS[:2] for match in form.finditer(before) if match.end() == len(before)), None)
        past = PAST_YEAR.search(before)
        start = mention.end() - len(before) + (dated or past).start() if (dated or past) else None  # type: ignore[union-attr]
        if start is None or FUTURE.search(body[max(0, start - 90) : start + 1]):
            continue
        years.append(int(mention[0]))
        if dated and (stamp := _of_match(dated, dated[0])):
            days.append(stamp.first)
    return max(years, default=None), max(days, default=None)


def lower_bound(year: int | None, day: date | None) -> date | None:
    """Earliest day of publication that what the body mentions as past allows."""
    first = date(year, 1, 1) if year else None
    return max((bound for bound in (first, day) if bound), default=None)


def _find(text: str) -> Stamp | None:
    """The first whole date in a text."""
    matches = [match for form in DATE_FORMS for match in form.finditer(text)]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        stamp = _of_match(match, match[0].strip())
        if stamp:
            has_time = bool(re.search(rf"^\W*(?:at\s+)?{TIME}|T\d\d:\d\d", text[match.end() :], re.IGNORECASE))
            return Stamp(stamp.first, stamp.last, has_time, stamp.evidence, stamp.weekday)
    numeric = NUMERIC.search(text)
    if numeric:
        a, b = int(numeric["a"]), int(numeric["b"])
        orders = {(b, a)} if "." in numeric[0] else {(a, b), (b, a)}  # month, day; with full stops the day stands first everywhere
        days = sorted(day for month, dom in orders if (day := day_of(int(numeric["year"]), month, dom)))
        if days:
            return Stamp(days[0], days[-1], False, numeric[0])
    return None


def _of_match(match: re.Match[str], evidence: str) -> Stamp | None:
    parts = match.groupdict()
    month = parts["month"].lower().rstrip(".")
    number = int(month) if month.isdigit() else MONTHS[month]
    weekday = WEEKDAYS.get((parts.get("weekday") or "").lower())
    return _stamp(int(parts["year"]), number, int(parts["day"]) if parts.get("day") else None, False, evidence, weekday)


def _stamp(year: int, month: int, day: int | None, has_time: bool, evidence: str, weekday: int | None = None) -> Stamp | None:
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12):
        return None
    if day is None:
        following = date(year + month // 12, month % 12 + 1, 1)
        return Stamp(date(year, month, 1), following - timedelta(days=1), False, evidence)
    whole = day_of(year, month, day)
    return Stamp(whole, whole, has_time, evidence, weekday) if whole else None


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _yearless(text: str) -> YearlessDay | None:
    for form in YEARLESS_FORMS:
        match = form.search(text)
        if match and day_of(2000, MONTHS[match["month"].lower().rstrip(".")], int(match["day"])):
            weekday = WEEKDAYS.get((match["weekday"] or "").lower())
            return YearlessDay(MONTHS[match["month"].lower().rstrip(".")], int(match["day"]), weekday, match[0].strip())
    return None


def _place_name(place: str) -> str:
    """'NEW DELHI' → 'New Delhi'; 'MOSCOW/ANKARA' → 'Moscow/Ankara'; 'KINGSTOWN, St. Vincent' → 'Kingstown, St. Vincent'."""
    return re.sub(
        r"[^\W\d_]{4,}" if not place.isupper() else r"[^\W\d_]+", lambda word: word[0].capitalize() if word[0].isupper() else word[0], place
    )
