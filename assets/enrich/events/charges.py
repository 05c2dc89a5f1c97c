"""Accusations that are made by telling a deed: "X said Y was shelling its villages" charges Y with it.

Verbs and nouns of accusing are frames of the codebook; whether a deed is told as alleged stands in `status_events`.
"""

from dataclasses import replace
from typing import Any

from assets.enrich.actors.index import Mention
from assets.enrich.events.frames import Frame
from assets.enrich.events.parties import Party
from assets.enrich.events.standing import Candidate
from assets.enrich.words.wordlist import words

CHARGED = words("assault coerce mobilize")  # deeds that nobody tells of another in praise
CLAIMING = words("claim allege maintain complain charge insist assert contend")
SILENT = frozenset({"media", "company"})  # these report
STATELY = frozenset({"state", "government_body", "person"})  # of rebels and gangs their deeds are reported
OWN = words("its their our his her")
OWN_REACH = 6  # tokens after the deed: "had shelled two of its villages"
CAMEO = "112"


def charge_of(
    row: dict[str, Any], found: Candidate, told: list[str], cue: tuple[str, int, int], speaker: Mention | None, kinds: dict[str, str]
) -> tuple[dict[str, Any], Candidate] | None:
    """The accusation that a reported deed makes: its row without id, and the candidate with its sides; None where it makes none.

    Parameters
    ----------
    row, found
        The deed as a row of `schemas.EVENT_MENTIONS`, and its candidate.
    told
        The words after the deed.
    cue
        First word of what reports the deed, first character and end.
    speaker
        Who reports it.
    kinds
        Actor types by actor id.
    """
    verb, start, end = cue
    if speaker is None or row["event_type"] not in CHARGED or row["status"] not in ("occurred", "ongoing", "alleged") or not found.sources:
        return None
    if kinds.get(speaker["actor_id"] or "", speaker["discovered_type"] or "") in SILENT or not row["sentence_start"] <= start:
        return None
    if any(_is_side_of(speaker, party.head) for party in found.sources):
        return None
    is_stately = all(kinds.get(party.head["actor_id"] or "", "") in STATELY for party in found.sources)
    suffers = is_stately and (any(_is_side_of(speaker, party.head) for party in found.targets) or not OWN.isdisjoint(told[:OWN_REACH]))
    if not suffers and verb not in CLAIMING:
        return None
    begin = min(row["evidence_start"], start)
    if row["sentence_start"] <= speaker["evidence_start"] < begin:
        begin = speaker["evidence_start"]
    frame: Frame = replace(found.frame, event_type="accuse", event_mode="allege", status=None)
    charge = row | {
        "evidence_start": begin,
        "evidence_end": max(row["evidence_end"], end),
        "event_type": "accuse",
        "event_mode": "allege",
        "cameo_code": CAMEO,
        "place": None,
        "status": "occurred",
        "time_id": None,
        "rule": row["rule"] + ":charge",
    }
    return charge, replace(found, frame=frame, sources=[Party(speaker, found.index, found.end, None, False, False)], targets=found.sources)


def _is_side_of(one: Mention, other: Mention) -> bool:
    if one["actor_id"] and one["actor_id"] == other["actor_id"]:
        return True
    return bool(one["country_code"]) and one["country_code"] == other["country_code"]
