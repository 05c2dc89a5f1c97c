"""What stands above an article: headline, byline, publisher, kicker. Date lines are read by `dates`, furniture by `boilerplate`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assets.clean.boilerplate import TURN, WORD, is_closed, is_prose
from assets.clean.bylines import AFTER_NAME, STAFF, spelled
from assets.clean.credit_lines import DATELINE_AGENCY
from assets.clean.paragraphs import LIST_ITEM, Line

MAX_TITLE_WORDS = 30
MAX_HEAD_LINES = 15
MAX_LABEL_WORDS = 5
NAME = r"(?:[A-ZÀ-ÞŠŽĐĆČŁŚŻİ][\w.'’-]*|de|da|di|del|della|van|von|der|den|bin|bint|al|el|la|le|ter|ten|dos|y)"
BYLINE = re.compile(
    r"^(?:(?:analysis|written|text|story|report|reported|words|opinion|review(?:ed)?|posted|published)\s+)?by:?\s+(.{2,200})$",
    re.IGNORECASE,
)
BYLINE_ALONE = re.compile(r"^(?:written |posted )?by:?$", re.IGNORECASE)
BYLINE_OF_STAFF = re.compile(
    r"^(?:from|by) (?:our|the|a) (?:own |foreign |staff |special )*"
    r"(?:correspondents?|reporters?|staff|bureau|desk|newsroom|editors?)\b.{0,80}$",
    re.IGNORECASE,
)
NAME_ONLY = re.compile(rf"^{NAME}(?: {NAME}){{1,4}}$")
NAMES_ONLY = re.compile(
    rf"^{NAME}(?: {NAME}){{1,3}}(?: in {NAME}(?: {NAME})?)?(?:(?:, | and | & ){NAME}(?: {NAME}){{1,3}}(?: in {NAME}(?: {NAME})?)?){{0,4}}$"
)
PLACE_ONLY = re.compile(rf"^(?:in )?{NAME}(?: {NAME})?(?:, {NAME})?$")
ORGANIZATION = re.compile(
    r"\b(?:news|press|agency|wire|service|radio|television|tv|times|post|institute|center|centre|foundation|council)\b", re.IGNORECASE
)
DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})/?$", re.IGNORECASE)
ADDRESS = re.compile(r"^https?://[^\s/]+/\S+$")
GENRE_MARK = (
    "analysis|opinion|op-?ed|oped|commentary|comment|editorial|perspective|explainer|interview|transcript|essay|view|fact ?check"
    "|exclusive|breaking"
)
TITLE_SUFFIX = re.compile(rf"\s+[–—|-]\s+(?P<mark>{GENRE_MARK})$", re.IGNORECASE)
TITLE_PREFIX = re.compile(
    r"^(?P<mark>analysis|opinion|op-?ed|commentary|editorial|explainer|interview|transcript)\s?[:|–—]\s+", re.IGNORECASE
)
SECTIONS = frozenset((
    "world", "politics", "news", "international", "business", "economy", "opinion", "analysis", "commentary", "europe", "asia",
    "africa", "americas", "russia", "ukraine", "china", "us", "u.s.", "usa", "uk", "middle", "east", "exclusive", "latest",
    "live", "video", "diplomacy", "security", "defence", "defense", "energy", "science", "technology", "culture", "sports",
    "home", "editorial", "transcript", "interview", "speech", "briefing", "speakers", "participants",
))  # fmt: skip


@dataclass
class Head:
    """What was found above the article; `lines` says which lines it took and what each was."""

    title: str | None = None
    title_line: int | None = None
    mark: str | None = None  # "analysis", "opinion" … as the headline or a kicker says
    authors: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    publisher: str | None = None
    domain: str | None = None
    url: str | None = None
    lines: dict[int, str] = field(default_factory=dict)


def read(
    lines: Sequence[Line],
    kinds: Sequence[str | None],
    is_date: Callable[[str], bool],
    is_media: Callable[[str], bool],
    given_title: str | None = None,
) -> Head:
    """Headline, bylines and publisher among the lines above the first paragraph.

    `given_title` is what metadata says; the line that repeats it is then the headline. `is_date` tells date lines,
    `is_media` names of outlets and agencies the codebook knows. Nothing is a headline if the text begins with prose.
    """
    head = Head()
    counts = [line.words for line in lines]
    front = _front(lines, kinds, counts, given_title)
    open_lines: list[int] = []
    for position, number in enumerate(front):
        text = lines[number].text
        if ADDRESS.match(text):
            head.url, head.lines[number] = text, "metadata"
        elif match := DOMAIN.match(text):
            head.domain, head.lines[number] = match[1].lower(), "metadata"
        elif names := _byline(text, lines[front[position - 1]].text if position else ""):
            _take_names(head, names, is_media)
            head.lines[number] = "byline"
        elif BYLINE_ALONE.match(text) or BYLINE_OF_STAFF.match(text):
            head.lines[number] = "byline"
        elif is_date(text):
            head.lines[number] = "date"
        else:
            open_lines.append(number)
    first = front[0] if front else len(lines)
    head.url = head.url or next((line.text for line in lines[: max(first, 1)] if ADDRESS.match(line.text)), None)
    _bare_bylines(head, lines, counts, open_lines, is_media)
    _choose_title(head, lines, counts, open_lines, given_title)
    _choose_publisher(head, lines, counts, open_lines, is_media)
    for number in open_lines:  # what is left above the article: sections and labels go, a standfirst and points listed stay
        is_point = head.title and number > (head.title_line or 0) and LIST_ITEM.match(lines[number].text)
        if number not in head.lines and counts[number] <= MAX_LABEL_WORDS and not is_point:
            head.mark = head.mark or _genre_mark(lines[number].text)
            head.lines[number] = "metadata"
    _late_bylines(head, lines, counts, kinds, front, is_media)
    return head


def clean_title(title: str) -> tuple[str, str | None]:
    """Headline without a label such as '– Analysis', and the label in lower case."""
    for pattern in (TITLE_SUFFIX, TITLE_PREFIX):
        match = pattern.search(title)
        if match:
            rest = (title[: match.start()] + title[match.end() :]).strip()
            if len(WORD.findall(rest)) >= 2:
                return rest, match["mark"].lower()
    return title.strip(), None


def _front(lines: Sequence[Line], kinds: Sequence[str | None], counts: list[int], given_title: str | None) -> list[int]:
    """Numbers of the open lines above the first paragraph of prose."""
    front: list[int] = []
    for number, line in enumerate(lines):
        if kinds[number] is not None:
            continue
        is_title = given_title is not None and _same(line.text, given_title)
        if not is_title and is_prose(line.text, counts[number]) and not _is_closed_headline(lines, kinds, counts, number, front):
            break
        front.append(number)
        if len(front) >= MAX_HEAD_LINES:
            break
    else:  # no prose at all: only a first line that is open, with something below it, can be a headline
        return front[:1] if len(front) > 1 and not is_closed(lines[front[0]].text) else []
    return front


def _is_closed_headline(lines: Sequence[Line], kinds: Sequence[str | None], counts: list[int], number: int, front: list[int]) -> bool:
    """A headline with a full stop: first of all lines, most words capitalised, or a dateline follows it."""
    text = lines[number].text
    if BYLINE.match(text) and counts[number] <= 15:
        return True
    if front or counts[number] > MAX_TITLE_WORDS or TURN.match(text) or text[:1] in '“"':
        return False
    long_words = [word for word in WORD.findall(text) if len(word) > 3]
    if len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.75 * len(long_words):
        return True
    following = next((line.text for line, kind in zip(lines[number + 1 :], kinds[number + 1 :], strict=True) if kind is None), "")
    return counts[number] <= 16 and bool(
        DATELINE_AGENCY.match(following) or re.match(r"^[A-Z][A-Z .,'-]{2,30}(?:, [A-Z][a-z]+\.? \d+)? ?(?:—|–|--?) ", following)
    )


def _byline(text: str, before: str) -> list[str]:
    """Names of a byline; empty where the line is none."""
    match = BYLINE.match(text)
    if not match and not (BYLINE_ALONE.match(before) and NAME_ONLY.match(text)):
        return []
    names = []
    for part in re.split(r",\s*(?=[A-Z][\w.'’-]+ [A-Z])|\s+(?:and|AND)\s+|\s+&\s+|;\s*", match[1] if match else text):
        name = AFTER_NAME.sub("", part).strip(" ,.;:|")
        if name and len(name.split()) <= 6 and re.match(rf"^{NAME}", name) and not re.search(r"\b(?:said|the|is|was|has)\b", name):
            names.append(spelled(name))
    return names


def _bare_bylines(head: Head, lines: Sequence[Line], counts: list[int], open_lines: list[int], is_media: Callable[[str], bool]) -> None:
    """Names without 'By' below a headline, and the place they write from."""
    for position in range(1, len(open_lines)):
        number = open_lines[position]
        text = lines[number].text
        above = [other for other in open_lines[:position] if counts[other] >= 4 and not NAMES_ONLY.match(lines[other].text)]
        if not above or not NAMES_ONLY.match(text) or is_media(text) or ORGANIZATION.search(text) or head.authors:
            continue
        names = [re.sub(r"\sin .*$", "", name) for name in re.split(r", | and | & ", text)]
        near = head.lines.get(number + 1) == "date" or head.lines.get(number - 1) == "date"
        place_follows = position + 1 < len(open_lines) and bool(PLACE_ONLY.match(lines[open_lines[position + 1]].text))
        is_byline = near or place_follows or len(names) > 1 or " in " in text
        if is_byline and not text.endswith(".") and all(2 <= len(name.split()) <= 4 for name in names):
            _take_names(head, names, is_media)
            head.lines[number] = "byline"
            if place_follows:
                head.lines[open_lines[position + 1]] = "byline"
    open_lines[:] = [number for number in open_lines if number not in head.lines]


def _take_names(head: Head, names: list[str], is_media: Callable[[str], bool]) -> None:
    for name in names:
        is_agency = is_media(name) or bool(ORGANIZATION.search(name)) or (name.isupper() and len(name) <= 5)
        if is_agency and name not in head.agencies:
            head.agencies.append(name)
        if (is_agency or not STAFF.search(name)) and name not in head.authors:
            head.authors.append(name)


def _choose_title(head: Head, lines: Sequence[Line], counts: list[int], open_lines: list[int], given: str | None) -> None:
    if given:
        repeated = next((number for number in open_lines if _same(lines[number].text, given)), None)
        head.title_line = repeated
        head.title, head.mark = clean_title(given)
        if repeated is not None:
            head.lines[repeated] = "title"
        return
    scored = [(_headline_score(lines, counts, head, open_lines, number), -number) for number in open_lines]
    if scored and max(scored)[0] > 0:
        head.title_line = -max(scored)[1]
        head.title, head.mark = clean_title(lines[head.title_line].text)
        head.lines[head.title_line] = "title"


def _headline_score(lines: Sequence[Line], counts: list[int], head: Head, open_lines: list[int], number: int) -> float:
    """How much a line above the article looks like its headline; above 0 it may be one."""
    text, words = clean_title(lines[number].text)[0], counts[number]
    if words > MAX_TITLE_WORDS or words < 2 or re.search(r"\s[|>»›]\s", text) or text.endswith(":"):
        return -1.0
    score = 3.0 if words >= 5 else 1.0 if words >= 3 else -0.5
    bylines = [line for line, kind in head.lines.items() if kind == "byline"]
    dates = [line for line, kind in head.lines.items() if kind == "date"]
    if bylines:
        score += 1.5 if number + 1 in bylines else 0.0 if number < min(bylines) else -1.5
    elif dates:
        score += 0.75 if number + 1 in dates else 0.0
    score += 0.5 if number == open_lines[-1] else 0.0
    score -= 2.0 if text.isupper() and words <= 5 and len(open_lines) > 1 else 0.0
    score -= 1.0 * open_lines.index(number) if number > 0 and words < 5 else 0.25 * open_lines.index(number)
    return score


def _choose_publisher(head: Head, lines: Sequence[Line], counts: list[int], open_lines: list[int], is_media: Callable[[str], bool]) -> None:
    """A short line above the headline that names an outlet, or looks like a masthead."""
    for number in open_lines:
        if number in head.lines or (head.title_line is not None and number > head.title_line):
            continue
        name = re.sub(r"\s+live$", "", re.split(r"\s[|>»›•–—-]\s", lines[number].text)[0].strip(), flags=re.IGNORECASE)
        words = WORD.findall(name)
        is_section = all(word.lower() in SECTIONS for word in words) or name.endswith(":")
        looks = 2 <= len(words) <= 6 and all(word[0].isupper() or len(word) <= 3 for word in words) and head.title_line is not None
        if is_media(name) or (looks and not is_section):
            head.publisher, head.lines[number] = name, "metadata"
            return


def _late_bylines(
    head: Head, lines: Sequence[Line], counts: list[int], kinds: Sequence[str | None], front: list[int], is_media: Callable[[str], bool]
) -> None:
    """Bylines below the headline area, or at the foot of the article."""
    for number, line in enumerate(lines):
        if kinds[number] is None and number not in front and counts[number] <= 12 and not line.text.endswith((".", ":")):
            names = _byline(line.text, "")
            if names and line.text[:1] in "Bb" and all(NAME_ONLY.match(name) for name in names):
                _take_names(head, names, is_media)
                head.lines[number] = "byline"


def _genre_mark(text: str) -> str | None:
    match = re.match(rf"^\W*({GENRE_MARK})\b", text, re.IGNORECASE)
    return match[1].lower() if match else None


def _same(text: str, title: str) -> bool:
    def bare(value: str) -> str:
        return re.sub(r"\W+", "", value).casefold()

    return bool(bare(text)) and (bare(text) == bare(title) or bare(clean_title(text)[0]) == bare(clean_title(title)[0]))
