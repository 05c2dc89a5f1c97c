"""Mojibake that lost bytes on its way ('âThawâ', 'itâ??s', 'don?t'): what can be told is restored, the rest becomes U+FFFD.

UTF-8 read as a code page of one byte a character leaves characters between U+0080 and U+009F that no program shows and
many drop, or turn into '?' or U+FFFD. Mojibake that is whole is ftfy's work (see `mojibake`). Nothing is guessed: a letter
of which sixteen are possible is marked as lost, for a name restored by guess would be an invented one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

LOST = "\ufffd"
# Before ftfy looks. 'â€' opens several marks; where none of their last bytes follows, it was 9D, which code page 1252 does
# not define: a closing quotation mark (98, which 1250 does not, before a word). 'ΓÇÖ' and '├⌐' are UTF-8 read as code page 437.
HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u009f\u00a0-\u00bf"  # what code page 1252 makes of a continuation byte
UNCLOSED = re.compile(rf"(â€|Ã¢â‚¬Â)(?:[?{LOST}]|(?![{HIGH}śťźşľŚŤŹ]))(?![A-Za-z])")
UNOPENED = re.compile(r"(?<!\S)â€(?=[A-Za-z])")
DOS = re.compile("ΓÇ[ÖÿÜ£¥ôöªó]|Γé¼|[├┼─┬][^\x00-\x7f ]")

# A curly quotation mark or dash is three bytes; 'â' is all that is left of it. Words are told from it by what stands around.
HOLLOW = re.compile(rf"â(?:\?\?|{LOST}{{2}})|{LOST}{{3}}|(?<=â)[?{LOST}](?=[¦¬²³¹º])")
CONTRACTED = r"(?:do|does|did|is|was|were|are|have|has|had|ca|wo|would|could|should|must|need)n"
PRONOUN = r"you|we|they|he|she|it|who|that|there|what"
FRENCH = r"(?:g[eé]e?s?|mes?|pres?|nes?|cres?|tres?)\b"  # âge, âme, âpre, âne, âcre, âtre
M = f"[â{LOST}]"
START = "(?<![A-Za-z])"
RULES: tuple[tuple[re.Pattern[str], str, int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE if insensitive else 0), become, marks)
    for pattern, become, marks, insensitive in (
        (r"â¦", "…", 1, False),
        (r"â¬(?=\s?\d)|(?<=\d)(?:(?<= )| ?)â¬", "€", 1, False),
        (r"â²", "′", 1, False),
        (r"â³", "″", 1, False),
        (r"^(\s*)â¢(?=\s)", r"\1•", 1, False),
        (rf"(?<=[a-z]{{2}}){M}(?=s\b)|(?<=\d){M}(?=s\b)", "’", 1, True),
        (rf"{START}({CONTRACTED}){M}(?=t\b)", r"\1’", 1, True),
        (rf"{START}(I){M}(?=(?:m|ve|ll|d)\b)|{START}({PRONOUN}){M}(?=(?:re|ve|ll|d)\b)", r"\1\2’", 1, True),
        (rf"{START}(O|[LlDd]|[Qq]u){M}(?=[A-ZÀ-Ý])", r"\1’", 1, False),
        (rf"(?<=\d){M}(?=\d)", "–", 1, False),
        (rf"(?<=[^\W_]) {M} (?=[^\W_])|(?<=[,.)]) {M} (?=[^\W_])", " – ", 1, False),
        (rf"(?<![^\W_])â(?!{FRENCH})(?=[^\s\W]|\[)([^â\n]{{1,300}}(?<![\s(]))â(?![^\W_])", r"“\1”", 2, False),
        (rf"(?<!\w){LOST}(?=\w)([^{LOST}\n]{{1,300}}(?<![\s(])){LOST}(?!\w)", r"“\1”", 2, False),
        (rf"(?<=[”’]) {M} (?=[“\w])", " – ", 1, False),
        (rf"(?<![^\s(]){M}(?=[A-Z][^A-Z])", "“", 1, False),
        (rf"(?<=[.,!?…]){M}(?=\s|$|[.,;])", "”", 1, False),
    )
)
# Only where other mojibake was found: 'â' could be a letter here ('lâche', 'tâche').
AMBIGUOUS = re.compile(
    rf"(?<=[a-z]s){M}(?= [a-z])|(?<![^\W\d_]{{3}})(?<=\b[LlDdJjNnMmTtSsCc])â(?!ch|l[eé]s?\b|t|ne)(?=[a-zà-ÿ])|(?<=[Qq]u)â(?=[a-zà-ÿ])"
)
NO_BREAK = re.compile(r"(?<![^\W\d_])Â(?=\s|$)|(?<=[.,;:!?”\"’)])Â(?=\s)|(?<=\s)Â(?=[£¥§©®°«»]|\d)")
ASKED = re.compile(
    rf"\b(?:[A-Za-z]{{2,}}\?(?=s [a-z])|{CONTRACTED}\?(?=t\b)|I\?(?=(?:m|ve|ll)\b)|(?:{PRONOUN})\?(?=(?:re|ve|ll)\b))", re.IGNORECASE
)

SHARP_S = re.compile(r"(?<=[a-zäöü])Ã(?=[a-zäöü])")
CERTAIN_LETTER = re.compile(r"Ã[¡-¿](?=[a-zß-ÿ])|(?<=[a-z])Ã[¡-¿]")  # one name in a long line: ftfy finds too little to judge by
WHOLE_LETTER = re.compile(rf"[ÂÃÄÅ][{HIGH}]")
LETTER = re.compile(r"(?<=[^\W\d_])[ÅÄÃ]\??(?=[a-zß-ÿ]|\b)|\bÃ\??(?=[a-z]{2})|\b[ÅÄ]\?(?=[a-zß-ÿ])|(?<=[dlDL]’)Ã(?=[a-z])")
NON_LATIN_LEAD = re.compile(r"[ÐÑØÙ×ÎÏäåæçèé]")
SEQUENCE = re.compile(r"[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}")
ORPHAN_LEAD = re.compile(rf"[\u00c2-\u00f4][\u0080-\u00bf]*[?{LOST}]*")
NON_LATIN = re.compile(r"[\u0370-\u06ff\u0900-\u0e7f\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
MIN_LETTERS = 3


def complete(line: str) -> str:
    """The line with those marks made whole whose lost byte is certain; called before ftfy mends the line."""
    if "â" in line:
        line = UNOPENED.sub("â€\x98", UNCLOSED.sub(lambda match: match[1] + "\x9d", line))
    if "Γ" in line or "├" in line:
        line = DOS.sub(lambda match: _decoded(match[0], "cp437"), line)
    return line


def restore(line: str, repairs: Counter[str], is_spoilt: bool) -> str:
    """The line with what is left of quotation marks, apostrophes, dashes and letters restored, or marked as lost.

    `repairs` counts `mojibake` (restored) and `lost_characters` (marked). `is_spoilt` says that other mojibake was found
    in the document: then a mark that could be a letter is none.
    """
    before = repairs["mojibake"]
    if "â" in line or LOST in line:
        line = HOLLOW.sub(lambda match: LOST if match[0] == LOST * 3 else match[0][:1].strip(f"?{LOST}"), line)
        for pattern, become, marks in RULES:
            line, count = pattern.subn(become, line)
            repairs["mojibake"] += marks * count
    if "Â" in line:
        line = _counted(NO_BREAK, "", line, repairs)
    is_spoilt = is_spoilt or repairs["mojibake"] > before
    if is_spoilt and ("â" in line or LOST in line):
        line = _counted(AMBIGUOUS, "’", line, repairs)
    if "?" in line:
        line = _counted(ASKED, lambda match: f"{match[0][:-1]}’", line, repairs)
    if NON_LATIN_LEAD.search(line):
        line = _non_latin(line, repairs)
    return _latin(line, repairs, is_spoilt) if "Ã" in line or "Å" in line or "Ä" in line else line


def _counted(pattern: re.Pattern[str], become: str | Callable[[re.Match[str]], str], line: str, repairs: Counter[str]) -> str:
    line, count = pattern.subn(become, line)
    repairs["mojibake"] += count
    return line


def _latin(line: str, repairs: Counter[str], is_spoilt: bool) -> str:
    """Latin letters of which only the first byte is left: inside 'GroÃe' it can only be ß, elsewhere it is lost."""
    if is_spoilt:
        line = _counted(WHOLE_LETTER, lambda match: _decoded(match[0], "cp1252"), line, repairs)
    line = _counted(CERTAIN_LETTER, lambda match: _decoded(match[0], "cp1252"), line, repairs)
    line = _counted(SHARP_S, "ß", line, repairs)

    def lost(match: re.Match[str]) -> str:
        start, end = match.span()
        while start and line[start - 1].isalpha():
            start -= 1
        while end < len(line) and line[end].isalpha():
            end += 1
        if line[start:end].isupper():  # NÃO
            return match[0]
        repairs["lost_characters"] += 1
        return LOST

    return LETTER.sub(lost, line)


def _non_latin(line: str, repairs: Counter[str]) -> str:
    """Cyrillic, Greek, Arabic, Hebrew or CJK text: sequences that are whole are decoded, orphaned first bytes marked as lost."""
    decoded = SEQUENCE.sub(lambda match: _character(match[0]), line)
    letters = len(NON_LATIN.findall(decoded))
    if letters < MIN_LETTERS:
        return line
    marked, lost = ORPHAN_LEAD.subn(LOST, decoded)
    latin = sum(character.isascii() and character.isalpha() for character in line)
    if (decoded == line and not lost) or letters + lost < latin or lost > 4 * letters:  # too little to judge by
        return line
    repairs["mojibake"] += len(SEQUENCE.findall(line)) > 0
    repairs["lost_characters"] += lost
    return marked


def _character(sequence: str) -> str:
    character = _decoded(sequence, "latin-1")
    return character if unicodedata.category(character[0])[0] in "LPNSZM" else sequence


def _decoded(misread: str, code_page: str) -> str:
    try:
        return misread.encode(code_page).decode("utf-8")
    except UnicodeError:
        return misread
