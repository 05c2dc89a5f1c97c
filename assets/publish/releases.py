"""Releases: what was published when, from what, and which one is served.

    <home>/warehouse.duckdb              the served file: a copy of one release, replaced whole
    <home>/parquet                       link to the served release's Parquet files
    <home>/releases/<id>/                a release: warehouse.duckdb, parquet/, release.json

A release appears under its name by one rename, complete. The file served tells itself which release it is.
"""

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from assets.lake import Lake


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
    digest = hashlib.sha256(f"{codebook_version}/{code_version}".encode())
    for batch in lake.promoted_batches():
        for path in sorted((lake.promoted / batch).iterdir()):
            status = path.stat()
            digest.update(f"{batch}/{path.name}/{status.st_size}/{status.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def kept(home: Path) -> list[Manifest]:
    """All releases still kept, oldest first."""
    found = sorted(releases_folder(home).glob("*/release.json"))
    return [_manifest(json.loads(path.read_text())) for path in found]


def served_release_id(home: Path) -> str | None:
    """The release the served file says it is; null where nothing is served yet."""
    path = served_file(home)
    if not path.exists():
        return None
    with open_served(path) as connection:
        row = connection.execute("select release_id from release").fetchone()
    return str(row[0]) if row else None


def open_served(path: Path) -> duckdb.DuckDBPyConnection:
    """The file, read-only. Tried twice: DuckDB opens a file twice, and a release may come between (docs/decisions/008)."""
    try:
        return duckdb.connect(str(path), read_only=True)
    except duckdb.Error:
        return duckdb.connect(str(path), read_only=True)


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
    put_in_place(home, source / "warehouse.duckdb")
    link_parquet(home, release_id)


def put_in_place(home: Path, file: Path) -> None:
    """Replace the served file by a copy of `file`, whole and at once."""
    # A copy, not a link: a client that opens the served file for writing must not reach into the archive.
    arriving = home / ".warehouse.tmp"
    shutil.copyfile(file, arriving)
    _sync(arriving)
    os.replace(arriving, served_file(home))
    _sync(home)


def archive(home: Path, folder: Path, release_id: str) -> None:
    """Keep a finished release under its name, all files at once."""
    os.replace(folder, releases_folder(home) / release_id)


def link_parquet(home: Path, release_id: str) -> None:
    """Point `<home>/parquet` to a release's Parquet files."""
    arriving = home / ".parquet.tmp"
    arriving.unlink(missing_ok=True)
    arriving.symlink_to(Path("releases") / release_id / "parquet")
    os.replace(arriving, home / "parquet")


def mend(home: Path) -> None:
    """Clear away what a process killed while publishing left, and finish what it had nearly done."""
    for leftover in releases_folder(home).glob(".*.tmp"):
        shutil.rmtree(leftover)
    (home / ".warehouse.tmp").unlink(missing_ok=True)
    served = served_release_id(home)
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


def _manifest(record: dict[str, Any]) -> Manifest:
    return Manifest(**{**record, "warnings": tuple(record.get("warnings", ()))})


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
