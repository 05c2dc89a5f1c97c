"""Whom a threat or a protest means that is told outside its own clause. Who stands within the clause is found in `slots`."""

from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import SPEECH, Tokens
from assets.enrich.events.parties import Party, group_of
from assets.enrich.words.wordlist import words

AIMING = {"threaten": words("unless if"), "protest": words("against over at")}  # before what a threat hangs on, or a protest is about
SUFFERING = words("is are was were be been gets")
AIM_REACH = 9  # tokens


def aimed_at(sentence: Tokens, cast: list[Party], frame: Frame, start: int, sources: list[Party]) -> list[Party]:
    """Whom a threat or a protest means, told outside its own clause: "unless X ...", "demanding that X ..."."""
    leads = AIMING.get(frame.event_type)
    if leads is None:
        return []
    if frame.event_type == "protest":
        leads |= sentence.terms.protested
    heads = {party.head["mention_id"] for party in sources} | {party.head["actor_id"] for party in sources}
    for index in range(start, len(sentence)):
        if sentence.words[index] in SPEECH and index > start:
            return []
        if sentence.words[index] in leads:
            found = [party for party in cast if index < party.start <= index + AIM_REACH and not sentence.words[index].startswith("'")]
            found = [party for party in found if not {party.head["mention_id"], party.head["actor_id"] or ""} & heads]
            if found and set(sentence.words[found[0].end : found[0].end + 1]) & SUFFERING:
                return []  # "unless X was freed"
            return group_of(cast, found[0]) if found else []
    return []
