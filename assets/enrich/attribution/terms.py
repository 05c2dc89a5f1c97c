"""The words of `cue_terms` that stand around a cue, by kind. Cues (`cue_lexicon`) and closed classes of English do not belong here."""

from dataclasses import dataclass

from assets.codebook import Codebook

NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class CueTerms:
    """Lower-case words by kind; what each tells stands in `assets.codebook.kinds`."""

    means: frozenset[str] = NONE
    unspoken: frozenset[str] = NONE
    group: frozenset[str] = NONE
    relation: frozenset[str] = NONE
    document: frozenset[str] = NONE
    terms: frozenset[str] = NONE
    judgement: frozenset[str] = NONE
    setting: frozenset[str] = NONE
    quarter: frozenset[str] = NONE
    held: frozenset[str] = NONE
    label: frozenset[str] = NONE
    carrier: frozenset[str] = NONE
    voicing: frozenset[str] = NONE
    met: frozenset[str] = NONE
    drawn: frozenset[str] = NONE
    lacked: frozenset[str] = NONE
    enjoyed: frozenset[str] = NONE
    given: frozenset[str] = NONE
    aim: frozenset[str] = NONE
    view: frozenset[str] = NONE
    union: frozenset[str] = NONE
    head: frozenset[str] = NONE
    title: frozenset[str] = NONE
    faced: frozenset[str] = NONE
    felt: frozenset[str] = NONE
    behest: frozenset[str] = NONE
    done: frozenset[str] = NONE
    willing: frozenset[str] = NONE
    utterance: frozenset[str] = NONE
    armed: frozenset[str] = NONE
    begun: frozenset[str] = NONE
    struck: frozenset[str] = NONE
    claimed: frozenset[str] = NONE
    teller: frozenset[str] = NONE


def cue_terms(codebook: Codebook) -> CueTerms:
    """The terms of a codebook."""
    found: dict[str, set[str]] = {}
    for term, kind in codebook["cue_terms"].select("term", "kind").iter_rows():
        found.setdefault(kind, set()).add(term)
    return CueTerms(**{kind: frozenset(terms) for kind, terms in found.items()})
