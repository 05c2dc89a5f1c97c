"""The check no extractor escapes: its words must stand in the paragraph to the letter. What does not is refused, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from assets.enrich.extractors.protocol import Paragraph, Proposal, Words

MOST_PLACES = 20  # of words that stand in a paragraph again and again
LONGEST_CUE, LONGEST_SOURCE = 8, 40  # words; longer ones are no cue and no source but a sentence taken for one

Range = tuple[int, int]


@dataclass(frozen=True)
class Located:
    """A proposal found in its paragraph: characters of the paragraph, half-open."""

    paragraph: int
    cue: Range
    content: tuple[Range, ...]
    source: Range | None


class RefusedError(ValueError):
    """The proposal is not what the text says; the message says why."""


def located(proposal: Proposal, paragraphs: dict[int, Paragraph]) -> Located:
    """Where the words of a proposal stand.

    Offsets an extractor gives are believed only where its words stand there; else the words are looked for, and of several
    places those count that keep the attribution together.

    Raises
    ------
    RefusedError
        When words are not in the paragraph, cut a word in two, overlap, or are too many for what they claim to be.
    """
    paragraph = paragraphs.get(proposal.paragraph)
    if paragraph is None:
        raise RefusedError(f"there is no paragraph {proposal.paragraph}")
    if not proposal.content:
        raise RefusedError("nothing is said")
    _check_length("cue", proposal.cue, LONGEST_CUE)
    if proposal.source:
        _check_length("source", proposal.source, LONGEST_SOURCE)
    content = tuple(_nearest(_places(paragraph.text, words, "content"), words.start) for words in proposal.content)
    cues = _places(paragraph.text, proposal.cue, "cue")
    sources: list[Range | None] = [*_places(paragraph.text, proposal.source, "source")] if proposal.source else [None]
    choices = [choice for choice in product(cues, sources) if not _overlap([*content, *choice])]
    if not choices:
        raise RefusedError("source, cue and content overlap")
    cue, source = min(choices, key=lambda choice: _order(proposal, content, choice))
    return Located(proposal.paragraph, cue, content, source)


def _places(text: str, words: Words, part: str) -> list[Range]:
    """Where the words stand in the text, never none."""
    if not words.text.strip() or words.text != words.text.strip():
        raise RefusedError(f"the {part} is empty, or begins or ends in a space")
    places = [place for place in _occurrences(text, words.text) if _is_whole(text, place)]
    if not places:
        cut = " as whole words" if words.text in text else ""
        raise RefusedError(f"the {part} is not in the paragraph{cut}: {words.text[:60]!r}")
    return places[:MOST_PLACES]


def _nearest(places: list[Range], start: int | None) -> Range:
    return min(places, key=lambda place: abs(place[0] - (start or 0)))


def _order(proposal: Proposal, content: tuple[Range, ...], choice: tuple[Range, Range | None]) -> tuple[int, int, int]:
    """Cue and source at the places given come first, then those that keep the attribution together."""
    given = [(words, place) for words, place in zip((proposal.cue, proposal.source), choice, strict=True) if words and place]
    elsewhere = sum(words.start is not None and words.start != place[0] for words, place in given)
    ranges = [*content, *(place for place in choice if place)]
    return elsewhere, max(end for _, end in ranges) - min(start for start, _ in ranges), choice[0][0]


def _overlap(ranges: list[Range | None]) -> bool:
    return any(first[1] > second[0] for first, second in pairwise(sorted(place for place in ranges if place)))


def _occurrences(text: str, words: str) -> Iterator[Range]:
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _is_whole(text: str, place: Range) -> bool:
    start, end = place
    cuts_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cuts_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not (cuts_before or cuts_after)


def _check_length(part: str, words: Words, most: int) -> None:
    count = len(words.text.split())
    if count > most:
        raise RefusedError(f"a {part} of {count} words, {most} at most: {words.text[:60]!r}")
