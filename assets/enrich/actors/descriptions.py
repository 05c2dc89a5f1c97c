"""What the words of a role phrase tell of a person: role, organisation and country. Whose phrase it is does not belong here."""

import re
from typing import NamedTuple

from assets.enrich.actors.names import BODY, CAPITAL, DEMONYM, PERSON, SEAT, STATE, SURNAME
from assets.enrich.actors.reading import UPPER, Reading
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, INDEFINITE, MODIFIERS, NOT_CURRENT, RolePhrase, country_of
from assets.enrich.actors.vocabulary import Vocabulary
from assets.enrich.words.verbs import NOUN, PAST, PRESENT, common_forms
from assets.enrich.words.wordlist import words

AGE = r"(?:,\s\d{2}\b)?"
APPOSED = re.compile(
    rf"{AGE},\s+(?:who (?:is|was|serves as|heads|leads)\s+|now\s+)?(?:(?:a|an|the|one of the|its|his|her)\s)?((?:[\w’'.-]+\s){{0,6}})$"
)
FIELD = re.compile(r"\b(?!The |An? )[A-Z][a-z]+ $")  # 'Infrastructure Minister': offices no codebook lists
NAMED_BODY = re.compile(rf"[{UPPER}][\w.’'-]*\s+(?:(?:of|for|and|the)\s+)*[{UPPER}]|^[{UPPER}][\w-]*$|\s[{UPPER}]")
AT_BODY = re.compile(rf"\s(?:at|on)\s(?:the\s)?(?=[{UPPER}])")
COMPLEMENT = re.compile(r"\s(of|for|with|from)\s(?:the\s)?(.+)", re.DOTALL)
NEXT_CLAUSE = re.compile(r"\s(?:and|but|or)\s(?=[a-z])")
CLAUSE_END = re.compile(
    rf",|;|\n|(?<![\s.][{UPPER}])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)\.(?:\s|$)|[“”\"()]|—|–"
    r"|\s(?:who|which|that|said|says|told|mentioned|noted|added|was|is|has|had)\b"
)
PLACE_END = re.compile(r"\s+in\s+(?:the\s+)?[\w. -]+$")
ELECTED = frozenset({"senator", "lawmaker", "delegate"})
AN = re.compile(r"^an?\s")
THEN_BODY = re.compile(rf",\s(?:the\s)?(?=[{UPPER}])")
ORGANIZATION = re.compile(
    rf"\b(?:[{UPPER}][\w’'&.-]*\s)*?[{UPPER}][\w’'-]*"
    rf"(?:\s(?:(?:of|for|on|and|the|in|de|des|du|&)\s){{0,3}}[{UPPER}][\w’'&-]*)*"
)
# What no name ends in, so that a noun in lower case goes on with it: "Institute of Financial markets and Trade".
ADJECTIVE = re.compile(r"(?:(?:nc|t|r|tr|c|n|g)ial|[cn]al|ional|ual|ural|oral|eral|ic|ive|ary|ous|ern)$")
GOES_ON = re.compile(rf"\s([a-z-]+)((?:\s(?:of|for|and)\s(?:the\s)?[{UPPER}][\w’'&-]*(?:\s[{UPPER}][\w’'&-]*)*)*)")
SAID_BY = re.compile(r"[”\"’,]\s\w+\s$")
PLAIN_ADJECTIVES = words("new top own first veteran long-time longtime then current chief")
LAST_WORD = re.compile(r"(?<![\w’'-])([\w-]+)\s$")
RETIRED = words("retired exiled jailed")
NO_ADJECTIVES = (
    FUNCTION_WORDS
    | PLAIN_ADJECTIVES
    | INDEFINITE
    | NOT_CURRENT
    | words("fellow like despite near without within toward towards through via per amid among including versus prominent leading senior")
    | words("up down out off over back again there here")
    | words("well-known famous respected outspoken noted renowned local old young late popular our my your")
)


class Told(NamedTuple):
    role: str | None
    organization: str | None
    country_code: str | None


def described(reading: Reading, phrase: RolePhrase, end: int, name_end: int) -> Told:
    """Role, organisation and country of somebody; the words that tell them end at `end`, the name at `name_end`."""
    text, title_end = reading.text, phrase.title_start + len(phrase.title)
    is_apposed = phrase.start > name_end
    has_complement = is_apposed or end > phrase.end  # "head of trade, X"
    before = APPOSED.fullmatch(text, name_end, phrase.start) if is_apposed else None
    adjectives = before.group(1) if before else ""
    role = text[phrase.title_start : title_end]
    rest = PLACE_END.sub("", text[title_end:end]) if has_complement else ""
    if not adjectives and role.lower() == "minister" and (field := FIELD.search(text, max(0, phrase.title_start - 25), phrase.title_start)):
        adjectives = field.group()
    adjectives = adjectives or _field_of(reading, phrase) or _adjectives_before(reading, phrase)
    if role.endswith(".") and (title := reading.lexicon.titles.get(role.lower())) and title.role.startswith(role[:-1].lower()):
        role = title.role  # "Gov. X"; a "Capt." is not the colonel of the codebook's kind
    is_past = before is not None and ", who was " in before.group()
    is_told = role.lower().startswith("former") or "former" in adjectives.lower().split()
    former = "" if is_told or (phrase.is_current and not is_past) else "former "
    role = role if (is_apposed and not role.istitle()) or role.isupper() else role.lower()  # "CEO"
    role = " ".join(f"{former}{adjectives if is_apposed else adjectives.lower()}{role}".split())
    organization = phrase.organization
    if at := AT_BODY.search(rest):
        scope = rest[: at.start()]
        organization = rest[at.end() :].strip()
        role = f"{role}{scope}" if scope.startswith(" of ") and scope.islower() else role
    elif match := COMPLEMENT.match(rest):
        preposition, whole = match.groups()
        if preposition == "from" and not _is_body(reading, whole) and not _is_elected(reading, phrase):
            pass  # "a farmer from the village of X"
        elif not is_apposed and text.startswith(("’s ", "'s "), phrase.start - 3):
            role = f"{role}{rest.rstrip()}"  # "the Ministry's Head of Pacific Affairs, X"
        elif _is_of_person(reading, title_end + match.start(2), title_end + match.end(2)):
            pass  # "daughter of former President X" tells of no body
        elif reading.lexicon.is_place(whole) and preposition != "for":
            pass  # "president of Peru": the country says it
        elif NAMED_BODY.search(whole) and not _is_area(reading, whole):
            organization = organization or whole.strip()
        else:
            role = f"{role}{rest.rstrip()}"
    if organization is None and is_apposed:
        organization = _body_after(reading, end)
    organization = organization and AN.sub("", NEXT_CLAUSE.split(organization)[0])
    placed = PLACE_END.search(text, phrase.end, end) if phrase.organization else None  # "the UN coordinator in Chad" is not Chad's
    return Told(role, organization, phrase.country_code or country_in(reading, phrase.start, placed.start() if placed else end))


def apposition_end(reading: Reading, phrase: RolePhrase) -> int:
    """Where the clause ends that a role phrase after a name begins."""
    end = CLAUSE_END.search(reading.text, phrase.end)
    return end.start() if end else phrase.end


def country_in(reading: Reading, start: int, end: int) -> str | None:
    """The country that the words of a span name, if they name one."""
    codes = {country_of(reading, hit) for hit in reading.hits if start <= hit.start < end and hit.of(STATE, CAPITAL, DEMONYM, BODY, SEAT)}
    codes.discard(None)
    return codes.pop() if len(codes) == 1 else None


def organization_named(text: str, name: str, start: int, nouns: Vocabulary) -> tuple[str, int]:
    """The part of a capitalised run that is an organisation's name, and its start; empty where no word of it tells one."""
    parts = name.split(" ")
    if parts[0] in ("The", "In", "At", "But", "And", "From", "When", "As", "For", "While", "If", "On", "With", "After", "Since"):
        start += len(parts[0]) + 1
        parts = parts[1:]
    heads = [index for index, part in enumerate(parts) if part in nouns.organizations]
    if not heads or len(parts) < 2:
        return "", start
    of = parts.index("of") if "of" in parts else 0
    if 2 <= of < heads[0] and nouns.things.isdisjoint(parts[:of]) and SAID_BY.search(text, max(0, start - 14), start):
        skipped = of + (2 if parts[of + 1] == "the" else 1)  # "said Ada Holt of the Bergen Institute"
        start += len(" ".join(parts[:skipped])) + 1
        parts, heads = parts[skipped:], [index - skipped for index in heads]
    last = heads[-1] + 1
    if last < len(parts) and parts[last] in ("of", "for", "on"):
        last = len(parts)
    parts = parts[:last]
    if len(parts) < 2 or parts[0] in ("of", "for", "and", "the") or parts[:2] == ["State", "of"]:
        return "", start
    whole = " ".join(parts)
    if parts[-1] not in nouns.organizations and ADJECTIVE.search(parts[-1]):
        more = GOES_ON.match(text, start + len(whole))
        if more and more.group(1) not in FUNCTION_WORDS and (more.group(2) or not more.group(1).endswith(("ed", "s"))):
            whole += more.group()
    return whole, start


def _field_of(reading: Reading, phrase: RolePhrase) -> str:
    """What stands between a modifier and its title: "the Kenyan water and energy minister", "the UN climate chief"."""
    modifiers = [hit.end for hit in reading.hits if phrase.start <= hit.start < phrase.title_start and not hit.kinds.isdisjoint(MODIFIERS)]
    between = reading.text[max(modifiers) : phrase.title_start] if modifiers else ""
    parts = [part for part in between.split() if part[0] != "-" and part.replace("-", "").isalpha() and part.islower()]  # not "-born"
    return "".join(f"{part} " for part in parts if part not in NOT_CURRENT | PLAIN_ADJECTIVES | INDEFINITE)


def _adjectives_before(reading: Reading, phrase: RolePhrase) -> str:
    """What kind of analyst, lawyer, general he is: "legal scholar X", "said retired general X"."""
    is_lower = reading.text[phrase.title_start].islower()
    if phrase.start < phrase.title_start or not phrase.is_current or not is_lower:
        return ""  # "will face Rep. X"
    found: list[str] = []
    place = phrase.start
    while len(found) < 2 and (word := LAST_WORD.search(reading.text, max(0, place - 20), place)):
        is_first = reading.is_initial(word.start(1))
        low = word.group(1).lower() if is_first else word.group(1)
        if is_first and not (low in RETIRED or low in reading.lexicon.vocabulary.of("field") or reading.is_common(low)):
            break  # "Phoenix lawyer X"
        if not low.islower() or low.endswith("ly") or low in NO_ADJECTIVES or low in reading.lexicon.reporting:
            break
        mask = common_forms().get(low, 0)
        if low not in RETIRED and (low.endswith(("ing", "ed")) or mask & (PRESENT | PAST) or (mask and not mask & NOUN)):
            break
        found.insert(0, low)
        if is_first:
            break
        place = word.start(1)
    return "".join(f"{part} " for part in found)


def _is_of_person(reading: Reading, start: int, end: int) -> bool:
    """Whether a complement is somebody: "X", "former President X", "Mrs. X"; "X's campaign" is a body."""
    first = reading.text[start:end].split(maxsplit=1)[:1]
    if first and (first[0] in NOT_CURRENT or first[0].rstrip(".") in reading.lexicon.vocabulary.honorifics):
        return True
    named = [hit.end for hit in reading.hits if start <= hit.start < end and not hit.kinds.isdisjoint((PERSON, SURNAME))]
    return any(last >= end or reading.text.startswith(" and ", last) for last in named)


def _is_body(reading: Reading, name: str) -> bool:
    return not reading.lexicon.vocabulary.organizations.isdisjoint(name.split()) or reading.lexicon.body_named(name) is not None


def _is_elected(reading: Reading, phrase: RolePhrase) -> bool:
    """Whether he is sent from a place: "a senator from Bahia"."""
    title = reading.lexicon.titles.get(phrase.title)
    return title is not None and title.role in ELECTED


def _is_area(reading: Reading, name: str) -> bool:
    """A state or a part of the world: what one is a fellow for, not where."""
    nouns = reading.lexicon.vocabulary
    is_part_of_world = name.rpartition(" ")[2] in nouns.areas and nouns.organizations.isdisjoint(name.split())
    return reading.lexicon.is_place(name) or is_part_of_world


def _body_after(reading: Reading, end: int) -> str | None:
    """The organisation that follows a role after a comma: "X, senior fellow, the Y Institute"."""
    comma = THEN_BODY.match(reading.text, end)
    run = ORGANIZATION.match(reading.text, comma.end()) if comma else None
    name, start = organization_named(reading.text, run.group(), run.start(), reading.lexicon.vocabulary) if run else ("", 0)
    return name if run and start == run.start() and name else None
