"""Whether a machine paraphrased the text. Such words are nobody's quotation; which fixed names were reworded stands in paraphrases.csv.

Two signals that separated on 840 clean articles (none fired): 'mentioned' and 'informed' where newsrooms write 'said' and
'told', and distinct reverse synonyms of fixed names ('White Home'). Perplexity does not separate.
"""

import re

import polars as pl
from ahocorasick_rs import AhoCorasick, MatchKind

SAID = re.compile(r"\b(?:said|says|told|say)\b", re.IGNORECASE)
MENTIONED = re.compile(
    r"[”\"’']\s+(?:[A-Z][\w.]+\s+){0,3}(?:he|she|they)?\s*mentioned\b|\bmentioned\s+(?:that|it|he|she|they|there|the|on|in|[A-Z])"
    r"|\b(?:he|she|they|[A-Z]\w+)\s+(?:additionally\s+|also\s+)?mentioned\b|\binformed\s+(?:(?:the|an?)\s+)?(?:\w+\s+){0,2}(?:[A-Z]\w+|reporters|journalists|viewers|audience|viewers)"
)  # fmt: skip
MIN_HITS = 3
MIN_SHARE = 0.4
MIN_SYNONYMS = 3
WEAK = 0.35  # most a signal below its threshold counts for; two of them stay below the verdict
FIRED = 0.8
VERDICT = 0.6


class Paraphrases:
    """The codebook's machine rewordings, compiled once."""

    def __init__(self, paraphrases: pl.DataFrame) -> None:
        self.phrases = [phrase.lower() for phrase in paraphrases["phrase"].to_list()]
        self.automaton = AhoCorasick(self.phrases, matchkind=MatchKind.LeftmostLongest) if self.phrases else None

    def found(self, text: str) -> set[str]:
        """Distinct rewordings in a text, as whole words, in any case."""
        if self.automaton is None:
            return set()
        lower = " ".join(text.lower().replace("’", "'").split())
        return {
            self.phrases[number]
            for number, start, end in self.automaton.find_matches_as_indexes(lower, overlapping=False)
            if not lower[start - 1 : start].isalnum() and not lower[end : end + 1].isalnum()
        }


def text_origin(body: str, paraphrases: Paraphrases) -> tuple[str, float]:
    """`verbatim` or `machine_paraphrased`, and the evidence for the latter from 0 to 1."""
    mentioned, said = len(MENTIONED.findall(body)), len(SAID.findall(body))
    share = mentioned / (mentioned + said) if mentioned >= MIN_HITS else 0.0
    skew = FIRED + 0.2 * share if share >= MIN_SHARE else WEAK * share / MIN_SHARE
    distinct = len(paraphrases.found(body))
    synonyms = min(1.0, FIRED + 0.03 * (distinct - MIN_SYNONYMS)) if distinct >= MIN_SYNONYMS else WEAK * distinct / MIN_SYNONYMS
    score = round(1 - (1 - skew) * (1 - synonyms), 3)
    return ("machine_paraphrased" if score >= VERDICT else "verbatim"), score
