"""Encodings of tables and feeds, which must be known to divide them. Those of whole documents are clean's to find."""

import codecs
from functools import lru_cache

SAMPLE = 1 << 16  # bytes that the guess looks at
MIN_CONFIDENCE = 0.1  # chardet 7 gives 0.2 to right answers on a paragraph
FALLBACK = "windows-1252"


@lru_cache(256)
def is_charset(name: str) -> bool:
    """Whether a name is that of an encoding of text."""
    try:
        return bool(name) and isinstance(b"    ".decode(name, "replace"), str)
    except (LookupError, ValueError):
        return False


def not_utf8(content: bytes, declared: str | None) -> str:
    """The encoding of bytes that are not UTF-8: the declared one, unless that is UTF-8 or its half, else the guessed one."""
    said = codecs.lookup(declared).name if declared and is_charset(declared) else "utf-8"
    return said if said not in ("utf-8", "utf-8-sig", "ascii") else guessed(content)


def guessed(content: bytes) -> str:
    """The encoding that bytes which are not UTF-8 look most like."""
    import chardet  # costs a tenth of a second, and almost all text is UTF-8

    guess = chardet.detect(content[:SAMPLE])
    name = guess["encoding"] if (guess["confidence"] or 0) >= MIN_CONFIDENCE else None
    return name if name and is_charset(name) and name.lower() not in ("utf-8", "ascii") else FALLBACK
