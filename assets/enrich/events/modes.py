"""The mode of an event where its frame leaves it open: by telephone, and what is asked for or turned down.

After PLOVER's modes of `consult`, `request` and `reject` (Open Event Data Alliance, PLOVER 2017). Types and frames do not
belong here, nor do the words for what is asked (`event_terms`).
"""

from assets.enrich.events.grammar import SUBORDINATOR, Tokens
from assets.enrich.events.standing import Candidate
from assets.enrich.events.terms import EventTerms
from assets.enrich.words.wordlist import words

CODES = {
    "request": {"yield": "105", "meet": "106", "assist": "101", "change": "104"},
    "reject": {"yield": "124", "meet": "125", "assist": "121", "change": "123"},
}
GENERIC = {"request": frozenset({"020", "100"}), "reject": frozenset({"120"})}
# after these something else is told; "told X not to expect support" asks for none
BREAK = SUBORDINATOR - {"that"} | words("; , and but not")
HOSTED, VISITED = ("visit", "043"), ("visit", "042")
REACH = 12  # tokens after the trigger in which what is asked for is named


def mode_of(sentence: Tokens, found: Candidate) -> tuple[str | None, str | None]:
    """Mode and CAMEO code of an event, those of its frame unless the words of its clause tell more."""
    frame = found.frame
    mode, cameo = frame.event_mode, frame.cameo_code
    if frame.event_type == "consult":
        if mode is None and is_wired(sentence.words[found.begin : found.stop], sentence.terms):
            return "phone", "041"
    elif frame.event_type in CODES and mode in (None, "change", "assist") and cameo in GENERIC[frame.event_type]:
        asked = sentence.words[found.end : found.end + REACH]
        for word in asked:
            if told := sentence.terms.asked.get(word):
                return told, CODES[frame.event_type][told]
            if word in BREAK:
                break
    return mode, cameo


def visited(found: Candidate, place: str, countries: dict[str, str | None], capitals: dict[str, str]) -> tuple[str, str] | None:
    """Mode and CAMEO code of a meeting held in the capital of one side where the other is of elsewhere; None of other meetings.

    `countries` are country codes by actor id, `capitals` those of capitals by name.
    """
    host = capitals.get(place)
    if host is None or len(found.sources) != 1 or len(found.targets) != 1:
        return None
    guest, other = (
        countries.get(side[0].head["actor_id"] or "") or side[0].head["country_code"] for side in (found.sources, found.targets)
    )
    if not guest or not other or guest == other:
        return None
    return {guest: HOSTED, other: VISITED}.get(host)


def is_wired(told: list[str], terms: EventTerms) -> bool:
    """Whether the words tell of a telephone or video call."""
    return not terms.wired.isdisjoint(told) or ("video" in told and not terms.video.isdisjoint(told))
