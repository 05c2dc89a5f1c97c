"""A state named only as the owner of a deed or a thing, or as the place it is done to: "Russian strikes", "shelled Kharkiv".

Such a mention is no speaker: it stands before the noun that is the head of its phrase. Groups of people stand in `crowds`.
"""

import re
from functools import lru_cache

from assets.enrich.actors.names import CAPITAL, DEMONYM, PLACE, STATE, Hit
from assets.enrich.actors.reading import Mention, Reading
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, country_of
from assets.enrich.actors.vocabulary import Vocabulary, alternatives

POSSESSOR = re.compile(r"(?:['’]s?|\b(?:[Ii]ts|[Tt]heir|[Oo]ur))\s(?:[a-z]+\s)?$")
PEOPLE_ENDINGS = ("ists", "ers", "ors", "men", "ians")  # geologists, elders, sailors
MODIFIERS = 3  # adjectives and nouns between the demonym and what it owns: "Kenyan military transport aircraft"
WORD = re.compile(r"[\s-]([a-z][a-z’'-]*)")
# "a ban on Malian cattle", "tariffs on Chilean wine": whatever it is, the state is meant
BARRED = re.compile(r"\b(?:bans?|tariffs?|dut(?:y|ies)|embargo(?:es)?|sanctions|quotas?|curbs|restrictions|lev(?:y|ies)|boycotts?) o[nf] $")
ARMAMENT = re.compile(r"\s(?:[a-z]+\s){0,2}[A-Z][A-Za-z]{0,4}-\d{1,3}[A-Za-z]*s?\b")  # "Kenyan F-16s", "Peruvian MiG-29s"
BRACKET = re.compile(r"(?:\s\([^)]{1,8}\))?")  # "United States (US) presidents"
JOINT = re.compile(r"(?:,? and |, |/|-| or )(?:the )?")
PLACE_LEAD = (
    r"\s(?:the\s)?(?:(?:northern|southern|eastern|western|central|occupied|besieged|downtown|nearby|war-torn|disputed|breakaway)\s)?"
    r"(?:(?:capital|capital city|city|town|port|port city|village|region|province|area|enclave|peninsula|outskirts)\s)?(?:of\s)?$"
)
MOTION = (
    r"\b(?:arriv\w+ (?:in|at)|land(?:s|ed|ing)? (?:in|at)|(?:fl(?:y|ew|ies|ying|own)|travel\w*|head(?:s|ed|ing)?|return(?:s|ed|ing)?"
    r"|trip|trips|visit|visits|went|goes?|going|journey|flight|flights) (?:to|for)|(?:embassy|consulate|mission) in)"
)


class OwnerWords:
    """What states do and have, and what is done to places, by the codebook's words.

    The codebook tells: deeds and possessions, which stand after a demonym (not what states are known for: "Kenyan tea");
    relations, told of a state after a possessive ("Peru's Bolivian ally" is a state, "a Bolivian ally" may be anybody); what is done
    to a place, or in it so that its state suffers or does it ("talks in X" tells only where).
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.owned = vocabulary.of("deed") | vocabulary.of("possession")
        self.related = self.owned | vocabulary.of("relation")
        self.place_events = vocabulary.of("place_event")
        stems, forms = alternatives(vocabulary.of("done_to")), alternatives(vocabulary.of("done_to_form"))
        self.done_to = re.compile(
            r"(?:\b(?:on|against|onto|into|toward|towards|over)"
            rf"|\b(?:{stems})(?:e|s|es|ed|ing|an|un|y|ied|ying)?|\b(?:{forms})|{MOTION})" + PLACE_LEAD
        )
        self.done_in = re.compile(
            rf"\b(?:{alternatives(vocabulary.of('done_in'))})"
            r"[\w-]*(?:\s[a-z0-9][\w-]*){0,8}\s(?:in|at|near|outside|around|through|of|from)" + PLACE_LEAD
        )


@lru_cache(maxsize=4)
def owner_words(vocabulary: Vocabulary) -> OwnerWords:
    """Compiled once for each version of the codebook."""
    return OwnerWords(vocabulary)


def add_owner(reading: Reading, hit: Hit, following: list[Hit]) -> bool:
    """Add the state of a demonym that stands before a deed or a thing of its; `following` are the names after it."""
    country = country_of(reading, hit)
    if country is None or country not in reading.lexicon.states:
        return False
    end = joined_end(reading, hit, following)
    place = end
    told = owner_words(reading.lexicon.vocabulary)
    owned = told.related if POSSESSOR.search(reading.text, max(0, hit.start - 20), hit.start) else told.owned
    if ARMAMENT.match(reading.text, end):
        reading.mentions.append(Mention(hit.start, hit.end, "owner", "alias", actor_id=reading.lexicon.states[country]))
        return True
    for _ in range(MODIFIERS + 1):
        word = WORD.match(reading.text, BRACKET.match(reading.text, place).end())  # type: ignore[union-attr]
        if word is None or word.group(1) in FUNCTION_WORDS:
            break
        if word.group(1) in owned or word.group(1).endswith(PEOPLE_ENDINGS):
            reading.mentions.append(Mention(hit.start, hit.end, "owner", "alias", actor_id=reading.lexicon.states[country]))
            return True
        place = word.end()
    if reading.text.startswith(("on ", "of "), hit.start - 3) and BARRED.search(reading.text, max(0, hit.start - 24), hit.start):
        reading.mentions.append(Mention(hit.start, hit.end, "owner", "alias", actor_id=reading.lexicon.states[country]))
        return True
    return False


def joined_end(reading: Reading, hit: Hit, following: list[Hit]) -> int:
    """Where the last of demonyms in a row ends: 'French and Egyptian warships'."""
    end = hit.end
    for other in following:
        joint = reading.text[end : other.start]
        if not (other.of(DEMONYM) and JOINT.fullmatch(joint)) and not (other.of(STATE) and joint == " and "):
            break
        end = other.end
    return end


def add_place(reading: Reading, hit: Hit) -> None:
    """Add the state of a city or region that something is done to, or that somebody goes to; "in X" tells only where."""
    refs = {entry.ref for entry in hit.of(PLACE, CAPITAL)}
    if len(refs) != 1 or not reading.text[hit.start - 1 : hit.start].isspace():
        return
    told = owner_words(reading.lexicon.vocabulary)
    following = WORD.match(reading.text, hit.end)
    if reading.text[hit.end + 1 : hit.end + 2].isupper() or (following and following.group(1) in told.place_events):
        return
    before = reading.text[max(0, hit.start - 90) : hit.start]  # looked at last: no search of this room costs more
    if reading.is_headline(hit.start) or not (told.done_to.search(before) or told.done_in.search(before)):
        return
    reading.mentions.append(Mention(hit.start, hit.end, "place", "alias", actor_id=refs.pop()))
