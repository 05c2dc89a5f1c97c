"""Zip and tar: the files in them as sources. Their names are shown in addresses and never used as paths on a disk."""

import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from assets.ingest import sidecars
from assets.ingest.sources import CHUNK, Document, RefusedError, Source, printable

DIRECTORY_BYTES = 128_000_000  # of a zip's list of members, which is read whole
HEADER_BYTES = 1_000_000  # of a tar's extended header, which is read whole
OFFICE = ("[Content_Types].xml", "mimetype")  # the first member of docx, xlsx, pptx; of odt and epub
READABLE_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}


def zipped(source: Source) -> Iterator[Source | Document]:
    """The files of a zip archive, in its own order. A sidecar in it holds for the file it is named after."""
    with source.seekable() as stream:
        end = zipfile._EndRecData(stream)  # type: ignore[attr-defined]
        if end and end[5] > DIRECTORY_BYTES:  # the directory's size, before it is read
            raise RefusedError("it lists too many files; divide it")
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            if members and members[0].filename in OFFICE:
                raise RefusedError("an Office document or e-book; save it as text or HTML")
            names = {member.filename for member in members}
            for member in members:
                if not member.is_dir() and not hidden(member.filename):
                    yield from _of_zip(source, archive, member, names)


def tarred(source: Source) -> Iterator[Source | Document]:
    """The files of a tar archive, in its own order. Links and devices are refused, not followed."""
    with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Member, bufsize=CHUNK) as archive:
        for member in archive:
            archive.members = []  # type: ignore[attr-defined]  # or it would remember each
            if not member.isdir() and not hidden(member.name):
                yield from _of_tar(source, archive, member)


def hidden(name: str) -> bool:
    """Files that systems leave behind, passed over as they are in folders."""
    parts = name.replace("\\", "/").split("/")
    return any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts)


def _of_zip(source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, names: set[str]) -> Iterator[Source | Document]:
    source.budget.count_member()
    closed = source.named(f"!{printable(member.filename)}", _base(member.filename))
    if not source.wanted(closed.uri):
        return
    if described := sidecars.described(member.filename):
        if described not in names:
            yield closed.refused(f"there is no {printable(described)} beside it that it could describe")
    elif member.flag_bits & 1:
        yield closed.refused("encrypted: it opens with a password only; unpack it first")
    elif member.compress_type not in READABLE_METHODS:
        yield closed.refused(f"packed by a method that is not read (number {member.compress_type}); pack it anew")
    else:
        try:
            sidecar = _beside(archive, member.filename, names)
        except sidecars.SidecarError as problem:
            yield closed.refused(f"its sidecar is wrong: {problem}", said=str(problem))
            return
        described_as = replace(closed, given={**closed.given, **sidecar.given}, columns=sidecar.columns or closed.columns)
        with archive.open(member) as stream:
            yield described_as.opened(cast(BinaryIO, stream), unpacks=True)


def _beside(archive: zipfile.ZipFile, name: str, names: set[str]) -> sidecars.Sidecar:
    for beside in sidecars.names_for(name):
        if beside in names:
            with archive.open(beside) as stream:
                return sidecars.read(stream.read(sidecars.MAX_BYTES + 1), printable(beside))
    return sidecars.Sidecar()


def _of_tar(source: Source, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[Source | Document]:
    source.budget.count_member()
    closed = source.named(f"!{printable(member.name)}", _base(member.name))
    if not source.wanted(closed.uri):
        return
    if not member.isreg():
        kind = "a link" if member.issym() or member.islnk() else "a device or pipe"
        yield closed.refused(f"{kind} in an archive, not a file")
    elif sidecars.described(member.name):
        yield closed.refused("a sidecar in a tar archive is not read; put the files into a zip archive or a folder")
    elif stream := archive.extractfile(member):
        yield closed.opened(cast(BinaryIO, stream), unpacks=False)


def _base(name: str) -> str:
    return printable(PurePosixPath(name.replace("\\", "/")).name)


class _Member(tarfile.TarInfo):
    """A member whose extended headers (long names, PAX) are not read where they could fill the memory."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if not self.isreg() and not self.isdir() and self.type in _EXTENDED and self.size > HEADER_BYTES:
            raise tarfile.TarError("one of its headers is absurdly large")
        return super()._proc_member(archive)  # type: ignore[misc]


_EXTENDED = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
