"""The other side of a deed whose clause leaves it out: "X and Y signed a treaty. X left it."

It is the one other state that the words before name, or the one with which the whole document is about the doer. Phrases that
mean both sides stand in `pairs`; parties of the clause itself in `slots`.
"""

from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import polars as pl

from assets.codebook import Codebook
from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.events.deeds import Deeds
from assets.enrich.events.grammar import SPEECH, Tokens
from assets.enrich.events.grounds import NOWHERE
from assets.enrich.events.parties import Party, who
from assets.enrich.events.relatives import RELATIVE
from assets.enrich.events.slots import OWN
from assets.enrich.events.standing import Candidate
from assets.enrich.words.wordlist import words

# What is done to somebody, whether he is named or not; of promises the other side is seldom the one named last.
ADDRESSED = words("reject request accuse concede sanction threaten retreat")
# of these the document's other main side is meant
GIVEN = words("agree support")  # and none other may be named beside the doer
OF_THE_MATTER = words("reject request accuse concede sanction consult agree support")
PUBLIC = words("GOV MIL LEG SPY COP JUD")  # PLOVER sectors that speak for a state
ARMED = words("REB UAF")
DISCOVERED = words("group government_body")
HARMED = words("against on")
LEAST_SHARE = 0.35  # of a document's mentions of sides: those of the doer and the other
LEAST_LEAD = 1.25  # times as often as the next of the others
LEAST_OTHER = 0.15  # of them: those of the other
FEWEST = 2  # mentions of the other
BORDER_REACH = 3  # tokens: "their long disputed border"
BETWEEN_TWO = words("sanction coerce accuse concede support")
# "both sides freed prisoners": each those of the other
MUTUAL = words("retreat assault")
# these are a court's or the voters', whoever else the text is about: "welcomed the ruling"
RULED = words("ruling rulings verdict judgment judgement vote votes outcome result results referendum election poll finding findings")
BILLS = words("bill bills law laws legislation amendment amendments budget")
RULED_ON = words("support accuse reject")
RULED_REACH = 4  # tokens: "hailed the landmark 2016 ruling"
# whom these address, where nobody is named, is their own government
DISSENTING = words("protest request reject")
ONTO = words("on upon against with")
AFTER_PRONOUN = words("and but or in on over for of after before with by when while because to from at during since until as")
GRADED = words("sanction concede coerce consult")
BOTH = 2
LEAST_OF_BOTH = 0.6  # of them: those of the two sides that a document is about
SHORTEST = 8  # mentions of sides in a document that is about a matter

Sentence = tuple[str, int, int]  # document, first character, end


class Told(NamedTuple):
    """A sentence with its parties, the sentence before, of whatever document, and the country whose capital the deed's place is."""

    tokens: Tokens
    cast: list[Party]
    document_id: str
    before: Sentence
    ground: str | None = None


class Counterparts:
    """Fills the target that a clause leaves out; knows the documents' mentions and, by actor id, whom an actor speaks for."""

    def __init__(self, index: MentionIndex, codebook: Codebook) -> None:
        self._index = index
        self._speaks_for, self._states, self._blocs, self._people = _known(codebook)
        self.deeds = Deeds()
        self._counts: tuple[str, dict[str, int], int] = "", {}, 0  # of a document's sides, the commonest first
        self._firsts: dict[str, Mention] = {}  # the best mention of each of them, once it is asked for

    def complete(self, candidate: Candidate, told: Told) -> None:
        """Gives a candidate without target the other side, where that is plain."""
        kind, frame = candidate.frame.event_type, candidate.frame
        if kind == "mobilize" and candidate.targets:
            own = {self._side(party.head) for party in candidate.sources}
            candidate.targets = [party for party in candidate.targets if not self._is_state_of(party, own)]  # "put X's army on alert"
        if frame.event_mode == "withdraw" and candidate.is_passive and candidate.sources:
            self._recall(candidate, told.document_id)
        if kind == "consult" and candidate.group is None and candidate.targets and not candidate.sources:
            candidate.sources = self._partner(candidate, told)
            return
        if kind == "consult" and frame.source_slot == "of":
            return  # a body in session is the whole of it: "a summit of X"
        if frame.event_mode == "visit" and candidate.sources and not candidate.targets and told.ground:
            candidate.targets = self._host(candidate, told.document_id, told.ground)
        if not candidate.sources or (frame.target_slot == "none" and kind != "reject") or frame.event_mode == "visit":
            return
        if any(party.preposition not in HARMED for party in candidate.targets):
            return  # the other side is named
        shared = _shared(candidate, told.tokens)
        if kind in DISSENTING and not candidate.targets and (state := self._own_state(candidate, told)):
            candidate.targets = [Party(state, NOWHERE, NOWHERE, None, False, False)]
            return
        end = candidate.end if candidate.object_index is None else max(candidate.end, candidate.object_index + 1)
        if not candidate.targets and len(candidate.sources) == BOTH and _is_their_border(candidate, told.tokens):
            candidate.targets = candidate.sources[::-1]  # "X and Y moved troops to their border"
            return
        if not candidate.targets and (shared or kind in MUTUAL) and self._are_two_sides(candidate.sources):
            candidate.targets = candidate.sources[::-1]  # "both capitals recalled their envoys"
            return
        if shared is None and kind not in ADDRESSED and kind not in OF_THE_MATTER and not _has_pronoun(candidate, told.tokens, end):
            return
        if kind == "accuse" and frame.source_slot == "none":
            return  # the accused have no name: "outside forces were trying to"
        if kind == "accuse" and set(told.tokens.words[end : end + 1]) & frame.prepositions:
            return  # "voiced frustration with the pace of the talks"
        doers = {side for party in candidate.sources if (side := self._side(party.head))}
        if not candidate.targets:
            begin = told.before[1] if told.before[0] == told.document_id else 0
            done = self.deeds.doers(told.document_id, begin, told.tokens, candidate, self._anybody)
            candidate.targets = [Party(party.head, candidate.index, candidate.end, None, False, n > 0) for n, party in enumerate(done)]
            if done:
                return
        if not doers or not all(self._is_sheltered(party, doers) for party in candidate.targets):
            return
        candidate.targets = []
        text, terms = told.tokens, told.tokens.terms
        complement = [index for index in range(candidate.end, candidate.stop) if not text.is_capital(index)]
        if shared is None and any(text.words[index] in terms.acting or text.words[index] in terms.relation for index in complement):
            return  # done to those who have no name: "rejected the demands of the rebels"
        if kind in GRADED and text.words[end] in ONTO & frame.prepositions if end < len(text) else False:
            return  # to one whom no rule knows: "lifted its sanctions on the carrier Aviala"
        is_meant = _has_pronoun(candidate, text, end)
        if shared is None and not is_meant and _is_ruled(candidate, text):
            return
        found = self._across(candidate, told, doers, shared or "it") if shared or is_meant else None
        if found is None and (shared or is_meant or kind in ADDRESSED):
            found = self._named_before(candidate, told, doers)
        is_alone = kind not in GIVEN or all(self._anybody(party) in doers for party in told.cast)  # "asked Y for it and offered to"
        if not found and (shared or kind in OF_THE_MATTER) and is_alone and not told.tokens.is_title:
            found = self._of_the_matter(told, doers)
        if found:
            candidate.targets = [Party(found, candidate.index, candidate.end, None, False, False)]

    def sides(self, document_id: str, number: int = BOTH) -> list[Mention]:
        """A mention of each of the `number` sides that a document is about; none where it is about fewer, or more."""
        counts, total = self._counted(document_id)
        most = [*islice(counts.items(), number + 1)]
        if len(most) < number or total < SHORTEST or sum(count for _, count in most[:number]) < LEAST_OF_BOTH * total:
            return []
        if len(most) > number and most[number - 1][1] < LEAST_LEAD * most[number][1]:
            return []
        return [self._first(document_id, side) for side, _ in most[:number]]

    def bloc(self, document_id: str) -> list[Mention]:
        """A mention of the one body between states of which a document tells much, whose leaders it calls just "the leaders"."""
        counts, total = self._counted(document_id)
        blocs = [(side, count) for side, count in counts.items() if side in self._blocs]
        if not blocs or blocs[0][1] < max(FEWEST, LEAST_OTHER * total):
            return []
        if len(blocs) > 1 and blocs[0][1] < LEAST_LEAD * blocs[1][1]:
            return []
        return [self._first(document_id, blocs[0][0])]

    def _first(self, document_id: str, side: str) -> Mention:
        """The first mention of a side in the document that is counted."""
        if side not in self._firsts:
            self._firsts[side] = self._best([mention for mention in self._index.of(document_id) if self._side(mention) == side])
        return self._firsts[side]

    def _state(self, document_id: str, country: str) -> Mention | None:
        """The first mention of a country's state in a document."""
        named = (mention for mention in self._index.of(document_id) if mention["actor_id"] in self._states)
        return next((mention for mention in named if self._side(mention) == country), None)

    def _counted(self, document_id: str) -> tuple[dict[str, int], int]:
        if self._counts[0] != document_id:
            counted = Counter(filter(None, map(self._side, self._index.of(document_id))))
            self._counts, self._firsts = (document_id, dict(counted.most_common()), counted.total()), {}
        return self._counts[1:]

    def _recall(self, candidate: Candidate, document_id: str) -> None:
        """Gives the recall of an envoy to his state: "A B was called home"; where it is not named, he is the one to whom it is done."""
        envoy = candidate.sources[0].head
        if envoy["discovered_type"] != "person" and envoy["actor_id"] not in self._people:
            return
        country = self._speaks_for.get(envoy["actor_id"] or "") or envoy["country_code"]
        home = self._state(document_id, country) if country else None
        abroad = [party for party in candidate.targets if not country or self._side(party.head) != country]  # not "recalled to Lima"
        candidate.targets = abroad if home else [candidate.sources[0]]
        candidate.sources = [Party(home, candidate.sources[0].start, candidate.sources[0].end, None, False, False)] if home else []

    def _host(self, candidate: Candidate, document_id: str, ground: str) -> list[Party]:
        """The state in whose capital somebody of another is a guest, where the document names it: "is due in X on Monday"."""
        host = self._state(document_id, ground)
        is_guest = ground not in {self._anybody(party) for party in candidate.sources}
        return [Party(host, candidate.index, candidate.end, None, False, False)] if host and is_guest else []

    def _partner(self, candidate: Candidate, told: Told) -> list[Party]:
        """Who talks with the one that "talks with X" names."""
        others = {side for party in candidate.targets if (side := self._side(party.head))}
        found = self._of_the_matter(told, others) if others and not told.tokens.is_title else None
        return [Party(found, candidate.index, candidate.end, None, False, False)] if found else []

    def _own_state(self, candidate: Candidate, told: Told) -> Mention | None:
        """The state of those who protest or stand against its government, where the sentence names no other side."""
        heads = [party.head for party in candidate.sources]
        is_people = all(head["actor_id"] is None and head["discovered_type"] == "group" for head in heads)
        nouns = {(head["discovered_name"] or "").rpartition(" ")[2] for head in heads}
        if not heads or not is_people or (candidate.frame.event_type != "protest" and not nouns <= told.tokens.terms.dissenter):
            return None
        countries = {head["country_code"] for head in heads}
        if len(countries) != 1 or None in countries or any(self._side(party.head) not in {None, *countries} for party in told.cast):
            return None
        return self._state(told.document_id, countries.pop() or "")

    def _are_two_sides(self, sources: list[Party]) -> bool:
        """Whether the doers are two states that one phrase means, as "both sides" does."""
        first, last = sources[0], sources[-1]
        sides = {self._side(party.head) for party in sources}
        return len(sources) == BOTH and first.start == last.start != NOWHERE and len(sides) == BOTH and None not in sides

    def _across(self, candidate: Candidate, told: Told, doers: set[str], shared: str) -> Mention | None:
        """The one other state that the sentence names, where the deed is done to something that two have with one another.

        An envoy leaves whoever is named before or after; of a border only one named before tells.
        """
        reach = len(told.tokens) if shared == "envoy" else candidate.begin
        others = [
            party.head
            for party in told.cast
            if party.start < reach
            and party.preposition != "alongside"
            and self._side(party.head) not in doers
            and told.tokens.words[party.end : party.end + 1] != ["said"]
        ]
        others = [mention for mention in others if self._side(mention) is not None]
        return self._only(others, doers) if others else None

    def _named_before(self, candidate: Candidate, told: Told, doers: set[str]) -> Mention | None:
        """The one other side that the sentence names before its source; where it names no other, that the sentence before names."""
        here = [party for party in told.cast if self._side(party.head) not in doers and party.preposition != "alongside"]
        if here:
            last, first = here[-1].end, candidate.sources[0].start
            is_before = last <= first and told.tokens.words[last] not in SPEECH and told.tokens.words[first - 1] not in RELATIVE
            return self._only([party.head for party in here], doers) if is_before else None
        document_id, start, end = told.before
        named = self._index.within(document_id, start, end) if document_id == told.document_id else []
        # where the doer has no part in it, the other's sentence may be about anything
        return self._only(named, doers) if any(self._side(mention) in doers for mention in named) else None

    def _only(self, mentions: list[Mention], doers: set[str]) -> Mention | None:
        others = [mention for mention in mentions if self._side(mention) not in doers]
        sides = {self._side(mention) for mention in others}
        return self._best(others) if len(sides) == 1 and None not in sides else None

    def _of_the_matter(self, told: Told, doers: set[str]) -> Mention | None:
        """The side that a document names most beside the doers, where these make up much of it: its first mention, best of the state."""
        counts, total = self._counted(told.document_id)
        others = [one for one in islice(counts.items(), len(doers) + 2) if one[0] not in doers]
        if not others or total < SHORTEST or others[0][1] < max(FEWEST, LEAST_OTHER * total):
            return None
        if len(others) > 1 and others[0][1] < LEAST_LEAD * others[1][1]:
            return None
        if others[0][1] + sum(counts.get(side, 0) for side in doers) < LEAST_SHARE * total:
            return None
        return self._first(told.document_id, others[0][0])

    def _best(self, mentions: list[Mention]) -> Mention:
        """Of mentions of one side the first of the state itself."""
        return next((mention for mention in mentions if mention["actor_id"] in self._states), mentions[0])

    def _is_sheltered(self, party: Party, doers: set[str]) -> bool:
        """Whether a party is but the doer's own state, which others must not harm: "will tolerate no attack on X"."""
        return party.preposition in HARMED and self._is_state_of(party, doers)

    def _is_state_of(self, party: Party, doers: Collection[str | None]) -> bool:
        return party.head["actor_id"] in self._states and self._side(party.head) in doers

    def _anybody(self, party: Party) -> str:
        """The side of a party; of who has none, himself."""
        return self._side(party.head) or party.head["country_code"] or who(party)

    def _side(self, mention: Mention) -> str | None:
        """Whom a mention speaks for; None of who speaks for himself."""
        if mention["actor_id"] is not None:
            return self._speaks_for.get(mention["actor_id"])
        return mention["country_code"] if mention["discovered_type"] in DISCOVERED else None


@lru_cache(maxsize=4)
def _known(codebook: Codebook) -> tuple[dict[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    """For whom the actors of a codebook speak; which are states, which bodies between states, and which people."""
    actors = codebook.actors
    states = frozenset(actors.filter(pl.col("actor_type") == "state")["actor_id"])
    blocs, people = actors.filter(actor_type="organization", sector="IGO")["actor_id"], actors.filter(actor_type="person")["actor_id"]
    return _speaking_for(actors), states, frozenset(blocs), frozenset(people)


def _shared(candidate: Candidate, sentence: Tokens) -> str | None:
    """What two states have with one another that a deed is done to: an envoy or a border; None where it is done to nothing such."""
    if candidate.frame.event_type not in BETWEEN_TWO or candidate.object_index is None or candidate.is_passive:
        return None
    thing = sentence.words[candidate.object_index : candidate.object_index + 2]
    terms = sentence.terms
    return "envoy" if terms.envoy.intersection(thing) else "border" if terms.border.intersection(thing) else None


def _is_ruled(candidate: Candidate, sentence: Tokens) -> bool:
    """Whether the words answer what a court or the voters decided, or turn down a bill at home."""
    told = sentence.words[candidate.end : candidate.end + RULED_REACH]
    kind = candidate.frame.event_type
    return (kind in RULED_ON and not RULED.isdisjoint(told)) or (kind == "reject" and not BILLS.isdisjoint(told))


def _is_their_border(candidate: Candidate, sentence: Tokens) -> bool:
    """Whether what two do is done at the border between them."""
    after = sentence.words[candidate.end : candidate.stop]
    if candidate.frame.event_type not in ("mobilize", "coerce") or "their" not in after:
        return False
    return not sentence.terms.border.isdisjoint(after[after.index("their") + 1 : after.index("their") + 1 + BORDER_REACH])


def _has_pronoun(candidate: Candidate, sentence: Tokens, end: int) -> bool:
    """Whether the deed is done to "it" or "them", or with or to them: "attacked it", "signed a pact with it", or to what is theirs."""
    word = sentence.words
    if candidate.group is None or candidate.is_passive or end >= len(word):
        return False
    if candidate.frame.event_type == "assault" and word[candidate.end] in OWN:
        return True  # "killed two soldiers when they attacked their base"
    place = end + (word[end] in candidate.frame.prepositions | ONTO)
    is_last = (
        place + 1 >= len(word) or not (word[place + 1][0].isalnum()) or word[place + 1] in AFTER_PRONOUN or sentence.is_time[place + 1]
    )
    return word[place : place + 1] in (["it"], ["them"]) and is_last


def _speaking_for(actors: pl.DataFrame) -> dict[str, str]:
    """By actor id, the country that a state, its bodies and its officials speak for; bodies between states and rebels themselves."""
    found: dict[str, str] = {}
    for actor_id, kind, sector, country in actors.select("actor_id", "actor_type", "sector", "country_code").iter_rows():
        if (kind == "organization" and sector == "IGO") or (kind == "group" and sector in ARMED):
            found[actor_id] = actor_id
        elif country and sector in PUBLIC:
            found[actor_id] = country
    return found
