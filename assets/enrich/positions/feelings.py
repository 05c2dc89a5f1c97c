"""What somebody feels about what is told of an issue: "is angry that Oslo signed the treaty" is against it. Judgements in the words of a
statement belong to `stance`.
"""

import re
from dataclasses import replace

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.future import Futures
from assets.enrich.positions.issues import Issue
from assets.enrich.positions.polarity import is_denied
from assets.enrich.positions.reading import Reading

Span = tuple[int, int]

# Who feels something about a deed feels it for or against what is done: "is angry that Oslo signed", "regrets that it left".
FEELING = frozenset({"regret", "lament", "deplore", "rue", "fear", "welcome", "celebrate", "resent"})
FELT = frozenset({"criticizes", "praises", "warns", "states"})
TELLING = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|could|may|might|cannot|\w{2,}ed|left|quit|fell|lost|won|broke|came|went|made)\b"
)


def felt(cue: Cue | None, rule: str, statement: str, futures: Futures) -> Cue | None:
    """The cue, against what its clause tells where that angers: "is angry that"; angry with whom or about what stands open.

    Who protests that his side will do something insists on it.
    """
    if cue is not None and cue.lemma == "protest" and "that" in rule and futures.is_own_will(statement):
        return replace(cue, stance=None, speech_act="states")
    if cue is None or cue.kind != "state" or cue.speech_act != "criticizes" or cue.stance or "that" not in rule:
        return cue
    return replace(cue, stance="opposes")


def is_felt(cue: Cue | None, clause: Span, reading: Reading) -> bool:
    """Whether a cue tells what somebody feels about what its clause tells: "is relieved that", "regrets that"."""
    is_feeling = cue is not None and (cue.kind == "state" or cue.lemma in FEELING) and cue.speech_act in FELT
    return is_feeling and TELLING.search(reading.text(*clause)) is not None


def told_of(reading: Reading, issue: Issue, clause: Span, judged: int) -> int:
    """Whether a clause tells something good of its issue, or something bad: "that the truce collapsed", "that he did not sign it"."""
    side = -1 if judged < 0 else 1
    return -side if not judged and is_denied(reading, issue, clause) else side
