"""The date columns of a document: which of the dates it gives counts, and what bounds remain where none does."""

import re
from collections import Counter
from datetime import timedelta
from typing import Any

from assets.clean import datelines, dates, prose_dates
from assets.clean.dates import Stamp, YearlessDay
from assets.timex.values import day_of

COPYRIGHT_YEAR = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©\s*)?((?:19|20)\d\d)(?!\s*[-–])")
OTHER_STORIES = ("teaser", "duplicate")  # dates in these lines are other articles'


# A page may be changed for the last time while it still waits for its hour.
SCHEDULED = timedelta(days=7)


def is_date_line(text: str) -> bool:
    return dates.from_line(text) is not None or dates.from_yearless_line(text) is not None


def publication(
    declared: str | None,
    url: str | None,
    head_lines: tuple[str, ...],
    furniture: list[tuple[str, str]],
    paragraphs: list[str],
    body: str,
    modified: str | None = None,
) -> dict[str, Any]:
    """Date columns of DOCUMENTS, by trust: metadata, a date line, the address, the dateline; else bounds and a day without year.

    `furniture` holds the lines that are not the article with their kinds; `modified` is when metadata say it was changed,
    an upper bound where nothing dates it.
    """
    year, latest_day = prose_dates.latest_past_day(body)
    place, dateline, yearless = _dateline(paragraphs)
    own = [text for text, kind in furniture if kind not in OTHER_STORIES]
    stamp, basis = _stamp(declared, url, [*head_lines, *own], dateline)
    yearless = yearless or next((day for text in [*head_lines, *own] if (day := dates.from_yearless_line(text))), None)
    if stamp:
        stamp = _narrowed(stamp, yearless)
    place = place or next((found for text in own if (found := datelines.place_of_date_line(text))), None)
    columns: dict[str, Any] = {
        "dateline_place": place, "published_on": None, "published_from": None, "published_to": None, "date_precision": "unknown",
        "date_basis": "unknown", "date_evidence": None, "publication_month": None, "publication_day": None, "publication_weekday": None,
        "lead_weekday": prose_dates.weekday_of_lead(paragraphs), "latest_year": year,
    }  # fmt: skip
    if stamp:
        if year and year > stamp.last.year:
            columns["latest_year"] = stamp.last.year
        return columns | {
            "published_on": stamp.first if stamp.first == stamp.last else None,
            "published_from": stamp.first,
            "published_to": stamp.last,
            "date_precision": stamp.precision,
            "date_basis": basis,
            "date_evidence": stamp.evidence,
            "publication_weekday": stamp.first.isoweekday() if stamp.first == stamp.last else None,
        }
    if yearless and (stamp := _with_copyright_year(yearless, furniture, columns["lead_weekday"], year)):
        return columns | {
            "published_on": stamp.first, "published_from": stamp.first, "published_to": stamp.last, "date_precision": "day",
            "date_basis": "explicit", "date_evidence": stamp.evidence, "publication_weekday": stamp.first.isoweekday(),
        }  # fmt: skip
    columns["published_from"] = first = prose_dates.lower_bound(year, latest_day)
    if (changed := dates.from_metadata(modified)) and (first is None or first <= changed.last):
        columns["published_to"] = changed.last + SCHEDULED
    day = yearless or prose_dates.report_day(paragraphs)
    if day:
        columns |= {
            "publication_month": day.month, "publication_day": day.day, "publication_weekday": day.weekday, "date_evidence": day.evidence,
        }  # fmt: skip
    return columns


def _stamp(declared: str | None, url: str | None, own_lines: list[str], dateline: Stamp | None) -> tuple[Stamp | None, str]:
    if stamp := dates.from_metadata(declared):
        return stamp, "metadata"
    lines = [(text, stamp) for text in own_lines if (stamp := dates.from_line(text))]
    first = next((stamp for text, stamp in lines if not dates.is_update(text)), None)
    if first and first.first == first.last:
        return first, "explicit"
    if stamp := dates.from_url(url) or _url_of_lines(own_lines):
        return stamp, "url"
    if first or lines:
        return first or lines[0][1], "explicit"
    return dateline, "explicit"


def _narrowed(stamp: Stamp, yearless: YearlessDay | None) -> Stamp:
    """The day of the dateline or date line in a month or year known otherwise; else the stamp as it is.

    04/07/2021 is read as the day the dateline gives, or the day before or after; else it stays open.
    """
    if stamp.first == stamp.last or not yearless or not yearless.month or not yearless.day:
        return stamp
    years = range(stamp.first.year, stamp.last.year + 1)
    days = [day for year in years if (day := day_of(year, yearless.month, yearless.day))]
    if stamp.precision == "interval":
        near = [day for day in (stamp.first, stamp.last) if any(abs((day - other).days) <= 2 for other in days)]
        return Stamp(near[0], near[0], stamp.has_time, stamp.evidence) if len(near) == 1 else stamp
    within = [day for day in days if stamp.first <= day <= stamp.last and yearless.weekday in (None, day.isoweekday())]
    return Stamp(within[0], within[0], False, f"{yearless.evidence}; {stamp.evidence}") if len(within) == 1 else stamp


def _with_copyright_year(
    yearless: YearlessDay, furniture: list[tuple[str, str]], lead_weekday: int | None, latest_year: int | None
) -> Stamp | None:
    """A dateline's day in the year of the copyright line, if a weekday in the lead agrees with that year.

    Copyright lines often carry the year of the visit; the weekday (that day or the one before) tells them apart.
    """
    years = {match[1] for text, kind in furniture if kind == "legal" for match in COPYRIGHT_YEAR.finditer(text)}
    if len(years) != 1 or not lead_weekday or not yearless.month or not yearless.day:
        return None
    year = int(years.pop())
    day = day_of(year, yearless.month, yearless.day)
    if not day or (latest_year and year < latest_year) or (day.isoweekday() - lead_weekday) % 7 > 1:
        return None
    return Stamp(day, day, False, f"{yearless.evidence}, © {year}")


def _url_of_lines(own_lines: list[str]) -> Stamp | None:
    """The date in the addresses that the document's own furniture carries, where they agree."""
    stamps = [stamp for text in own_lines for url in dates.urls_in(text) if (stamp := dates.from_url(url)) and stamp.first == stamp.last]
    days = Counter(stamp.first for stamp in stamps)
    return stamps[0] if len(days) == 1 else None


def _dateline(paragraphs: list[str]) -> tuple[str | None, Stamp | None, YearlessDay | None]:
    return datelines.dateline(paragraphs[0]) if paragraphs else (None, None, None)
