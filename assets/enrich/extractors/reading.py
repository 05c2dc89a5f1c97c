"""Documents read by an extractor: its proposals checked, those refused as rows with reasons, documents it could not read named."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from assets.enrich.extractors.checking import Located, RefusedError, located
from assets.enrich.extractors.protocol import Extractor, Paragraph, Proposal, Reading, Text
from assets.identity import content_id
from assets.schemas import ATTRIBUTION_SPANS, REJECTED


@dataclass
class Read:
    """What an extractor read.

    Attributes
    ----------
    rule
        The extractor's name: the rule of its rows.
    found
        Checked proposals by document. A document that is not a key is left to the rules.
    refused
        Frame of `schemas.REJECTED`: a row a proposal that is not in the text to the letter (expectation 'to_the_letter').
    problems
        Why a document is left to the rules, by document.
    """

    rule: str
    found: dict[str, list[Located]] = field(default_factory=dict)
    refused: pl.DataFrame = field(default_factory=REJECTED.frame)
    problems: dict[str, str] = field(default_factory=dict)


def read(documents: pl.DataFrame, sentences: pl.DataFrame, extractor: Extractor) -> Read:
    """Let an extractor read documents (`schemas.DOCUMENTS`, `schemas.SENTENCES`)."""
    texts = {text.document_id: text for text in _texts(documents, sentences)}
    origins = {row["document_id"]: row for row in documents.select("document_id", "source_uri", "batch_id").iter_rows(named=True)}
    out = Read(extractor.name)
    refused = []
    for reading in extractor.read(texts.values()):
        if reading.problem:
            out.problems[reading.document_id] = reading.problem
            continue
        kept, reasons = _checked(reading, texts[reading.document_id])
        out.found[reading.document_id] = kept
        for proposal, reason in reasons:
            refused.append(
                {
                    **origins[reading.document_id],
                    "table_name": ATTRIBUTION_SPANS.name,
                    "row_key": content_id(reading.document_id, extractor.name, repr(proposal)),
                    "expectation": "to_the_letter",
                    "reason": f"{extractor.name}: {reason}",
                }
            )
    out.refused = REJECTED.conform(REJECTED.frame(refused).unique(REJECTED.key, keep="first", maintain_order=True))
    return out


def _texts(documents: pl.DataFrame, sentences: pl.DataFrame) -> Iterator[Text]:
    cut = (
        sentences.unique(["document_id", "paragraph_number"])
        .sort("document_id", "paragraph_number")
        .group_by("document_id", maintain_order=True)
        .agg("paragraph_number", "paragraph_start", "paragraph_end")
    )
    bodies = dict(documents.select("document_id", "body").iter_rows())
    for document_id, numbers, starts, ends in cut.iter_rows():
        body = bodies[document_id]
        places = zip(numbers, starts, ends, strict=True)
        yield Text(document_id, tuple(Paragraph(number, body[start:end]) for number, start, end in places))


def _checked(reading: Reading, text: Text) -> tuple[list[Located], list[tuple[Proposal, str]]]:
    paragraphs = {paragraph.number: paragraph for paragraph in text.paragraphs}
    kept, reasons = [], []
    for proposal in reading.proposals:
        try:
            kept.append(located(proposal, paragraphs))
        except RefusedError as reason:
            reasons.append((proposal, str(reason)))
    return kept, reasons
