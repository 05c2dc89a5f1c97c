"""Whose ground a text is on where a sentence names nobody: "Police detained two" after a report on a state is told of that state.

Parties that a sentence names (`parties`), pairs that it means (`pairs`) and pronouns (`assets.enrich.actors.pronouns`) do not belong here.
"""

from assets.enrich.actors.index import Mention
from assets.enrich.events.frames import Frame
from assets.enrich.events.parties import ACTING, Party
from assets.enrich.events.slots import Filling

FADING = 0.7  # what a mention weighs a sentence later
NOWHERE = -1  # the token of a party that its sentence does not name
# who meets, agrees, praises or trades is told by name; a deed among these is one of those who are at home
AT_HOME = frozenset(
    {"protest", "coerce", "assault", "retreat", "concede", "mobilize", "accuse", "request", "reject", "threaten", "sanction", "consult", "agree"}
)


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
        self._latest: dict[str, Mention] = {}

    def hear(self, mentions: list[Mention]) -> None:
        """Count a sentence's mentions; one that names nobody changes nothing."""
        if not mentions:
            return
        for country in self._weights:
            self._weights[country] *= FADING
        for mention in mentions:
            country = self._countries.get(mention["actor_id"] or "") or mention["country_code"]
            if country:
                self._weights[country] = self._weights.get(country, 0.0) + 1.0
                self._latest[country] = mention

    def home(self) -> Mention | None:
        """The last mention of that state or of one of its people; None before any was heard."""
        if not self._weights:
            return None
        return self._latest[max(self._weights, key=lambda country: (self._weights[country], country))]


def is_acted(text: str) -> bool:
    """The cheap look before any grammar is read: whether a common noun that acts stands in a sentence."""
    return not ACTING.isdisjoint(text.lower().replace(",", "").replace(".", "").split())


def at_home(filling: Filling, frame: Frame, home: Mention | None, is_passive: bool) -> Filling:
    """The filling with the state that the text is on for those who have no name, where a frame's slots hold no party at all."""
    if home is None or filling.sources or filling.targets or frame.event_type not in AT_HOME:
        return filling
    party = [Party(home, NOWHERE, NOWHERE, None, False, False)]
    if filling.has_source and not is_passive and frame.source_slot != "none":
        return Filling(party, [], True, filling.has_target)
    if filling.has_target and frame.target_slot != "none":
        return Filling([], party, filling.has_source, True)
    return filling
