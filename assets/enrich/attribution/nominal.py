"""Attributions that hang on no verb: "according to S", "S's call for C", "fears in S that C", "S: C". Verbs have rules of their own."""

from assets.enrich.attribution.asides import taken_so
from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.attribution.cue_sites import Scene, between
from assets.enrich.attribution.equated import equated
from assets.enrich.attribution.found import Found, Range
from assets.enrich.attribution.nearest import modifier, possessor, stands_for
from assets.enrich.attribution.perspectives import aim_of, drew, met_with
from assets.enrich.attribution.phrases import CLAUSE_MARKS, noun_phrase_end, trimmed
from assets.enrich.attribution.sources import source_left, subject_left
from assets.enrich.words.closed_class import (
    AUXILIARIES,
    BE_FORMS,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    FINITE,
    NONFINITE,
    PREPOSITIONS,
    STOPS,
    TEMPORAL,
    is_adverb,
)
from assets.enrich.words.tagging import PARTICIPLE_ING, PARTICIPLE_PAST
from assets.enrich.words.wordlist import words

LONGEST_DEED = 16
ANSWERS = words(
    "answered answers answer responded responds respond replied replies reply reacted reacts react retaliated retaliates countered counters"
)
NEAR_ANSWER = 5
LONGEST_OBJECT = 10  # tokens: "opened the first session of the council with"
NEAR_SPEAKER = 8  # tokens
LONGEST_NAME = 6
SOURCE_PREPOSITIONS = words("from among in by within")
# What a complement, or whose the noun is, begins with, besides the prepositions of the noun.
OPENERS = SOURCE_PREPOSITIONS | TEMPORAL | DASHES | words("that to of for :")


def according_to(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """C, according to S; According to S, C."""
    tokens = scene.tokens
    for index in between(scene.according, low, high - 2):
        if tokens.low[index + 1] != "to" or tokens.quote[index] != level:
            continue
        if index > low and tokens.low[index - 1] == "that":
            continue  # "said that according to X …"
        first = index + 2
        leads = index <= low + 1
        before = trimmed(tokens, low, index)
        breaks = not leads and tokens.text[index - 1] in (",", "-", "—", "–") and not any(scene.at.is_finite(k) for k in range(*before))
        last = _end_of_named(scene, first, high, level, leads=leads or breaks)
        content = [trimmed(tokens, last, high)] if leads else [before, trimmed(tokens, last, high)] if breaks else [before]
        content = [part for part in content if part[1] > part[0]]
        if sum(end - begin for begin, end in content) > 1 and last > first:
            return Found("according-to", None, (index, index + 2), content, (first, last))
    return None


def speaker_colon(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """A line of a transcript, or a headline: `NAME: C`, `Minister: "C"`."""
    tokens = scene.tokens
    colon = next(iter(between(scene.colons, low + 1, min(low + LONGEST_NAME + 2, high))), None)
    if colon is None or colon + 2 >= high or any(tokens.quote[k] != level for k in range(low, colon)):
        return None
    name = range(low, colon)
    if any(tokens.low[k] in scene.lexicon.terms.label or not tokens.text[k][0].isupper() for k in name if tokens.text[k].isalpha()):
        return None
    if tokens.glued_right(colon) or any(tokens.text[k] in ",;" or tokens.low[k] in FINITE for k in name):
        return None
    shouted = all(tokens.text[k].isupper() for k in name if tokens.text[k].isalpha() and len(tokens.text[k]) > 1)
    if not shouted and tokens.quote[colon + 1] == level:
        return None
    first, last = trimmed(tokens, colon + 1, high)
    return Found("speaker-colon", None, (colon, colon + 1), [(first, last)], (low, colon)) if last > first else None


def quoted_after_colon(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """A deed that leads to a quotation: `S shook her head: "C"`, `S was blunt: "C"`, `all agree — NAME: "C"`."""
    tokens = scene.tokens
    colon = next((k for k in between(scene.colons, low + 2, high - 2) if tokens.quote[k + 1] != tokens.quote[k] == level), None)
    if colon is None or any(tokens.quote[k] != level for k in range(low, colon)):
        return None
    content = trimmed(tokens, colon + 1, high)
    dash = next((k for k in range(colon - 2, max(low, colon - LONGEST_NAME), -1) if tokens.text[k] in DASHES), None)
    if dash is not None and all(tokens.text[k][0].isupper() for k in range(dash + 1, colon)):
        return Found("colon-quote", None, (colon, colon + 1), [content], (dash + 1, colon))
    source = subject_left(scene.at, low, colon, level)
    if source is None or colon - source[1] > LONGEST_DEED or not any(scene.at.is_finite(k) for k in range(source[1], colon)):
        return None
    head = source[1] - 1
    somebody = tokens.low[source[0]] in ("he", "she", "they", "we", "i") or tokens.low[head] in scene.lexicon.people
    if not somebody and not tokens.text[head][0].isupper() and "'s" not in tokens.low[source[0] : source[1]]:
        return None
    return Found("colon-quote", None, (source[1], colon + 1), [content], source)


def nominal(scene: Scene, low: int, high: int, level: int) -> list[Found]:
    """S's call for C; fears among S that C; threats of C from S; S expressed concern about C."""
    found: list[Found] = []
    for index, cue in scene.nouns(low, high, level):
        if found and index < found[-1].last:
            continue
        one = (
            taken_so(scene, index, cue, low, high, level)
            or met_with(scene, index, cue, low, high, level)
            or drew(scene, index, cue, low, high, level)
            or aim_of(scene, index, cue, low, high, level)
            or equated(scene, index, cue, low, high, level)
            or _nominal(scene, index, cue, low, high, level)
        )
        if one:
            found.append(one)
    return found


def _nominal(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    tokens = scene.tokens
    after = index + 1
    if after >= high or (tokens.low[after] not in OPENERS and tokens.low[after] not in cue.prepositions):
        return None
    owner, supported = possessor(scene, index, low, level), _supported(scene, index, low, level)
    if supported and _is_held_elsewhere(scene, after, high, supported[1]):
        supported = None
    supported = supported or _answered(scene, index, low, level)
    source = owner or (supported[1] if supported else None) or modifier(scene, index, low, level)
    if cue.takes("own") and (source is None or (supported and not owner)):
        return None  # "made every effort to"
    if (
        source is None
        and tokens.low[after] in SOURCE_PREPOSITIONS
        and (tokens.low[after] not in cue.prepositions or _is_place(scene, after, high, cue))
    ):
        end = _named_end(scene, after + 1, high, level)
        if tokens.text[after + 1][0].isdigit():
            return None  # "agreement in 2020 and that"
        source, after = (after + 1, end), end
    while after < high and tokens.low[after] in TEMPORAL:  # "expressed caution Tuesday about"
        after += 1
    if after >= high:
        return None
    is_owned = source is not None or tokens.low[after] == "that"
    content = _complement(scene, after, cue, _before_main_verb(scene, low, index, after, high, level) if is_owned else high, level)
    if content is None:
        return None
    if source is None:
        source, content = _trailing_source(scene, content, level)
    if source is None or source[1] <= source[0] or content[1] - content[0] < 1:
        return None
    if not tokens.text[after][0].isalnum():
        if _begins_telling(scene, *content, level):
            return None  # "did not hide its irritation: on Tuesday an envoy said that"
        rule = "noun-colon"
    elif tokens.low[after] == "that":
        rule = "noun-that"
    else:
        rule = "possessor-noun" if owner else "verb-noun" if supported else "state-noun" if source[1] <= index else "noun-source"
    first = supported[0] if supported and source == supported[1] else index
    meant = stands_for(scene, owner, low, level) if owner else None
    return Found(rule, cue, (first, index + 1), [content], source, antecedent=meant)


def _is_held_elsewhere(scene: Scene, after: int, high: int, subject: Range) -> bool:
    """Whether others have the feeling than what raised it: "has raised hopes AMONG S", "the plan has raised alarm IN OSLO of C"."""
    tokens, head = scene.tokens, subject[1] - 1
    if tokens.low[after] == "among":
        return True
    is_thing = tokens.text[head][0].islower() and tokens.low[head] not in scene.lexicon.people and tokens.low[subject[0]] in DETERMINERS
    return is_thing and tokens.low[after] == "in" and after + 1 < high and tokens.text[after + 1][0].isupper()


def _is_place(scene: Scene, after: int, high: int, cue: Cue) -> bool:
    """Whether "in" behind a noun says who has it, though the noun takes "in" as well: "the belief IN Ankara that C"."""
    tokens = scene.tokens
    if tokens.low[after] != "in" or not cue.takes("that") or after + 2 >= high or not tokens.text[after + 1][0].isupper():
        return False
    end = next((k for k in range(after + 2, min(after + NEAR_SPEAKER, high)) if not tokens.text[k][0].isupper()), high)
    return end < high and tokens.low[end] == "that"


def _begins_telling(scene: Scene, first: int, last: int, level: int) -> bool:
    """Whether somebody speaks behind a colon, so that it is not the noun that tells it."""
    site = next(iter(scene.sites(first, min(first + NEAR_SPEAKER, last), level)), None)
    return site is not None and site.cue.kind == "speech" and site.cue.says


def _supported(scene: Scene, index: int, low: int, level: int) -> tuple[int, Range] | None:
    """S expressed concern: the verb that carries the noun, and its subject."""
    tokens = scene.tokens
    carriers = scene.lexicon.terms.carrier
    for k in range(index - 1, max(low, index - 5) - 1, -1):
        if (scene.at.is_finite(k) or scene.at.tags[k] == PARTICIPLE_PAST) and tokens.low[k] not in carriers:
            return None
        if tokens.low[k] in carriers and tokens.text[k][0].islower():
            group = k
            if tokens.low[k - 1] == "to" or (scene.at.tags[k] == PARTICIPLE_ING and tokens.low[k - 1] not in BE_FORMS):
                return None  # "before making a call": whose it is, is not told here
            while group > low and tokens.low[group - 1] in ("has", "have", "had", "also", "repeatedly", "again", "since"):
                group -= 1
            source = source_left(scene.at, low, group, level)
            return (group, source) if source else None
        if not tokens.text[k][0].isalnum() or tokens.low[k] in PREPOSITIONS:
            return None
    return None


def _answered(scene: Scene, index: int, low: int, level: int) -> tuple[int, Range] | None:
    """S answered with THREATS to C; S reacted with open ALARM over C: the verb that the noun answers with, and its subject."""
    tokens = scene.tokens
    link = next((k for k in range(index - 1, max(low + 1, index - NEAR_ANSWER), -1) if tokens.low[k] == "with"), None)
    if link is None or tokens.quote[link] != level:
        return None
    group = link - 1 if tokens.low[link - 1] in ANSWERS else _accompanied(scene, link, low)
    if group is None:
        return None
    while group > low and (tokens.low[group - 1] in AUXILIARIES or is_adverb(tokens.low[group - 1])):
        group -= 1
    source = source_left(scene.at, low, group, level)
    return (link - 1, source) if source else None


def _accompanied(scene: Scene, link: int, low: int) -> int | None:
    """The verb of what somebody did with words: "OPENED the session with a CALL for C", "HELD UP the talks with DEMANDS for C"."""
    tokens = scene.tokens
    verb = next((k for k in range(link - 2, max(low, link - LONGEST_OBJECT), -1) if scene.at.is_finite(k)), None)
    if verb is None or tokens.low[verb] not in scene.lexicon.terms.begun or not tokens.text[link - 1][0].isalpha():
        return None
    return verb


def _complement(scene: Scene, index: int, cue: Cue, high: int, level: int) -> Range | None:
    tokens = scene.tokens
    if tokens.quote[index] != level:
        return None
    word = tokens.low[index]
    if word == "that" and cue.takes("that"):
        is_relative = index + 1 < high and scene.at.is_finite(index + 1)  # "a message that moved them"
        return None if is_relative else trimmed(tokens, index, high)
    if tokens.text[index] == ":":
        return trimmed(tokens, index + 1, high)
    if tokens.text[index] in DASHES and cue.takes("np") and tokens.low[index + 1 : index + 2] != ["like"]:
        closing = next((k for k in range(index + 1, high) if tokens.text[k] in DASHES and tokens.quote[k] == level), high)
        resumes = closing + 1 < high and tokens.low[closing + 1] == "that" and cue.takes("that")  # "the hope — a faint one — that C"
        return trimmed(tokens, closing + 1, high) if resumes else trimmed(tokens, index + 1, closing)
    if word == "to" and cue.takes("to"):
        return trimmed(tokens, index, noun_phrase_end(scene.at, index + 1, high, level))
    if word in cue.prepositions or (word in ("of", "for") and cue.takes(word)):
        return trimmed(tokens, index + 1, noun_phrase_end(scene.at, index + 1, high, level))
    return None


def _before_main_verb(scene: Scene, low: int, noun: int, index: int, high: int, level: int) -> int:
    """Where a complement at `index` ends if its noun is the subject: "fears that C HAVE grown", "its plan to C ANGERED X"; else `high`."""
    tokens = scene.tokens
    if index >= high or not tokens.text[index][0].isalpha() or any(scene.at.is_finite(k) for k in range(low, noun)):
        return high
    owed = int(tokens.low[index] == "that")  # verbs of the clause, and of those inside it
    for k in range(index + 2 - owed, high):
        if tokens.quote[k] != level:
            continue
        if tokens.low[k] in CLAUSE_MARKS or tokens.low[k] in CONJUNCTIONS:
            owed += 1
        elif scene.at.is_finite(k) and not scene.at.is_finite(k - 1):
            if owed:
                owed -= 1
            elif tokens.low[k] not in NONFINITE:
                return k
    return high


def _trailing_source(scene: Scene, content: Range, level: int) -> tuple[Range | None, Range]:
    """threats of retaliation FROM LAWMAKERS."""
    tokens = scene.tokens
    for k in range(content[0] + 1, content[1] - 1):
        if tokens.low[k] == "from" and tokens.quote[k] == level:
            return (k + 1, content[1]), (content[0], k)
    return None, content


def _named_end(scene: Scene, index: int, high: int, level: int) -> int:
    tokens = scene.tokens
    while index < high and tokens.low[index] not in ("that", "about", "over", "for", "to", "of") and tokens.text[index] not in ",;:.":
        if tokens.quote[index] != level or scene.at.is_finite(index):
            break
        index += 1
    return index


def _end_of_named(scene: Scene, first: int, high: int, level: int, *, leads: bool) -> int:
    """The end of the source of "according to", appositions included."""
    tokens = scene.tokens
    last = first
    while last < high and tokens.quote[last] == level and tokens.text[last] not in STOPS and tokens.text[last] not in ";:—":
        if tokens.text[last] == ",":
            follows = tokens.low[last + 1] if last + 1 < high else ""
            apposition = follows in ("a", "an", "the", "who", "which", "its")
            closes = any(tokens.text[k] == "," for k in range(last + 1, min(last + 14, high)))
            told = closes and (follows in ("a", "an", "who", "which") or scene.at.tags[last + 1] == PARTICIPLE_ING)
            if not (told if leads else apposition):
                break
        elif last > first and tokens.low[last] in ("as", "that", "which", "while", "but") and tokens.text[last - 1] != ",":
            break
        last += 1
    return last
