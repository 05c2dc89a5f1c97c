"""Whether a machine paraphrased the text. Such words are nobody's quotation; what machines reword stands in the codebook.

Three signals, none of which fired on 333 clean articles: 'mentioned' and 'informed' where newsrooms write 'said' and 'told';
several common words of which the text has only an uncommon double ('whereas' and never 'while'); distinct reverse synonyms
of fixed names ('White Home'). Perplexity does not separate.
"""

import math
import re
from collections import Counter
from functools import lru_cache

import polars as pl
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

SAID = re.compile(r"\b(?:said|says|told|say)\b", re.IGNORECASE)
MENTIONED = re.compile(
    r"[”\"’']\s+(?:[A-Z][\w.]+\s+){0,3}(?:he|she|they)?\s*mentioned\b|\bmentioned\s+(?:that|it|he|she|they|there|the|on|in|[A-Z])"
    r"|\b(?:he|she|they|[A-Z]\w+)\s+(?:additionally\s+|also\s+)?mentioned\b|\binformed\s+(?:(?:the|an?)\s+)?(?:\w+\s+){0,2}(?:[A-Z]\w+|reporters|journalists|viewers|audience|viewers)"
)  # fmt: skip
ASIDE = re.compile(r"\b(?:however|additionally),")
MIN_HITS = 3
MIN_SHARE = 0.4
MIN_SYNONYMS = 3
# How often the double of a word stands where it could: in news at most (measured: 0-3 %), in spun text at least.
DOUBLED_IN_NEWS, DOUBLED_IN_SPUN = 0.05, 0.6
FOR, AGAINST = math.log(DOUBLED_IN_SPUN / DOUBLED_IN_NEWS), math.log((1 - DOUBLED_IN_SPUN) / (1 - DOUBLED_IN_NEWS))
MOST_OF_ONE_WORD = 2  # times that one word counts: a writer has his habits, a machine does it to all words
MIN_EVIDENCE = 4.5 * FOR  # clean articles reach 2 times FOR, spun ones 11
WEAK = 0.35  # most a signal below its threshold counts for; two of them stay below the verdict
FIRED = 0.8
VERDICT = 0.6


class Paraphrases:
    """The codebook's machine rewordings, compiled once."""

    def __init__(self, paraphrases: pl.DataFrame, spun_words: pl.DataFrame) -> None:
        self.synonyms = _Phrases(paraphrases["phrase"].to_list())
        self.pairs = [(frozenset(spun), frozenset(usual)) for spun, usual in spun_words.select("spun", "usual").iter_rows()]
        self.spun = _Phrases(sorted({word for spun, _ in self.pairs for word in spun}))
        self.words = _Phrases(sorted({word for pair in self.pairs for words in pair for word in words}))

    def found(self, text: str) -> set[str]:
        """Distinct rewordings in a text, as whole words, in any case."""
        return set(self.synonyms.counts(_plain(text)))

    def doubled(self, text: str) -> float:
        """Log-likelihood ratio of spun text to news, from the words of which it has an uncommon double."""
        evidence = 0.0
        if not self.spun.stand_in(_plain(text)):  # most texts have none; the usual words stand in all of them
            return evidence
        counts = self.words.counts(_plain(text))
        for spun, usual in self.pairs:
            if count := sum(counts[word] for word in spun):
                evidence += min(MOST_OF_ONE_WORD * FOR, count * FOR + sum(counts[word] for word in usual) * AGAINST)
        return evidence


class _Phrases:
    """Phrases to be found as whole words in plain text."""

    def __init__(self, phrases: list[str]) -> None:
        self.phrases = [phrase.lower() for phrase in phrases]
        self.automaton = (
            AhoCorasick(self.phrases, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA) if self.phrases else None
        )

    def stand_in(self, plain: str) -> bool:
        """Whether one may stand there, be it as part of a word."""
        return self.automaton is not None and bool(self.automaton.find_matches_as_indexes(plain, overlapping=False))

    def counts(self, plain: str) -> Counter[str]:
        if self.automaton is None:
            return Counter()
        return Counter(
            self.phrases[number]
            for number, start, end in self.automaton.find_matches_as_indexes(plain, overlapping=False)
            if not plain[start - 1 : start].isalnum() and not plain[end : end + 1].isalnum()
        )


@lru_cache(maxsize=1)  # both kinds of phrases are searched in one text
def _plain(text: str) -> str:
    """In small letters, on one line; a word set off by a comma is an aside ('However, …'), not a stand-in: taken out."""
    plain = text.lower().replace("’", "'").replace("\n\n", " ").replace("\n", " ")
    return ASIDE.sub(" ", plain) if "however," in plain or "additionally," in plain else plain


def text_origin(body: str, paraphrases: Paraphrases) -> tuple[str, float]:
    """`verbatim` or `machine_paraphrased`, and the evidence for the latter from 0 to 1."""
    share = _mentioned_share(body)
    skew = FIRED + 0.2 * share if share >= MIN_SHARE else WEAK * share / MIN_SHARE
    evidence = paraphrases.doubled(body) / MIN_EVIDENCE
    doubled = min(1.0, FIRED + 0.1 * (evidence - 1)) if evidence >= 1 else WEAK * max(0.0, evidence)
    distinct = len(paraphrases.found(body))
    synonyms = min(1.0, FIRED + 0.03 * (distinct - MIN_SYNONYMS)) if distinct >= MIN_SYNONYMS else WEAK * distinct / MIN_SYNONYMS
    # 'mentioned' counts for both of the first two: they are one witness
    score = round(1 - (1 - max(skew, doubled)) * (1 - synonyms), 3)
    return ("machine_paraphrased" if score >= VERDICT else "verbatim"), score


def _mentioned_share(body: str) -> float:
    """Share of 'mentioned' and 'informed' in all verbs of saying; 0 below `MIN_HITS` of them."""
    if body.count("mentioned") + body.count("informed") < MIN_HITS:  # of nearly all texts: spares them the patterns
        return 0.0
    mentioned = len(MENTIONED.findall(body))
    return mentioned / (mentioned + len(SAID.findall(body))) if mentioned >= MIN_HITS else 0.0
