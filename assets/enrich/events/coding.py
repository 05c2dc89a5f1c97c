"""The row of an event: what a candidate is coded as in the types of PLOVER, on which words it rests, and who takes part.

Here belong stated intentions read off the words around a deed, and the evidence. What an intention is coded as (`intent`), modes (`modes`),
whether it happened (`status_events`), when and where (`setting`, `places`) have rooms of their own; finding candidates has `candidates`.
"""

from typing import Any

from assets.enrich.actors.index import MentionIndex
from assets.enrich.events.clauses import is_warlike
from assets.enrich.events.confidence import confidence
from assets.enrich.events.grammar import FUTURE, NEGATION, Tokens
from assets.enrich.events.grounds import NOWHERE
from assets.enrich.events.intent import AGREED, CAMEO, spoken, threat_mode
from assets.enrich.events.modes import mode_of
from assets.enrich.events.places import place_of
from assets.enrich.events.setting import time_of
from assets.enrich.events.standing import DECIDED, Candidate
from assets.enrich.events.status_cues import NECESSARY
from assets.enrich.events.status_events import is_announced, status_as_reported, status_as_told
from assets.enrich.words.wordlist import words
from assets.identity import content_id

EVIDENCE_REACH = 260  # characters up to which the evidence is drawn to the end of its clause
MAY = words("may might could")
TO_COME = FUTURE | {"would", "wouldn't"}
REFUSING = NEGATION | {"won't"}
AGREEABLE = words("retreat cooperate aid concede")
AGREEMENT_REACH = 6  # tokens before the deed that is agreed
TRYING = words("trying attempting")  # who tries says nothing of his will
DECISION_REACH = 6  # tokens from a halt back to the decision: "the decision of X and Y to halt their strikes"
YIELDING = words("give gives gave given giving yield yielded yielding bow bowed bowing cave caved caving budge budged budging")


def coded(
    document_id: str,
    sentence_start: int,
    sentence: Tokens,
    found: Candidate,
    times: list[Any],
    reports: list[Any],
    index: MentionIndex,
    kinds: dict[str, str],
) -> dict[str, Any]:
    """A row of `schemas.EVENT_MENTIONS` of a candidate.

    Parameters
    ----------
    document_id, sentence_start, sentence, found
        Where it stands, and the candidate.
    times
        The time expressions of the sentence: first character, one past the last, id.
    reports
        Those of the document, as `reports_of` gives them.
    index, kinds
        The actor mentions, and actor types by actor id.
    """
    frame, body = found.frame, sentence.body
    trigger_start, trigger_end = sentence.starts[found.index], sentence.ends[found.end - 1]
    status, cue, speaker = status_as_told(sentence, found, reports, trigger_start)
    event_type, (mode, cameo) = frame.event_type, mode_of(sentence, found)
    intended = _intended(sentence, found, status, mode)
    if intended:
        willing = AGREED.get(mode or "", AGREED.get(event_type, CAMEO["agree"]))
        mode = threat_mode(event_type, mode) if intended == "threaten" else None
        event_type, cameo = intended, CAMEO[intended] if intended != "agree" else willing
        status = "occurred" if intended == "reject" else status
    start, end = _evidence(sentence, found)
    status = status_as_reported(status, event_type, found, cue, index[speaker] if speaker else None)
    return {
        "mention_id": content_id("event", document_id, trigger_start, trigger_end, frame.frame_id),
        "document_id": document_id,
        "evidence": body[start:end],
        "evidence_start": start,
        "evidence_end": end,
        "sentence_start": sentence_start,
        "trigger": body[trigger_start:trigger_end],
        "frame_id": frame.frame_id,
        "event_type": event_type,
        "event_mode": mode,
        "context": frame.context,
        "cameo_code": cameo,
        "place": place_of(sentence, found, kinds),
        "status": status,
        "time_id": time_of(sentence, found, times, event_type, status) if times else None,
        "rule": f"frame:{frame.part_of_speech}" + (":intention" if intended else ""),
        "confidence": confidence(found, status, is_word_given=intended is not None),
    }


def arguments_of(row: dict[str, Any], found: Candidate) -> list[dict[str, Any]]:
    """Rows of `schemas.EVENT_ARGUMENTS` of a candidate, whose own row is given."""
    return [
        {
            "mention_id": row["mention_id"],
            "document_id": row["document_id"],
            "participation": participation,
            "position": position,
            "actor_mention_id": party.head["mention_id"],
        }
        for participation, side in (("source", found.sources), ("target", found.targets))
        for position, party in enumerate(side)
    ]


def _intended(sentence: Tokens, found: Candidate, status: str, mode: str | None) -> str | None:
    """Type of the intention that the words state in place of a deed; None where the deed itself is reported."""
    event_type = found.frame.event_type
    before = set(sentence.words[found.begin : found.index])
    wants = found.group is not None and found.group.control == "proposed" and not TRYING & before
    announced = is_announced(sentence, found)
    intended = spoken(
        event_type,
        "planned" if wants and status == "proposed" else status,
        is_own_will=(found.group is not None or announced) and not (found.is_passive and not found.sources) and not before & NECESSARY,
        is_possible=bool(before & MAY),
        is_announced=mode == "withdraw" and announced,
        is_future=not TO_COME.isdisjoint(before) and not REFUSING.isdisjoint(before),
    )
    if intended is None and event_type == "concede" and status == "negated" and sentence.words[found.index] in YIELDING:
        intended = "reject"  # "by not giving in to the demand"
    if found.group is None and event_type in AGREEABLE and intended is None and status == "occurred":
        lead = sentence.words[max(0, found.begin - AGREEMENT_REACH) : found.begin]
        is_agreed = not sentence.terms.pact.isdisjoint(lead) and {"to", "on", "for"} & set(lead)
        intended = "agree" if is_agreed else None  # "the agreement to impose a truce"
    if event_type == "retreat" and mode == "ceasefire" and found.group and found.group.is_infinitive:
        decided = sentence.words[max(0, found.begin - DECISION_REACH) : found.begin + 1]
        intended = intended if DECIDED.isdisjoint(decided) else "agree"  # "the decision of both to halt their strikes"
    if event_type == "agree" and found.status is None and is_warlike(sentence, found.end):
        intended = "threaten"
    return intended


def _evidence(sentence: Tokens, found: Candidate) -> tuple[int, int]:
    """From the first to the last word that the event rests on, drawn to the end of the clause where that is near."""
    first, last, is_named = found.begin, found.end, True
    for party in found.sources + found.targets:
        if party.start == NOWHERE:
            is_named = False
            continue
        first, last = min(first, party.start), max(last, party.end)
    if found.object_index is not None:
        first, last = min(first, found.object_index), max(last, found.object_index + 1)
    if found.group is not None and not is_named:  # who has no name is told in other words
        while first > 0 and sentence.words[first - 1][0].isalnum():
            first -= 1
        first += sentence.words[first] in ("and", "but", "or")
    if found.stop > last and sentence.ends[found.stop - 1] - sentence.starts[first] <= EVIDENCE_REACH:
        last = found.stop
    while last > found.end and not sentence.words[last - 1][0].isalnum():
        last -= 1
    return sentence.starts[first], sentence.ends[last - 1]
