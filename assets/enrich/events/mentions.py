"""Event mentions: what was done, by whom and to whom, as a sentence says it.

Here belongs the walk from sentence to row: triggers, the choice among frames, evidence. Frames
(`frames`), grammar (`grammar`), slots (`slots`), status (`status`), time and place
(`setting`, `places`) and stated intentions (`intent`) have rooms of their own; joining mentions of one happening is for `assets.resolve`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any

import polars as pl

from assets.codebook import Codebook
from assets.enrich.actors.index import MentionIndex, mention_index
from assets.enrich.events.antecedents import may_refer, with_antecedent
from assets.enrich.events.candidates import candidates, triggered
from assets.enrich.events.charges import CHARGED, charge_of
from assets.enrich.events.clauses import is_warlike
from assets.enrich.events.confidence import confidence
from assets.enrich.events.counterparts import Counterparts, Told
from assets.enrich.events.frames import lexicon
from assets.enrich.events.grammar import FUTURE, NEGATION, Tokens, tokens
from assets.enrich.events.grounds import NOWHERE, Grounds, is_acted, is_acted_by
from assets.enrich.events.guards import is_talk
from assets.enrich.events.intent import AGREED, CAMEO, spoken, threat_mode
from assets.enrich.events.makers import makers, with_makers
from assets.enrich.events.modes import mode_of, visited
from assets.enrich.events.pairs import SIGN, with_pairs
from assets.enrich.events.parties import Party, parties
from assets.enrich.events.places import place_of, without_venue
from assets.enrich.events.reports import report_at, report_of, reports_of, speaker_at
from assets.enrich.events.setting import time_of
from assets.enrich.events.standing import DECIDED, Candidate, is_decided
from assets.enrich.events.status import lasts, verb_status
from assets.enrich.events.status_cues import NECESSARY, STEADY
from assets.enrich.events.status_nouns import noun_status
from assets.enrich.events.terms import EventTerms, event_terms
from assets.enrich.events.truces import DESIGNED_TRUCE
from assets.enrich.words.wordlist import words
from assets.identity import content_id
from assets.schemas import EVENT_ARGUMENTS, EVENT_MENTIONS

EVIDENCE_REACH = 260  # characters up to which the evidence is drawn to the end of its clause
MATERIAL_CONFLICT = words("protest sanction mobilize coerce assault")
MAY = words("may might could")
CEASING_REACH = 6
ENDED = words("consult cooperate aid support agree")
KEPT_UP = words("assault coerce mobilize protest aid cooperate support consult")
DONE_AS_A_RULE = words("cooperate aid coerce mobilize")  # "trains its officers"; in "rejects the plan" or "attacks Y" the news is told
KILLING = words("killed wounded injured shot kill kills")  # done with each one
LASTING_DEEDS = words("support cooperate aid coerce assault mobilize")
AGREEMENT = words("agreement deal accord pact understanding")
AGREEABLE = words("retreat cooperate aid concede")
AGREEMENT_REACH = 6  # tokens before the deed that is agreed
ANNOUNCING = words("announce announces announced announcing announcement")
TRYING = words("trying attempting")  # who tries says nothing of his will
DECISION_REACH = 6  # tokens from a halt back to the decision: "the decision of X and Y to halt their strikes"
YIELDING = words("give gives gave given giving yield yielded yielding bow bowed bowing cave caved caving budge budged budging")
ANNOUNCE_REACH = 5  # tokens before the deed
CUE_STATUS = {
    **dict.fromkeys(words("claim allege accuse suspect"), "alleged"),
    **dict.fromkeys(words("propose suggest urge demand"), "proposed"),
    **dict.fromkeys(words("expect predict hope fear"), "hypothetical"),
    "deny": "denied",
}  # fmt: skip


def event_mentions(
    documents: pl.DataFrame,
    sentences: pl.DataFrame,
    actor_mentions: pl.DataFrame,
    attributions: pl.DataFrame,
    time_expressions: pl.DataFrame,
    codebook: Codebook,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events that the sentences report, by the codebook's frames.

    Parameters
    ----------
    documents, sentences, actor_mentions, attributions, time_expressions
        Frames of the tables of those names in `assets.schemas`, of the same documents.
    codebook
        Its `event_frames` fire the rules, which its `event_terms` guard.

    Returns
    -------
    `schemas.EVENT_MENTIONS` (one row a trigger; the evidence never leaves its sentence) and `schemas.EVENT_ARGUMENTS`
    (its sources and targets, the main one at position 0). An event has at least one argument.
    """
    lexicon_, terms = lexicon(codebook), event_terms(codebook)
    index = mention_index(actor_mentions, documents)
    times = _spans(time_expressions, "time_id")
    reports = reports_of(attributions)
    bodies = dict(documents.select("document_id", "body").iter_rows())
    mentions: list[dict[str, Any]] = []
    arguments: list[dict[str, Any]] = []
    kinds = dict(codebook.actors.select("actor_id", "actor_type").iter_rows())
    countries = dict(codebook.actors.select("actor_id", "country_code").iter_rows())
    capitals = dict(codebook["countries"].select("capital", "country_code").drop_nulls().iter_rows())
    last, grounds = ("", 0, 0), Grounds(index, bodies, countries, kinds)
    is_running = False
    counterparts = Counterparts(index, codebook.actors)
    columns = ("document_id", "sentence_start", "sentence_end", "is_title", "paragraph_start")
    for document_id, start, end, is_title, paragraph_start in sentences.select(columns).iter_rows():
        before, last = last, (document_id, start, end)
        is_running = was_running = is_running and before[0] == document_id
        actors = index.within(document_id, start, end)
        is_running = is_running or bool(actors)
        body, is_first = bodies[document_id], before[0] != document_id
        has_neuter = not is_first and before[1] >= paragraph_start and may_refer(body, start)
        has_we = body.find(" we ", start, end) >= 0 or body.find("We ", start, end) >= 0
        may_act = bool(actors) or (
            not is_first and (has_neuter or has_we or any(sign.search(body, start, end) is not None for sign in (SIGN, DESIGNED_TRUCE)))
        )
        if not may_act and not (was_running and is_acted(body[start:end], terms)):
            continue
        said = reports.get(document_id, [])
        spans = times.get(document_id, [])
        when = spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))] if spans else []
        sentence = tokens(body, start, end, [span[:2] for span in when], is_title, terms)
        places = triggered(sentence, lexicon_)
        if not places:
            continue
        sentence.named, sentence.told_before = actors, partial(_told_before, bodies, index, document_id, before, terms)
        sentence.is_running, sentence.kinds, sentence.countries = was_running, kinds, countries
        sentence.speaker = partial(speaker_at, sentence, said, index) if has_we else None
        sentence.home = partial(grounds.home, document_id, paragraph_start, start) if is_acted_by(sentence) else None
        cast = parties(sentence, actors)
        near = partial(_cast_before, sentence.told_before)
        if SIGN.search(body, start, end):
            matter, bloc = partial(counterparts.sides, document_id), partial(counterparts.bloc, document_id)
            cast = with_pairs(sentence, cast, near, matter, bloc, kinds)
        if has_neuter:
            cast = with_antecedent(sentence, cast, near, kinds)
        made = makers(sentence, actors) if "-" in body[start:end] else []
        for found in candidates(sentence, cast, places):
            candidate = without_venue(with_makers(sentence, found, made), capitals)
            row = _mention(document_id, start, sentence, candidate, when, said, index, kinds)
            if row["event_type"] == "consult" and row["event_mode"] is None and row["place"]:
                row["event_mode"], row["cameo_code"] = visited(candidate, row["place"], countries, capitals) or (None, row["cameo_code"])
            has_both = bool(candidate.sources and candidate.targets)
            trigger = (candidate.begin, candidate.index)
            if candidate.status is None and is_talk(sentence, row["status"], candidate.group, trigger, bool(candidate.sources), has_both):
                continue
            if candidate.targets or not is_decided(sentence, candidate):  # "praised X's decision to raise tariffs": on whom is open
                counterparts.complete(candidate, Told(sentence, cast, document_id, before))
            mentions.append(row)
            arguments += _arguments(row, candidate)
            if row["event_type"] in CHARGED and (report := report_at(said, sentence.starts[candidate.index])):
                speaker = index[report[3]] if report[3] else None
                cue = (report[2] or "").split(" ")[0], report[4], report[5]
                if charge := charge_of(row, candidate, sentence.words[candidate.end :], cue, speaker, kinds):
                    accusation, accused = charge
                    accusation["mention_id"] = content_id("charge", row["mention_id"])
                    accusation["trigger"] = body[cue[1] : cue[2]]
                    accusation["evidence"] = body[accusation["evidence_start"] : accusation["evidence_end"]]
                    mentions.append(accusation)
                    arguments += _arguments(accusation, accused)
    return EVENT_MENTIONS.conform(EVENT_MENTIONS.frame(mentions)), EVENT_ARGUMENTS.conform(EVENT_ARGUMENTS.frame(arguments))


def _told_before(
    bodies: dict[str, str], index: MentionIndex, document_id: str, before: tuple[str, int, int], terms: EventTerms
) -> tuple[list[str], list[Party]]:
    """The words and the parties of the sentence before, where it is of the same document."""
    known_in, start, end = before
    if known_in != document_id:
        return [], []
    sentence = tokens(bodies[document_id], start, end, [], terms=terms)
    return sentence.words, parties(sentence, index.within(document_id, start, end))


def _cast_before(told_before: Callable[[], tuple[list[str], list[Party]]]) -> list[Party]:
    return told_before()[1]


def _mention(
    document_id: str,
    sentence_start: int,
    sentence: Tokens,
    found: Candidate,
    times: list[Any],
    reports: list[Any],
    index: MentionIndex,
    kinds: dict[str, str],
) -> dict[str, Any]:
    frame, body = found.frame, sentence.body
    trigger_start, trigger_end = sentence.starts[found.index], sentence.ends[found.end - 1]
    cue, speaker_id = ("", None) if _is_aside(sentence, found) else report_of(reports, trigger_start)
    status = _status(sentence, found)
    is_expected = found.group is not None and found.group.control == "planned"  # "is expected to visit"
    if status == "planned" and CUE_STATUS.get(cue) == "hypothetical" and not is_expected:
        status = "hypothetical"  # what somebody fears or hopes another will do
    event_type, (mode, cameo) = frame.event_type, mode_of(sentence, found)
    before = set(sentence.words[found.begin : found.index])
    wants = found.group is not None and found.group.control == "proposed" and not TRYING & set(sentence.words[found.begin : found.index])
    is_announced = bool(ANNOUNCING & set(sentence.words[max(0, found.begin - ANNOUNCE_REACH) : found.begin]))
    if found.group is None and event_type == "retreat" and is_announced and status == "occurred":
        status = "planned"  # "announced the withdrawal of its troops"
    intended = spoken(
        event_type,
        "planned" if wants and status == "proposed" else status,
        is_own_will=(found.group is not None or is_announced) and not (found.is_passive and not found.sources) and not before & NECESSARY,
        is_possible=bool(before & MAY),
        is_announced=mode == "withdraw" and is_announced,
        is_future=bool(before & (FUTURE | {"would", "wouldn't"})) and bool(before & (NEGATION | {"won't"})),
    )
    if intended is None and event_type == "concede" and status == "negated" and sentence.words[found.index] in YIELDING:
        intended = "reject"  # "by not giving in to the demand"
    if found.group is None and event_type in AGREEABLE and intended is None and status == "occurred":
        lead = sentence.words[max(0, found.begin - AGREEMENT_REACH) : found.begin]
        intended = "agree" if AGREEMENT & set(lead) and {"to", "on", "for"} & set(lead) else None  # "the agreement to impose a truce"
    decided = sentence.words[max(0, found.begin - DECISION_REACH) : found.begin + 1]
    if event_type == "retreat" and mode == "ceasefire" and found.group and found.group.is_infinitive and DECIDED & set(decided):
        intended = "agree"  # "the decision of both to halt their strikes"
    if event_type == "agree" and found.status is None and is_warlike(sentence, found.end):
        intended = "threaten"
    if intended:
        willing = AGREED.get(mode or "", AGREED.get(event_type, CAMEO["agree"]))
        mode = threat_mode(event_type, mode) if intended == "threaten" else None
        event_type, cameo = intended, CAMEO[intended] if intended != "agree" else willing
        status = "occurred" if intended == "reject" else status
    start, end = _evidence(sentence, found)
    status = _reported_status(status, event_type, found, cue, index[speaker_id] if speaker_id else None)
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


def _arguments(row: dict[str, Any], found: Candidate) -> list[dict[str, Any]]:
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


def _status(sentence: Tokens, found: Candidate) -> str:
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
    told = set(sentence.words[found.begin : found.index])
    if read == "occurred" and found.frame.event_type in LASTING_DEEDS and told & STEADY and told & {"has", "have"}:
        return "ongoing"  # "has consistently supplied"
    is_kept_up = found.frame.event_type in KEPT_UP and sentence.words[found.index] not in KILLING
    if read == "occurred" and found.group is not None and is_kept_up:
        read = "ongoing" if lasts(sentence, found.group, found.frame.event_type in DONE_AS_A_RULE) else read
    return found.frame.status if found.frame.status and read == "occurred" else read


def _is_aside(sentence: Tokens, found: Candidate) -> bool:
    """Whether a relative clause after a comma tells it, which is the writer's own: "accused X, which had backed Y, of"."""
    return sentence.words[max(0, found.begin - 2) : found.begin] in ([",", "which"], [",", "who"])


def _reported_status(status: str, event_type: str, found: Candidate, cue: str, speaker: dict[str, Any] | None) -> str:
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


def _same_side(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["actor_id"] and one["actor_id"] == other["actor_id"]:
        return True
    return bool(one["country_code"]) and one["country_code"] == other["country_code"]


def _evidence(sentence: Tokens, found: Candidate) -> tuple[int, int]:
    """From the first to the last word that the event rests on, drawn to the end of the clause where that is near."""
    sides = [party for party in found.sources + found.targets if party.start != NOWHERE]
    first = min([found.begin, *(party.start for party in sides)] + ([found.object_index] if found.object_index is not None else []))
    if found.group is not None and len(sides) < len(found.sources) + len(found.targets):  # who has no name is told in other words
        while first > 0 and sentence.words[first - 1][0].isalnum():
            first -= 1
        first += sentence.words[first] in ("and", "but", "or")
    last = max([found.end, *(party.end for party in sides)] + ([found.object_index + 1] if found.object_index is not None else []))
    if found.stop > last and sentence.ends[found.stop - 1] - sentence.starts[first] <= EVIDENCE_REACH:
        last = found.stop
    while last > found.end and not sentence.words[last - 1][0].isalnum():
        last -= 1
    return sentence.starts[first], sentence.ends[last - 1]


def _spans(frame: pl.DataFrame, key: str) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for document_id, start, end, value in frame.select("document_id", "evidence_start", "evidence_end", key).iter_rows():
        found[document_id].append((start, end, value))
    return {document_id: sorted(spans) for document_id, spans in found.items()}
