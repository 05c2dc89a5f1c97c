"""Who is the subject: of a verb, or of the clause in which a noun names the event.

Objects and prepositions (`slots`) do not belong here.
"""

from assets.enrich.events.frames import IRREGULAR_FORMS
from assets.enrich.events.grammar import ADVERB, AUXILIARY, BE, HARD_MARKS, NOT_ADVERB, PRONOUN, SUBORDINATOR, Tokens, is_past
from assets.enrich.events.parties import REACH, Party, group_of, is_premodifier
from assets.enrich.events.status_cues import NOBODY
from assets.enrich.events.verb_groups import VerbGroup
from assets.enrich.words.wordlist import words

RELATIVE = words("who which whose where")
QUOTES = frozenset('“”"')
CONJUNCTIONS = words("after before since until")
OPENING_REACH = 4  # tokens within which a phrase that opens the sentence has its verb
MIN_PEOPLE = 4
MIN_ADVERB = 4
OWNED_REACH = 3  # tokens after "whose" before its verb
ANTECEDENT = words("it they he she its their his her")
STATES = words("country kingdom republic nation")  # "X state television said the country had"
SOMEBODY = ANTECEDENT | NOBODY  # whose clause has an acting subject, though nobody is named
UNNAMED = words("he she they it we")
TELLER_REACH = 6  # tokens of who tells between commas
# "led Y to threaten": the subject of the infinitive is Y
CAUSATIVE = words(
    "led leads forced forces asked asks urged urges told tells allowed allows persuaded pushed prompted wants wanted invited ordered"
    " enabled helped expected pressed convinced encouraged compelled got"
)
LIGHT_VERBS = words(
    "launch launched launches launching order ordered orders ordering conduct conducted conducts conducting hold held holds"
    " holding begin began begun begins start started starts make made makes making carry carried carries mount mounted stage"
    " staged issue issued issues resume resumed resumes open opened opens continue continued continues announce announced"
    " announces attend attended attends join joined joins enter entered enters impose imposed imposes imposing declare"
    " declared face faced faces suffer suffered welcome deny denies denied denying wage waged waging unleash unleashed plan"
    " planned plans end ended want wants wanted seek sought seeks have had has engage engaged"
)
# before a noun these say that the subject of the clause takes part: "told reporters after talks with"
REPORTING = words(
    "said says saying announced announces stated declared declares noted notes claimed claims insisted insists believed believes"
    " added adds confirmed confirms argued argues maintained maintains denied denies acknowledged mentioned"
)
TAKING_PART = words("after following during before in for at ahead amid since upon")
VERB_REACH = 14  # tokens from a noun to the verb that tells whose deed it was
AGENT_REACH = 8  # tokens from that verb to who did it
RESPONDING = words(
    "respond responds responded retaliate retaliated reply replied counter countered react reacted answer answered"
)  # "with raids on X"
LINKING = LIGHT_VERBS | TAKING_PART | RESPONDING
LINK_REACH = 5  # tokens before a noun in which one of them stands


def subject_of(sentence: Tokens, cast: list[Party], group: VerbGroup) -> tuple[list[Party], bool]:
    """The parties that are the subject of a verb, and whether there is an acting subject at all."""
    if group.subject is None:
        group.subject = _subject_of(sentence, cast, group)
    return group.subject


def _subject_of(sentence: Tokens, cast: list[Party], group: VerbGroup) -> tuple[list[Party], bool]:
    word = sentence.words
    if group.control and (owner := next((party for party in cast if party.is_possessive and 0 <= group.start - party.end <= 1), None)):
        return group_of(cast, owner), True  # "praised X's decision to"
    if word[group.start].endswith("'ll") and word[group.start - 1] == "that":
        return [party for party in cast if party.start == group.start], True  # "made it clear that he'll seek"
    zone, boundary, apposition = _subject_zone(sentence, cast, group)
    if group.is_infinitive and group.control is None:
        caused = [index for index in zone if word[index] in CAUSATIVE and not any(party.start <= index < party.end for party in cast)]
        if caused:
            inner = [party for party in cast if caused[-1] < party.start and party.end <= group.start]
            return (group_of(cast, inner[-1]) if inner else []), True
    within = frozenset(zone)
    inside = [party for party in cast if party.end <= group.start and party.start in within]
    if group.is_reduced:
        inside = [party for party in inside if group.start - party.end <= REACH]
    if group.is_infinitive and inside and inside[-1].preposition == "for" and inside[-1].end == group.start:
        return group_of(cast, inside[-1]), True  # "it is time for X to ease"
    free = [party for party in inside if party.preposition is None or _opens_clause(sentence, cast, party, group)]
    free = [party for party in free if not party.is_possessive] or free  # "Germany's chancellor, Y, condemned it and rejected"
    shares_subject = group.is_joined or group.is_infinitive or group.is_gerund
    aside = apposition[0]
    named = [party for party in cast if aside <= party.start <= aside + 2 and party.preposition is None] if aside < len(word) else []
    opening = word[aside] if named else ""
    if (
        (opening.endswith("ing") and opening != "including")
        or opening in RELATIVE
        or (free and (opening in ("a", "an", "one") or opening.endswith("'s")))
    ):
        named = []  # "X, phoning Y to congratulate him, invited", "X, which took Y, rejected", "X, Y's closest ally, has refused"
    if named and (
        not free
        or free[-1].is_possessive
        or (free[-1].end == aside - 1 and len(group_of(cast, free[-1])) == len(group_of(cast, named[0])))
        or (free[-1].end < aside - 1 and is_premodifier(sentence, free[-1], aside - 1))
    ):
        return group_of(cast, named[0]), True  # "Germany's chancellor, Y, rejected"
    if free:
        chosen = _teller(sentence, zone, free) or free[0] if shares_subject else free[-1]
        if (group.is_joined or group.is_gerund) and _is_second(sentence, zone, chosen):
            return [], True
        return group_of(cast, chosen), True
    if group.is_infinitive and (agents := [party for party in inside if party.preposition == "by"]):
        return group_of(cast, agents[-1]), True  # "a move by the Treasury to ease"
    opens = group.is_gerund or word[group.start] in ("being", "having")
    if opens and group.start <= OPENING_REACH and (main := _after_opening(sentence, cast, group.start)):
        return main, True
    told = [word[index] for index in zone]
    acting = not sentence.terms.acting.isdisjoint(told) or not SOMEBODY.isdisjoint(told)
    acting = acting or any(_is_people(sentence, index) for index in zone)
    of = [party for party in inside if party.preposition in ("of", "from")]
    if of and (acting or not sentence.terms.message.isdisjoint(told)):  # also "a letter from X asked"
        return group_of(cast, of[0]), True
    content = [index for index in zone if not sentence.is_time[index] and word[index].isalnum() and not _is_adverb(word[index])]
    is_owners = boundary is not None and word[boundary] == "whose" and len(content) <= OWNED_REACH  # "X, whose troops hold Y"
    if boundary is not None and (is_owners or (word[boundary] in ("who", "which", "that") and len(content) == 0)):
        before = [party for party in cast if party.end <= boundary and boundary - party.end <= REACH + 1]
        return (group_of(cast, before[-1]) if before else []), bool(before)
    is_quoted = boundary is not None and word[boundary] in HARD_MARKS
    reports = boundary is not None and word[boundary] in REPORTING
    if group.is_infinitive and reports and not sentence.terms.acting.isdisjoint([word[n] for n in content]):
        return [], True  # "X said a delegation was due to visit Y"
    if (
        shares_subject
        or (not content and not is_quoted)
        or (content and (word[content[0]] in ANTECEDENT or (word[content[0]] == "the" and word[content[-1]] in STATES)))
        or (content and word[content[-1]] in PRONOUN)
    ):
        claimant = [party for party in cast if party.is_possessive and boundary is not None and party.end == boundary - 1]
        if claimant:
            return claimant, True  # "Peru's claim that it had tested"
        first = [party for party in cast if party.end <= (boundary if boundary is not None else group.start) and party.preposition is None]
        first = [party for party in first if not party.is_possessive] or first
        if content and word[content[0]] in UNNAMED:  # "they" are who did something last
            first = [party for party in first if party.end < len(word) and _is_verb(word[party.end])][-1:] or first
        if first:
            return group_of(cast, _within_subordinate(sentence, cast, group) or first[0]), True
    return [], acting


def stands_apart(sentence: Tokens, party: Party, subject_index: int) -> bool:
    """Whether a comma parts somebody from the noun that acts: "toured X, and the first tanks rolled"."""
    between = sentence.words[party.end : subject_index]
    return "," in between and "whose" not in between


def _within_subordinate(sentence: Tokens, cast: list[Party], group: VerbGroup) -> Party | None:
    """The subject of a clause of time in which a joined verb stands: "X fell, hours after Y had cut ties and told its envoys to leave"."""
    if not group.is_joined or group.is_infinitive or group.is_gerund:
        return None
    word = sentence.words
    opening = next((index for index in range(group.start - 1, cast[0].end - 1, -1) if word[index] in CONJUNCTIONS), None)
    if opening is None or "," in word[opening : group.start]:
        return None
    own = [party for party in cast if opening < party.start <= opening + REACH and party.end < group.start]
    return next((party for party in own if _is_verb(word[party.end])), None)


def _is_verb(word: str) -> bool:
    return (word in AUXILIARY and word != "to") or word in REPORTING or is_past(word)


def subject_taking_part(sentence: Tokens, cast: list[Party], start: int, is_talk: bool = True) -> list[Party]:
    """The subject of the clause, where the words before a noun make it a part of what the noun names; many frames share one noun."""
    if (key := ("part", start, is_talk)) not in sentence.around:
        sentence.around[key] = _subject_taking_part(sentence, cast, start, is_talk)
    return sentence.around[key]


def _subject_taking_part(sentence: Tokens, cast: list[Party], start: int, is_talk: bool) -> list[Party]:
    if start and LINKING.isdisjoint(sentence.words[max(0, start - LINK_REACH) : start]):
        return []
    near = range(max(0, start - LINK_REACH), start)
    lead = [index for index in near if sentence.words[index] in LIGHT_VERBS]
    if not lead and "with" in sentence.words[near.start : start]:
        lead = [index for index in near if sentence.words[index] in RESPONDING]
    if lead and "that" not in sentence.words[lead[-1] : start]:
        return subject_of(sentence, cast, VerbGroup(lead[-1], lead[-1], start))[0]
    if start == 0 and is_talk and _is_bare_opening(sentence):
        return _after_opening(sentence, cast, start)  # "Talks in Xi with Y behind him, Z flew home"
    lead = [index for index in range(max(0, start - 4), start) if sentence.words[index] in TAKING_PART]
    if not lead or not is_talk:
        return []
    index = lead[-1]
    main = _after_opening(sentence, cast, index)
    return main or subject_of(sentence, cast, VerbGroup(index, index, start, is_gerund=True))[0]


def performer(sentence: Tokens, cast: list[Party], end: int) -> list[Party]:
    """Who did what a noun tells, where the verb after it says so: "a raid on X was carried out by Y", "claimed by Y"."""
    word = sentence.words
    for index in range(end, min(end + VERB_REACH, len(word))):
        if word[index] == "claimed" or (word[index] in sentence.terms.performed and BE & set(word[max(end, index - 2) : index])):
            by = next((party for party in cast if party.preposition == "by" and party.start > index), None)
            return group_of(cast, by) if by and by.start - index <= AGENT_REACH else []
    return []


def _after_opening(sentence: Tokens, cast: list[Party], index: int) -> list[Party]:
    """The subject after a phrase that opens the sentence: "After talks with Y, X said ..."."""
    comma = next((position for position, word in enumerate(sentence.words) if word == ","), None)
    if index == 0 and (main := _after_bare_opening(sentence, cast, comma)):
        return main
    if comma is None or comma < index or any(party.end <= index and party.preposition is None for party in cast):
        return []
    after = [party for party in cast if party.start > comma and party.preposition is None]
    near = [party for party in after if party.start - comma <= 2 * REACH]
    return group_of(cast, near[0]) if near else []


def _after_bare_opening(sentence: Tokens, cast: list[Party], comma: int | None) -> list[Party]:
    """The subject after an opening phrase that no comma closes: "At a summit in May the X Union resolved"."""
    first = next((party for party in cast if party.preposition is None), None)
    if first is None or first.is_possessive or (comma is not None and comma < first.start) or first.end >= len(sentence):
        return []
    return group_of(cast, first) if _is_verb(sentence.words[first.end]) and first.start > 1 else []


def _is_bare_opening(sentence: Tokens) -> bool:
    """Whether no verb stands before the first comma."""
    word = sentence.words
    comma = word.index(",") if "," in word else 0
    return comma > 0 and not any(token in AUXILIARY or is_past(token) for token in word[:comma] if token != "to")


def _subject_zone(sentence: Tokens, cast: list[Party], group: VerbGroup) -> tuple[list[int], int | None, tuple[int, int]]:
    """Tokens of the clause before the verb without what stands between commas or brackets; where the clause begins; and
    the span between commas directly before the verb, which may name the subject once more."""
    word = sentence.words
    index = group.start - 1
    zone: list[int] = []
    apposition = (len(word), len(word))
    while index >= 0:
        token = word[index]
        if token == ")":
            index = _back_to(word, index, "(") - 1
            continue
        if not zone and token in UNNAMED and not any(party.end == index + 1 for party in cast):
            return [index], index, apposition  # "they accused it": whoever "they" are
        if token == "," and not group.is_joined and not zone:
            opening = _back_to(word, index, ",")
            if opening > 0 and REPORTING & set(word[max(opening + 1, index - TELLER_REACH) : index]):
                index = opening - 1  # "which, X said, had made concessions"
                continue
            while listed := [party for party in cast if party.end == opening and word[party.start - 1] == "," and party.start > 1]:
                opening = listed[0].start - 1
            if opening > 0 and index - opening > 1:
                apposition = (opening + 1, index)
                index = opening - 1
                continue
        if token == "," and zone and (opening := _back_to(word, index, ",")) > 0 and word[opening + 1] in RELATIVE:
            index = opening - 1  # "X, who leads Y, landed and was received"
            continue
        if token in QUOTES and not zone:
            index -= 1  # the verb opens a partial quotation: he "invited" them
            continue
        if token == "”" and (opening := _back_to(word, index, "“")) >= 0:
            index = opening - 1  # words quoted within the clause
            continue
        if token in REPORTING and not zone and index and group.auxiliaries and word[index - 1] in UNNAMED and index > 1:
            index -= 2  # "troops he says had been sent"
            continue
        if token in REPORTING and zone and _begins_clause(sentence, cast, zone, group):
            return zone[::-1], index, apposition
        if token in HARD_MARKS or (token in SUBORDINATOR and not (token == "that" and index == 0)):
            return zone[::-1], index, apposition
        zone.append(index)
        index -= 1
    return zone[::-1], None, apposition


def _opens_clause(sentence: Tokens, cast: list[Party], party: Party, group: VerbGroup) -> bool:
    """Whether "after" before a name is the conjunction: "after Y attacked", "after X, Y and rebels signed", not "after Y, X attacked"."""
    if party.preposition not in CONJUNCTIONS or group.is_reduced or group.is_gerund or group.is_infinitive:
        return False
    end = group_of(cast, party)[-1].end
    rest = sentence.words[end : group.start]
    return not rest or (rest[0] == "and" and rest[-1] in sentence.terms.acting and len(rest) <= REACH)


def _begins_clause(sentence: Tokens, cast: list[Party], zone: list[int], group: VerbGroup) -> bool:
    """Whether the words after a reporting verb are a clause of their own, with its own subject: "X said the two had agreed"."""
    word = sentence.words
    if group.is_joined and group.auxiliaries:  # "said Y would not come and had stopped"
        return any(word[index] in AUXILIARY and word[index] != "to" for index in zone)
    if group.is_joined or group.is_reduced:
        return False
    if not group.is_infinitive and not group.is_gerund:
        return True
    if group.is_infinitive and not sentence.terms.acting.isdisjoint(word[index] for index in zone):
        return True  # "X said a delegation was due to visit Y"
    return any(party.start in zone and party.preposition is None and not party.is_possessive for party in cast)


def _teller(sentence: Tokens, zone: list[int], free: list[Party]) -> Party | None:
    """Who tells, where the teller stands after what he tells: "Y will keep its word, X said during a visit"."""
    told = [index for index in zone if sentence.words[index] in REPORTING]
    return next((party for party in free if told and party.end == told[-1]), None)


def _is_adverb(word: str) -> bool:
    """Whether a word only tells how, so that nobody stands before the verb: "X, which promptly lifted"."""
    return word in ADVERB or (word.endswith("ly") and len(word) > MIN_ADVERB and word not in NOT_ADVERB)


def _is_people(sentence: Tokens, index: int) -> bool:
    """A capitalised plural is most often a people or a following: "Kurds", "Islamists"."""
    word = sentence.words[index]
    return word[-1] == "s" and len(word) > MIN_PEOPLE and sentence.is_capital(index) and not word.endswith(("ss", "'s"))


def _is_second(sentence: Tokens, zone: list[int], party: Party) -> bool:
    """Whether a party is but the object of a verb whose subject has no name: "protesters stormed the embassy and"."""
    before = [sentence.words[index] for index in zone if index < party.start and not sentence.is_time[index]]
    return any(word.endswith("ed") or word in IRREGULAR_FORMS for word in before[1:])


def _back_to(word: list[str], index: int, mark: str, reach: int = 30) -> int:
    for position in range(index - 1, max(-1, index - reach), -1):
        if word[position] == mark:
            return position
    return -1
