"""How sure an event mention is: shares measured by group. Finding events does not belong here.

A mention counts as right where its type is that of an event which a person marked, and every side that it names is one of that
event's. Measured on 403 mentions in 400 development records (PLOVER gold sentences and those of UniversalPetrarch; marks of the same
sentence) and 187 in 16 news articles that their writer marked (marks of the same article), repeated mentions of one event left out;
each group is drawn towards the one above it as if ten of that one's mentions were in it (`docs/decisions/017-events.md` has the
reliability tables; `python -m benchmarks.event_reliability` makes that of the records).
"""

from functools import lru_cache

from assets.enrich.events.grounds import NOWHERE
from assets.enrich.events.standing import Candidate
from assets.enrich.words.wordlist import words

# (part of speech, sides that are named): share that is right, and of how many
PRECISION: dict[tuple[str, str], float] = {
    ("phrase", "both"): 0.87,  # of 24
    ("verb", "both"): 0.76,  # of 314
    ("verb", "source"): 0.70,  # of 107
    ("phrase", "source"): 0.67,  # of 15
    ("noun", "both"): 0.62,  # of 12
    ("noun", "source"): 0.60,  # of 8
    ("phrase", "target"): 0.52,  # of 3
    ("verb", "target"): 0.44,  # of 33
    ("noun", "target"): 0.38,  # of 5
}
# what the frame's own score, a judgement of its writer, tells beyond that: mentions at least so sure, their ratio
BANDS = ((0.8, 1.11), (0.7, 1.01), (0.6, 0.87), (0.0, 0.81))  # of 193, 204, 86, 38
PRONOUN_SIDE = 0.75  # of 14: whom it points to is often another
GUESSED = 0.9  # the side is that of the state in which the text plays (`grounds`): of 12 read, 10 were right
# planned, proposed, hypothetical, alleged, negated, denied: a word given (`intent`) is itself a deed, other deeds that were not done are
# marked by few; with both sides, with one
WORD_GIVEN = {True: 0.98, False: 0.66}  # of 27, 11
NOT_DONE = {True: 0.6, False: 0.4}  # of 17, 14
MOST = 0.95
PRONOUNS = words("he she him her his they their them it its")


def confidence(found: Candidate, status: str, *, is_word_given: bool) -> float:
    """Chance, 0-1, that the type and the named sides of an event mention are right; a word is given where a deed is but intended."""
    sides = "both" if found.sources and found.targets else "source" if found.sources else "target"
    named = found.sources + found.targets
    is_pronoun = not PRONOUNS.isdisjoint([party.head["surface"].lower() for party in named])
    is_guessed = NOWHERE in [party.start for party in named]
    is_done = status in ("occurred", "ongoing")
    return _chance(found.frame.part_of_speech, sides, found.frame.confidence, is_pronoun, is_guessed, is_done, is_word_given)


@lru_cache(maxsize=1 << 10)
def _chance(part_of_speech: str, sides: str, score: float, is_pronoun: bool, is_guessed: bool, is_done: bool, is_word_given: bool) -> float:
    share = PRECISION[part_of_speech, sides] * next(ratio for least, ratio in BANDS if score >= least)
    if is_pronoun:
        share *= PRONOUN_SIDE
    if is_guessed:
        share *= GUESSED
    if not is_done:
        share *= (WORD_GIVEN if is_word_given else NOT_DONE)[sides == "both"]
    return round(min(MOST, share), 3)
