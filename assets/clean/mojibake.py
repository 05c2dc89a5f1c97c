"""Text that was decoded wrongly somewhere on its way is mended; spaces and line ends made uniform. Words stay as written.

Decoding bytes does not belong here (`encoding`), nor mojibake of which bytes are missing (`lost_bytes`). Quotation marks
are kept as they stand: straightening them would break quotations. Each line is mended by itself, for texts are pasted together.
"""

import html
import re
import unicodedata
from collections import Counter

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import badness

from assets.clean import encoding, lost_bytes

CONFIG = TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, explain=False)

# 'Ã¨' (an è, misread) after compatibility normalisation: the diaeresis has become a space and a combining mark.
SPACING_MARKS = {"\u0308": "¨", "\u0304": "¯", "\u0301": "´", "\u0327": "¸"}
DECOMPOSED = re.compile(r"([ÃÂÅÄ]) ([\u0308\u0304\u0301\u0327])")
# Likewise of a doubly misread ú or ê ('Ã\x83Âº'): the ordinal mark has become a letter.
ORDINAL_MARKS = {"a": "ª", "o": "º"}
LOWERED = re.compile(r"(?<=Ã[\x83ƒ]Â)[ao](?=[^\W\d_])")
SUSPICIOUS = re.compile(r"[^\x00-\x7f‘’“”–—…•é]")
NON_ASCII = re.compile(r"[^\x00-\x7f]+")

# Words of nothing but accented letters: a code page of another script, read as Western. No orthography writes them.
ACCENTED_WORD = re.compile(r"[À-ÿ](?<![^\W\d_].)[À-ÿ]{2,}(?![^\W\d_])")
ACCENTED = re.compile(r"[À-ÿ]")
LETTER = re.compile(r"[^\W\d_]")
MIN_ACCENTED_WORDS = 3
MIN_ACCENTED_SHARE = 0.6  # of a line's letters
# Cyrillic read in the wrong Cyrillic code page: KOI8-R and code page 1251 hold small and capital letters the other way round.
INVERTED_WORD = re.compile(r"[а-яё](?<![^\W\d_].)[А-ЯЁ]{2,}(?![^\W\d_])")
CYRILLIC_WORD = re.compile(r"[А-яЁё]{3,}")
INVERTED = (("cp1251", "koi8-r"), ("koi8-r", "cp1251"))
COMMON_CYRILLIC = re.compile(r"[оеаинтОЕАИНТ]")  # more than half of the letters in every Slavic language written with it

ENTITY = re.compile(r"&(?:amp;)*(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});")
LINE_END_CHARACTERS = r"\r\x0b\x0c\x85\u2028\u2029"
SPACE_CHARACTERS = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE_CHARACTERS = r"\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f"
LINE_ENDS = re.compile(rf"\r\n|[{LINE_END_CHARACTERS}]")
SPACES = re.compile(f"[{SPACE_CHARACTERS}]")
INVISIBLE = re.compile(f"[{INVISIBLE_CHARACTERS}]")
UNEVEN = re.compile(f"[{LINE_END_CHARACTERS}{SPACE_CHARACTERS}{INVISIBLE_CHARACTERS}]")


def mend(text: str) -> tuple[str, Counter[str]]:
    """The text with its mojibake mended, and what was done: `mojibake` (sequences restored), `lost_characters` (U+FFFD set)."""
    repairs: Counter[str] = Counter()
    if not unicodedata.is_normalized("NFC", text):  # 'Ã' may have come as two characters
        text = unicodedata.normalize("NFC", text)
    is_suspicious = _is_suspicious(text)
    if is_suspicious or "?" in text:
        lines = text.split("\n")
        if is_suspicious:
            _other_code_page(text, lines, repairs)
            lines = [_mend_line(line, repairs) if _is_suspicious(line) else line for line in lines]
        is_spoilt = repairs["mojibake"] > 0
        text = "\n".join(lost_bytes.restore(line, repairs, is_spoilt) if "?" in line or _is_suspicious(line) else line for line in lines)
    return _normalize(text), +repairs


def unescape(text: str) -> tuple[str, int]:
    """The text with HTML's character references read ('&amp;quot;' too), and how many there were; not for HTML itself."""
    if "&" not in text:
        return text, 0
    count = 0

    def read(match: re.Match[str]) -> str:
        nonlocal count
        reference = f"&{match[0][1:-1].rpartition(';')[2]};"  # of "&amp;amp;quot;" the last
        character = html.unescape(reference)
        if character == reference and reference != "&":  # "&amp;" is read as "&"
            return match[0]
        count += 1
        return character

    return SPACES.sub(" ", ENTITY.sub(read, text)), count


def _is_suspicious(text: str) -> bool:
    return not text.isascii() and SUSPICIOUS.search(text) is not None


def _mend_line(line: str, repairs: Counter[str]) -> str:
    whole = lost_bytes.complete(line)
    if not badness(whole):
        return _counted(line, whole, repairs)
    composed = DECOMPOSED.sub(lambda match: match[1] + SPACING_MARKS[match[2]], whole)
    fixed = fix_encoding(LOWERED.sub(lambda match: ORDINAL_MARKS[match[0]], composed), CONFIG)
    if badness(fixed) * 2 > badness(whole):  # hardly better: leave it as it came
        fixed = whole
    return _counted(line, fixed, repairs)


def _counted(line: str, fixed: str, repairs: Counter[str]) -> str:
    if fixed != line:
        before, after = Counter(NON_ASCII.findall(line)), Counter(NON_ASCII.findall(fixed))
        repairs["mojibake"] += max(1, sum((before - after).values()))
    return fixed


def _other_code_page(text: str, lines: list[str], repairs: Counter[str]) -> None:
    """Lines of another script read as a Western code page ('Ïðèâåò'), or of Cyrillic in the wrong one ('рТЙЧЕФ'), decoded anew."""
    spoilt = [number for number, line in enumerate(lines) if _is_western_misreading(line)] if ACCENTED_WORD.search(text) else []
    if spoilt and (found := encoding.misread("\n".join(lines[number] for number in spoilt))):
        for number, line in zip(spoilt, found.split("\n"), strict=True):
            repairs["mojibake"] += len(NON_ASCII.findall(lines[number]))
            lines[number] = line
    for number, line in enumerate(lines) if INVERTED_WORD.search(text) else ():
        inverted = INVERTED_WORD.findall(line)
        if len(inverted) >= MIN_ACCENTED_WORDS and 2 * len(inverted) >= len(CYRILLIC_WORD.findall(line)):
            for wrong, right in INVERTED:
                decoded = line.encode(wrong, "replace").decode(right)
                if len(COMMON_CYRILLIC.findall(decoded)) > 0.4 * len(LETTER.findall(decoded)) and not INVERTED_WORD.search(decoded):
                    repairs["mojibake"] += len(inverted)
                    lines[number] = decoded
                    break


def _is_western_misreading(line: str) -> bool:
    return len(ACCENTED_WORD.findall(line)) >= MIN_ACCENTED_WORDS and len(ACCENTED.findall(line)) >= MIN_ACCENTED_SHARE * len(
        LETTER.findall(line)
    )


def _normalize(text: str) -> str:
    is_even = not UNEVEN.search(text)
    if not is_even:
        text = SPACES.sub(" ", LINE_ENDS.sub("\n", text))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text if is_even else INVISIBLE.sub("", text)
