"""Whether a frame has the sides it needs, and which of those who were found is its source, which its target.

Where they are looked for is `slots`; who they are, `parties`.
"""

from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import Tokens
from assets.enrich.events.parties import Party, is_both, who
from assets.enrich.events.slots import Filling
from assets.enrich.words.wordlist import words

MUTUAL = words("consult agree cooperate")
ONE_SIDED = words("threaten request accuse reject mobilize protest aid concede coerce")
RELATIONS = frozenset({("relations",), ("ties",), ("contacts",)})


def has_enough(frame: Frame, filling: Filling) -> bool:
    """Whether as many sides are told as the frame needs."""
    if not filling.sources and not filling.targets:
        return False
    if not filling.targets and len(filling.sources) > 1 and _is_mutual(frame, filling):
        return True  # "X and Y met"
    if frame.event_type == "threaten" and frame.needs == "both" and not filling.targets:
        return False  # "warned that the rains would fail" threatens nobody
    if frame.needs in ("both", "source") and not filling.has_source:
        return False
    return not (frame.needs in ("both", "target") and not filling.has_target)


def sides_of(sentence: Tokens, frame: Frame, filling: Filling) -> tuple[list[Party], list[Party]]:
    """Sources and targets; where the sides stand together in one slot ("X and Y met"), the first is the source."""
    if not filling.targets and len(filling.sources) > 1 and _is_mutual(frame, filling):
        return filling.sources[:1], filling.sources[1:]
    if filling.is_reciprocal:
        return filling.sources, filling.sources[::-1]
    if frame.event_type == "assault" and not filling.targets and is_both(sentence, filling.sources):
        return filling.sources, filling.sources[::-1]  # "both X and Y went on with their attacks": each on the other
    if not filling.sources or not filling.targets:
        return filling.sources, filling.targets
    heads = {party.head["mention_id"] for party in filling.sources}
    targets = [party for party in filling.targets if party.head["mention_id"] not in heads]
    doers = {who(party) for party in filling.sources}
    # "X said that both sides must": it asks the other
    return filling.sources, (frame.event_type in ONE_SIDED and [party for party in targets if who(party) not in doers]) or targets


def _is_mutual(frame: Frame, filling: Filling) -> bool:
    """Whether those who act together act on one another: not "X and Y voiced support for the rebels"."""
    if "with" not in frame.prepositions or frame.target_slot == "none" or frame.event_type in ONE_SIDED:
        return False
    if frame.event_type == "sanction" and not frame.objects & RELATIONS:
        return False  # "X and Y left the pact"
    if frame.event_mode == "visit":
        return False  # "X and Y hosted earlier rounds"
    return frame.event_type in MUTUAL or not filling.has_target
