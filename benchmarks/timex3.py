"""Bound times as TIMEX3 values (Pustejovsky et al., 2003), which scorers read. How times are bound does not belong here."""

import re
from datetime import date
from typing import Any

from assets.timex.values import months_from

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_LENGTHS = {"day": 10, "minute": 10, "month": 7, "year": 4}
_RANGE = re.compile(r"\s*[-–—/]\s*|\s+(?:to|through|until|till|and)\s+")


def timex3(row: dict[str, Any]) -> list[dict[str, Any]]:
    """`{"start", "end", "value"}` of a time expression with its bounds; of a range, one for each end."""
    start, end, first, last = row["evidence_start"], row["evidence_end"], row["occurred_from"], row["occurred_to"]
    precision = row["date_precision"]
    if precision in _LENGTHS:
        return [{"start": start, "end": end, "value": first.isoformat()[: _LENGTHS[precision]]}]
    between = _RANGE.search(row["evidence"])
    if between and row["relation"] in ("absolute", "month_day"):
        length = _ends(first, last)
        return [
            {"start": start, "end": start + between.start(), "value": first.isoformat()[:length]},
            {"start": start + between.end(), "end": end, "value": last.isoformat()[:length]},
        ]
    return [{"start": start, "end": end, "value": _stretch(row, first, last)}]


def _ends(first: date, last: date) -> int:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _LENGTHS["year"]
    return _LENGTHS["month"] if first.day == 1 and last == months_from(last.year, last.month, 1)[1] else _LENGTHS["day"]


def _stretch(row: dict[str, Any], first: date, last: date) -> str:
    """A week, weekend, quarter, half, season, decade; of other stretches the two days."""
    year, week, _ = first.isocalendar()
    if row["unit"] == "week" and (last - first).days == 6:
        return f"{year}-W{week:02d}"
    if row["relation"].endswith("weekday"):
        return f"{year}-W{week:02d}-WE"
    if first.day == 1 and months_from(first.year, first.month, 3)[1] == last:
        is_season = first.month in _SEASONS and "quarter" not in row["evidence"].lower()
        return f"{first.year}-{_SEASONS[first.month] if is_season else f'Q{(first.month + 2) // 3}'}"
    if first.day == 1 and months_from(first.year, first.month, 6)[1] == last:
        return f"{first.year}-H{(first.month + 5) // 6}"
    if first.year % 10 == 0 and (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year + 9):
        return str(first.year)[:3]
    return f"{first.isoformat()}/{last.isoformat()}"
