"""Ids derived from content. Never from row numbers, the clock or the order of arrival: same input, same rows."""

import hashlib
import re

from anyascii import anyascii

ID_LENGTH = 16


def bytes_id(content: bytes) -> str:
    """Id of a document: the first 16 hex digits of the SHA-256 of its bytes."""
    return hashlib.sha256(content).hexdigest()[:ID_LENGTH]


def content_id(*parts: object) -> str:
    """Id of a row, from the values that make it what it is (document, offsets, kind). Order matters."""
    return bytes_id("\x1f".join(["" if part is None else str(part) for part in parts]).encode())


def slug(name: str) -> str:
    """Readable id of a name: 'Emmanuel Macron' → 'emmanuel-macron', 'Сергей Лавров' → 'sergey-lavrov'."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
