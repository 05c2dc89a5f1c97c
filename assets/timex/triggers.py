"""Where a text may speak of time at all: the words that every time expression holds one of, found in a single scan.

What the words mean is for the rules. A rule looks only around the words it names, which is what makes finding quick.
"""

import re

# Characters around a trigger within which the whole expression and all its parts stand.
BEFORE, AFTER = 60, 100

# Kinds of triggers. Months, weekdays and units are told by how they begin: "Sept.", "WEDNESDAY", "yearly".
_KINDS = {
    "year": r"(?:1[0-9]|20)\d\d(?!\d)|20\d\d[01]\d[0-3]\d(?!\d)",
    "weekday": r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[a-zA-Z]*(?:day|DAY)",
    "month": r"(?:J(?:an|un|ul|AN|UN|UL)|Feb|Mar|Apr|May|Aug|Sep|Oct|Nov|Dec|FEB|MAR|APR|MAY|AUG|SEP|OCT|NOV|DEC)",
    "today": r"(?:[Tt]o(?:day|night|morrow)|[Yy]esterday|(?:[Tt]his|[Ll]ast)\s+(?:morning|afternoon|evening|night))",
    "weekend": "weekend",
    "unit": r"(?:days?|weeks?|months?|years?|decades?|morning|afternoon|evening|night)\b",
    "century": "century",
    "ago": r"(?:ago|hence|from\s+now)\b",
    "quarter": "(?:quarter|half)|Q[1-4]",
    "season": "(?:spring|summer|autumn|fall|winter)",
    "fiscal": "(?:[Ff]iscal|FY)",
    "decade": "(?:thirties|forties|fifties|sixties|seventies|eighties|nineties)",
    "spelled": r"(?:[Ee]ighteen|[Nn]ineteen|[Tt]wenty)[\s-]",
    "then": "[Ss]ince\\s+then",
    "holiday": "(?:Christmas|New\\s+Year|Thanksgiving|Election|Labor|Memorial|Independence|Fourth\\s+of|Valentine|Halloween|Boxing|Veterans"
    "|Armistice|Victory|Presidents|Columbus|Martin|Bastille|9/11)",
}  # fmt: skip
# The look ahead at one letter doubles the speed.
_SCAN = re.compile(
    rf"(?=[129A-Zacdefhlmnqstwy'’])(?:\b(?:{'|'.join(f'(?P<{kind}>{pattern})' for kind, pattern in _KINDS.items())})"
    rf"|(?P<short>(?<![\w’'])[’']\d\ds?\b))"
)

KINDS = frozenset(_SCAN.groupindex)


def windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """The stretches of a text to read, by kind of trigger; those that overlap are one."""
    found: dict[str, list[tuple[int, int]]] = {}
    length = len(text)
    for match in _SCAN.finditer(text):
        start = match.start()
        first, last = max(0, start - BEFORE), min(length, start + AFTER)
        spans = found.setdefault(match.lastgroup or "", [])
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return found


def joined(spans: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The stretches of several kinds as one list."""
    if len(spans) == 1:
        return spans[0]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(span for some in spans for span in some):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged
