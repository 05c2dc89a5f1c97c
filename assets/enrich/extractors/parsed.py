"""Attributions read off a dependency parse, by any spaCy pipeline the user has installed. Off unless it is asked for.

Where the rules go by order of words, a parse says which clause a verb takes and who its subject is: `ccomp` and `parataxis`
hold what is said, `nsubj` who says it (labels of the Universal and the ClearNLP schemes, which spaCy's English pipelines use).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from assets.enrich.attribution.cue_lexicon import CueLexicon
from assets.enrich.extractors.protocol import Paragraph, Proposal, Reading, Text, Words

CONTENT = ("ccomp", "parataxis", "xcomp")
OBJECT = ("dobj", "obj")
SUBJECT = ("nsubj", "nsubj:pass", "nsubjpass")
AGENT = ("agent", "obl:agent")
NO_CONTENT = ("xcomp",)  # only of verbs that take an infinitive, as the codebook says

Pipeline = Callable[[str], Any]  # text → spaCy's Doc; not typed, for spaCy is not installed with the project


class Parsed:
    """An extractor that reads dependency parses.

    Parameters
    ----------
    pipeline
        A loaded pipeline, or a function that behaves like one.
    lexicon
        Verbs of the codebook that attribute, and the frames they take.
    version
        The pipeline's name and version.
    """

    name = "dependency-parse"

    def __init__(self, pipeline: Pipeline, lexicon: CueLexicon, version: str) -> None:
        self._pipeline, self._lexicon, self.version = pipeline, lexicon, version

    def read(self, texts: Iterable[Text]) -> Iterator[Reading]:
        """One reading a text, in order; a pipeline that fails on a text is a problem of that text."""
        for text in texts:
            try:
                yield Reading(text.document_id, tuple(one for paragraph in text.paragraphs for one in self._paragraph(paragraph)))
            except Exception as error:  # whatever a foreign pipeline may raise
                yield Reading(text.document_id, problem=f"the pipeline failed: {type(error).__name__}: {error}")

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Proposal]:
        for token in self._pipeline(paragraph.text):
            cue = self._lexicon.lemmas.get(str(token.lemma_).lower())
            if cue is None or token.pos_ not in ("VERB", "AUX"):
                continue
            children = list(token.children)
            subject = next((child for child in children if child.dep_ in SUBJECT), None)
            said = next((child for child in children if child.dep_ in CONTENT and child is not subject), None)
            if said is not None and said.dep_ in NO_CONTENT and not cue.takes("to"):
                said = None
            if said is None and cue.takes("np"):
                said = next((child for child in children if child.dep_ in OBJECT), None)
            if said is None and token.dep_ == "parataxis" and token.head is not token:
                said = token.head  # Universal Dependencies hang “…,” she said on the verb of the quotation
            if said is None:
                continue
            source = None if subject is None else self._without(subject, ())
            if subject is not None and subject.dep_.endswith("pass"):
                source = next((self._without(child, ()) for child in children if child.dep_ in AGENT), None)
            content = self._without(said, tuple(token.subtree) if said is token.head else ())
            yield Proposal(
                paragraph.number,
                Words(str(token.text), token.idx),
                _words(paragraph.text, content),
                next(iter(_words(paragraph.text, source)), None) if source else None,
            )

    def _without(self, head: Any, others: tuple[Any, ...]) -> list[Any]:
        """Tokens of a subtree, without those of the others and without marks at its edges."""
        gone = {other.i for other in others}
        tokens = [token for token in head.subtree if token.i not in gone]
        while tokens and tokens[-1].is_punct and tokens[-1].text not in "\"'”’»":
            tokens.pop()
        while tokens and tokens[0].is_punct and tokens[0].text not in "\"'“‘«„":
            tokens.pop(0)
        return tokens


def _words(text: str, tokens: list[Any]) -> tuple[Words, ...]:
    """Tokens as words of the paragraph: a part for each run of neighbours."""
    runs: list[list[Any]] = []
    for token in tokens:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    found = []
    for run in runs:
        start, end = run[0].idx, run[-1].idx + len(run[-1].text)
        if text[start:end].strip():
            found.append(Words(text[start:end], start))
    return tuple(found)
