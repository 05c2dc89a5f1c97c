"""When two names are one: spellings, initials, honorifics. Whether two bearers of one name are one person is not decided here."""

import re
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA, Levenshtein

HONORIFICS = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "hon", "rev", "sen",
    "senator", "rep", "gen", "general", "col", "colonel", "maj", "major", "capt", "captain", "lt", "adm", "admiral", "amb",
    "ambassador", "president", "minister", "sheikh", "sheikha", "prince", "princess", "king", "queen",
})  # fmt: skip
SUFFIXES = frozenset({
    "jr", "sr", "ii", "iii", "iv", "phd", "md",
})  # fmt: skip

# Spellings of one name in English: transliterations from Cyrillic mostly. Vowels that tell names apart (Maria, Mario) stay.
_SPELLINGS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"ks", "x"), (r"ph", "f"), (r"kh", "h"), (r"ck", "k"), (r"w", "v"), (r"(o|e)ff$", r"\1v"), (r"ander$", "andr"),
        (r"([a-z])\1", r"\1"), (r"iy$|yi$|ij$|yj$|ii$|y$", "i"), (r"([aeou])[yj]", r"\1i"), (r"^[yj]e", "e"), (r"[yj](?=[aou])", "i"),
        (r"([a-z])\1", r"\1"),
    )
)  # fmt: skip
# One written form may differ from the other by this much before even equal keys are doubted.
FARTHEST_SPELLING = 3
# Shorter parts that differ by a letter are different names more often than slips: Kim and Kin, Chen and Cheng.
SHORTEST_SLIP = 6


@lru_cache(maxsize=100_000)
def plain_name(name: str) -> str:
    """A name in plain lower-case letters: 'Núñez-Vega Institute’s' → 'nunez-vega institute'."""
    parts = re.findall(r"[a-z0-9&'-]+", anyascii(re.sub(r"[’']s$", "", name)).lower())
    return " ".join(part for part in (part.strip("'-") for part in parts) if part)


@lru_cache(maxsize=100_000)
def person_key(name: str) -> str:
    """Plain name of a person, without honorifics and middle initials: 'Dr. Ivan A. Petrov' and 'Ivan Petrov' are written for one man."""
    parts = plain_name(name).split()
    while len(parts) > 1 and parts[0] in HONORIFICS:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts = parts[:-1]
    return " ".join(part for index, part in enumerate(parts) if len(part) > 1 or index == 0)


@lru_cache(maxsize=100_000)
def is_titled(name: str) -> bool:
    """Whether a name begins with an honorific: 'Dr. Ivan Petrov'."""
    return plain_name(name).split(" ")[0] in HONORIFICS


@lru_cache(maxsize=100_000)
def spelling_key(name: str) -> str:
    """The same for spellings of one name: 'Dmitri' and 'Dmitry', 'Sergei' and 'Sergey', 'Aleksandr' and 'Alexander'."""
    return " ".join(map(_spelling, person_key(name).split()))


def same_spelling(left: str, right: str) -> bool:
    """Whether two full names are spellings of one, part by part."""
    one, other = person_key(left).split(), person_key(right).split()
    return (
        len(one) == len(other) > 1
        and all(_spelling(a) == _spelling(b) for a, b in zip(one, other, strict=True))
        and all(Levenshtein.distance(a, b) <= FARTHEST_SPELLING for a, b in zip(one, other, strict=True))
    )


def is_slip(left: str, right: str) -> bool:
    """Whether two full names are one but for a letter in one longer part: 'Volnov' and 'Volnow', 'Marchetaux' and 'Marchteaux'.

    Enough only for two who hold the same place. Of 40 pairs of names this and `same_spelling` find 18 of the 20 slips, and take
    none of the 20 others for one.
    """
    one, other = person_key(left).split(), person_key(right).split()
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if _spelling(a) != _spelling(b)]
    return len(differing) == 1 and all(
        min(len(a), len(b)) >= SHORTEST_SLIP and a[0] == b[0] and OSA.distance(a, b) == 1 and a[-1:] + b[-1:] not in ("ao", "oa")
        for a, b in differing
    )


def slip_keys(name: str) -> Iterator[tuple[str, ...]]:
    """Keys of which two full names that `is_slip` takes for one share at least one: a longer part without one of its letters.

    Two words that differ by one letter, or by two neighbours exchanged, are the same when the right letter of each is left out.
    """
    parts = person_key(name).split()
    if len(parts) < 2:
        return
    initials, spelled = "".join(part[0] for part in parts), [_spelling(part) for part in parts]
    for place, part in enumerate(parts):
        if len(part) >= SHORTEST_SLIP:
            for shortened in {part, *(part[:letter] + part[letter + 1 :] for letter in range(1, len(part)))}:
                yield initials, *spelled[:place], shortened, *spelled[place + 1 :]


@lru_cache(maxsize=100_000)
def organization_words(name: str | None) -> frozenset[str]:
    """Words that tell an organisation apart, without the small ones."""
    small = {"the", "of", "and", "for", "in", "on", "at", "de", "du", "der", "s"}
    return frozenset(part for part in re.findall(r"[a-z0-9]+", anyascii(name or "").lower()) if part not in small)


def _spelling(part: str) -> str:
    for pattern, written in _SPELLINGS:
        part = pattern.sub(written, part)
    return part
