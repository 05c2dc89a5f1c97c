"""Sidecars: `<name>.meta.yml` says of a file what its text does not; `_meta.yml` says it of all files in its folder.

    url: https://lakeherald.example/2021/05/04/talks
    publisher: Lake Herald
    published: 2021-05-04
    authors: [Ada Lind, Bo Rask]
    columns: {text: artikel, title: rubrik}     # of a table or of JSON records: which column holds what

`.meta.yaml` and `.meta.json` do as well. A sidecar with a mistake keeps its file out until it is mended: taken in without
it, the file would be known, and what the sidecar says never heard.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from assets.ingest.encodings import is_charset
from assets.ingest.records import FIELDS
from assets.schemas import GIVEN_FIELDS

ENDINGS = (".meta.yml", ".meta.yaml", ".meta.json")
FOLDER_NAMES = ("_meta.yml", "_meta.yaml", "_meta.json")
MAX_BYTES = 100_000


class SidecarError(Exception):
    """What is wrong, with file and line."""


@dataclass(frozen=True)
class Sidecar:
    """What is said: values by GIVEN_FIELDS, and the names of columns by field."""

    given: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)


def names_for(name: str) -> Iterator[str]:
    """What a sidecar of a file may be called."""
    return (name + ending for ending in ENDINGS)


def described(name: str) -> str | None:
    """The file that a sidecar is named after; null where the name is not a sidecar's."""
    return next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending) and len(name) > len(ending)), None)


def read(content: bytes, name: str) -> Sidecar:
    """Read a sidecar's bytes.

    Raises
    ------
    SidecarError
        Naming the file and, where there is one, the line: not YAML, an unknown key, a value of the wrong form.
    """
    if len(content) > MAX_BYTES:
        raise SidecarError(f"{name}: larger than {MAX_BYTES:,} bytes, so hardly a sidecar")
    try:
        node = yaml.compose(content.decode("utf-8-sig"), yaml.SafeLoader)
    except UnicodeDecodeError:
        raise SidecarError(f"{name}: not UTF-8") from None
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise SidecarError(f"{name}, line {line}: not YAML ({problem.problem})") from None
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        raise SidecarError(f"{name}: not YAML ({str(problem).splitlines()[0] if str(problem) else 'nested too deep'})") from None
    if node is None:
        return Sidecar()
    given: dict[str, str] = {}
    columns: dict[str, str] = {}
    for key, line, value in _entries(node, name):
        if key == "columns":
            columns = _columns(value, name)
        else:
            given[key] = _value(key, value, f"{name}, line {line}")
    return Sidecar({key: value for key, value in given.items() if value}, columns)


def _entries(node: yaml.Node, name: str) -> Iterator[tuple[str, int, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise SidecarError(f"{name}, line {node.start_mark.line + 1}: lines such as 'publisher: Lake Herald' are expected")
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or key.value not in (*GIVEN_FIELDS, "columns"):
            raise SidecarError(f"{name}, line {line}: unknown key{_named(key)}; known are {_listed((*GIVEN_FIELDS, 'columns'))}")
        yield key.value, line, value


def _value(key: str, node: yaml.Node, where: str) -> str:
    texts = [part.value for part in node.value] if isinstance(node, yaml.SequenceNode) and key == "authors" else [node.value]
    if not all(isinstance(text, str) for text in texts):
        raise SidecarError(f"{where}: {key} must be text" + (" or a list of names" if key == "authors" else ""))
    value = "; ".join(" ".join(text.split()) for text in texts)
    if value in ("~", "null"):
        return ""
    if key == "published" and value and not re.search(r"\d{4}|\d\D\d", value):
        raise SidecarError(f"{where}: {value!r} is not a date; write 2021-05-04")
    if key == "charset" and value and not is_charset(value):
        raise SidecarError(f"{where}: {value!r} is not the name of an encoding; write utf-8, windows-1252 …")
    return value


def _columns(node: yaml.Node, name: str) -> dict[str, str]:
    where = f"{name}, line {node.start_mark.line + 1}"
    if not isinstance(node, yaml.MappingNode):
        raise SidecarError(f"{where}: columns must name a column for each field: {{text: artikel, title: rubrik}}")
    columns = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value not in FIELDS:
            raise SidecarError(f"{name}, line {key.start_mark.line + 1}: columns has no field{_named(key)}; there are {_listed(FIELDS)}")
        if not isinstance(value.value, str):
            raise SidecarError(f"{name}, line {key.start_mark.line + 1}: columns.{key.value} must be the name of one column")
        columns[key.value] = value.value
    return columns


def _named(key: yaml.Node) -> str:
    return f" {key.value[:80]!r}" if isinstance(key, yaml.ScalarNode) else ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
