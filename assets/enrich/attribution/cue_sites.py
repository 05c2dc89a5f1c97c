"""Where cues stand in a text, with their auxiliaries. Sources and contents come from rules; what they are made into is in `found`."""

from bisect import bisect_left
from functools import lru_cache

from assets.enrich.attribution.cue_lexicon import ASKED, BASE, CALLED, PARTICIPLE, PAST, PRESENT, RATHER, Cue, CueLexicon
from assets.enrich.attribution.found import CueSite, Found, Range
from assets.enrich.attribution.parted import TIME_ENDS, particle_after, told_when
from assets.enrich.attribution.phrases import Words
from assets.enrich.attribution.sources import source_left
from assets.enrich.words.closed_class import (
    AUXILIARIES,
    BE_FORMS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    is_adverb,
    is_negation,
)
from assets.enrich.words.tagging import CONTRACTED, FINITE_VERB, HAVES, NOUN_FORM, PARTICIPLE_ING, PARTICIPLE_PAST, UNSURE, Tagger
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

# Verbs that link an adjective to a subject as "be" does: "has become wary of C", "feels sure that C".
LINKING = words(
    "become becomes became becoming grow grows grew grown growing feel feels felt feeling look looks looked sound sounds sounded stay"
    " stays stayed appear appears appeared get gets got getting stand stands stood"
)
NAMED = ("be a ", "be an ")  # what something is: "is a (clear) red line"
ARTICLES = words("a an another")
NEAR_ARTICLE = 4
FOR = ("for", "to")
FOR_WHOM = words("the many some most few others critics hardliners moderates")
NEAR_WHAT = 5
FEWEST = 6  # tokens of "For Oslo, talks are a means"
NEAR = 12  # tokens: no group of auxiliaries, and no cue of several words, is longer
BEFORE_NOUNS = DETERMINERS | (PREPOSITIONS - {"to"}) | words("'s new own recent first last former")
PASSIVES = BE_FORMS | words("being been")
COPULAS = words("remain remains remained")
DEGREES = words("more less most least rather somewhat")  # "is LESS enchanted", not "and MORE want"
LESSER = words("less least")
PLURAL_SUBJECTS = words("they we you i who people many some others most both officials")
# "went on to say", "continued to insist"
INFINITIVES = words(
    "went goes going gone continued continues continuing continue began begins begun used proceeded proceeds tried tries trying try"
    " struggled struggles struggling tends tend tended rushed hastened managed manages manage moved rose has have had came felt"
    " quick forced obliged compelled moved bound able yet"
)


class Scene:
    """A text ready for the rules: tokens, lexicon, and the places where cues may stand."""

    def __init__(self, tokens: Tokens, lexicon: CueLexicon) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self._tagger = Tagger(tokens, lexicon.forms)
        self.at = Words(tokens, lexicon, self._tagger.tags)
        self._openers = lexicon.opens(tokens.low)
        self._read = 0  # tokens
        self._starts: list[int] = []  # of all that may attribute; like the others below, in what is read
        self._places: list[int] = []
        self.loose: list[int] = []  # of cues that are perhaps no verb of a clause
        self._nouns: list[int] = []
        self.according: list[int] = []
        self.asked: list[int] = []
        self.colons: list[int] = []
        self.views: list[int] = []
        self.called: list[int] = []
        self.rather: list[int] = []
        self._site_at: dict[tuple[int, int, int], CueSite | None] = {}
        self._sites_in: dict[tuple[int, int, int], list[CueSite]] = {}

    def read(self, first: int, last: int) -> bool:
        """Make tokens [first, last) ready for the rules, unless nothing there may attribute; passages come from left to right."""
        if first < self._read:
            first = self._read
        if last > self._read:
            self._read = last
        openers = between(self._openers, first, last)
        views = self._tells_for_whom(first, last)
        if not openers and not views:
            return False
        if views:
            self._starts.append(first)
        self._tagger.read(first, last)
        verbs, adjectives, nouns, tags, low = self.lexicon.verbs, self.lexicon.adjectives, self.lexicon.nouns, self.at.tags, self.tokens.low
        fixed, seen = self.lexicon.fixed, self.lexicon.terms.view
        for k in openers:
            word, tag = low[k], tags[k]
            is_adjective = word in adjectives
            is_place = is_adjective or (word in verbs and (tag != NOUN_FORM or self._is_cleft(k)))
            if is_place:
                self._places.append(k)
                if is_adjective or tag == PARTICIPLE_ING or "to" in low[k - 2 : k]:
                    self.loose.append(k)
            if word in nouns:
                self._nouns.append(k)
                if word in seen:
                    self.views.append(k)
                if word in CALLED:
                    self.called.append(k)
            elif word in fixed:
                self._fixed(word, k)
            elif not is_place:
                continue
            self._starts.append(k)
        return self.may_attribute(first, last)

    def tag(self, first: int, last: int) -> None:
        """Tell the verbs of tokens [first, last), which are read, though nothing there attributes."""
        self._tagger.read(first, last)

    def _tells_for_whom(self, first: int, last: int) -> bool:
        """Whether a passage opens with "for" and a name: "For Oslo, the talks are a means to an end" has no cue in it."""
        low = self.tokens.low
        if last - first < FEWEST or (low[first] not in FOR and low[first + 1] != "for"):
            return False
        k = first + (low[first] not in FOR) + 1
        return self.tokens.text[k][0].isupper() or low[k] in FOR_WHOM

    def _is_cleft(self, index: int) -> bool:
        """Whether what looks like a noun is the verb of a "what": "WHAT Oslo WANTS IS C", "C is WHAT Oslo WANTS", "WHAT WORRIES Oslo"."""
        low = self.tokens.low
        if low[index - 1] == "what" and any("stirs" in form.cue.frames for form in self.lexicon.verbs.get(low[index], ())):
            return True
        if index + 2 > len(low) or low[index - 1] in DETERMINERS or not (low[index + 1] in ("is", "was") or low[index + 1] in STOPS):
            return False
        what = next((k for k in range(index - 2, max(-1, index - NEAR_WHAT), -1) if low[k] == "what"), None)
        return what is not None and (low[what + 1] in DETERMINERS or self.tokens.text[what + 1][0].isupper())

    def _fixed(self, word: str, k: int) -> None:
        if word == ":":
            self.colons.append(k)
        elif word == "according":
            self.according.append(k)
        elif word in ASKED:
            self.asked.append(k)
        elif word in self.lexicon.terms.view:
            self.views.append(k)
        elif word in CALLED:
            self.called.append(k)
        elif word in RATHER:
            self.rather.append(k)

    def may_attribute(self, low: int, high: int) -> bool:
        """Whether any word stands in tokens [low, high), which are read, that a cue begins with."""
        first = bisect_left(self._starts, low)
        return first < len(self._starts) and self._starts[first] < high

    def nouns(self, low: int, high: int, level: int) -> list[tuple[int, Cue]]:
        """Cue nouns at a quotation level."""
        return [(k, self.lexicon.nouns[self.tokens.low[k]]) for k in between(self._nouns, low, high) if self.tokens.quote[k] == level]

    def sites(self, low: int, high: int, level: int) -> list[CueSite]:
        """Cue verbs and adjectives at a quotation level, from left to right."""
        key = (low, high, level)
        found = self._sites_in.get(key)
        if found is None:
            found = self._sites_in[key] = self._sites(low, high, level)
        return found

    def is_state(self, index: int) -> bool:
        """Whether a token says whose the noun after it is: "Norwegian", "US", "US-Norwegian"; not "the Norwegian", who may be a man."""
        word = self.tokens.low[index]
        if word in self.lexicon.demonyms:
            return self.tokens.low[index - 1] not in ("the", "a", "an") or self.tokens.text[index].isupper()
        return "-" in word and self.lexicon.states.issuperset(word.split("-"))

    def _sites(self, low: int, high: int, level: int) -> list[CueSite]:
        found: list[CueSite] = []
        quote, known, reached = self.tokens.quote, self._site_at, low
        for k in between(self._places, low, high):
            if quote[k] == level and k >= reached:
                # The same cue is looked at from several ranges; their ends matter only when they are near.
                key = (k, low if k - low < NEAR else -1, high if high - k < NEAR else -1)
                if key in known:
                    site = known[key]
                else:
                    site = known[key] = self._site(k, low, high)
                if site is not None:
                    found.append(site)
                    reached = site.last
        return found

    def _site(self, index: int, low: int, high: int) -> CueSite | None:
        words = self.tokens.low
        word = words[index]
        group = self._group(index, low) if index > low and _may_lead(words[index - 1]) else index
        helpers = words[group:index]
        lexicon = self.lexicon
        follows = words[index + 1] if index + 1 < len(words) else ""
        for form in lexicon.adjectives.get(word, ()):
            if form.rest and form.rest[0] != follows:
                continue
            last = index + 1 + len(form.rest)
            if tuple(words[index + 1 : last]) == form.rest:
                if form.cue.lemma.startswith(NAMED):
                    begin = next((k for k in range(index - 1, max(low, index - NEAR_ARTICLE), -1) if words[k] in ARTICLES), None)
                    is_group = self._group(begin, low) if begin else index
                    if BE_FORMS.isdisjoint(words[is_group : begin or index]):
                        continue
                    return self.made(is_group, index, last, form.cue, PAST, low, passive=False)
                if words[last : last + 1] == ["by"] and "by" not in form.cue.prepositions and word in lexicon.verbs:
                    continue  # "is opposed by S" is the verb
                if not BE_FORMS.isdisjoint(helpers):
                    return self.made(group, index, last, form.cue, PAST, low, passive=False)
                if group > low and words[group - 1] in LINKING:
                    return self.made(self._group(group - 1, low), index, last, form.cue, PAST, low, passive=False)
        if word in lexicon.split and follows not in lexicon.split[word] and (parted := self._parted(index, low, high, group, helpers)):
            return parted
        for cue, tag, rest in lexicon.verbs.get(word, ()):
            if rest and rest[0] != follows:
                continue  # as of most: "take" begins a hundred cues
            last = index + 1 + len(rest)
            if last > high or (rest and tuple(words[index + 1 : last]) != rest):
                continue
            if self._is_verb(index, low, cue, tag, helpers) or (rest and not helpers and self._is_phrasal_past(index, low, rest)):
                passive = tag == PAST and not PASSIVES.isdisjoint(helpers)
                return self.made(group, index, last, cue, tag, low, passive=passive)
        return None

    def _parted(self, index: int, low: int, high: int, group: int, helpers: list[str]) -> CueSite | None:
        """A cue that its object splits: "TURNED the offer DOWN"."""
        forms = self.lexicon.split[self.tokens.low[index]]
        particle = particle_after(self.at, index, high, forms)
        if particle is None:
            return None
        cue, tag, _ = forms[self.tokens.low[particle]]
        if not self._is_verb(index, low, cue, tag, helpers):
            return None
        site = self.made(group, index, index + 1, cue, tag, low, passive=False)
        site.particle = particle
        return site

    def made(self, group: int, index: int, last: int, cue: Cue, tag: str, low: int, *, passive: bool) -> CueSite:
        """A cue at tokens [index, last), from `group` on with its auxiliaries."""
        negated = group < index and any(map(_is_lessened, self.tokens.low[group:index]))
        title_case = index > low and self.tokens.text[index][0].isupper()
        return CueSite(group, index, last, cue, tag, passive, negated, title_case)

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
            when = told_when(tokens, low, group) if word in TIME_ENDS else group
            if when < group:
                group = when
                continue
            since = word == "since" and group - 2 >= low and tokens.low[group - 2] in ("has", "have", "had")
            degree = word in DEGREES and group - 2 >= low and (tokens.low[group - 2] in BE_FORMS)
            if not (since or degree or word in AUXILIARIES or word in COPULAS or is_adverb(word) or is_negation(word)):
                break
            if tokens.text[group - 1][0].isupper() and group - 1 > low and tokens.text[index][0].islower():
                break
            group -= 1
        while group < index and tokens.text[group][0].isupper() and tokens.low[group] not in AUXILIARIES:
            group += 1  # "Later", "Still" at the head of the sentence
        return group

    def _is_phrasal_past(self, index: int, low: int, rest: tuple[str, ...]) -> bool:
        """Whether what reads as a participle, for its "by", is the verb: "S STOOD by C"."""
        if self.at.tags[index] != PARTICIPLE_PAST or rest[0] != "by" or index <= low:
            return False
        before = self.tokens.low[index - 1]
        named = before[0].isalpha() and before not in BEFORE_NOUNS and before not in CONJUNCTIONS and not before.endswith("ly")
        return named and not any(self.at.is_finite(k) for k in range(low, index))

    def _is_verb(self, index: int, low: int, cue: Cue, tag: str, helpers: list[str]) -> bool:
        """Whether a form that may be a noun, an infinitive or an adjective is a verb that has a subject."""
        told = self.at.tags[index]
        if told == NOUN_FORM:
            return tag in (BASE, PRESENT) and self._is_cleft(index)
        tokens = self.tokens
        before = tokens.low[index - 1] if index > low else ""
        if tag == PARTICIPLE:
            if tokens.low[index] == "regarding" and before not in BE_FORMS:
                return False  # "Regarding the truce, …"
            return not (before in DETERMINERS or before in ("of", "for", "from", "without", "about"))
        helped = bool(helpers) and any(word in AUXILIARIES or is_negation(word) for word in helpers)
        if tag == BASE and before == "to":
            return index - 2 >= low and (tokens.low[index - 2] in INFINITIVES or tokens.low[index - 2] == "on")
        if tag == PRESENT and any(map(AUXILIARIES.__contains__, helpers)):
            return False  # "there are fears"
        if tag in (BASE, PRESENT) and cue.is_noun_too and not helpers and self.is_state(index - 1):
            return False  # "Norwegian demands that"
        if before == "," and tokens.low[index : index + 2] == ["provided", "that"]:
            return False  # "will sign, provided that Oslo does"
        if told == PARTICIPLE_PAST and tag == PAST and not helpers and "what" in tokens.low[max(low, index - NEAR_WHAT) : index]:
            return True  # "in what S INSISTED was C", "what S BELIEVED to be C"
        if told != UNSURE:
            return told == FINITE_VERB or (helped and tag in (BASE, PAST)) or tokens.low[index] in HAVES
        if tag in (BASE, PRESENT) and cue.is_noun_too and not helpers and before in BEFORE_NOUNS:
            return False
        if tag == BASE:
            return bool(before) and (not cue.is_noun_too or before in PLURAL_SUBJECTS or helped)
        return tag != PAST or before not in DETERMINERS


def between(places: list[int], low: int, high: int) -> list[int]:
    """Of ascending places those in [low, high)."""
    return places[bisect_left(places, low) : bisect_left(places, high)] if places else places


@lru_cache(maxsize=1 << 16)
def _may_lead(word: str) -> bool:
    """Whether a word may stand between a verb and where its group begins."""
    return (
        word in ("to", "since")
        or word in TIME_ENDS
        or word in DEGREES
        or word in AUXILIARIES
        or word in COPULAS
        or is_adverb(word)
        or is_negation(word)
    )


@lru_cache(maxsize=1 << 16)
def _is_lessened(word: str) -> bool:
    """Whether a word before a cue negates it: "not", "is LESS enchanted with C"."""
    return is_negation(word) or word in LESSER


def found_at(scene: Scene, rule: str, site: CueSite, content: list[Range], source: Range | None, low: int) -> Found:
    """An attribution of a cue; what a relative pronoun as its source stands for is noted."""
    one = Found(
        rule, site.cue, (site.group, site.last), [part for part in content if part[1] > part[0]], source, is_negated=site.is_negated
    )
    if source and scene.tokens.low[source[0]] in RELATIVES:
        index = source[0] - (1 if source[0] > low and scene.tokens.text[source[0] - 1] == "," else 0)
        one.antecedent = source_left(scene.at, low, index, scene.tokens.quote[source[0]])
    return one
