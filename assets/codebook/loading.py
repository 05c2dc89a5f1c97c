"""Reading the codebook and checking it, once. Which files and columns there are stands in `files`.

A bad line is reported as `file:line: what is wrong`; all bad lines of all files are reported together, so that an
editor mends them in one go.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from assets import schemas
from assets.codebook.files import FILES, Column, File
from assets.versions import folder_version

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
BACK_REFERENCE = re.compile(r"(?<!\\)(\\\\)*\\[1-9]")


class CodebookError(ValueError):
    """The codebook cannot be used as it is; the message lists every bad line."""


@dataclass(frozen=True)
class Codebook:
    """The codebook's files as frames, checked."""

    version: str
    tables: dict[str, pl.DataFrame]

    @staticmethod
    def load(folder: Path) -> "Codebook":
        """Read and check all files of a folder.

        Raises
        ------
        CodebookError
            Listing every bad line of every file as `file:line: what is wrong`.
        """
        problems: list[str] = []
        rows = {file.name: list(_read(Path(folder) / f"{file.name}.csv", file, problems)) for file in FILES.values()}
        told = [file for file in FILES if not rows[file] and any(problem.startswith(f"{folder}/{file}.csv:") for problem in problems)]
        problems += _broken_references(Path(folder), rows, unread=told)
        if problems:
            shown = "\n".join(problems[:50]) + (f"\n… and {len(problems) - 50} more" if len(problems) > 50 else "")
            raise CodebookError(f"the codebook has {len(problems)} bad line(s):\n{shown}")
        return Codebook(folder_version(Path(folder), "*.csv"), {name: _frame(FILES[name], rows[name]) for name in FILES})

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Frame of a file; list columns for cells of several values."""
        return self.tables[name]

    def __hash__(self) -> int:
        return hash(self.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Codebook) and other.version == self.version

    @cached_property
    def actors(self) -> pl.DataFrame:
        """All actors, states included: `schemas.ACTORS`."""
        states = self["countries"].select(
            "actor_id", "name", actor_type=pl.lit("state"), country_code="country_code", sector=pl.lit("GOV"),
            wikidata_id="wikidata_id", represents_id=pl.lit(None, pl.String),
        )  # fmt: skip
        return schemas.ACTORS.conform(pl.concat([states, self["actors"]]).with_columns(is_discovered=pl.lit(False)))


def _read(path: Path, file: File, problems: list[str]) -> Iterator[dict[str, Any]]:
    if not path.exists():
        problems.append(f"{path}: missing; the codebook needs it ({file.about})")
        return
    lines = _lines(path, problems)
    _, header = next(lines, (1, []))
    if header != list(file.columns):
        problems.append(f"{path}:1: columns must be {','.join(file.columns)}; found {','.join(header)}")
        return
    seen: dict[tuple[Any, ...], int] = {}
    for number, cells in lines:
        where = f"{path}:{number}"
        if not any(cells):
            continue
        if len(cells) != len(header):
            problems.append(f"{where}: {len(cells)} cells, {len(header)} columns (a comma in a cell needs quotation marks)")
            continue
        row: dict[str, Any] = {"": number}
        for (name, column), cell in zip(file.columns.items(), cells, strict=True):
            try:
                row[name] = _value(column, cell.strip())
            except ValueError as problem:
                problems.append(f"{where}: {name}: {problem}")
        problems += [f"{where}: {problem}" for problem in _contradictions(file, row)]
        key = tuple(str(row.get(name)) for name in file.key)
        if key in seen:
            problems.append(f"{where}: {', '.join(file.key)} {'/'.join(key)!r} stands already in line {seen[key]}")
        seen.setdefault(key, number)
        yield row


def _lines(path: Path, problems: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Cells of each row, with the line it begins in. Spreadsheets save with a byte order mark and CR LF: both are fine."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        problems.append(f"{path}:{line}: byte {content[problem.start]:#04x} is not UTF-8; save the file as UTF-8")
        text = content.decode("utf-8-sig", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        number = reader.line_num + 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            problems.append(f"{path}:{number}: {problem} (is a quotation mark not closed, or not doubled inside a cell?)")
            return


def _value(column: Column, cell: str) -> Any:
    if not cell:
        if column.required:
            raise ValueError("must not be empty")
        return [] if column.many else None
    if column.many:
        return [_value(Column(pattern=column.pattern), part.strip()) for part in cell.split(";") if part.strip()]
    if column.one_of and cell not in column.one_of:
        raise ValueError(f"{cell!r} is none of {', '.join(column.one_of)}")
    if column.pattern and not re.fullmatch(column.pattern, cell):
        raise ValueError(f"{cell!r} does not look like {column.pattern}")
    if column.is_regex:
        _check_regex(cell)
    if column.dtype == pl.Date:
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise ValueError(f"{cell!r} is no date (write 2025-04-03)") from None
    if column.dtype == pl.Float64:
        if not NUMBER.fullmatch(cell):
            raise ValueError(f"{cell!r} is no number")
        if column.share and not 0 <= float(cell) <= 1:
            raise ValueError(f"{cell} is not between 0 and 1")
        return float(cell)
    if column.dtype == pl.Boolean:
        if cell not in ("true", "false"):
            raise ValueError(f"{cell!r} is neither true nor false")
        return cell == "true"
    return cell


def _contradictions(file: File, row: dict[str, Any]) -> Iterator[str]:
    """Cells of a line that contradict each other."""
    for name, column in file.columns.items():
        last, first = row.get(name), row.get(column.not_before) if column.not_before else None
        if last and first and last < first:
            yield f"{name}: {last} is before {column.not_before} {first}"


def _check_regex(cell: str) -> None:
    try:
        re.compile(cell)
        compiled = re.compile(f"(?:{cell})")  # as it will stand, among others
    except re.error as problem:
        raise ValueError(f"{cell!r} is no regular expression: {problem.msg}") from None
    if compiled.groupindex or BACK_REFERENCE.search(cell):  # all patterns become one: names would clash, numbers shift
        raise ValueError(f"{cell!r}: a pattern can neither name groups nor refer back to one")


def _broken_references(folder: Path, rows: dict[str, list[dict[str, Any]]], unread: Sequence[str]) -> Iterator[str]:
    """Values that the file referred to does not hold. What refers to an `unread` file, whose fault is told already, is let be."""
    known: dict[str, set[Any]] = {
        f"{name}.{column}": {row.get(column) for row in rows[name]}
        for name, file in FILES.items()
        for column in file.key
        if not file.columns[column].many
    }
    known["actor_id"] = known["actors.actor_id"] | {row.get("actor_id") for row in rows["countries"]}
    for name, file in FILES.items():
        for column, rule in file.columns.items():
            sources = ("actors", "countries") if rule.refers_to == "actor_id" else (rule.refers_to.partition(".")[0],)
            if not rule.refers_to or set(sources) & set(unread):
                continue
            for row in rows[name]:
                value = row.get(column)
                if value is not None and value not in known[rule.refers_to]:
                    where = "actors.csv or countries.csv" if rule.refers_to == "actor_id" else rule.refers_to
                    yield f"{folder / name}.csv:{row['']}: {column}: {value!r} is not in {where}"


def _frame(file: File, rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {name: pl.List(pl.String) if column.many else column.dtype for name, column in file.columns.items()}
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema, orient="row")
