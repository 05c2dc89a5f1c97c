"""Whether an event happened, is planned, proposed, supposed, alleged, denied or did not: its words, its frame, and who reports it.

Here belongs what a deed and a report add to a reading of the words. Reading verbs has `status`, nouns have `status_nouns`; intentions that
make an event another (`intent`) are read in `coding`.
"""

from typing import Any

from assets.enrich.events.grammar import Tokens
from assets.enrich.events.reports import report_of
from assets.enrich.events.standing import Candidate
from assets.enrich.events.status import lasts, verb_status
from assets.enrich.events.status_cues import STEADY
from assets.enrich.events.status_nouns import noun_status
from assets.enrich.words.wordlist import words

MATERIAL_CONFLICT = words("protest sanction mobilize coerce assault")
CEASING_REACH = 6
ENDED = words("consult cooperate aid support agree")
KEPT_UP = words("assault coerce mobilize protest aid cooperate support consult")
DONE_AS_A_RULE = words("cooperate aid coerce mobilize")  # "trains its officers"; in "rejects the plan" or "attacks Y" the news is told
KILLING = words("killed wounded injured shot kill kills")  # done with each one
LASTING_DEEDS = words("support cooperate aid coerce assault mobilize")
ANNOUNCING = words("announce announces announced announcing announcement")
ANNOUNCE_REACH = 5  # tokens before the deed
CUE_STATUS = {
    **dict.fromkeys(words("claim allege accuse suspect"), "alleged"),
    **dict.fromkeys(words("propose suggest urge demand"), "proposed"),
    **dict.fromkeys(words("expect predict hope fear"), "hypothetical"),
    "deny": "denied",
}  # fmt: skip


def status_as_told(sentence: Tokens, found: Candidate, reports: list[Any], position: int) -> tuple[str, str, str | None]:
    """The status by the words, and first word of the cue and speaker (mention id) of the report that the trigger's character stands in."""
    cue, speaker = ("", None) if _is_aside(sentence, found) else report_of(reports, position)
    status = _status(sentence, found)
    is_expected = found.group is not None and found.group.control == "planned"  # "is expected to visit"
    if status == "planned" and CUE_STATUS.get(cue) == "hypothetical" and not is_expected:
        status = "hypothetical"  # what somebody fears or hopes another will do
    if status == "occurred" and found.group is None and found.frame.event_type == "retreat" and is_announced(sentence, found):
        status = "planned"  # "announced the withdrawal of its troops"
    return status, cue, speaker


def status_as_reported(status: str, event_type: str, found: Candidate, cue: str, speaker: dict[str, Any] | None) -> str:
    """The status, given who says so: a charge by the party that suffers is alleged, what is denied is denied."""
    if status not in ("occurred", "ongoing") or (event_type == "accuse" and found.frame.source_slot == "none"):
        return status  # who tells it makes the charge
    if cue in CUE_STATUS:
        return CUE_STATUS[cue]
    if event_type in MATERIAL_CONFLICT and speaker:
        suffers = any(_same_side(speaker, party.head) for party in found.targets)
        if suffers and not any(_same_side(speaker, party.head) for party in found.sources):
            return "alleged"
    return status


def is_announced(sentence: Tokens, found: Candidate) -> bool:
    """Whether the words before say that it is announced."""
    return not ANNOUNCING.isdisjoint(sentence.words[max(0, found.begin - ANNOUNCE_REACH) : found.begin])


def _is_aside(sentence: Tokens, found: Candidate) -> bool:
    """Whether a relative clause after a comma tells it, which is the writer's own: "accused X, which had backed Y, of"."""
    return sentence.words[max(0, found.begin - 2) : found.begin] in ([",", "which"], [",", "who"])


def _status(sentence: Tokens, found: Candidate) -> str:
    """The status by the words of the deed alone, and by what its frame says of it."""
    if found.status is not None:
        return found.status
    if found.frame.event_type == "accuse" and found.frame.source_slot == "none":
        return "occurred"  # who tells it makes the charge
    if found.group is not None:
        read = verb_status(sentence, found.group)
    else:
        read = noun_status(sentence, found.index)
        if found.frame.event_type in ENDED and not sentence.terms.ceasing.isdisjoint(
            sentence.words[max(0, found.index - CEASING_REACH) : found.index]
        ):
            return "negated"  # "a halt to all foreign military aid"
    if read == "denied" and found.frame.event_type == "reject":
        return "occurred"  # "a claim that X rejected as false"
    if found.frame.status == "occurred" and read == "planned":
        return "occurred"  # "will not accept": the refusal stands
    if read == "occurred" and found.frame.event_type in LASTING_DEEDS:
        told = sentence.words[found.begin : found.index]
        if not STEADY.isdisjoint(told) and ("has" in told or "have" in told):
            return "ongoing"  # "has consistently supplied"
    is_kept_up = found.frame.event_type in KEPT_UP and sentence.words[found.index] not in KILLING
    if read == "occurred" and found.group is not None and is_kept_up:
        read = "ongoing" if lasts(sentence, found.group, found.frame.event_type in DONE_AS_A_RULE) else read
    return found.frame.status if found.frame.status and read == "occurred" else read


def _same_side(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["actor_id"] and one["actor_id"] == other["actor_id"]:
        return True
    return bool(one["country_code"]) and one["country_code"] == other["country_code"]
