"""Signatures by which copies of a story are found later: sketches of its wording, of its quotations, of its names and numbers.

Deciding which documents tell one story belongs to resolve. Hashes are written out here because they are stored: a
library's hash may change with its version.

Method: shingles whose hash is 0 modulo a number (Manber, "Finding similar files", 1994; Broder, "On the resemblance and
containment of documents", 1997), which keeps the share of one text that stands in another as it is, however long either
is. Each shingle is hashed twice, with its names and numbers and without: a form of words filled anew agrees in the one
and not in the other.

All texts of a batch are signed at once: their words stand one after another in arrays, and `ends` tells where each text ends.
"""

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from assets.schemas import SIGNATURE

SHINGLE = 4  # words; a run of names or numbers counts as one
SAMPLED = 3  # one shingle in so many is kept
MIN_QUOTE_WORDS = 8
PARAGRAPH_END = 0  # divides paragraphs in a fact signature

Hashes = npt.NDArray[np.uint64]
Truths = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

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
MOST_HASHED = 200_000  # words kept in memory with their hashes
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_HALF = np.uint64(32)


def signatures(texts: Sequence[str]) -> pl.DataFrame:
    """A row for each text, with the columns of DOCUMENTS

    - `signature`: the sampled shingles of the words outside longer quotations, in the order of the text, each once. The
      upper 32 bits of a value hash the shingle without its names and numbers, the lower 32 bits with them; these are 0
      where it has none. Empty for a text of fewer words than a shingle has;
    - `quote_signature`: sorted hashes of the quotations of at least eight words: copies of a story keep them when all
      else is reworded;
    - `fact_signature`: hashes of the names and numbers in the order of the text; 0 between paragraphs. What is left of a
      text whose every other word was exchanged. A capital that opens a sentence is a name where the text has the word as
      one elsewhere.
    """
    read = [_read(text) for text in texts]
    return pl.DataFrame(
        {
            "signature": _shingled(*_joined([text.outside for text in read])),
            "quote_signature": pl.Series([_quoted(text.quotations) for text in read], dtype=SIGNATURE),
            "fact_signature": _facts(*_joined([text.tokens for text in read])),
        }
    )


def signature(text: str) -> list[int]:
    """Of one text, as `signatures` has it; likewise the two below."""
    return signatures([text])["signature"].to_list()[0]


def quote_signature(text: str) -> list[int]:
    return signatures([text])["quote_signature"].to_list()[0]


def fact_signature(text: str) -> list[int]:
    return signatures([text])["fact_signature"].to_list()[0]


def _shingled(tokens: Hashes, ends: Places) -> pl.Series:
    words, names, ends = _words(tokens, ends)
    text = _numbers(ends)
    starts = np.flatnonzero(np.arange(SHINGLE, len(words) + SHINGLE) <= ends[text])
    forms = _shingles(np.where(names, NAMED, words), starts)
    sampled = forms % np.uint64(SAMPLED) == 0
    kept, forms = starts[sampled], forms[sampled]
    has_name = names[kept]
    for offset in range(1, SHINGLE):
        has_name |= names[kept + offset]
    fillings = np.where(has_name, (_shingles(words, kept) & np.uint64(0xFFFFFFFF)) | np.uint64(1), np.uint64(0))
    return _listed(((forms >> _HALF) << _HALF) | fillings, text[kept], len(ends)).list.unique(maintain_order=True)


def _quoted(quotations: Sequence[str]) -> list[int]:
    quotes = (" ".join(WORD.findall(quotation.lower())) for quotation in quotations)
    return sorted({_hash(quote) for quote in quotes if quote.count(" ") + 1 >= MIN_QUOTE_WORDS})


def _facts(tokens: Hashes, ends: Places) -> pl.Series:
    text, named = _numbers(ends), _names(tokens, ends)
    opening = np.flatnonzero(_is(tokens, CAPITAL) & ~named)
    in_text = _mixed(tokens ^ _mixed(text.astype(np.uint64)))  # a word of one text is not that of another
    named[opening[np.isin(in_text[opening], in_text[named])]] = True
    for is_spare in (_follows_end, _ends_text):  # between paragraphs one 0, none at either end
        kept = np.flatnonzero(named | (tokens == LINE_END))
        kept = kept[~is_spare(tokens[kept] == LINE_END, text[kept])]
        tokens, text, named = tokens[kept], text[kept], named[kept]
    return _listed(np.where(tokens == LINE_END, np.uint64(PARAGRAPH_END), tokens), text, len(ends))


def _follows_end(is_end: Truths, text: Places) -> Truths:
    return is_end & np.concatenate(([True], is_end[:-1] | (text[1:] != text[:-1])))[: len(is_end)]


def _ends_text(is_end: Truths, text: Places) -> Truths:
    return is_end & np.concatenate((text[1:] != text[:-1], [True]))[: len(is_end)]


class _Text(NamedTuple):
    """Hashes of a text's words and of the marks that sentences begin behind, as bytes of an array."""

    tokens: bytes
    outside: bytes  # of the longer quotations
    quotations: list[str]


def _read(text: str) -> _Text:
    pieces = QUOTATION.split(_plain(text).replace("\n", " \n "))  # in turns outside and inside
    found = [b"".join(map(_HASHED.__getitem__, piece.split(" "))) for piece in pieces]
    if len(pieces) == 1:
        return _Text(found[0], found[0], [])
    outside = b"".join(found[::2])
    found[1::2] = [b"".join((_HASHED['"'], inside, _HASHED['"'])) for inside in found[1::2]]
    return _Text(b"".join(found), outside, pieces[1::2])


def _joined(texts: list[bytes]) -> tuple[Hashes, Places]:
    return np.frombuffer(b"".join(texts), dtype=np.uint64), np.cumsum([len(text) // 8 for text in texts], dtype=np.intp)


def _numbers(ends: Places) -> Places:
    """For each word the number of its text."""
    return np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))


def _listed(values: Hashes, text: Places, count: int) -> pl.Series:
    """The values of each text as a list."""
    lists = pl.DataFrame({"text": text, "values": values}).group_by("text", maintain_order=True).agg("values")
    return pl.DataFrame({"text": np.arange(count)}).join(lists, on="text", how="left", maintain_order="left")["values"].fill_null([])


def _plain(text: str) -> str:
    """Straight quotation marks, no possessives."""
    if not text.isascii():
        for curly, straight in STRAIGHT:
            text = text.replace(curly, straight)
    return POSSESSIVE.sub("", text)


class _Hashed(dict[str, bytes]):
    """Hashes of the tokens between two spaces, as an array's bytes, the last two bits of each telling its kind; filled as they are met."""

    def __missing__(self, between_spaces: str) -> bytes:
        if len(self) > MOST_HASHED:
            self.clear()
        hashes = [_token_hash(token) for token in TOKEN.findall(between_spaces)]
        value = self[between_spaces] = np.array(hashes, dtype=np.uint64).tobytes()
        return value


@lru_cache(maxsize=MOST_HASHED)
def _token_hash(token: str) -> int:
    if token == "\n":
        return int(LINE_END)
    kind = MARK if token in OPENING else DIGITS if token[0].isdigit() else CAPITAL if token[0].isupper() else SMALL
    return _hash(token.lower()) & ~3 | kind


_HASHED = _Hashed()


def _is(tokens: Hashes, kind: int) -> Truths:
    return (tokens & KIND) == np.uint64(kind)


def _names(tokens: Hashes, ends: Places) -> Truths:
    """Which tokens name or count: numbers, and words with a capital that does not open a sentence."""
    kinds = (tokens & KIND).astype(np.uint8)
    is_mark, is_number = kinds == MARK, kinds == DIGITS
    opens = np.concatenate(([True], is_mark[:-1]))[: len(kinds)]
    opens[ends[ends < len(kinds)]] = True
    small, words = _counts(kinds == SMALL, ends), _counts(~is_mark, ends)
    tells_names = np.repeat(small >= LOWER_CASE_SHARE * words, np.diff(ends, prepend=0))
    return ((kinds == CAPITAL) & ~opens & tells_names) | is_number


def _counts(truths: Truths, ends: Places) -> Places:
    """How many of each text's tokens it is true of."""
    return np.diff(np.concatenate(([0], np.cumsum(truths)))[ends], prepend=0)


def _words(tokens: Hashes, ends: Places) -> tuple[Hashes, Truths, Places]:
    """Words without marks, and which of them name. Of neighbouring names the last stands for all."""
    names = _names(tokens, ends)
    before_name = names & np.concatenate((names[1:], [False]))[: len(names)]
    before_name[ends[ends > 0] - 1] = False
    kept = ~_is(tokens, MARK) & ~before_name
    return tokens[kept] | KIND, names[kept], np.cumsum(_counts(kept, ends))  # a word is the same with a capital


def _shingles(hashed: Hashes, starts: Places) -> Hashes:
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
