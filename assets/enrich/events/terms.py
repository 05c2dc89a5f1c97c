"""The words of `event_terms`, by kind. Frames (`frames`) and closed classes of English (`grammar`) do not belong here."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from assets.codebook import Codebook

NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class EventTerms:
    """Lower-case words by kind; what each tells stands in `assets.codebook.kinds`."""

    acting: frozenset[str] = NONE
    member: frozenset[str] = NONE
    sent: frozenset[str] = NONE
    office: frozenset[str] = NONE
    relation: frozenset[str] = NONE
    at_work: frozenset[str] = NONE
    deed: frozenset[str] = NONE  # stems
    states: frozenset[str] = NONE
    leaders: frozenset[str] = NONE
    words_of: frozenset[str] = NONE
    message: frozenset[str] = NONE
    proposal: frozenset[str] = NONE
    accord: frozenset[str] = NONE
    wired: frozenset[str] = NONE
    video: frozenset[str] = NONE
    place: frozenset[str] = NONE
    no_place: frozenset[str] = NONE
    strife: frozenset[str] = NONE
    named_after: frozenset[str] = NONE
    sport: frozenset[str] = NONE
    idle: frozenset[str] = NONE
    warlike: frozenset[str] = NONE
    peaceful: frozenset[str] = NONE
    turning: frozenset[str] = NONE
    ceasing: frozenset[str] = NONE
    restoring: frozenset[str] = NONE
    talks: frozenset[str] = NONE
    meeting: frozenset[str] = NONE
    call: frozenset[str] = NONE
    visit: frozenset[str] = NONE
    envoy: frozenset[str] = NONE
    border: frozenset[str] = NONE
    dissenter: frozenset[str] = NONE
    force: frozenset[str] = NONE
    explosive: frozenset[str] = NONE
    tie: frozenset[str] = NONE
    side: frozenset[str] = NONE
    sided: frozenset[str] = NONE
    spokesman: frozenset[str] = NONE
    portfolio: frozenset[str] = NONE
    plan: frozenset[str] = NONE
    design: frozenset[str] = NONE
    draft: frozenset[str] = NONE
    pact: frozenset[str] = NONE
    mediator: frozenset[str] = NONE
    fighting: frozenset[str] = NONE
    fought: frozenset[str] = NONE
    entry: frozenset[str] = NONE
    ruling: frozenset[str] = NONE
    bill: frozenset[str] = NONE
    nature: frozenset[str] = NONE
    untold: frozenset[str] = NONE
    detail: frozenset[str] = NONE
    defending: frozenset[str] = NONE
    easing: frozenset[str] = NONE
    restriction: frozenset[str] = NONE
    harmed: frozenset[str] = NONE
    bent: frozenset[str] = NONE
    exercise: frozenset[str] = NONE
    pullback: frozenset[str] = NONE
    land: frozenset[str] = NONE
    performed: frozenset[str] = NONE
    protested: frozenset[str] = NONE
    asked: dict[str, str] = field(default_factory=dict)  # the mode by the word
    answered: dict[str, frozenset[str]] = field(default_factory=dict)  # event types by the word
    undone: dict[str, frozenset[str]] = field(default_factory=dict)


NO_TERMS = EventTerms()


@lru_cache(maxsize=4)
def event_terms(codebook: Codebook) -> EventTerms:
    """The terms of a codebook."""
    sets: dict[str, set[str]] = {}
    modes: dict[str, str] = {}
    answered: dict[str, frozenset[str]] = {}
    undone: dict[str, frozenset[str]] = {}
    for term, kind, mode, types in codebook["event_terms"].select("term", "kind", "event_mode", "event_types").iter_rows():
        if kind == "asked":
            modes[term] = mode
        elif kind in ("answered", "undone"):
            (answered if kind == "answered" else undone)[term] = frozenset(types)
        else:
            sets.setdefault(kind, set()).add(term)
    found: dict[str, Any] = {kind: frozenset(terms) for kind, terms in sets.items()}
    return EventTerms(asked=modes, answered=answered, undone=undone, **found)
