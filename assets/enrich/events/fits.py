"""Whether one frame fits at its trigger, read as a verb, as a noun or as it stands: with its object, its sides and its score.

Which words are triggers and which of the frames that fit is the likeliest (`candidates`) do not belong here, nor where the sides are sought
(`slots`, `subjects`).
"""

from assets.enrich.events.aims import aimed_at
from assets.enrich.events.clauses import clause_end, find_object, is_compound, is_object, opens_with_as, predicate_start, verb_start
from assets.enrich.events.complements import is_infinitive, is_stray
from assets.enrich.events.frames import LONGER, OBJECT, SIDE, Frame
from assets.enrich.events.grammar import AUXILIARY, CONTROL, DETERMINER, NEGATION, PREPOSITION, PRONOUN, Tokens
from assets.enrich.events.grounds import at_home, is_of_a_state, is_timeless
from assets.enrich.events.guards import appeals_to_quality, is_no_deed, is_refusal, is_turned
from assets.enrich.events.parties import Party, who
from assets.enrich.events.relatives import fronted_object, suffered
from assets.enrich.events.sides import has_enough, sides_of
from assets.enrich.events.slots import ANSWERS, Filling, fill_noun, fill_verb, has_sides_near, place
from assets.enrich.events.speakers import answering, first_person, prompted, quoted_speaker, teller_of, told_after
from assets.enrich.events.standing import Candidate, is_told_on
from assets.enrich.events.status_cues import NECESSARY
from assets.enrich.events.subjects import stands_apart, subject_of
from assets.enrich.events.verb_groups import VerbGroup
from assets.enrich.events.visits import is_visit, may_be_visit
from assets.enrich.words.wordlist import words

BOTH_SIDES = 2 * SIDE + 1e-9  # what the sides add at most; sums in another order may differ in their last digit
OBJECT_REACH = 11  # tokens between a verb and the object a frame asks for
# forms of "be" and "have" before a noun are its verb, not its auxiliary: "there were talks"
MAY_LEAD_NOUN = words("'s no been being not is are was were has have had")
LEADS_VERB = AUXILIARY - MAY_LEAD_NOUN
NOMINAL = ("s", "ation", "ment", "ism")  # endings of no infinitive
SUBJECT_REACH = 8  # tokens before a verb in which the subject is looked for that a frame asks for
TO = frozenset({("to",)})
PREDICTING = words("will would")
# these ask for an infinitive: "agreed to hold talks"
GOVERNING = words("agree threaten request reject accuse mobilize")
GIVEN = words("given granted offered promised awarded denied refused")  # "X was given leave": the subject receives it
TELEPHONE = words("telephone phone video conference")
CHARGING = words("accuse threaten")  # nobody charges or threatens himself
REFUSALS = NEGATION | {"won't", "wouldn't"}  # the last words of "will not"


def verb_fit(sentence: Tokens, cast: list[Party], group: VerbGroup, frame: Frame, is_past: bool, least: float) -> Candidate | None:
    """The candidate of a verb frame; None where it does not fit, and where it is seen at once that it scores below `least`."""
    fronted = subject_index = None
    if frame.is_in_person and (group.is_passive or not may_be_visit(sentence, cast, group.end, frame)):
        return None
    if frame.subject_words:
        reach = 2 * SUBJECT_REACH if frame.is_in_person else SUBJECT_REACH  # "the presidents of X, Y and Z came"
        before = range(max(0, group.start - reach), group.start)
        subject_index = next((index for index in before[::-1] if sentence.words[index] in frame.subject_words), None)
        if subject_index is None or group.is_passive:
            return None
    after = find_object(sentence, group.end, group.end + OBJECT_REACH, frame) if frame.objects else None
    if frame.objects and after is None and not group.is_passive:
        fronted = fronted_object(sentence, group, frame)
        if fronted is None:
            return None
    if is_no_deed(sentence, group, frame):
        return None
    stop = clause_end(sentence, cast, group.end, frame)
    object_index = fronted
    if frame.objects and fronted is None:
        object_index = _object(sentence, group, frame, stop, after if after is not None and after < stop else None)
        if object_index is None:
            return None
    elif frame.target_slot == "preposition" and group.is_passive and frame.source_slot == "subject":
        return None
    if subject_index is not None:
        object_index = subject_index
    if frame.objects == TO and frame.target_slot == "object" and object_index is not None:
        if "that" in sentence.words[group.end : object_index] or sentence.words[object_index - 1] in CONTROL:
            return None  # "told X that Y wanted to", "would like peace with X and hopes to"
        stop = min(stop, object_index)  # "asked X to": whom it is said to stands before
    distance = abs(object_index - group.end) if object_index is not None and not frame.subject_words else 0
    score = frame.confidence + LONGER * (group.end - group.index - 1) + (OBJECT if object_index is not None else 0.0) - 0.01 * distance
    if score + BOTH_SIDES < least or is_turned(sentence, frame, group.end, object_index):
        return None
    filling = fill_verb(sentence, cast, group, frame, stop)
    if subject_index is not None and filling.sources and stands_apart(sentence, filling.sources[-1], subject_index):
        filling.sources = []
    if fronted is not None and not (filling.sources and filling.sources[0].start > fronted):
        return None  # "broke every promise that it made"
    if not filling.targets or (frame.event_type == "protest" and filling.sources):
        filling.targets = aimed_at(sentence, cast, frame, group.end, filling.sources) or filling.targets
    if fronted is not None and not filling.targets:
        filling.targets = suffered(cast, fronted, filling.sources, frame)
    is_given = group.is_passive and sentence.words[group.index] in GIVEN and (object_index or 0) >= group.end
    if is_given and not filling.targets and (filling.sources or frame.event_type == "concede"):
        doers = {party.head["mention_id"] for party in filling.sources}
        filling.targets = [party for party in subject_of(sentence, cast, group)[0] if party.head["mention_id"] not in doers]
    if not filling.sources and frame.source_slot == "subject" and (quoted := quoted_speaker(sentence, cast, group, frame.event_type)):
        filling = Filling(quoted, [], True, False)
    if not filling.sources and frame.source_slot == "subject" and (speaker := first_person(sentence, group, frame.event_type)):
        filling = Filling(speaker, filling.targets, True, filling.has_target)
    filling = at_home(sentence, filling, frame, group)
    if frame.is_in_person and not is_visit(sentence, filling, frame):
        return None
    if not has_enough(frame, filling) or appeals_to_quality(sentence, frame, filling):
        return None
    sources, targets = sides_of(sentence, frame, filling)
    score += SIDE * bool(sources) + SIDE * bool(targets)
    return Candidate(
        frame, group.index, group.end, group.start, stop, group, object_index, sources, targets, score,
        group.is_passive,
        fronted is not None or (group.is_joined and not group.is_infinitive and (
            is_past or bool(group.auxiliaries) or is_told_on(sentence, group))),
    )  # fmt: skip


def noun_fit(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame) -> Candidate | None:
    """The candidate of a noun frame whose trigger is tokens [index, end)."""
    if (key := ("noun", index, end)) not in sentence.around:
        is_noun = _may_be_noun(sentence, cast, index, end)
        sentence.around[key] = is_noun, is_noun and has_sides_near(sentence, cast, index, end)
    is_noun, is_near = sentence.around[key]
    if not (is_near or (is_noun and frame.event_type in ANSWERS)):
        return None
    if frame.event_type == "request" and index and sentence.words[index - 1] in TELEPHONE:
        return None  # "in a telephone call"
    stop = clause_end(sentence, cast, end, frame)
    object_index = None
    if frame.objects:
        object_index = find_object(sentence, end, min(stop, end + OBJECT_REACH), frame)
        if object_index is None:
            return None
    filling = fill_noun(sentence, cast, index, end, frame, stop)
    if not (filling.sources or filling.targets or frame.event_type in ANSWERS):
        return None
    if not filling.sources and filling.targets and frame.event_type == "consult" and "with" in frame.prepositions:
        told = {who(party) for party in filling.targets}
        sources = [
            party for party in teller_of(sentence, cast, filling.targets, index) if who(party) not in told
        ]  # "X said talks with Y had failed"
        filling = Filling(sources, filling.targets, filling.has_source or bool(sources), True)
    if not filling.sources and frame.source_slot == "possessive" and frame.event_type in ANSWERS:
        filling.sources = [party for party in answering(sentence, cast, index) if party not in filling.targets]
        filling.has_source = filling.has_source or bool(filling.sources)
    if frame.event_type in ANSWERS and not filling.targets:
        answerers, answered = prompted(sentence, cast, index, end)
        if sources := filling.sources or answerers:
            filling = Filling(sources, answered, True, filling.has_target or bool(answered))
    is_enough = has_enough(frame, filling) or (sentence.is_running and is_of_a_state(sentence, filling, frame, index, end))
    if not is_enough or is_timeless(sentence, filling, index, end):
        return None
    sources, targets = sides_of(sentence, frame, filling)
    score = frame.confidence + 0.1 * (end - index - 1) + SIDE * bool(sources) + SIDE * bool(targets)
    return Candidate(frame, index, end, index, stop, None, object_index, sources, targets, score, False, False)


def _may_be_noun(sentence: Tokens, cast: list[Party], index: int, end: int) -> bool:
    """Whether the words around tokens [index, end) let them be a noun that names a happening; many frames share one."""
    before = sentence.words[index - 1] if index else ""
    if before in PRONOUN or (before in LEADS_VERB and not (before == "to" and sentence.words[index].endswith(NOMINAL))):
        return False  # "to strike", not "led to strikes"
    if before == "on" and end - index == 1 and not sentence.words[index].endswith("s"):
        return False  # "on strike", "on trial"
    follows = sentence.words[end] if end < len(sentence) else ""
    if follows in DETERMINER and before not in DETERMINER and before not in PREPOSITION:
        return False
    if is_compound(sentence, end):
        return False
    # "condemned the order as a threat"
    return "as" not in sentence.words[max(0, index - 3) : index] or opens_with_as(sentence, cast, index)


def phrase_fit(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame) -> Candidate | None:
    """The candidate of a frame whose trigger stands as it is written, with a verb of its own: tokens [index, end)."""
    if frame.subject_words and frame.subject_words.isdisjoint(sentence.words[max(0, index - OBJECT_REACH) : index]):
        return None
    if frame.is_in_person and not may_be_visit(sentence, cast, end, frame):
        return None
    if frame.event_mode == "visit" and sentence.words[end - 1] == "in" and not sentence.is_capital(min(end, len(sentence) - 1)):
        return None  # "the minister is expected in court"
    stop = clause_end(sentence, cast, end, frame)
    object_index = None
    if frame.objects:
        object_index = find_object(sentence, end, min(stop, end + 5), frame)
        if object_index is None:
            return None
    if frame.event_type == "reject" and sentence.words[end - 1] in REFUSALS and not is_refusal(sentence, index, end):
        return None
    if sentence.words[index] == "should" and any(party.start == end for party in cast):
        return None  # "should X withdraw, Y": a condition
    is_predicate = frame.target_slot == "predicate"
    begin = predicate_start(sentence, index) if is_predicate else index
    if begin is None:
        return None
    group = VerbGroup(verb_start(sentence, begin), begin, end)
    if frame.event_type in ("agree", "threaten") and NECESSARY & set(sentence.words[group.start : index]):
        return None  # what others hold that it must be ready to do
    subject, acting = subject_of(sentence, cast, group)
    right = [party for party in cast if end <= party.start < stop]
    governed = [party for party in right if party.preposition in frame.prepositions]
    if frame.source_slot == "subject" and frame.target_slot == "subject":
        speaker = teller_of(sentence, cast, subject, group.start)
        if not speaker and sentence.words[index] != "should":  # who holds that one should do it is but of an opinion
            speaker = told_after(sentence, cast, end)
        filling = Filling(speaker, subject, bool(speaker), bool(subject) or acting)
        is_told = bool(subject) or (frame.event_type == "threaten" and acting)  # "strikers would be shot, X said"
        if not speaker or not is_told or (subject and frame.event_type in CHARGING and who(speaker[0]) == who(subject[0])):
            return None
    elif frame.source_slot == "none" and frame.event_type == "accuse":
        if is_predicate and not subject:  # "said the tariffs of X were unfair"
            subject = [party for party in cast if party.preposition == "of" and party.end == group.start]
        speaker = teller_of(sentence, cast, subject, group.start)  # "X said that others were trying to wreck the talks"
        if not speaker or subject == speaker or (not subject and (is_predicate or sentence.words[group.start - 1] in PRONOUN)):
            return None
        filling = Filling(speaker, subject, True, True)
    elif frame.target_slot == "subject":
        owner = [party for party in right if party.start - end <= 1][:1] if frame.source_slot == "possessive" else []
        filling = Filling(owner or governed[:1], subject, bool(owner or governed), bool(subject) or acting)
    else:
        targets = governed[:1] or place(frame, subject, right)
        filling = Filling(subject, targets, bool(subject) or acting, bool(targets))
    if frame.is_in_person and not is_visit(sentence, filling, frame):
        return None
    if not has_enough(frame, filling):
        return None
    sources, targets = sides_of(sentence, frame, filling)
    score = frame.confidence + SIDE * bool(sources) + SIDE * bool(targets)
    lead = sentence.words[max(0, group.start - 1) : group.start + 1]
    goes_on = lead[:1] in (["and"], ["but"]) and lead[-1] in MAY_LEAD_NOUN  # "wants a deal and is prepared to pay"
    return Candidate(frame, index, end, group.start, stop, group, object_index, sources, targets, score, False, goes_on)


def _object(sentence: Tokens, group: VerbGroup, frame: Frame, stop: int, found: int | None) -> int | None:
    """Token of a word the frame asks for: the one found after the verb, if it is one, or before it where the verb is passive."""
    if found is None and frame.event_type == "threaten":  # "warned that X would pay": the words that threaten are a clause's verb
        beyond = range(stop, min(len(sentence), group.end + OBJECT_REACH))
        found = next((index for index in beyond if sentence.words[index] in PREDICTING and is_object(sentence, index, frame)), None)
    if found is not None and "not" in sentence.words[group.end : found] and frame.objects != TO:
        found = None  # "promised not to support"
    if found is not None and frame.event_type not in GOVERNING and found > group.end + 1 and is_infinitive(sentence, group.end):
        found = None  # "called to congratulate Y on the election"
    if found is not None and frame.event_type == "request" and is_stray(sentence, group.end, found):
        return None  # "called Y on Monday"
    if found is None and group.is_passive:
        floor = max(0, group.start - OBJECT_REACH)
        before = range(group.start - 1, floor - 1, -1)
        found = next((index for index in before if sentence.words[index] in frame.object_heads and is_object(sentence, index, frame)), None)
    return found
