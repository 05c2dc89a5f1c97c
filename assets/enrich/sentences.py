"""Where sentences begin and end. Who speaks in them, and quotations that span several, do not belong here.

Own rules: of the splitters tried, none was better on news and all were slower (see the survey of libraries).
Quotations are split inside as well; rules that need whole quotations work on paragraphs.
"""

import re
from collections.abc import Iterator

import polars as pl

from assets.enrich.words.wordlist import words
from assets.schemas import SENTENCES

PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*", re.MULTILINE)

# A stop, the quotation marks and brackets it closes, then space (or an opening quotation mark glued to it), then what
# may begin a sentence.
STOP = re.compile(r"(?:[.!?]+|…)[”\"’'»)\]]*(?:\s+|(?=“))(?=[“\"‘'«(\[—–-]*\s?[^\W_a-zß-öø-ÿ])")
WORD_BEFORE = re.compile(r"[^\s“”\"‘«(\[—–/]*$")
WORD_AFTER = re.compile(r"[“\"‘'«(\[—–\s-]*([\w’']+)")

# Never the last word of a sentence: titles before names, and words that lead to a number or a rival.
LEADING = words(
    "mr mrs ms messrs mx dr prof gen lt col sgt capt cmdr cdr adm sen sens rep reps gov govs rev hon fr st ste pres amb maj"
    " brig pvt cpl supt insp hrh sec dep dir min mt ft vs v e.g i.e cf approx"
)
# Never the last word before a number: No. 5, Jan. 3, Fig. 2, pp. 14, ca. 1900.
BEFORE_NUMBERS = words("no nos jan feb mar apr jun jul aug sep sept oct nov dec fig figs p pp par para art vol ca c res")
# May end a sentence; they do when the next word is one that sentences begin with.
AMBIGUOUS = words(
    "inc corp co ltd llc bros jr sr esq ph.d m.d b.a m.a etc al a.m p.m u.s u.k u.n e.u u.a.e d.c n.y u.s.a u.s.s.r jan feb"
    " mar apr jun jul aug sept sep oct nov dec calif fla mass pa va md mich minn wash conn tex ill ind tenn ala ariz ark"
    " colo del ga kan ky la me mo mont neb nev okla ore wis wyo ave blvd dept univ assn n.h n.j n.m n.c s.c n.d s.d r.i w.va"
)
STARTERS = words(
    "the a an this that these those it its he she they we i you his her their our my there here but and or so yet for nor"
    " as at by in on of to from with without after before since while when where who what why how if although though because"
    " until once under over during despite however meanwhile moreover still then also even both some many most all no not"
    " one two three several earlier later last next now today yesterday according asked among such each every another other"
    " instead"
)
# Characters. No writer's sentence is longer: tables, lists and texts without stops are, and rules compare all pairs in a sentence.
LONGEST = 4000
INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
ASKED = re.compile(r"(?:[A-Z][\w.’'-]+\s+){1,4}(?:said|says|asked|asks|wrote|added|replied|told|tweeted|exclaimed|shouted)\b")


def sentences(documents: pl.DataFrame) -> pl.DataFrame:
    """Sentences of all bodies, with their paragraphs.

    Parameters
    ----------
    documents
        Frame with the columns `document_id`, `title`, `body` of `schemas.DOCUMENTS`. Paragraphs of a body are divided
        by blank lines; a first paragraph that is the title makes one sentence.

    Returns
    -------
    Frame of `schemas.SENTENCES`; offsets in characters. An empty or missing body has no sentences.
    """
    columns: dict[str, list[object]] = {name: [] for name in SENTENCES.polars}
    for document_id, title, body in documents.select("document_id", "title", "body").iter_rows():
        for row in _rows(body or "", (title or "").strip()):
            for column, value in zip(columns.values(), (document_id, *row), strict=True):
                column.append(value)
    return SENTENCES.conform(pl.DataFrame(columns, schema=SENTENCES.polars))


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Sentences of one paragraph of `text` as (start, end), without the space around them."""
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    first = start
    for stop in STOP.finditer(text, start, end):
        if _ends_sentence(text, first, stop):
            spans += _pieces(text, first, stop.start() + len(stop.group().rstrip()))
            first = stop.end()
    if text[first:end].strip():
        spans += _pieces(text, first, first + len(text[first:end].rstrip()))
    return spans


def paragraphs(body: str) -> list[tuple[int, int]]:
    """Paragraphs of a body as (start, end), without the space around them."""
    return [(match.start(), match.start() + len(match.group().rstrip())) for match in PARAGRAPH.finditer(body)]


def _rows(body: str, title: str) -> Iterator[tuple[int, int, int, int, int, bool]]:
    for number, (start, end) in enumerate(paragraphs(body)):
        is_title = number == 0 and bool(title) and body[start:end] == title
        for first, last in [(start, end)] if is_title else split(body, start, end):
            yield number, start, end, first, last, is_title


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at spaces (where there are any) if it is longer than sentences are."""
    while last - first > LONGEST:
        cut = max(text.rfind(" ", first, first + LONGEST), text.rfind("\n", first, first + LONGEST))
        cut = cut if cut > first else first + LONGEST
        yield first, first + len(text[first:cut].rstrip())
        first = last - len(text[cut:last].lstrip())
    if first < last:
        yield first, last


def _ends_sentence(text: str, first: int, stop: re.Match[str]) -> bool:
    marks = stop.group().rstrip()
    if marks[0] in "!?":
        return len(marks) == 1 or not ASKED.match(text, stop.end())
    if marks != ".":
        return True
    begin = WORD_BEFORE.search(text, max(first, stop.start() - 30), stop.start())
    word = begin.group().lower().rpartition("-")[2] if begin else ""  # then-Sen.
    after = WORD_AFTER.match(text, stop.end())
    following = after.group(1).lower() if after else ""
    if word in LEADING or (word in BEFORE_NUMBERS and following[:1].isdigit()):
        return False
    if word in AMBIGUOUS or (INITIAL.fullmatch(word) and word != "i"):
        opening = after.group()[: -len(following)] if after else ""
        return (following in STARTERS or "“" in opening) and not set("—–-") & set(opening)  # a dash follows the place of a dateline
    return not (word.isdigit() and stop.start() - first == len(word))  # "1. First item" stays one
