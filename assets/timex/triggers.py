"""Where a text may speak of time at all: the words that every time expression holds one of, found in a single scan.

What the words mean is for the rules. A rule looks only around the words it names, which is what makes finding quick.
"""

import re

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# Characters before and after a trigger within which the whole expression and all its parts stand.
REACH = 60, 100
_REACHES = {"year": (40, 60), "unit": (50, 45), "month": (40, 85)}  # of those that are most frequent

# Kinds of triggers: how they may begin, for the scan, and what they are. Months, weekdays and units are told by how they
# begin: "Sept.", "WEDNESDAY", "yearly".
_KINDS = {
    "year": (
        "10 11 12 13 14 15 16 17 18 19 20",
        r"(?:1[0-9]|20)\d\d(?!\d)|20\d\d[01]\d[0-3]\d(?!\d)",
    ),
    "weekday": (
        "Mon Tue Wed Thu Fri Sat Sun MON TUE WED THU FRI SAT SUN",
        r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[a-zA-Z]*(?:day|DAY)",
    ),
    "month": (
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC",
        r"(?:J(?:an|un|ul|AN|UN|UL)|Feb|Mar|Apr|May|Aug|Sep|Oct|Nov|Dec|FEB|MAR|APR|MAY|AUG|SEP|OCT|NOV|DEC)",
    ),
    "today": (
        "Today Tonight Tomorrow today tonight tomorrow Yesterday yesterday This Last this last",
        r"(?:[Tt]o(?:day|night|morrow)|[Yy]esterday|(?:[Tt]his|[Ll]ast)\s+(?:morning|afternoon|evening|night))",
    ),
    "weekend": ("weekend", "weekend"),
    "unit": (
        "day week month year decade morning afternoon evening night",
        r"(?:days?|weeks?|months?|years?|decades?|morning|afternoon|evening|night)\b",
    ),
    "century": ("century", "century"),
    "ago": ("ago hence from", r"(?:ago|hence|from\s+now)\b"),
    "quarter": ("quarter half Q1 Q2 Q3 Q4", "(?:quarter|half)|Q[1-4]"),
    "season": ("spring summer autumn fall winter", "(?:spring|summer|autumn|fall|winter)"),
    "fiscal": ("Fiscal fiscal FY", "(?:[Ff]iscal|FY)"),
    "decade": (
        "thirties forties fifties sixties seventies eighties nineties",
        "(?:thirties|forties|fifties|sixties|seventies|eighties|nineties)",
    ),
    "spelled": ("Eighteen Nineteen Twenty eighteen nineteen twenty", r"(?:[Ee]ighteen|[Nn]ineteen|[Tt]wenty)[\s-]"),
    "then": ("Since since", "[Ss]ince\\s+then"),
    "holiday": (
        "Christmas New Thanksgiving Election Labor Memorial Independence Fourth Valentine Halloween Boxing Veterans Armistice Victory"
        " Presidents Columbus Martin Bastille 9/11",
        "(?:Christmas|New\\s+Year|Thanksgiving|Election|Labor|Memorial|Independence|Fourth\\s+of|Valentine|Halloween|Boxing|Veterans"
        "|Armistice|Victory|Presidents|Columbus|Martin|Bastille|9/11)",
    ),
    "short": ("’ '", r"(?<![\w’'])[’']\d\ds?\b"),
}  # fmt: skip
_BEGINNINGS = AhoCorasick(
    [beginning for beginnings, _ in _KINDS.values() for beginning in beginnings.split()],
    matchkind=MatchKind.LeftmostLongest,
    implementation=Implementation.DFA,
)
_TRIGGER = re.compile(
    "|".join(rf"(?P<{kind}>{'' if kind == 'short' else chr(92) + 'b'}(?:{pattern}))" for kind, (_, pattern) in _KINDS.items())
)

KINDS = frozenset(_KINDS)


def windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """The stretches of a text to read, by kind of trigger; those that overlap are one."""
    found: dict[str, list[tuple[int, int]]] = {}
    length, end = len(text), 0
    for _, start, _ in _BEGINNINGS.find_matches_as_indexes(text):
        if start < end or not (match := _TRIGGER.match(text, start)):
            continue
        end = match.end()
        kind = match.lastgroup or ""
        before, after = _REACHES.get(kind, REACH)
        first, last = max(0, start - before), min(length, start + after)
        spans = found.setdefault(kind, [])
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return found
