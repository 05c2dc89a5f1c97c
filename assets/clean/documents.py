"""The street of this stage: raw documents in, articles out, one at a time. Each step's rules stand in a room of their own."""

import os
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import polars as pl

from assets.clean import boilerplate, credit_lines, genre, head, publication, signatures
from assets.clean.drafts import Draft, draft
from assets.clean.language import language
from assets.clean.outlets import Outlets
from assets.clean.paragraphs import WORD, Line, lines
from assets.clean.text_origin import Paraphrases, text_origin
from assets.codebook import Codebook
from assets.schemas import DOCUMENTS, REJECTED
from assets.workers import Mapped, mapped

STAMPED = re.compile(r"(?:first )?(?:published|posted|updated|issued|modified|last (?:updated|modified))\b", re.IGNORECASE)
# A process of its own takes two seconds to start: below so many documents each it does not pay (benchmarks/clean.py).
MIN_FOR_PROCESS = 1000
SLICE = 200  # documents
PARAGRAPH_END = "\n\n"
MOST_LINES = 100_000  # a day's transcript of a parliament has a tenth of them
MIN_WORDS = 3
MIN_WORDS_OF_PAGE = 30  # without a sentence among them, so few words of a web page are its menu


class NoArticleError(ValueError):
    """Nothing is left once what is not the article is taken away."""


class Rules:
    """What cleaning needs of a codebook, compiled once."""

    def __init__(self, codebook: Codebook) -> None:
        self.boilerplate = boilerplate.Rules(codebook["boilerplate"])
        self.paraphrases = Paraphrases(codebook["paraphrases"], codebook["spun_words"])
        self.outlets = Outlets(codebook)


def documents(
    raw: pl.DataFrame, codebook: Codebook, processes: int | None = None, over: Mapped | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """DOCUMENTS of RAW_DOCUMENTS, and REJECTED rows for those that are no text or hold no article.

    A document that breaks a rule's code is refused with the error's words; the others go on. Long tables are cleaned on
    `processes` (default: one a core, where there are enough documents for each) of this machine, or where `over` has them;
    the rows are the same however many.
    """
    if processes is None:
        processes = min(os.cpu_count() or 1, raw.height // MIN_FOR_PROCESS)
    parts = (over or mapped)(_cleaned, list(raw.iter_slices(SLICE)) or [raw], codebook, processes)
    return DOCUMENTS.conform(pl.concat([kept for kept, _ in parts])), REJECTED.conform(pl.concat([refused for _, refused in parts]))


def _cleaned(raw: pl.DataFrame, codebook: Codebook) -> tuple[pl.DataFrame, pl.DataFrame]:
    rules = _rules(codebook)
    kept: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for row in raw.iter_rows(named=True):
        carried = {name: row[name] for name in ("document_id", "source_uri", "file_name", "batch_id", "ingested_at")}
        try:
            kept.append(carried | clean(row["content"], row["media_type"], rules, row.get("given")))
        except NoArticleError as problem:
            refused.append(_refusal(row, "has_article", str(problem)))
        except ValueError as problem:
            refused.append(_refusal(row, "readable", str(problem)))
        except Exception as problem:
            refused.append(_refusal(row, "cleaned", f"cleaning failed: {type(problem).__name__}: {problem}"))
    texts = [row["body"][len(row["title"]) + len(PARAGRAPH_END) :] if row["title"] else row["body"] for row in kept]
    return DOCUMENTS.frame(kept).with_columns(signatures.signatures(texts)), REJECTED.frame(refused)


def clean(content: bytes, media_type: str, rules: Rules, given: Mapping[str, str | None] | None = None) -> dict[str, Any]:
    """The columns of DOCUMENTS that come from the document itself, and from what is `given` about it (schemas.GIVEN_FIELDS).

    Its signatures are not among them: they are taken of many texts at once.

    Raises
    ------
    NoArticleError
        If no article text is left.
    ValueError
        If the bytes are no text, or a record is no article.
    """
    source = draft(content, media_type, given)
    has_authors = bool(given and given.get("authors") and source.authors)  # then the byline adds nobody
    if source.text.count("\n") > MOST_LINES:
        raise NoArticleError(f"no article: more than {MOST_LINES:,} lines")
    rows = lines(source.text)
    kinds = boilerplate.marks(rows, rules.boilerplate, is_page=media_type == "html")
    top = head.read(rows, kinds, publication.is_date_line, rules.outlets.knows, source.title)
    for number, kind in top.lines.items():
        kinds[number] = kind
    for number, line in enumerate(rows):
        if kinds[number] is None and STAMPED.match(line.text) and publication.is_date_line(line.text):
            kinds[number] = "date"
    credited = credit_lines.read(rows, kinds, rules.outlets.knows)
    for number in range(len(rows)):
        if number in credited.lines:
            kinds[number] = "credit"
        elif number >= credited.end and kinds[number] is None:
            kinds[number] = "after_credits"
    boilerplate.drop_last_words(rows, kinds, [*top.authors, *source.authors], source.publisher or top.publisher)
    article = [line for line, kind in zip(rows, kinds, strict=True) if kind is None]
    words = sum(line.words for line in article)
    is_prose = any(boilerplate.is_prose(line.text, line.words) for line in article)
    if not is_prose and words < (MIN_WORDS_OF_PAGE if media_type == "html" else MIN_WORDS):
        raise NoArticleError("no article text left: all of it is navigation, notices or other furniture")
    if has_authors:
        top.authors = []
    return _columns(source, rows, kinds, top, credited, article, rules)


def _columns(
    source: Draft,
    rows: list[Line],
    kinds: list[str | None],
    top: head.Head,
    credited: credit_lines.Credits,
    article: list[Line],
    rules: Rules,
) -> dict[str, Any]:
    paragraphs = [line.text for line in article]
    body = PARAGRAPH_END.join([top.title, *paragraphs] if top.title else paragraphs)
    text = PARAGRAPH_END.join(paragraphs)
    furniture = [(line.text, kind) for line, kind in zip(rows, kinds, strict=True) if kind]
    url = source.url or top.url
    authors = list(dict.fromkeys([*source.authors, *top.authors]))
    dated = publication.publication(source.published, url, source.head_lines, furniture, paragraphs, body, source.modified)
    origin, score = text_origin(body, rules.paraphrases)
    ink = _ink(text) + (_ink(top.title) if top.title and top.title_line is not None else 0)
    repairs = Counter(source.repairs)
    repairs["glued_paragraphs"] += sum(line.is_glued for line in article)
    repairs["wrapped_lines"] += sum(line.line_ends for line in article)
    repairs["divided_words"] += sum(line.hyphens for line in article)
    agencies = list(dict.fromkeys([*top.agencies, *credited.agencies]))
    return {
        "publisher": rules.outlets.publisher(source.publisher, top.publisher, top.domain, url, furniture, source.text, authors),
        "title": top.title,
        "authors": "; ".join(authors) or None,
        "language": language(text) or _declared_language(source.language),
        "url": url,
        **dated,
        "body": body,
        "word_count": sum(line.words for line in article) + (len(WORD.findall(top.title)) if top.title else 0),
        "boilerplate_share": round(min(1.0, max(0.0, 1 - ink / source.characters)), 4) if source.characters else 0.0,
        "genre": genre.genre(paragraphs, top.mark, [text for text, _ in furniture], url, source.genre_hints),
        "text_origin": origin,
        "text_origin_score": score,
        "repairs": "; ".join(f"{name}:{count}" for name, count in sorted(repairs.items()) if count) or None,
        "credited_agencies": "; ".join(agencies) or None,
    }


def _ink(text: str) -> int:
    """Characters without spaces and line ends, of which the text has no others."""
    return len(text) - text.count(" ") - text.count("\n")


def _declared_language(value: str | None) -> str | None:
    """'en-US' → 'en'; only asked where the text itself is too short to tell."""
    match = re.match(r"[A-Za-z]{2}(?=$|[-_])", value or "")
    return match[0].lower() if match else None


def _refusal(row: dict[str, Any], expectation: str, reason: str) -> dict[str, Any]:
    return {
        "table_name": DOCUMENTS.name,
        "row_key": row["document_id"],
        "document_id": row["document_id"],
        "source_uri": row["source_uri"],
        "expectation": expectation,
        "reason": reason,
        "batch_id": row["batch_id"],
    }


@lru_cache(maxsize=2)
def _rules(codebook: Codebook) -> Rules:
    return Rules(codebook)
