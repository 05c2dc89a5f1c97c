"""Where: the place that a clause names for its event.

Whose ground it is (`slots`) and the time (`setting`) do not belong here.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping

from assets.enrich.events.clauses import CLOSED_CLASS
from assets.enrich.events.complements import is_infinitive
from assets.enrich.events.grammar import SPEECH, Tokens, is_past
from assets.enrich.events.slots import LOCATIVE
from assets.enrich.events.standing import Candidate
from assets.enrich.words.closed_class import DAYS, MONTHS
from assets.enrich.words.wordlist import words

NAME = r"((?:the\s+)?[A-Z][\w’'-]+(?:[ -](?:of\s+)?(?:the\s+)?[A-Z][\w’'-]+){0,3})"
LEADING = words("in at near outside")
PLACE = re.compile(r"\b(in|at|near|outside)\s+" + NAME)
OPENING = re.compile(r"(?:In|At|Near|Outside)\s+" + NAME + r"(?=,)")
# "the Russian market": the name only tells which
ADJECTIVE = re.compile(r"(?:ian|ean|ish|ese|ench|tch|ican|raqi|ani|aeli|emeni|uwaiti|audi|atari|reek|erman|fghan)$")
# Of words alone the place named after them is most often what they are about: "rejected a truce in the Black Sea".
SPOKEN = words("request reject accuse threaten")
# what is said or agreed upon: a capital that is named after "in" is where, not to whom
SAID = words("request reject accuse agree cooperate")
SIGNED = "057"  # CAMEO: a formal agreement signed
VISIT = "042"  # CAMEO: a visit made
VISIT_REACH = 2  # tokens from the verb to the state that is visited
# names of times, which no preposition makes a place
TIMES = DAYS | MONTHS | words("the spring summer autumn winter")
CERTAIN = words("the its their his her this that")
STRIFE_REACH = 3  # tokens: "its long military campaign"
WAGING = words("assault mobilize retreat")
NEAR = 3  # tokens from the trigger within which a place is where the words were said


def place_of(sentence: Tokens, found: Candidate, kinds: dict[str, str]) -> str | None:
    """The first place told with "in", "at", "near" or "outside" within the event's clause, or that the sentence opens with.

    Whoever visits a state is there; `kinds` are actor types by actor id.
    """
    stop = found.stop
    if found.frame.event_type in SPOKEN:
        stop = min(stop, found.end + NEAR)
    is_placed = not LEADING.isdisjoint(sentence.words[found.index : stop])
    for match in PLACE.finditer(sentence.body, sentence.starts[found.index], sentence.ends[stop - 1]) if is_placed else ():
        index = bisect_right(sentence.starts, match.start()) - 1
        if any(is_infinitive(sentence, between) for between in range(found.end, index)):
            return None  # what is to be done there: "welcomed any effort to end the war in Y"
        if found.frame.event_type not in WAGING and _is_of_strife(sentence, found.end, index):
            continue  # "financed its war in Y"
        if match.group(1) == "at" and found.frame.event_type == "assault" and "at" in found.frame.prepositions:
            continue  # "fired rockets at Y"
        if place := _place(sentence, match, 2):
            return place
    if found.frame.cameo_code == VISIT and found.targets and kinds.get(found.targets[0].head["actor_id"] or "") == "state":
        visited = found.targets[0]
        name = re.sub(r"[’']s?$", "", visited.head["surface"])
        return None if ADJECTIVE.search(name) or visited.start - found.end > VISIT_REACH else name
    opening = OPENING.match(sentence.body, sentence.starts[0]) if sentence.words[0] in LEADING else None
    if opening and not any(word in SPEECH or is_past(word) for word in sentence.words[1 : found.begin]):
        return _place(sentence, opening, 1)
    return None


def without_venue(found: Candidate, capitals: Mapping[str, str]) -> Candidate:
    """The candidate without a target that is but the capital where something was said or signed: "signed a truce in Minsk"."""
    is_said = found.frame.event_type in SAID or found.frame.cameo_code == SIGNED
    if is_said and all(
        party.preposition in LOCATIVE - {"on"} and party.head["surface"] in capitals and not party.is_possessive for party in found.targets
    ):
        found.targets = []
    return found


def _is_of_strife(sentence: Tokens, start: int, index: int) -> bool:
    """Whether the noun before tokens[index] is a certain war or the like, so that the place is that of the war: "its war in Y"."""
    word = sentence.words
    if index <= start or word[index - 1] not in sentence.terms.strife:
        return False
    return any(token in CERTAIN or token.endswith("'s") for token in word[max(start, index - 1 - STRIFE_REACH) : index - 1])


def _place(sentence: Tokens, match: re.Match[str], group: int) -> str | None:
    """The name with the noun it only tells the kind of, where that is a place; None where it is none."""
    name = re.sub(r"[’']s?$", "", match.group(group))
    is_owner = name != match.group(group)
    first = name.lower().removeprefix("the ").split()[0]
    if first in TIMES or first in sentence.terms.no_place:
        return None
    end = bisect_right(sentence.starts, match.end(group) - 1)
    follows = sentence.words[end] if end < len(sentence) else ""
    if follows in sentence.terms.place:
        return sentence.body[match.start(group) : sentence.ends[end]]
    is_noun = follows.isalpha() and follows not in CLOSED_CLASS and not sentence.is_time[end] and not is_past(follows)
    if is_noun and not is_owner and (name.lower().startswith("the ") or ADJECTIVE.search(name)):
        return None
    return None if ADJECTIVE.search(name) and " " not in name else name
