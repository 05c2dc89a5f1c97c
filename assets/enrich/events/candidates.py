"""Which frames fit a sentence: triggers matched with their objects and actors, the likeliest frame of each.

One event a trigger. Whether one frame fits (`fits`), which events are but part of another (`standing`) and the rows (`coding`) do not
belong here.
"""

from itertools import compress, count

from assets.enrich.events.fits import noun_fit, phrase_fit, verb_fit
from assets.enrich.events.frames import NOUN, PAST, PHRASE, THIRD, Lexicon, Place, Trigger
from assets.enrich.events.grammar import Tokens
from assets.enrich.events.guards import is_present
from assets.enrich.events.inner import complete, inner
from assets.enrich.events.parties import Party
from assets.enrich.events.standing import Candidate, without_empty_denials, without_subordinates
from assets.enrich.events.verb_groups import VerbGroup, verb_group

# readings of the verbs of a sentence, by place, form and what of the frame matters for them
Groups = dict[tuple[object, ...], VerbGroup | None]


def triggered(sentence: Tokens, lexicon: Lexicon) -> list[Place]:
    """Where a sentence holds a trigger and a word of every object that its frame asks for, before any grammar is read."""
    told = lexicon.asked.intersection(sentence.words)
    places = []
    follows = [*sentence.words[1:], ""]
    found = [*map(lexicon.triggers.get, sentence.words)]
    for index, triggers in zip(compress(count(), found), filter(None, found), strict=True):
        goes_on = follows[index] in triggers.longer
        is_asked = not triggers.asked.isdisjoint(told)
        if not (goes_on or is_asked or triggers.free) or sentence.is_time[index]:
            continue  # "by the end of March" is no march
        firing = triggers.able(told) if is_asked else triggers.free
        if goes_on:
            firing += triggers.longer_at(sentence.words, index, told)
        if firing:
            places.append((index, triggers, firing))
    return places


def candidates(sentence: Tokens, cast: list[Party], places: list[Place]) -> list[Candidate]:
    """Events of a sentence, in the order of their triggers; `places` as `triggered` finds them."""
    if not cast and sentence.home is None and sentence.speaker is None:
        return inner(sentence, cast, places, [])
    verbs: list[Candidate] = []
    nouns: list[Candidate] = []
    groups: Groups = {}
    for index, triggers, firing in places:
        is_name = sentence.is_capital(index) and not sentence.is_title
        if sentence.is_time[index] or (
            is_name and (any(party.start <= index < party.end for party in cast) or (index and sentence.words[index] == "march"))
        ):
            continue  # a month, or part of a name: "Rapid Support Forces"
        verb, noun = _best(sentence, cast, index, firing, groups)
        if verb is not None:
            verbs.append(verb)
        if noun is not None and not any(
            _is_read_as_verb(sentence, index, trigger, groups) for trigger in triggers.at(sentence.words, index)
        ):
            nouns.append(noun)
    chosen = without_subordinates(sentence, verbs, [])
    if nouns:
        chosen = without_subordinates(sentence, _apart(nouns, chosen), chosen)
    told = without_empty_denials(sentence, chosen)
    told += inner(sentence, cast, places, told)
    complete(sentence, cast, told)
    return told


def _apart(nouns: list[Candidate], verbs: list[Candidate]) -> list[Candidate]:
    """The nouns that tell of more than the verbs: no part of these, nor what is done to them, unless it has both its sides."""
    consumed = {index for verb in verbs for index in range(verb.index, verb.end)}
    # what a passive verb is said of may be told with both its sides: "the release of X by Y was welcomed"
    objects = {verb.object_index: (verb.is_passive, verb.frame.event_type) for verb in verbs}
    return [
        noun
        for noun in nouns
        if consumed.isdisjoint(range(noun.index, noun.end))
        and all(
            is_passive and noun.sources and noun.targets and noun.frame.event_type != kind  # "talks between X and Y were held"
            for index, (is_passive, kind) in objects.items()
            if index in range(noun.index, noun.end)
        )
    ]


def _best(
    sentence: Tokens, cast: list[Party], index: int, firing: tuple[Trigger, ...], groups: Groups
) -> tuple[Candidate | None, Candidate | None]:
    """The likeliest candidates of a place, the word read as a verb and as a noun; frames that cannot outdo them are not tried."""
    best: list[Candidate | None] = [None, None]
    for trigger in firing:
        is_noun = trigger.forms == NOUN
        likeliest = best[is_noun]
        if likeliest is not None and trigger.most < likeliest.score:
            continue
        match = _match(sentence, cast, index, trigger, groups, likeliest.score if likeliest is not None else 0.0)
        if match is not None and (likeliest is None or _rank(match) > _rank(likeliest)):
            best[is_noun] = match
    return best[0], best[1]


def _rank(candidate: Candidate) -> tuple[float, str]:
    return candidate.score, candidate.frame.frame_id


def _match(sentence: Tokens, cast: list[Party], index: int, trigger: Trigger, groups: Groups, least: float) -> Candidate | None:
    """The candidate of a trigger; None where it does not fit, and where it is seen at once that it scores below `least`."""
    end = index + 1 + len(trigger.rest)
    if trigger.forms == PHRASE:
        return phrase_fit(sentence, cast, index, end, trigger.frame)
    if trigger.forms == NOUN:
        return noun_fit(sentence, cast, index, end, trigger.frame)
    group = _group(sentence, index, trigger, groups)
    if group is None and THIRD in trigger.forms and trigger.frame.objects and is_present(sentence, cast, index, end, trigger.frame):
        group = VerbGroup(index, index, end)
    return verb_fit(sentence, cast, group, trigger.frame, PAST in trigger.forms, least) if group is not None else None


def _group(sentence: Tokens, index: int, trigger: Trigger, groups: Groups) -> VerbGroup | None:
    """How the trigger is to be read as a verb; many frames share one."""
    frame = trigger.frame
    key = index, trigger.reading, frame.objects if sentence.is_title else None
    if key not in groups:
        groups[key] = verb_group(sentence, index, index + 1 + len(trigger.rest), trigger.forms, frame)
    return groups[key]


def _is_read_as_verb(sentence: Tokens, index: int, trigger: Trigger, groups: Groups) -> bool:
    if trigger.forms in (PHRASE, NOUN):
        return False
    group = _group(sentence, index, trigger, groups)
    return group is not None and not (group.is_reduced and trigger.frame.is_noun_too)
