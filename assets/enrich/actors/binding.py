"""Offices without a name: bound within the document where it alone settles them, else left to `resolve`."""

import re
from bisect import bisect_left, bisect_right

from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, SEAT, STATE, Hit, Title
from assets.enrich.actors.people import Person, Register, held_on, mention_key
from assets.enrich.actors.reading import Mention, Reading
from assets.enrich.actors.role_phrases import (
    FUNCTION_WORDS,
    INDEFINITE,
    RolePhrase,
    country_of,
    country_of_paragraph,
    is_finite,
    is_predicate,
)

MINE = frozenset({"my", "our"})
QUOTED = re.compile(r"[“\"][^“”\"\n]*(?:[”\"]|\n|$)")  # straight and curly marks mix within one quotation
ADMINISTRATION = re.compile(r"administration(?<=\b[Tt]he administration)\b(?! of)")
TEAM = re.compile(r"['’]s?\s(?:[a-z]+\s)?(?:administration|team|government|cabinet|White House)\b")
COUNTERPART = re.compile(r"\s(?:counterpart|opposite number)\b(?!,?\s[A-Z])")
WHOSE = re.compile(r"\b(?:his|her|its|their)\s(?:new\s)?$")
ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]h[ia][st])\s(?:(?:new|newly elected|current|incumbent|visiting|young|veteran|longtime)\s)?$")
NO_ARTICLE = re.compile(r"\b(?:for|as|of|be)\s$")  # 'a candidate for Kenyan president'
NEXT_WORD = re.compile(r"\s(\w[\w’'-]*)")
POSSESSED = re.compile(r"['’]s?\s$")
DEPUTIES = frozenset({"vice", "deputy", "assistant", "associate", "first", "acting", "former"})
DOMINANCE = 3  # times more often titled so than any other


def bind_roles(reading: Reading, register: Register, phrases: list[RolePhrase]) -> None:
    """Add a mention for each definite office that stands for a person without naming him."""
    for phrase in phrases:
        if phrase.holder or not phrase.is_current or is_predicate(reading.text, phrase.start):
            continue
        if mention := _role_mention(reading, register, phrase):
            reading.mentions.append(mention)
            if person := register.people.get(mention_key(mention) or ""):
                person.titles.append(phrase)
    _bind_counterparts(reading, register)


def bind_administrations(reading: Reading) -> None:
    """Bind "the administration" where the document speaks of one administration only."""
    _bind_teams(reading)
    named = {
        mention.actor_id
        for mention in reading.mentions
        if mention.actor_id
        and (mention.rule == "administration" or reading.text[mention.start : mention.end].lower().endswith("administration"))
    }
    if len(named) != 1:
        return
    actor_id = named.pop()
    for match in ADMINISTRATION.finditer(reading.text):
        reading.mentions.append(Mention(*match.span(), "administration", "role", actor_id=actor_id))


def _bind_teams(reading: Reading) -> None:
    """'X's administration', 'X's team': the body the codebook knows as "X administration"."""
    lexicon = reading.lexicon
    for mention in [mention for mention in reading.mentions if mention.is_person and mention.actor_id]:
        match = TEAM.match(reading.text, mention.end)
        if match is None:
            continue
        for surname in sorted(lexicon.surnames[mention.actor_id or ""]):
            known = [entry for entry in lexicon.exact(f"{surname} administration") if entry.kind == BODY]
            if known:
                reading.mentions.append(Mention(mention.start, match.end(), "administration", "alias", actor_id=known[0].ref))
                break


def _role_mention(reading: Reading, register: Register, phrase: RolePhrase) -> Mention | None:
    title, nouns = reading.lexicon.titles.get(phrase.title), reading.lexicon.vocabulary
    if phrase.title.endswith("s") and phrase.title[:-1] in reading.lexicon.titles:
        return None
    span = (phrase.start, phrase.end)
    principal = _principal(reading, register, phrase)
    country = phrase.country_code or (principal.country_code if principal else None)
    has_modifier = principal is not None or phrase.start < phrase.title_start or phrase.end > phrase.title_start + len(phrase.title)
    if phrase.determiner in MINE:
        country = country or _country_of_speaker(reading, register, phrase)
        if title is None or country is None:
            return None
    elif phrase.determiner == "its" and not has_modifier:
        owner = its_owner(reading, phrase)
        if title is None or owner is None:
            return None
        country = country_of(reading, owner)
        bodies = [] if owner.has(STATE, CAPITAL) else owner.of(BODY, SEAT)
        if bodies and title.role == "spokesperson":
            return Mention(*span, "body_officials", "alias", actor_id=bodies[0].ref)
        if bodies:
            phrase.organization = reading.lexicon.actors[bodies[0].ref].name
    elif not _is_definite(reading, phrase, has_modifier):
        return None
    if phrase.determiner in INDEFINITE and not (title and title.role == "spokesperson"):
        return None
    if phrase.determiner in INDEFINITE and (body := reading.lexicon.body_named(phrase.organization)):
        return Mention(*span, "body_officials", "alias", actor_id=body)  # one of several spokesmen: the body speaks
    bearers = [] if phrase.determiner in INDEFINITE else _bearers(reading, register, phrase, country)
    if len(bearers) > 1 or (bearers and not country and not (title and title.is_unique)):
        bearers = _nearest(reading, phrase, bearers)
    if len(bearers) == 1:
        return None if country is None and _has_rival(reading, phrase, bearers[0]) else _held_by(bearers[0], span)
    rule = "role_open"
    if title and title.is_unique and not (country or phrase.organization or bearers) and phrase.determiner == "the":
        country, rule = country_of_paragraph(reading, phrase.start), "role_guess"
    if title is None or (country is None and phrase.organization is None and not bearers):
        return None
    held = title.role if (title.role, country) in reading.lexicon.offices else None
    if rule == "role_guess" and held not in nouns.of("leader") | nouns.of("minister"):
        return None
    if country is None and not bearers:
        office = office_of_body(reading, phrase, title)
        return office and Mention(*span, "role_open", "role", role=office[0], discovered_organization=office[1], is_person=True)
    if not title.is_unique and held not in nouns.of("envoy") | nouns.of("open_office"):
        return None  # nobody to bind it to, ever
    candidates = tuple(sorted(person.actor_id for person in bearers if person.actor_id))
    return Mention(
        *span, rule, "role", country_code=country, role=title.role, discovered_organization=phrase.organization,
        candidates=candidates if len(candidates) > 1 else (), is_person=True,
    )  # fmt: skip


def _has_rival(reading: Reading, phrase: RolePhrase, bearer: Person) -> bool:
    """Whether another holder of such an office, whom only the date will tell, was named since: "Peru's minister … the minister"."""
    last = max((m.end for m in reading.mentions if mention_key(m) == bearer.key and m.end <= phrase.start), default=0)
    rivals = reading.lexicon.vocabulary.of("minister") if phrase.title == "minister" else {phrase.title}
    return any(m.role in rivals and last < m.start < phrase.start for m in reading.mentions)


def its_owner(reading: Reading, phrase: RolePhrase) -> Hit | None:
    """Whose "its prime minister" is: the only state or body of the sentence so far, or the one it begins with; else of the one before."""
    place = bisect_right(reading.starts, phrase.start) - 1
    for index in (place, place - 1):
        if index < 0:
            return None
        start = reading.sentences[index][0]
        end = min(reading.sentences[index][1], phrase.start)
        hits = reading.hits[bisect_left(reading.hit_starts, start) : bisect_left(reading.hit_starts, end)]
        named = [hit for hit in hits if hit.has(STATE, CAPITAL, BODY, SEAT)]
        if named:
            is_first = named[0].start - start <= len("The ")
            return named[0] if is_first or len({hit.entries[0].ref for hit in named}) == 1 else None
    return None


def _held_by(person: Person, span: tuple[int, int]) -> Mention:
    name = None if person.actor_id else person.name
    return Mention(*span, "role", "role", actor_id=person.actor_id, discovered_name=name, discovered_type=name and "person", is_person=True)


def office_of_body(reading: Reading, phrase: RolePhrase, title: Title) -> tuple[str, str] | None:
    """The one office of an organisation that a title stands for, as the codebook writes both: "the NATO chief"."""
    lexicon = reading.lexicon
    offices = lexicon.body_offices.get(lexicon.body_named(phrase.organization) or "", set())
    if not offices & {(title.role, organization) for _, organization in offices} and " for " in phrase.title:
        offices = lexicon.offices_for(title.role, phrase.title.partition(" for ")[2])
    told = [office for office in offices if office[0] == title.role]
    told = told or [office for office in offices if title.is_unique and _head(office[0]) == _head(phrase.title)]
    told = told or [office for office in offices if title.role in ("head", "leader") and office[0] in lexicon.vocabulary.of("chief")]
    return told[0] if len(told) == 1 else None


def _bind_counterparts(reading: Reading, register: Register) -> None:
    """Bind "his Peruvian counterpart": who holds in Peru the office that the person before holds at home."""
    for hit in reading.hits_of[DEMONYM]:
        match = COUNTERPART.match(reading.text, hit.end)
        country = country_of(reading, hit) if match else None
        if match is None or country is None or not WHOSE.search(reading.text, max(0, hit.start - 10), hit.start):
            continue
        sentence = reading.sentence_at(hit.start)
        first = sentence[0] if sentence else 0
        before = [mention for mention in reading.mentions if mention.is_person and first <= mention.start and mention.end <= hit.start]
        if not before:
            continue
        last = max(before, key=lambda mention: mention.start)
        role = last.role or _state_office(reading, register, register.people.get(mention_key(last) or ""))
        if role is None:
            continue
        span = (hit.start, match.end())
        phrase = RolePhrase(*span, hit.start, role, country, None, True, "the", False)
        bearers = _bearers(reading, register, phrase, country)
        mention = Mention(*span, "role_open", "role", country_code=country, role=role, is_person=True)
        reading.mentions.append(_held_by(bearers[0], span) if len(bearers) == 1 else mention)


def _state_office(reading: Reading, register: Register, person: Person | None) -> str | None:
    """The one office of state, which every country has, that the document or the codebook gives a person on its day."""
    if person is None:
        return None
    lexicon = reading.lexicon
    told = [lexicon.titles[held.title] for held in person.titles if held.is_current and held.title in lexicon.titles]
    roles = {title.role for title in told if title.is_unique}
    if not roles:
        held = held_on(lexicon, person.actor_id, register.published_on) if register.published_on else ()
        held = held or lexicon.main_roles.get(person.actor_id or "", ())
        roles = {role.role for role in held if role.organization is None}
    return roles.pop() if len(roles) == 1 else None


def _principal(reading: Reading, register: Register, phrase: RolePhrase) -> Person | None:
    """The person whose envoy or minister it is: "X's envoy"."""
    owner = POSSESSED.search(reading.text, max(0, phrase.start - 4), phrase.start)
    if owner is None:
        return None
    mention = next((mention for mention in reading.mentions if mention.is_person and mention.end == owner.start()), None)
    return register.people.get(mention_key(mention) or "") if mention else None


def _is_definite(reading: Reading, phrase: RolePhrase, has_modifier: bool) -> bool:
    """'the envoy', 'the Kenyan envoy', 'Kenyan envoy' in a headline; not 'the first female president', 'the delegate count'."""
    text = reading.text
    if phrase.title_start == phrase.start and not has_modifier and not ARTICLE.search(text, max(0, phrase.start - 24), phrase.start):
        return False
    if phrase.determiner == "" and NO_ARTICLE.search(text, max(0, phrase.start - 8), phrase.start):
        return False
    after = NEXT_WORD.match(text, phrase.end)
    if after is None:
        return True
    word = after.group(1)
    if word in ("of", "in", "to", "at") and not has_modifier and (word == "of" or text[after.end() + 1 : after.end() + 2].isupper()):
        return False  # 'the head of a small group', 'the ambassador in Lima': somebody else
    if word[0].isupper():
        return reading.is_headline(phrase.start) or not text[phrase.title_start].isupper()
    title = reading.lexicon.titles.get(phrase.title)
    if has_modifier or (title and title.is_unique) or word in FUNCTION_WORDS or word in reading.lexicon.reporting:
        return True
    return word.endswith(("ed", "s", "ly")) or is_finite(word)


def _bearers(reading: Reading, register: Register, phrase: RolePhrase, country: str | None) -> list[Person]:
    """People named before (or, with a country, anywhere) whom the document titles so; else those the codebook does."""
    lexicon, nouns = reading.lexicon, reading.lexicon.vocabulary
    title, envoys = lexicon.titles.get(phrase.title), nouns.of("envoy")
    head = _head(phrase.title)
    near = [person for person in register.people.values() if person.first < phrase.start or country]

    def fits(held: RolePhrase, person: Person) -> bool:
        own = lexicon.titles.get(held.title)
        same = held.title == phrase.title or (title and own and own.role == title.role)
        held_head = _head(held.title)
        same = same or (" " not in phrase.title and held_head == head) or {head, held_head} <= envoys
        same = same or (title and own and {title.role, own.role} <= envoys)  # "the special representative" is "the envoy"
        if phrase.organization and not (title and title.is_unique) and held.organization != phrase.organization:
            return False
        return bool(same) and held.is_current and (country is None or country in (held.country_code, person.country_code))

    titled = [person for person in near if any(fits(held, person) for held in person.titles)]
    if titled := [person for person in titled if _may_hold(reading, register, person, title)]:
        return titled
    if title is None or not (country or phrase.organization or phrase.determiner in ("the", "this", "that")):
        return []
    day = register.published_on
    roles = envoys if title.role in envoys else nouns.of(title.role) if title.role in ("leader", "minister") else {title.role}
    body = lexicon.body_named(phrase.organization)
    unlisted = phrase.organization if body is None else None  # a town: its mayor is no other's

    def holds(person: Person) -> bool:
        for role in held_on(lexicon, person.actor_id, day) if day else lexicon.main_roles.get(person.actor_id or "", []):
            is_there = role.country_code == country if country else body is None or lexicon.body_named(role.organization) == body
            if role.role in roles and is_there and unlisted in (None, role.organization):
                return True
        return False

    return [person for person in near if holds(person)]


def _may_hold(reading: Reading, register: Register, person: Person, title: Title | None) -> bool:
    """Whether somebody titled so may still be meant: not a president of another time, as far as the codebook knows."""
    day = register.published_on
    known = [role for role in reading.lexicon.roles.get(person.actor_id or "", ()) if title and role.role == title.role]
    if day is None or title is None or not title.is_unique or not known:
        return True
    return any(role in known for role in held_on(reading.lexicon, person.actor_id, day))


def _nearest(reading: Reading, phrase: RolePhrase, bearers: list[Person]) -> list[Person]:
    """Those of several bearers who are named in the sentences right before; else the one who is titled so far more often."""
    index = bisect_right(reading.starts, phrase.start) - 1
    for back in (0, 1, 2):
        start = reading.starts[max(0, index - back)]
        here = {mention_key(mention) for mention in reading.mentions if mention.is_person and start <= mention.start < phrase.start}
        near = [person for person in bearers if person.key in here]
        if near:
            return near
    counts = sorted(((sum(held.title == phrase.title for held in person.titles), person.key) for person in bearers), reverse=True)
    if len(counts) > 1 and counts[0][0] >= DOMINANCE * max(1, counts[1][0]):
        return [person for person in bearers if person.key == counts[0][1]]
    return bearers if len(bearers) > 1 else []


def _head(title: str) -> str:
    """The noun of a title, a deputy's kept apart: 'secretary of state' → secretary, 'vice president' → vice president."""
    words = title.split(" of ")[0].split()
    return " ".join(words[-2:]) if len(words) > 1 and words[-2] in DEPUTIES else words[-1]


def _country_of_speaker(reading: Reading, register: Register, phrase: RolePhrase) -> str | None:
    """Country of the person who speaks in the paragraph of "my president": the first one named outside quotations."""
    start = reading.text.rfind("\n\n", 0, phrase.start) + 1
    end = reading.text.find("\n\n", phrase.end)
    end = len(reading.text) if end < 0 else end
    quoted = [match.span() for match in QUOTED.finditer(reading.text, start, end)]
    for mention in sorted(reading.mentions, key=lambda mention: mention.start):
        if mention.is_person and start <= mention.start < end and not any(a <= mention.start < b for a, b in quoted):
            person = register.people.get(mention_key(mention) or "")
            return person.country_code if person else None
    return None
