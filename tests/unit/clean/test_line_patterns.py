"""Patterns looked for by how they begin or by their words match what they would match tried one by one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from assets.clean.line_patterns import LinePatterns

PATTERNS = (
    r"share( this)?( article)?", r"(read|see) more.{0,20}", r"\d+ (likes|shares)", r".{2,20}\bcookies\b.{0,20}", r"(a|no) comments?",
    r"[*#]{2,5}", r"(?!.*said)[A-Z].{2,20} waves\b.{0,20}", r"x|\W{1,3}", r"(\d{1,2}:)?\d{2}( am| pm)?|live", r"ÜBER uns",
)  # fmt: skip
PIECES = (
    "Share", "share", " this", " article", "READ more", "see ", "more", "7", "٣", " likes", " shares", " cookies", "We use", "no comments",
    "***", "#", "Lind waves", " to all", "said", "x", "…", "10:30", " pm", "Live", "über uns", " ", "İ",
)  # fmt: skip


def one_by_one(line: str) -> int | None:
    return next((number for number, pattern in enumerate(PATTERNS) if re.fullmatch(pattern, line, re.IGNORECASE)), None)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
def test_no_pattern_is_missed_and_the_first_wins(line: str):
    found = LinePatterns(PATTERNS, 60).match(line)
    assert (found[0] if found else None) == (one_by_one(line) if len(line) <= 60 else None)


def test_a_line_longer_than_any_pattern_is_no_match():
    assert LinePatterns(PATTERNS, 10).match("share this article") is None
    assert LinePatterns((), 10).match("share") is None
