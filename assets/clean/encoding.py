"""Bytes become text: byte order mark, declared charset, UTF-8, detection. Mending wrongly decoded text is mojibake's room."""

import codecs
import re
import unicodedata

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "iso8859-9": "cp1254"}
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_.-]+)""", re.IGNORECASE
)
ESCAPES = re.compile(rb"\x1b(?:\$[@B]|\$\)C)")  # Japanese and Korean mail: seven bits, which UTF-8 would take for ASCII
MIN_CONFIDENCE = 0.1  # chardet 7 gives 0.2 to right answers on a paragraph of French; the words decide after it
MAX_STRAY_SHARE = 0.002  # undecodable bytes among the multi-byte characters of a text that is UTF-8 all the same
SAMPLE = 20_000
WORD = re.compile(r"[^\W\d_]+")
SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that could be told."""


def decode(content: bytes, is_html: bool = False) -> tuple[str, str, int]:
    """Text, the encoding it was in, and how many undecodable bytes were replaced by U+FFFD.

    Raises
    ------
    UndecodableError
        If no encoding yields plausible text: better refused than filled with garbage.
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            text = _strict(content, name)
            if text is not None and _is_plausible(text):
                return text, name, 0
            raise UndecodableError(f"undecodable: a byte order mark says {name}, the bytes do not hold to it")
    text = None if ESCAPES.search(content) else _strict(content, "utf-8")
    if text is not None:  # random bytes hardly ever are UTF-8: no need to look at the words
        return text, "utf-8", 0
    declared = _declared(content) if is_html else None
    text = _strict(content, declared) if declared else None
    if declared and text is not None and _is_plausible(text):
        return text, declared, 0
    mostly = None if ESCAPES.search(content) else _mostly_utf8(content)
    if mostly:
        return mostly
    for name in _detected(content):
        text = _strict(content, name)
        if text is not None and _is_plausible(text):
            return text, name, 0
    raise UndecodableError("undecodable: no known encoding makes text of these bytes")


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(content: bytes) -> str | None:
    found = DECLARED.search(content[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    return SUPERSETS.get(name, name)


def _mostly_utf8(content: bytes) -> tuple[str, str, int] | None:
    """UTF-8 with a few spoilt bytes (cut in the middle, a stray byte): replaced and counted."""
    text = content.decode("utf-8", errors="replace")
    spoilt = text.count("�") - content.count("�".encode())
    multibyte = sum(1 for character in text if character > "\x7f") - text.count("�")
    if spoilt <= max(1, multibyte // 10) and multibyte >= 10 * spoilt and spoilt <= 1 + len(text) * MAX_STRAY_SHARE:
        return text, "utf-8", spoilt
    return None


def _detected(content: bytes) -> list[str]:
    import chardet  # costs a tenth of a second, and almost all text is UTF-8

    if ESCAPES.search(content):
        return ["iso2022_jp", "iso2022_kr"]
    guess = chardet.detect(content)
    name, confidence = guess["encoding"], guess["confidence"] or 0.0
    names = []
    if name and confidence >= MIN_CONFIDENCE:
        try:
            canonical = codecs.lookup(name).name
        except LookupError:
            canonical = ""
        names.append(SUPERSETS.get(canonical, canonical))
    if _share_of_high_bytes(content) < 0.15:  # Western text: nine letters in ten are ASCII whatever the code page
        names.append("cp1252")
    return [name for name in names if name]


def _share_of_high_bytes(content: bytes) -> float:
    return sum(byte > 0x7F for byte in content[:SAMPLE]) / max(1, len(content[:SAMPLE]))


def _is_plausible(text: str) -> bool:
    """Text reads like text: words of one script, divided by spaces, hardly any control or unassigned characters."""
    sample = text[:SAMPLE]
    if sample.isascii():
        return True
    size = len(sample)
    garbage = sum(
        unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs") and character not in "\t\n\r\x0b\x0c\x85" for character in sample
    )
    # C1 controls below that share are cp1252 quotation marks in disguise: mojibake mends them
    if garbage > size * 0.03:
        return False
    words = WORD.findall(sample)
    if not words:
        return False
    if len(SPACELESS.findall(sample)) > size * 0.3:
        return True
    odd = sum(_is_odd(word) for word in words)
    return odd <= len(words) * 0.15 + 1 and sum(map(len, words)) / len(words) < 25


def _is_odd(word: str) -> bool:
    """A word no orthography writes: scripts mixed, or a capital after a small letter and more than once."""
    scripts = {unicodedata.name(character, "?").partition(" ")[0] for character in word}
    scripts -= {"MODIFIER", "COMBINING", "FEMININE", "MASCULINE", "MICRO"}
    return len(scripts) > 1 or len(re.findall(r"(?<=[^\W\d_A-Z])[A-ZÀ-Þ]", word)) > 1
