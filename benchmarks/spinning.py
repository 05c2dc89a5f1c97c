"""What a paraphrasing machine does to a text, imitated: how well its copies are found is measured in `duplicates`.

Longer words are exchanged for others (which ones does not matter to a method that must do without them), fixed names for
their reverse synonyms of the codebook, some sentences and paragraphs are dropped, joined, divided or moved.
"""

import re
from collections.abc import Sequence
from random import Random

import polars as pl

EXCHANGED = 0.7  # of the words of four letters and more that are no names
REWORDED_NAMES = 0.6
DROPPED, JOINED, MOVED = 0.12, 0.15, 0.15  # of the sentences; of the paragraphs; of the sentences within theirs

WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


class Spinner:
    """Compiled from the codebook's `paraphrases` and the words of a corpus."""

    def __init__(self, paraphrases: pl.DataFrame, texts: Sequence[str]) -> None:
        names: dict[str, list[str]] = {}
        for phrase, original in paraphrases.select("phrase", "original").iter_rows():
            if original[:1].isupper():
                names.setdefault(original.lower(), []).append(phrase.title())
        self.names = names
        self.pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)), re.IGNORECASE)
        self.vocabulary = sorted({word for text in texts for word in WORD.findall(text) if word.islower() and len(word) > 3})

    def spun(self, paragraphs: Sequence[str], chance: Random) -> list[str]:
        """The paragraphs (without headline) as a machine would rewrite them."""
        rewritten = [text for paragraph in paragraphs if (text := self._paragraph(paragraph, chance))]
        joined: list[str] = []
        for paragraph in rewritten:
            if joined and chance.random() < JOINED:
                joined[-1] += f" {paragraph}"
            else:
                joined.append(paragraph)
        return joined

    def _paragraph(self, paragraph: str, chance: Random) -> str:
        sentences = [sentence for sentence in SENTENCE.split(paragraph) if chance.random() >= DROPPED]
        if len(sentences) > 1 and chance.random() < MOVED:
            chance.shuffle(sentences)
        text = self.pattern.sub(
            lambda match: chance.choice(self.names[match[0].lower()]) if chance.random() < REWORDED_NAMES else match[0], " ".join(sentences)
        )
        return WORD.sub(
            lambda match: (
                chance.choice(self.vocabulary) if match[0].islower() and len(match[0]) > 3 and chance.random() < EXCHANGED else match[0]
            ),
            text,
        )
