"""Visits told by where somebody is, comes or is received: a person must be named, and another's ground.

The frames whose names begin with "in-person" ask for this; words that name a visit themselves (`event_frames`) do not belong here,
nor does what the place makes of a meeting (`modes`).
"""

from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import DETERMINER, Tokens
from assets.enrich.events.parties import Party
from assets.enrich.events.slots import Filling
from assets.enrich.words.wordlist import words

RECEIVED = "043"  # CAMEO: a visitor received
CLOSING = words(". , ; and to for with twice together too as in from on at last this again by")  # what may follow who came


def may_be_visit(sentence: Tokens, cast: list[Party], end: int, frame: Frame) -> bool:
    """The cheap look: whether the one visited, or received, stands directly after the trigger, which ends before `end`."""
    if frame.subject_words:
        return end >= len(sentence) or sentence.words[end] in CLOSING or sentence.is_time[end]
    start = end + (sentence.words[end : end + 1] != [] and sentence.words[end] in DETERMINER)
    met = next((party for party in cast if party.start in (end, start)), None)
    if met is None:
        return False
    if frame.cameo_code == RECEIVED:
        return _is_person(sentence, met)
    return not met.is_possessive and _is_state(sentence, met) and (met.end >= len(sentence) or _closes(sentence, met.end))


def is_visit(sentence: Tokens, filling: Filling, frame: Frame) -> bool:
    """Whether a person came to the ground of others, or was received by them ("it received X": by whom stands elsewhere)."""
    if frame.subject_words:
        return bool(filling.sources)
    if not filling.targets or not (filling.sources or (filling.has_source and frame.cameo_code == RECEIVED)):
        return False
    host, guest = filling.targets[0], filling.sources[0] if filling.sources else None
    if guest is None or frame.cameo_code == RECEIVED:
        return guest is None or _country(sentence, host) != _country(sentence, guest)
    return _is_person(sentence, guest) and _country(sentence, host) not in (None, _country(sentence, guest))


def _closes(sentence: Tokens, end: int) -> bool:
    """Whether the name is no adjective: "in Warsaw on Monday", not "in the Polish army"."""
    return sentence.is_time[end] or not sentence.words[end][0].isalnum() or sentence.words[end] in CLOSING


def _is_state(sentence: Tokens, party: Party) -> bool:
    return sentence.kinds.get(party.head["actor_id"] or "") == "state"


def _is_person(sentence: Tokens, party: Party) -> bool:
    head = party.head
    if sentence.kinds.get(head["actor_id"] or "", head["discovered_type"]) == "person":
        return True
    last = head["surface"].rpartition(" ")[2].lower()
    return last in sentence.terms.office or last in ("he", "she")


def _country(sentence: Tokens, party: Party) -> str | None:
    return sentence.countries.get(party.head["actor_id"] or "") or party.head["country_code"]
