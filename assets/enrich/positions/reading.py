"""What the words of a statement say: judgements, conditions, deeds for and against something, speech acts. What all this means for
an issue belongs to `stance`.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from assets.codebook import Codebook
from assets.enrich.actors.vocabulary import alternatives
from assets.enrich.words.closed_class import NEGATIONS
from assets.enrich.words.term_search import Hit, within
from assets.enrich.words.wordlist import words

AGAINST_REACH = 60  # characters between "stop" and what is stopped
NEGATION_REACH = 4  # words before a term in which a negation turns it
DENYING = NEGATIONS | words("nobody nothing none")
# Statements without any of these need no closer look, and most have none.
ANY_NEGATION = re.compile(rf"\b(?:{'|'.join(sorted(DENYING))}|no one|with out)\b|n['’]t", re.IGNORECASE)
ASKING = ("whether", "to be seen", "how", "what if")  # of an open question
CLAUSE = re.compile(r"[,;:.!?—]|\bbut\b")
WORD = re.compile(r"[\w’']+")
REFRAINING = re.compile(r"\brefrain\w* from (?:\w+ )?$", re.IGNORECASE)
NO = re.compile(r"\bno (?:\w+ )?$", re.IGNORECASE)
UNDONE = re.compile(r"be |not be ", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+)?$")
PARTICIPLE = re.compile(r"\w+(?:ed|en|ut|own|un)$")
# "no preconditions", "without conditions": what is not asked for
NO_CONDITION = re.compile(r"condition|prerequisite|attached|recipro")
CONTRAST = re.compile(r"\b(?:but|however|although|though|while|yet|despite|nevertheless|even so)\b", re.IGNORECASE)
ASIDE = re.compile(r"\s[—–]\s|[;(]|,?\s(?:which|who)\b")
# "until recently", "until the end of the year" set no condition
TIME_ONLY = re.compile(
    r" (?:recently|now|then|today|yesterday|tomorrow|last|late|early|possible|\d|the (?:spring|summer|autumn|winter|fall|weekend)\b"
    r"|the (?:end|middle|start|beginning) of (?:\d|[A-Z]|(?:the|this|next) (?:year|month|week|decade|summer|winter|spring|autumn|century)))"
)
# "might be eased should Oslo give way": a condition without "if".
SHOULD_IT = re.compile(
    r"\b(?:will|would|might|could|can|may|shall|ready|prepared|willing)\b[^.;?]{3,90}?"
    r"\b(?P<should>should) (?:[A-Z][\w’']+|the \w+|an? \w+|it|they|he|she|we)(?: \w+)? [a-z]+\b"
)
THAN = re.compile(r"\bthan\b")
# "we will return if", "as soon as … is met": what one's own side will do only when something else is done
IF_CLAUSE = re.compile(
    r"\b(?:will|would|shall|ready|prepared|willing|may|might|could|can|reserve[sd]? the right)\b[^.;]{0,120}(?<!even )(?<!as )\bif\b"
    r"|^if\b[^.;]{0,120}\b(?:we|I)(?: will|'ll|’ll| would)\b",
    re.IGNORECASE,
)
IF = re.compile(r"\bif\b[^,.;]*", re.IGNORECASE)
# What is asked is not judged: "whether they will honour it".
OPEN_QUESTION = re.compile(r"\b(?:whether|remains? to be seen|how|what if)\b[^.,;]*$", re.IGNORECASE)
# A condition is set by who says what will, can or must be; "unless" in a story told sets none.
MODAL = re.compile(
    r"\b(?:will|would|can|cannot|could|may|might|must|should|shall|only|is|are|ready|willing|depends?|depending|requires?|first|need|needs"
    r"|before|condition|conditions|prerequisite|precondition)\b|['’]ll\b",
    re.IGNORECASE,
)
DUTY = re.compile(r"must|should|shall|ought", re.IGNORECASE)  # "nobody should" demands as well
SIGNS = {"positive": 1, "loss": 1, "harm": 1, "negative": -1, "short": 1}
# What names an issue is no judgement of it, but an opinion beside another of its names is: "NATO was obsolete".
OPINIONS = ("positive", "negative")
PEACE = ("peace", "violence")
BLAMING = ("accuses", "criticizes")
SUPPOSING = re.compile(r"\b(?:if|unless|in case)\b[^,;:.]*$", re.IGNORECASE)  # "to leave if Oslo broke its promises" charges nobody
# kinds of words that tell neither stance nor act
NO_STANCE = ("channel", "media", "person", "traded", "recalled", "outcome", "hostile", "plain")
UNTURNED = ("loss", "short")  # "the truce must not collapse" is for it as well


class Words(NamedTuple):
    """Position terms at characters [start, end) of a body; an act hides no judgement."""

    start: int
    end: int
    is_act: bool
    numbers: list[int]


class Judgement(NamedTuple):
    """A word of judgement at a character of the body; `sign` is its side, negation seen to."""

    place: int
    sign: int
    kind: str = "word"  # harm: something done to what follows it; loss: feared for what it names; short: too little of it; else a word


class Deed(NamedTuple):
    """Words at characters [start, end) of the body for what is done to something: -1 against it, +1 for it."""

    start: int
    end: int
    sign: int
    is_negated: bool


class Reading:
    """What the words of a statement say; what few statements are asked is read when asked.

    Attributes
    ----------
    judgements
        Words of judgement that are no names of its issue.
    conditions
        Where, in the body, a word sets a condition.
    acts
        Speech acts shown by its words.
    deeds
        What is done to something that follows: "stop", "lift", "join".
    undone
        What is done against something that stands before: "be scrapped".
    """

    def __init__(self, statement: str, offset: int) -> None:
        self.statement, self.offset = statement, offset
        self.judgements: list[Judgement] = []
        self.conditions: list[int] = []
        self.acts: set[str] = set()
        self.deeds: list[Deed] = []
        self.undone: list[Deed] = []

    def text(self, start: int, end: int) -> str:
        """The words at characters [start, end) of the body, as far as they are of the statement."""
        return self.statement[max(0, start - self.offset) : max(0, end - self.offset)]

    @property
    def judges(self) -> bool:
        """Whether the statement judges anything, or sets a condition."""
        return bool(self.judgements) or bool(self.conditions)

    @property
    def has_modal(self) -> bool:
        """Whether it says "will", "must": a condition told of the past sets none."""
        return MODAL.search(self.statement) is not None

    @cached_property
    def if_span(self) -> tuple[int, int] | None:
        """Where, in the body, the condition of "we will return if …" stands: one where one's own side would act."""
        found = IF_CLAUSE.search(self.statement) if "if" in self.statement.lower() else None
        clause = IF.search(self.statement, found.start()) if found else None
        return (self.offset + clause.start(), self.offset + clause.end()) if clause else None

    @property
    def has_contrast(self) -> bool:
        """Whether it says "but", "although"."""
        return CONTRAST.search(self.statement) is not None

    @cached_property
    def has_negation(self) -> bool:
        """Whether anything in it is negated."""
        return ANY_NEGATION.search(self.statement) is not None

    @property
    def main_end(self) -> int:
        """Where, in the body, its main clause ends: at a dash, at "which"."""
        aside = ASIDE.search(self.statement)
        return self.offset + (aside.start() if aside else len(self.statement))

    @property
    def than(self) -> int | None:
        """Where, in the body, it compares: "more useful than a truce"."""
        found = THAN.search(self.statement) if "than" in self.statement else None
        return self.offset + found.start() if found else None


class StanceReader:
    """The position terms of a codebook; `terms` are to be searched in a body."""

    def __init__(self, codebook: Codebook) -> None:
        terms = codebook["position_terms"]
        rows = terms.filter(terms["kind"].is_in(NO_STANCE).not_())
        self._rows = list(rows.select("kind", "speech_act").iter_rows())
        self.terms: list[str] = rows["term"].to_list()
        self.traded, self.recalled = (
            re.compile(rf"\b(?:{alternatives(terms.filter(kind=kind)['term'])})\b", re.IGNORECASE) for kind in ("traded", "recalled")
        )

    def words(self, hits: list[Hit], first: int = 0) -> list[Words]:
        """What hits of `terms`, numbered from `first`, are in a body, in the order of the text."""
        places: dict[tuple[int, int, bool], list[int]] = {}
        for start, end, number in hits:
            places.setdefault((start, end, self._rows[number - first][0] == "act"), []).append(number - first)
        return [Words(*place, numbers) for place, numbers in sorted(places.items())]

    def read(self, body: str, words: list[Words], span: tuple[int, int], terms: tuple[tuple[int, int], ...] = ()) -> Reading:
        """Judgements, conditions, deeds and acts of the statement [start, end); of overlapping words the longest, negated ones turned.

        `words` are those of the body; `terms`, places that name the statement's issue and are no judgement of it.
        """
        statement = body[slice(*span)]
        reading = Reading(statement, span[0])
        if "should " in statement and (inverted := SHOULD_IT.search(statement)):
            reading.conditions.append(span[0] + inverted.start("should"))
        found = list(_longest(within(words, *span)))
        if not found:
            return reading
        told = span[0]  # how far negations are told by the judgement they are part of: "no reason to stop it"
        low = statement.lower()
        may_ask = any(map(low.__contains__, ASKING))
        may_negate = reading.has_negation
        for start, end, _, numbers in found:
            before = body[max(span[0], start - 60) : start]
            naming = [term for term in terms if term[0] < end and start < term[1]] if terms else terms
            is_open = may_ask and OPEN_QUESTION.search(before) is not None
            negated = may_negate and is_negated(before)
            for number in numbers:
                kind, act = self._rows[number]
                if (
                    act
                    and not is_open
                    and not (act in BLAMING and (REFRAINING.search(before) or SUPPOSING.search(before)))
                    and (not negated or (act == "demands" and DUTY.match(body, start, end)))
                ):
                    reading.acts.add(act)
                if naming and not (
                    kind in OPINIONS and len(naming) < len(terms) and all(start <= first and last <= end for first, last in naming)
                ):
                    continue
                if kind == "condition":
                    if not (TIME_ONLY.match(body, end, span[1]) or (negated and NO_CONDITION.search(body, start, end))):
                        reading.conditions.append(start)
                elif kind in ("against", "for") and not is_open:
                    is_left = negated and is_negated(body[max(told, start - 60) : start])
                    deed = Deed(start, end, 1 if kind == "for" else -1, is_left)
                    is_undone = UNDONE.match(body, start, span[1]) or (PARTICIPLE.search(body[start:end]) and PASSIVE.search(before[-20:]))
                    (reading.undone if is_undone else reading.deeds).append(deed)
                elif kind in SIGNS and not is_open:
                    if kind == "negative" and negated and NO.search(before[-30:]):
                        continue  # "no direct threat" is no praise
                    if may_negate and ANY_NEGATION.search(body, start, end):
                        told = end
                    is_passive = kind == "harm" and PARTICIPLE.search(body[start:end]) and PASSIVE.search(before[-20:])
                    sign = SIGNS[kind] * (-1 if negated and kind not in UNTURNED else 1)
                    reading.judgements.append(Judgement(start, sign, "word" if is_passive else kind))
        return reading

    def is_against(self, body: str, words: list[Words], span: tuple[int, int]) -> bool:
        """Whether the words [start, end) tell something done against what follows them, and do not negate it."""
        return any(
            self._rows[number][0] == "against" and not is_negated(body[span[0] : found.start])
            for found in _longest(within(words, *span))
            if span[1] - found.end <= AGAINST_REACH
            for number in found.numbers
        )

    def peace(self, words: list[Words], span: tuple[int, int]) -> tuple[int, bool] | None:
        """Where in [start, end) the first word stands that names peace or its contrary, violence, and whether it is that."""
        for found in within(words, *span):
            for number in found.numbers:
                if self._rows[number][0] in PEACE:
                    return found.start, self._rows[number][0] == "violence"
        return None

    def opens_condition(self, words: list[Words], span: tuple[int, int]) -> bool:
        """Whether [start, end) begins with a condition: "in exchange for hostages", "provided that"."""
        return any(
            self._rows[number][0] == "condition"
            for found in _longest(within(words, *span))
            if found.start <= span[0] + 1
            for number in found.numbers
        )


def _longest(found: list[Words]) -> Iterator[Words]:
    """Without words inside longer ones of their kind."""
    for one in found:
        if not any(
            other.start <= one.start and one.end <= other.end and other.is_act == one.is_act and other[:2] != one[:2] for other in found
        ):
            yield one


@lru_cache(maxsize=4)
def stance_reader(codebook: Codebook) -> StanceReader:
    """The reader of a codebook, made once."""
    return StanceReader(codebook)


def is_negated(before: str) -> bool:
    """Whether what stands before a word negates it."""
    before = before[-40:]
    if not ANY_NEGATION.search(before):
        return False
    before = CLAUSE.split(before)[-1].replace("with out", "without").replace("no one", "nobody")
    found = [word.lower().replace("’", "'") for word in WORD.findall(before)[-NEGATION_REACH:]]
    if "without" in found[:-2]:
        found.remove("without")  # "without a deal it would fail" negates no failure
    return any(word in DENYING or word.endswith("n't") for word in found)
