"""Which words of a text are verbs, and of what kind, from word forms and neighbours. What a verb means does not belong here.

A light part-of-speech step for verbs alone: "plans", "reports", "supports" are told from the nouns; "officials briefed on
the move say" has one finite verb. No model: a list of forms, closed classes, and the rule that a clause has one finite verb.
"""

from functools import lru_cache
from itertools import compress

from assets.enrich.words.closed_class import (
    AUXILIARIES,
    BE_FORMS,
    CLAUSE_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    is_adverb,
    is_negation,
)
from assets.enrich.words.plural_subjects import has_plural_subject, is_plural
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.verbs import BASE, ING, NOUN, PAST, PAST_PARTICIPLE, PRESENT
from assets.enrich.words.wordlist import words

# Tags. UNSURE: a capital inside a sentence or a heading, where nothing but the cue itself can tell.
OTHER, FINITE_VERB, INFINITIVE, PARTICIPLE_ING, PARTICIPLE_PAST, NOUN_FORM, UNSURE = range(7)

QUOTES = frozenset({'"', "“", "”", "»", "«", "''", "``"})
POSSESSIVES = words("'s ' his her their its our my your whose")
OBJECTS = words("him her them it me us himself herself themselves itself myself everyone anyone nobody everything nothing anything")
SUBJECTS = PRONOUNS | words(
    "which that there everyone everybody someone somebody nobody anyone nothing everything many some most others both"
)
PLURAL_SUBJECTS = words("i you we they who which that many some most others both all few several people police men women children media")
NUMBERS = words("two three four five six seven eight nine ten half more")
MODALS = words(
    "will would can could may might must shall should do does did to 'll 'd don't doesn't didn't won't wouldn't can't couldn't cannot"
)
CAUSATIVES = words("make makes made making let lets letting help helps helped helping watch watched")
HAVES = words("has have had having 've hasn't haven't hadn't")
BES = BE_FORMS | words("be being been")
CONTRACTED = PRONOUNS | words("that there what here where how")  # "he's" is "he is", "Oslo's" is not
QUANTITIES = words("all some many most few several")
ALONE = words("another other")  # without a noun: "another hinted that"
NEARLY, FEELS = words("almost nearly virtually practically"), words("fear hope doubt suspect")
COUNTS, ADVERSATIVES = NUMBERS - {"more"}, words("however though nonetheless nevertheless")
CLAUSE_OPENERS = words("that how whether why what who if")
COMMON_ADJECTIVES = words(
    "new old big recent own other first second third last major key top next former current latest only same many much"
    " several few more most public private early late high low long short foreign good bad great large small strong weak joint"
    " hard fresh further final harsh sharp open clear broad deep direct full general local common main past future possible"
    " special certain various different poor rich senior junior prominent veteran"
)
ADJECTIVE_ENDINGS = ("al", "ive", "ic", "ous", "ful", "less", "able", "ible", "ary", "ish", "ern", "ese", "ian", "ican")
NOT_PAST = words(
    "hundred united indeed sacred rugged wicked naked need speed greed breed seed deed feed shed bed red led fed wed biased so-called"
)
TAKES_CLAUSE = words(
    "say says said think thinks thought believe believes believed know knows knew hope hopes hoped fear fears feared argue argued"
)
FIXED = frozenset({("compared", "to"), ("compared", "with"), ("based", "on"), ("related", "to"), ("given", "that")})
REACH = 12  # tokens ahead in which the finite verb of a clause is looked for

# Unions, made once: making them anew at each word took a third of the time.
CLOSED = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS
PERFECTS = HAVES | BES
HELPERS = MODALS | PERFECTS
OBJECT_OPENERS = DETERMINERS | OBJECTS | CLAUSE_OPENERS | PRONOUNS
CLAUSE_STARTS = DETERMINERS | CLAUSE_OPENERS | PRONOUNS
DEPENDENT = PREPOSITIONS | {"to"}
BEFORE_NUMBERED = PREPOSITIONS | {"as", "than"}
POSSESSORS = POSSESSIVES | (DETERMINERS - words("that some many most all both each several this"))
BEGINNERS = STOPS | QUOTES | {":", "—"}
ASIDE_PREPOSITIONS = PREPOSITIONS - words("by in to on at with")
PAST_PERIODS = PREPOSITIONS | words("as last this earlier monday tuesday wednesday thursday friday")
KEPT_FORMS = 200_000  # word forms of which one process keeps what they may be


class VerbForms(dict[str, int]):
    """What word forms may be as verbs: masks of `verbs`, 0 for no verb; a form is looked up by `[]`, auxiliaries are none.

    A form in -ed that `forms` does not know may be a past.
    """

    def __init__(self, forms: dict[str, int]) -> None:
        super().__init__({form: mask for form, mask in forms.items() if form not in AUXILIARIES})
        self.known = forms

    def __missing__(self, form: str) -> int:
        is_past = form[-2:] == "ed" and len(form) > 4 and form not in NOT_PAST and form not in AUXILIARIES
        mask = PAST | PAST_PARTICIPLE if is_past else 0
        if len(self) < KEPT_FORMS:
            self[form] = mask
        return mask


def verb_tags(tokens: Tokens, forms: VerbForms) -> list[int]:
    """A tag for each token."""
    tagger = Tagger(tokens, forms)
    tagger.read(0, len(tokens))
    return tagger.tags


class Tagger:
    """Tags of a text, a stretch at a time: where nothing may attribute, none is wanted.

    Attributes
    ----------
    tags
        A tag for each token, OTHER for those not read.
    """

    def __init__(self, tokens: Tokens, forms: VerbForms) -> None:
        self.low, self.text, self.masks, self.forms = tokens.low, tokens.text, forms, forms.known
        self.tags = [OTHER] * len(self.low)

    def read(self, first: int, last: int) -> None:
        """Tag tokens [first, last); stretches are read from left to right."""
        masks = list(map(self.masks.__getitem__, self.low[first:last]))
        for k in compress(range(first, last), masks):
            self.tags[k] = self._tag(k, masks[k - first])

    def _tag(self, k: int, mask: int) -> int:
        low, begins, before = self.low, self._begins(k), k - 1
        if not begins and self.text[k][0].isupper():
            return UNSURE if self._in_heading(k) else NOUN_FORM  # "the United States"
        while before > 0 and _is_passed(low[before]) and not (mask & NOUN and low[before] == "both"):  # "urged both sides to"
            before -= 1
        word = "" if begins else low[before]
        if word == "'s" and before and low[before - 1] in CONTRACTED:
            word = "is"
        if mask & (PAST | PAST_PARTICIPLE) and word in PERFECTS:
            return PARTICIPLE_PAST
        if mask & BASE and word in MODALS:
            return INFINITIVE if not (word == "to" and mask & NOUN and self._to_is_preposition(before)) else NOUN_FORM
        if mask & (BASE | PRESENT) and not mask & NOUN and word in NUMBERS:
            return FINITE_VERB
        if word in ALONE and mask & (PAST | PRESENT) and (self._next(k) in OBJECT_OPENERS or self._next(k) in DEPENDENT):
            return self._past(k, mask, before) if mask & PAST else FINITE_VERB  # "another hinted that"
        if mask & PAST and (word in COUNTS or word.isdigit()) and before > 0 and low[before - 1] in ("the", "all"):
            is_noun = self._next(k)[:1].isalpha() and self._next(k) not in CLOSED and self._verb_ahead(k)  # "the two announced plans would"
            return PARTICIPLE_PAST if mask & PAST_PARTICIPLE and is_noun else self._past(k, mask, before)  # "the two announced a plan"
        if word in POSSESSORS and not (word in NUMBERS and self.low[k] in ("said", "told")):  # "two in three said"
            return PARTICIPLE_PAST if mask & (PAST | PAST_PARTICIPLE) and not mask & NOUN else NOUN_FORM
        if mask & ING:
            return PARTICIPLE_ING
        if (word in PREPOSITIONS and mask & (BASE | PRESENT) and (mask & NOUN or not mask & PRESENT)) or (word in PERFECTS and mask & NOUN):
            return NOUN_FORM
        if word in ASIDE_PREPOSITIONS and not mask & NOUN:
            return PARTICIPLE_PAST
        if word == "that" and mask & NOUN:  # "plans that support the truce", "showed that support fell"
            return NOUN_FORM if before and self.tags[before - 1] == FINITE_VERB else self._by_what_follows(k)
        if word in SUBJECTS:
            return self._after_pronoun(k, word, mask)
        if mask & PAST:
            return self._past(k, mask, before)
        if mask & PAST_PARTICIPLE:
            return PARTICIPLE_PAST
        if mask & PRESENT:
            return self._present(k, mask, before)
        return self._base(k, mask, before)

    def _in_heading(self, k: int) -> bool:
        """Whether the longer words around are capitalised too."""
        around = [j for j in range(max(0, k - 4), min(k + 5, len(self.low))) if j != k and len(self.low[j]) > 3 and self.low[j].isalpha()]
        return len(around) > 1 and all(self.text[j][0].isupper() for j in around)

    def _begins(self, k: int) -> bool:
        return k == 0 or self.text[k - 1] in BEGINNERS

    def _to_is_preposition(self, to: int) -> bool:
        return to > 0 and self.low[to - 1] in ("due", "according", "thanks", "response", "answer", "reference", "prior", "regard")

    def _after_pronoun(self, k: int, word: str, mask: int) -> int:
        if mask & PAST:
            return FINITE_VERB
        if mask & PAST_PARTICIPLE:
            return PARTICIPLE_PAST
        if mask & PRESENT:
            return NOUN_FORM if word in ("i", "we", "they", "you", "both", "many", "some", "most") and mask & NOUN else FINITE_VERB
        if word in PLURAL_SUBJECTS:
            is_verb = not mask & NOUN or word not in QUANTITIES or self._next(k) in OBJECT_OPENERS  # "some FEAR the worst"
            return FINITE_VERB if is_verb else NOUN_FORM
        return NOUN_FORM if mask & NOUN else INFINITIVE

    def _past(self, k: int, mask: int, before: int) -> int:
        if not mask & PAST_PARTICIPLE:
            return FINITE_VERB
        follows = self.low[k + 1] if k + 1 < len(self.low) else "."
        if self.low[k] in ("said", "told"):
            return FINITE_VERB
        if mask & NOUN and before >= 0 and (self._is_adjective(before) or self.low[before].endswith("est")):
            return NOUN_FORM  # "the biggest bet"
        if before == k - 1 and before >= 0 and self.tags[before] == PARTICIPLE_ING:
            return PARTICIPLE_PAST  # "making repeated mistakes"
        if follows == "by" or follows in CLAUSE_VERBS or (self.low[k], follows) in FIXED:
            return PARTICIPLE_PAST
        if self._begins(k):  # `"…," said X`
            return FINITE_VERB if self.text[k][0].islower() else PARTICIPLE_PAST
        if follows in PAST_PERIODS:
            return PARTICIPLE_PAST if self._verb_after_phrases(k + 1) else FINITE_VERB
        if follows[:1].isalpha() and follows not in CLOSED and self._before_noun(k, before):
            return PARTICIPLE_PAST
        return FINITE_VERB

    def _present(self, k: int, mask: int, before: int) -> int:
        if not mask & NOUN:
            return FINITE_VERB
        if self._begins(k) and self.text[k][0].isupper():
            return NOUN_FORM
        if before < 0 or self._begins(k) or not self.text[before][0].isalnum() or self.low[before] in CONJUNCTIONS:
            return self._by_what_follows(k)
        if self._is_adjective(before - (self.text[before][0].isupper() and self.text[before - 1].islower())):
            return NOUN_FORM  # "senior figures", "senior Russian figures"
        follows = self._next(k)
        if self.text[before][0].isupper() and follows in DEPENDENT:
            return NOUN_FORM if self._verb_ahead(k) else FINITE_VERB
        if before < k - 1:  # an adverb between: "the ad also calls for"
            return FINITE_VERB
        return self._by_what_follows(k)

    def _base(self, k: int, mask: int, before: int) -> int:
        word = self.low[before] if before >= 0 else ""
        if self._begins(k):
            return NOUN_FORM if mask & NOUN else INFINITIVE
        if not mask & NOUN:
            if any(self.low[j] in CAUSATIVES for j in range(max(0, k - 4), k)):
                return INFINITIVE
            return INFINITIVE if word in ("and", "or", ",") and self._after_infinitive(before) else FINITE_VERB
        if self.low[k] == "like" and not (self._begins(before) and self._next(k) in DETERMINERS):
            return NOUN_FORM  # "states like Peru"
        if is_plural(word) and not self._is_adjective(before):
            return FINITE_VERB if self.low[k] in FEELS else self._by_what_follows(k)  # "investors FEAR sanctions could follow"
        if self._next(k) in OBJECT_OPENERS and before >= 0 and has_plural_subject(self.low, self.text, before) and not self._verb_before(k):
            return self._by_what_follows(k)  # "critics of the plan FEAR a war"
        return NOUN_FORM

    def _after_infinitive(self, k: int) -> bool:
        """ "to leave and participate": the verb form before is an infinitive too."""
        for j in range(k - 1, max(k - REACH, -1), -1):
            if self.tags[j] in (INFINITIVE, FINITE_VERB):
                return self.tags[j] == INFINITIVE
            if self.low[j] == "to":
                return self.low[j + 1] not in DETERMINERS and self.text[j + 1][0].islower()
            if self.text[j] in STOPS:
                return False
        return False

    def _by_what_follows(self, k: int) -> int:
        """A form that may be a noun is a verb where an object or a clause follows and no other verb of this clause."""
        follows = self._next(k)
        if follows in OBJECT_OPENERS:
            return FINITE_VERB if follows not in ("that", "who") or not self._verb_right_after(k + 1) else NOUN_FORM
        if follows in QUOTES:
            return FINITE_VERB
        if not follows[:1].isalnum():  # `"…," X notes.`, "Oslo hopes, however, to"
            return FINITE_VERB if self._is_parenthetical(k) or (follows == "," and self._next(k + 1) in ADVERSATIVES) else NOUN_FORM
        if follows in AUXILIARIES or follows in CLAUSE_VERBS or follows in ("and", "or", "of"):
            return NOUN_FORM
        if follows in NEARLY and self._next(k + 1) in DETERMINERS and not self._verb_before(k):
            return FINITE_VERB  # "Oslo claims almost the whole of the sea"
        verb = self.masks[follows]
        is_past = verb & PAST and not verb & NOUN and self._next(k + 1) in DEPENDENT
        if self.low[k].endswith("s") and (is_past or (verb & BASE and self._closes(k + 1))):
            return NOUN_FORM  # "the reports show", "all signs pointed to"
        return NOUN_FORM if self._verb_before(k) or self._verb_ahead(k) else FINITE_VERB

    def _closes(self, k: int) -> bool:
        """Whether a clause, an object or the end follows."""
        follows = self._next(k)
        return follows in CLAUSE_STARTS or not follows[:1].isalnum()

    def _is_parenthetical(self, k: int) -> bool:
        """`"…," X notes.`, "…, new reports show." """
        first = k
        while first > 0 and self.text[first - 1][0].isalpha() and k - first < 6 and self.tags[first - 1] != FINITE_VERB:
            first -= 1
        return 0 < first < k and (self.text[first - 1] in QUOTES or self.text[first - 1] == ",")

    def _next(self, k: int) -> str:
        return self.low[k + 1] if k + 1 < len(self.low) else "."

    def _verb_right_after(self, k: int) -> bool:
        """A relative clause: "plans that would", "claims that were"."""
        follows = self._next(k)
        return follows in AUXILIARIES or follows in CLAUSE_VERBS

    def _verb_ahead(self, k: int) -> bool:
        for j in range(k + 1, min(k + REACH, len(self.low))):
            low = self.low[j]
            if low in CLAUSE_VERBS and low != "'s":
                return True
            if self.text[j] in STOPS or self.text[j] in ',;:()"“”' or (low in CONJUNCTIONS and low not in ("and", "or")):
                return False
            if self._is_surely_finite(low):
                return True
        return False

    def _verb_before(self, k: int) -> bool:
        """Whether the clause has its finite verb already, and it is none that takes a clause."""
        for j in range(k - 1, max(k - REACH, -1), -1):
            low = self.low[j]
            if self.text[j] in STOPS or self.text[j] in ',;:()"“”—' or low in CONJUNCTIONS or low in PRONOUNS:
                return False
            if low in CLAUSE_VERBS and low != "'s":
                return True
            if self.tags[j] == FINITE_VERB:
                return low not in TAKES_CLAUSE
        return False

    def _verb_after_phrases(self, k: int) -> bool:
        """Whether prepositional phrases at `k` run into a finite verb, so that what stood before was no finite verb."""
        for j in range(k, min(k + REACH, len(self.low))):
            low = self.low[j]
            if low in CLAUSE_VERBS and low != "'s":
                return True
            if self.text[j] in STOPS or self.text[j] in ',;:()"“”—' or low in CONJUNCTIONS or low in PRONOUNS:
                return False
            if self._is_surely_finite(low):
                return True
            mask = self.forms.get(low, 0)
            if mask & BASE and not mask & NOUN and self.low[j - 1] not in MODALS and self.low[j - 1].endswith("s"):
                return True
        return False

    def _is_surely_finite(self, low: str) -> bool:
        mask = self.forms.get(low, 0)
        return low in ("said", "told") or bool(mask & (PRESENT | PAST) and not mask & (NOUN | PAST_PARTICIPLE))

    def _is_adjective(self, k: int) -> bool:
        low = self.low[k]
        return low in COMMON_ADJECTIVES or (self.text[k][0].islower() and is_adjective(low))

    def _before_noun(self, k: int, before: int) -> bool:
        """Whether a past form in -ed stands before a noun as an adjective: after a preposition or a number."""
        return self.low[k].endswith("ed") and before >= 0 and (self.low[before] in BEFORE_NUMBERED or self.text[before].isdigit())


@lru_cache(maxsize=1 << 16)
def _is_passed(word: str) -> bool:
    """Whether a word may stand between a verb and the one that tells what it is."""
    return (is_adverb(word) or is_negation(word)) and word not in HELPERS


@lru_cache(maxsize=1 << 16)
def is_adjective(word: str) -> bool:
    """Whether a lower-case word is, in all likelihood, an adjective."""
    return word in COMMON_ADJECTIVES or (len(word) > 4 and word.endswith(ADJECTIVE_ENDINGS))
