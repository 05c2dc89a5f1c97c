"""Which lines are not the article by where they stand: menus, lists of other stories, boxes, threads of comments, the foot of a page.

What a line says belongs to `boilerplate` and its codebook. Here lines are judged by their neighbours, and by whether they
read as a paragraph or stay open.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.clean.paragraphs import LIST_ITEM, Line

STOPS = frozenset(".!?…。！？؟।")
BEHIND_STOP = "\"'”’»)]"
CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
TURN = re.compile(r"^(?:[A-Z][A-Z.'’ -]{1,40}|Q|A|Question|Answer):\s")
IMAGE_BULLET = re.compile(r"^[•*·-]\s")
# How a letter of the text may be said to come: never part of a menu.
KEPT_FOR_HEAD = re.compile(r"^(?:by|from)\b|\d{4}|\b\d{1,2}[:.]\d\d\b", re.IGNORECASE)
MENU_WORDS = 4  # of an entry, at most
MIN_MENU = 5  # entries in a row
# Maximum subsequence segmentation (Pasternack, Roth: "Extracting article text from the web", 2009), on lines.
OPEN_LINE = -12.0  # points; a paragraph gains one for each word
MOST_POINTS = 60
MIN_OPEN_OUTSIDE = 6  # open lines beyond the article's end, and twice as many as paragraphs: else nothing is cut off
MOST_OPEN_ABOVE = 12
MIN_HEADLINES, LATE = 5, 0.6  # headlines in a row, once so much of the article's words have been read
MIN_HEADLINE, MAX_HEADLINE = 6, 24  # words
MAX_OUTSIDE = 0.2  # words of the paragraphs cut off, as a share of those left
MIN_TAGS, LONGEST_TAG = 6, 30  # characters
THREAD = re.compile(
    r"(?:reply|repl(?:y|ies) ?\(?\d*\)?|report|like|flag|upvote|share|permalink|edited|\d+ likes?"
    r"|[\w .’'-]{2,40} (?:says|wrote|said|replied):"
    r"|(?:about )?(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago|\d+[smhdwy])",
    re.IGNORECASE,
)  # fmt: skip
MIN_THREAD = 3


def mark(lines: Sequence[Line], counts: list[int], kinds: list[str | None], is_page: bool = False) -> None:
    """Name in `kinds` the lines whose place tells what they are. `counts` are the lines' words.

    What ends a web page's article was found by its elements: of short lines at its end, six in eight were the article's.
    """
    _repeated(lines, counts, kinds)
    _tags(lines, counts, kinds)
    _clock_lists(lines, counts, kinds)
    _profile_boxes(lines, counts, kinds)
    _threads(lines, counts, kinds)
    _menus(lines, counts, kinds)
    _outside(lines, counts, kinds)
    if not is_page:
        _tail(lines, counts, kinds)


def is_prose(text: str, words: int) -> bool:
    """A line that reads as a paragraph of an article: a closed sentence of some length, or one turn of a talk."""
    return words >= 30 or (words >= 6 and is_closed(text)) or (is_closed(text) and TURN.match(text) is not None)


def is_closed(text: str) -> bool:
    """A line that ends as sentences do."""
    return text.rstrip(BEHIND_STOP)[-1:] in STOPS


def _tags(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """Words and names with commas between them and no sentence: tags of an article."""
    for number, line in enumerate(lines):
        parts = line.text.split(", ") if kinds[number] is None and counts[number] <= 60 and not is_closed(line.text) else ()
        if len(parts) >= MIN_TAGS and max(map(len, parts)) <= LONGEST_TAG:
            kinds[number] = "metadata"


def _repeated(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """The same line again: a caption given twice, a pull quote."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines):
        if kinds[number] is not None:
            continue
        previous = seen.get(line.text)
        if previous is not None and not TURN.match(line.text) and (counts[number] >= 8 or (number - previous == 1 and counts[number] >= 2)):
            kinds[number] = "duplicate"
            if number - previous == 1 and not is_closed(line.text) and any(kind is None for kind in kinds[:previous]):
                kinds[previous] = "caption"  # alternative text and caption of one picture, below the headline
        seen[line.text] = number


def _clock_lists(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """A list of other stories: clock time, heading, abstract, three times or more, to the end of the page."""
    clocks = [number for number, line in enumerate(lines) if CLOCK.fullmatch(line.text)]
    headed = [n for n in clocks if n + 1 < len(lines) and counts[n + 1] <= 12 and not is_closed(lines[n + 1].text)]
    if len(headed) < 3 or max(later - number for number, later in pairwise(headed)) > 4:
        return
    end = next((n for n in range(headed[-1] + 2, len(lines)) if not is_prose(lines[n].text, counts[n])), len(lines))
    for number in range(headed[0], min(end, headed[-1] + 3)):
        kinds[number] = "teaser"


def _profile_boxes(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """A name on a line of its own, then a paragraph about that name: an author or a service introduces itself."""
    last_quarter = len(lines) // 2
    for number in range(last_quarter, len(lines) - 1):
        name, about = lines[number].text, lines[number + 1].text
        if 1 <= counts[number] <= 6 and not is_closed(name) and counts[number + 1] >= 6 and about.startswith(f"{name} "):
            kinds[number] = kinds[number + 1] = "author_bio"
            if number and IMAGE_BULLET.match(lines[number - 1].text):
                kinds[number - 1] = "author_bio"


def _threads(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """Readers' comments below an article: a name, a time, a text, 'Reply', again and again."""
    signs = [number for number, line in enumerate(lines) if len(line.text) <= 60 and THREAD.fullmatch(line.text)]
    began = next((number for number, line in enumerate(lines) if kinds[number] is None and is_prose(line.text, counts[number])), None)
    if began is None:
        return
    signs = [number for number in signs if number > began]
    if len(signs) < MIN_THREAD or max(later - number for number, later in pairwise(signs)) > 12:
        return
    start = signs[0]
    while (
        start > began + 1 and signs[0] - start < 3 and kinds[start - 1] is None and not is_prose(lines[start - 1].text, counts[start - 1])
    ):
        start -= 1
    for number in range(start, len(lines)):
        kinds[number] = kinds[number] or "comments"


def _menus(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """Many short open lines in a row, unless something announces a list."""
    run: list[int] = []
    for number in range(len(lines) + 1):
        is_entry = number < len(lines) and (
            kinds[number] in ("navigation", "share")
            or (
                kinds[number] is None
                and counts[number] <= MENU_WORDS
                and not is_closed(lines[number].text)
                and not lines[number].text.endswith(":")
                and not LIST_ITEM.match(lines[number].text)
            )
        )
        if is_entry:
            run.append(number)
            continue
        is_announced = run and run[0] and lines[run[0] - 1].text.endswith(":") and kinds[run[0] - 1] is None
        if len(run) >= MIN_MENU and not is_announced:
            for entry in run:
                if not KEPT_FOR_HEAD.search(lines[entry].text):
                    kinds[entry] = kinds[entry] or "navigation"
        run = []


def _outside(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """What lies beyond the stretch of lines that is richest in paragraphs, if it is open lines and little else."""
    left = [number for number, kind in enumerate(kinds) if kind is None]
    is_open = [not is_closed(lines[number].text) and not is_prose(lines[number].text, counts[number]) for number in left]
    points = [OPEN_LINE if opened else min(counts[number], MOST_POINTS) for number, opened in zip(left, is_open, strict=True)]
    first, last = _richest(points)
    below = range(last + 1, len(left))
    opened = sum(is_open[place] for place in below)
    inside = sum(counts[left[place]] for place in range(first, last + 1))
    outside = sum(counts[left[place]] for place in below if not is_open[place])
    if opened >= MIN_OPEN_OUTSIDE and opened >= 2 * (len(below) - opened) and outside <= MAX_OUTSIDE * inside:
        for place in below:
            kinds[left[place]] = "teaser"
    opened = 0
    for place in range(first - 1, -1, -1):  # the open lines next to the article are left to `head`: one of them is the headline
        if is_open[place]:
            opened += 1
            kinds[left[place]] = "navigation" if opened > MOST_OPEN_ABOVE else None
        elif opened >= MIN_OPEN_OUTSIDE:
            kinds[left[place]] = "teaser"
    _headline_lists(lines, counts, kinds, left[first : last + 1])


def _headline_lists(lines: Sequence[Line], counts: list[int], kinds: list[str | None], article: list[int]) -> None:
    """In an article: links in capitals between paragraphs; in its last part, headlines in a row that nothing announces."""
    words, before = sum(counts[number] for number in article), 0
    run: list[int] = []
    for number in article:
        text = lines[number].text
        if is_closed(text) or not MIN_HEADLINE <= counts[number] <= MAX_HEADLINE or LIST_ITEM.match(text):
            _drop_headlines(run, lines, kinds)
            run = []
            before += counts[number] if is_prose(text, counts[number]) else 0
        elif before and text.isupper():
            kinds[number] = "teaser"
        elif before >= LATE * words:
            run.append(number)
    _drop_headlines(run, lines, kinds)


def _drop_headlines(run: list[int], lines: Sequence[Line], kinds: list[str | None]) -> None:
    if len(run) >= MIN_HEADLINES and not lines[run[0] - 1].text.endswith(":"):
        for number in run:
            kinds[number] = "teaser"


def _richest(points: list[float]) -> tuple[int, int]:
    """First and last place of the stretch with the greatest sum."""
    best, best_span, total, start = 0.0, (0, len(points) - 1), 0.0, 0
    for place, value in enumerate(points):
        if total <= 0:
            total, start = 0.0, place
        total += value
        if total > best:
            best, best_span = total, (start, place)
    return best_span


def _tail(lines: Sequence[Line], counts: list[int], kinds: list[str | None]) -> None:
    """Short open lines below the last paragraph: size markers, tags, links. What a colon announces stays."""
    left = [number for number, kind in enumerate(kinds) if kind is None]
    prose = [place for place, number in enumerate(left) if is_prose(lines[number].text, counts[number])]
    if not prose or lines[left[prose[-1]]].text.endswith(":"):
        return
    for number in left[prose[-1] + 1 :]:
        text = lines[number].text
        if text.endswith(":") and number + 1 < len(lines) and is_closed(lines[number + 1].text):
            return
        if not is_closed(text) and (counts[number] < 12 or text.isupper()):
            kinds[number] = "navigation"
