"""UTF-16 and UTF-32 without a byte order mark: told by what a reading makes of the bytes. Other encodings are clean's to find."""

import codecs
import re
from collections import Counter

SAMPLE = 80_000  # bytes
MIN_WIDE = 16  # bytes: less is too little to tell by
ANCHORS = re.compile(r"[ \n.,\u3001\u3002\uff0c\u060c]")  # space, line end, stop, comma: unlikely pairs of bytes in other encodings
MIN_ANCHORS = 0.01  # share of the characters
MIN_OF_SCRIPT = 0.7  # share of the characters in one block of 128: scripts that need no spaces
UNLIKELY = re.compile("[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ue000-\uf8ff\ufffe\uffff]")
MAX_UNLIKELY = 0.02  # share of the characters
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


def wide_encoding(content: bytes) -> str | None:
    """The reading in which most spaces, line ends, full stops and commas appear, or nothing but one script; null where none does."""
    sample = content[:SAMPLE]
    if len(sample) < MIN_WIDE:
        return None
    best: tuple[int, str] | None = None
    for name in WIDE:
        try:
            text = codecs.getincrementaldecoder(name)().decode(sample)  # the last character may be cut
        except UnicodeError:
            continue
        signs = _signs(text)
        if signs and (best is None or signs > best[0]):
            best = (signs, name)
    return best[1] if best else None


def _signs(text: str) -> int:
    """How many characters speak for a reading; 0 if it is none."""
    if len(UNLIKELY.findall(text)) > MAX_UNLIKELY * len(text):
        return 0
    anchors = len(ANCHORS.findall(text))
    if anchors > MIN_ANCHORS * len(text):
        return anchors
    block, most = Counter(ord(character) >> 7 for character in text).most_common(1)[0] if text else (0, 0)
    return most if block and most >= MIN_OF_SCRIPT * len(text) else 0
