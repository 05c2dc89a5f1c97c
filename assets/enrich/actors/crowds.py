"""Groups of people that no demonym stands before: "rebels in Peru", "police" where only one country is spoken of.

A group without a country is no mention: "protesters" of nowhere would be one actor the world over.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from assets.enrich.actors.names import CAPITAL, DEMONYM, PLACE, STATE, Hit
from assets.enrich.actors.reading import NO_NAME, Mention, Reading, Sign
from assets.enrich.actors.role_phrases import country_in_play, country_of, country_of_paragraph, is_finite, spoken_of
from assets.enrich.actors.states import DEFINITE, NEXT_WORD
from assets.enrich.actors.vocabulary import Vocabulary, alternatives
from assets.enrich.words.closed_class import AUXILIARIES

WORD_CHARACTER = re.compile(r"[\w’'-]")
REACH = 40  # characters before a noun in which its modifiers stand
LOCAL_FORCES = frozenset({"police", "policemen", "authorities"})
SCENE_REACH = 90  # characters after them
NEAR = 4  # names
CLEARLY = 1.5  # times as often as the next
OF_PLACE = re.compile(r"\s(?:based\s)?(?:in|of|from|across|throughout|inside)\s(?:the\s|neighbouring\s|neighboring\s|war-torn\s)?$")
WHEREABOUTS = re.compile(r"\s(?:based\s)?(?:in|across|throughout|inside)\s")
AT_NAME = re.compile(r"\s(?:in|of|from|at)\s(?:the\s)?(?=[A-Z][a-z])")
LONGEST_TOWN = 3  # words
OF_KIND = re.compile(r"(?:ian|ean|can|ish|ese|ist|lim|ite|s)$")  # "workers of Muslim faith"
HOME_BEFORE = re.compile(r"\b(?:[Ii]n|across|throughout|inside)\s(?:the\s)?(?:[a-z-]+\s)?$")
NAMESAKE = re.compile(r"(?<![.!?] )\b([A-Z][A-Za-z-]+)\s$")


class CrowdWords:
    """The codebook's nouns of unnamed people, and the patterns made of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.partisans, self.visitors, self.own_peoples = vocabulary.of("partisan"), vocabulary.of("visitor"), vocabulary.of("own_people")
        self.marchers = vocabulary.of("marcher")
        self.locals = vocabulary.of("local")
        self.of_states = vocabulary.of("of_state")
        self.nouns = self.partisans | vocabulary.of("crowd") | self.of_states
        modifiers = rf"(?i:(?:{alternatives(vocabulary.of('crowd_modifier'))})\s)"
        self.crowd = re.compile(rf"(?<![\w’'-])({modifiers}{{0,2}}(?i:{alternatives(self.nouns)}))(?![\w’'-])")
        self.modifiers_before = re.compile(rf"(?<![\w’'-]){modifiers}{{1,2}}$")
        # "police chief", "opposition newspaper": the next noun is the head
        self.head_after = re.compile(rf"(?:['’]s?)?[\s-](?:{alternatives(vocabulary.of('crowd_head'))})\b")
        self.home_after = re.compile(
            rf"\s(?:{'|'.join(f'(?i:{noun[0]}){noun[1:]}' for noun in sorted(vocabulary.of('home'))) or '(?!)'})\b"
        )
        self.people_of = re.compile(rf"(?:\s(?:ethnic|Shiite|Sunni|Muslim|Moslem))?\s(?:{alternatives(vocabulary.of('people'))})\b")


@lru_cache(maxsize=4)
def crowd_words(vocabulary: Vocabulary) -> CrowdWords:
    """Compiled once for each version of the codebook."""
    return CrowdWords(vocabulary)


def crowds(reading: Reading) -> None:
    """Add the groups of unnamed people whose country the words around them tell."""
    reading.mentions.extend(_crowds(reading))


def _crowds(reading: Reading) -> Iterator[Mention]:
    text, words = reading.text, crowd_words(reading.lexicon.vocabulary)
    told = {mention.end for mention in reading.mentions}
    for start, end in reading.signs[Sign.CROWD]:
        if (start and WORD_CHARACTER.match(text, start - 1)) or WORD_CHARACTER.match(text, end):
            continue
        noun = text[start:end].lower()
        place = None if end in told else _hit_after(reading, end)
        is_states = noun in words.of_states
        town = _town_after(reading, end) if noun in words.locals and place is None and end not in told else None
        if end in told or not (place or town or noun in words.partisans or is_states) or words.head_after.match(text, end):
            continue
        modifiers = words.modifiers_before.search(text, max(0, start - REACH), start)
        match = words.crowd.match(text, modifiers.start() if modifiers else start)
        if match is None or match.end() != end:  # a modifier itself: "opposition rebels"
            continue
        name = match.group(1).lower()
        if place and noun in words.visitors and WHEREABOUTS.match(text, end):
            continue
        if place and (country := country_of(reading, place)):
            yield _mention(reading, match.start(), place.end, country, name)
        elif town:
            country = country_in_play(reading, match.start())
            whole = f"{name} {text[end:town].strip()}"
            yield Mention(match.start(), town, "crowd", "alias", discovered_name=whole, discovered_type="group", country_code=country)
        elif noun in words.partisans and (namesake := _namesake(reading, match.start())):
            if not _is_claimed(reading, namesake.start(1)):
                name = f"{namesake.group(1)} {name}"
                yield Mention(namesake.start(1), end, "crowd", "alias", discovered_name=name, discovered_type="group")
        elif (noun in words.partisans and (country := _country_of_partisans(reading, match.start(), end, noun))) or (
            (
                is_states
                and text[match.start()].islower()
                and DEFINITE.search(text, max(0, match.start() - 5), match.start())
                and _acts(reading, end)
            )
            and (country := country_in_play(reading, match.start()))
        ):
            yield _mention(reading, match.start(), end, country, name)

    for start, end in reading.signs[Sign.PEOPLE]:
        if text[start:end] in words.own_peoples:
            yield Mention(start, end, "crowd", "alias", discovered_name=text[start:end], discovered_type="group")
    for hit in reading.hits_of[DEMONYM]:
        if (people := words.people_of.match(text, hit.end)) and (country := country_of(reading, hit)):
            yield _mention(reading, hit.start, people.end(), country, people.group().strip())


def _namesake(reading: Reading, position: int) -> re.Match[str] | None:
    """The name before partisans: "the Aviala rebels", not "on Friday protesters"."""
    found = NAMESAKE.search(reading.text, max(0, position - 30), position)
    return found if found and found.group(1) not in NO_NAME else None


def _country_of_partisans(reading: Reading, start: int, end: int, noun: str) -> str | None:
    if country := _only_country(reading, start):
        return country
    if noun in crowd_words(reading.lexicon.vocabulary).marchers:
        return _country_told(reading, start)
    return _country_of_scene(reading, end) if noun in LOCAL_FORCES else None


def _country_told(reading: Reading, position: int) -> str | None:
    """The one country that the paragraph spoke of before a sentence that names no other: "Police in Yia ... Officers beat protesters"."""
    sentence = reading.sentence_at(position)
    if sentence is None:
        return None
    hits = reading.hits[bisect_left(reading.hit_starts, sentence[0]) : bisect_left(reading.hit_starts, sentence[1])]
    named = {country_of(reading, hit) for hit in hits if hit.has(STATE, CAPITAL, PLACE, DEMONYM)} - {None}
    country = country_of_paragraph(reading, sentence[0]) or (None if named else _country_mostly(reading))
    return country if named <= {country} else None


def _country_mostly(reading: Reading) -> str | None:
    """The country that a text speaks of far more often than of any other."""
    (first, most), (_, second) = [*spoken_of(reading).most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= CLEARLY * second and most > 1 else None


def _country_of_scene(reading: Reading, end: int) -> str | None:
    """The country of the town in which those act who act nowhere else: "police broke into the Xian embassy in Yia"."""
    sentence = reading.sentence_at(end)
    if sentence is None:
        return None
    index = bisect_left(reading.hit_starts, end)
    for hit in reading.hits[index : index + NEAR]:
        if hit.start >= min(end + SCENE_REACH, sentence[1]):
            return None
        if hit.has(STATE, CAPITAL, PLACE) and _is_home(reading, hit):
            return country_of(reading, hit)
    return None


def _mention(reading: Reading, start: int, end: int, country: str, name: str) -> Mention:
    if name in reading.lexicon.vocabulary.governments and country in reading.lexicon.states:
        return Mention(start, end, "government", "alias", actor_id=reading.lexicon.states[country])
    if name in reading.lexicon.vocabulary.of("sole_body") and (actor_id := reading.lexicon.bodies.get((country, name))):
        return Mention(start, end, "crowd", "alias", actor_id=actor_id)
    full = f"{reading.lexicon.demonyms[country]} {name}"
    return Mention(start, end, "crowd", "alias", discovered_name=full, discovered_type="group", country_code=country)


def _acts(reading: Reading, end: int) -> bool:
    """Whether a verb follows: "the army fired"."""
    word = NEXT_WORD.match(reading.text, end)
    following = word.group(1) if word else ""
    return following in AUXILIARIES or following in reading.lexicon.attributing or following.endswith("ed") or is_finite(following)


def _is_home(reading: Reading, hit: Hit) -> bool:
    if hit.has(STATE, CAPITAL, PLACE):
        return bool(HOME_BEFORE.search(reading.text, max(0, hit.start - 24), hit.start))
    return bool(hit.of(DEMONYM) and crowd_words(reading.lexicon.vocabulary).home_after.match(reading.text, hit.end))


def _is_claimed(reading: Reading, position: int) -> bool:
    """Whether a name of the codebook covers a position, or it is the first of its sentence."""
    index = bisect_right(reading.hit_starts, position) - 1
    sentence = reading.sentence_at(position)
    return (index >= 0 and reading.hits[index].end > position) or sentence is None or sentence[0] == position


def _hit_after(reading: Reading, end: int) -> Hit | None:
    """The state named right after, as in "rebels in X"; a demonym there begins another phrase."""
    index = bisect_left(reading.hit_starts, end)
    following = reading.hits[index] if index < len(reading.hits) else None
    if following is None or following.start - end > 24 or not following.has(STATE, CAPITAL, PLACE):
        return None
    return following if OF_PLACE.fullmatch(reading.text, end, following.start) else None


def _town_after(reading: Reading, end: int) -> int | None:
    """Where the town or firm ends that no list knows and that tells which people are meant: "lecturers at Aviala"."""
    match = AT_NAME.match(reading.text, end)
    if match is None:
        return None
    start = match.end()
    index = bisect_left(reading.hit_starts, start)
    if index < len(reading.hits) and reading.hits[index].start == start:
        return None  # a name that is known
    index = bisect_left(reading.runs, start, key=attrgetter("start"))
    run = reading.runs[index] if index < len(reading.runs) else None
    if run is None or run.start != start or run.surname is not None or len(run.tokens) > LONGEST_TOWN:
        return None
    is_wide = run.tokens[-1][2] in reading.lexicon.vocabulary.of("area")  # "farmers in East Africa"
    return None if is_wide or OF_KIND.search(reading.text, start, run.end) else run.end


def _only_country(reading: Reading, position: int) -> str | None:
    """The one country that a sentence tells things to happen in: "in X", "the Yian president"; who is attacked tells nothing.

    Not where another country stands before: "X broke with Y after protesters stormed its embassy there" may mean either.
    """
    sentence = reading.sentence_at(position)
    if sentence is None:
        return None
    hits = reading.hits[bisect_left(reading.hit_starts, sentence[0]) : bisect_left(reading.hit_starts, sentence[1])]
    codes = {country_of(reading, hit) for hit in hits if _is_home(reading, hit)}
    before = {country_of(reading, hit) for hit in hits if hit.start < position and hit.has(STATE, CAPITAL, PLACE, DEMONYM)}
    return codes.pop() if len(codes) == 1 and before <= codes | {None} else None
