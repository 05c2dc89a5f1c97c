"""What kind of file bytes are: by what they begin with, and by their name only where that does not tell.

Reading them does not belong here.
"""

import json
import re
from pathlib import PurePosixPath

from assets.ingest.judging import is_binary

TEXT, HTML, JSON, JSON_LINES, TABLE, PARQUET, FEED = "text", "html", "json", "json lines", "table", "parquet", "feed"
WARC, MAIL, MAILBOX, ZIP, TAR, GZIP, BZIP2, XZ, XML = "warc", "mail", "mailbox", "zip", "tar", "gzip", "bzip2", "xz", "xml"

SUFFIXES = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT, "": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".json": JSON,
    ".jsonl": JSON_LINES, ".ndjson": JSON_LINES, ".csv": TABLE, ".tsv": TABLE, ".tab": TABLE, ".parquet": PARQUET, ".pq": PARQUET,
    ".rss": FEED, ".atom": FEED, ".rdf": FEED, ".xml": XML, ".warc": WARC, ".eml": MAIL, ".mht": MAIL, ".mhtml": MAIL, ".mbox": MAILBOX,
    ".zip": ZIP, ".tar": TAR, ".gz": GZIP, ".tgz": GZIP, ".bz2": BZIP2, ".tbz": BZIP2, ".tbz2": BZIP2, ".xz": XZ, ".txz": XZ,
}  # fmt: skip
SIGNATURES = {
    b"PK\x03\x04": ZIP, b"PK\x05\x06": ZIP, b"\x1f\x8b": GZIP, b"BZh": BZIP2, b"\xfd7zXZ\x00": XZ, b"PAR1": PARQUET, b"WARC/": WARC,
}  # fmt: skip
BINARY = {ZIP, TAR, GZIP, BZIP2, XZ, PARQUET}

PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE)
ROOT = re.compile(rb"<([\w.-]+:)?([\w.-]+)")
FEED_ROOTS = {b"rss", b"feed", b"rdf"}
HTML_OPENING = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
JSON_OPENING = re.compile(rb'\{\s*"[^"\\\n]{0,80}"\s*:|\[\s*\{\s*"')
MAIL_HEADER = re.compile(
    rb"^(?:Return-Path|Delivered-To|Received|Message-ID|MIME-Version|From|To|Subject|Date|DKIM-Signature):", re.I | re.M
)
MAILBOX_OPENING = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ")


def kind_of(head: bytes, name: str, declared: str | None = None) -> str:
    """The kind of a file that begins with `head` and is called `name`; `declared` is what its surroundings call it."""
    for signature, kind in SIGNATURES.items():
        if head.startswith(signature) and (kind != BZIP2 or head[4:10] in (b"1AY&SY", b"\x17rE8P\x90")):
            return kind
    if head[257:262] == b"ustar":
        return TAR
    by_name = declared or SUFFIXES.get(PurePosixPath(name.lower()).suffix)
    start = _as_ascii(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        return _marked_up(start, by_name)
    if JSON_OPENING.match(start) or (by_name in (JSON, JSON_LINES) and start[:1] in (b"{", b"[")):
        return _json(start, by_name)
    if by_name in (TEXT, None, MAIL, MAILBOX):
        return _letter(start, by_name) or TEXT
    if by_name in BINARY and not is_binary(head):
        return TEXT
    return TEXT if by_name is None or by_name in (FEED, XML, WARC) else by_name


def _as_ascii(head: bytes) -> bytes:
    """The head with its ASCII characters readable as such, were it UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode()
    return head


def _marked_up(start: bytes, by_name: str | None) -> str:
    prolog = PROLOG.match(start)
    root = ROOT.match(start, prolog.end() if prolog else 0)
    if root and root[2].lower() in FEED_ROOTS:
        return FEED
    if by_name == HTML or HTML_OPENING.search(start[:4096]):
        return HTML
    if start.startswith(b"<?xml") or by_name in (XML, FEED):
        return XML
    return by_name if by_name in (TEXT, JSON, JSON_LINES, TABLE) else TEXT


def _json(start: bytes, by_name: str | None) -> str:
    """An array in a file named for lines is one only where it does not end with its first line."""
    if by_name == JSON_LINES and start.startswith(b"["):
        try:
            json.loads(start.partition(b"\n")[0])
        except (ValueError, RecursionError):
            return JSON
    return JSON_LINES if by_name == JSON_LINES else JSON


def _letter(start: bytes, by_name: str | None) -> str | None:
    """A mail or a box of mails; without a name that says so, only what carries the marks of transport."""
    if by_name == MAILBOX or MAILBOX_OPENING.match(start):
        return MAILBOX
    if by_name == MAIL:
        return MAIL
    headers = {match[0].lower() for match in MAIL_HEADER.finditer(start.replace(b"\r\n", b"\n").partition(b"\n\n")[0])}
    carried = headers & {b"message-id:", b"mime-version:", b"received:", b"return-path:"}
    return MAIL if carried and len(headers) >= 3 and MAIL_HEADER.match(start) else None
