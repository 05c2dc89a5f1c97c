"""Which lines are not the article: navigation, consent, share bars, teasers, bios, advertisements, comment prompts.

What such lines look like stands in seeds/codebook/boilerplate.csv (a pattern must match the whole line); here stand the
cues of structure. Title, byline and date lines belong to `head`, credits to `credits`.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from assets.clean.paragraphs import Line

LONGEST = 500  # characters; no line of furniture is longer, and long paragraphs cost time
MIN_SHARE_BEFORE_REST = 0.4  # of the words: a "Read next" above that is a box inside the article, not its end
MIN_SHARE_RESUMED = 0.15  # of the words: so much running text below a "Read next" is the article going on
WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
PROSE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
TURN = re.compile(r"^(?:[A-Z][A-Z.'’ -]{1,40}|Q|A|Question|Answer):\s")

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
    r"|\bthis (?:article|story|page|report|live page|translation|transcript|text|piece)\b"
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
IMAGE_BULLET = re.compile(r"^[•*·-]\s")


@dataclass(frozen=True)
class Rules:
    """The codebook's patterns as one expression; the name of the group that matched says which."""

    pattern: re.Pattern[str]
    meaning: dict[str, tuple[str, str]]  # group → kind, reach

    @staticmethod
    def of(boilerplate: pl.DataFrame) -> "Rules":
        """From the codebook's frame (pattern, kind, reach)."""
        rows = boilerplate.select("pattern", "kind", "reach").rows()
        if not rows:
            return Rules(re.compile(r"(?!)"), {})
        joined = "|".join(f"(?P<p{number}>{pattern})" for number, (pattern, _, _) in enumerate(rows))
        return Rules(re.compile(joined, re.IGNORECASE), {f"p{number}": (kind, reach) for number, (_, kind, reach) in enumerate(rows)})

    def match(self, text: str) -> tuple[str, str] | None:
        """Kind and reach of a line of furniture; null for any other line."""
        found = self.pattern.fullmatch(text) if len(text) <= LONGEST else None
        return self.meaning[found.lastgroup] if found and found.lastgroup else None


def marks(lines: Sequence[Line], rules: Rules) -> list[str | None]:
    """For each line the kind of furniture it is; null where it may be the article's."""
    kinds: list[str | None] = [None] * len(lines)
    counts = [len(WORD.findall(line.text)) for line in lines]
    _by_pattern(lines, rules, counts, kinds)
    _repeated(lines, counts, kinds)
    _clock_lists(lines, counts, kinds)
    _profile_boxes(lines, counts, kinds)
    _tail(lines, counts, kinds)
    return kinds


def drop_last_words(lines: Sequence[Line], kinds: list[str | None], authors: Sequence[str], publisher: str | None) -> None:
    """Mark, among the last paragraphs, what introduces the author or the outlet."""
    left = [number for number, kind in enumerate(kinds) if kind is None]
    for number in reversed(left[max(1, len(left) - LAST_PARAGRAPHS) :]):  # the outlet speaks of itself below the article
        if not _addresses_reader(lines[number].text):
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


def is_prose(text: str, words: int) -> bool:
    """A line that reads as a paragraph of an article: a closed sentence of some length, or one turn of a talk."""
    return words >= 30 or (words >= 6 and bool(PROSE_END.search(text))) or bool(TURN.match(text) and PROSE_END.search(text))


def _by_pattern(lines: Sequence[Line], rules: Rules, counts: list[int], kinds: list[str | None]) -> None:
    article_began, before = False, 0
    total = sum(counts)
    number = 0
    while number < len(lines):
        line = lines[number]
        if _is_data(line.text):
            kinds[number] = "advertisement"
        elif found := rules.match(line.text) or _match_glued(lines, number, rules):
            kind, reach = found
            if reach == "line" or not article_began:
                kinds[number] = kind if reach == "line" or counts[number] <= 4 else None
            else:
                end = _reach(lines, counts, number, reach, before >= MIN_SHARE_BEFORE_REST * total)
                kinds[number:end] = [kind] * (end - number)
                number = end
                continue
        elif is_prose(line.text, counts[number]):
            article_began = True
            before += counts[number]
        number += 1


def _match_glued(lines: Sequence[Line], number: int, rules: Rules) -> tuple[str, str] | None:
    """Furniture that looks like two glued sentences ('Have a tip?Write to us.') was divided before it came here."""
    first, last = number, number + 1
    while first and lines[first].is_glued:
        first -= 1
    while last < len(lines) and lines[last].is_glued:
        last += 1
    return rules.match("".join(line.text for line in lines[first:last])) if last - first > 1 else None


def _is_data(text: str) -> bool:
    """A JSON object that was meant for a script."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return text.count('":') >= 2


def _reach(lines: Sequence[Line], counts: list[int], start: int, reach: str, is_late: bool) -> int:
    """One past the last line that a heading takes with it."""
    end = start + 1
    if reach == "block":  # its block, and the open lines (links, captions) that follow
        while end < len(lines) and (lines[end].block == lines[start].block or not is_prose(lines[end].text, counts[end])):
            if lines[end].block == lines[start].block and counts[end] >= 30:
                break
            end += 1
        return end
    resumes = _resumption(lines, counts, end, 3 if is_late else 2)
    if is_late and sum(counts[resumes:]) < MIN_SHARE_RESUMED * sum(counts):
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


def _repeated(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """The same line again: a caption given twice, a pull quote."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines):
        if kinds[number] is not None:
            continue
        previous = seen.get(line.text)
        if previous is not None and not TURN.match(line.text) and (counts[number] >= 8 or (number - previous == 1 and counts[number] >= 2)):
            kinds[number] = "duplicate"
            if number - previous == 1 and not PROSE_END.search(line.text) and any(kind is None for kind in kinds[:previous]):
                kinds[previous] = "caption"  # alternative text and caption of one picture, below the headline
        seen[line.text] = number


def _clock_lists(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """A list of other stories: clock time, heading, abstract, three times or more, to the end of the page."""
    clocks = [number for number, line in enumerate(lines) if CLOCK.fullmatch(line.text)]
    headed = [n for n in clocks if n + 1 < len(lines) and counts[n + 1] <= 12 and not PROSE_END.search(lines[n + 1].text)]
    if len(headed) < 3 or max(later - number for number, later in pairwise(headed)) > 4:
        return
    end = next((n for n in range(headed[-1] + 2, len(lines)) if not is_prose(lines[n].text, counts[n])), len(lines))
    for number in range(headed[0], min(end, headed[-1] + 3)):
        kinds[number] = "teaser"


def _profile_boxes(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """A name on a line of its own, then a paragraph about that name: an author or a service introduces itself."""
    last_quarter = len(lines) // 2
    for number in range(last_quarter, len(lines) - 1):
        name, about = lines[number].text, lines[number + 1].text
        if 1 <= counts[number] <= 6 and not PROSE_END.search(name) and len(about) > len(name) and about.startswith(f"{name} "):
            kinds[number] = kinds[number + 1] = "author_bio"
            if number and IMAGE_BULLET.match(lines[number - 1].text):
                kinds[number - 1] = "author_bio"


def _tail(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """Short open lines below the last paragraph: size markers, tags, links."""
    prose = [n for n, line in enumerate(lines) if kinds[n] is None and is_prose(line.text, counts[n])]
    if not prose:
        return
    follows_list = lines[prose[-1]].text.endswith(":")
    for number in range(prose[-1] + 1, len(lines)):
        if kinds[number] is None and not follows_list and not PROSE_END.search(lines[number].text) and counts[number] < 12:
            kinds[number] = "navigation"
