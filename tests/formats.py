"""Small files of every format that is read, made in memory. What is expected of them belongs to the tests."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Mapping, Sequence

import polars as pl

ARTICLE = "The two ministers met in Oslo on Monday and agreed to share the catch of the northern banks."
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def page(text: str = ARTICLE, title: str = "Talks on fish") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><p>{text}</p></body></html>".encode()


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return made.getvalue()


def encrypted_zip(name: str, content: bytes) -> bytes:
    """A zip that says of its member that a password protects it, in both places where that is said."""
    made = bytearray(zipped({name: content}, zipfile.ZIP_STORED))
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def tarred(members: Mapping[str, bytes], mode: str = "w", special: Sequence[tarfile.TarInfo] = ()) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
        for entry in special:
            archive.addfile(entry)
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return made.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


def rss(*entries: str, head: str = "<title>Lake Herald</title><language>en</language>", prolog: str = '<?xml version="1.0"?>') -> bytes:
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    return f'{prolog}<rss version="2.0" {CONTENT}><channel>{head}{items}</channel></rss>'.encode()


def atom(*entries: str, head: str = "<title>Seebote</title>") -> bytes:
    made = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">{head}{made}</feed>'.encode()


def answer(url: str, body: bytes, content_type: str = "text/html", status: str = "200 OK", headers: str = "") -> bytes:
    """A WARC response record."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}\r\n".encode() + body
    return warc_record(
        http, f"WARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    )


def warc_record(body: bytes, headers: str = "", kind: str = "response") -> bytes:
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def mail(body: str = ARTICLE, subject: str = "Talks on fish", headers: str = "", content_type: str = "text/plain; charset=utf-8") -> bytes:
    return (
        f"From: Ada Lind <ada@lakeherald.example>\r\nSubject: {subject}\r\nDate: Tue, 04 May 2021 23:30:00 -0500\r\n"
        f"Message-ID: <1@lakeherald.example>\r\nMIME-Version: 1.0\r\n{headers}Content-Type: {content_type}\r\n\r\n{body}\r\n"
    ).encode()


def parquet(rows: Sequence[Mapping[str, object]]) -> bytes:
    made = io.BytesIO()
    pl.DataFrame(list(rows)).write_parquet(made)
    return made.getvalue()


def one_of_each() -> dict[str, bytes]:
    """A well-formed file of every format, each with a text of its own."""

    def text(number: int) -> str:
        return f"{ARTICLE} This is report number {number}."

    lines = b"\n".join(json.dumps({"text": text(number)}).encode() for number in (1, 2))
    web = answer("https://lakeherald.example/3", page(text(3))) + answer("https://lakeherald.example/4", page(text(4)))
    return {
        "text.txt": text(5).encode(),
        "page.html": page(text(6)),
        "lines.jsonl": lines,
        "array.json": json.dumps([{"text": text(7)}, {"text": text(8)}]).encode(),
        "object.json": json.dumps({"articles": [{"text": text(9)}, {"text": text(10)}]}).encode(),
        "table.csv": f"title,text\nA,{text(11)}\nB,{text(12)}\n".encode(),
        "table.parquet": parquet([{"text": text(13)}, {"text": text(14)}]),
        "feed.xml": rss(*(f"<title>T</title><description>{text(number)}</description>" for number in (15, 16))),
        "feed.atom": atom(*(f"<title>T</title><summary>{text(number)}</summary>" for number in (17, 18))),
        "crawl.warc": web,
        "crawl.warc.gz": b"".join(
            gzip.compress(record, mtime=0) for record in (web.replace(b"Oslo", b"Bern"), web.replace(b"Oslo", b"Rome"))
        ),
        "letter.eml": mail(text(19)),
        "letters.mbox": b"".join(b"From a@b Mon May  3 10:00:00 2021\n" + mail(text(number)).replace(b"\r", b"") for number in (20, 21)),
        "pages.zip": zipped({"a.html": page(text(22)), "deep/b.txt": text(23).encode()}),
        "pages.tar": tarred({"a.html": page(text(24)), "deep/b.txt": text(25).encode()}),
        "pages.tar.gz": gzip.compress(tarred({"a.html": page(text(26)), "b.txt": text(27).encode()}), mtime=0),
        "page.html.gz": gzip.compress(page(text(28)), mtime=0),
        "page.html.bz2": bz2.compress(page(text(29))),
        "page.html.xz": lzma.compress(page(text(30))),
    }
