"""However the documents of a batch are cut and however many processes read them, the rows are the same."""

from collections.abc import Iterable, Iterator

import polars as pl
import pytest

from assets import schemas
from assets.codebook import Codebook
from assets.enrich import documents as street
from assets.enrich.documents import enriched
from assets.enrich.extractors.protocol import Proposal, Reading, Text, Words
from benchmarks import corpus

Tables = dict[schemas.Table, pl.DataFrame]


@pytest.fixture(scope="module")
def documents(codebook: Codebook) -> pl.DataFrame:
    bodies = [content.decode("utf-8", "replace")[:1500] for content in corpus.corpus(9, seed=3, codebook=codebook)]
    return _frame([*bodies, ""])


@pytest.fixture(scope="module")
def whole(documents: pl.DataFrame, codebook: Codebook) -> Tables:
    return enriched(documents, codebook, workers=1, size=10**9)[0]


def test_the_documents_have_something_to_lose(whole: Tables) -> None:
    assert all(frame.height > 5 for frame in whole.values())


@pytest.mark.parametrize("size", [1, 2500])
def test_slices_of_any_size_give_the_same_rows(size: int, documents: pl.DataFrame, codebook: Codebook, whole: Tables) -> None:
    _assert_same(enriched(documents, codebook, workers=1, size=size)[0], whole)


def test_two_processes_give_the_same_rows_as_one(
    documents: pl.DataFrame, codebook: Codebook, whole: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(street, "MIN_FOR_PROCESS", 1)
    asked: list[int] = []
    mapped = street.mapped
    monkeypatch.setattr(street, "mapped", lambda *given: asked.append(given[3]) or mapped(*given))  # type: ignore[func-returns-value]
    _assert_same(enriched(documents, codebook, workers=2, size=2500)[0], whole)
    assert asked == [2]


def test_the_order_of_the_documents_does_not_matter(documents: pl.DataFrame, codebook: Codebook, whole: Tables) -> None:
    _assert_same(enriched(documents.reverse(), codebook, workers=1, size=2500)[0], whole)


def test_few_words_start_no_process(documents: pl.DataFrame, codebook: Codebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        street, "mapped", lambda work, slices, context, processes: [work(part, context) for part in slices] * (processes < 2)
    )
    assert enriched(documents, codebook, workers=8)[0]


def test_no_documents_give_empty_tables(documents: pl.DataFrame, codebook: Codebook) -> None:
    assert [
        (table.name, frame.columns == list(table.polars), frame.height) for table, frame in enriched(documents.head(0), codebook)[0].items()
    ] == [(table.name, True, 0) for table in street.TABLES]


def test_what_an_extractor_read_reaches_the_slice_of_its_document(codebook: Codebook) -> None:
    documents = _frame(["The harbour is closed, Vela Brask said.", "The bridge is open, Pavo Lorne said."])
    tables, read = enriched(documents, codebook, _Reader(), workers=1, size=1)
    assert read is not None
    assert read.refused.height == 0
    assert sorted(tables[schemas.ATTRIBUTION_SPANS].select("document_id", "rule", "evidence").rows()) == [
        ("0000000000000000", "reader", "The harbour is closed, Vela Brask said"),
        ("0000000000000001", "reader", "The bridge is open, Pavo Lorne said"),
    ]


class _Reader:
    """Reads the one sentence of each document."""

    name, version = "reader", "1"

    def read(self, texts: Iterable[Text]) -> Iterator[Reading]:
        return map(_reading, texts)


def _reading(text: Text) -> Reading:
    words = text.paragraphs[0].text  # "Content, Given Surname said."
    content, _, rest = words.rstrip(".").partition(", ")
    source, cue = rest.rsplit(" ", 1)
    return Reading(text.document_id, (Proposal(0, Words(cue), (Words(content),), Words(source)),))


def _frame(bodies: list[str]) -> pl.DataFrame:
    rows = [
        {"document_id": f"{number:016x}", "body": body, "text_origin": "verbatim", "source_uri": "", "batch_id": "b"}
        for number, body in enumerate(bodies)
    ]
    return schemas.DOCUMENTS.frame(rows)


def _assert_same(found: Tables, expected: Tables) -> None:
    assert {table.name: frame.equals(expected[table]) for table, frame in found.items()} == {table.name: True for table in expected}
