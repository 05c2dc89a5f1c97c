"""Text that was decoded wrongly somewhere on its way is mended; spaces and line ends made uniform. Words stay as written.

Decoding bytes does not belong here. Quotation marks are kept as they stand: straightening them would break quotations.
"""

import re
import unicodedata
from collections import Counter

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import badness

CONFIG = TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, explain=False)

# A curly quotation mark is three bytes in UTF-8; read as cp1252 and freed of its two control characters, 'â' is all
# that is left of it. A pair of orphans encloses words; 'château' and 'âge' have no such partner.
ORPHAN_PAIR = re.compile(
    r"(?<![^\W_])â(?!g[eé]e?s?\b|mes?\b|pres?\b|nes?\b|cres?\b|tres?\b)(?=[^\s\W]|\[)([^â\n]{1,300}(?<![\s(]))â(?![^\W_])"
)
ORPHAN_APOSTROPHE = re.compile(
    r"(?<=[A-Za-z]{2})â(?=s\b)|\b(?:(?:do|does|did|is|was|were|are|have|has|had|ca|wo|would|could|should|must|need)n|"
    r"I|you|we|they|he|she|it|who|that|there)(â)(?=(?:t|ve|re|ll|d|m|s)\b)",
    re.IGNORECASE,
)
ORPHAN_DASH = re.compile(r"(?<=[^\W_]) â (?=[^\W_])")
# 'Ã¨' (an è, misread) after compatibility normalisation: the diaeresis has become a space and a combining mark.
SPACING_MARKS = {"\u0308": "¨", "\u0304": "¯", "\u0301": "´", "\u0327": "¸"}
DECOMPOSED = re.compile(r"([ÃÂÅÄ]) ([\u0308\u0304\u0301\u0327])")
SUSPICIOUS = re.compile(r"[^\x00-\x7f‘’“”–—…•é]")
NON_ASCII = re.compile(r"[^\x00-\x7f]+")

LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")


def mend(text: str) -> tuple[str, Counter[str]]:
    """The text with its mojibake mended, and what was done: `mojibake` (sequences restored)."""
    repairs: Counter[str] = Counter()
    if not text.isascii():
        lines = text.split("\n")
        text = "\n".join(_mend_line(line, repairs) if SUSPICIOUS.search(line) else line for line in lines)
    return _normalize(text), repairs


def _mend_line(line: str, repairs: Counter[str]) -> str:
    fixed = line
    if badness(line):
        fixed = fix_encoding(DECOMPOSED.sub(lambda match: match[1] + SPACING_MARKS[match[2]], line), CONFIG)
        if badness(fixed) * 2 > badness(line):  # hardly better: leave it as it came
            fixed = line
    if fixed != line:
        before, after = Counter(NON_ASCII.findall(line)), Counter(NON_ASCII.findall(fixed))
        repairs["mojibake"] += max(1, sum((before - after).values()))
    if "â" in fixed:
        fixed, pairs = ORPHAN_PAIR.subn(r"“\1”", fixed)
        fixed, apostrophes = ORPHAN_APOSTROPHE.subn(lambda match: match[0].replace("â", "’"), fixed)
        fixed, dashes = ORPHAN_DASH.subn(" – ", fixed)
        if pairs + apostrophes + dashes:
            repairs["mojibake"] += 2 * pairs + apostrophes + dashes
    return fixed


def _normalize(text: str) -> str:
    text = LINE_ENDS.sub("\n", text)
    if not text.isascii():
        text = SPACES.sub(" ", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    return INVISIBLE.sub("", text)
