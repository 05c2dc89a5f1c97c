"""Which triggers of a sentence stand: frames matched with their objects and actors, rivals and subordinates dropped.

One event a trigger; what stands in the complement of another event ("agreed to hold talks", "accused it of breaking the
truce") is part of that event, not one of its own. Rows are made in `events`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assets.enrich.event_frames import NOUN, PAST, PHRASE, Frame, Trigger
from assets.enrich.event_grammar import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    HARD_MARKS,
    PREPOSITION,
    PRONOUN,
    SPEECH,
    SUBORDINATOR,
    Tokens,
    VerbGroup,
    verb_group,
)  # fmt: skip
from assets.enrich.event_slots import Filling, Party, fill_noun, fill_verb, subject_of
from assets.enrich.wordlist import words

OBJECT_REACH = 12  # tokens between a verb and the object a frame asks for
SCOPE_BREAK = words(
    "after following while when as since because amid despite but although though whereas unless until if where days hours weeks"
)
TALKING = words("request accuse threaten reject agree support")
BRACKET_REACH = 8
NOMINATIVE = words("he she they we i")
CLAUSE_AUXILIARY = words("is are was were has have had will would could may might")
# to decline to comment is not to reject
NO_COMMENT = words("comment say confirm name identify elaborate answer give disclose discuss reveal speculate specify provide talk")
TITLES = words(
    "president minister premier chancellor king secretary ambassador envoy delegation leader treaty agreement accord pact convention"
)
INSISTING = words("insisted reiterated demanded stressed warned argued")
PEACEFUL = words("end lift stop halt ease remove cease suspend prevent avoid withdraw reduce negotiate talk help support discuss")
WARLIKE = words("war attack attacks strike strikes retaliate fight invade bomb martial curfew boycott blockade invasion impose offensive")
FINITE = words(
    "has have had is are was were will would met held gave sent withdrew left broke cut struck shot fought sought made took began flew"
    " paid sold brought beat froze threw blew spoke said told won put set rejects accuses warns urges"
)


def is_warlike(sentence: Tokens, end: int) -> bool:
    """Whether what somebody is ready or promises to do is harm: "ready to resume the war", not "ready to end it"."""
    near = set(sentence.words[end : end + 6])
    return bool(near & WARLIKE) and not near & PEACEFUL


@dataclass(slots=True)
class Candidate:
    """A frame that fits: trigger tokens [index, end), first token of its verb group, last token of its clause."""

    frame: Frame
    index: int
    end: int
    begin: int
    stop: int
    group: VerbGroup | None
    object_index: int | None
    sources: list[Party]
    targets: list[Party]
    score: float
    is_passive: bool
    is_finite_joined: bool


def candidates(sentence: Tokens, cast: list[Party], lexicon: dict[str, tuple[Trigger, ...]]) -> list[Candidate]:
    """Events of a sentence, in the order of their triggers."""
    verbs: list[Candidate] = []
    nouns: list[Candidate] = []
    is_verb: set[int] = set()
    for index, word in enumerate(sentence.words):
        triggers = lexicon.get(word)
        if not triggers:
            continue
        found = list(_matches(sentence, cast, index, triggers, is_verb))
        for pool, kinds in ((verbs, ("verb", "phrase")), (nouns, ("noun",))):
            fitting = [candidate for candidate in found if candidate.frame.part_of_speech in kinds]
            if fitting:
                pool.append(max(fitting, key=lambda candidate: (candidate.score, candidate.frame.frame_id)))
    chosen = _without_subordinates(sentence, sorted(verbs, key=lambda candidate: candidate.index), [])
    consumed = {index for candidate in chosen for index in (*range(candidate.index, candidate.end), candidate.object_index)}
    nouns = [noun for noun in nouns if noun.index not in is_verb and not consumed & set(range(noun.index, noun.end))]
    return _without_subordinates(sentence, nouns, chosen)


def _matches(sentence: Tokens, cast: list[Party], index: int, triggers: tuple[Trigger, ...], is_verb: set[int]) -> Iterator[Candidate]:
    for trigger in triggers:
        end = index + 1 + len(trigger.rest)
        if trigger.rest and tuple(sentence.words[index + 1 : end]) != trigger.rest:
            continue
        frame = trigger.frame
        if trigger.forms == PHRASE:
            found = _phrase(sentence, cast, index, end, frame)
        elif trigger.forms == NOUN:
            found = _noun(sentence, cast, index, end, frame)
        else:
            group = verb_group(sentence, index, end, trigger.forms, frame)
            if group is None:
                continue
            if not (group.is_reduced and frame.is_noun_too):
                is_verb.add(index)
            found = _verb(sentence, cast, group, frame, PAST in trigger.forms)
        if found is not None:
            yield found


def _verb(sentence: Tokens, cast: list[Party], group: VerbGroup, frame: Frame, is_past: bool) -> Candidate | None:
    follows = sentence.words[group.end : group.end + 2]
    if frame.event_type == "reject" and follows[:1] == ["to"] and set(follows[1:]) & NO_COMMENT:
        return None
    stop = _clause_end(sentence, cast, group.end, frame)
    object_index = None
    if frame.objects:
        object_index = _object(sentence, group, frame, stop)
        if object_index is None:
            return None
    elif frame.target_slot == "preposition" and group.is_passive and frame.source_slot == "subject":
        return None
    filling = fill_verb(sentence, cast, group, frame, stop)
    if not _enough(frame, filling):
        return None
    sources, targets = _sides(frame, filling)
    distance = abs(object_index - group.end) if object_index is not None else 0
    score = frame.confidence + 0.15 * (group.end - group.index - 1) + (0.12 if object_index is not None else 0.0)
    score += 0.1 * bool(sources) + 0.1 * bool(targets) - 0.01 * distance
    return Candidate(
        frame, group.index, group.end, group.start, stop, group, object_index, sources, targets, score,
        group.is_passive, group.is_joined and not group.is_infinitive and (is_past or bool(group.auxiliaries)),
    )  # fmt: skip


def _noun(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame) -> Candidate | None:
    before = sentence.words[index - 1] if index else ""
    follows = sentence.words[end] if end < len(sentence) else ""
    if before in AUXILIARY - {"'s", "no", "been", "being", "not"} and before not in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
    ):
        return None
    if before in PRONOUN or (follows in DETERMINER and before not in DETERMINER and before not in PREPOSITION):
        return None
    if _is_compound(sentence, end):
        return None
    stop = _clause_end(sentence, cast, end, frame)
    object_index = None
    if frame.objects:
        object_index = _find_object(sentence, end, min(stop, end + OBJECT_REACH), frame)
        if object_index is None:
            return None
    filling = fill_noun(sentence, cast, index, end, frame, stop)
    if not _enough(frame, filling):
        return None
    sources, targets = _sides(frame, filling)
    score = frame.confidence + 0.1 * (end - index - 1) + 0.1 * bool(sources) + 0.1 * bool(targets)
    return Candidate(frame, index, end, index, stop, None, object_index, sources, targets, score, False, False)


def _is_compound(sentence: Tokens, end: int) -> bool:
    """Whether the noun only tells what kind the next noun is: "cease-fire proposal", "aid workers"."""
    if end >= len(sentence) or sentence.is_time[end] or sentence.is_capital(end):
        return False
    word = sentence.words[end]
    closed = PREPOSITION | AUXILIARY | SUBORDINATOR | PRONOUN | DETERMINER | SPEECH | CONJUNCTION | ADVERB
    return word.isalpha() and word not in closed and not word.endswith(("ed", "ing", "ly"))


def _phrase(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame) -> Candidate | None:
    stop = _clause_end(sentence, cast, end, frame)
    object_index = None
    if frame.objects:
        object_index = _find_object(sentence, end, min(stop, end + 5), frame)
        if object_index is None:
            return None
    group = VerbGroup(_verb_start(sentence, index), index, end)
    subject, acting = subject_of(sentence, cast, group)
    right = [party for party in cast if end <= party.start < stop]
    governed = [party for party in right if party.preposition in frame.prepositions]
    if frame.source_slot == "subject" and frame.target_slot == "subject":
        speaker = _speaker(sentence, cast, subject, group.start)
        filling = Filling(speaker, subject, bool(speaker), bool(subject) or acting)
        if not speaker or not subject:
            return None
    elif frame.target_slot == "subject":
        owner = [party for party in right if party.preposition is None][:1] if frame.source_slot == "possessive" else []
        filling = Filling(owner or governed[:1], subject, bool(owner or governed), bool(subject) or acting)
    else:
        filling = Filling(subject, governed[:1], bool(subject) or acting, bool(governed))
    if not _enough(frame, filling):
        return None
    sources, targets = _sides(frame, filling)
    score = frame.confidence + 0.1 * bool(sources) + 0.1 * bool(targets)
    return Candidate(frame, index, end, group.start, stop, group, object_index, sources, targets, score, False, False)


def _verb_start(sentence: Tokens, index: int) -> int:
    start = index
    while start > 0 and (
        sentence.words[start - 1] in AUXILIARY or sentence.is_time[start - 1] or sentence.words[start - 1] in ("currently", "also", "still")
    ):
        start -= 1
    return start


def _speaker(sentence: Tokens, cast: list[Party], subject: list[Party], start: int) -> list[Party]:
    """Who says that the subject must: the subject of the reporting verb before it."""
    limit = min((party.start for party in subject), default=start)
    for party in cast:
        near = sentence.words[party.end : min(limit, party.end + OBJECT_REACH)]
        if party.preposition is None and party.end <= limit and set(near) & (SPEECH | INSISTING):
            return [party]
    return []


def _enough(frame: Frame, filling: Filling) -> bool:
    if not filling.sources and not filling.targets:
        return False
    if frame.needs in ("both", "source") and not filling.has_source:
        return False
    return not (frame.needs in ("both", "target") and not filling.has_target)


def _sides(frame: Frame, filling: Filling) -> tuple[list[Party], list[Party]]:
    """Sources and targets; where the sides stand together in one slot ("X and Y met"), the first is the source."""
    mutual = "with" in frame.prepositions and frame.target_slot != "none"
    if mutual and not filling.targets and len(filling.sources) > 1:
        return filling.sources[:1], filling.sources[1:]
    heads = {party.head["mention_id"] for party in filling.sources}
    return filling.sources, [party for party in filling.targets if party.head["mention_id"] not in heads]


def _object(sentence: Tokens, group: VerbGroup, frame: Frame, stop: int) -> int | None:
    """Token of a word the frame asks for: after the verb, or before it where the verb is passive."""
    found = _find_object(sentence, group.end, min(stop, group.end + OBJECT_REACH), frame)
    if found is None and group.is_passive:
        floor = max(0, group.start - OBJECT_REACH)
        positions = [index for index in range(floor, group.start) if _is_object(sentence, index, frame)]
        found = positions[-1] if positions else None
    return found


def _find_object(sentence: Tokens, start: int, stop: int, frame: Frame) -> int | None:
    return next((index for index in range(start, stop) if _is_object(sentence, index, frame)), None)


def _is_object(sentence: Tokens, index: int, frame: Frame) -> bool:
    word = sentence.words[index]
    if (word,) in frame.objects:
        return not _is_inside_name(sentence, index)
    return any(len(parts) > 1 and tuple(sentence.words[index : index + len(parts)]) == parts for parts in frame.objects)


def _is_inside_name(sentence: Tokens, index: int) -> bool:
    """Whether a word is but a later part of a capitalised name: "Direct Investment Fund"; titles before names are not."""
    if sentence.is_title or index == 0 or not sentence.is_capital(index) or sentence.words[index] in TITLES:
        return False
    return sentence.is_capital(index - 1)


def _clause_end(sentence: Tokens, cast: list[Party], start: int, frame: Frame) -> int:
    """The token before which the complements of a trigger end."""
    word = sentence.words
    joined = [(previous.end, party.start) for previous, party in pairwise(cast) if party.is_joined]
    bracket = start
    for index in range(start, len(word)):
        token = word[index]
        if index < bracket:
            continue
        if token == "(" and ")" in word[index : index + BRACKET_REACH]:
            bracket = word.index(")", index) + 1
            continue
        if token in HARD_MARKS and token not in ("“", "”", '"'):
            return index
        if index > start and (token in NOMINATIVE or token in CLAUSE_AUXILIARY):
            return index
        if token == "," and not any(first <= index < last for first, last in joined):
            return index
        if token in SPEECH and index > start:
            return index
        if token in ("and", "but") and _is_past(sentence, index + 1):
            return index
        if token in SUBORDINATOR and token not in frame.prepositions:
            if token == "that" and index - start <= 4 and frame.event_type in ("request", "accuse") and not frame.objects:
                continue
            if token in ("as", "following") and index - start <= 1:
                continue
            return index
    return len(word)


def _is_past(sentence: Tokens, index: int) -> bool:
    """Whether another verb of the same subject begins here: "and met", "but has refused"."""
    if index >= len(sentence):
        return False
    word = sentence.words[index]
    return word in FINITE or (word.endswith("ed") and index + 1 < len(sentence) and not sentence.is_capital(index))


def _without_subordinates(sentence: Tokens, found: list[Candidate], standing: list[Candidate]) -> list[Candidate]:
    """Candidates that do not stand in the complement of another event, nor share its words."""
    chosen = sorted(standing, key=lambda candidate: candidate.index)
    for candidate in found:
        rulers = [other for other in chosen if other.end <= candidate.index < _scope_end(sentence, other)]
        overlap = any(other.index < candidate.end and candidate.index < other.end for other in chosen)
        if overlap or (rulers and not candidate.is_finite_joined):
            continue
        chosen = sorted([*chosen, candidate], key=lambda other: other.index)
    return chosen


def _scope_end(sentence: Tokens, candidate: Candidate) -> int:
    """The token before which everything belongs to the complement of an event."""
    word = sentence.words
    for index in range(candidate.end, len(word)):
        token = word[index]
        if token in (";", ":", "”", "—", "–") or token in SCOPE_BREAK or token in SPEECH:
            return index
        follows = word[index + 1] if index + 1 < len(word) else ""
        if token == "," and (
            follows in ("and", "but", "who", "which", "while", "as", "whose", "or") or follows.endswith("ing") or follows in SPEECH
        ):
            return index
    return len(word)
