"""How sure an event mention is: shares measured by group. Finding events does not belong here.

A mention counts as right where its type is that of an event which a person marked in the sentence, and every side that it
names is one of that event's. Measured on 385 mentions in 400 development records (PLOVER gold sentences and those of
UniversalPetrarch), repeated mentions of one event left out; each group is drawn towards the one above it as if ten of that
one's mentions were in it (`docs/decisions/017-events.md` has the reliability table, and why it is optimistic).
"""

from assets.enrich.events.grounds import NOWHERE
from assets.enrich.events.standing import Candidate
from assets.enrich.words.wordlist import words

# (part of speech, sides that are named): share that is right, and of how many
PRECISION: dict[tuple[str, str], float] = {
    ("phrase", "both"): 0.91,  # of 13
    ("verb", "both"): 0.80,  # of 277
    ("verb", "source"): 0.61,  # of 55
    ("noun", "both"): 0.58,  # of 7
    ("phrase", "source"): 0.57,  # of 4
    ("verb", "target"): 0.52,  # of 23
    ("noun", "source"): 0.50,  # of 2
    ("phrase", "target"): 0.47,  # of 1
    ("noun", "target"): 0.40,  # of 3
}
# what the frame's own score, a judgement of its writer, tells beyond that: mentions at least so sure, their ratio
BANDS = ((0.8, 1.09), (0.7, 0.98), (0.6, 0.91), (0.0, 0.61))  # of 153, 163, 52, 17
PRONOUN_SIDE = 0.97  # of 6
GUESSED = 0.9  # the side is that of the state in which the text plays (`grounds`): of 12 read, 10 were right
NOT_DONE = 0.88  # planned, proposed, hypothetical, alleged, negated, denied: of 43
MOST = 0.95
PRONOUNS = words("he she him her his they their them it its")


def confidence(found: Candidate, status: str) -> float:
    """Chance, 0-1, that the type and the named sides of an event mention are right."""
    sides = "both" if found.sources and found.targets else "source" if found.sources else "target"
    share = PRECISION[found.frame.part_of_speech, sides]
    share *= next(ratio for least, ratio in BANDS if found.frame.confidence >= least)
    if any(party.head["surface"].lower() in PRONOUNS for party in (*found.sources, *found.targets)):
        share *= PRONOUN_SIDE
    if any(party.start == NOWHERE for party in (*found.sources, *found.targets)):
        share *= GUESSED
    if status not in ("occurred", "ongoing"):
        share *= NOT_DONE
    return round(min(MOST, share), 3)
