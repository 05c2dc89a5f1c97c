"""Reading the codebook and checking it, once. Which files and columns there are stands in `files`.

A bad line is reported as `file:line: what is wrong`; all bad lines of all files are reported together, so that an
editor mends them in one go.
"""

import calendar
import csv
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from assets import schemas
from assets.codebook.columns import Column, File
from assets.codebook.files import FILES
from assets.versions import folder_version

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
ROUGH_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")
PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of a written date
GLOBAL_FLAGS = re.compile(r"\(\?[a-zA-Z]+\)")
BACK_REFERENCE = re.compile(r"(?<!\\)(\\\\)*\\[1-9]")


@dataclass(frozen=True)
class Sheet:
    """A file as it was read: the line that each row begins in, and the values by column."""

    numbers: list[int] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=dict)
    precisions: dict[str, list[str | None]] = field(default_factory=dict)  # of dates that may be rough


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
            Listing every bad line of every file as `file:line: what is wrong`; or if there is no such folder.
        """
        if not Path(folder).is_dir():
            raise CodebookError(f"there is no codebook at {folder}: name the folder that holds its CSV files (DEMARCHE_CODEBOOK)")
        problems: list[str] = []
        sheets = {file.name: _read(Path(folder) / f"{file.name}.csv", file, problems) for file in FILES.values()}
        told = [
            file for file in FILES if not sheets[file].numbers and any(problem.startswith(f"{folder}/{file}.csv:") for problem in problems)
        ]
        problems += _broken_references(Path(folder), sheets, unread=told)
        if problems:
            shown = "\n".join(problems[:50]) + (f"\n… and {len(problems) - 50} more" if len(problems) > 50 else "")
            raise CodebookError(f"the codebook has {len(problems)} bad line(s):\n{shown}")
        return Codebook(folder_version(Path(folder), "*.csv"), {name: _frame(FILES[name], sheets[name]) for name in FILES})

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Frame of a file; list columns for cells of several values, `<column>_precision` (day, month, year) beside rough dates."""
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


def _read(path: Path, file: File, problems: list[str]) -> Sheet:
    """The file column by column, each different cell looked at once; problems in the order of the lines."""
    try:
        content = path.read_bytes()
    except OSError as problem:
        why = "missing" if isinstance(problem, FileNotFoundError) else f"cannot be read ({problem.strerror})"
        problems.append(f"{path}: {why}; the codebook needs it ({file.about})")
        return Sheet()
    found: list[tuple[int, str]] = []
    lines = _lines(content, found)
    _, header = next(lines, (1, []))
    if header != list(file.columns):
        problems.append(f"{path}:1: columns must be {','.join(file.columns)}; found {','.join(header)}")
        return Sheet()
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, cells in lines:
        if any(cells) and len(cells) != len(header):
            found.append((number, f"{len(cells)} cells, {len(header)} columns (a comma in a cell needs quotation marks)"))
        elif any(cells):
            numbers.append(number)
            rows.append(cells)
    columns = zip(*rows, strict=True) if rows else [() for _ in header]
    sheet = Sheet(numbers)
    for (name, column), written in zip(file.columns.items(), columns, strict=True):
        sheet.columns[name] = _values(name, column, numbers, written, found)
        if column.rough:
            sheet.precisions[name] = [PRECISIONS.get(len(cell.strip())) for cell in written]
    found += _contradictions(file, sheet)
    found += _repetitions(file, sheet)
    problems += [f"{path}:{number}: {problem}" for number, problem in sorted(found, key=lambda item: item[0])]
    return sheet


def _lines(content: bytes, found: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Cells of each row, with the line it begins in. Spreadsheets save with a byte order mark and CR LF: both are fine."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        found.append((line, f"byte {content[problem.start]:#04x} is not UTF-8; save the file as UTF-8"))
        text = content.decode("utf-8-sig", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        number = reader.line_num + 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            found.append((number, f"{problem} (is a quotation mark not closed, or not doubled inside a cell?)"))
            return


def _values(name: str, column: Column, numbers: list[int], cells: Sequence[str], found: list[tuple[int, str]]) -> list[Any]:
    """What the cells of a column say; null where one says nothing that can be."""
    read: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for cell in set(cells):
        try:
            read[cell] = _value(column, cell.strip())
        except ValueError as problem:
            faults[cell] = str(problem)
    if faults:
        found += [(number, f"{name}: {faults[cell]}") for number, cell in zip(numbers, cells, strict=True) if cell in faults]
    return [read.get(cell) for cell in cells]


def _value(column: Column, cell: str) -> Any:
    if not cell:
        if column.required:
            raise ValueError("must not be empty")
        return [] if column.many else None
    if column.many:
        part_of = Column(pattern=column.pattern)
        return [_value(part_of, part.strip()) for part in cell.split(";") if part.strip()]
    if column.one_of and cell not in column.one_of:
        raise ValueError(f"{cell!r} is none of {', '.join(column.one_of)}")
    if column.pattern and not re.fullmatch(column.pattern, cell):
        raise ValueError(f"{cell!r} does not look like {column.pattern}")
    if column.is_regex:
        _check_regex(cell)
    if column.dtype == pl.Date:
        if column.rough and (rough := ROUGH_DATE.fullmatch(cell)):
            return _end_of(int(rough[1]), int(rough[2] or 0), column.rough == "last")
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


def _end_of(year: int, month: int, is_last: bool) -> date:
    """First or last day of a month, or of a year (month 0)."""
    if not is_last:
        return date(year, month or 1, 1)
    return date(year, month or 12, calendar.monthrange(year, month or 12)[1])


def _contradictions(file: File, sheet: Sheet) -> Iterator[tuple[int, str]]:
    """Cells of a line that contradict each other."""
    for name, column in file.columns.items():
        if column.not_before:
            for number, last, first in zip(sheet.numbers, sheet.columns[name], sheet.columns[column.not_before], strict=True):
                if last and first and last < first:
                    yield number, f"{name}: {last} is before {column.not_before} {first}"
        if column.needed_by:
            other, *values = column.needed_by
            for number, cell, beside in zip(sheet.numbers, sheet.columns[name], sheet.columns[other], strict=True):
                if (beside in values) != bool(cell):
                    yield number, f"{name}: must {'' if beside in values else 'not '}be filled where {other} is {beside}"


def _repetitions(file: File, sheet: Sheet) -> Iterator[tuple[int, str]]:
    """Lines whose key stands in a line before."""
    seen: dict[tuple[str, ...], int] = {}
    for number, *values in zip(sheet.numbers, *(sheet.columns[name] for name in file.key), strict=True):
        key = tuple(map(str, values))
        if key in seen:
            yield number, f"{', '.join(file.key)} {'/'.join(key)!r} stands already in line {seen[key]}"
        seen.setdefault(key, number)


def _check_regex(cell: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # what a later Python will read otherwise
            compiled = re.compile(cell)
            if GLOBAL_FLAGS.search(cell):
                re.compile(f"(?:{cell})")  # as it will stand, among others: such flags must begin a pattern
    except (re.error, OverflowError, RecursionError, FutureWarning) as problem:
        raise ValueError(f"{cell[:80]!r} is no regular expression: {problem}") from None
    if compiled.groupindex or BACK_REFERENCE.search(cell):  # all patterns become one: names would clash, numbers shift
        raise ValueError(f"{cell!r}: a pattern can neither name groups nor refer back to one")


def _broken_references(folder: Path, sheets: dict[str, Sheet], unread: Sequence[str]) -> Iterator[str]:
    """Values that the file referred to does not hold. What refers to an `unread` file, whose fault is told already, is let be."""
    known: dict[str, set[Any]] = {
        f"{name}.{column}": set(sheets[name].columns.get(column, ()))
        for name, file in FILES.items()
        for column in file.key
        if not file.columns[column].many
    }
    known["actor_id"] = known["actors.actor_id"] | set(sheets["countries"].columns.get("actor_id", ()))
    for name, file in FILES.items():
        for column, rule in file.columns.items():
            sources = ("actors", "countries") if rule.refers_to == "actor_id" else (rule.refers_to.partition(".")[0],)
            if not rule.refers_to or set(sources) & set(unread):
                continue
            values = sheets[name].columns.get(column, [])
            broken = set(values) - known[rule.refers_to] - {None}
            where = "actors.csv or countries.csv" if rule.refers_to == "actor_id" else rule.refers_to
            for number, value in zip(sheets[name].numbers, values, strict=True) if broken else ():
                if value in broken:
                    yield f"{folder / name}.csv:{number}: {column}: {value!r} is not in {where}"


def _frame(file: File, sheet: Sheet) -> pl.DataFrame:
    rough = [pl.Series(f"{name}_precision", told, pl.String) for name, told in sheet.precisions.items()]
    return pl.DataFrame([*(_series(name, column, sheet.columns.get(name, [])) for name, column in file.columns.items()), *rough])


def _series(name: str, column: Column, values: list[Any]) -> pl.Series:
    if not column.many:
        return pl.Series(name, values, column.dtype)
    joined = pl.Series(name, [";".join(parts) or None for parts in values], pl.String)
    return joined.str.split(";").fill_null([])  # a list of lists takes Polars twenty times longer
