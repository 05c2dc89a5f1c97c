"""Whose ground a text is on where a sentence names nobody: "Police detained two" after a report on a state is told of that state.

Parties that a sentence names (`parties`), pairs that it means (`pairs`) and pronouns (`assets.enrich.actors.pronouns`) do not belong here.
"""

import re

from assets.enrich.actors.index import Mention
from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import AUXILIARY, DETERMINER, Tokens
from assets.enrich.events.parties import Party
from assets.enrich.events.slots import LOCATIVE, Filling
from assets.enrich.words.wordlist import words

MOST = 1e100  # to which weights may grow
FADING = 0.7  # what a mention weighs a sentence later
NEAR = 5  # tokens after a noun in which its place or day is told
# who meets, agrees, praises or trades is told by name
AT_HOME = words("protest coerce assault retreat concede mobilize accuse request reject threaten sanction aid")
# of these a sentence that names nobody is read for deeds
AT_WORK = words(
    "police troops soldiers army protesters demonstrators rebels gunmen militants insurgents guerrillas fighters prosecutors court judges"
    " parliament lawmakers opposition authorities government ministers workers farmers students dockers thousands hundreds dozens"
    " peacekeepers hackers unions ambassadors diplomats envoys migrants refugees hostages prisoners activists commandos forces militia"
)
# beginnings of the words that tell what they do, or suffer
DEED = re.compile(
    r"\b(?:detain|arrest|jail|kill|wound|shot|fire|protest|march|rall|strike|storm|shell|attack|bomb|clash|fought|seiz|captur|resign|quit"
    r"|step|free|releas|deport|expel|bann|block|reject|refus|veto|withdr|deploy|raid|abduct|kidnap|burn|riot|gather|dispers|evict|surrender"
    r"|call|demand|urg|accus|condemn|threaten|warn|sentenc|convict|suspend|recall|fill|pass|vote)",
)
STATELY = words("state government_body organization group")
TOLD_BY_NAME = words("agree support cooperate")  # who agrees, or backs whom, is not left to guess
NOWHERE = -1  # the token of a party that its sentence does not name


class Ground:
    """The state that the sentences of one document heard so far are mostly about, the latest counting most.

    Parameters
    ----------
    countries
        Country codes by actor id.
    """

    def __init__(self, countries: dict[str, str | None]) -> None:
        self._countries = countries
        self._weights: dict[str, float] = {}
        self._unit = 1.0
        self._latest: dict[str, Mention] = {}

    def __bool__(self) -> bool:
        return bool(self._weights)

    def hear(self, mentions: list[Mention]) -> None:
        """Count a sentence's mentions, of which there is one at least."""
        self._unit /= FADING  # rather than all others less, the new ones weigh more
        if self._unit > MOST:
            self._weights = {country: weight / MOST for country, weight in self._weights.items()}
            self._unit /= MOST
        for mention in mentions:
            country = self._countries.get(mention["actor_id"] or "") or mention["country_code"]
            if country:
                self._weights[country] = self._weights.get(country, 0.0) + self._unit
                self._latest[country] = mention

    def home(self) -> Mention | None:
        """The last mention of that state or of one of its people; None before any was heard."""
        if not self._weights:
            return None
        return self._latest[max(self._weights, key=lambda country: (self._weights[country], country))]


def is_acted(text: str) -> bool:
    """The cheap look before any grammar is read: whether a sentence tells of people who act at home."""
    return not AT_WORK.isdisjoint(text.lower().split()) and DEED.search(text) is not None


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


def is_of_a_state(sentence: Tokens, filling: Filling, frame: Frame, index: int, end: int) -> bool:
    """Whether in a running text a noun stands for a happening though it names one side: what was done to a state, or where or when.

    Of persons and parties too much is said that is none: "support for A", "a battle with B".
    """
    named = filling.targets or filling.sources
    if not named or frame.event_type in TOLD_BY_NAME or sentence.kinds.get(named[0].head["actor_id"] or "", "") not in STATELY:
        return False
    return any(party.preposition in frame.prepositions for party in filling.targets) or is_certain(sentence, index, end)


def at_home(filling: Filling, frame: Frame, home: Mention | None, is_passive: bool, is_particular: bool = False) -> Filling:
    """The filling with the state that the text is on for those who have no name, where a frame's slots hold no party at all.

    A noun needs nobody who acts where it is particular: its place or day is told.
    """
    if home is None or filling.sources or filling.targets or not (is_particular or frame.event_type in AT_HOME):
        return filling
    party = [Party(home, NOWHERE, NOWHERE, None, False, False)]
    if filling.has_source and not is_passive and frame.source_slot != "none":
        return Filling(party, [], True, filling.has_target)
    if filling.has_target and frame.target_slot != "none":
        return Filling([], party, filling.has_source, True)
    return Filling(party, [], True, True) if is_particular and frame.event_type not in TOLD_BY_NAME else filling
