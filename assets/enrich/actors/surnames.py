"""Surnames alone: whose they are in the document. Full names, and what stands beside them, belong in `people`."""

import re
from collections import Counter

from assets.enrich.actors.binding import office_of_body
from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, SEAT, STATE, SURNAME
from assets.enrich.actors.people import (
    SUFFIX,
    Person,
    Register,
    gender_of,
    has_title,
    held_on,
    in_office,
    is_given_name,
    is_part_of_thing,
    mention_key,
    roles_before,
    roles_of,
    settled,
    speaks_after,
    title_before,
)
from assets.enrich.actors.reading import NO_NAME, SENTENCE_OPENERS, Mention, Reading, Run
from assets.enrich.actors.role_phrases import RolePhrase

FULL = frozenset({"full_name", "alias", "discovered"})
DOMINANCE = 2  # times more often named in full than the next bearer of the surname
# Around a month that is also a surname: 'in May', 'early May', '3 May', 'May 2019'; a wish begins 'May the'.
DATE_BEFORE = re.compile(
    r"(?:\d|\b(?:in|of|last|next|this|early|late|mid|since|by|until|till|from|for|to|between|during|through|every))[\s-]+$"
)
DATE_AFTER = re.compile(r"[\s-]+\d|\s(?:the|a|an|he|she|it|they|we|you|I|this|that|these|those|his|her|its|their|God|be)\b")


def bare_surnames(reading: Reading, register: Register, phrases: list[RolePhrase]) -> None:
    """Mentions by surname alone: of who bears it in the document, else of the one whom codebook, title or office tell."""
    titles = {phrase.end: phrase for phrase in phrases if phrase.is_current}
    namesakes = reading.lexicon.namesakes
    for run in reading.runs:
        if len(run.tokens) == 1 and not run.surname and (name := run.tokens[0][2]) not in register.surnames and name not in namesakes:
            continue  # as nearly always
        in_headline = reading.is_headline(run.start)
        for start, end, word in run.tokens if in_headline or len(run.tokens) == 1 else ():  # of several, the last is another's
            hit = run.surname if run.surname and run.end == end else None
            if hit is None and word not in register.surnames and word not in namesakes:
                continue
            if in_headline and _has_given_name(reading, run, start):
                continue
            if reading.text[end : end + 1] == "-" or is_part_of_thing(reading, end, in_headline) or SUFFIX.match(reading.text, end):
                continue
            claimed = {entry.ref for entry in hit.of(SURNAME)} if hit else set()
            token, title = (start, end, word), titles.get(start - 1)
            mention = _surname_mention(reading, register, token, claimed, bool(hit) and _is_doubtful(reading, run))
            if _is_left_open(reading, register, mention, title, word) and not in_headline and (title or not run.follows_name):
                mention = _office_holder(reading, register, token, title, phrases) or mention
            if mention:
                reading.mentions.append(mention)


def _surname_mention(
    reading: Reading, register: Register, token: tuple[int, int, str], claimed: set[str], is_doubtful: bool
) -> Mention | None:
    start, end, word = token
    honorific = title_before(reading, start)
    is_titled = bool(honorific) or has_title(reading, start)
    bearers = register.bearing(word)
    is_month = word in NO_NAME
    if not is_titled and ((is_month and not _is_no_date(reading, token, bearers)) or (not is_month and word.lower() in SENTENCE_OPENERS)):
        return None  # 'He', 'May': surnames that are other words nearly always
    gender = reading.lexicon.vocabulary.honorifics.get(honorific or "")
    bearers = [person for person in bearers if not (gender and person.gender and person.gender != gender)]
    if bearers:
        chosen = _chosen(reading, register, bearers, start, claimed)
        if chosen is None:
            left = tuple(sorted(person.key for person in bearers if person.actor_id))
            if not left:
                return None
            return Mention(start, end, "surname_shared", "surname", candidates=left, is_person=True)
        chosen.gender = chosen.gender or gender
        return _of_person(chosen, (start, end))
    if not claimed or (is_doubtful and not is_titled):
        return None
    actor_id = settled(reading, register, start, claimed)
    if actor_id is None:
        return (
            Mention(start, end, "surname_shared", "alias", candidates=tuple(sorted(claimed)), is_person=True) if len(claimed) > 1 else None
        )
    known = reading.lexicon.actors[actor_id]
    if gender and (gender_of(reading.lexicon, known.name) or gender) != gender:
        return None
    register.enter(actor_id, known.name, start, actor_id)
    return Mention(start, end, "surname_alias", "alias", actor_id=actor_id, is_person=True)


def _is_no_date(reading: Reading, token: tuple[int, int, str], bearers: list[Person]) -> bool:
    """Whether a word like 'May' is a name here: it speaks, or the document knows a bearer and nothing around it dates."""
    start, end, _ = token
    if speaks_after(reading, end):
        return True
    return bool(bearers) and not DATE_BEFORE.search(reading.text, max(0, start - 12), start) and not DATE_AFTER.match(reading.text, end)


def _chosen(reading: Reading, register: Register, bearers: list[Person], position: int, claimed: set[str]) -> Person | None:
    """Of several bearers, the one whose role stands before the name, else the one named last in full or known by surname alone."""
    if len(bearers) == 1:
        return bearers[0]
    roles = roles_before(reading, position)
    fitting = [person for person in bearers if roles & roles_of(reading.lexicon, person.actor_id)]
    if len(fitting) > 1 and register.published_on:
        day = register.published_on
        fitting = [person for person in fitting if person.actor_id and in_office(reading.lexicon, person.actor_id, roles, day)]
    if len(fitting) == 1:
        return fitting[0]
    named = [mention for mention in reading.mentions if mention.rule in FULL and mention.start < position]
    keys = {person.key for person in bearers}
    paragraph = reading.text.rfind("\n\n", 0, position)
    here = [mention for mention in named if mention.start > paragraph and mention_key(mention) in keys]
    if here:
        last = mention_key(max(here, key=lambda mention: mention.start))
        return next(person for person in bearers if person.key == last)
    principal = [person for person in bearers if person.actor_id in claimed]
    if len(principal) == 1:
        return principal[0]
    counts = Counter(mention_key(mention) for mention in named if mention_key(mention) in keys).most_common(2)
    if counts and (len(counts) == 1 or counts[0][1] >= DOMINANCE * counts[1][1]):
        return next(person for person in bearers if person.key == counts[0][0])
    return None


def _is_left_open(reading: Reading, register: Register, mention: Mention | None, title: RolePhrase | None, surname: str) -> bool:
    """Whether nobody is bound, or somebody who was not in the office that the title before the name tells."""
    if mention is None:
        return not register.bearing(surname)
    if mention.candidates:
        return bool(title or register.published_on)
    told = reading.lexicon.titles.get(title.title) if title else None
    day = register.published_on
    return bool(told and told.is_unique and day and mention.actor_id and not in_office(reading.lexicon, mention.actor_id, {told.role}, day))


def _office_holder(
    reading: Reading, register: Register, token: tuple[int, int, str], title: RolePhrase | None, phrases: list[RolePhrase]
) -> Mention | None:
    """A surname that many bear, meant of the one whose office the document names: "the Peruvian foreign minister … Vega"."""
    start, end, word = token
    lexicon = reading.lexicon
    namesakes = lexicon.namesakes.get(word)
    if not namesakes or word.lower() in SENTENCE_OPENERS or word in NO_NAME or reading.is_common(word.lower()):
        return None
    offices = set()
    for phrase in [title] if title else phrases:
        told = lexicon.titles.get(phrase.title)
        is_told = title or (phrase.start < start and (phrase.country_code or phrase.organization))
        if told and told.is_unique and phrase.is_current and is_told:
            office = None if phrase.country_code else office_of_body(reading, phrase, told)
            offices.add(office or (told.role, phrase.country_code))
    held = [
        (actor_id, role)
        for actor_id in sorted(namesakes)
        for role in lexicon.roles.get(actor_id, ())
        if (role.role, role.country_code) in offices
        or (role.role, role.organization) in offices
        or (title and (role.role, None) in offices and role.organization is None)
    ]
    if register.published_on:
        held = [(actor_id, role) for actor_id, role in held if role in held_on(lexicon, actor_id, register.published_on)]
    holders = sorted({actor_id for actor_id, _ in held})
    if len(holders) == 1:
        register.enter(holders[0], lexicon.actors[holders[0]].name, start, holders[0])
        return Mention(start, end, "surname_office", "surname", actor_id=holders[0], is_person=True)
    roles = {role.role for _, role in held}
    if len(holders) > 1 and len(roles) == 1:
        return Mention(start, end, "surname_shared", "surname", candidates=tuple(holders), role=roles.pop(), is_person=True)
    return None


def _has_given_name(reading: Reading, run: Run, start: int) -> bool:
    """In a headline: whether a given name stands before the surname, so that another is meant."""
    before = [token[2] for token in run.tokens if token[1] < start][-1:]
    return bool(before) and is_given_name(reading, before[0])


def _is_doubtful(reading: Reading, run: Run) -> bool:
    """A surname that is also a place, a body or a common word of this text."""
    entries = run.surname.entries if run.surname else ()
    if any(entry.kind in (STATE, CAPITAL, BODY, SEAT, DEMONYM) for entry in entries):
        return True
    return reading.is_common(run.words[-1].lower())


def _of_person(person: Person, span: tuple[int, int]) -> Mention:
    name = None if person.actor_id else person.name
    return Mention(
        *span, "surname", "surname", actor_id=person.actor_id, discovered_name=name, discovered_type=name and "person", is_person=True
    )
