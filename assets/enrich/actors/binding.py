"""Offices without a name, and "he" and "she": bound within the document where it alone settles them, else left to `resolve`."""

import re
from bisect import bisect_right

from assets.enrich.actors.names import BODY
from assets.enrich.actors.people import Person, Register, held_on, mention_key
from assets.enrich.actors.reading import Mention, Reading
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, INDEFINITE, RolePhrase, is_predicate

MINE = frozenset({"my", "our"})
PRONOUN = re.compile(r"\b(he|she|He|She)\b(?!['’]?-)")
QUOTED = re.compile(r"[“\"][^“”\"\n]*(?:[”\"]|\n|$)")  # straight and curly marks mix within one quotation
ADMINISTRATION = re.compile(r"\b[Tt]he (administration)\b(?! of)")
TEAM = re.compile(r"['’]s?\s(?:[a-z]+\s)?(?:administration|team|government|cabinet|White House)\b")
ENVOY_ROLES = frozenset({"envoy", "special envoy", "ambassador"})
LEADERS = frozenset({"leader", "president", "prime minister", "supreme leader", "chancellor", "general secretary", "king", "emir"})
OPEN_ROLES = ENVOY_ROLES | {"spokesperson", "deputy foreign minister", "national security adviser", "chief negotiator"}
ENVOYS = frozenset({"envoy", "ambassador", "emissary"})
ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]h[ia][st])\s$")
NO_ARTICLE = re.compile(r"\b(?:for|as|of|be)\s$")  # 'a candidate for Kenyan president'
NEXT_WORD = re.compile(r"\s(\w[\w’'-]*)")
VERB_AFTER = re.compile(r"\s(?:also\s|later\s|then\s|has\s|had\s)?(\w+)")
POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
POSSESSED = re.compile(r"['’]s?\s$")
OBLIQUE = re.compile(r"\b(?:of|by|with|to|for|from|on|about|against|at|between|and)\s(?:the\s)?(?:[A-Z][\w.’'-]*\s|[a-z]+\s(?=$)){0,3}$")
DEPUTIES = frozenset({"vice", "deputy", "assistant", "associate", "first", "acting", "former"})
DOMINANCE = 3  # times more often titled so than any other
REACH = 2  # sentences back in which a pronoun looks for its person


def bind_roles(reading: Reading, register: Register, phrases: list[RolePhrase]) -> None:
    """Add a mention for each definite office that stands for a person without naming him."""
    for phrase in phrases:
        if phrase.holder or not phrase.is_current or is_predicate(reading.text, phrase.start):
            continue
        if mention := _role_mention(reading, register, phrase):
            reading.mentions.append(mention)
            if person := register.people.get(mention_key(mention) or ""):
                person.titles.append(phrase)


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
        reading.mentions.append(Mention(match.start(1), match.end(1), "administration", "role", actor_id=actor_id))


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


def bind_pronouns(reading: Reading, register: Register) -> None:
    """Add "he" and "she" outside quotations where the text before leaves one person."""
    people = sorted(
        (mention for mention in reading.mentions if mention.is_person and mention_key(mention)), key=lambda mention: mention.start
    )
    quoted = [match.span() for match in QUOTED.finditer(reading.text)]
    quotes = [start for start, _ in quoted]
    subjects: dict[int, str] = {}
    for index, (start, end, is_title) in enumerate(reading.sentences):
        inside = [mention for mention in people if start <= mention.start < end]
        if not is_title:
            for match in PRONOUN.finditer(reading.text, start, end):
                place = bisect_right(quotes, match.start()) - 1
                if place >= 0 and quoted[place][0] <= match.start() < quoted[place][1]:
                    continue
                key = _antecedent(register, inside, subjects, index, match)
                if key:
                    subjects.setdefault(index, key)
                    reading.mentions.append(_pronoun(register.people[key], match.span(1)))
        if inside and index not in subjects:
            subjects[index] = _subject(reading, inside)


def _role_mention(reading: Reading, register: Register, phrase: RolePhrase) -> Mention | None:
    title = reading.lexicon.titles.get(phrase.title)
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
    elif not _is_definite(reading, phrase, has_modifier):
        return None
    if phrase.determiner in INDEFINITE and not (title and title.role == "spokesperson"):
        return None
    is_indefinite = phrase.determiner in INDEFINITE
    bearers = [] if is_indefinite else _bearers(reading, register, phrase, country)
    if len(bearers) > 1 or (bearers and not country and not (title and title.is_unique)):
        bearers = _nearest(reading, phrase, bearers)
    if len(bearers) == 1:
        mention = Mention(*span, "role", "role", actor_id=bearers[0].actor_id, is_person=True)
        if not bearers[0].actor_id:
            mention.discovered_name, mention.discovered_type = bearers[0].name, "person"
        return mention
    if title is None or (country is None and not bearers):
        return None
    if not title.is_unique and not (title.role in OPEN_ROLES and (title.role, country) in reading.lexicon.offices):
        return None  # nobody to bind it to, ever
    candidates = tuple(sorted(person.actor_id for person in bearers if person.actor_id))
    return Mention(
        *span, "role_open", "role", country_code=country, role=title.role, discovered_organization=phrase.organization,
        candidates=candidates if len(candidates) > 1 else (), is_person=True,
    )  # fmt: skip


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
    if phrase.title_start == phrase.start and not has_modifier and not ARTICLE.search(text, max(0, phrase.start - 6), phrase.start):
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
    return word.endswith(("ed", "s", "ly"))


def _bearers(reading: Reading, register: Register, phrase: RolePhrase, country: str | None) -> list[Person]:
    """People named before (or, with a country, anywhere) whom the document titles so; else those the codebook does."""
    lexicon = reading.lexicon
    title = lexicon.titles.get(phrase.title)
    head = _head(phrase.title)
    near = [person for person in register.people.values() if person.first < phrase.start or country]

    def fits(held: RolePhrase, person: Person) -> bool:
        own = lexicon.titles.get(held.title)
        same = held.title == phrase.title or (title and own and own.role == title.role)
        held_head = _head(held.title)
        same = same or (" " not in phrase.title and held_head == head) or {head, held_head} <= ENVOYS
        same = same or (title and own and {title.role, own.role} <= ENVOY_ROLES)  # "the special representative" is "the envoy"
        if phrase.organization and not (title and title.is_unique) and held.organization != phrase.organization:
            return False
        return bool(same) and held.is_current and (country is None or country in (held.country_code, person.country_code))

    titled = [person for person in near if any(fits(held, person) for held in person.titles)]
    if titled or title is None:
        return titled
    day = register.published_on
    roles = ENVOY_ROLES if title.role in ENVOY_ROLES else LEADERS if title.role == "leader" else {title.role}
    return [
        person
        for person in near
        if any(
            role.role in roles and country and role.country_code == country
            for role in (held_on(lexicon, person.actor_id, day) if day else lexicon.main_roles.get(person.actor_id or "", []))
        )
    ]


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


def _antecedent(register: Register, inside: list[Mention], subjects: dict[int, str], index: int, match: re.Match[str]) -> str | None:
    gender = "male" if match.group(1).lower() == "he" else "female"

    def fits(key: str) -> bool:
        return register.people[key].gender in (None, gender)

    before = list(dict.fromkeys(key for mention in inside if mention.end <= match.start() and (key := mention_key(mention)) and fits(key)))
    if len(before) == 1 and match.group(1)[0].islower():
        return before[0]
    if len(before) > 1:
        return None
    for back in range(1, REACH + 1):
        key = subjects.get(index - back)
        if key:
            return key if fits(key) else None
    return None


def _subject(reading: Reading, inside: list[Mention]) -> str:
    """The person a sentence is about: the first that is no possessive and no object of a preposition, else the first."""
    text = reading.text
    for mention in inside:
        verb = VERB_AFTER.match(text, mention.end)
        if verb and verb.group(1) in reading.lexicon.reporting:
            return mention_key(mention) or ""
    for mention in inside:
        if not POSSESSIVE.match(text, mention.end) and not OBLIQUE.search(text, max(0, mention.start - 60), mention.start):
            return mention_key(mention) or ""
    return mention_key(inside[0]) or ""


def _pronoun(person: Person, span: tuple[int, int]) -> Mention:
    name = None if person.actor_id else person.name
    return Mention(
        *span,
        "pronoun",
        "pronoun",
        actor_id=person.actor_id,
        discovered_name=name,
        discovered_type=name and "person",
        is_person=True,
    )
