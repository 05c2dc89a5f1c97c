"""Groups of people and bodies of a state, by its demonym: "Ukrainian officials", "the Ukrainian government"."""

import re
from bisect import bisect_left

from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, OCCUPATION, PARAPHRASE, PEOPLE, PERSON, PLACE, SEAT, STATE, TITLE, Hit
from assets.enrich.actors.owners import add_owner, add_place, joined_end
from assets.enrich.actors.reading import Mention, Reading, Sign
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, country_in_play, country_of, country_of_paragraph, is_finite, is_predicate
from assets.enrich.actors.states import NEXT_WORD, add_body, add_nation, add_people, add_state, signs_of_states
from assets.enrich.actors.vocabulary import Vocabulary
from assets.enrich.words.closed_class import AUXILIARIES
from assets.enrich.words.verbs import PAST, PRESENT, common_forms
from assets.enrich.words.wordlist import words

# "US-led", "US-brokered" name who acts; "US-based", "Russian-made" only where from.
NO_AGENT = re.compile(
    r"(?:\$|-(?:based|born|made|style|related|wide|friendly|language|speaking|like|educated|trained|area|dominated|majority|era)\b)"
)
BEFORE_HYPHEN = re.compile(r"\b(?:pro|anti|non|ex|post|pre|un|trans|neo|intra|inter)-$", re.IGNORECASE)
COMPOUND = re.compile(r"(?<=[\w,“\"(’']\s)[A-Z][a-z]+[\s-]$|[a-z]-$|\b(?:African|Central|South|North|Latin|Native|Asian)[\s-]$")
NAMES_OF_PEOPLE = frozenset({PERSON, TITLE, OCCUPATION})  # of which nothing else is a name
OF_PEOPLE_OF_COUNTRY = frozenset({DEMONYM, PEOPLE})
OF_COUNTRY_OR_BODY = frozenset({STATE, CAPITAL, DEMONYM, BODY, SEAT, PARAPHRASE})
OF_BODIES = frozenset({BODY, SEAT, PARAPHRASE})
NOUN = re.compile(r"\s([a-z][a-z-]*)\b")
NEXT_NAME = re.compile(r"(?:\sof\s[A-Z]\w+)?(?:,?\sand\s|,\s)")
FIRST_WORD = re.compile(r"(?:['’]s?)?\s(\w+)")
FIRST_NOUN = re.compile(r"(?:['’]s?)?\s([a-z][a-z-]*)\b")
RANKS = words("most more senior top high high-level high-ranking key leading other many some new own several young old major big")
# "US arms inspectors", "Peru sports officials"
MODIFIERS_LIKE_VERBS = words("armed arms sports sales works drugs rights")
OFFICES = ("presidency", "court")  # what one runs for; of which a state has many
THE_GOVERNMENT = re.compile(r"government(?<=\b[Tt]he government)\b")
# "toppled the government", "the resignation of the government"
DONE_TO = re.compile(
    r"\b(?:against|toppl\w+|overthr\w+|oust\w*|brought down|bring down|(?:resignation|overthrow|fall) of|urg\w+|accus\w+|blam\w+"
    r"|call\w* (?:on|for)|pressure on|criticis\w+|criticiz\w+|denounc\w+|condemn\w*|demand\w* (?:of|from|that)) the $"
)
STANDS_ALONE = re.compile(
    r"[.,;:?!”\"]|\s(?:of|for|to|and|over|in|after|on|by|with|from|that|which|who|as|because|at|when)\b(?!(?<=of)\s[A-Z])"
)
LONGEST_JOINT = len(", and the ") + 1
REACH = 3  # words from a demonym to its noun


def groups(reading: Reading) -> None:
    """Add the mentions of states, bodies and groups that the codebook's names and demonyms tell."""
    signs = signs_of_states(reading)
    people = {mention.start: mention.end for mention in reading.mentions if mention.is_person}
    for index, hit in enumerate(reading.hits):
        if hit.kinds <= NAMES_OF_PEOPLE or _is_no_agent(reading.text, hit):
            continue
        kinds = hit.kinds
        if not kinds.isdisjoint(OF_PEOPLE_OF_COUNTRY) and COMPOUND.search(reading.text, max(0, hit.start - 25), hit.start):
            continue
        following = reading.hits[index + 1 : index + 1 + REACH] if DEMONYM in kinds else []
        if not kinds.isdisjoint(OF_COUNTRY_OR_BODY) and (mention := _group_of(reading, hit, following, people)):
            reading.mentions.append(mention)
        elif DEMONYM in kinds and (add_owner(reading, hit, following) or add_nation(reading, hit)):
            continue
        elif not kinds.isdisjoint(OF_BODIES):
            if not _add_joined_body(reading, hit):
                add_body(reading, hit)
        elif STATE in kinds or CAPITAL in kinds:
            if not add_state(reading, hit, signs):
                add_place(reading, hit)
        elif PLACE in kinds:
            add_place(reading, hit)
        elif PEOPLE in kinds:
            add_people(reading, hit)
    _add_bare_bodies(reading)
    _add_government(reading)
    nouns = reading.lexicon.vocabulary
    for match in reading.matches(Sign.REGION, nouns.region_group):
        between = match.group(2).strip()
        if between not in FUNCTION_WORDS and not (between and _is_verb(between)):  # "Tamil civilian refugees", not "Tamil met ministers"
            name = f"{match.group(1)} {match.group(3)}"
            reading.mentions.append(Mention(*match.span(), "group", "alias", discovered_name=name, discovered_type="group"))


def _is_no_agent(text: str, hit: Hit) -> bool:
    """'anti-US', 'US-based'."""
    if text[hit.start - 1 : hit.start] == "-" and BEFORE_HYPHEN.search(text, max(0, hit.start - 8), hit.start):
        return True
    return text[hit.end : hit.end + 1] in ("$", "-") and NO_AGENT.match(text, hit.end) is not None


def _group_of(reading: Reading, hit: Hit, following: list[Hit], people: dict[int, int]) -> Mention | None:
    """'Ukrainian government' is the state; 'Ukrainian officials' a group; 'Ukrainian embassy' a body of it.

    `people` are the ends of the names of people by their starts.
    """
    last = joined_end(reading, hit, following) if following else hit.end
    head = _head_noun(reading.text, last, reading.lexicon.vocabulary)
    if head is None or is_predicate(reading.text, hit.start):
        return None
    noun, end, adjectives = head
    if not hit.has(DEMONYM) and any(_is_verb(word) for word in adjectives):
        return None  # "Peru mobilised army reservists", "Peru sent doctors"
    names_end = end
    end = hit.end if last > hit.end else end
    bodies = hit.of(BODY, SEAT, PARAPHRASE)
    if bodies:
        return (
            Mention(hit.start, end, "body_officials", "alias", actor_id=bodies[0].ref)
            if noun in reading.lexicon.vocabulary.of("of_body")
            else None
        )
    country = country_of(reading, hit)
    if country is None:
        return None
    if noun in reading.lexicon.vocabulary.body_words:
        return _body_of(reading, (hit.start, end), country, noun, "body")
    if noun in reading.lexicon.vocabulary.governments:
        if noun in ("side", "state", "administration") and adjectives:
            return None
        return Mention(hit.start, end, "government", "alias", actor_id=reading.lexicon.states[country])
    if _are_named(reading.text, names_end, people):
        return None
    is_one = noun in reading.lexicon.vocabulary.of("one_of_group")
    if is_one and "most" in adjectives:
        return None  # "Y's most senior diplomat" is one person
    plural = f"{noun}s" if is_one else noun
    kind = [adjective for adjective in adjectives if adjective not in RANKS]
    name = " ".join([reading.lexicon.demonyms[country], *kind, plural])
    return Mention(hit.start, end, "group", "alias", discovered_name=name, discovered_type="group", country_code=country)


def _are_named(text: str, end: int, people: dict[int, int]) -> bool:
    """Whether those of a group are named one by one: "the Kenyan and Ugandan ministers, X and Y"."""
    first = people.get(end + 2) if text.startswith(", ", end) else None
    joint = NEXT_NAME.match(text, first) if first else None
    return joint is not None and joint.end() in people


def _head_noun(text: str, end: int, nouns: Vocabulary) -> tuple[str, int, list[str]] | None:
    """The noun that a modifier ending at `end` belongs to, where it ends, and the adjectives between."""
    word = FIRST_WORD.match(text, end)
    if word is None:  # a full stop, a comma
        return None
    if word.group(1).lower() in nouns.body_openers and (body := nouns.body_after.match(text, end)):
        return body.group(1).lower(), body.end(), []
    head, adjectives, place = None, [], end
    for _ in range(REACH):
        word = (FIRST_NOUN if place == end else NOUN).match(text, place)
        if word is None or word.group(1) in FUNCTION_WORDS:
            break
        place = word.end()
        if word.group(1) in nouns.groups or word.group(1) in nouns.governments:
            if head is not None:
                adjectives.append(head[0])
            head = (word.group(1), place)
        elif head is not None:
            break
        else:
            adjectives.append(word.group(1))
    if head is None or (head[0] in nouns.of("one_of_group") and _is_adjective(text, head[1])):
        return None
    return head[0], head[1], adjectives


def _is_verb(word: str) -> bool:
    """Whether a word between a state's name and a noun is the verb of the state rather than a modifier of the noun."""
    if word in MODIFIERS_LIKE_VERBS:
        return False
    return word.endswith("ed") or bool(common_forms().get(word, 0) & (PRESENT | PAST))


def _is_adjective(text: str, end: int) -> bool:
    """Whether a noun follows, as in 'Ukrainian official sources'."""
    word = NEXT_WORD.match(text, end)
    if word is None or not word.group(1)[0].islower():
        return False
    return word.group(1) not in FUNCTION_WORDS and not word.group(1).endswith(("ed", "s"))


def _add_bare_bodies(reading: Reading) -> None:
    """'the Foreign Ministry': of the country whose demonym or name stands before it in the sentence, else in its paragraph, if one does."""
    hits = reading.hits_of[DEMONYM] + reading.hits_of[STATE]
    for match in reading.matches(Sign.BODY, reading.lexicon.vocabulary.bare_body) if hits else ():
        sentence = reading.sentence_at(match.start())
        if sentence is None:
            continue
        codes = {_country_after(reading, match.end())} - {None} or {
            country_of(reading, hit) for hit in hits if sentence[0] <= hit.start < match.start()
        } - {None}
        country = codes.pop() if len(codes) == 1 else None
        if not codes and match.group(1)[0].islower() and not match.group(1).endswith(OFFICES) and _does(reading, match.end()):
            country = country_of_paragraph(reading, match.start())
        if country:
            reading.mentions.append(_body_of(reading, match.span(1), country, match.group(1).lower(), "bare_body"))


def _country_after(reading: Reading, end: int) -> str | None:
    """The country of the place that a body is said to stand in: "the foreign ministry in Accra"."""
    if not reading.text.startswith(" in ", end):
        return None
    index = bisect_left(reading.hit_starts, end)
    hit = reading.hits[index] if index < len(reading.hits) and reading.hits[index].start == end + len(" in ") else None
    return country_of(reading, hit) if hit and hit.has(STATE, CAPITAL) else None


def _add_government(reading: Reading) -> None:
    """'The government', where a verb follows or something is done to it: of the country in play."""
    for match in THE_GOVERNMENT.finditer(reading.text):
        acts = NEXT_WORD.match(reading.text, match.end()) and _does(reading, match.end())
        if not acts and not (
            STANDS_ALONE.match(reading.text, match.end()) and DONE_TO.search(reading.text, match.start() - 40, match.start())
        ):
            continue
        if (country := country_in_play(reading, match.start())) and country in reading.lexicon.states:
            actor_id = reading.lexicon.states[country]
            reading.mentions.append(Mention(*match.span(), "bare_body", "alias", actor_id=actor_id))


def _does(reading: Reading, end: int) -> bool:
    """Whether a verb follows a body, or nothing: not "the parliament of X"."""
    word = NEXT_WORD.match(reading.text, end)
    if word is None or word.group(1) in AUXILIARIES or word.group(1) in reading.lexicon.attributing:
        return True
    return is_finite(word.group(1))


def _add_joined_body(reading: Reading, hit: Hit) -> bool:
    """Whether a council that states have as well is one of theirs: "the Kenyan foreign ministry and Security Council"."""
    nouns, noun = reading.lexicon.vocabulary, hit.text.lower()
    if noun not in nouns.body_words or not nouns.body_joined.search(reading.text, max(0, hit.start - 50), hit.start):
        return False
    last = reading.mentions[-1] if reading.mentions else None
    actor = reading.lexicon.actors.get(last.actor_id or "") if last and 0 <= hit.start - last.end < LONGEST_JOINT else None
    if actor and actor.actor_type == "government_body" and actor.country_code:
        reading.mentions.append(_body_of(reading, (hit.start, hit.end), actor.country_code, noun, "bare_body"))
    return True


def _body_of(reading: Reading, span: tuple[int, int], country: str, noun: str, rule: str) -> Mention:
    """The body of a state by its common noun: the codebook's, where it knows one, else a discovered one."""
    original, resolution = reading.lexicon.vocabulary.reworded.get(noun), "alias"
    if original:
        noun, rule, resolution = original, "paraphrase", "probable_alias"
    if actor_id := reading.lexicon.bodies.get((country, noun)):
        return Mention(*span, rule, resolution, actor_id=actor_id)
    name = f"{reading.lexicon.demonyms[country]} {noun}"
    return Mention(*span, rule, resolution, discovered_name=name, discovered_type="government_body", country_code=country)
