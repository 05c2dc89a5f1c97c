"""Whether a noun phrase that names nobody known is about people or a body. Who is who among speakers is told in `speakers`."""

import re
from functools import lru_cache

from assets.codebook import Codebook
from assets.enrich.attribution.cue_lexicon import Cue, cue_lexicon
from assets.enrich.words.closed_class import (
    CLAUSE_VERBS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SENTENCE_OPENERS,
    is_adverb,
)
from assets.enrich.words.verbs import common_forms
from assets.enrich.words.wordlist import words

NO_SPEAKERS = words(
    "it you one which that this these those there what nobody none i we everyone everybody anyone anybody someone somebody no-one"
)
COUNTED = words("two three four five latter former pair trio others rest")  # "the two", "the others": of those named before
PART_OF = re.compile(
    r"(?:the )?(?:one|two|three|four|another|several|some|many|most|few|half|none) of (?:the \w+ |its |his |her |their |those |these )?"
)
WORD = re.compile(r"[\w’'-]+")
BEYOND_HEAD = PREPOSITIONS | CONJUNCTIONS | {"once"}
# What people are by what they do ("wholesalers", "sceptics"), and what is no thing one meets ("payment", "unity").
AGENT = re.compile(r"\w{2,}(?:ers?|ors?|ists?|ians?|[a-z]m[ae]n|crats?|folk)")
ABSTRACT = re.compile(
    r"\w{2,}(?:tion|sion|ment|ness|ity|ism|ship|ance|ence|ing|sis|ure|acy|hood|dom|age|ics|alty|th|graph|gram)s?|\w+(?:ities|acies|ses)"
)
BROKEN = CLAUSE_VERBS | words("the a an this that these those")  # within a noun phrase, a clause: "a thing the Swiss", "his country is"
NO_NOUNS = NO_SPEAKERS | MONTHS | DAYS | SENTENCE_OPENERS | words("please whatever whenever wherever however asked while well")
NUMBER = re.compile(r"\d|%|percent\b|per cent\b")  # "a third of voters": a poll says so
# What things do as well: "the figures suggest", "the drought threatens".
OF_THINGS = words(
    "see seem appear figure treat sense value weigh determine gather suggest indicate reveal prove confirm signal point highlight warn"
    " underscore underline conclude read run note mean hint testify predict forecast call claim recall"
)
# What only people and bodies do, and no quotation follows.
OF_PEOPLE = words(
    "refuse decline vow swear pledge agree oppose reject condemn denounce object accuse demand welcome urge criticise criticize blame"
)


class Somebody:
    """The nouns of a codebook that are people and bodies, and those that are things."""

    def __init__(self, codebook: Codebook) -> None:
        terms, nouns = codebook["position_terms"], codebook["actor_nouns"]
        self._people = frozenset(terms.filter(terms["kind"] == "person")["term"])
        self.media = frozenset(terms.filter(terms["kind"] == "media")["term"])
        self._things = frozenset(nouns.filter(nouns["kind"] == "inanimate")["noun"])
        self._human = frozenset(
            cue.lemma
            for cue in cue_lexicon(codebook).lemmas.values()
            if (cue.kind in ("thought", "state") or cue.takes("quote") or cue.lemma in OF_PEOPLE) and cue.lemma not in OF_THINGS
        )

    def is_known(self, text: str) -> bool:
        """Whether a listed noun says so: "the mayor of Bergen"."""
        found = words_of(text)
        return any(word.lower() in self._people for word in found[: head_length(found)])

    def does(self, cue: Cue) -> bool:
        """Whether only people and bodies do what a verb says."""
        return cue.lemma in self._human

    def is_likely(self, text: str, cue: Cue | None) -> bool:
        """Whether the form of its noun says so ("wholesalers"), or that only people do what its verb says ("the valley fears")."""
        low = text.lower()
        head = words_of(text)[: head_length(words_of(text))]
        noun, first = head[-1].lower(), head[0].lower()
        if part := PART_OF.match(low):
            rest = low[part.end() :]
            return rest in ("them", "us") or self.is_known(rest) or AGENT.fullmatch(rest.rpartition(" ")[2]) is not None
        if noun in self._things or noun in NO_NOUNS or noun in self.media or is_adverb(first) or low.endswith((" and", " or")):
            return False
        if NUMBER.search(low) or any(word.lower() in BROKEN for word in head[1:]):
            return False
        if noun in COUNTED:
            return low.startswith(("the ", "others"))
        is_noun = first in DETERMINERS or noun.endswith(("s", "men")) or first != head[0] or "'" in first or "’" in first
        if is_noun and AGENT.fullmatch(noun):
            return True
        if len(head) == 1 and cue is not None and cue.kind == "speech" and _is_surname(head[0]):
            return True
        return is_noun and cue is not None and cue.lemma in self._human and ABSTRACT.fullmatch(noun) is None


@lru_cache(maxsize=4096)
def words_of(source: str) -> tuple[str, ...]:
    """The words of a source; the same few are named again and again."""
    return tuple(WORD.findall(source))


@lru_cache(maxsize=4096)
def head_length(found: tuple[str, ...]) -> int:
    """How many words stand before the first preposition or clause: "interviews with officials" is about interviews."""
    return next((k for k, word in enumerate(found) if word.lower() in BEYOND_HEAD), len(found)) or 1


def _is_surname(word: str) -> bool:
    """Whether a word may be a name of which nothing more is told."""
    is_word = word.lower() in common_forms() or word.lower() in DETERMINERS
    return not is_word and word[0].isupper() and word[1:].islower() and len(word) > 2 and not word.endswith("s")
