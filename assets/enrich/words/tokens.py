"""Words and marks of a body with their places, for rules that look at neighbours. Sentences and quotations do not belong here."""

import re
import sys
from bisect import bisect_left
from itertools import accumulate

# Parallel lists, not objects: making an object a word took half of the time of the rules.
TOKEN = re.compile(
    r"(?!\s)"  # before the list of alternatives: else each is tried at every space, two fifths of the time
    r"([a-z]++(?![\w&/'’‑-]|\.(?:com|org|net|gov|info)\b)(?<!\bvs)"  # most words, first: a sixth faster
    r"|``|''|\.\.\.|--"
    r"|\d+(?:[.,:]\d+)*+(?:%|(?:[-‑][^\W\d_]+)++)?"  # 30-day
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Jr|Sr|St|Prof|Rev|Hon|Capt|Sgt|Adm|Pres|No|vs|Inc|Corp|Ltd|Co"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Calif|Conn|Fla|Mass|Mich|Minn|Pa|Tenn|Tex|Va|Wis|Wash)\.(?=[\s),;])"
    r"|(?:[A-Z]\.){1,4}(?:[-‑][^\W_]++(?!\.[A-Z]))*"  # U.S.-Norland is one word, as US-Norland is
    r"|[^\W_]++\.(?:com|org|net|gov|info)\b"
    r"|[^\W_]+(?:[-‑&/'’](?!(?:s|S|re|ve|ll|d|m)\b)[^\W_]+)*"
    r"|['’](?:s|S|ve|ll|re|d|m)\b"
    r"|[^\w\s])"
)


KEPT_WORDS = 200_000  # of which one process keeps the lower case


class _Lower(dict[str, str]):
    """Words in lower case, each one object however often it stands: looked up in a dozen lists, its hash is known and it lies near."""

    def __missing__(self, word: str) -> str:
        low = sys.intern(word.lower().replace("’", "'"))
        if len(self) < KEPT_WORDS:
            self[word] = low
        return low


_LOWER = _Lower()


class Tokens:
    """Tokens of a text as parallel lists.

    Attributes
    ----------
    start, end
        Character offsets, half-open.
    text, low
        The token, and its lower-case form with straight apostrophes.
    quote
        0 outside quotation marks, else the number of the quotation (its marks included); `assets.enrich.words.quotes` fills it.
    """

    __slots__ = ("end", "low", "quote", "start", "text")

    def __init__(self, text: str) -> None:
        parts: list[str] = TOKEN.split(text)  # what stands between tokens and the tokens, in turns
        self.text = parts[1::2]
        self.low: list[str] = list(map(_LOWER.__getitem__, self.text))
        ends = list(accumulate(map(len, parts)))
        self.start: list[int] = ends[:-1:2]
        self.end: list[int] = ends[1::2]
        self.quote = [0] * len(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Tokens [first, last) that begin in the characters [first, last)."""
        return bisect_left(self.start, first), bisect_left(self.start, last)

    def glued_left(self, index: int) -> bool:
        """Whether no space stands before the token."""
        return index > 0 and self.end[index - 1] == self.start[index]

    def glued_right(self, index: int) -> bool:
        """Whether no space stands after the token."""
        return index + 1 < len(self.text) and self.start[index + 1] == self.end[index]
