"""Which lines are not the article: navigation, consent, share bars, teasers, bios, advertisements, comment prompts.

What such lines look like stands in seeds/codebook/boilerplate.csv (a pattern must match the whole line); where they stand
is `layout`. Title, byline and date lines belong to `head`, credits to `credit_lines`.
"""

import json
import re
from collections.abc import Sequence
from functools import lru_cache

import polars as pl

from assets.clean import layout
from assets.clean.layout import TURN, is_closed, is_prose
from assets.clean.line_patterns import LinePatterns
from assets.clean.paragraphs import WORD, Line

SHORT, SHORT_LINES = 80, 4096  # characters; lines whose kind is kept in memory
LONGEST = 500  # characters; no line of furniture is longer, and long paragraphs cost time
MIN_WORDS_BEFORE_REST = 20  # of paragraphs: before the article has begun, a heading takes nothing with it
MIN_SHARE_BEFORE_REST = 0.4  # of the words: a "Read next" above that is a box inside the article, not its end
MIN_SHARE_RESUMED = 0.15  # of the words: so much running text below a "Read next" is the article going on

MOST_GLUED = 5  # sentences of a line of furniture
MIN_SCRIPT, MAX_MARKS = 40, 0.06  # characters; marks of program code among them

LAST_PARAGRAPHS = 5
QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
SPEECH = re.compile(r"\b(?:said|says|told|added|asked|according|announced|warned)\b", re.IGNORECASE)
MEDIUM = re.compile(
    r"\b(?:subscri\w+|newsletters?|app|apps|archive|podcasts?|members?hip|members only|donat\w+|readers?|inbox|web ?site|e-?mail"
    r"|comments?|corrections?|editors?|articles?|stor(?:y|ies)|page|report|translation|transcript|newsroom|journalis\w+"
    r"|coverage|copyright|licen[cs]e|advert\w*|sponsor\w*|feedback|notifications?|digest|bulletin)\b",
    re.IGNORECASE,
)
READER = re.compile(
    r"\b(?:you|your|yours)\b|\b(?:our|us)\b(?! (?:country|people|president|nation|government|allies))"
    r"|^(?:subscribe|follow|support|send|download|sign|join|contact|reply|listen|get|read|click|visit|share|donate|register|become|write|tell|help|watch|see|try|learn|find|explore|discover)\b"
    r"|\b(?:sent|delivered|open|available) (?:only )?to (?:subscribers|members|readers)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(r"^[^.]{3,80}? (?:is|was|are|has|works|writes|covers|reports|teaches|serves|holds|leads|heads|directs|joined)\b")
PROFESSIONS = (
    r"correspondent|reporter|editor|journalist|columnist|author|writer|fellow|professor|lecturer|contributor|analyst|researcher|scholar|blogger"
    r"|freelance|historian|commentator|graduate|student|podcast|book|coordinator|chairman emeritus"
)
BIO = re.compile(
    rf"^(?:(?:Dr|Prof|Professor|Amb|Ambassador)\.? )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,4}},? (?:is|was|are) "
    rf"(?:an?|the|also|currently) [^.]{{0,80}}\b(?:{PROFESSIONS})s?\b|^(?:The )?(?:author|writer)s? (?:is|are|was)\b"
    rf"|^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}} (?:covers|writes (?:about|on|for)|reports (?:on|for|from))\b"
)
SELF_DESCRIPTION = (
    r"(?:is an?|takes|does not take|provides|publishes|brings|offers|welcomes|reserves|relies|operates|was founded|has been publishing)\b"
)


class Rules:
    """The codebook's patterns: kind and reach of the lines that match one."""

    def __init__(self, boilerplate: pl.DataFrame) -> None:
        rows = boilerplate.select("pattern", "kind", "reach").rows()
        self._patterns = LinePatterns([pattern for pattern, _, _ in rows], LONGEST)
        self._match_short = lru_cache(maxsize=SHORT_LINES)(self._patterns.match)  # a site's furniture stands in all of its pages
        self._meaning = [(kind, reach) for _, kind, reach in rows]

    def match(self, text: str) -> tuple[str, str] | None:
        """Kind and reach of a line of furniture; null for any other line."""
        found = self._match_short(text) if len(text) <= SHORT else self._patterns.match(text)
        return self._meaning[found[0]] if found else None


def marks(lines: Sequence[Line], rules: Rules, is_page: bool = False) -> list[str | None]:
    """For each line the kind of furniture it is; null where it may be the article's. Lines of a web page stand in their elements' order."""
    kinds: list[str | None] = [None] * len(lines)
    counts = [line.words for line in lines]
    _by_pattern(lines, rules, counts, kinds)
    layout.mark(lines, counts, kinds, is_page)
    return kinds


def drop_last_words(lines: Sequence[Line], kinds: list[str | None], authors: Sequence[str], publisher: str | None) -> None:
    """Mark, among the last paragraphs, what introduces the author or the outlet."""
    left = [number for number, kind in enumerate(kinds) if kind is None]
    above = sum(lines[number].words for number in left)
    least = MIN_SHARE_BEFORE_REST * above
    for number in reversed(left[max(1, len(left) - LAST_PARAGRAPHS) :]):  # the outlet speaks of itself below the article
        above -= lines[number].words
        if above < least or not _addresses_reader(lines[number].text):  # an introduction may speak to the reader as well
            break
        kinds[number] = "promotion"
    left = [number for number, kind in enumerate(kinds) if kind is None]
    for number in left[max(1, len(left) - LAST_PARAGRAPHS) :]:
        text = lines[number].text
        about_author = any(text.startswith(author) for author in authors) and ABOUT.search(text)
        about_outlet = publisher and re.match(rf"(?:the )?{re.escape(publisher)}\b {SELF_DESCRIPTION}", text, re.IGNORECASE)
        if about_author or about_outlet or BIO.match(text):
            kinds[number] = "author_bio"


def _addresses_reader(text: str) -> bool:
    """A line that speaks to its reader, or of itself, about the medium: subscriptions, corrections, apps, archives."""
    unquoted = QUOTED.sub(" ", text)
    if len(WORD.findall(text)) > 50 or TURN.match(text) or not MEDIUM.search(unquoted) or SPEECH.search(unquoted):
        return False
    return bool(READER.search(unquoted))


def _by_pattern(lines: Sequence[Line], rules: Rules, counts: list[int], kinds: list[str | None]) -> None:
    before, total = 0, sum(counts)
    headings: dict[str, int] = {}  # last line of each that takes with it what follows
    found: list[tuple[str, str] | None] = []
    for number, line in enumerate(lines):
        match = ("advertisement", "line") if _is_data(line.text) else rules.match(line.text) or _match_glued(lines, number, rules)
        found.append(match)
        if match and match[1] != "line":
            headings[line.text] = number
    number = 0
    while number < len(lines):
        line = lines[number]
        if match := found[number]:
            kind, reach = match
            if reach == "line" or before < MIN_WORDS_BEFORE_REST:
                kinds[number] = kind if reach == "line" or counts[number] <= 4 else None
            else:
                share = before / total
                end = _reach(lines, counts, number, reach, share >= MIN_SHARE_BEFORE_REST, recurs=headings[line.text] > number)
                kinds[number:end] = [kind] * (end - number)
                number = end
                continue
        elif is_prose(line.text, counts[number]):
            before += counts[number]
        number += 1


def _match_glued(lines: Sequence[Line], number: int, rules: Rules) -> tuple[str, str] | None:
    """Furniture that looks like two glued sentences ('Have a tip?Write to us.') was divided before it came here."""
    first, last = number, number + 1
    while first and lines[first].is_glued and last - first < MOST_GLUED:
        first -= 1
    while last < len(lines) and lines[last].is_glued and last - first < MOST_GLUED:
        last += 1
    return rules.match("".join(line.text for line in lines[first:last])) if last - first > 1 else None


def _is_data(text: str) -> bool:
    """A JSON value that was meant for a script, or a script."""
    if text[:1] + text[-1:] not in ("{}", "[]"):
        if len(text) <= MIN_SCRIPT or "=" not in text or not (";" in text or "{" in text):
            return False
        return sum(map(text.count, "{}();=<>")) > MAX_MARKS * len(text)
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return text.count('":') >= 2


def _reach(lines: Sequence[Line], counts: list[int], start: int, reach: str, is_late: bool, recurs: bool) -> int:
    """One past the last line that a heading takes with it; of a heading that comes again, the first is a box or a button."""
    end = start + 1
    if reach == "block":  # its block, and the open lines (links, captions) that follow
        while end < len(lines) and (lines[end].block == lines[start].block or not is_prose(lines[end].text, counts[end])):
            if lines[end].block == lines[start].block and counts[end] >= 30:
                break
            end += 1
        return end
    resumes = _resumption(lines, counts, end, 1 if recurs else 3 if is_late else 2)
    if is_late and not recurs and sum(counts[resumes:]) < MIN_SHARE_RESUMED * sum(counts):
        return len(lines)
    return resumes


def _resumption(lines: Sequence[Line], counts: list[int], start: int, run: int) -> int:
    """Where paragraphs follow one another again as in an article; teasers alternate with their headings."""
    length = 0
    for number in range(start, len(lines)):
        length = length + 1 if counts[number] >= 12 and is_prose(lines[number].text, counts[number]) else 0
        if length == run:
            return number - run + 1
    return len(lines)


__all__ = ["TURN", "WORD", "Rules", "drop_last_words", "is_closed", "is_prose", "marks"]
