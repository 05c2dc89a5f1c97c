"""Who is credited below or before an article: agencies in credit lines and datelines. Authors belong to `head`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assets.clean.layout import is_prose
from assets.clean.line_patterns import LinePatterns
from assets.clean.paragraphs import Line

NAMES = r"(?P<names>[^.;()]{2,160}?)"
CREDITS = (  # those of reporters end an article
    rf"\W*with (?:additional |some )?(?:reporting|inputs?|files|material|information|contributions?|assistance|agencies|help)"
    rf"(?: (?:by|from) {NAMES})?\W*(?:;.*)?",
    rf"\W*(?:additional |further )?(?:reporting|writing|editing|compiled|translated|translation|research|production|graphics?)"
    rf"(?: (?:and|&) \w+)? by {NAMES}(?:;.*)?\W*",
    rf"\W*contributing\s?: ?{NAMES}\W*",
    rf"\W*{NAMES}(?: writers?| journalists?| reporters?)?(?: [A-Z][\w ,.'’-]+?)?"
    rf" contributed (?:reporting |to this (?:report|story|article)).{{0,80}}",
    rf"\W*this (?:report|story|article) (?:was|has been) (?:prepared|produced|compiled|written|filed)"
    rf" (?:by|with|from) {NAMES}\W*.{{0,80}}",
    r"\W*(?:sources?|agenc(?:y|ies)|via|credits?)\s?: ?(?P<names>[^.;()]{2,70}?)\W*",
    r"\W*\((?:agencies|ians|ani|xinhua|tass|afp|reuters|ap|dpa|kyodo|yonhap)\)\W*",
)  # fmt: skip
REPORTERS = 5  # credits of these numbers and below
LONGEST = 300  # characters
PATTERNS = LinePatterns(CREDITS, LONGEST)
DATELINE_AGENCY = re.compile(r"^[A-ZÀ-Þ][^().]{0,60}\((?P<names>[^()]{2,40})\) ?[—–:-]|^\((?P<alone>[A-Z][^()]{1,40})\) ?[—–-]{1,2} ")
AGENCY_WORD = re.compile(r"\b(?:news|press|agency|agencies|wire|presse|broadcasting|radio|service|times|post)\b", re.IGNORECASE)
ENDS_ARTICLE = 0.5  # a credit beyond this share of the words ends the article: what follows speaks of the outlet
MAX_AFTER = 0.5  # unless more than this share still follows
RESUMED = 3  # or so many paragraphs in a row: the reports of a live page are credited one by one


@dataclass(frozen=True)
class Credits:
    agencies: tuple[str, ...]
    lines: frozenset[int]  # the credit lines
    end: int  # the article ends before this line


def read(lines: Sequence[Line], kinds: Sequence[str | None], is_media: Callable[[str], bool]) -> Credits:
    """Agencies credited, in order of appearance, and where the credits end the article.

    `is_media` knows the codebook's agencies and outlets by name.
    """
    agencies: dict[str, None] = {}
    credit_lines: set[int] = set()
    counts = [0 if kind else line.text.count(" ") + 1 for line, kind in zip(lines, kinds, strict=True)]
    total, before, end = sum(counts), 0, len(lines)
    for number, line in enumerate(lines):
        if kinds[number] in (None, "caption", "metadata", "legal", "navigation") and (found := PATTERNS.match(line.text)):
            credit_lines.add(number)
            agencies |= dict.fromkeys(name for name in _names(found[1]) if _is_agency(name, is_media))
            is_last = before >= ENDS_ARTICLE * total and total - before <= MAX_AFTER * total
            if found[0] < REPORTERS and is_last and number < end and not _goes_on(lines, kinds, number + 1):
                end = number
        elif kinds[number] is None and (dateline := DATELINE_AGENCY.match(line.text)):
            name = dateline["names"] or dateline["alone"]
            agencies |= dict.fromkeys(part for part in re.split(r" ?[/,] ?", name) if _is_agency(part, is_media))
        before += counts[number]
    return Credits(tuple(agencies), frozenset(credit_lines), end)


def _goes_on(lines: Sequence[Line], kinds: Sequence[str | None], start: int) -> bool:
    """Whether paragraphs follow one another again as in an article."""
    run = 0
    for line, kind in zip(lines[start:], kinds[start:], strict=True):
        run = run + 1 if kind is None and is_prose(line.text, line.words) else 0
        if run == RESUMED:
            return True
    return False


def _names(match: re.Match[str]) -> list[str]:
    names = match.groupdict().get("names") or ""
    parts = (part.strip(" .") for part in re.split(r",| and | & |/", names))
    return [re.sub(r"^(?:the|from|by)\s+", "", part, flags=re.IGNORECASE) for part in parts if part]


def _is_agency(name: str, is_media: Callable[[str], bool]) -> bool:
    """Known to the codebook, an acronym, or called press, wire, agency; a person has two capitalised words and none of these."""
    return (
        is_media(name) or bool(re.fullmatch(r"[A-Z]{2,6}(?:-[A-Z]{2,6})?", name)) or (bool(AGENCY_WORD.search(name)) and name[:1].isupper())
    )
