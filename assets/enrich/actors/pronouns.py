""" "He", "she", "him", "they" and "it" outside quotations, bound where the text before leaves one referent.

Offices without a name belong in `binding`, "the bloc" and "the agency" in `short_names`. A pronoun may stand for an office whose
holder only the date tells: it then carries the same role and country, and `resolve` settles both.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from assets.enrich.actors.names import OCCUPATION, TITLE
from assets.enrich.actors.people import Register, mention_key
from assets.enrich.actors.reading import Mention, Reading, Sign
from assets.enrich.actors.role_phrases import is_finite
from assets.enrich.words.closed_class import AUXILIARIES

PERSONAL, IMPERSONAL = ("he", "she", "him", "himself"), ("it", "they")
PRONOUN = re.compile(r"\b(?:([Hh]e|[Ss]he)(?!['’]?-)|(him|himself))\b")
NEUTER = re.compile(
    r"\b([Ii]t|[Tt]hey)\s(?:(?:also|has|have|had|later|then|would|will|now|still|already|since|never|nonetheless|even|[a-z]+ly)\s){0,2}(\w+)"
)
QUOTED = re.compile(r"[“\"][^“”\"\n]*(?:[”\"]|\n|$)")  # straight and curly marks mix within one quotation
VERB_AFTER = re.compile(r"\s(?:also\s|later\s|then\s|has\s|had\s)?(\w+)")
NEXT_WORD = re.compile(r"(?:,[^,.;:\n]{3,90},)?\s(no longer\s|never\s|(?:still|now|long|also|later|then)\s)?(\w+)")
OPENS_WITH = re.compile(r"(?:The|An?|Another)\s(?:[a-z]+\s)?")  # "The envoy", "A veteran diplomat"
PLURAL = re.compile(r"[a-z]{3,}(?<!Nation)(?<!s)s$")
POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
OBLIQUE = re.compile(r"\b(?:of|by|with|to|for|from|on|about|against|at|between|and|in)\s(?:the\s)?(?:[A-Z][\w.’'-]*\s|[a-z]+\s(?=$)){0,3}$")
SAID_THAT = re.compile(r"\s(?:also\s|has\s|had\s)?(\w+)\s(?:that\s)?")
AND_THEN = re.compile(r",\s(?:and|but)\s$")
CLAUSE = re.compile(r";|—|–|,\s(?:and|but)\s|\b(?:that|said|says|when|while|because|after|before|whether|if)\b")
ITS = re.compile(r"\b[Ii]ts?\b")
JOINED = re.compile(r",?\s(?:and|or)\s(?:the\s)?(?:[a-z-]+\s){0,3}")
SUBORDINATE = re.compile(r"(?:Because|When|While|After|Before|As|Although|Though|If|Since|Once)\b[^,;]*,")
OBJECT_OF_INFINITIVE = re.compile(r"\bto\s\w+\s$")  # "asked X to join him": either
BODIES = frozenset({"state", "government_body", "organization", "company", "media"})
ADDRESSED = re.compile(r"\b(?:told|asked|informed|reminded|assured|telling|asking|urged)\s(?:[\w’'-]+\s){0,4}$")  # "told X that he"
GENDERED = re.compile(r"(?i:\b(spokesman|chairman|congressman|businessman|king|prince|emir|pope|ayatollah)\b|(?:woman|queen|princess)\b)")
About = tuple[Mention, list[Mention]]  # whom a sentence is about, and all people in it
REACH = 2  # sentences back in which a pronoun looks for its person


def bind_pronouns(reading: Reading, register: Register) -> None:
    """Add the pronouns of people, bodies and groups to the mentions, of which none overlaps another yet."""
    reading.mentions.sort(key=lambda mention: mention.start)
    pronouns = _by_sentence(reading, reading.matches(Sign.PRONOUN, PRONOUN))
    lexicon = reading.lexicon
    told = (
        match for match in reading.matches(Sign.NEUTER, NEUTER) if match.group(2) in lexicon.attributing or match.group(2) in lexicon.doing
    )
    neuters = _by_sentence(reading, told)
    if not (pronouns or neuters):
        return
    starts = [mention.start for mention in reading.mentions]
    quoted = [match.span() for match in QUOTED.finditer(reading.text)]
    quotes = [start for start, _ in quoted]

    def is_quoted(position: int) -> bool:
        place = bisect_right(quotes, position) - 1
        return place >= 0 and position < quoted[place][1]

    def earlier(index: int) -> list[int]:
        """The sentences back to which a pronoun reaches, without those of which every word is quoted."""
        reached: list[int] = []
        while index > 0 and len(reached) < REACH:
            index -= 1
            start, end, _ = reading.sentences[index]
            if not (is_quoted(start) and is_quoted(end - 2)):
                reached.append(index)
        return reached

    people: dict[int, About] = {}
    things: dict[int, Mention] = {}
    found: list[Mention] = []
    reach = {index: earlier(index) for index in pronouns}
    near = {place for index, places in reach.items() for place in (index, *places)}
    near_things = {index - back for index in neuters for back in (0, 1, 2)}
    for index in sorted(index for index in near | near_things if index >= 0):
        start, end, is_title = reading.sentences[index]
        inside = reading.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        persons = [mention for mention in inside if mention.is_person and referent(mention)]
        if not is_title:
            for match in pronouns.get(index, ()):
                if not is_quoted(match.start()) and (meant := _person(reading, register, persons, people, (index, *reach[index]), match)):
                    if match.group(1):
                        people.setdefault(index, (meant, persons))
                    found.append(
                        replace(
                            meant,
                            start=match.start(),
                            end=match.end(),
                            rule="pronoun" if match.group(1) else "object_pronoun",
                            resolution="pronoun",
                        )
                    )
            for match in neuters.get(index, ()):
                if not is_quoted(match.start()) and (meant := _thing(reading, inside, things, index, match)):
                    things.setdefault(index, meant)
                    found.append(replace(meant, start=match.start(1), end=match.end(1), rule="neuter", resolution="pronoun"))
        if persons and index not in people:
            people[index] = (_subject(reading, persons), persons)
        if inside and index in near_things and index not in things and (subject := _subject(reading, inside)) and not subject.is_person:
            things[index] = subject
    reading.mentions += found


def _by_sentence(reading: Reading, matches: Iterable[re.Match[str]]) -> dict[int, list[re.Match[str]]]:
    found: dict[int, list[re.Match[str]]] = {}
    for match in matches:
        found.setdefault(bisect_right(reading.starts, match.start()) - 1, []).append(match)
    return found


def referent(mention: Mention) -> str | None:
    """Whom a mention means, also where only the date will tell: an actor, a discovered name, an office."""
    if mention.role and not mention.candidates:
        return f"@{mention.role}/{mention.country_code}/{mention.discovered_organization}"
    return mention_key(mention)


def _person(
    reading: Reading, register: Register, inside: list[Mention], subjects: dict[int, About], places: tuple[int, ...], match: re.Match[str]
) -> Mention | None:
    """Of whom "he", "she" or "him" is said; `places` are its sentence and those before it that it may reach to."""
    gender = "female" if match.group().lower() == "she" else "male"

    def told(mention: Mention) -> str | None:
        person = register.people.get(mention_key(mention) or "")
        if person and (person.gender or person.role):
            return person.gender or _gender_of_title(person.role or "")
        return _gender_of_title(reading.text[mention.start : mention.end])

    def fits(mention: Mention) -> bool:
        return told(mention) in (None, gender)

    ahead = [mention for mention in inside if mention.end <= match.start()]
    if match.group(2):  # "him" is nobody of its own clause; "himself" is
        if match.group(2) == "himself":
            return None
        first = reading.sentences[places[0]][0]
        opening = SUBORDINATE.match(reading.text, first, match.start())
        cuts = [cut.end() for cut in CLAUSE.finditer(reading.text, opening.end() if opening else first, match.start())]
        clause = max([*cuts, opening.end() if opening else 0])
        own = [mention for mention in ahead if mention.start >= clause and fits(mention)]
        is_joined = len(own) < 2 or JOINED.fullmatch(reading.text, own[0].end, own[-1].start)
        if not is_joined or OBJECT_OF_INFINITIVE.search(reading.text, max(0, match.start() - 20), match.start()):
            return None
        ahead = [mention for mention in ahead if mention.start < clause]
    before = {referent(mention): mention for mention in reversed(ahead) if fits(mention)}
    if len(before) == 1 and match.group()[0].islower():
        only = next(iter(before.values()))
        return None if ADDRESSED.search(reading.text, max(0, only.start - 40), only.start) else only
    if len(before) > 1:
        return _speaker(reading, ahead, match.start()) if match.group(1) else None
    for place in places[1:]:
        if place not in subjects:
            if _opens_with_somebody(reading, place):
                return None
            continue
        about, others = subjects[place]
        known = {referent(mention): mention for mention in others if told(mention) == gender}
        if told(about) != gender and len(known) == 1:  # "Vega met Ana Ruiz. She …"
            return next(iter(known.values()))
        return about if fits(about) else None
    return None


def _opens_with_somebody(reading: Reading, index: int) -> bool:
    """Whether a sentence that names nobody known is about somebody: "The envoy will brief the council"."""
    start, end, _ = reading.sentences[index]
    opening = OPENS_WITH.match(reading.text, start, end)
    if opening is None:
        return False
    first = bisect_left(reading.hit_starts, start)
    hits = reading.hits[first : bisect_right(reading.hit_starts, opening.end())]
    return any(hit.has(TITLE, OCCUPATION) and not hit.text.endswith("s") for hit in hits)


@lru_cache(maxsize=1 << 14)
def _gender_of_title(title: str) -> str | None:
    """What 'spokeswoman' or 'king' tell."""
    match = GENDERED.search(title)
    return None if match is None else "male" if match.group(1) else "female"


def _speaker(reading: Reading, ahead: list[Mention], position: int) -> Mention | None:
    """Of several people named before "he": who says it ("X said he"), or does the first of two things ("X left, and he")."""
    verb = SAID_THAT.match(reading.text, ahead[-1].end, position)
    if verb and verb.group(1) in reading.lexicon.attributing and verb.end() == position:
        return ahead[-1]
    return _subject(reading, ahead) if AND_THEN.search(reading.text, max(0, position - 8), position) else None


def _thing(reading: Reading, inside: list[Mention], subjects: dict[int, Mention], index: int, match: re.Match[str]) -> Mention | None:
    """The body that "it" is, or the group that "they" are: the subject of the sentence so far, else of the one before."""
    before = [mention for mention in inside if mention.end <= match.start()]
    subject = _subject(reading, before) if before else subjects.get(index - 1)
    if subject is None and not before and ITS.search(reading.text, *reading.sentences[index - 1][:2]):
        subject = subjects.get(index - 2)  # which the sentence between only calls "it" as well
    if subject is None or subject.is_person or not referent(subject) or not _acts(reading, subject):
        return None
    actor = reading.lexicon.actors.get(subject.actor_id or "")
    kind = subject.discovered_type or (actor.actor_type if actor else None)
    is_plural = kind == "group" or subject.rule in ("body_officials", "nation")
    is_plural = is_plural or (kind != "state" and PLURAL.search(reading.text, subject.start, subject.end) is not None)
    return subject if (match.group(1).lower() == "they") == is_plural and (is_plural or kind in BODIES) else None


def _acts(reading: Reading, mention: Mention) -> bool:
    """Whether a verb follows a name: not 'the court to which', 'US cents'."""
    if POSSESSIVE.match(reading.text, mention.end):
        return reading.is_initial(mention.start)  # "X's position is": X, of which nothing else can be said to want
    verb = NEXT_WORD.match(reading.text, mention.end)
    if verb and verb.group(1) in ("no longer ", "never "):
        return True
    word = verb.group(2) if verb else ""
    return word in AUXILIARIES or word in reading.lexicon.attributing or word.endswith("ed") or is_finite(word)


def _subject(reading: Reading, inside: list[Mention]) -> Mention:
    """Whom a sentence is about: the first that speaks, else the first that is no possessive and no object of a preposition."""
    text = reading.text
    for mention in inside:
        verb = VERB_AFTER.match(text, mention.end)
        if verb and verb.group(1) in reading.lexicon.reporting:
            return mention
    sentence = reading.sentence_at(inside[0].start)
    first = sentence[0] if sentence else 0
    for mention in inside:
        after_space = text[mention.start - 1 : mention.start].isspace()
        is_oblique = after_space and OBLIQUE.search(text, max(first, mention.start - 60), mention.start)
        if not is_oblique and not POSSESSIVE.match(text, mention.end):
            return mention
    return inside[0]
