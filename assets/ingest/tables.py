"""Tables whose rows are articles: CSV in any of its forms, and Parquet. A row is read as the canonical JSON of its record."""

import codecs
import csv
import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from assets.ingest import records
from assets.ingest.encodings import not_utf8
from assets.ingest.sources import Document, RefusedError, Source

DELIMITERS = ",;\t|"
ROWS = 64  # of Parquet at a time
MAX_LINE = 1 << 24  # bytes of a line of CSV; longer ones are read in pieces
HEAD = 1 << 16


def table(source: Source) -> Iterator[Document]:
    """A row a document. The first row names the columns; the delimiter is the one that divides it most."""
    csv.field_size_limit(max(source.limits.document_bytes, 1 << 17))  # an unclosed quotation mark ends there, at the latest
    lines = _lines(source)
    header_line = next((line for line in lines if line.strip()), "")
    if not header_line:
        return
    delimiter = max(DELIMITERS, key=header_line.count)
    rows = _rows(itertools.chain([header_line], lines), delimiter)
    header = next(rows)
    if isinstance(header, csv.Error):
        raise RefusedError(f"the quotation marks of its first line do not close ({header})")
    names = [name.strip() for name in header]
    _demand_text(names, source)
    for number, row in enumerate(rows, 1):
        address = f"#{number}"
        if isinstance(row, csv.Error):
            yield source.refused(f"its quotation marks do not close, or it is too large ({row})", address)
        elif any(cell.strip() for cell in row) and source.wanted(source.uri + address):
            yield _of_row(source, dict.fromkeys(names, "") | dict(zip(names, row, strict=False)), address)


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[list[str] | csv.Error]:
    """The rows, and what is wrong with one whose quotation mark does not close: that costs its line, and none of those it swallowed."""
    swallowed: deque[str] = deque()
    taken: list[str] = []  # lines of the row that is being read

    def read() -> Iterator[str]:
        while True:
            line = swallowed.popleft() if swallowed else next(lines, None)
            if line is None:
                return
            taken.append(line)
            yield line

    width = 0  # cells of the first row
    reader = csv.reader(read(), delimiter=delimiter, strict=True)
    while True:
        try:
            row: list[str] | csv.Error | None = next(reader, None)
        except csv.Error as problem:
            row = _lenient(taken, delimiter, width) or problem
            if isinstance(row, csv.Error):
                swallowed.extendleft(reversed(taken[1:]))
            reader = csv.reader(read(), delimiter=delimiter, strict=True)
        if row is None:
            return
        width = width or len(row) if isinstance(row, list) else width
        taken.clear()
        yield row


def _lenient(lines: list[str], delimiter: str, width: int) -> list[str] | None:
    """A row with quotation marks where none should be, as spreadsheets read it; null if it has swallowed lines that are rows themselves."""
    rows = [_one_row([line], delimiter) for line in lines[1:]]
    if any(row is not None and len(row) == width for row in rows):
        return None
    row = _one_row(lines, delimiter)
    return row if len(lines) == 1 or (row is not None and len(row) == width) else None


def _one_row(lines: list[str], delimiter: str) -> list[str] | None:
    try:
        rows = csv.reader(lines, delimiter=delimiter)
        row = next(rows, None)
        return row if next(rows, None) is None else None
    except csv.Error:
        return None


def parquet(source: Source) -> Iterator[Document]:
    """A row a document. Only the columns that hold something of it are read."""
    from pyarrow.parquet import ParquetFile

    with source.seekable() as stream:
        file = ParquetFile(stream, pre_buffer=False, buffer_size=HEAD)
        names = file.schema_arrow.names
        _demand_text(names, source)
        used = sorted({key for keys in records.fields(tuple(names), tuple(source.columns.items())).values() for key in keys} & set(names))
        before = 0
        for group in range(file.num_row_groups):
            count = file.metadata.row_group(group).num_rows
            if any(source.wanted(f"{source.uri}#{number}") for number in range(before + 1, before + count + 1)):
                batches = file.iter_batches(ROWS, row_groups=[group], columns=used, use_threads=False)
                rows = (row for batch in batches for row in batch.to_pylist())
                for number, row in enumerate(rows, before + 1):
                    if source.wanted(f"{source.uri}#{number}"):
                        yield _of_row(source, row, f"#{number}")
            before += count


def _demand_text(names: list[str], source: Source) -> None:
    """Say which columns there are where none of them is known to hold the text, or where the sidecar names one that is not there."""
    shown = ", ".join(name for name in names[:20] if name) or "none"
    missing = [name for name in source.columns.values() if name not in names]
    if missing:
        raise RefusedError(f"its sidecar names a column {missing[0]!r}, which it does not have; its columns are {shown}")
    if not records.fields(tuple(names), tuple(source.columns.items()))["text"]:
        raise RefusedError(
            f"none of its columns is known to hold the text ({shown}); name it in {source.name}.meta.yml: 'columns: {{text: …}}'"
        )


def _of_row(source: Source, row: dict[str, Any], address: str) -> Document:
    try:
        record = records.read(row, source.columns)
    except ValueError as problem:
        return source.refused(f"a row {problem}", address)
    return source.record(record, address)


def _lines(source: Source) -> Iterator[str]:
    """Lines as text: UTF-16 by its mark, else each by itself as UTF-8, or in the encoding that the first bytes suggest."""
    head = source.head(HEAD)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from _without_zeros(codecs.getreader("utf-16")(source.stream, "replace"))
        return
    other = ""
    first = True
    while line := source.stream.readline(MAX_LINE):
        if first:
            line, first = line.removeprefix(b"\xef\xbb\xbf"), False
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            other = other or not_utf8(head if line in head else line, source.charset)
            text = line.decode(other, "replace")
        yield text.replace("\0", "")


def _without_zeros(lines: Iterable[str]) -> Iterator[str]:
    return (line.replace("\0", "") for line in lines)
