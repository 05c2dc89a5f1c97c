"""Where cues stand in a text, with their auxiliaries, and what a found attribution is made of. Sources and contents come from rules."""

from bisect import bisect_left
from dataclasses import dataclass, field

from assets.enrich.attribution.cue_lexicon import BASE, PARTICIPLE, PAST, PRESENT, Cue, CueLexicon
from assets.enrich.attribution.phrases import CONTRACTED, Words
from assets.enrich.words.closed_class import AUXILIARIES, BE_FORMS, DETERMINERS, PREPOSITIONS, is_adverb, is_negation
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

Range = tuple[int, int]

BEFORE_NOUNS = DETERMINERS | (PREPOSITIONS - {"to"}) | words("'s new own recent first last former")
PLURAL_SUBJECTS = words("they we you i who people many some others most both officials")
INFINITIVES = words("went goes going continued continues used")  # "went on to say", "continued to insist"


@dataclass(frozen=True, eq=False)
class CueSite:
    """A cue in the text: tokens [first, last), from `group` on with its auxiliaries and adverbs."""

    group: int
    first: int
    last: int
    cue: Cue
    tag: str
    is_passive: bool
    is_negated: bool
    is_title_case: bool


@dataclass(eq=False)
class Found:
    """An attribution as token ranges, before it becomes a row."""

    rule: str
    cue: Cue | None
    cue_words: Range
    content: list[Range]
    source: Range | None = None
    antecedent: Range | None = None  # what a relative pronoun stands for
    cue_rest: Range | None = None  # second half of a cue that is broken up: "quoted S as saying"
    is_negated: bool = False
    parent: "Found | None" = field(default=None, repr=False)

    @property
    def cues(self) -> list[Range]:
        """Words of the cue."""
        return [self.cue_words, *([self.cue_rest] if self.cue_rest else [])]

    @property
    def first(self) -> int:
        """First token of source, cue and content."""
        return min(first for first, _ in self._ranges())

    @property
    def last(self) -> int:
        """One past the last token of source, cue and content."""
        return max(last for _, last in self._ranges())

    def _ranges(self) -> list[Range]:
        return [self.cue_words, *self.content, *(part for part in (self.source, self.cue_rest) if part)]


class Scene:
    """A text ready for the rules: tokens, lexicon, and the places where cues may stand."""

    def __init__(self, tokens: Tokens, lexicon: CueLexicon) -> None:
        self.tokens = tokens
        self.at = Words(tokens, lexicon)
        self.lexicon = lexicon
        verbs, adjectives, nouns = lexicon.verbs, lexicon.adjectives, lexicon.nouns
        self._verb_places = [k for k, word in enumerate(tokens.low) if word in verbs or word in adjectives]
        self._noun_places = [k for k, word in enumerate(tokens.low) if word in nouns]

    def nouns(self, low: int, high: int, level: int) -> list[tuple[int, Cue]]:
        """Cue nouns at a quotation level."""
        places = self._noun_places[bisect_left(self._noun_places, low) : bisect_left(self._noun_places, high)]
        return [(k, self.lexicon.nouns[self.tokens.low[k]]) for k in places if self.tokens.quote[k] == level]

    def sites(self, low: int, high: int, level: int) -> list[CueSite]:
        """Cue verbs and adjectives at a quotation level, from left to right."""
        places = self._verb_places[bisect_left(self._verb_places, low) : bisect_left(self._verb_places, high)]
        found: list[CueSite] = []
        for k in places:
            if self.tokens.quote[k] == level and (not found or k >= found[-1].last):
                site = self._site(k, low, high)
                if site:
                    found.append(site)
        return found

    def _site(self, index: int, low: int, high: int) -> CueSite | None:
        tokens = self.tokens
        group = self._group(index, low)
        helpers = tokens.low[group:index]
        for form in self.lexicon.adjectives.get(tokens.low[index], ()):
            last = index + 1 + len(form.rest)
            if tuple(tokens.low[index + 1 : last]) == form.rest and any(word in BE_FORMS for word in helpers):
                return self._made(group, index, last, form.cue, PAST, low, passive=False)
        for form in self.lexicon.verbs.get(tokens.low[index], ()):
            last = index + 1 + len(form.rest)
            if last > high or tuple(tokens.low[index + 1 : last]) != form.rest:
                continue
            passive = form.tag == PAST and any(word in BE_FORMS or word in ("being", "been") for word in helpers)
            if self._is_verb(index, low, form.cue, form.tag, helpers):
                return self._made(group, index, last, form.cue, form.tag, low, passive=passive)
        return None

    def _made(self, group: int, index: int, last: int, cue: Cue, tag: str, low: int, *, passive: bool) -> CueSite:
        helpers = self.tokens.low[group:index]
        title_case = index > low and self.tokens.text[index][0].isupper()
        return CueSite(group, index, last, cue, tag, passive, any(is_negation(word) for word in helpers), title_case)

    def _group(self, index: int, low: int) -> int:
        """Where the auxiliaries and adverbs before a verb begin."""
        tokens, group = self.tokens, index
        level = tokens.quote[index]
        if group - 2 > low and tokens.low[group - 1] == "to":
            begin = group - (3 if tokens.low[group - 2] == "on" else 2)
            group = begin if tokens.low[begin] in INFINITIVES else group
        while group > low and tokens.quote[group - 1] == level:
            word = tokens.low[group - 1]
            if word == "'s" and (group - 2 < low or tokens.low[group - 2] not in CONTRACTED):
                break  # "the minister's call"
            if word not in AUXILIARIES and not is_adverb(word) and not is_negation(word):
                break
            if tokens.text[group - 1][0].isupper() and group - 1 > low and tokens.text[index][0].islower():
                break
            group -= 1
        while group < index and tokens.text[group][0].isupper() and tokens.low[group] not in AUXILIARIES:
            group += 1  # "Later", "Still" at the head of the sentence
        return group

    def _is_verb(self, index: int, low: int, cue: Cue, tag: str, helpers: list[str]) -> bool:
        """Whether a form that may be a noun, an infinitive or an adjective is a verb that has a subject."""
        tokens = self.tokens
        before = tokens.low[index - 1] if index > low else ""
        may_be_noun = tag in (BASE, PRESENT) and cue.is_noun_too and not helpers
        if may_be_noun and (before in BEFORE_NOUNS or (index > low and tag == PRESENT and self.at.is_finite(index - 1))):
            return False
        if tag == PRESENT and any(word in AUXILIARIES for word in helpers):
            return False  # "there are fears"
        if tag == BASE:
            if before == "to":
                return index - 2 >= low and (tokens.low[index - 2] in INFINITIVES or tokens.low[index - 2] == "on")
            if not before:
                return False
            if cue.is_noun_too:
                return before in PLURAL_SUBJECTS or any(word in AUXILIARIES or is_negation(word) for word in helpers)
        if tag == PAST and before in DETERMINERS and before not in ("all", "both", "each", "some", "many", "most", "several", "half"):
            return False
        return tag != PARTICIPLE or not (before in DETERMINERS or before in ("of", "for", "from", "without", "about"))
