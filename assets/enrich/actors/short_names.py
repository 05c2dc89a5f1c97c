"""Bodies called for short once they are named: "the bloc", "the agency", "the ministry". Offices belong in `binding`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assets.enrich.actors.names import BODY
from assets.enrich.actors.people import held_on
from assets.enrich.actors.reading import Mention, Reading, Sign
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, is_finite
from assets.enrich.words.wordlist import words

OF_NAME = re.compile(r"\s(?:of|for|in|on|at)\s(?:the\s)?[A-Z]")
DEFINITE = re.compile(r"\b[Tt]he ")
NEXT_WORD = re.compile(r"\s(\w[\w’'-]*)")
ADVERBS = words("later then also again soon now still twice once already never")
NEAR, FAR = 2, 8  # sentences back in which one of several bodies of a noun, and the only one, must have been named


def short_names(reading: Reading, day: date | None = None) -> None:
    """Add a mention for each definite common noun that one body named before is called by."""
    bodies = [mention for mention in reading.mentions if not mention.is_person]
    for hit in reading.hits_of[BODY]:  # also within others' offices: "the UN envoy"
        entries = hit.of(BODY)
        if len(entries) == 1:
            bodies.append(Mention(hit.start, hit.end, "alias", "alias", actor_id=entries[0].ref))
    bodies.sort(key=lambda mention: mention.start)
    named: list[tuple[int, Mention, frozenset[str]]] = [
        (mention.start, mention, nouns) for mention in bodies if (nouns := _nouns(reading, mention))
    ]
    led = [(person.start, body, nouns) for person, body in _led(reading, day) if (nouns := _nouns(reading, body))]
    if not (named or led):
        return
    last = 0
    for first, end in reading.signs[Sign.SHORT_NAME]:
        noun = reading.text[first:end]
        if (
            first < last
            or not reading.text.startswith("he ", first - 3)
            or not noun.islower()
            or not DEFINITE.match(reading.text, max(0, first - 4))
        ):
            continue
        last, the = end, first - 4
        before = [mention for start, mention, nouns in named if start < the and noun in nouns]
        before = before or [body for start, body, nouns in led if start < the and noun in nouns]
        if before and _is_whole(reading, end) and (meant := _nearest(reading, before, the)):
            reading.mentions.append(replace(meant, start=first, end=end, rule="short_name", resolution="alias"))


def _led(reading: Reading, day: date | None) -> Iterator[tuple[Mention, Mention]]:
    """The bodies in which the people named hold an office on the day: their chief stands for them where they are not named."""
    lexicon = reading.lexicon
    for person in reading.mentions if day else ():
        for role in held_on(lexicon, person.actor_id, day) if day and person.is_person else ():
            if role.role in lexicon.vocabulary.of("chief") and (body := lexicon.body_named(role.organization)):
                yield person, Mention(person.start, person.end, "alias", "alias", actor_id=body)


def _nouns(reading: Reading, mention: Mention) -> frozenset[str]:
    """What the body of a mention may be called for short."""
    if mention.actor_id:
        return reading.lexicon.short_names.get(mention.actor_id, frozenset())
    if mention.discovered_type == "group" and mention.discovered_name and mention.country_code:
        return frozenset({mention.discovered_name.rpartition(" ")[2]}) & reading.lexicon.short_nouns  # "Kenyan rebels": "the rebels"
    if mention.discovered_type in ("organization", "government_body") and mention.discovered_name:
        return reading.lexicon.heads_of(mention.discovered_name)
    return frozenset()


def _is_whole(reading: Reading, end: int) -> bool:
    """Not 'the council of Arequipa', 'the council chamber'."""
    if OF_NAME.match(reading.text, end):
        return False
    word = NEXT_WORD.match(reading.text, end)
    if word is None or word.group(1) in ADVERBS or word.group(1) in FUNCTION_WORDS or word.group(1) in reading.lexicon.attributing:
        return True
    return word.group(1)[0].islower() and (word.group(1).endswith(("ed", "s", "ly")) or is_finite(word.group(1)))


def _nearest(reading: Reading, before: list[Mention], position: int) -> Mention | None:
    """The only body of that noun so far; of several, the only one in the sentences right before."""
    if len({_referent(mention) for mention in before}) == 1:
        return _only(reading, before, position, FAR)
    return _only(reading, before, position, NEAR)


def _only(reading: Reading, before: list[Mention], position: int, reach: int) -> Mention | None:
    index = bisect_right(reading.starts, position) - 1
    near = [mention for mention in before if mention.start >= reading.starts[max(0, index - reach)]]
    return near[-1] if len({_referent(mention) for mention in near}) == 1 else None


def _referent(mention: Mention) -> str | None:
    return mention.actor_id or mention.discovered_name
