"""What a statement does: its speech act. How it stands towards an issue belongs to `stance`."""

import re

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.reading import Reading

# An invitation of the speaker's own: "she said she had “invited”".
INVITED = re.compile(r"(?:he|she|it|they|we|I)(?: (?:has|have|had|also|now|again|once|\w+ly))* [“\"'‘]?invit(?:ed?|es)\b", re.IGNORECASE)
# Speech acts a cue names only weakly, so that the words of the content may say more.
WEAK_ACTS = frozenset({"states", "agrees"})
JUDGING_ACTS = frozenset({"denies", "rejects", "accuses", "criticizes", "praises"})
# An act denied is another: who does not rule out states, who does not agree rejects.
NEGATED = {"agrees": "rejects", "promises": "rejects", "rejects": "states", "denies": "states", "praises": "criticizes"}
# When a content shows several acts, the first of these is the one reported.
ACT_ORDER = (
    "denies",
    "rejects",
    "threatens",
    "accuses",
    "criticizes",
    "praises",
    "warns",
    "proposes",
    "demands",
    "agrees",
    "promises",
    "predicts",
)


def speech_act(reading: Reading, cue: Cue | None, statement: str, *, is_clause: bool = True) -> str:
    """One of `schemas.SPEECH_ACTS`: the cue's own, or what the content does where the cue only says "say".

    What is no clause ("called the deal a disgrace") can judge, but promises and foretells nothing.
    """
    act = cue.speech_act if cue else "states"
    if act not in WEAK_ACTS or (cue and cue.kind in ("thought", "state") and cue.stance):
        return act  # "he would like to" is a wish, no forecast
    if statement.rstrip(" ”\"'’").endswith("?"):
        return "asks"
    if "invit" in statement and INVITED.match(statement):
        return "proposes"
    return next((shown for shown in ACT_ORDER if shown in reading.acts and (is_clause or shown in JUDGING_ACTS)), act)
