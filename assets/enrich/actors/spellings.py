"""Names of people in parts: surnames, and spellings of one name. Which names the codebook knows belongs in `names`."""

import re
from functools import lru_cache

from anyascii import anyascii

from assets.enrich.words.wordlist import words

PARTICLES = words("von van der den de del della di da dos du le la al el bin bint ibn abu ter ten zu ben")
SOFT_ENDING = re.compile(r"ey\b|ei\b|iy\b|ii\b|yi\b|y")
KS, OFF, DOUBLED = re.compile("ks"), re.compile(r"(?<=[oe])ff\b"), re.compile(r"(.)\1")
SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")
ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|az|ul)-")
GLIDE = re.compile(r"(?<=[aeou])i(?=e)")  # Nazarbayev, Nazarbaev


def surname_of(tokens: list[str]) -> str:
    """Last name with its particles: 'Ursula von der Leyen' → 'von der Leyen'. Tokens run given name first."""
    first = len(tokens) - 1
    while first > 1 and tokens[first - 1].lower() in PARTICLES:
        first -= 1
    return " ".join(tokens[first:])


def surnames_told(tokens: list[str]) -> set[str]:
    """Surnames an unknown full name may give: its last, or its first where the given name is written 'Sun-ae'."""
    return {tokens[0]} if SYLLABLES.fullmatch(tokens[-1]) else {surname_of(tokens)}


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """A name, spellings of one transliterated name made equal: Dmitri and Dmitry, Sergei and Sergey, Januk and Yanuk."""
    key = (
        ARTICLE.sub("", anyascii(name).lower())
        .replace("kh", "h")
        .replace("sch", "sh")
        .replace("ck", "k")
        .replace("w", "v")
        .replace("j", "y")
    )
    key = OFF.sub("v", KS.sub("x", SOFT_ENDING.sub("i", key)))
    return DOUBLED.sub(r"\1", GLIDE.sub("", key))
