"""States and groups of people without a name: "the Ukrainian government", "Ukrainian officials", "Washington"."""

import re

from assets.enrich.names import BODY, CAPITAL, DEMONYM, PARAPHRASE, PEOPLE, SEAT, STATE, Entry, Hit
from assets.enrich.people import is_given_name
from assets.enrich.reading import NO_NAME, SENTENCE_OPENERS, Mention, Reading
from assets.enrich.role_phrases import FUNCTION_WORDS, country_of, is_predicate
from assets.enrich.vocabulary import BODY_NOUNS, GOVERNMENT_NOUNS, GROUP_NOUNS, ORGANIZATION_NOUNS, REGIONS, THING_NOUNS
from assets.enrich.wordlist import words

AT_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|through|across|arrived from|flew to|travel(?:l?ed|s)? to|traveling to|visit(?:ed|s|ing)? to"
    r"|trip to|flight to|flights to|downtown|central|visit|visited|visiting|visits)\s+(?:the\s+)?(?:capital\s+)?(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
DATELINE = re.compile(r"[^.\n]{0,40}?(?:\([^)\n]{2,30}\)\s*)?\s?(?:—|–|--|-)\s")
AFTER_HYPHEN = re.compile(r"-([a-z]+)")
# "US-led", "US-brokered" name who acts; "US-based", "Russian-made" only where from.
NO_AGENT = re.compile(
    r"(?:\$|-(?:based|born|made|style|related|wide|friendly|language|speaking|like|educated|trained|area|dominated|majority|era)\b)"
)
BEFORE_HYPHEN = re.compile(r"\b(?:pro|anti|non|ex|post|pre|un|trans|neo|intra|inter)-$", re.IGNORECASE)
LARGER_NAME = re.compile(
    r"(?:\b(?:New|Lake|Port|Fort|Latin|South|North|Central|East|West|St\.?|San|Saint|Mount|Cape)|\bof(?: the)?)\s$"
)
NAMING_NOUN = re.compile(
    r"\b(?:Gulf|Sea|Bank|Strait|Straits|Bay|University|Church|Kingdom|Duke|Duchess|Prince|Princess|Battle|Treaty|Isle|Cape|College"
    r"|Museum|Bishop|Patriarch|Federation|Republic|Voice|Times|District|Port|City|Institute|School|Academy)\s+of(?:\s+the)?\s$"
)
NAME_BEFORE = re.compile(r"(?<=[\w,.]\s)([A-Z][a-z]+)\s$")
NEXT_WORD = re.compile(r"\s(\w[\w’'-]*)")
HEAD = re.compile(r"((?:['’]s?)?\s(?:[a-z][a-z-]*\s){0,2}?)([a-z-]+)\b")
# After a capital: what takes place in it, or stands there.
LOCAL_NOUN = words(
    "conference summit talks meeting meetings convention forum airport suburb suburbs office bureau hotel region street streets metro"
    " residents apartment hospital court courtroom neighborhood neighbourhood district visit trip embassy area mayor stock local time"
    " headquarters newsroom university restaurant correspondent school accords agreement protocol treaty attack attacks terror daily bombings shooting"
)
DEFINITE = re.compile(r"\b[Tt]he\s$")
# Bearing a state's name, and a US state's, a person's or a woman's: it takes other signs of the state in the document.
SHARED_NAMES = frozenset({"georgia", "jordan", "chad", "dominica", "guinea", "lebanon", "cuba", "togo", "niger", "mali"}) - {
    "lebanon", "cuba", "guinea", "togo", "niger", "mali", "dominica",
}  # fmt: skip


def groups(reading: Reading) -> None:
    """Add the mentions of states, bodies and groups that the codebook's names and demonyms tell."""
    signs = _signs_of_states(reading)
    for hit in reading.hits:
        if BEFORE_HYPHEN.search(reading.text, max(0, hit.start - 8), hit.start) or NO_AGENT.match(reading.text, hit.end):
            continue
        if hit.of(STATE, CAPITAL, DEMONYM, BODY, SEAT, PARAPHRASE) and (mention := _group_of(reading, hit)):
            reading.mentions.append(mention)
        elif hit.of(BODY, SEAT, PARAPHRASE):
            _add_body(reading, hit)
        elif hit.of(STATE, CAPITAL):
            _add_state(reading, hit, signs)
        elif hit.of(PEOPLE):
            _add_people(reading, hit)
    _add_bare_bodies(reading)
    for match in REGION_GROUP.finditer(reading.text):
        if match.group(3) in GROUP_NOUNS:
            name = f"{match.group(1)} {match.group(3)}"
            reading.mentions.append(
                Mention(match.start(), match.end(), "group", "alias", discovered_name=name, discovered_type="group")
            )


BARE_BODY = re.compile(rf"\b[Tt]he ({'|'.join(sorted(BODY_NOUNS, key=len, reverse=True))})\b", re.IGNORECASE)
REGION_GROUP = re.compile(rf"\b({'|'.join(sorted(REGIONS))})\s((?:[a-z-]+\s)??)([a-z-]+)\b")


def _group_of(reading: Reading, hit: Hit) -> Mention | None:
    """'Ukrainian government' is the state; 'Ukrainian officials' a group; 'Ukrainian embassy' a body of it."""
    text = reading.text
    head = _head_noun(text, hit.end)
    if head is None:
        return None
    noun, end, adjectives = head
    if is_predicate(text, hit.start):
        return None
    if hit.of(BODY, SEAT, PARAPHRASE):
        if noun not in ("officials", "official", "diplomats", "diplomat", "sources", "leaders", "leadership"):
            return None
        entry = hit.of(BODY, SEAT, PARAPHRASE)[0]
        return Mention(hit.start, end, "body_officials", "alias", actor_id=entry.ref)
    country = country_of(reading, hit)
    if country is None:
        return None
    if noun in GOVERNMENT_NOUNS:
        if noun in ("side", "state", "administration") and adjectives:
            return None
        return Mention(hit.start, end, "government", "alias", actor_id=reading.lexicon.states[country])
    demonym = reading.lexicon.demonyms[country]
    if noun in BODY_NOUNS:
        if known := _known_body(reading, f"{demonym} {noun}"):
            return Mention(hit.start, end, "body", "alias", actor_id=known[0].ref)
        name = f"{demonym} {noun}"
        return Mention(
            hit.start,
            end,
            "body_of_state",
            "alias",
            discovered_name=name,
            discovered_type="government_body",
            country_code=country,
        )
    plural = noun if noun.endswith("s") or noun not in SINGULAR_GROUPS else f"{noun}s"
    name = " ".join([demonym, *adjectives, plural])
    return Mention(hit.start, end, "group", "alias", discovered_name=name, discovered_type="group", country_code=country)


SINGULAR_GROUPS = frozenset({"official", "diplomat", "lawmaker", "politician", "negotiator"})
BODY_HEADS = re.compile(rf"(?:['’]s?)?\s({'|'.join(sorted(BODY_NOUNS, key=len, reverse=True))})\b", re.IGNORECASE)


def _head_noun(text: str, end: int) -> tuple[str, int, list[str]] | None:
    """The noun that a modifier ending at `end` belongs to, where it ends, and the adjectives between."""
    if body := BODY_HEADS.match(text, end):
        return body.group(1).lower(), body.end(), []
    head, adjectives, place = None, [], end
    for _ in range(3):
        word = re.compile(r"(?:['’]s?)?\s([a-z][a-z-]*)\b" if place == end else r"\s([a-z][a-z-]*)\b").match(text, place)
        if word is None or word.group(1) in FUNCTION_WORDS:
            break
        place = word.end()
        if word.group(1) in GROUP_NOUNS or word.group(1) in GOVERNMENT_NOUNS:
            if head is not None:
                adjectives.append(head[0])
            head = (word.group(1), place)
        elif head is not None:
            break
        else:
            adjectives.append(word.group(1))
    if head and head[0] in SINGULAR_GROUPS and (word := NEXT_WORD.match(text, head[1])) and word.group(1).isalpha():
        if word.group(1)[0].islower() and word.group(1) not in FUNCTION_WORDS and not word.group(1).endswith(("ed", "s")):
            return None  # 'Ukrainian official sources': an adjective
    return (head[0], head[1], adjectives) if head else None


def _add_body(reading: Reading, hit: Hit) -> None:
    entries = hit.of(BODY, SEAT, PARAPHRASE)
    is_seat = all(entry.kind == SEAT for entry in entries)
    if is_seat and AT_PLACE.search(reading.text, max(0, hit.start - 30), hit.start):
        return
    refs = sorted({entry.ref for entry in entries})
    entry = entries[0]
    rule = {"exact": "name", "probable_alias": "paraphrase"}.get(entry.resolution, "alias")
    if len(refs) > 1:
        reading.mentions.append(Mention(hit.start, hit.end, "alias_shared", "alias", candidates=tuple(refs)))
    else:
        reading.mentions.append(Mention(hit.start, hit.end, rule, entry.resolution, actor_id=entry.ref))


def _add_state(reading: Reading, hit: Hit, signs: set[str]) -> None:
    text, entries = reading.text, hit.of(STATE, CAPITAL)
    refs = {entry.ref for entry in entries}
    is_capital = all(entry.kind == CAPITAL for entry in entries)
    before = text[max(0, hit.start - 40) : hit.start]
    if (LARGER_NAME.search(before) and not LARGER_NAME.search(before).group().startswith("of")) or NAMING_NOUN.search(before):
        return
    if len(refs) > 1 or (refs & SHARED_NAMES and not refs & signs):
        return
    following = NEXT_WORD.match(text, hit.end)
    word = following.group(1) if following else ""
    in_headline = reading.is_headline(hit.start)
    if word in ORGANIZATION_NOUNS or (word in THING_NOUNS and word not in ("House",)):
        return
    if is_capital:
        if AT_PLACE.search(before) or DATELINE.match(text, hit.end) and _starts_paragraph(reading, hit.start):
            return
        if text.startswith((", D.C", ", DC", " D.C", " DC"), hit.end):
            return
        if word in LOCAL_NOUN:
            return
        if not in_headline and word[:1].isupper() and _is_unclaimed(reading, hit.end + 1):
            return
    elif refs & SHARED_NAMES and (word[:1].isupper() or re.search(r"[A-Z]\w+\s$", before)):
        return
    if not in_headline and (name := NAME_BEFORE.search(before)):
        if is_given_name(reading, name.group(1)) or (
            is_capital and name.group(1) not in NO_NAME and name.group(1).lower() not in SENTENCE_OPENERS
        ):
            return
    entry = entries[0]
    rule = "state" if entry.resolution == "exact" else "capital" if is_capital else "state_alias"
    reading.mentions.append(Mention(hit.start, hit.end, rule, entry.resolution, actor_id=entry.ref))


def _add_people(reading: Reading, hit: Hit) -> None:
    """'the Ukrainians' stands for the state, 'Ukrainians' for people of it."""
    country = country_of(reading, Hit(hit.start, hit.end, hit.text, tuple(e for e in _as_demonyms(hit))))
    if country is None:
        return
    if DEFINITE.search(reading.text, max(0, hit.start - 5), hit.start):
        reading.mentions.append(Mention(hit.start, hit.end, "nation", "alias", actor_id=reading.lexicon.states[country]))
    elif hit.text.endswith("s"):
        reading.mentions.append(
            Mention(hit.start, hit.end, "group", "alias", discovered_name=hit.text, discovered_type="group", country_code=country)
        )


def _add_bare_bodies(reading: Reading) -> None:
    """'the Foreign Ministry': of the country whose demonym or name stands before it in the sentence, if one does."""
    hits = [hit for hit in reading.hits if hit.of(DEMONYM, STATE)]
    for match in BARE_BODY.finditer(reading.text):
        sentence = reading.sentence_at(match.start())
        before = [hit for hit in hits if sentence and sentence[0] <= hit.start < match.start()]
        codes = {country_of(reading, hit) for hit in before} - {None}
        if len(codes) != 1:
            continue
        country = codes.pop() or ""
        name = f"{reading.lexicon.demonyms[country]} {match.group(1).lower()}"
        known = [entry.ref for entry in _known_body(reading, name)]
        start, end = match.span(1)
        if known:
            reading.mentions.append(Mention(start, end, "bare_body", "alias", actor_id=known[0]))
        else:
            reading.mentions.append(
                Mention(
                    start,
                    end,
                    "bare_body",
                    "alias",
                    discovered_name=name,
                    discovered_type="government_body",
                    country_code=country,
                )  # fmt: skip
            )


def _known_body(reading: Reading, name: str) -> list[Entry]:
    demonym, _, noun = name.partition(" ")
    return [
        entry
        for text in (name, f"{demonym} {noun.title()}", name.title())
        for entry in reading.lexicon.exact(text)
        if entry.kind == BODY
    ]


def _as_demonyms(hit: Hit) -> list[Entry]:
    return [Entry(DEMONYM, entry.ref) for entry in hit.of(PEOPLE)]


def _signs_of_states(reading: Reading) -> set[str]:
    """States that a demonym or a capital of theirs speaks for in the document."""
    found = set()
    for hit in reading.hits:
        for entry in hit.entries:
            if entry.kind == DEMONYM and entry.ref in reading.lexicon.states:
                found.add(reading.lexicon.states[entry.ref])
            elif entry.kind == CAPITAL:
                found.add(entry.ref)
    return found


def _starts_paragraph(reading: Reading, position: int) -> bool:
    return position == 0 or not reading.text[max(0, position - 40) : position].rpartition("\n")[2].strip(" ")


def _is_unclaimed(reading: Reading, position: int) -> bool:
    return any(run.start <= position < run.end for run in reading.runs)
