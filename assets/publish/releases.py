"""Releases: what was published when, from what, and which one is served.

    <home>/warehouse.duckdb              the served file: a link to the copy that readers get
    <home>/served/<id>.duckdb            that copy, and for a minute the one before it
    <home>/parquet                       link to the served release's Parquet files
    <home>/releases/<id>/                a release: warehouse.duckdb, parquet/, release.json

A release appears under its name by one rename, complete; so does the link that readers follow (docs/decisions/008 says
why a link). The file served tells itself which release it is.
"""

import hashlib
import json
import os
import shutil
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from assets.lake import Lake

# A client that has followed the link but not yet opened the file it leads to must still find that file.
REPLACED_COPY_STAYS = 60.0  # seconds


class ReleaseError(RuntimeError):
    """A release cannot be served; the message says why and what to do."""


@dataclass(frozen=True)
class Manifest:
    """The record kept with a release (`release.json`)."""

    release_id: str
    released_at: str
    fingerprint: str
    contract_version: str
    codebook_version: str
    code_version: str
    row_counts: dict[str, int] = field(default_factory=dict)
    checks_passed: int = 0
    checks_warned: int = 0
    warnings: tuple[str, ...] = ()


def served_file(home: Path) -> Path:
    return home / "warehouse.duckdb"


def releases_folder(home: Path) -> Path:
    return home / "releases"


def fingerprint(lake: Lake, codebook_version: str, code_version: str) -> str:
    """What the marts depend on: the promoted batches, the codebook, the code. Equal fingerprints, equal marts."""
    return hashlib.sha256(f"{codebook_version}/{code_version}/{lake.state()}".encode()).hexdigest()[:16]


def kept(home: Path) -> list[Manifest]:
    """All releases still kept, oldest first."""
    found = sorted(releases_folder(home).glob("*/release.json"))
    return [_manifest(json.loads(path.read_text())) for path in found]


def served_release_id(home: Path) -> str | None:
    """The release the served file says it is; null where nothing is served yet, or nothing that can be read.

    Raises `duckdb.IOException` where a client holds the file for writing.
    """
    return _release_in(served_file(home))


def is_held(error: duckdb.Error) -> bool:
    """Whether a file could not be opened because a client holds it for writing: it is whole, and free again when that ends."""
    return "Could not set lock" in str(error)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    (folder / "release.json").write_text(json.dumps(asdict(manifest), indent=2) + "\n")


def serve(home: Path, release_id: str) -> None:
    """Put a kept release where readers look, whole and at once.

    Raises
    ------
    ReleaseError
        When there is no such release; the message names those there are.
    """
    source = releases_folder(home) / release_id
    there = [manifest.release_id for manifest in kept(home)]
    if release_id not in there:
        raise ReleaseError(f"there is no release {release_id!r}; kept are: {', '.join(there) or 'none'}")
    put_in_place(home, source / "warehouse.duckdb", release_id)
    link_parquet(home, release_id)


def put_in_place(home: Path, file: Path, release_id: str) -> None:
    """Let readers have a copy of `file` from now on, whole and at once."""
    # A copy, not the archive's file: a client that opens the served file for writing must not reach into the archive.
    copy = home / "served" / f"{release_id}.duckdb"
    copy.parent.mkdir(exist_ok=True)
    arriving = copy.with_suffix(".tmp")
    shutil.copyfile(file, arriving)
    _sync(arriving)
    for log in (copy.with_suffix(".duckdb.wal"), home / "warehouse.duckdb.wal"):
        log.unlink(missing_ok=True)  # such a client's unfinished changes: they would be replayed on the new file
    os.replace(arriving, copy)
    _sync(copy.parent)
    before = _served_copy(home)
    if before.exists():
        os.utime(before)  # from now on it counts as replaced
    _link(served_file(home), Path("served") / copy.name)
    _sync(home)
    _clear_copies(home)


def archive(home: Path, folder: Path, release_id: str) -> None:
    """Keep a finished release under its name, all files at once."""
    os.replace(folder, releases_folder(home) / release_id)


def link_parquet(home: Path, release_id: str) -> None:
    """Point `<home>/parquet` to a release's Parquet files."""
    _link(home / "parquet", Path("releases") / release_id / "parquet")


def mend(home: Path) -> None:
    """Clear away what a process killed while publishing left, and finish what it had nearly done.

    A served file that was deleted or damaged is served again.
    """
    for leftover in releases_folder(home).glob(".*.tmp"):
        shutil.rmtree(leftover)
    for leftover in (home / "served").glob("*.tmp"):
        leftover.unlink()
    _clear_copies(home)
    served = served_release_id(home) or _serve_again(home)
    if served and (releases_folder(home) / served).exists():
        link_parquet(home, served)


def prune(home: Path, keep: int) -> list[str]:
    """Delete the oldest releases beyond `keep`, never the served one. Returns the ids deleted."""
    served = served_release_id(home)
    ids = [manifest.release_id for manifest in kept(home)]
    gone = [release_id for release_id in ids[: max(0, len(ids) - keep)] if release_id != served]
    for release_id in gone:
        shutil.rmtree(releases_folder(home) / release_id)
    return gone


def _serve_again(home: Path) -> str | None:
    """What was served is gone or damaged: serve it once more, from the archive.

    Returns its id; null where nothing was served, or its archive is damaged too: then only another release helps.
    """
    release_id = _served_copy(home).stem  # of the file that the link names, whether it is there or not
    if not _release_in(releases_folder(home) / release_id / "warehouse.duckdb"):
        return None
    serve(home, release_id)
    return release_id


def _release_in(file: Path) -> str | None:
    if not file.exists():
        return None
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            row = connection.execute("select release_id from release").fetchone()
    except duckdb.Error as error:
        if is_held(error):
            raise
        return None
    return str(row[0]) if row else None


def _served_copy(home: Path) -> Path:
    return Path(os.path.realpath(served_file(home)))


def _clear_copies(home: Path) -> None:
    """Delete the copies that were replaced long enough ago."""
    served, now = _served_copy(home), time.time()
    for copy in (home / "served").glob("*.duckdb"):
        if copy.resolve() != served and now - copy.stat().st_mtime > REPLACED_COPY_STAYS:
            copy.unlink()
            copy.with_suffix(".duckdb.wal").unlink(missing_ok=True)


def _link(place: Path, target: Path) -> None:
    """Make `place` a link to `target` (relative to its folder), at once."""
    arriving = place.with_name(f".{place.name}.tmp")
    arriving.unlink(missing_ok=True)
    arriving.symlink_to(target)
    os.replace(arriving, place)


def _manifest(record: dict[str, Any]) -> Manifest:
    return Manifest(**{**record, "warnings": tuple(record.get("warnings", ()))})


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
