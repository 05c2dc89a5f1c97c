"""Two parties that a sentence does not name again: "the two countries", "both sides" mean those named just before.

Noun phrases that name actors stand in `parties`; pronouns of one person or body in `assets.enrich.actors.pronouns`.
"""

from collections.abc import Callable

from assets.enrich.actors.index import Mention
from assets.enrich.events.grammar import AUXILIARY, Tokens, is_past
from assets.enrich.events.parties import Party, governor, group_of
from assets.enrich.events.terms import EventTerms
from assets.enrich.words.wordlist import words

# The cheap look of `looks`, for Polars.
SIGN = (
    r"\b(?:[Bb]oth|[Tt]he(?:se)? (?:two|three)"
    r"|[Tt]he (?:(?:warring|rival|opposing|conflicting) )?(?:parties|sides|rivals|foes|neighbou?rs)|They"
    r"|[Ee]ach|Leaders"
    r"|[Tt]alks (?:in [A-Z]\w+ )?(?:collapse|break|broke|resum|founder|stall|fail|restart|start|open|began|begin|end|conclud)\w*"
    r"|[Dd]irect (?:talks|negotiations)"
    r"|[Tt]he (?:\w+ )?(?:leaders|ministers|presidents|premiers|ambassadors|envoys|negotiators))\b"
)
STATELY = frozenset({"state", "government_body"})
SILENT = frozenset({"media", "company"})  # these report on others, and are seldom one of two sides
OPPOSED = words("the warring rival opposing conflicting")
NO_MORE = words("of from for at in")  # "the leaders of X" are named, as are "the leaders in exile"
THEY = "they"
EACH, EACH_AFTER = "each", frozenset({",", *words("where with and but while as")})
TALKS = words("talks negotiations")
TALKS_BETWEEN = "talks between"
FARING = ("collapse", "break", "broke", "resum", "founder", "stall", "fail", "restart", "start", "open", "began", "begin", "end", "conclud")
PAIRING = TALKS | {THEY, EACH, "three", "two", "both"}
PAIR, THREE = 2, 3


def may_pair(sentence: Tokens) -> bool:
    """The cheap look: whether a word stands in it of which each phrase has one that means two sides."""
    terms = sentence.terms
    return any(not kind.isdisjoint(sentence.words) for kind in (PAIRING, terms.spokesman, terms.sided))


def with_pairs(
    sentence: Tokens,
    cast: list[Party],
    before: Callable[[], list[Party]],
    matter: Callable[[int], list[Mention]],
    bloc: Callable[[], list[Mention]],
    kinds: dict[str, str],
) -> list[Party]:
    """The cast of a sentence with the two parties for each phrase that means both of those named before.

    Parameters
    ----------
    sentence, cast
        The sentence, and the parties it names.
    before
        Gives the parties of the sentence before, and is asked only where they are needed.
    matter
        Gives the sides that the whole document is about, if there are so many, and is asked only where no others are near.
    bloc
        Gives the one bloc that the document is about.
    kinds
        Actor types by actor id.
    """
    found = list(cast)
    for start, end, noun in _phrases(sentence):
        if any(party.start < end and start < party.end for party in cast):
            continue
        if noun == THEY:
            two = _subjects(before())
        elif noun in sentence.terms.spokesman or noun in (str(THREE), TALKS_BETWEEN):
            two = []
        else:
            named = [party for party in cast if party.end <= start]
            two = _two(named, noun, kinds, sentence.terms) or _compound(sentence, start) or _two(before(), noun, kinds, sentence.terms)
        sides = [party.head for party in two] or _of_the_text(noun, end - start, matter, bloc if noun in sentence.terms.spokesman else None)
        if sides:
            floor = max((party.end for party in cast if party.end <= start), default=0)
            preposition = governor(sentence, start, end, floor) if start < end else "between"
            found += [Party(head, start, end, preposition, False, index > 0) for index, head in enumerate(sides)]
    return sorted(found, key=lambda party: party.start)


def _compound(sentence: Tokens, start: int) -> list[Party]:
    """The two that one word of the sentence names: "the X-Y talks went on until the two sides"; none where several words do."""
    places = [sentence.token_of(mention["evidence_start"]) for mention in sentence.named]
    twins = [n for n in range(1, len(places)) if places[n] == places[n - 1] < start]
    if len(twins) != 1:
        return []
    return [Party(sentence.named[n], places[n], places[n] + 1, None, False, False) for n in (twins[0] - 1, twins[0])]


def _of_the_text(noun: str, length: int, matter: Callable[[int], list[Mention]], bloc: Callable[[], list[Mention]] | None) -> list[Mention]:
    """The sides of the whole text that a phrase means where none near are meant; with `bloc` it may mean one bloc."""
    if noun == THEY:
        return []
    if noun == TALKS_BETWEEN:
        return matter(PAIR) or matter(THREE)
    if bloc is None:
        return matter(THREE if noun == str(THREE) else PAIR)
    return (matter(PAIR) if length > 1 else []) or bloc()


def _phrases(sentence: Tokens) -> list[tuple[int, int, str]]:
    """First token, end and noun of "the two X", "both X", "the warring X", "the two" before a verb, and of "they" that opens."""
    terms, word, found = sentence.terms, sentence.words, [(0, 1, THEY)] if sentence.words[0] == THEY else []
    for index, token in enumerate(word):
        if token in TALKS and _goes_without_sides(sentence, index):
            found.append((index + 1, index + 1, TALKS_BETWEEN))
        if token in terms.spokesman and (start := _spokesmen(sentence, index)) is not None:
            found.append((start, index + 1, token))
            continue
        if token == "three" and index and word[index - 1] == "the":
            follows = word[index + 1 : index + 3]
            noun = next((n for n, other in enumerate(follows) if other in terms.states | terms.leaders | terms.side), None)
            if noun is not None and word[index + noun + 2 : index + noun + 3] not in (["of"], ["'s"]):
                found.append((index - 1, index + noun + 2, str(THREE)))
            continue
        if (
            token == EACH
            and word[index + 1 : index + 2]
            and word[index - 1] in EACH_AFTER
            and "the" in word[index:]
            and "other" in word[index:]
        ):
            end = index + 1 + (word[index + 1] in ("side", "country", "government"))
            found.append((index, end, "sides"))
            continue
        if token in terms.sided and index and word[index - 1] in OPPOSED:
            start = index - 1 - (word[index - 1] != "the")
            found += [(start, index + 1, token)] if word[start] == "the" else []
        if token == "two" and index and word[index - 1] in ("the", "these"):
            start = index - 1
        elif token == "both":
            start = index
        else:
            continue
        follows = word[index + 1 : index + 3]
        nouns = (terms.states, terms.leaders, terms.side)
        noun = next((place for place, other in enumerate(follows) if any(other in kind for kind in nouns)), None)
        if noun is not None and (noun == 0 or follows[0] not in AUXILIARY):
            end = index + noun + 2
            if word[end : end + 1] not in (["of"], ["'s"], ["'"]):
                found.append((start, end, follows[noun]))
        elif token == "two" and follows and (follows[0] in AUXILIARY or is_past(follows[0])):
            found.append((start, index + 1, "sides"))
    return found


def _goes_without_sides(sentence: Tokens, index: int) -> bool:
    """Whether talks are told of whose sides the sentence leaves out: "talks in Vienna broke down", "months of direct negotiations"."""
    word = sentence.words
    end = index + 3 if word[index + 1 : index + 2] == ["in"] else index + 1
    fares = word[end : end + 1] and word[end].startswith(FARING)
    return bool(fares) or (index > 0 and word[index - 1] == "direct" and word[index + 1 : index + 2] not in (["with"], ["between"]))


def _spokesmen(sentence: Tokens, index: int) -> int | None:
    """First token of "the presidents", "the foreign ministers", "the 27 leaders", "Leaders": of whom, the sentence does not say."""
    word = sentence.words
    if word[index + 1 : index + 2] and (word[index + 1] in NO_MORE or sentence.is_capital(index + 1)):
        return None
    if index == 0:
        return 0 if word[0] == "leaders" else None
    start = index - 1 if word[index - 1] == "the" else index - 2
    if start < 0 or word[start] != "the":
        return None
    return start if start == index - 1 or word[index - 1] in sentence.terms.portfolio or word[index - 1].isdigit() else None


def _subjects(named: list[Party]) -> list[Party]:
    """Those who together are the subject of a sentence, by its parties: the first that no preposition governs, where "and" joins others."""
    first = next((party for party in named if party.preposition is None), None)
    return [party for party in group_of(named, first) if not party.is_possessive] if first and len(group_of(named, first)) >= PAIR else []


def _two(named: list[Party], noun: str, kinds: dict[str, str], terms: EventTerms) -> list[Party]:
    """The two that are meant: the only two that may be, or the only two that "and" joins.

    A state and a person, or a body and a group, are seldom two sides unless so joined.
    """

    def kind(party: Party) -> str:
        return kinds.get(party.head["actor_id"] or "", party.head["discovered_type"] or "")

    able = [party for party in named if kind(party) not in SILENT and party.preposition != "alongside"]
    stately = [party for party in able if kind(party) in STATELY]
    people = [party for party in able if kind(party) == "person"]
    groups = [stately] if noun in terms.states else [people] if noun in terms.leaders else [stately, able]
    for group in groups:
        once = {party.head["actor_id"] or party.head["discovered_name"] or party.head["mention_id"]: party for party in reversed(group)}
        if len(once) == PAIR and (group is not able or len({kind(party) for party in group}) == 1):
            return sorted(once.values(), key=lambda party: party.start)
        joined = [group_of(group, party) for party in group if not party.is_joined]
        joined = [both for both in joined if len(both) == PAIR]
        if len(joined) == 1:
            return joined[0]
    return []
