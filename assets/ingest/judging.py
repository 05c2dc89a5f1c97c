"""Why a document's bytes cannot be an article: too large, empty, no text, a record without text. Its words are not judged."""

from assets.ingest import records
from assets.ingest.wide import wide_encoding

EMPTY = "empty: no text in it"
HEAD = 1 << 16  # bytes looked at
FORMATS = {
    b"%PDF-": "a PDF", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"RIFF": "a picture or sound",
    b"OggS": "a sound", b"ID3": "a sound", b"\x00\x00\x00\x1cftyp": "a film", b"\x7fELF": "a program", b"MZ\x90": "a program",
    b"\xca\xfe\xba\xbe": "a program", b"\xcf\xfa\xed\xfe": "a program", b"7z\xbc\xaf": "a 7z archive", b"Rar!": "a RAR archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive", b"\xd0\xcf\x11\xe0": "an old Office document", b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a database", b"wOFF": "a font", b"wOF2": "a font",
    b"PK\x03\x04": "a zip archive", b"PK\x05\x06": "a zip archive", b"\x1f\x8b": "a gzip archive", b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive", b"PAR1": "a Parquet file",
}  # fmt: skip
BOMS = (b"\xff\xfe", b"\xfe\xff")
CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
MAX_CONTROL_SHARE = 0.02
BLANK = b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xfe\xff"


def too_large(size: int, max_bytes: int) -> str | None:
    return f"too large: {size:,} bytes, the limit is {max_bytes:,} (DEMARCHE_MAX_DOCUMENT_BYTES)" if size > max_bytes else None


def problem_of(content: bytes, media_type: str) -> str | None:
    """Why a document is refused, in words; null where nothing speaks against it."""
    if not content.strip(BLANK):
        return EMPTY
    if is_binary(content):
        return f"binary: {_format(content)}"
    if media_type == "json":
        try:
            records.parse(content)
        except ValueError as problem:
            return f"unreadable: {problem}"
    return None


def is_binary(content: bytes) -> bool:
    """By known signatures, by zero bytes or a share of control characters no text has, unless they are UTF-16 or UTF-32."""
    if content.startswith(tuple(FORMATS)):
        return True
    head = content[:HEAD]
    if head.startswith(BOMS):
        return False
    controls = len(head) - len(head.translate(None, CONTROL))
    return (b"\0" in head or controls > len(head) * MAX_CONTROL_SHARE) and wide_encoding(head) is None


def _format(content: bytes) -> str:
    name = next((name for signature, name in FORMATS.items() if content.startswith(signature)), None)
    return f"{name}, not a text file; convert it to text or HTML" if name else "not a text file"
