"""Text becomes paragraphs: lines joined where they were wrapped, divided where two paragraphs were glued together.

What a paragraph is (article, title, advertisement) is not judged here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
SENTENCE_END = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]]*$")
SPACELESS = r"\u0e00-\u0eff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
SPACELESS_END, SPACELESS_START = re.compile(rf"[{SPACELESS}]$"), re.compile(rf"^[{SPACELESS}]")
SPACELESS_LETTER = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
LIST_ITEM = re.compile(r"^(?:[•·‣▪◦*–—-]|\(?(?:\d{1,2}|[a-zA-Z])[.)]) ")
# Width of text that was wrapped by hand or by a mail program; scripts without spaces have half as many characters a line.
NARROWEST, NARROWEST_SPACELESS, WIDEST = 45, 18, 100
MIN_INNER_LINES = 4  # of wrapped blocks in a document: fewer lines may be a list of headings
SLACK = 0.15  # share of the width a line may fall short of it: proportional type, wrapped by eye
MIN_FULL = 0.6  # share of the line ends in a wrapped block where the next word would not have fitted
MAX_ODD = 0.1  # share of those where it would have, though no sentence ends there
MIN_BROKEN = 0.5  # share of the full lines that end inside a sentence
MIN_CONTINUED = 0.5  # share of the lines after an open full line that do not begin with a capital
LONGEST_WORD = 60  # characters looked at before a glued sentence
MOST_WORDS = 200_000  # kept in memory
MOST_GLUED = 100  # paragraphs in one; what seems to hold more is no text
LONGEST = 10_000  # characters of a paragraph; what is longer lost its line ends, and rules compare all pairs in a paragraph

HYPHEN = re.compile(r"[^\W\d_]{2}-$")
# First parts that keep their hyphen: 'cease-' + 'fire' is no word that was divided for want of space.
HYPHENATED = frozenset((
    "all", "anti", "cease", "co", "counter", "cross", "de", "east", "eight", "euro", "ex", "far", "first", "five", "foreign", "four",
    "full", "half", "hard", "high", "ill", "inter", "large", "left", "long", "longer", "low", "mid", "multi", "nine", "no", "non",
    "north", "north-east", "off", "old", "on", "one", "out", "post", "pre", "pro", "quasi", "re", "right", "second", "self", "semi",
    "seven", "short", "single", "six", "small", "so", "soft", "south", "sub", "ten", "third", "three", "two", "under", "up", "vice",
    "war", "well", "west", "wide", "world", "year", "decision", "law", "peace", "policy", "power", "state", "trade", "hundred",
))  # fmt: skip

# A sentence's end, directly followed by the next sentence without a space. Both expressions begin with a character to look
# for, which is fast; what stands before it is looked at afterwards.
GLUE = re.compile(
    r"([.!?])(?:(?<=[^\W\d_]{2}.)|(?<=[A-Z]\.[A-Z].)|(?<=[\d%)\]”’\"'].))([”\"’'»)]{0,2})"
    r"(?=([“‘\"«]?)([A-ZÀ-ÞЀ-Я][\w’']*)|[—–-]\s*With\b)"
)
# Without a full stop only before words that begin a sentence and end no name: 'in GenevaThe minister said'.
CAMEL = re.compile(
    r"[TWABSDHMEI](?<=[a-zß-ÿ]{3}.)(?:he|his|hat|hese|hose|here|hey|hen|hile|fter|efore|ince|espite|lthough|owever|eanwhile|ccording"
    r"|arlier|ut|is|er|ts|heir)(?= [a-z])"
)
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


class _Words(dict[str, int]):
    """How many words stand between two spaces; kept in memory, for most stand there again and again."""

    def __missing__(self, between_spaces: str) -> int:
        words = len(WORD.findall(between_spaces))
        if len(between_spaces) <= LONGEST_WORD and len(self) < MOST_WORDS:
            self[between_spaces] = words
        return words


_WORDS = _Words()


@dataclass(frozen=True)
class Line:
    """A line of text: a paragraph, or a piece of furniture. Lines of one block stand together, no blank line between."""

    text: str
    block: int
    is_glued: bool = False  # it was one paragraph with the line before
    line_ends: int = 0  # removed from inside it, for it was wrapped
    hyphens: int = 0  # of divided words, removed with them

    @cached_property
    def words(self) -> int:
        """How many words it has; many rules ask. Scripts that do not divide words count one for two characters."""
        words = sum(map(_WORDS.__getitem__, self.text.split(" ")))
        if self.text.isascii():
            return words
        spaceless = len(SPACELESS_LETTER.findall(self.text))
        return words + spaceless // 2


def lines(text: str) -> list[Line]:
    """The non-empty lines of a text, spaces squeezed, hand-wrapped paragraphs joined, glued paragraphs divided."""
    found: list[Line] = []
    indented: set[int] = set()
    block, was_blank = 0, True
    for raw in text.split("\n"):
        squeezed = " ".join(raw.split())
        if not squeezed:
            was_blank = True
            continue
        block += was_blank
        was_blank = False
        if raw[:2].isspace():
            indented.add(len(found))
        found.append(Line(squeezed, block))
    whole = _joined(found, indented)
    if any(len(line.text) > LONGEST for line in whole):
        whole = [piece for line in whole for piece in _shortened(line)]
    together = "\n".join(line.text for line in whole)  # one look at all lines: most texts have nothing glued
    if GLUE.search(together) or CAMEL.search(together):
        return [part for line in whole for part in _divided(line)]
    return whole


def _joined(found: list[Line], indented: set[int]) -> list[Line]:
    """Paragraphs that were wrapped at a width become one line each.

    A line end was set by a wrapping program where the next line's first word would not have fitted. Where it would have,
    a paragraph ended.
    """
    if all(one.block != other.block for one, other in pairwise(found)):
        return found
    blocks: dict[int, list[int]] = {}
    for number, line in enumerate(found):
        blocks.setdefault(line.block, []).append(number)
    widths = {block: width for block, group in blocks.items() if (width := _wrap_width([found[number].text for number in group]))}
    if sum(len(blocks[block]) - 1 for block in widths) < MIN_INNER_LINES:
        return found
    usual = max(widths.values())
    known_words: set[str] | None = None
    out: list[Line] = []
    for block, group in blocks.items():
        width = widths.get(block, usual if len(group) <= 3 and max(len(found[number].text) for number in group) <= usual else 0)
        if not width:
            out += (found[number] for number in group)
            continue
        for number in group:
            line, before = found[number], out[-1] if out and out[-1].block == block else None
            above = found[number - 1].text
            starts = (number in indented and number - 1 not in indented) or (before is not None and len(before.text) > LONGEST)
            if before is None or starts or LIST_ITEM.match(line.text) or not _is_full(above, line.text, width) or len(above) > width:
                out.append(line)
                continue
            if HYPHEN.search(above) and line.text[:1].islower():
                if known_words is None:
                    known_words = {word.lower() for other in found for word in WORD.findall(other.text)}
                divided = _is_divided(above, line.text, known_words)
                joined = (before.text[:-1] if divided else before.text) + line.text
                out[-1] = Line(joined, block, line_ends=before.line_ends + 1, hyphens=before.hyphens + divided)
            else:
                space = "" if SPACELESS_END.search(above) and SPACELESS_START.search(line.text) else " "
                out[-1] = Line(f"{before.text}{space}{line.text}", block, line_ends=before.line_ends + 1, hyphens=before.hyphens)
    return out


def _wrap_width(texts: list[str]) -> int:
    """The width a block was wrapped at; 0 where its lines end for other reasons."""
    inner = texts[:-1]
    width = max(map(len, inner), default=0)
    narrowest = NARROWEST_SPACELESS if sum(bool(SPACELESS_END.search(text)) for text in inner) > len(inner) // 2 else NARROWEST
    if len(inner) < 2 or not narrowest <= width <= WIDEST:
        return 0
    ends = [(text, following) for text, following in pairwise(texts) if not LIST_ITEM.match(text) and not LIST_ITEM.match(following)]
    full = [(text, following) for text, following in ends if _is_full(text, following, width)]
    broken = [following for text, following in full if not SENTENCE_END.search(text)]
    odd = sum(not SENTENCE_END.search(text) for text, _ in ends) - len(broken)
    continued = sum(not following[0].isupper() for following in broken)
    is_wrapped = (
        len(full) >= MIN_FULL * len(ends)
        and odd <= MAX_ODD * len(ends)
        and len(broken) >= MIN_BROKEN * len(full)
        and continued >= MIN_CONTINUED * len(broken)
        and bool(broken)
    )
    return width if is_wrapped else 0


def _is_full(text: str, following: str, width: int) -> bool:
    """Whether the line goes on in the next: its first word would have gone over the width, or no paragraph can end here."""
    first = 1 if SPACELESS_START.search(following) else following.find(" ") if " " in following else len(following)
    if len(text) + 1 + first > (1 - SLACK) * width or HYPHEN.search(text):
        return True
    return following[0].islower() and not SENTENCE_END.search(text)


def _is_divided(text: str, following: str, known_words: Iterable[str]) -> bool:
    """Whether a hyphen at a line's end divides a word; false where it belongs to a compound."""
    first, second = WORD.findall(text)[-1].lower(), WORD.findall(following)[0].lower()
    if first + second in known_words:
        return True
    return f"{first}-{second}" not in known_words and first.rpartition("-")[2] not in HYPHENATED


def _shortened(line: Line) -> Iterator[Line]:
    """A text that came as one endless line, in paragraphs: cut behind a sentence, else at a space, else anywhere."""
    text, start = line.text, 0
    if len(text) <= LONGEST:
        yield line
        return
    while len(text) - start > LONGEST:
        first, last = start + LONGEST // 2, start + LONGEST
        cut = max(text.rfind(stop, first, last) for stop in (". ", "? ", "! ", "。", "！", "？", "؟ ", "। ")) + 1
        cut = cut or text.rfind(" ", first, last) + 1 or last
        yield Line(text[start:cut].strip(), line.block)
        start = cut
    if rest := text[start:].strip():
        yield Line(rest, line.block)


def _divided(line: Line) -> list[Line]:
    places = list(islice(GLUE.finditer(line.text), MOST_GLUED + 1))
    if len(places) > MOST_GLUED:
        return [line]
    cuts = [cut for match in places if (cut := _cut(line.text, match)) is not None]
    cuts += [match.start() for match in CAMEL.finditer(line.text) if _token(line.text, match.start())[:1] not in ("#", "@")]
    if not cuts:
        return [line]
    cuts.sort()
    pieces = [line.text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True)]
    return [
        Line(piece, line.block, number > 0, *((0, 0) if number else (line.line_ends, line.hyphens)))
        for number, piece in enumerate(pieces)
        if piece
    ]


def _cut(text: str, match: re.Match[str]) -> int | None:
    """Where the glued paragraph begins; null where the full stop belongs to a name, a number or an address."""
    stop, closing, opening, word = match.groups()
    before = LAST_WORD.search(text, max(0, match.start() - LONGEST_WORD), match.start())
    last = before[0] if before else ""
    token = _token(text, match.start())
    if "/" in token or "@" in token or "www" in token or last.lower() in ABBREVIATIONS:
        return None
    if word is None:  # a credit behind a dash
        return match.end()
    if not closing and not opening:
        opens = word.lower() in OPENERS and len(word) > 1
        if word in DOMAIN_ENDINGS or (len(word) == 1 and word not in ("A", "I")):
            return None
        if not opens and ("." in last or last.isdigit()):
            return None
        if last.isdigit() and len(last) == 1 and match.start() < 3:  # the number of a list's item
            return None
        if stop == "." and not last[:1].islower() and word.lower() not in OPENERS:
            return None  # both words capitals: a name such as Schemes.Realities
        return match.end()
    if closing in ('"', "'") and not opening:  # a straight mark: is it the end of this quotation or the start of the next?
        return match.end() if text.count(closing, 0, match.start()) % 2 else match.start() + len(stop)
    return match.end()


def _token(text: str, end: int) -> str:
    """What stands between the last space and a place."""
    return text[text.rfind(" ", 0, end) + 1 : end]
