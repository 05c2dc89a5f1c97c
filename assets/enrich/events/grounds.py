"""Whose ground a text is on where a sentence names nobody: "Police detained two" in a report on a state is told of that state.

Parties that a sentence names (`parties`), pairs that it means (`pairs`) and pronouns (`assets.enrich.actors.pronouns`) do not belong here.
"""

from collections import Counter
from dataclasses import dataclass, field

from assets.clean.datelines import DATELINE
from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import AUXILIARY, DETERMINER, HARD_MARKS, PREPOSITION, PRONOUN, SUBORDINATOR, Tokens
from assets.enrich.events.parties import Party, is_premodifier
from assets.enrich.events.slots import LOCATIVE, Filling
from assets.enrich.events.verb_groups import VerbGroup
from assets.enrich.words.wordlist import words

NEAR = 5  # tokens after a noun in which its place or day is told
# who meets, agrees, praises or trades is told by name
AT_HOME = words("protest coerce assault retreat concede mobilize reject request threaten")
# those who act in the name of the state: "troops fired on Kenyan students" in a report on Kenya
CROWDED = words("thousands hundreds dozens")  # of people: "hundreds of farmers"
# another's, or nobody's in particular: "foreign police", "its government", "a unity government"
ANOTHER = words(
    "its their his her our your my foreign international un european western local another both some neighbouring neighboring allied two"
    " three several many other new future any no such same next coalition interim transitional unity national federal regional former"
    " central rival military african asian arab latin whose peacekeeping"
)
ITS_OWN = frozenset({"country's", "nation's", "republic's", "kingdom's", "island's", "government's"})
ANOTHER_REACH = 3  # tokens before the noun
OWNED_BY = words("of from")  # "police of another town"
SUBJECT_REACH = 8  # tokens between those who act and their verb
STATELY = words("state government_body organization group")
TOLD_BY_NAME = words("agree support cooperate")  # who agrees, or backs whom, is not left to guess
LASTING = words("war conflict violence hostilities fighting mobilisation mobilization")  # a state of affairs, unless its day is told
WAGING = words(
    "wage wages waged waging fight fights fought fighting launch launches launched launching start starts started starting begin begins"
    " began unleash unleashed lead led wages whose its"
)
AMOUNTING = words("came reached totalled totaled amounted stood fell grew rose was is worth doubled dropped")
AMOUNT_REACH = 8  # tokens after "trade"
NOWHERE = -1  # the token of a party that its sentence does not name
MIN_MENTIONS = 3  # of a country in a document, for it to be the one that it plays in
CLEARLY = 1.5  # times as often as the next
DATED = 0.5  # of the mentions of the one named most, where a dateline names the country
HEAD = 700  # characters of a document in which its dateline stands
LINE = 160  # characters of a line in which a dateline ends
OPENING = 8  # characters of a paragraph within which a state opens it: "In Xia, ..."


@dataclass(frozen=True, slots=True)
class _Play:
    """Where a document names states (first character, country, mention) or anybody of a country, and the country in which it plays, if
    that is plain."""

    named: list[tuple[int, str, Mention]] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)
    home: str | None = None


class Grounds:
    """The state in which paragraphs play, found when asked for.

    Parameters
    ----------
    index, bodies
        Actor mentions of the documents, and their texts.
    countries, kinds
        Country codes and actor types by actor id.
    """

    def __init__(self, index: MentionIndex, bodies: dict[str, str], countries: dict[str, str | None], kinds: dict[str, str]) -> None:
        self._index, self._bodies, self._countries, self._kinds = index, bodies, countries, kinds
        self._known: tuple[str, _Play] = ("", _Play())

    def home(self, document_id: str, paragraph_start: int, position: int) -> Mention | None:
        """The mention, nearest before a position, of the state in which its paragraph plays; None where the text leaves that open.

        It is the one that the document names most, or, where others are named as often, that of its dateline; another that opens
        the paragraph goes before it.
        """
        play = self._document(document_id)
        near = [(start, country) for start, country, _ in play.named if paragraph_start <= start < position]
        home = play.home
        if near and home not in {country for _, country in near}:
            told = {country for start, country in play.told if paragraph_start <= start < position}
            is_only = home is None and len(told) == 1  # the paragraph is on one state, the text on many
            home = near[0][1] if is_only or near[0][0] - paragraph_start <= OPENING else None
        before = [mention for start, country, mention in play.named if country == home and start < position]
        return before[-1] if before else None

    def _document(self, document_id: str) -> _Play:
        if self._known[0] != document_id:
            named, told, counted = [], [], Counter[str]()
            for mention in self._index.of(document_id):
                actor_id = mention["actor_id"] or ""
                if country := self._countries.get(actor_id) or mention["country_code"]:
                    counted[country] += 1
                    told.append((mention["evidence_start"], country))
                    if self._kinds.get(actor_id) == "state":
                        named.append((mention["evidence_start"], country, mention))
            self._known = document_id, _Play(named, told, self._clearest(document_id, counted, named))
        return self._known[1]

    def _clearest(self, document_id: str, counted: Counter[str], named: list[tuple[int, str, Mention]]) -> str | None:
        (first, most), (_, next_) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
        if most >= CLEARLY * next_:
            return first or None
        dated = self._dated(document_id, named) if most >= MIN_MENTIONS else None
        return dated if dated and counted[dated] >= DATED * most else None

    def _dated(self, document_id: str, named: list[tuple[int, str, Mention]]) -> str | None:
        """The country that the dateline names."""
        body, start = self._bodies[document_id], 0
        while 0 <= start < HEAD:
            if match := DATELINE.match(body[start : start + LINE]):
                return next((country for at, country, _ in named if start <= at < start + match.end()), None)
            start = body.find("\n", start) + 1 or -1
        return None


def is_acted_by(sentence: Tokens) -> bool:
    """Whether a sentence tells of people who act at home."""
    return not sentence.terms.at_work.isdisjoint(sentence.words)


def is_certain(sentence: Tokens, index: int, end: int) -> bool:
    """Whether a noun names one happening of which the reader is told where or when: "the talks in Oslo", "the war of 1967"."""
    if sentence.is_capital(index) and index:
        return False  # "the Cold War"
    for near in range(end, min(end + NEAR, len(sentence))):
        if sentence.is_time[near]:
            return True
        if sentence.words[near] in LOCATIVE and near + 1 < len(sentence) and sentence.is_capital(near + 1):
            return True
        if sentence.words[near] in AUXILIARY or not sentence.words[near][0].isalnum():
            break
    return index > 0 and sentence.is_capital(index - 1) and sentence.words[index - 1] not in DETERMINER


def is_timeless(sentence: Tokens, filling: Filling, index: int, end: int) -> bool:
    """Whether a noun only names a state of affairs and not both its sides: "placed the war in X in a wider context"."""
    if sentence.words[index] == "trade" and not AMOUNTING.isdisjoint(sentence.words[end : end + AMOUNT_REACH]):
        return True  # "trade between X and Y came to two billion dollars"
    if sentence.words[index] not in LASTING:
        return False
    if filling.sources and filling.targets:
        return "in" in sentence.words[index + 1 : index + 2] and not _wages(sentence, filling.sources[-1], index)
    return not any(sentence.is_time[near] for near in range(end, min(end + NEAR, len(sentence))))


def _wages(sentence: Tokens, source: Party, index: int) -> bool:
    """Whether a war is said to be somebody's: "X's war in Y", "X has waged a war in Y", not "X has discussed the war in Y"."""
    return is_premodifier(sentence, source, index) or source.start > index or not WAGING.isdisjoint(sentence.words[source.end : index])


def is_of_a_state(sentence: Tokens, filling: Filling, frame: Frame, index: int, end: int) -> bool:
    """Whether in a running text a noun stands for a happening though it names one side: what was done to a state, or where or when.

    Of persons and parties too much is said that is none: "support for A", "a battle with B".
    """
    named = filling.targets or filling.sources
    if not named or frame.event_type in TOLD_BY_NAME or sentence.kinds.get(named[0].head["actor_id"] or "", "") not in STATELY:
        return False
    return any(party.preposition in frame.prepositions for party in filling.targets) or is_certain(sentence, index, end)


def at_home(sentence: Tokens, filling: Filling, frame: Frame, group: VerbGroup) -> Filling:
    """The filling with the state that the text is on for the police, crowd or parliament of no name, where no side is named at all."""
    if sentence.home is None or filling.sources or frame.event_type not in AT_HOME:
        return filling
    if (filling.targets and (group.is_passive or frame.source_slot != "subject")) or not _is_theirs(sentence, group, bool(filling.targets)):
        return filling
    home = sentence.home()
    if home is None or any(_country_of_people(party) != sentence.countries.get(home["actor_id"]) for party in filling.targets):
        return filling
    party = [Party(home, NOWHERE, NOWHERE, None, False, False)]
    if group.is_passive:
        return Filling([], party, filling.has_source, True) if frame.target_slot != "none" else filling
    if frame.source_slot == "none" or sentence.terms.explosive & set(
        sentence.words[max(0, group.start - SUBJECT_REACH) : group.start]
    ):  # "protests spread": in it; "a bomb killed two": of its own
        return Filling([], party, filling.has_source, True) if frame.target_slot != "none" else filling
    return Filling(party, filling.targets, True, filling.has_target)


def _country_of_people(party: Party) -> str | None:
    """The country of unnamed people of one: "Kenyan students"."""
    return party.head["country_code"] if party.head["actor_id"] is None else None


def _is_theirs(sentence: Tokens, group: VerbGroup, is_force: bool) -> bool:
    """Whether the subject of a verb is those whom a state has or who stand against it, told without whose they are; the first only if
    a force is asked for."""
    word = sentence.words
    for index in range(group.start - 1, max(-1, group.start - 1 - SUBJECT_REACH), -1):
        if word[index] in sentence.terms.at_work:
            return _is_bare(sentence, index) and (word[index] in sentence.terms.force or not is_force)
        if word[index] in HARD_MARKS or word[index] in PRONOUN or word[index] in SUBORDINATOR or word[index] == ",":
            return False
    return False


def _is_bare(sentence: Tokens, index: int) -> bool:
    word = sentence.words
    if word[index + 1 : index + 2] and word[index + 1] in OWNED_BY and word[index] not in CROWDED:
        return False
    start = index
    while start > 0 and index - start < ANOTHER_REACH and word[start - 1][0].isalnum() and word[start - 1] not in PREPOSITION - {"of"}:
        start -= 1
    before = word[start:index]
    if ANOTHER & set(before) or any(token.endswith("'s") and token not in ITS_OWN for token in before):
        return False
    return not any(sentence.is_capital(near) and not sentence.is_time[near] for near in range(max(1, start), index))
