"""Cues in pieces: what tells when between auxiliary and verb, an object before a particle. Cues as such are found in `cue_sites`."""

from collections.abc import Container

from assets.enrich.attribution.cue_lexicon import FARTHEST_PARTICLE
from assets.enrich.attribution.phrases import PERIODS, Words
from assets.enrich.words.closed_class import DAYS, PREPOSITIONS
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

PERFECTS = words("has have had will would 's 've 'd 'll")
TIME_ENDS = DAYS | PERIODS | words("occasions days weeks months years")
TIME_LEADS = words("on in since over this last next past recent several many numerous different the two three four few")
LONGEST_WHEN = 5  # tokens: "has on several occasions CALLED for"


def told_when(tokens: Tokens, low: int, group: int) -> int:
    """Where what tells when begins between auxiliary and verb: "has THIS WEEK called for C", "will ON THURSDAY propose C"; else `group`."""
    k = group - 2
    while k > low and group - k < LONGEST_WHEN and tokens.low[k] in TIME_LEADS:
        k -= 1
    return k + 1 if k >= low and tokens.low[k] in PERFECTS else group


def particle_after(at: Words, index: int, high: int, particles: Container[str]) -> int | None:
    """The particle of the verb at token `index` behind its object: "turned the offer DOWN"."""
    tokens = at.tokens
    for k in range(index + 1, min(index + FARTHEST_PARTICLE, high)):
        word = tokens.low[k]
        if word in particles and k > index + 1:
            return k
        if not tokens.text[k][0].isalnum() or tokens.quote[k] != tokens.quote[index] or at.is_finite(k):
            return None
        if word in PREPOSITIONS and word != "of":
            return None
    return None
