"""Happenings that a noun names inside the clause of another: the wrong that is punished, the talks that are a means to an end.

Such a noun stands without sides of its own, and the words around it give them. What has its sides in its own phrase is found like
any other event (`candidates`), and may stand beside the one that governs it (`standing`). Truces have a room of their own (`truces`).
"""

from dataclasses import replace

from assets.enrich.events.clauses import clause_end, find_object, is_compound
from assets.enrich.events.frames import NOUN, PHRASE, Frame, Place, Trigger
from assets.enrich.events.grammar import BE, DETERMINER, HARD_MARKS, NEGATION, SPEECH, SUBORDINATOR, Tokens
from assets.enrich.events.parties import Party, governed, group_of, is_modifier, who
from assets.enrich.events.standing import Candidate, Told
from assets.enrich.events.truces import TRUCES, agreed_halt, negotiated_truce, proposed_truce
from assets.enrich.words.wordlist import words

OBJECT_REACH = 7  # tokens from a noun to the object that its frame asks for
NEAR = 9  # tokens after a noun in which its own sides stand
PHRASE_REACH = 6  # tokens from a noun back to the preposition that governs its phrase
SUSPECTED = words("alleged suspected reported purported supposed")
PUNISHING = words("sanction assault coerce")  # who is punished for a wrong is said to have done it
GROUNDS = words("for over after")
ANSWERING = words("response retaliation revenge reprisal")  # "in response to", "in retaliation for"
WITHIN = frozenset({"in", "near", "inside", "along"})
PLANNED_WRONG = words("plot plots attempt attempts")  # "an assassination plot"
LASTING = words("are is remain remains")
TOPIC_REACH = 2  # tokens before "for": "But for X, talks with Y are a means"
MORE = words("more further additional")
MORE_REACH = 3  # tokens from it to the noun: "further high-level meetings"
WANTED = words("needed required necessary")
PLANNED = words("planned scheduled expected horizon pipeline arranged prepared")
FATE_REACH = 12  # tokens after further meetings in which is said whether they will be held
SERIES = words("series round rounds")
SERIES_REACH = 3  # tokens from it to the preposition before: "in a second round"
MEANWHILE = words("in during after following through over")
HOPES = words("hopes hope expectations")
HOPING = frozenset({"among", "in"})
PERMITTED = "receive-permit"
AWAITED = "horizon-meetings"
PRIVATE = frozenset({"person", "media", "company"})  # these grant no leave
PAIR = 2
OTHER_CLAUSE = words(", and but it he she they")
# what is refused, by type: mode and CAMEO code of the refusal
REFUSED = {
    "consult": ("meet", "125"),
    "agree": (None, "120"),
    "support": (None, "120"),
    "cooperate": (None, "120"),
    "aid": ("assist", "121"),
    "concede": ("yield", "124"),
    "retreat": ("yield", "124"),
}


def inner(sentence: Tokens, cast: list[Party], places: list[Place], chosen: list[Candidate]) -> list[Candidate]:
    """The events that nouns name inside others, where triggers may fire; `chosen` are the others."""
    more: list[Candidate] = []
    wanted = _wanted(sentence, chosen)
    for index, _, triggers in places if wanted else ():
        fitting = [trigger for trigger in triggers if trigger.frame.event_type in wanted and trigger.forms != PHRASE]
        for trigger in sorted(fitting, key=_rank):
            end = index + 1 + len(trigger.rest)
            if any(other.index < end and index < other.end for other in [*chosen, *more]):
                continue
            if trigger.frame.event_type != "retreat" and is_compound(sentence, end) and sentence.words[end] not in PLANNED_WRONG:
                continue  # "summit talks"
            if (event := _read(sentence, cast, index, end, trigger, [*chosen, *more])) is not None:
                more.append(event)
                break
    return more


def complete(sentence: Tokens, cast: list[Party], chosen: list[Candidate]) -> None:
    """Gives events the side that the words around make plain: the partner of their relations, the state whose leave was given."""
    is_questioned = bool(chosen) and "question" in sentence.words
    is_exercise = bool(chosen) and not sentence.terms.exercise.isdisjoint(sentence.words)
    for event in chosen:
        if is_exercise and event.frame.event_type == "mobilize" and _is_joint(sentence, event):
            event.frame, event.targets = replace(event.frame, event_type="cooperate", event_mode=None, cameo_code="062"), event.sources[1:]
            event.sources = event.sources[:1]
        if is_questioned and event.frame.event_type in REFUSED and event.sources and _is_out_of_question(sentence, event):
            mode, cameo = REFUSED[event.frame.event_type]
            event.frame, event.status = replace(event.frame, event_type="reject", event_mode=mode, cameo_code=cameo), "occurred"
        if event.frame.frame_id == PERMITTED and event.targets and not event.sources:
            others = [party for party in cast if not _is_of(sentence, party, event.targets)]
            is_one = len({_country(sentence, party) or who(party) for party in others}) == 1
            event.sources = others[:1] if is_one and sentence.kinds.get(others[0].head["actor_id"] or "") not in PRIVATE else []
        elif event.sources and not event.targets and (event.frame.frame_id == AWAITED or _opens_range(sentence, event)):
            pair = partners(sentence, cast)
            if any(_is_of(sentence, party, event.sources) for party in pair):
                event.targets = [party for party in pair if not _is_of(sentence, party, event.sources)]


def _is_joint(sentence: Tokens, event: Candidate) -> bool:
    """Whether two states hold one exercise: "X and Y conducted their annual drills"."""
    if (
        event.object_index is None
        or event.targets
        or sentence.terms.exercise.isdisjoint(sentence.words[event.object_index : event.object_index + 2])
    ):
        return False
    return len({_country(sentence, party) or who(party) for party in event.sources}) > 1


def partners(sentence: Tokens, cast: list[Party]) -> list[Party]:
    """The two whose relations a sentence tells of: "relations between X and Y", "X-Y ties"; none where it names no two, or others too."""
    found: list[list[Party]] = []
    for party in cast:
        lead = sentence.words[max(0, party.start - PHRASE_REACH) : party.start]
        if party.preposition == "between" and not party.is_joined and not sentence.terms.tie.isdisjoint(lead):
            found.append(group_of(cast, party))
    for first, second in zip(sentence.named, sentence.named[1:], strict=False):
        index = sentence.token_of(second["evidence_start"])
        if index == sentence.token_of(first["evidence_start"]) and not sentence.terms.tie.isdisjoint(sentence.words[index + 1 : index + 3]):
            found.append([Party(mention, index, index + 1, None, False, False) for mention in (first, second)])
    return found[0] if len(found) == 1 and len(found[0]) == PAIR else []


def _wanted(sentence: Tokens, chosen: list[Candidate]) -> list[str]:
    """The types that the words of a sentence allow: the cheap look before any noun is read."""
    word = sentence.words
    wanted = ["consult"] if "for" in word[: TOPIC_REACH + 1] else []
    if "from" in word and any(event.group is None and event.sources for event in chosen):
        wanted.append("sanction")
    if not RARE.isdisjoint(word):
        wanted += [kind for kind, signs in SIGNS.items() if not signs.isdisjoint(word)]
        if not SUSPICIONS.isdisjoint(word) and any(event.frame.event_type in PUNISHING for event in chosen):
            wanted += ["assault", "coerce"]
    return wanted


def _is_out_of_question(sentence: Tokens, event: Candidate) -> bool:
    """Whether what is told is said not to be done: "X said talks with Y were out of the question"."""
    word = sentence.words
    if "question" not in word[event.end :]:
        return False
    said = word.index("question", event.end)
    if tuple(word[said - 3 : said]) != ("out", "of", "the") or BE.isdisjoint(word[max(0, said - 5) : said - 3]):
        return False
    is_told_of = event.group is None or event.group.is_gerund or event.group.is_infinitive
    return is_told_of and not any(
        token in HARD_MARKS or token in OTHER_CLAUSE or token in SUBORDINATOR or token in SPEECH for token in word[event.end : said]
    )


def _rank(trigger: Trigger) -> tuple[int, float, str]:
    return -len(trigger.rest), -trigger.frame.confidence, trigger.frame.frame_id


def _read(sentence: Tokens, cast: list[Party], index: int, end: int, trigger: Trigger, others: list[Candidate]) -> Candidate | None:
    frame = trigger.frame
    if frame.objects and find_object(sentence, end, end + OBJECT_REACH, frame) is None:
        return None
    for read in (READERS if trigger.forms == NOUN else VERB_READERS).get(frame.event_type, ()):
        told = read(sentence, cast, index, end, frame, others)
        if told is None:
            continue
        doers = {who(party) for party in told.sources}
        targets = [party for party in told.targets if who(party) not in doers]
        stop = clause_end(sentence, cast, end, frame)
        return Candidate(
            told.frame, index, end, index, stop, None, None, told.sources, targets, frame.confidence, False, False, told.status
        )
    return None


def _wrong(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """The wrong for which somebody is punished: "struck X for an alleged attack on Y" tells of an attack by X."""
    lead, word = _governor(sentence, index), sentence.words
    if lead is None or word[lead] not in GROUNDS | {"to"}:
        return None
    is_answer = ANSWERING & set(word[max(0, lead - 1) : lead])
    is_suspected = not SUSPECTED.isdisjoint(word[lead:index])
    if not (is_suspected or is_answer) or (word[lead] == "to" and not is_answer):
        return None
    if any(lead < party.start < index for party in cast):
        return None
    ruler = next((other for other in reversed(others) if other.group is not None and other.end <= lead), None)
    if ruler is None or ruler.frame.event_type not in PUNISHING or not ruler.targets or not SUBORDINATOR.isdisjoint(word[ruler.end : lead]):
        return None
    right = [party for party in cast if end <= party.start < end + NEAR]
    if agent := governed(right, frozenset({"by"})):
        return Told(frame, None, agent, governed(right, frame.prepositions))
    doers = [party for party in ruler.targets if party.preposition not in WITHIN]  # "shelled villages in X": X need not have done it
    return Told(frame, None, doers, governed(right, frame.prepositions)) if doers else None


def _governor(sentence: Tokens, index: int) -> int | None:
    """The token before the noun phrase that ends with a noun."""
    for lead in range(index - 1, max(-1, index - 1 - PHRASE_REACH), -1):
        token = sentence.words[lead]
        if not (is_modifier(token) or token in DETERMINER or token in SUSPECTED) or sentence.is_time[lead]:
            return lead
    return None


def _of_the_topic(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """Talks that are a means to somebody: "For X, talks with Y are a tool"."""
    topic = next((party for party in cast if party.preposition == "for"), None)
    if topic is None or topic.end > index or "for" not in sentence.words[: TOPIC_REACH + 1]:
        return None
    between = sentence.words[topic.end : index]
    if between[:1] != [","] or not all(is_modifier(token) or token in DETERMINER for token in between[1:]):
        return None
    right = [party for party in cast if end <= party.start < end + NEAR]
    targets = governed(right, frozenset({"with"}))
    if not targets or LASTING.isdisjoint(sentence.words[targets[-1].end : targets[-1].end + 1]):
        return None
    return Told(frame, "ongoing", [topic], targets)


def _further(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """Further meetings of the two whose relations are told of: "relations between X and Y are better, but more talks are needed"."""
    word = sentence.words
    lead = word[max(0, index - MORE_REACH) : index]
    if MORE.isdisjoint(lead) or not NEGATION.isdisjoint(lead) or not word[end - 1].endswith("s") or word[end : end + 1] == ["between"]:
        return None
    near = word[end : end + FATE_REACH]
    cut = next((place for place, token in enumerate(near) if token in HARD_MARKS or token == ","), len(near))
    status = "proposed" if WANTED & set(near[:cut]) else "planned" if PLANNED & set(near[:cut]) else None
    sides = partners(sentence, cast) if status else []
    if not sides or "not" in near[:cut] or any(end <= party.start < end + cut for party in cast):
        return None
    return Told(frame, status, sides[:1], sides[1:])


def _series(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """Talks in which two do something together: "X and Y made headway in a series of talks"."""
    of = _governor(sentence, index)
    if of is None or sentence.words[of] != "of" or sentence.words[of - 1] not in SERIES:
        return None
    if MEANWHILE.isdisjoint(sentence.words[max(0, of - 1 - SERIES_REACH) : of - 1]) or not (NEGATION | {"no", "little"}).isdisjoint(
        sentence.words[:index]
    ):
        return None
    if any(end <= party.start < end + NEAR and party.preposition in ("with", "between") for party in cast):
        return None
    before = [party for party in cast if party.end < of and party.preposition is None and not party.is_possessive]
    two = group_of(cast, before[-1]) if before else []
    return Told(frame, None, two[:1], two[1:]) if len(two) == PAIR else None


def _in_range(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """What ends a range of one side's deeds against its partner: "X-Y ties suffered, from X's exit from the pact to the tariffs"."""
    if sentence.words[index - 2 : index] != ["to", "the"] and sentence.words[index - 1 : index] != ["to"]:
        return None
    first = next((other for other in others if other.end <= index and _opens_range(sentence, other)), None)
    if first is None or not first.sources:
        return None
    own = governed([party for party in cast if end <= party.start < end + NEAR], frame.prepositions)
    targets = own or [party for party in partners(sentence, cast) if not _is_of(sentence, party, first.sources)]
    return Told(frame, None, first.sources, targets) if targets else None


def _opens_range(sentence: Tokens, event: Candidate) -> bool:
    """Whether a noun opens a range of deeds: "from X's withdrawal from the pact to"."""
    if event.group is not None or not event.sources:
        return False
    start = min(event.index, event.sources[0].start)
    return "from" in sentence.words[max(0, start - 2) : start] and "to" in sentence.words[event.end :]


def _hoped(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame, others: list[Candidate]) -> Told | None:
    """Relief for which some hope of others: "a deal with X raised hopes among Y's banks of a lifting of sanctions"."""
    word = sentence.words
    hopes = next((place for place in range(index - 1, -1, -1) if word[place] in HOPES), None)
    if hopes is None or not SUBORDINATOR.isdisjoint(word[hopes:index]):
        return None
    hoping = governed([party for party in cast if hopes < party.start < index], HOPING)
    givers = governed([party for party in cast if party.start < hopes], frozenset({"with"}))
    if not (hoping and givers):
        return None
    relieved = [party for party in hoping if party.head["discovered_type"] != "group"]  # economists are not those who are relieved
    return Told(frame, "hypothetical", givers, relieved)


def _country(sentence: Tokens, party: Party) -> str | None:
    return sentence.countries.get(party.head["actor_id"] or "") or party.head["country_code"]


def _is_of(sentence: Tokens, party: Party, side: list[Party]) -> bool:
    country = _country(sentence, party)
    return who(party) in map(who, side) or (country is not None and country in {_country(sentence, other) for other in side})


# words of which one must stand in a sentence for a reader of that type to find anything
SIGNS = {"consult": MORE | SERIES, "concede": HOPES, "retreat": TRUCES | {"halt", "stop", "end", "suspend", "pause"}}
SUSPICIONS = SUSPECTED | ANSWERING
RARE = SUSPICIONS.union(*SIGNS.values())
READERS = {
    "assault": (_wrong,),
    "coerce": (_wrong,),
    "consult": (_of_the_topic, _further, _series),
    "sanction": (_in_range,),
    "concede": (_hoped,),
    "retreat": (proposed_truce, negotiated_truce),
}
VERB_READERS = {"retreat": (agreed_halt,)}
