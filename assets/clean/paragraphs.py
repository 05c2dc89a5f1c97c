"""Text becomes paragraphs: lines joined where they were wrapped, divided where two paragraphs were glued together.

What a paragraph is (article, title, advertisement) is not judged here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
WRAP_WIDTH = 100  # longest line of text that was wrapped by hand or by a mail program
MIN_WRAPPED_LINES = 3
LONGEST = 10_000  # characters of a paragraph; what is longer lost its line ends, and rules compare all pairs in a paragraph

# A sentence's end, directly followed by the next sentence without a space.
GLUE = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[\d%)\]”’\"']))([.!?])([”\"’'»)]{0,2})(?=([“‘\"«]?)([A-ZÀ-ÞЀ-Я][\w’']*)|[—–-]\s*With\b)")
LAST_WORD = re.compile(r"[\w’'-]+(?:\.[\w-]+)*$")
ABBREVIATIONS = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "col", "lt", "capt", "cmdr", "sgt", "hon", "rev", "jr",
    "sr", "vs", "etc", "no", "nos", "vol", "art", "fig", "inc", "ltd", "corp", "co", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "ave", "dept", "est", "approx", "ph",
))  # fmt: skip
# Words that open a sentence and hardly ever stand second in a name such as "Donbas.Realities".
OPENERS = frozenset((
    "the", "a", "an", "in", "on", "at", "by", "for", "from", "with", "but", "and", "so", "yet", "as", "if", "it", "he", "she",
    "they", "we", "you", "i", "his", "her", "their", "our", "this", "that", "these", "those", "there", "when", "while", "after",
    "before", "since", "despite", "although", "though", "meanwhile", "however", "asked", "according", "last", "earlier", "later",
    "now", "then", "also", "both", "another", "many", "some", "most", "all", "no", "not", "what", "who", "why", "how", "get",
    "contact", "read", "click", "sign", "follow",
))  # fmt: skip
DOMAIN_ENDINGS = frozenset((
    "Com", "Org", "Net", "Info", "Gov", "Edu", "Co", "Uk", "Eu", "Ru", "De", "Fr", "Tv", "Io", "Js",
))  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A line of text: a paragraph, or a piece of furniture. Lines of one block stand together, no blank line between."""

    text: str
    block: int
    is_glued: bool = False  # it was one paragraph with the line before


def lines(text: str) -> list[Line]:
    """The non-empty lines of a text, spaces squeezed, hand-wrapped paragraphs joined, glued paragraphs divided."""
    found: list[Line] = []
    block, was_blank = 0, True
    for raw in text.split("\n"):
        squeezed = " ".join(raw.split())
        if not squeezed:
            was_blank = True
            continue
        block += was_blank
        was_blank = False
        found.append(Line(squeezed, block))
    return [part for line in _joined(found) for piece in _shortened(line) for part in _divided(piece)]


def _joined(found: list[Line]) -> list[Line]:
    """Blocks whose lines were wrapped at a width become one line each."""
    blocks: dict[int, list[Line]] = {}
    for line in found:
        blocks.setdefault(line.block, []).append(line)
    inner = [line.text for group in blocks.values() if len(group) >= MIN_WRAPPED_LINES for line in group[:-1]]
    broken = sum(not SENTENCE_END.search(text) for text in inner)
    lengths = sorted(map(len, inner))
    is_wrapped = bool(
        len(inner) >= 2 * MIN_WRAPPED_LINES
        and lengths[-1] <= WRAP_WIDTH
        and lengths[len(lengths) // 4] >= 45
        and broken >= 0.6 * len(inner)
    )
    if not is_wrapped:
        return found
    out: list[Line] = []
    for group in blocks.values():
        if len(group) == 1 or max(len(line.text) for line in group[:-1]) < 45:
            out += group
            continue
        text = group[0].text
        for line in group[1:]:
            text += line.text if re.search(r"[a-z]-$", text) and line.text[:1].islower() else f" {line.text}"
        out.append(Line(text, group[0].block))
    return out


def _shortened(line: Line) -> Iterator[Line]:
    """A text that came as one endless line, in paragraphs: cut behind a sentence, else at a space."""
    text, start = line.text, 0
    while len(text) - start > LONGEST:
        first, last = start + LONGEST // 2, start + LONGEST
        cut = max(text.rfind(stop, first, last) for stop in (". ", "? ", "! ")) + 1
        cut = cut or text.rfind(" ", first, last) + 1 or text.find(" ", last) + 1 or len(text)
        yield Line(text[start:cut].strip(), line.block)
        start = cut
    if start < len(text):
        yield Line(text[start:].strip(), line.block)


def _divided(line: Line) -> list[Line]:
    cuts = [cut for match in GLUE.finditer(line.text) if (cut := _cut(line.text, match)) is not None]
    if not cuts:
        return [line]
    pieces = [line.text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True)]
    return [Line(piece, line.block, is_glued=number > 0) for number, piece in enumerate(pieces) if piece]


def _cut(text: str, match: re.Match[str]) -> int | None:
    """Where the glued paragraph begins; null where the full stop belongs to a name, a number or an address."""
    stop, closing, opening, word = match.groups()
    before = LAST_WORD.search(text, 0, match.start())
    last = before[0] if before else ""
    token = text[: match.start()].rpartition(" ")[2]
    if "/" in token or "@" in token or "www" in token or last.lower() in ABBREVIATIONS:
        return None
    if word is None:  # a credit behind a dash
        return match.end()
    if not closing and not opening:
        if word in DOMAIN_ENDINGS or "." in last or last.isdigit() or (len(word) == 1 and word not in ("A", "I")):
            return None
        if stop == "." and not last[:1].islower() and word.lower() not in OPENERS:
            return None  # both words capitals: a name such as Schemes.Realities
        return match.end()
    if closing in ('"', "'") and not opening:  # a straight mark: is it the end of this quotation or the start of the next?
        return match.end() if text.count(closing, 0, match.start()) % 2 else match.start() + len(stop)
    return match.end()
