"""Noun phrases that name actors: their head, the preposition that governs them, the lists they stand in.

What part they have in an event (`slots`) does not belong here.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from assets.enrich.actors.index import Mention
from assets.enrich.events.frames import IRREGULAR_FORMS
from assets.enrich.events.grammar import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    HARD_MARKS,
    PREPOSITION,
    PRONOUN,
    SPEECH,
    SUBORDINATOR,
    Tokens,
    is_past,
)
from assets.enrich.words.wordlist import words

DASH = frozenset({"-", "--", "–", "—"})
DATELINE_REACH = 3  # tokens of a dateline before its last name
AGENCY_REACH = 8  # and before the agency in its brackets: "X CITY, Peru, March 5 (Agency) - "
JOINING = frozenset({"and", ",", "or", "&", "nor"})
FINITE = words("has had have was were is are will would")  # after a name these are its verb
NO_CLAUSE = words("by to with of in")  # "freed X and Y held in", a participle
REACH = 3  # words between a preposition and the name it governs: "with the visiting Syrian president"
# an auxiliary before a subject: "should X attack Y", "did X meet Y"
INVERTING = words("should did does do will would could may might can let")
# a name directly after these begins anew, as after `words_of`: "to this day X"
PERIODS = words("day week month year night morning evening moment time hour")
# these begin a clause: "told X, and he left" joins no names
SUBJECT_PRONOUN = words("he she they it we i")
QUANTITY = words("up close more fewer less other rather")
QUANTITY_LEAD = words("to than")
# "in solidarity with X", "at the request of X": X stands by, and nothing is done to him
ACCOMPANYING = {
    "with": words("solidarity coordination consultation line concert tandem accordance cooperation collaboration together along"),
    "of": words("behest behalf"),
}
LEADING = words("led headed")
SPEAKING = words("spokesman spokeswoman spokesperson spokesmen")  # "a spokesman for President X"
WISHES = words("request invitation urging insistence")
PREFIX = words("anti pro non ex")
# "US-proposed truce": the name only tells which truce
GLUED = (
    "-led",
    "-backed",
    "-proposed",
    "-brokered",
    "-made",
    "-based",
    "-held",
    "-occupied",
    "-controlled",
    "-born",
    "-mediated",
    "-style",
)
PROPOSAL_REACH = 3  # tokens from the makers to the noun: "a Xian-backed 30-day maritime truce"
NO_MODIFIER = PREPOSITION | CONJUNCTION | PRONOUN | SUBORDINATOR | DETERMINER | SPEECH | AUXILIARY | IRREGULAR_FORMS


@dataclass(slots=True, eq=False)  # a party is itself: two that look alike stand in different sentences
class Party:
    """A noun phrase with at least one actor mention: its head mention, its words, the preposition that governs it."""

    head: Mention
    start: int
    end: int
    preposition: str | None
    is_possessive: bool
    is_joined: bool  # "and" or a comma joins it to the party before


def parties(sentence: Tokens, mentions: list[Mention]) -> list[Party]:
    """Noun phrases that name actors, in the order of the text."""
    words = sentence.words
    found: list[Party] = []
    token = 0
    for mention in mentions:
        first = bisect_right(sentence.ends, mention["evidence_start"], token)
        token = bisect_left(sentence.starts, mention["evidence_end"], first)
        if token == first:
            previous = found[-1] if found else None
            is_within = previous is not None and mention["evidence_start"] < sentence.ends[previous.end - 1]
            if (
                previous and is_within and not sentence.terms.proposal.isdisjoint(words[previous.end : previous.end + PROPOSAL_REACH])
            ):  # "the X-Y proposal"
                found.append(Party(mention, previous.start, previous.end, previous.preposition, previous.is_possessive, True))
            continue
        last, follows = words[token - 1], words[token] if token < len(words) else ""
        if first > 1 and words[first - 1] == "-" and words[first - 2] in PREFIX:
            continue  # "anti-U.S."
        if (follows in DASH or follows == ")") and _is_of_dateline(sentence, first, token):
            continue  # "XI - The council", "XI (Agency) - The council": the place that the report comes from, and whose it is
        if follows == ":" or ("-" in last and last.endswith(GLUED)):
            continue  # "X-led", and the label of who speaks: "X: It should ..."
        possessive = last.endswith("'s") or follows in ("'", "'s")
        previous = found[-1] if found else None
        between = words[previous.end : first] if previous else []
        is_asked = previous is not None and previous.start > 0 and words[previous.start - 1] in INVERTING
        if (
            previous
            and not is_asked
            and not previous.is_possessive
            and words[first] not in SUBJECT_PRONOUN
            and _is_one_phrase(sentence, previous.end, first)
            and closes(sentence, first, token)
        ):
            previous.head, previous.end, previous.is_possessive = mention, token, possessive
            continue
        if previous and between == ["of"] and not previous.is_possessive and " " in previous.head["surface"]:
            previous.end, previous.is_possessive = token, possessive  # "A B of Peru and C D of Chile"
            continue
        preposition = governor(sentence, first, token, previous.end if previous else 0)
        joined = (
            previous is not None
            and _joins(between)
            and words[first] not in SUBJECT_PRONOUN
            and not (between == ["and"] and previous.preposition is None and _acts_anew(words, previous.start, token))
        )
        if previous and preposition is None and (joined or (previous.end == first and is_related(sentence, previous))):
            preposition = previous.preposition  # "on X and Y", "on X's Yian ally"
        found.append(Party(mention, first, token, preposition, possessive, joined))
    return _lists(sentence, found)


def _is_of_dateline(sentence: Tokens, first: int, end: int) -> bool:
    """Whether a name [first, end) stands before the dash, or in the brackets before it, with which a report begins."""
    words = sentence.words
    is_agency = words[end] == ")" and words[end + 1 : end + 2] != [] and words[end + 1] in DASH
    if sentence.is_title or first > (AGENCY_REACH if is_agency else DATELINE_REACH) or not (is_agency or words[end] in DASH):
        return False
    return words[0] == "(" or sentence.body[sentence.starts[0] : sentence.ends[0]].isupper()


def _lists(sentence: Tokens, found: list[Party]) -> list[Party]:
    """A comma joins names only in a list that comes to an "and": not in "after talks with X, Y left"."""
    is_closed = False
    for index in range(len(found) - 1, 0, -1):
        party = found[index]
        between = sentence.words[found[index - 1].end : party.start]
        if party.start == found[index - 1].start:
            continue  # two names in one word
        if not party.is_joined:
            is_closed = False
        elif not {"and", "or", "&", "nor"}.isdisjoint(between):
            is_closed = True
        elif not is_closed and not _goes_on(sentence, party.end):
            party.is_joined = False
            party.preposition = governor(sentence, party.start, party.end, found[index - 1].end)
    return found


def _goes_on(sentence: Tokens, end: int) -> bool:
    """Whether a list comes to its "and" with those who have no name: "X, Y and the separatists"."""
    word = sentence.words
    return word[end : end + 1] == ["and"] and not sentence.terms.acting.isdisjoint(word[end + 1 : end + 1 + REACH])


def group_of(cast: list[Party], party: Party) -> list[Party]:
    """A party with all those joined to it, left and right: "X, Y and Z"."""
    index = cast.index(party)
    first = last = index
    while first > 0 and cast[first].is_joined:
        first -= 1
    while last + 1 < len(cast) and cast[last + 1].is_joined:
        last += 1
    return cast[first : last + 1]


def left_joined(cast: list[Party], party: Party) -> list[Party]:
    index = first = cast.index(party)
    while first > 0 and cast[first].is_joined:
        first -= 1
    return cast[first : index + 1]


def governed(right: list[Party], prepositions: frozenset[str | None], doers: frozenset[str] = frozenset()) -> list[Party]:
    """The first parties that one of these prepositions governs and that are none of the doers (`who`)."""
    for party in right:
        if party.preposition in prepositions and who(party) not in doers:
            return [joined for joined in group_of(right, party) if who(joined) not in doers]
    return []


def who(party: Party) -> str:
    """The actor that a party is, as far as its document tells."""
    return party.head["actor_id"] or party.head["discovered_name"] or party.head["mention_id"]


def is_related(sentence: Tokens, party: Party) -> bool:
    """The phrase is about another, of whom only the relation to this one is told: "Y's ally"."""
    return party.is_possessive and not sentence.terms.relation.isdisjoint(sentence.words[party.end : party.end + REACH + 1])


def is_premodifier(sentence: Tokens, party: Party, start: int) -> bool:
    """Whether a name stands in the noun phrase that ends at `start`: 'Israeli air strikes', "Russia's long war"."""
    if start - party.end > REACH:
        return False
    return all(is_modifier(word) or word in ("'", "'s") for word in sentence.words[party.end : start])


def is_modifier(word: str) -> bool:
    return word not in NO_MODIFIER and not word.endswith(("ed", "ing", "'s")) and word.replace("-", "").replace(".", "").isalpha()


def governor(sentence: Tokens, first: int, end: int, floor: int) -> str | None:
    """The preposition before a name, over articles, adjectives and titles."""
    index, steps, is_open, terms = first - 1, 0, False, sentence.terms
    while index >= floor and steps <= REACH:
        word = sentence.words[index]
        if is_open and word not in PREPOSITION and word not in DETERMINER:
            return None  # the article opened the phrase: "in a second memorandum the council"
        if sentence.is_time[index] or (index == first - 1 and (word in PERIODS or word in terms.words_of or _closes(sentence, index))):
            return None
        if word in QUANTITY_LEAD and index > floor and sentence.words[index - 1] in QUANTITY:
            index -= 2  # "up to 100 Xs", "more than 20 Xs"
            continue
        lead = sentence.words[index - 1] if index > floor else ""
        if word in ("from", "in") and lead in terms.sent and not (word == "from" and _is_pullback(sentence, index - 2)):
            index, is_open = index - 1, False
            continue
        if (word == "of" and (lead in terms.acting or lead in terms.member or lead in terms.land)) or (word == "for" and lead in SPEAKING):
            index, is_open = index - 1, False
            continue
        if word == "by" and lead in LEADING and sentence.words[index - 2] in terms.acting:
            index, is_open = index - 2, False
            continue  # "a coalition led by X"
        if (
            word in ACCOMPANYING
            and index > floor
            and (sentence.words[index - 1] in ACCOMPANYING[word] or (word == "of" and _is_asked_for(sentence.words, index)))
        ):
            return "alongside"
        if word == "including" and (lead == "," or lead.isalpha()):
            index -= 1 + (index > floor and lead == ",")  # "to three states, including X"
            continue
        if word in PREPOSITION:
            return None if word == "in" and sentence.words[index + 1] in ("case", "event") else word
        is_office = word == "," and index == first - 1 and (lead in terms.office or lead in terms.relation)
        if is_office and closes(sentence, first, end):
            index -= 1
            continue
        if word in CONJUNCTION or word in HARD_MARKS or word == "," or word in PRONOUN or word in SPEECH or word in SUBORDINATOR:
            return None  # also "collapsed in winter when X demanded"
        if word.endswith("ed") and word not in DETERMINER:
            return None
        steps += word not in DETERMINER
        is_open = is_open or word in DETERMINER
        index -= 1
    return None


def _closes(sentence: Tokens, index: int) -> bool:
    """Whether a noun in the plural ends its phrase, so that the name after it begins anew: "in a report of 90 pages X faulted Y"."""
    word, terms = sentence.words[index], sentence.terms
    if word[-1] != "s" or len(word) <= REACH or word.endswith(("ss", "'s", "ous", "us")) or sentence.is_capital(index):
        return False
    return not (word in PREPOSITION or word in DETERMINER or word in terms.acting or word in terms.office or word in terms.relation)


def _is_pullback(sentence: Tokens, of: int) -> bool:
    """Whether "from" tells what is left: "the withdrawal of troops from X", not "a meeting of envoys from X"."""
    return sentence.words[of] == "of" and sentence.words[of - 1] in sentence.terms.pullback


def _is_asked_for(word: list[str], of: int) -> bool:
    """Whether somebody's wish is but the occasion: "at the request of X", not "rejected the request of X"."""
    return word[of - 1] in WISHES and "at" in word[max(0, of - 4) : of - 1]


def _is_one_phrase(sentence: Tokens, start: int, end: int) -> bool:
    """Whether tokens [start, end) stand between two names of one phrase: "Libyan leader X", but not "Libya rejects X"."""
    between = sentence.words[start:end]
    if between[-1:] == [","] and between[-2:-1] and between[-2] in sentence.terms.office:
        between = between[:-1]
    if len(between) > REACH:
        return False
    if between and sentence.words[start - 1].endswith("s") and not sentence.is_capital(start - 1):
        return False  # a verb in the plural: "Kenyan herders blockade Ugandan farms"
    if "of" in between[1:-1] and all(word == "of" or sentence.is_capital(start + n) for n, word in enumerate(between)):
        return True  # "U.S. Secretary of State X"
    return all(is_modifier(word) and not word.endswith("s") for word in between)


def closes(sentence: Tokens, first: int, end: int) -> bool:
    """Whether a name after an office and a comma ends there: "the Xian president, Y, ...", not "the Xian president, Y said"."""
    return sentence.words[first - 1] != "," or end >= len(sentence) or sentence.words[end] in (",", ".", ";", "and", ")")


def _acts_anew(word: list[str], start: int, end: int) -> bool:
    """Whether "and" begins a clause, since who stands before it was the object: "recalled its envoy and X condemned the plan"."""
    follows = [*word[end : end + 2], "", ""]
    is_verb = (is_past(follows[0]) and follows[0] not in SPEECH) or follows[0] in FINITE
    is_verb = is_verb and follows[1] not in NO_CLAUSE
    return is_verb and any(is_past(token) and token not in SPEECH for token in word[max(0, start - REACH) : start])


def _joins(between: list[str]) -> bool:
    """Whether words between two names make them one list: 'and', ', the', 'as well as'."""
    if not between or not (set(between) & JOINING):
        return False
    rest = [word for word in between if word not in JOINING and word != "both"]
    return all(is_modifier(word) or word in DETERMINER for word in rest) and len(rest) <= REACH


def is_both(sentence: Tokens, sources: list[Party]) -> bool:
    """Whether "both" stands before two: "both X and Y"."""
    return len(sources) == 2 and "both" in sentence.words[max(0, sources[0].start - 2) : sources[0].start]
