"""Mails and boxes of mails, as newsletters and lists come: the best readable part is the document, the headers speak of it.

Attachments are no documents here. Saved web pages (`.mht`) are mails too.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from assets.ingest.kinds import MAILBOX_OPENING
from assets.ingest.sources import Document, RefusedError, Source

MAIL_BYTES = 50_000_000  # of a mail, pictures and attachments included
ENOUGH_WORDS = 40  # fewer in plain text say "see this mail in your browser", where there is an HTML part too
PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s*:\s*)+", re.IGNORECASE)


def mail(source: Source) -> Iterator[Document]:
    content = source.stream.read(MAIL_BYTES + 1)
    if len(content) > MAIL_BYTES:
        raise RefusedError(f"too large: a mail of more than {MAIL_BYTES:,} bytes")
    yield _document(source, content, "")


def mailbox(source: Source) -> Iterator[Document]:
    """The mails of an mbox file, one after the other; a mail too large is refused alone."""
    number, size, after_blank = 0, 0, True
    lines: list[bytes] = []
    while True:
        line = source.stream.readline(1 << 20)
        if not line or (after_blank and line.startswith(b"From ")) or MAILBOX_OPENING.match(line):
            if number and source.wanted(f"{source.uri}#{number}"):
                yield _of_box(source, lines, size, f"#{number}")
            number, size, lines = number + 1, 0, []
            if not line:
                break
        else:
            size += len(line)
            if size <= MAIL_BYTES:
                lines.append(line[1:] if line.startswith(b">From ") else line)
        after_blank = not line.strip()


def _of_box(source: Source, lines: list[bytes], size: int, address: str) -> Document:
    if size > MAIL_BYTES:
        return source.refused(f"too large: a mail of more than {MAIL_BYTES:,} bytes", address)
    try:
        return _document(source, b"".join(lines), address)
    except Exception as problem:  # the standard library's parser raises anything on mails made to break it
        return source.refused(f"a mail that cannot be read ({type(problem).__name__})", address)


def _document(source: Source, content: bytes, address: str) -> Document:
    message = email.message_from_bytes(content, policy=email.policy.default)
    part = _best_part(message)
    if part is None:
        return source.refused("a mail without a readable part", address)
    body = part.get_payload(decode=True)
    body = body if isinstance(body, bytes) else b""
    if part.get_content_subtype() == "plain" and str(part.get_param("format", "")).lower() == "flowed":
        body = _unflowed(body, str(part.get_param("delsp", "")).lower() == "yes")
    charset = part.get_content_charset()
    media_type = "html" if part.get_content_subtype() == "html" else "text"
    return source.document(body, media_type, address, _said(message) | ({"charset": charset} if charset else {}))


def _best_part(message: EmailMessage) -> EmailMessage | None:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    if plain is not None and html is not None and len(bytes(plain.get_payload(decode=True) or b"").split()) < ENOUGH_WORDS:
        return html  # type: ignore[return-value]
    best = plain if plain is not None else html
    if best is None and not message.is_multipart() and message.get_content_maintype() == "text":
        best = message
    return best  # type: ignore[return-value]


def _unflowed(body: bytes, joined: bool) -> bytes:
    """Paragraphs whole again (RFC 3676): a line that ends in a blank goes on in the next."""
    return re.sub(rb"(?<=[^\s-]) \r?\n(?=[^>\s])", b"" if joined else b" ", body)


def _said(message: EmailMessage) -> dict[str, str]:
    page = _header(message, "Snapshot-Content-Location")
    publisher, author = ("", "") if page else _senders(message)
    said = {
        "title": PREFIX.sub("", _header(message, "Subject")),
        "authors": author,
        "publisher": publisher,
        "published": _date(_header(message, "Date")),
        "url": page or _header(message, "Archived-At").strip("<>"),
        "language": _header(message, "Content-Language").partition(",")[0],
    }
    return {key: value for key, value in said.items() if value}


def _senders(message: EmailMessage) -> tuple[str, str]:
    """Publisher and author: a newsletter's sender publishes it, a person writes to a list or to somebody."""
    name, address = parseaddr(_header(message, "From"))
    sender, listed = name or address, parseaddr(_header(message, "List-Id"))
    if message.get("List-Post"):
        return listed[0] or listed[1], sender
    return (sender, "") if message.get("List-Id") or message.get("List-Unsubscribe") else ("", sender)


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name) or "")
    except Exception:  # a malformed header raises anything, and is as good as missing
        return ""
    return " ".join(value.encode("utf-8", "replace").decode().split())


def _date(text: str) -> str:
    try:
        return parsedate_to_datetime(text).isoformat() if text else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
