"""States and bodies by name: "Washington" the government, not the city. Groups of unnamed people stand in `groups`."""

import re
from bisect import bisect_left

from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, PARAPHRASE, PEOPLE, SEAT, STATE, Entry, Hit
from assets.enrich.actors.people import is_given_name
from assets.enrich.actors.reading import NO_NAME, SENTENCE_OPENERS, Mention, Reading
from assets.enrich.actors.role_phrases import country_of, is_finite
from assets.enrich.words.closed_class import AUXILIARIES

AT_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|through|across|(?:arriv\w+|return\w*|came|flew|off|travel\w+) from"
    r"|(?:flew|travel\w*|visit\w*|trip|flights?) to|downtown|central|visit(?:s|ed|ing)?)\s+(?:the\s+)?(?:capital\s+)?(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
DATELINE = re.compile(r"[^.\n]{0,40}?(?:\([^)\n]{2,30}\)\s*)?\s?(?:—|–|--|-)\s")
LARGER_NAME = re.compile(r"\b(?:New|Lake|Port|Fort|Latin|South|North|Central|East|West|St\.?|San|Saint|Mount|Cape)\s$")
NAMING_NOUN = re.compile(
    r"\b(?:Gulf|Sea|Bank|Strait|Straits|Bay|University|Church|Kingdom|Duke|Duchess|Prince|Princess|Battle|Treaty|Isle|Cape|College"
    r"|Museum|Bishop|Patriarch|Federation|Republic|Voice|Times|District|Port|City|Institute|School|Academy)\s+of(?:\s+the)?\s$"
)
NAME_OR_TOWN = re.compile(r"[A-Z]\w+,?\s$")  # 'Michael X', 'Smallville, X'
NAME_BEFORE = re.compile(r"(?<=[\w,.]\s)([A-Z][a-z]+)\s$")
NEXT_WORD = re.compile(r"\s(\w[\w’'-]*)")
DISTRICT = (", D.C", ", DC", " D.C", " DC")
PARTY_BEFORE = re.compile(r"\b(?:New|Liberal|Social|Christian|Free|Centre|Center|Young|Sweden|Progressive|Independent|Constitutional)\s$")
NATION_ENDINGS = ("ese", "sh", "ch", "ss")  # of demonyms that are as well the plural of those they name
COUNTED = re.compile(r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+)\s$")
DEFINITE = re.compile(r"\b[Tt]he\s$")
# States whose name is also a US state's or a person's: it takes their demonym or capital in the document, or other states' company.
SHARED_NAMES = frozenset({"georgia", "jordan", "chad"})
NAMESAKES_STATE = {"georgia": "united-states"}  # whose company tells nothing


def add_body(reading: Reading, hit: Hit) -> None:
    """Add the mention of a body by name; a seat of government named as a place is none."""
    entries = hit.of(BODY, SEAT, PARAPHRASE)
    is_seat = all(entry.kind == SEAT for entry in entries)
    if is_seat and AT_PLACE.search(reading.text, max(0, hit.start - 30), hit.start):
        return
    if hit.text in reading.lexicon.vocabulary.of("party") and PARTY_BEFORE.search(reading.text, max(0, hit.start - 14), hit.start):
        return  # the tail of another party's name: "the New Democrats"
    if hit.text.rpartition(" ")[2] in reading.lexicon.vocabulary.organizations and _follows_name(reading, hit.start):
        return  # the tail of a longer name, another body's
    refs = sorted({entry.ref for entry in entries})
    if len(refs) > 1:
        reading.mentions.append(Mention(hit.start, hit.end, "alias_shared", "alias", candidates=tuple(refs)))
        return
    resolution = entries[0].resolution
    rule = {"exact": "name", "probable_alias": "paraphrase"}.get(resolution, "alias")
    reading.mentions.append(Mention(hit.start, hit.end, rule, resolution, actor_id=refs[0]))


def add_state(reading: Reading, hit: Hit, signs: set[str]) -> bool:
    """Add the mention of a state by its name or capital, unless it is part of another name; false where it is but a place."""
    entries = hit.of(STATE, CAPITAL)
    refs = {entry.ref for entry in entries}
    is_capital = STATE not in hit.kinds
    if len(refs) > 1 or (refs & SHARED_NAMES and not refs & signs):
        return True
    if _is_part_of_name(reading, hit, is_capital, bool(refs & SHARED_NAMES)):
        return True
    if is_capital and _is_place(reading, hit):
        return False
    rule = "state" if entries[0].resolution == "exact" else "capital" if is_capital else "state_alias"
    reading.mentions.append(Mention(hit.start, hit.end, rule, entries[0].resolution, actor_id=entries[0].ref))
    return True


def add_people(reading: Reading, hit: Hit) -> None:
    """Add 'the Ukrainians', which stands for the state, or 'Ukrainians', people of it."""
    demonyms = tuple(Entry(DEMONYM, entry.ref) for entry in hit.of(PEOPLE))
    country = country_of(reading, Hit(hit.start, hit.end, hit.text, demonyms, frozenset({DEMONYM})))
    if country is None:
        return
    if DEFINITE.search(reading.text, max(0, hit.start - 5), hit.start):
        reading.mentions.append(Mention(hit.start, hit.end, "nation", "alias", actor_id=reading.lexicon.states[country]))
    elif hit.text.endswith("s"):
        group = Mention(hit.start, hit.end, "group", "alias", discovered_name=hit.text, discovered_type="group", country_code=country)
        reading.mentions.append(group)


def add_nation(reading: Reading, hit: Hit) -> bool:
    """Add 'the Dutch', where a verb follows: the demonym itself stands for the state, 'two Japanese' for some of it; false where it stands
    for none."""
    if hit.text.endswith(NATION_ENDINGS) and COUNTED.search(reading.text, max(0, hit.start - 12), hit.start):
        country, word = country_of(reading, hit), _next_word(reading, hit)
        if country is None or not (word in AUXILIARIES or word in ("", "from", "in", "and", "who") or is_finite(word)):
            return False
        name = f"{reading.lexicon.demonyms[country]} nationals"
        group = Mention(hit.start, hit.end, "group", "alias", discovered_name=name, discovered_type="group", country_code=country)
        reading.mentions.append(group)
        return True
    if not hit.text.endswith(NATION_ENDINGS) or not DEFINITE.search(reading.text, max(0, hit.start - 5), hit.start):
        return False
    word = _next_word(reading, hit)
    country = country_of(reading, hit)
    if country is None or not (word in AUXILIARIES or word in reading.lexicon.attributing or is_finite(word)):
        return False
    reading.mentions.append(Mention(hit.start, hit.end, "nation", "alias", actor_id=reading.lexicon.states[country]))
    return True


def signs_of_states(reading: Reading) -> set[str]:
    """States that a demonym or a capital of theirs speaks for in the document; those of a shared name also where other states are named."""
    named = {ref for hit in reading.hits_of[STATE] for ref in {entry.ref for entry in hit.of(STATE)}}
    others = named - SHARED_NAMES
    found = {state for state in named & SHARED_NAMES if others - {NAMESAKES_STATE.get(state)} and not _has_namesake(reading, state)}
    for hit in [*reading.hits_of[DEMONYM], *reading.hits_of[CAPITAL]]:
        for entry in hit.entries:
            if entry.kind == DEMONYM and entry.ref in reading.lexicon.states:
                found.add(reading.lexicon.states[entry.ref])
            elif entry.kind == CAPITAL:
                found.add(entry.ref)
    return found


def _has_namesake(reading: Reading, state: str) -> bool:
    """Whether a person of the document bears the name of a state, "Jim X", "X Smith", or its namesake's places are spoken of."""
    if state in NAMESAKES_STATE and reading.lexicon.vocabulary.namesake.search(reading.text):
        return True
    for named in re.finditer(
        rf"\b([A-Z][a-z]+|[A-Z][a-z]{{0,3}}\.) {state.capitalize()}\b|\b{state.capitalize()} [A-Z][a-z]", reading.text
    ):
        first = named.group(1) or state.capitalize()
        if is_given_name(reading, first) or first.endswith("."):
            return True
    return False


def _is_part_of_name(reading: Reading, hit: Hit, is_capital: bool, is_shared: bool) -> bool:
    """'New X', 'Bank of X', 'X University', 'Michael X'."""
    before = reading.text[max(0, hit.start - 40) : hit.start]
    word, may_belong = _next_word(reading, hit), _may_belong(before)
    if (
        (may_belong and (LARGER_NAME.search(before) or NAMING_NOUN.search(before)))
        or word in reading.lexicon.vocabulary.organizations
        or (word in reading.lexicon.vocabulary.things and word != "House")
    ):
        return True
    if is_shared and (word[:1].isupper() or (may_belong and NAME_OR_TOWN.search(before) and not _is_listed(reading, hit))):
        return True
    name = NAME_BEFORE.search(before) if may_belong else None
    if name is None:
        return False
    is_other = name.group(1) not in NO_NAME and name.group(1).lower() not in SENTENCE_OPENERS
    return is_given_name(reading, name.group(1)) or (is_capital and is_other and not reading.is_headline(hit.start))


def _is_listed(reading: Reading, hit: Hit) -> bool:
    """Whether a state stands before it and a comma: "Niger, X and Mali", not "Smallville, X"."""
    before = bisect_left(reading.hit_starts, hit.start) - 1
    return before >= 0 and STATE in reading.hits[before].kinds and reading.text[reading.hits[before].end : hit.start] == ", "


def _may_belong(before: str) -> bool:
    """Whether the word right before can make a name longer: one with a capital, "of" or "the"; mostly it cannot."""
    word = before.rsplit(None, 1)[-1:] if before[-1:].isspace() else []
    return bool(word) and (not word[0].islower() or word[0] in ("of", "the"))


def _is_place(reading: Reading, hit: Hit) -> bool:
    """A capital as the city it is: 'in X', 'the X summit', a dateline."""
    text = reading.text
    if text.startswith(DISTRICT, hit.end):
        return True
    if text[hit.start - 1 : hit.start].isspace() and AT_PLACE.search(text, max(0, hit.start - 40), hit.start):
        return True
    if not text[max(0, hit.start - 40) : hit.start].rpartition("\n")[2].strip() and DATELINE.match(text, hit.end):
        return True
    word = _next_word(reading, hit)
    if word[:1].isupper() and not reading.is_headline(hit.start):
        return any(run.start <= hit.end + 1 < run.end for run in reading.runs)
    return word in reading.lexicon.vocabulary.of("at_capital")


def _follows_name(reading: Reading, position: int) -> bool:
    """Whether a capitalised word that nothing claims stands right before, and does not merely begin its sentence."""
    return any(run.end == position - 1 and not reading.is_initial(run.start) for run in reading.runs)


def _next_word(reading: Reading, hit: Hit) -> str:
    following = NEXT_WORD.match(reading.text, hit.end)
    return following.group(1) if following else ""
