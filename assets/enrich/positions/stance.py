"""What a statement does (speech act) and how it stands towards its issue. Which issue it is on is found elsewhere."""

import re
from functools import lru_cache
from typing import NamedTuple

from assets.codebook import Codebook
from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.issues import Issue
from assets.enrich.words.closed_class import is_negation
from assets.enrich.words.term_search import Hit, TermSearch

AGAINST_REACH = 60  # characters between "stop" and what is stopped
NEGATION_REACH = 4  # words before a term in which a negation turns it
CONTRAST = re.compile(r"\b(?:but|however|although|though|while|yet|despite|nevertheless|even so)\b", re.IGNORECASE)
THAN = re.compile(r"\bthan\b")
WORD = re.compile(r"[\w’']+")
CLAUSE = re.compile(r"[,;:.!?—]")
# Speech acts that are for what they name.
FAVOURING = frozenset({"demands", "proposes", "promises"})
# Speech acts a cue names only weakly, so that the words of the content may say more.
WEAK_ACTS = frozenset({"states", "agrees"})
# When a content shows several acts, the first of these is the one reported.
ACT_ORDER = (
    "denies",
    "rejects",
    "threatens",
    "accuses",
    "criticizes",
    "praises",
    "warns",
    "proposes",
    "demands",
    "agrees",
    "promises",
    "predicts",
)


class Reading(NamedTuple):
    """What the words of a statement say."""

    positive: int
    negative: int
    has_condition: bool
    has_contrast: bool
    has_negation: bool
    acts: frozenset[str]
    against: tuple[int, ...]  # where, in the body, something is done against what follows: "stop", "lift"
    than: int | None  # where, in the body, the statement compares: "more useful than a truce"


class StanceReader:
    """The position terms of a codebook, ready to be looked up in statements."""

    def __init__(self, codebook: Codebook) -> None:
        rows = codebook["position_terms"].filter(codebook["position_terms"]["kind"].is_in(["channel", "person"]).not_())
        self._rows = list(rows.select("kind", "speech_act").iter_rows())
        self._search = TermSearch(rows["term"])

    def read(self, statement: str, offset: int = 0, terms: tuple[tuple[int, int], ...] = ()) -> Reading:
        """Judgements, conditions and acts of a statement; of overlapping words the longest, negated ones turned.

        `offset` is the statement's first character in the body; `terms`, places in the body that name its issue and are
        no judgement of it.
        """
        positive = negative = 0
        has_condition = False
        acts: set[str] = set()
        against: list[int] = []
        for hit in _longest(list(self._search.find(statement))):
            if any(start < offset + hit.end and offset + hit.start < end for start, end in terms):
                continue
            negated = _is_negated(statement, hit.start)
            for number in hit.numbers:
                kind, act = self._rows[number]
                if act and not negated:
                    acts.add(act)
                if kind == "condition":
                    has_condition = True
                elif kind == "against":
                    against.append(offset + hit.start)
                elif kind in ("positive", "harm"):
                    positive, negative = (positive, negative + 1) if negated else (positive + 1, negative)
                elif kind == "negative":
                    positive, negative = (positive + 1, negative) if negated else (positive, negative + 1)
        than = THAN.search(statement)
        return Reading(
            positive, negative, has_condition, CONTRAST.search(statement) is not None,
            any(is_negation(word.lower().replace("’", "'")) for word in WORD.findall(statement)),
            frozenset(acts), tuple(against), offset + than.start() if than else None,
        )  # fmt: skip


@lru_cache(maxsize=4)
def stance_reader(codebook: Codebook) -> StanceReader:
    """The reader of a codebook, made once."""
    return StanceReader(codebook)


def stance(reading: Reading, cue: Cue | None, act: str, issue: Issue | None, *, is_negated: bool, is_own_deed: bool = False) -> str | None:
    """One of `schemas.STANCES` towards the issue; null without an issue.

    The cue decides where it takes a side ("rejected", "wants"), else a speech act that favours what it names ("we will
    send arms"), else the words of judgement in the statement. The side turns where something is done against the issue
    ("stop", "lift"), where the statement names the issue by its contrary, and where it is the lesser of two. `is_own_deed`:
    the statement tells what the holder's own side does.
    """
    if issue is None:
        return None
    judged = reading.positive - reading.negative
    names_it = issue.scope == "statement"
    side = _sign(cue.stance if cue else None) * (-1 if is_negated else 1)
    if not side and act in FAVOURING and not reading.has_negation and not judged:
        side = 1
    if not names_it:
        side = 0  # what the cue favours is not the issue itself
    is_against = any(0 < issue.start - place <= AGAINST_REACH for place in reading.against)
    if names_it and is_own_deed and is_against != issue.is_against and not side and not judged and not reading.has_negation:
        return "opposes"  # who says that his side quits it is against it
    if reading.has_condition and side >= 0 and judged >= 0:
        return "conditional"
    if side:
        side *= -1 if is_against else 1
    elif reading.positive and reading.negative and reading.has_contrast:
        return "mixed"
    elif names_it or (judged > 0 and issue.scope != "title"):
        side = (judged > 0) - (judged < 0)
    if names_it and issue.is_against != (reading.than is not None and reading.than < issue.start):
        side = -side
    return {1: "supports", -1: "opposes"}.get(side, "neutral")


def speech_act(reading: Reading, cue: Cue | None, statement: str) -> str:
    """One of `schemas.SPEECH_ACTS`: the cue's own, or what the content does where the cue only says "say"."""
    act = cue.speech_act if cue else "states"
    if act not in WEAK_ACTS:
        return act
    if statement.rstrip(" ”\"'’").endswith("?"):
        return "asks"
    return next((shown for shown in ACT_ORDER if shown in reading.acts), act)


class _Terms(NamedTuple):
    start: int
    end: int
    numbers: list[int]


def _longest(hits: list[Hit]) -> list[_Terms]:
    """Hits by place, without those inside longer ones."""
    places: dict[tuple[int, int], list[int]] = {}
    for hit in hits:
        places.setdefault((hit.start, hit.end), []).append(hit.number)
    spans = list(places)
    return [
        _Terms(start, end, numbers)
        for (start, end), numbers in sorted(places.items())
        if not any(a <= start and end <= b and b - a > end - start for a, b in spans)
    ]


def _is_negated(statement: str, start: int) -> bool:
    before = CLAUSE.split(statement[max(0, start - 40) : start])[-1]
    return any(is_negation(word.lower().replace("’", "'")) for word in WORD.findall(before)[-NEGATION_REACH:])


def _sign(stance_of_cue: str | None) -> int:
    return {"supports": 1, "opposes": -1}.get(stance_of_cue or "", 0)
