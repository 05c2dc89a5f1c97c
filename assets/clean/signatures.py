"""Signatures by which copies of a story are found later: sketches of its wording, of its quotations, of its names and numbers.

Deciding which documents tell one story belongs to resolve. Hashes are written out here because they are stored: a
library's hash may change with its version.

Method: shingles whose hash is 0 modulo a number (Manber, "Finding similar files", 1994; Broder, "On the resemblance and
containment of documents", 1997), which keeps the share of one text that stands in another as it is, however long either
is. Each shingle is hashed twice, with its names and numbers and without: a form of words filled anew agrees in the one
and not in the other.
"""

import hashlib
import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

SHINGLE = 4  # words; a run of names or numbers counts as one
SAMPLED = 3  # one shingle in so many is kept
MIN_QUOTE_WORDS = 8
PARAGRAPH_END = 0  # divides paragraphs in a fact signature

Hashes = npt.NDArray[np.uint64]
Truths = npt.NDArray[np.bool_]

# Words; of scripts that do not divide them, characters.
WORD = re.compile(r"[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
OPENING = '.!?:;\n"([—–•*'  # marks that the beginning of a sentence, and its capital, may follow
TOKEN = re.compile(rf"{WORD.pattern}|[{re.escape(OPENING)}]")
STRAIGHT = tuple(zip("“”„‟«»‘’‚", '""""""\'\'\'', strict=True))
QUOTATION = re.compile(r'"([^"\n]{20,}?)"')
POSSESSIVE = re.compile(r"'s\b")
LOWER_CASE_SHARE = 0.3  # of the words; below it, capitals do not tell names

# The last two bits of a token's hash say what it is.
SMALL, CAPITAL, DIGITS, MARK = range(4)
KIND = np.uint64(3)
LINE_END = np.uint64(MARK)
NAMED = np.uint64(0xA5A5A5A5)  # stands for any name or number
MOST_TOKENS = 300_000
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_HALF = np.uint64(32)


def signature(text: str) -> list[int]:
    """The sampled shingles of the words outside longer quotations, in the order of the text, each once.

    The upper 32 bits of a value hash the shingle without its names and numbers, the lower 32 bits with them; these are 0
    where it has none. Empty for a text of fewer words than a shingle has.
    """
    words, names = _words(_read(text).outside)
    starts = np.arange(max(0, len(words) - SHINGLE + 1))
    forms = _shingles(np.where(names, NAMED, words), starts)
    kept = np.flatnonzero(forms % np.uint64(SAMPLED) == 0)
    has_name = names[kept]
    for offset in range(1, SHINGLE):
        has_name |= names[kept + offset]
    fillings = np.where(has_name, (_shingles(words, kept) & np.uint64(0xFFFFFFFF)) | np.uint64(1), np.uint64(0))
    values = ((forms[kept] >> _HALF) << _HALF) | fillings
    return list(dict.fromkeys(values.tolist()))


def quote_signature(text: str) -> list[int]:
    """Sorted hashes of the quotations of at least eight words: copies of a story keep them when all else is reworded."""
    quotes = (" ".join(WORD.findall(quotation.lower())) for quotation in _read(text).quotations)
    return sorted({_hash(quote) for quote in quotes if quote.count(" ") + 1 >= MIN_QUOTE_WORDS})


def fact_signature(text: str) -> list[int]:
    """Hashes of the names and numbers in the order of the text; 0 between paragraphs.

    What is left of a text whose every other word was exchanged. A capital that opens a sentence is a name where the text
    has the word as one elsewhere.
    """
    tokens = _read(text).tokens
    named = _names(tokens)
    known = set(tokens[named].tolist())
    opening = np.flatnonzero(_is(tokens, CAPITAL) & ~named)
    named[[place for place, token in zip(opening.tolist(), tokens[opening].tolist(), strict=True) if token in known]] = True
    kept = tokens[named | (tokens == LINE_END)]
    ends = kept == LINE_END
    repeated = np.concatenate(([True], ends[:-1])) if len(kept) else ends
    facts = np.where(ends, np.uint64(PARAGRAPH_END), kept)[~(ends & repeated)].tolist()
    return facts[:-1] if facts and facts[-1] == PARAGRAPH_END else facts


class _Text(NamedTuple):
    """Words of a text and the marks that sentences begin behind."""

    tokens: Hashes
    outside: Hashes  # of the longer quotations
    quotations: list[str]


@lru_cache(maxsize=1)  # three signatures are taken of one text
def _read(text: str) -> _Text:
    pieces = QUOTATION.split(_plain(text))  # in turns outside and inside
    found = [TOKEN.findall(piece) for piece in pieces]
    for inside in found[1::2]:
        inside.insert(0, '"')
        inside.append('"')
    tokens = np.fromiter(map(_HASHED.__getitem__, chain.from_iterable(found)), dtype=np.uint64)
    if len(pieces) == 1:
        return _Text(tokens, tokens, [])
    is_outside = np.repeat(np.arange(len(found)) % 2 == 0, [len(piece) for piece in found])
    return _Text(tokens, tokens[is_outside], pieces[1::2])


def _plain(text: str) -> str:
    """Straight quotation marks, no possessives."""
    if not text.isascii():
        for curly, straight in STRAIGHT:
            text = text.replace(curly, straight)
    return POSSESSIVE.sub("", text)


class _Tokens(dict[str, int]):
    """Hashes of tokens in small letters, the last two bits telling their kind; filled as they are met."""

    def __missing__(self, token: str) -> int:
        if len(self) > MOST_TOKENS:
            self.clear()
        if token == "\n":
            value = int(LINE_END)
        else:
            kind = MARK if token in OPENING else DIGITS if token[0].isdigit() else CAPITAL if token[0].isupper() else SMALL
            value = _hash(token.lower()) & ~3 | kind
        self[token] = value
        return value


_HASHED = _Tokens()


def _is(tokens: Hashes, kind: int) -> Truths:
    return (tokens & KIND) == np.uint64(kind)


def _names(tokens: Hashes) -> Truths:
    """Which tokens name or count: numbers, and words with a capital that does not open a sentence."""
    kinds = (tokens & KIND).astype(np.uint8)
    marks = kinds == MARK
    if np.count_nonzero(kinds == SMALL) < LOWER_CASE_SHARE * (len(tokens) - np.count_nonzero(marks)):
        return kinds == DIGITS
    opens = np.empty_like(marks)
    opens[:1], opens[1:] = True, marks[:-1]
    return ((kinds == CAPITAL) & ~opens) | (kinds == DIGITS)


def _words(tokens: Hashes) -> tuple[Hashes, Truths]:
    """Words without marks, and which of them name. Of neighbouring names the last stands for all."""
    names = _names(tokens)
    before_name = names & np.concatenate((names[1:], [False])) if len(names) else names
    kept = ~_is(tokens, MARK) & ~before_name
    return tokens[kept] | KIND, names[kept]  # a word is the same with a capital


def _shingles(hashed: Hashes, starts: npt.NDArray[np.intp]) -> Hashes:
    values = np.zeros(len(starts), dtype=np.uint64)
    for offset in range(SHINGLE):
        values = values * _BASE + hashed[starts + offset]
    return _mixed(values)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest(), "little")


def _mixed(values: Hashes) -> Hashes:
    """SplitMix64's finalizer: spreads neighbouring values over all bits. Arrays overflow without a warning."""
    values = (values ^ (values >> np.uint64(30))) * _MIX[0]
    values = (values ^ (values >> np.uint64(27))) * _MIX[1]
    return values ^ (values >> np.uint64(31))
