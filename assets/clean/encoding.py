"""Bytes become text: byte order mark, UTF-16 and UTF-32, UTF-8, what was declared, detection.

Mending text that was decoded wrongly before it came is `mojibake`.
"""

import codecs
import re
import unicodedata
from collections import Counter

from assets.ingest.wide import wide_encoding

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "iso8859-9": "cp1254"}
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_.-]+)""", re.IGNORECASE
)
SEVEN_BITS = (  # which UTF-8 would take for ASCII: Japanese, Korean and Chinese mail
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"\x1b\$[@B]"), "iso2022_jp"),
    (re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){2,}~\}"), "hz"),
)
# ASCII, and …‘’“”•–—©«®», which all Windows code pages have in one place: whichever it was, it reads the same, and need not
# be detected.
WINDOWS_MARKS = bytes([*range(0x80), 0x85, *range(0x91, 0x98), 0xA9, 0xAB, 0xAE, 0xBB])
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")
MIN_CONTROL_SHARE = 0.1  # control bytes of UTF-16 that would be UTF-8 as well: the half of each alphabetic character
MIN_CONFIDENCE = 0.1  # chardet 7 gives 0.2 to right answers on a paragraph of French; the words decide after it
MAX_STRAY_SHARE = 0.01  # stray bytes among the characters of a text that is UTF-8 all the same
MIN_VALID = 3  # multi-byte characters of UTF-8 for each stray byte
SAMPLE = 20_000
DETECTION_SAMPLE = 60_000  # bytes; detection is slow, and no surer with more
WORD = re.compile(r"[^\W\d_]+")
SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that could be told."""


def decode(content: bytes, is_html: bool = False, declared: str | None = None) -> tuple[str, str, int]:
    """Text, the encoding it was in, and how many undecodable bytes were replaced by U+FFFD.

    `declared` is the charset that a header or a sidecar names. It is believed before a page's own declaration, but
    neither before bytes that are UTF-8: servers declare more than they know.

    Raises
    ------
    UndecodableError
        If no encoding yields plausible text: better refused than filled with garbage.
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            text = _strict(content, name)
            if text is None and name != "utf-8-sig":  # the last character may be cut
                text = _strict(content[: len(content) // 4 * 4 if name == "utf-32" else len(content) // 2 * 2], name)
            if text is not None and _is_plausible(text):
                return text, name, 0
            if name == "utf-8-sig" and (mostly := _mostly_utf8(content[len(mark) :])):
                return mostly
            raise UndecodableError(f"undecodable: a byte order mark says {name}, the bytes do not hold to it")
    if CONTROL.search(content) and (wide := _wide(content)):
        return wide
    for sign, name in SEVEN_BITS if b"\x1b$" in content or b"~{" in content else ():
        if sign.search(content) and (text := _strict(content, name)) is not None:
            return text, name, 0
    text = _strict(content, "utf-8")
    if text is not None:  # random bytes hardly ever are UTF-8: no need to look at the words
        return text, "utf-8", 0
    named = [known for name in (declared, _declared(content) if is_html else None) if name and (known := _known(name))]
    for name in named:
        text = _strict(content, name)
        if text is not None and _is_plausible(text):
            return text, name, 0
    mostly = _mostly_utf8(content)
    if mostly:
        return mostly
    if not content.translate(None, WINDOWS_MARKS) and _is_plausible(western := content.decode("cp1252")):
        return western, "cp1252", 0
    for name in _detected(content):
        text = _strict(content, name)
        if text is not None and _is_plausible(text):
            return text, name, 0
    for name in [*named, *_detected(content)]:  # a few bytes are spoilt
        text = content.decode(name, "replace")
        replaced = text.count("\ufffd")
        if replaced <= 1 + len(text) * MAX_STRAY_SHARE and _is_plausible(text):
            return text, name, replaced
    raise UndecodableError("undecodable: no known encoding makes text of these bytes")


def misread(text: str) -> str | None:
    """Text of a non-Latin script that was read as a Western code page, read right; null where it is none.

    The number of lines stays the same.
    """
    content = _bytes_of(text)
    if content is None:
        return None
    for name in _detected(content):
        decoded = _strict(content, name)
        if decoded is None or not _is_plausible(decoded) or decoded.count("\n") != text.count("\n"):
            continue
        letters = WORD.findall(decoded)
        if sum(map(len, letters)) > 3 * len(LATIN_LETTER.findall(decoded)):
            return decoded
    return None


def _bytes_of(text: str) -> bytes | None:
    out = bytearray()
    for character in text:
        try:
            out += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return None
            out.append(ord(character))
    return bytes(out)


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return None


def _known(name: str) -> str | None:
    """Python's name of an encoding, or of the larger one that is meant by it; null for one it has not, and for no text encoding."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not codec._is_text_encoding or codec.name in ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"):
        return None
    return SUPERSETS.get(codec.name, codec.name)


def _declared(content: bytes) -> str | None:
    found = DECLARED.search(content[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _wide(content: bytes) -> tuple[str, str, int] | None:
    """UTF-32 or UTF-16 without a mark."""
    sample = content[: 4 * SAMPLE]
    if len(CONTROL.findall(sample)) < MIN_CONTROL_SHARE * len(sample) and _strict(content, "utf-8") is not None:
        return None
    name = wide_encoding(content)
    if name is None:
        return None
    size = 4 if "32" in name else 2
    text = _strict(content[: len(content) // size * size], name)
    return (text, name, 0) if text is not None and _is_plausible(text) else None


def _mostly_utf8(content: bytes) -> tuple[str, str, int] | None:
    """UTF-8 with stray bytes: one of code page 1252 pasted in is read as that; what was cut in the middle is replaced and counted."""
    text = content.decode("utf-8", "replace")
    spoilt = text.count("\ufffd") - content.count("\ufffd".encode())
    valid = sum(1 for character in text if character > "\x7f") - text.count("\ufffd")
    if spoilt > 1 + len(text) * MAX_STRAY_SHARE or valid < MIN_VALID * spoilt:
        return None
    text = content.decode("utf-8", "western_strays")
    return text, "utf-8", text.count("\ufffd") - content.count("\ufffd".encode())


def _western_strays(problem: UnicodeError) -> tuple[str, int]:
    assert isinstance(problem, UnicodeDecodeError)
    stray = problem.object[problem.start : problem.end]
    if len(stray) == 1 and problem.end < len(problem.object):
        return stray.decode("cp1252", "replace"), problem.end
    return "\ufffd", problem.end


codecs.register_error("western_strays", _western_strays)


def _detected(content: bytes) -> list[str]:
    import chardet  # costs a tenth of a second, and almost all text is UTF-8

    guess = chardet.detect(content[:DETECTION_SAMPLE])
    name, confidence = guess["encoding"], guess["confidence"] or 0.0
    names = [_known(name)] if name and confidence >= MIN_CONFIDENCE else []
    if _share_of_high_bytes(content) < 0.15:  # Western text: nine letters in ten are ASCII whatever the code page
        names.append("cp1252")
    return [name for name in names if name]


def _share_of_high_bytes(content: bytes) -> float:
    sample = content[:SAMPLE]
    return len(sample.translate(None, bytes(range(0x80)))) / max(1, len(sample))


def _is_plausible(text: str) -> bool:
    """Text reads like text: words of one script, divided by spaces, hardly any control or unassigned characters."""
    sample = text[:SAMPLE]
    if sample.isascii():
        return True
    size = len(sample)
    garbage = sum(count for character, count in Counter(sample).items() if _is_garbage(character))
    # C1 controls below that share are cp1252 quotation marks in disguise: mojibake mends them
    if garbage > size * 0.03:
        return False
    words = WORD.findall(sample)
    if not words:
        return False
    if len(SPACELESS.findall(sample)) > size * 0.3:
        return True
    odd = sum(count for word, count in Counter(words).items() if _is_odd(word))
    return odd <= len(words) * 0.15 + 1 and sum(map(len, words)) / len(words) < 25


def _is_garbage(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs") and character not in "\t\n\r\x0b\x0c\x85"


def _is_odd(word: str) -> bool:
    """A word no orthography writes: scripts mixed, or a capital after a small letter and more than once."""
    if word.isascii() and (word.islower() or word.istitle()):
        return False
    scripts = {unicodedata.name(character, "?").partition(" ")[0] for character in word}
    scripts -= {"MODIFIER", "COMBINING", "FEMININE", "MASCULINE", "MICRO"}
    return len(scripts) > 1 or len(re.findall(r"(?<=[^\W\d_A-Z])[A-ZÀ-Þ]", word)) > 1
