"""Which time of a text another is counted from: "a day earlier", "that month", "the week of March 6". Nothing is bound here.

After the narrative reading of news: the nearest time before that is at least as fine as what is counted ("that day" needs a
day, "that year" takes anything). TimeML (Pustejovsky et al., 2003) calls it the anchor.
"""

from collections.abc import Sequence

from assets.timex.values import TimeExpression, TimeValue

# Characters. A time farther back is another subject's; chosen among 300, 600, 1200 and 2400 on newswire, where it hardly mattered.
REACH = 1200
# Between an expression and the one right after it: "the day before | last Tuesday".
ADJACENT = 8
# Between a clause's own time and what is counted from it: "on Monday, | two days after". A sentence seldom holds more.
BESIDE = 160

_FINENESS = {"minute": 0, "day": 0, "month": 2, "year": 4}
_NEEDED = {"day": 0, "week": 1, "month": 2, "year": 4}
_COARSEST = 4


def links(expressions: Sequence[TimeExpression]) -> list[int | None]:
    """For each expression of a text, in order, the index of the one it is counted from; null: the document, or nothing known."""
    found: list[int | None] = []
    for index, one in enumerate(expressions):
        if one.counted_from == "earlier":
            found.append(_earlier(expressions, found, index, REACH))
        elif one.counted_from == "beside":
            found.append(_earlier(expressions, found, index, BESIDE))
        elif one.counted_from == "following":
            after = expressions[index + 1] if index + 1 < len(expressions) else None
            found.append(index + 1 if after and after.start - one.end <= ADJACENT else None)
        else:
            found.append(None)
    return found


def _earlier(expressions: Sequence[TimeExpression], linked: list[int | None], index: int, reach: int) -> int | None:
    one = expressions[index]
    needed = 0 if one.relation.endswith("weekday") else _NEEDED.get(one.unit or "month", _COARSEST)
    if one.relation == "since":
        needed = _COARSEST
    for other in range(index - 1, -1, -1):
        candidate = expressions[other]
        if one.start - candidate.end > reach:
            return None
        if candidate.counted_from == "beside":
            continue  # another deed's time
        is_known = candidate.counted_from is None or (linked[other] is not None and linked[other] != index)
        if is_known and _fineness(candidate) <= needed:
            return other
    return None


def _fineness(value: TimeValue) -> int:
    """0 a day, 1 a week, 2 a month, 3 a season, 4 a year, 9 a stretch of days that nothing is counted from."""
    if value.precision in _FINENESS:
        return _FINENESS[value.precision]
    if value.relation in ("season", "half"):
        return 3
    is_week = (value.relation == "shift" and value.unit == "week") or value.relation.endswith("weekday")
    return 1 if is_week else _COARSEST + 5
