"""The cue verbs and nouns of the codebook, inflected and indexed by their first word. Finding them in text is not done here."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress
from typing import NamedTuple

import polars as pl

from assets.codebook import Codebook
from assets.enrich.attribution.terms import CueTerms, cue_terms
from assets.enrich.words import verbs as forms_of
from assets.enrich.words.closed_class import TEMPORAL
from assets.enrich.words.tagging import VerbForms
from assets.enrich.words.verbs import NOUN, add_form, common_forms
from assets.enrich.words.wordlist import words

BASE, PRESENT, PAST, PARTICIPLE = "B", "Z", "D", "G"  # say, says, said, saying
MASKS = {BASE: forms_of.BASE, PRESENT: forms_of.PRESENT, PAST: forms_of.PAST | forms_of.PAST_PARTICIPLE, PARTICIPLE: forms_of.ING}

# Of rules that hang on no verb or noun of the codebook.
ASKED = words("asked questioned pressed")
# What somebody holds another to be, or makes C: "holds S responsible for C", "has made C a condition". The verb is looked for before it.
CALLED = {"responsible": "hold responsible", "accountable": "hold responsible", "condition": "make a condition",
          "precondition": "make a condition", "priority": "make a priority"}  # fmt: skip
# What may follow a noun besides what its frames say: whose it is, when, "for" of an aim, what it is. Else it attributes nothing.
AFTER_NOUNS = TEMPORAL | words(
    ": from among in by within across for of is are was were remain remains remained isn't aren't wasn't weren't include includes included"
    " goes seems appears"
)
# Only behind a noun that C may be: "S's position, restated in May, is that C", "its goal on the border is C", "S's two goals – C".
ASIDE = (frozenset[str](), words(", — – - -- on at"))
PEOPLE_KINDS = ("body", "crowd", "government", "group", "occupation", "partisan", "relation", "visitor")  # of `actor_nouns`
ENDS = words(", .")  # what may follow "to S's dismay", "at S's request"
FARTHEST_PARTICLE = 6  # tokens: "brushed the claims of the ministry ASIDE"
RATHER = words("rather sooner")  # "would RATHER wait"
FIXED_CUES = ASKED | RATHER | {"according", ":"} | {"responsible", "accountable"}


@dataclass(frozen=True, eq=False)
class Cue:
    """A verb, adjective ("be ready") or noun that attributes, as the codebook has it."""

    lemma: str
    kind: str  # speech | thought | state | noun
    frames: frozenset[str]
    prepositions: frozenset[str]
    speech_act: str
    stance: str | None
    is_noun_too: bool

    @cached_property
    def says(self) -> bool:
        """Whether the cue takes a quotation or a that-clause: looked at for every cue in a text."""
        return self.takes("quote", "that")

    def takes(self, *frames: str) -> bool:
        """Whether the cue takes one of the frames."""
        return not self.frames.isdisjoint(frames)


class Form(NamedTuple):
    """A word form of a cue: its tag, and the words that must follow the first."""

    cue: Cue
    tag: str
    rest: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class CueLexicon:
    """Forms by first word, those with more words first; nouns apart."""

    verbs: dict[str, tuple[Form, ...]]
    adjectives: dict[str, tuple[Form, ...]]
    nouns: dict[str, Cue]
    lemmas: dict[str, Cue]
    forms: VerbForms  # for tagging
    openers: dict[str, frozenset[str]]  # first words of all cues, each with the words one of which must follow; none: any may

    demonyms: frozenset[str]  # of one word, and what stands before a noun for a state or a union as it is: "norwegian", "us"
    people: frozenset[str]  # last words of nouns for people and bodies: "officials", "ministry"
    paired: frozenset[str]  # last words of names of states that "and" joins: "herzegovina"
    states: frozenset[str]  # names of one word: with a demonym or another in "US-Norway"

    split: dict[str, dict[str, Form]]  # forms of cues whose object may stand before their particle, by it: "turned the offer down"
    terms: CueTerms
    fixed: frozenset[str]  # words of rules that hang on no verb or noun of the codebook, and nouns of seeing

    def opens(self, low: list[str]) -> list[int]:
        """Places where a cue may begin: a passage without one attributes nothing."""
        openers, split = self.openers, self.split
        first = compress(range(len(low)), map(openers.__contains__, low))
        return [
            k
            for k in first
            if not (seconds := openers[low[k]])
            or (k + 1 < len(low) and low[k + 1] in seconds)
            or (low[k] in split and not split[low[k]].keys().isdisjoint(low[k + 2 : k + FARTHEST_PARTICLE]))
        ]

    def cue(self, lemma: str, rule: str) -> Cue | None:
        """The cue of an attribution again: a noun where a rule of nouns found it, for "hope" is both."""
        return self.nouns.get(lemma) if "noun" in rule else self.lemmas.get(lemma)


@lru_cache(maxsize=4)
def cue_lexicon(codebook: Codebook) -> CueLexicon:
    """The lexicon of a codebook's `cue_verbs` and `cue_nouns`."""
    verbs: dict[str, list[Form]] = {}
    adjectives: dict[str, list[Form]] = {}
    nouns: dict[str, Cue] = {}
    lemmas: dict[str, Cue] = {}
    forms = dict(common_forms())
    for row in codebook["cue_nouns"].iter_rows(named=True):
        cue = _cue(row["noun"][0], "noun", row, is_noun_too=True)
        nouns.update(dict.fromkeys(row["noun"], cue))
    for row in codebook["cue_verbs"].iter_rows(named=True):
        cue = _cue(row["lemma"], row["kind"], row, is_noun_too=row["is_noun_too"])
        lemmas[cue.lemma] = cue
        first, *rest = cue.lemma.split()
        if first == "be":
            rest = rest[rest[0] in ("a", "an") :]  # "be a red line"
            adjectives.setdefault(rest[0], []).append(Form(cue, PAST, tuple(rest[1:])))
            continue
        for form, tag in inflected(first, row["forms"]):
            verbs.setdefault(form, []).append(Form(cue, tag, tuple(rest)))
            if form not in common_forms():
                add_form(forms, form, MASKS[tag] | (NOUN if cue.is_noun_too and tag in (BASE, PRESENT) else 0))
    terms = cue_terms(codebook)
    fixed = FIXED_CUES | terms.view
    openers = _openers(verbs) | _openers(adjectives) | dict.fromkeys(fixed, frozenset[str]())
    for noun, cue in nouns.items():
        follows = openers.get(noun, cue.frames)  # none: any word may follow, for it is a verb as well
        ends = ENDS if noun in terms.felt or noun in terms.behest else ASIDE[cue.takes("np")]
        openers[noun] = follows | cue.frames | cue.prepositions | AFTER_NOUNS | ends if follows else follows
    demonyms, states = _states(codebook, terms.union)
    return CueLexicon(
        _longest_first(verbs), _longest_first(adjectives), nouns, lemmas, VerbForms(forms), openers, demonyms, _people(codebook),
        _paired(codebook), states, _split(verbs), terms, fixed,
    )  # fmt: skip


def inflected(verb: str, irregular: list[str]) -> list[tuple[str, str]]:
    """Forms of a verb with their tags; irregular ones (past, participle, -ing with doubled consonant) replace regular ones."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    ends_in_y = verb.endswith("y") and verb[-2:-1] not in "aeiou"
    if ends_in_y:
        present, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        present = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past = verb + "d" if verb.endswith("e") else verb + "ed"
    presents = [form for form in irregular if form.endswith("s")] or [present]
    participles = [form for form in irregular if form.endswith("ing")] or [stem + "ing"]
    pasts = [form for form in irregular if form not in presents and form not in participles] or [past]
    return [
        (verb, BASE), *((form, PRESENT) for form in presents), *((form, PAST) for form in pasts if form != verb),
        *((form, PARTICIPLE) for form in participles),
    ]  # fmt: skip


def _cue(lemma: str, kind: str, row: dict[str, object], *, is_noun_too: bool) -> Cue:
    frames: list[str] = row["frames"]  # type: ignore[assignment]
    return Cue(
        lemma, kind, frozenset(frame for frame in frames if not frame.startswith("prep:")),
        frozenset(frame.removeprefix("prep:") for frame in frames if frame.startswith("prep:")),
        str(row["speech_act"]), row["stance"], is_noun_too,  # type: ignore[arg-type]
    )  # fmt: skip


def _longest_first(forms: dict[str, list[Form]]) -> dict[str, tuple[Form, ...]]:
    return {word: tuple(sorted(found, key=lambda form: -len(form.rest))) for word, found in forms.items()}


def _split(verbs: dict[str, list[Form]]) -> dict[str, dict[str, Form]]:
    found = {word: {form.rest[0]: form for form in forms if form.cue.takes("split")} for word, forms in verbs.items()}
    return {word: forms for word, forms in found.items() if forms}


def _openers(forms: dict[str, list[Form]]) -> dict[str, frozenset[str]]:
    return {
        word: frozenset(form.rest[0] for form in found) if all(form.rest for form in found) else frozenset()
        for word, found in forms.items()
    }  # fmt: skip


def _states(codebook: Codebook, unions: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    demonyms, names = (
        frozenset(word for word in column.str.to_lowercase() if " " not in word)
        for column in (codebook["countries"]["demonyms"].explode().drop_nulls(), codebook["countries"]["name"])
    )
    return demonyms | unions, demonyms | unions | names


def _paired(codebook: Codebook) -> frozenset[str]:
    return frozenset(name.lower().split()[-1] for name in codebook["countries"]["name"] if " and " in name or " & " in name)


def _people(codebook: Codebook) -> frozenset[str]:
    nouns = codebook["actor_nouns"].filter(pl.col("kind").is_in(PEOPLE_KINDS))["noun"]
    return frozenset(noun.split()[-1] for noun in nouns if noun.islower())
