"""Which files paths mean: themselves, all that lie below a folder, what matches a pattern; and the sidecars beside them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from assets.ingest import sidecars
from assets.ingest.sidecars import Sidecar, SidecarError
from assets.lake import is_home

PATTERN = "*?["


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of paths, each once. Folders are walked in sorted order; hidden files, `__MACOSX` and links to folders are passed over,
    and homes: what was made of documents is not taken for some.

    Raises
    ------
    FileNotFoundError
        If a path does not exist, or nothing matches a pattern.
    """
    seen = set()
    for path in paths:
        for root in _meant(path):
            for file in _walk(root):
                if file not in seen:
                    seen.add(file)
                    yield file


def is_sidecar(path: Path) -> bool:
    return path.name in sidecars.FOLDER_NAMES or sidecars.described(path.name) is not None


class Beside:
    """What sidecars say of files, those of a folder found in one look."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._names: set[str] = set()
        self._of_folder = Sidecar()

    def of(self, file: Path) -> Sidecar:
        """What is said of a file: by the sidecar named after it, before that of its folder.

        Raises
        ------
        SidecarError
            If one of them is wrong.
        """
        if file.parent != self._folder:
            self._names = _names(file.parent)
            self._folder, self._of_folder = file.parent, self._read(file.parent, sidecars.FOLDER_NAMES)
        own = self._read(file.parent, sidecars.names_for(file.name))
        return Sidecar({**self._of_folder.given, **own.given}, own.columns or self._of_folder.columns)

    def _read(self, folder: Path, names: Iterable[str]) -> Sidecar:
        for name in names:
            if name in self._names:
                try:
                    with (folder / name).open("rb") as stream:
                        return sidecars.read(stream.read(sidecars.MAX_BYTES + 1), (folder / name).as_posix())
                except OSError as problem:
                    raise SidecarError(f"{(folder / name).as_posix()}: {problem.strerror or problem}") from None
        return Sidecar()


def _names(folder: Path) -> set[str]:
    try:
        return {entry.name for entry in os.scandir(folder) if ".meta." in entry.name or entry.name.startswith("_meta.")}
    except OSError:
        return set()


def _meant(path: Path) -> Iterator[Path]:
    if path.exists() or path.is_symlink():
        yield path
        return
    parts = path.parts
    first = next((position for position, part in enumerate(parts) if any(char in part for char in PATTERN)), None)
    if first is None:
        raise FileNotFoundError(f"{path}: no such file or folder")
    base, homes = Path(*parts[:first]), dict[Path, bool]()
    matched = (match for match in base.glob(str(Path(*parts[first:]))) if not _is_hidden(match, base, parts[first:]))
    try:
        matches = sorted(match for match in matched if not _is_in_home(match, base, homes))
    except RecursionError:
        raise OSError(f"{path}: folders nested too deep for a pattern; name the folder itself") from None
    if not matches:
        raise FileNotFoundError(f"{path}: no file or folder matches")
    yield from matches


def _is_hidden(match: Path, base: Path, pattern: tuple[str, ...]) -> bool:
    asked = any(part.startswith(".") for part in pattern)
    return not asked and any(part.startswith(".") or part == "__MACOSX" for part in match.relative_to(base).parts)


def _is_in_home(match: Path, base: Path, known: dict[Path, bool]) -> bool:
    folders = [folder for folder in (match, *match.parents) if folder != base and folder.is_relative_to(base)]
    for folder in folders:
        if folder not in known:
            known[folder] = is_home(folder)
    return any(known[folder] for folder in folders)


def _walk(path: Path) -> Iterator[Path]:
    """The files below a path, however deep; a folder that cannot be listed is given back itself, to be told of."""
    waiting = [(path, os.path.isdir(path))]
    while waiting:
        place, is_folder = waiting.pop()
        entries = _entries(place) if is_folder else None
        if entries is None:
            yield place
        else:
            waiting += reversed(entries)


def _entries(folder: Path) -> list[tuple[Path, bool]] | None:
    """What is to be read in a folder, in order, and whether that is a folder too; null where it cannot be listed."""
    try:
        listed = sorted(folder.iterdir())
    except OSError:
        return None
    shown = (entry for entry in listed if not entry.name.startswith(".") and entry.name != "__MACOSX")
    found = [(entry, os.path.isdir(entry)) for entry in shown]  # unlike Path.is_dir, false where the path cannot be looked at
    return [(entry, is_folder) for entry, is_folder in found if not is_folder or not (entry.is_symlink() or is_home(entry))]
