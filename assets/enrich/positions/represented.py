"""For which state a speaker speaks who has no stand of his own: its ministry, embassy, spokesman, delegate. Others stay the holders.

A minister or a president is answerable for his words and holds them himself; a parliament, a court or an army are no voice of their
state. An official who tells what "we" will do speaks for his side.
"""

import re
from functools import lru_cache

from assets.codebook import Codebook
from assets.enrich.actors.index import Mention, MentionIndex

VOICE = re.compile(
    r"\b(?:(?:ministry|embassy|consulate|state department|(?:defen[cs]e|foreign affairs) department|foreign office)\b"
    r"|(?:observer|permanent|diplomatic) mission\b"
    r"|(?:foreign|prime|interior|defen[cs]e) minister['’]s office\b|attorney general['’]s office\b)",
    re.IGNORECASE,
)
ENVOY = re.compile(
    r"\b(?:spokes(?:man|woman|person|men|women|people|persons)|consul(?:-general)?|delegate|counsell?or"
    r"|(?:permanent|deputy|acting) representative|representative (?:to|at) the|state counsel|chargé d['’]affaires)\b",
    re.IGNORECASE,
)
OFFICIAL = re.compile(
    r"\b(?:(?:deputy|vice|foreign|defen[cs]e|interior|trade) minister|official|negotiator|adviser|advisor|envoy|ambassador)\b",
    re.IGNORECASE,
)
# Whose spokesmen and counsels are not of the state's government, and who is of it no more.
APART = re.compile(
    r"\b(?:former|ex|retired|then|opposition|party|parties|rebels?|group|movement|army|military|navy|police|parliament\w*|senate|congress"
    r"|company|companies|union|church|court|tribunal|bank|campaign|front|council|mayor|governor|regional|city|prosecutor\w*|UN|U\.N\."
    r"|United Nations|EU|European Union|NATO|African Union|lawmaker|senator|aid|agency)\b",
    re.IGNORECASE,
)
WE = re.compile(
    r"[“\"‘'\s]*(?:[^.;:!?“”\"]{0,40}[\s,])?(?:we|we['’](?:re|ve|ll|d)|our (?:country|government|position|side))\b", re.IGNORECASE
)
GOVERNMENT = re.compile(r"\b(?:government|cabinet|presiden\w+|delegation|mission|team)\b", re.IGNORECASE)
PERSONAL = re.compile(r"\bI\b|\b(?:my|personal) (?:view|opinion)\b")
NAME = re.compile(r"[A-ZÀ-Ý][\w'’-]*(?: [A-ZÀ-Ý][\w'’-]*)?")
POSTED = re.compile(r" (?:in|to|at) (?:the )?[A-ZÀ-Ý][^,]*")
SENT = re.compile(r"\b(?:embassy|consul\w*|mission|delegate|counsell?or|representative|chargé|ambassador|envoy)\b", re.IGNORECASE)
OWN = re.compile(r"\bits\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?\b")
REACH = 250  # characters back to the state whose "its" is


class Represented:
    """The states of a document, and who speaks for them."""

    def __init__(
        self, document_id: str, body: str, index: MentionIndex, states: dict[str, str], codes: dict[str, str], kinds: dict[str, str]
    ) -> None:
        self._id, self._body, self._index, self._states, self._codes, self._kinds = document_id, body, index, states, codes, kinds
        self._known: dict[str, Mention] = {}  # by whom they speak for it
        self._last: Mention | None = None
        self._at = 0  # where the last of them spoke

    def state(self, mention: Mention | None, source: str, span: tuple[int, int], statement: str) -> Mention | None:
        """The state for which the source at `span` says a statement, as a mention of this document; else None."""
        person = (mention["actor_id"] or mention["discovered_name"]) if mention else None
        role = " ".join(filter(None, (mention["discovered_role"], mention["role"], mention["discovered_organization"]))) if mention else ""
        how = _speaks(source, role)
        if not how or PERSONAL.search(statement):
            return None
        organization = mention["discovered_organization"] if mention else None
        if organization and not VOICE.search(organization) and not GOVERNMENT.search(organization):
            return None  # "a Central Bank spokesman"
        is_somebody = mention is not None and "person" in (mention["discovered_type"], self._kinds.get(mention["actor_id"]))
        is_voice = how == "envoy" or (how == "office" and not is_somebody)
        if not is_voice and not (OFFICIAL.search(f"{source} {role}") and WE.match(statement)):
            return None
        code = (mention["country_code"] if mention else None) or self._named_in(source)
        found = self._of(self._states.get(code or ""), span[0]) if code else self._known.get(person or "")
        if found is None and code is None and OWN.search(source):
            follows = self._last is not None and "\n" not in self._body[self._at : span[0]]
            found = self._last if follows else self._owner(span[0])
        if found is not None:
            self._last, self._at = found, span[1]
            if person:
                self._known[person] = found
        return found

    def capital(self, text: str, position: int) -> Mention | None:
        """The state of which a capital is the name, where another name of it stands in the document."""
        return self._of(self._states.get(self._codes.get(text, "")), position)

    def _named_in(self, source: str) -> str | None:
        """The one country whose name, demonym or capital a source has in it; where an envoy or an embassy is, says not whose it is."""
        apart = POSTED.sub("", source)
        if apart != source and ((code := self._named_in(apart)) or SENT.search(source)):
            return code
        found = {code for name in NAME.findall(source) for part in (name, *name.split()) if (code := self._codes.get(_plain(part)))}
        return found.pop() if len(found) == 1 else None

    def _of(self, actor_id: str | None, position: int) -> Mention | None:
        """The last mention of a state before a position, else the first of all."""
        named = [mention for mention in self._index.of(self._id) if actor_id and mention["actor_id"] == actor_id]
        return next((each for each in reversed(named) if each["evidence_start"] < position), None) or next(iter(named), None)

    def _owner(self, position: int) -> Mention | None:
        """The one state of which the paragraph speaks before "its"."""
        first = max(self._body.rfind("\n", 0, position) + 1, position - REACH)
        inside = self._index.within(self._id, first, position)
        named = [
            each
            for each in inside
            if self._kinds.get(each["actor_id"]) == "state" and not POSSESSIVE.match(self._body, each["evidence_end"])
        ]
        return named[-1] if len({each["actor_id"] for each in named}) == 1 else None


def country_names(codebook: Codebook) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Actor ids of states by country code; country codes by the names, demonyms and capitals that only one has; names of states by id."""
    states: dict[str, str] = {}
    codes: dict[str, set[str]] = {}
    rows = codebook["countries"].select("country_code", "actor_id", "name", "demonyms", "capital").iter_rows()
    for code, actor_id, name, demonyms, capital in rows:
        states[code] = actor_id
        for word in (name, capital, *(demonyms or ())):
            codes.setdefault(word or "", set()).add(code)
    names = dict(codebook["countries"].select("actor_id", "name").iter_rows())
    return states, {name: next(iter(of)) for name, of in codes.items() if name and len(of) == 1}, names


@lru_cache(maxsize=4096)
def _speaks(source: str, role: str) -> str | None:
    """As what a source with a role speaks for its state, if it does: envoy, office, official."""
    told = f"{source} {role}"
    how = "envoy" if ENVOY.search(told) else "office" if VOICE.search(source) else "official" if OFFICIAL.search(told) else None
    return how if how and not APART.search(told) else None


def _plain(name: str) -> str:
    return POSSESSIVE.sub("", name) if name.endswith(("'s", "’s", "'", "’")) else name
