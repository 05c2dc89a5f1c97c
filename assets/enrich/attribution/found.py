"""What a cue in a text and an attribution found with it are made of, as token ranges. Finding them is in `cue_sites` and the rules."""

from dataclasses import dataclass, field

from assets.enrich.attribution.cue_lexicon import Cue

Range = tuple[int, int]


@dataclass(eq=False, slots=True)
class CueSite:
    """A cue in the text: tokens [first, last), from `group` on with its auxiliaries and adverbs."""

    group: int
    first: int
    last: int
    cue: Cue
    tag: str
    is_passive: bool
    is_negated: bool
    is_title_case: bool
    particle: int = 0  # of a cue that its object splits: "turned the offer DOWN"; 0 of all others


@dataclass(eq=False, slots=True)
class Found:
    """An attribution as token ranges, before it becomes a row."""

    rule: str
    cue: Cue | None
    cue_words: Range
    content: list[Range]
    source: Range | None = None
    antecedent: Range | None = None  # what a relative pronoun stands for
    cue_rest: Range | None = None  # second half of a cue that is broken up: "quoted S as saying"
    is_negated: bool = False
    parent: "Found | None" = field(default=None, repr=False)

    @property
    def cues(self) -> list[Range]:
        """Words of the cue."""
        return [self.cue_words, *([self.cue_rest] if self.cue_rest else [])]

    @property
    def first(self) -> int:
        """First token of source, cue and content."""
        return min(self._ranges())[0]

    @property
    def last(self) -> int:
        """One past the last token of source, cue and content."""
        return max([last for _, last in self._ranges()])

    def _ranges(self) -> list[Range]:
        ranges = [self.cue_words, *self.content]
        if self.source:
            ranges.append(self.source)
        if self.cue_rest:
            ranges.append(self.cue_rest)
        return ranges
