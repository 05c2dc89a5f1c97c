"""People and organisations that the codebook does not know, told by the words around their names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from assets.enrich.actors.affiliations import affiliation, country_of_passage, its_body, leads_something, owner_of
from assets.enrich.actors.descriptions import APPOSED, ORGANIZATION, Told, apposition_end, country_in, described, organization_named
from assets.enrich.actors.names import BODY, SEAT
from assets.enrich.actors.people import Register, is_given_name, is_said_after, speaks_after, title_before
from assets.enrich.actors.reading import SENTENCE_OPENERS, UPPER, Mention, Reading, Run, Sign
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, RolePhrase
from assets.enrich.actors.transcript_labels import labelled_surnames
from assets.enrich.actors.vocabulary import Vocabulary
from assets.enrich.words.verbs import common_forms

LONGEST_NAME = 4  # words
AT_PLACE = re.compile(r"\b(?:in|near|outside)\s$")
LONGEST_WORD = 20
POSSESSED = re.compile(r"['’]s?\s$")
SPEECH_BEFORE = re.compile(r"(\w+)[\s]$")
QUOTED_BEFORE = re.compile(r"[”\"’,]\s(\w+)\s$")  # "…,” said Ada Holt", "…, argues Ada Holt"
NAME_ENDS = re.compile(r"[,.;—–(]|\s(?:of|at|from|who|in|with|on|during|after|by|to)\b|\s\(")
SPEAKS = re.compile(rf"(?:\s(?:of|from)\s(?:the\s)?[{UPPER}][\w’'-]*(?:\s(?:(?:of|for|the|and)\s)*[\w’'-]+){{0,5}}?)?\s(\w+)\b")
AND_BEFORE = re.compile(r"\s(?:and|&)\s(?:(?:former|then|now|onetime|one-time)\s)?$")
COMPLEMENT = re.compile(r"(?:\s[\w’'&.-]+){2,14}$")
LONGEST_COMPLEMENT = 100
PREPOSITION = re.compile(r"\s(?:of|for|at|on|to|in)\s")
NEXT_NOUN = re.compile(r"\s[a-z]+")
CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w’'-]*\s$")
NEXT_CAPITAL = re.compile(rf"\s(?:\([A-Z]+\)\s)?[{UPPER}]")
APPOSED_REACH = 90  # characters from a name to a role in apposition
LONGEST_PHRASE = 500  # characters from the beginning of a role phrase to its title


def discovered_people(reading: Reading, register: Register, candidates: list[Run], phrases: list[RolePhrase]) -> None:
    """Enter the people among the candidates into the register, and add their mentions by full name to the reading."""
    alone = {run.tokens[0][2] for run in reading.runs if len(run.tokens) == 1}
    labelled = labelled_surnames(reading)
    # the list of a transcript's speakers looks like headlines
    listed = [run for run in reading.runs if len(run.tokens) > 1 and reading.is_headline(run.start)]
    listed = [run for run in listed if run.words[-1].casefold() in labelled]
    named = [
        run
        for run in [*listed, *candidates]
        if _looks_like_name(run.words, reading.lexicon.vocabulary) and not reading.lexicon.people_named(run.words)
    ]
    by_start, by_end = {phrase.start: phrase for phrase in phrases}, {phrase.end: phrase for phrase in phrases}
    by_title = {phrase.title_start + len(phrase.title): phrase for phrase in phrases}
    known: dict[tuple[str, str], str] = {}
    for run in named:
        first_last = (run.words[0], run.words[-1])
        told = _title_of(reading, run, by_end, by_title) or _apposition_of(reading, run, by_start, phrases)
        if first_last not in known:
            is_given = is_given_name(reading, run.words[0]) and not reading.lexicon.is_place(run.words[0])  # not 'Georgia' alone
            is_given = is_given and not AT_PLACE.search(reading.text, max(0, run.start - 8), run.start)
            is_told = told or title_before(reading, run.start) or is_given or run.words[-1].casefold() in labelled
            is_told = is_told or leads_something(reading, run.end)
            if not (is_told or (_speaks(reading, run) and (run.words[-1] in alone or _is_said_by(reading, run)))):
                continue
            known[first_last] = " ".join(run.words)
        person = register.enter(f"?{known[first_last]}", known[first_last], run.start)
        if person.role is None:
            found = _told(reading, run, told, by_start, by_end, phrases)
            person.role, person.organization = found.role, found.organization or person.organization
            person.country_code = found.country_code or person.country_code
    for run in named:
        name = known.get((run.words[0], run.words[-1]))
        if name:
            reading.mentions.append(
                Mention(run.start, run.end, "discovered", "exact", discovered_name=name, discovered_type="person", is_person=True)
            )


def discovered_organizations(reading: Reading) -> None:
    """Add mentions of organisations that are told by a word of their name: an institute, a ministry, a fund."""
    claimed = [(mention.start, mention.end) for mention in reading.mentions]
    claimed += [(hit.start, hit.end) for hit in reading.hits_of[BODY] + reading.hits_of[SEAT]]
    claimed.sort()
    starts, reach = [start for start, _ in claimed], [0, *accumulate((end for _, end in claimed), max)]
    nouns = reading.lexicon.vocabulary
    for match in _capitalised_near(reading, nouns):
        if " " not in match.group() or reading.is_headline(match.start()):
            continue
        name, start = organization_named(reading.text, match.group(), match.start(), nouns)
        if (
            not name
            or name.lower() in nouns.body_words
            or NEXT_CAPITAL.match(reading.text, start + len(name))
            or reach[bisect_left(starts, start + len(name))] > start
        ):
            continue
        reading.mentions.append(
            Mention(
                start,
                start + len(name),
                "organization",
                "exact",
                discovered_name=name,
                discovered_type="organization",
                country_code=country_in(reading, start, start + len(name)),
            )
        )


def _capitalised_near(reading: Reading, nouns: Vocabulary) -> Iterator[re.Match[str]]:
    """`ORGANIZATION.finditer` of the paragraphs that hold a noun of an organisation, as it is written in names."""
    text, last = reading.text, 0
    for start, end in reading.signs[Sign.ORGANIZATION]:
        if start >= last and text[start:end] in nouns.organizations:
            first, last = max(0, text.rfind("\n\n", 0, start)), text.find("\n\n", end)
            last = last if last >= 0 else len(text)
            yield from ORGANIZATION.finditer(text, first, last)


def _looks_like_name(tokens: list[str], nouns: Vocabulary) -> bool:
    if len(tokens) > LONGEST_NAME or any(token in nouns.organizations or token in nouns.things for token in tokens):
        return False
    if any(token.lower() in SENTENCE_OPENERS or len(token) > LONGEST_WORD for token in tokens) or tokens[0] in nouns.place_openers:
        return False
    if len(tokens[-1].rstrip(".")) == 1 or tokens[-1].endswith("."):
        return False
    return not any(token.isupper() and len(token) > 1 and "." not in token for token in tokens)


def _told(
    reading: Reading,
    run: Run,
    phrase: tuple[RolePhrase, int] | None,
    by_start: dict[int, RolePhrase],
    by_end: dict[int, RolePhrase],
    phrases: list[RolePhrase],
) -> Told:
    """What the words around a name tell. Role and organisation are told by one phrase: of two, by the one that tells where."""
    if phrase is None:
        beside = affiliation(reading, run.start, run.end) or Told(None, None, None)
        return beside if beside.role else beside._replace(role=_rank(reading, run))
    told, office = described(reading, *phrase, run.end), phrase[0]
    country = told.country_code
    if told.organization is None and office.start < run.start:
        if owner := owner_of(reading, office):
            country = country or owner.country_code or country_in(reading, owner.start, owner.end)
            told = told._replace(organization=owner.name, country_code=country)
        elif not POSSESSED.search(reading.text, max(0, office.start - 3), office.start):  # "General X, head of the Y", not "Vega's envoy X"
            apposed = _apposition_of(reading, run, by_start, phrases)
            better = described(reading, *apposed, run.end) if apposed else None
            if better and (better.organization or (better.country_code and not country)):
                return better._replace(country_code=better.country_code or country)
    if told.organization is None and (more := affiliation(reading, run.start, run.end)):
        told = Told(more.role or told.role, more.organization, country or more.country_code)
    if office.end < run.start:
        told = told._replace(role=_both(reading, office, by_end, told.role))
    if told.country_code is None and told.organization is None and (owner := its_body(reading, office)):
        told = told._replace(organization=owner.name or None, country_code=owner.country_code)
    if told.country_code is None and _is_called_so(reading, office, run):
        told = told._replace(country_code=country_of_passage(reading, told, office))
    return told


def _rank(reading: Reading, run: Run) -> str | None:
    """The rank or office that an honorific is short for: "Prof X", "Col X"."""
    honorific = title_before(reading, run.start)
    title = reading.lexicon.titles.get(f"{honorific.lower()}.") if honorific else None
    return title.role if honorific and title and title.role.startswith(honorific.lower()) else None


def _is_called_so(reading: Reading, office: RolePhrase, run: Run) -> bool:
    """Whether an office stands for itself: "the mayor", "its mayor"; not "X's mayor", nor "deputy" before "campaign manager"."""
    owned = POSSESSED.search(reading.text, max(0, office.start - 3), office.start)
    return not owned and (office.end < run.start or not NEXT_NOUN.match(reading.text, office.end))


def _both(reading: Reading, phrase: RolePhrase, by_end: dict[int, RolePhrase], role: str | None) -> str | None:
    """Two roles of one person: "economist and former minister X"; "the president and opposition leader X" are two people."""
    joint = AND_BEFORE.search(reading.text, max(0, phrase.start - 20), phrase.start)
    other = by_end.get(joint.start()) if joint else None
    if other is None or other.determiner not in ("", "a", "an") or other.start != other.title_start or not other.is_current:
        return role
    if CAPITAL_BEFORE.search(reading.text, max(0, other.start - 20), other.start) or reading.text[phrase.start - 1] == "-":
        return role  # "the former Ohio governor and party chairman X"
    known = reading.lexicon.titles.get(other.title)
    return role if (known and known.is_unique) or other.title.endswith("s") else f"{other.title} and {role}"


def _title_of(reading: Reading, run: Run, by_end: dict[int, RolePhrase], by_title: dict[int, RolePhrase]) -> tuple[RolePhrase, int] | None:
    """The role phrase right before the name, or before a comma and the name; an honorific may stand between."""
    text, start = reading.text, run.start
    rank = by_end.get(start - 1)
    beside = (rank, rank.end) if rank else None
    if rank and (rank.start > rank.title_start or rank.organization or rank.country_code or not text.startswith(", ", rank.start - 2)):
        return beside
    if rank:
        start = rank.start  # "the head of the border force, General X"
    elif honorific := reading.lexicon.vocabulary.honorific.search(text, max(0, start - 12), start):
        start = honorific.start()
    if text[max(0, start - 2) : start] != ", ":
        return beside
    phrase = by_end.get(start - 2)
    if phrase is None:
        complement = COMPLEMENT.search(text, max(0, start - LONGEST_COMPLEMENT), start - 2)
        phrase = _with_complement(reading, run, complement, by_title) if complement else None
        return (phrase, start - 2) if phrase else beside
    is_owned = POSSESSED.search(text, max(0, phrase.start - 4), phrase.start)
    is_any = phrase.determiner in ("", "a", "an") and not (phrase.country_code or phrase.organization or is_owned)
    return beside if is_any or is_said_after(reading, phrase, run.end) else (phrase, phrase.end)


def _with_complement(reading: Reading, run: Run, complement: re.Match[str], by_title: dict[int, RolePhrase]) -> RolePhrase | None:
    """The role phrase of a title that goes on to the comma before the name: "the Head of Pacific Affairs, Ms X"."""
    text = reading.text
    for preposition in PREPOSITION.finditer(text, complement.start(), complement.end()):
        phrase = by_title.get(preposition.start())
        if phrase is None:
            continue
        is_owned = POSSESSED.search(text, max(0, phrase.start - 4), phrase.start)
        # "met the head of the bank, Ada Holt and others" lists them; an apposition is closed, or opens its sentence
        is_closed = text[run.end : run.end + 1] == "," or reading.is_initial(phrase.start - len("The "))
        is_named = text[phrase.title_start].isupper() and not reading.is_initial(phrase.start)
        return phrase if is_closed and (phrase.determiner == "the" or is_owned or is_named) else None
    return None


def _apposition_of(reading: Reading, run: Run, by_start: dict[int, RolePhrase], phrases: list[RolePhrase]) -> tuple[RolePhrase, int] | None:
    """The role phrase in an apposition after the name, and where the apposition ends."""
    first = bisect_right(phrases, run.end, key=lambda phrase: phrase.title_start)
    for index in range(first, len(phrases)):
        phrase = phrases[index]
        if phrase.title_start > run.end + APPOSED_REACH + LONGEST_PHRASE:
            break
        if phrase.start <= run.end or phrase.start > run.end + APPOSED_REACH:
            continue
        apposed = APPOSED.fullmatch(reading.text, run.end, phrase.start)
        if apposed and not FUNCTION_WORDS & set(apposed.group(1).lower().split()):
            return phrase, apposition_end(reading, phrase)
    return None


def _is_said_by(reading: Reading, run: Run) -> bool:
    """Whether a full name that nothing else tells is plainly who says something: "…,” argues Ada Holt of the Bergen Institute"."""
    nouns = reading.lexicon.vocabulary
    for word in run.words:
        low = word.lower().rstrip("s")
        if word.endswith(("’s", "'s")) or low in common_forms() or low in nouns.occupations or nouns.groups & {low, f"{low}s"}:
            return False
    if reading.is_initial(run.start) or run.follows_name:
        after = SPEAKS.match(reading.text, run.end)
        return not run.follows_name and bool(after and after.group(1) in reading.lexicon.reporting)
    before = QUOTED_BEFORE.search(reading.text, max(0, run.start - 20), run.start)
    return bool(before and before.group(1) in reading.lexicon.reporting and NAME_ENDS.match(reading.text, run.end))


def _speaks(reading: Reading, run: Run) -> bool:
    if speaks_after(reading, run.end):
        return True
    before = SPEECH_BEFORE.search(reading.text, max(0, run.start - 15), run.start)
    return bool(before and before.group(1) in reading.lexicon.reporting)
