"""What a statement does (speech act) and how it stands towards its issue. Which issue it is on is found elsewhere."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from assets.codebook import Codebook
from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.issues import Issue
from assets.enrich.words.closed_class import NEGATIONS, is_negation
from assets.enrich.words.term_search import Hit, within

AGAINST_REACH = 60  # characters between "stop" and what is stopped
NEGATION_REACH = 4  # words before a term in which a negation turns it
CONTRAST = re.compile(r"\b(?:but|however|although|though|while|yet|despite|nevertheless|even so)\b", re.IGNORECASE)
NO = re.compile(r"\bno (?:\w+ )?$", re.IGNORECASE)
UNDONE = re.compile(r"be |not be ", re.IGNORECASE)
ASIDE = re.compile(r"\s[—–]\s|[;(]|,?\s(?:which|who)\b")
TIME_ONLY = re.compile(r" (?:recently|now|then|today|yesterday|tomorrow|last|late|early|possible|\d)")  # "until recently" sets no condition
THAN = re.compile(r"\bthan\b")
# "we will return if", "as soon as … is met": what one's own side will do only when something else is done
IF_CLAUSE = re.compile(
    r"\b(?:will|would|shall|ready|prepared|willing|may|could|can|reserve[sd]? the right)\b[^.;]{0,120}(?<!even )(?<!as )\bif\b"
    r"|^if\b[^.;]{0,120}\b(?:we|I)(?: will|'ll|’ll| would)\b",
    re.IGNORECASE,
)
IF = re.compile(r"\bif\b[^,.;]*", re.IGNORECASE)
WORD = re.compile(r"[\w’']+")
# Statements without any of these need no closer look, and most have none.
ANY_NEGATION = re.compile(rf"\b(?:{'|'.join(sorted(NEGATIONS))}|with out)\b|n['’]t", re.IGNORECASE)
ANY_QUESTION = re.compile(r"whether|to be seen|how|what if", re.IGNORECASE)
CLAUSE = re.compile(r"[,;:.!?—]")
PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+)?$")
# What is asked is not judged: "whether they will honour it".
OPEN_QUESTION = re.compile(r"\b(?:whether|remains? to be seen|how|what if)\b[^.,;]*$", re.IGNORECASE)
# A condition is set by who says what will, can or must be; "unless" in a story told sets none.
MODAL = re.compile(
    r"\b(?:will|would|can|cannot|could|may|might|must|should|shall|only|is|are|ready|willing|depends?|depending|requires?|first|need|needs"
    r"|before|condition|conditions|prerequisite|precondition)\b|['’]ll\b",
    re.IGNORECASE,
)
SIGNS = {"positive": 1, "loss": 1, "harm": 1, "negative": -1}
CONDITIONAL_ACTS = frozenset({"demands", "promises", "proposes", "agrees", "rejects", "threatens"})
# Speech acts that are for what they name.
FAVOURING = frozenset({"demands", "proposes", "promises"})
# Speech acts that are against what is their statement's subject.
DISFAVOURING = frozenset({"rejects", "criticizes"})
JUDGED_REACH = 100  # characters between an issue and a word that judges it
SUBJECT_REACH = 30  # characters into a clause in which its subject begins
# Speech acts a cue names only weakly, so that the words of the content may say more.
WEAK_ACTS = frozenset({"states", "agrees"})
JUDGING_ACTS = frozenset({"denies", "rejects", "accuses", "criticizes", "praises"})
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
    kind: str = "word"  # harm: something done to what follows it; loss: feared for what it names; else a word


class Reading:
    """What the words of a statement say; what few statements are asked is read when asked.

    Attributes
    ----------
    judgements
        Words of judgement that are no names of its issue.
    has_condition
        Whether a word sets a condition.
    acts
        Speech acts shown by its words.
    against
        Where, in the body, something is done against what follows: "stop", "lift".
    undone
        Where, in the body, something is done against what stands before: "be scrapped".
    """

    def __init__(self, statement: str, offset: int) -> None:
        self._statement, self._offset = statement, offset
        self.judgements: list[Judgement] = []
        self.has_condition = False
        self.acts: set[str] = set()
        self.against: list[int] = []
        self.undone: list[int] = []

    @property
    def judges(self) -> bool:
        """Whether the statement judges anything, or sets a condition."""
        return bool(self.judgements) or self.has_condition

    @property
    def has_modal(self) -> bool:
        """Whether it says "will", "must": a condition told of the past sets none."""
        return MODAL.search(self._statement) is not None

    @cached_property
    def if_span(self) -> tuple[int, int] | None:
        """Where, in the body, the condition of "we will return if …" stands: one where one's own side would act."""
        found = IF_CLAUSE.search(self._statement) if "if" in self._statement.lower() else None
        clause = IF.search(self._statement, found.start()) if found else None
        return (self._offset + clause.start(), self._offset + clause.end()) if clause else None

    @property
    def has_contrast(self) -> bool:
        """Whether it says "but", "although"."""
        return CONTRAST.search(self._statement) is not None

    @cached_property
    def has_negation(self) -> bool:
        """Whether anything in it is negated."""
        found = WORD.findall(self._statement) if ANY_NEGATION.search(self._statement) else ()
        return any(is_negation(word.lower().replace("’", "'")) for word in found)

    @property
    def main_end(self) -> int:
        """Where, in the body, its main clause ends: at a dash, at "which"."""
        aside = ASIDE.search(self._statement)
        return self._offset + (aside.start() if aside else len(self._statement))

    @property
    def than(self) -> int | None:
        """Where, in the body, it compares: "more useful than a truce"."""
        found = THAN.search(self._statement)
        return self._offset + found.start() if found else None


class StanceReader:
    """The position terms of a codebook; `terms` are to be searched in a body."""

    def __init__(self, codebook: Codebook) -> None:
        rows = codebook["position_terms"].filter(codebook["position_terms"]["kind"].is_in(["channel", "person"]).not_())
        self._rows = list(rows.select("kind", "speech_act").iter_rows())
        self.terms: list[str] = rows["term"].to_list()

    def words(self, hits: list[Hit]) -> list[Words]:
        """What hits of `terms` in a body are, in the order of the text."""
        places: dict[tuple[int, int, bool], list[int]] = {}
        for start, end, number in hits:
            places.setdefault((start, end, self._rows[number][0] == "act"), []).append(number)
        return [Words(*place, numbers) for place, numbers in sorted(places.items())]

    def read(self, body: str, words: list[Words], span: tuple[int, int], terms: tuple[tuple[int, int], ...] = ()) -> Reading:
        """Judgements, conditions and acts of the statement [start, end); of overlapping words the longest, negated ones turned.

        `words` are those of the body; `terms`, places that name the statement's issue and are no judgement of it.
        """
        statement = body[slice(*span)]
        reading = Reading(statement, span[0])
        found = list(_longest(within(words, *span)))
        if not found:
            return reading
        may_ask = ANY_QUESTION.search(statement) is not None
        may_negate = ANY_NEGATION.search(statement) is not None
        for start, end, _, numbers in found:
            before = body[max(span[0], start - 60) : start]
            is_term = any(first < end and start < last for first, last in terms)
            is_open = may_ask and OPEN_QUESTION.search(before) is not None
            negated = may_negate and _is_negated(before)
            for number in numbers:
                kind, act = self._rows[number]
                if act and not negated and not is_open:
                    reading.acts.add(act)
                if is_term:
                    continue
                if kind == "condition":
                    reading.has_condition = reading.has_condition or not TIME_ONLY.match(body, end, span[1])
                elif kind == "against":
                    (reading.undone if UNDONE.match(body, start, span[1]) else reading.against).append(start)
                elif kind in SIGNS and not is_open:
                    if kind == "negative" and may_negate and NO.search(before[-30:]):
                        continue  # "no direct threat" is no praise
                    is_passive = kind == "harm" and PASSIVE.search(before[-20:])
                    reading.judgements.append(Judgement(start, SIGNS[kind] * (-1 if negated else 1), "word" if is_passive else kind))
        return reading

    def is_against(self, body: str, words: list[Words], span: tuple[int, int]) -> bool:
        """Whether the words [start, end) tell something done against what follows them, and do not negate it."""
        return any(
            self._rows[number][0] == "against" and not _is_negated(body[span[0] : found.start])
            for found in _longest(within(words, *span))
            if span[1] - found.end <= AGAINST_REACH
            for number in found.numbers
        )

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


def stance(
    reading: Reading,
    cue: Cue | None,
    act: str,
    issue: Issue,
    clause: tuple[int, int],
    extent: tuple[int, int],
    *,
    is_negated: bool,
    is_own_deed: bool = False,
) -> str:
    """One of `schemas.STANCES` towards the issue.

    The cue decides where it takes a side ("rejected", "wants"), else a speech act that favours what it names ("we will
    send arms"), else the words of judgement beside the issue: in its sentence, `clause`, of the statement, `extent`. The side turns
    where something is done against the issue ("stop", "lift"), where the statement names the issue by its contrary, and
    where it is the lesser of two. `is_own_deed`: the statement tells what the holder's own side does.
    """
    names_it = issue.scope == "statement"
    feared = reading.if_span if is_own_deed else None  # what one's own side would answer is judged, not the issue
    judgements = [one for one in reading.judgements if not (feared and feared[0] <= one.place < feared[1])]
    near = [one for one in judgements if clause[0] <= one.place < clause[1]]
    if not near and all(one.sign > 0 for one in judgements):
        near = judgements  # "it is a slow process. But each step brings us forward"
    if names_it and issue.start - clause[0] > SUBJECT_REACH:  # not the subject, which all of its clause is about
        near = [one for one in near if abs(one.place - issue.start) <= JUDGED_REACH]
    signs = [_towards(one, issue) for one in near]
    judged = sum(signs)
    side = _sign(cue.stance if cue else None) * (-1 if is_negated else 1)
    if not side and act in FAVOURING and not reading.has_negation and not judged:
        side = 1
    is_whole = clause == extent or (cue is not None and cue.speech_act == act)  # the act is that of the issue's own sentence
    if not side and not signs and act in DISFAVOURING and is_whole and names_it and issue.start - clause[0] <= SUBJECT_REACH:
        side = -1 if not reading.has_negation else 0
    if not names_it:
        side = 0  # what the cue favours is not the issue itself
    undoing = [place for place in reading.against if clause[0] <= place and 0 < issue.start - place <= AGAINST_REACH]
    is_against = bool(undoing) or any(0 < place - issue.start <= AGAINST_REACH for place in reading.undone)
    if (act == "denies" and not side) or (
        act in FAVOURING and side and not is_negated and issue.is_fight and issue.is_against != is_against
    ):
        return "neutral"  # "more clarity on terrorism" is demanded by both sides of the fight
    # "unless all help, the truce will collapse" warns, and sets no condition
    is_warning = act == "warns" and not is_own_deed
    if not is_warning and side >= 0 and judged >= 0 and _sets_condition(reading, act, side, is_own_deed=is_own_deed):
        return "conditional"
    is_deed = names_it and is_own_deed and is_against != issue.is_against and not side and not judged
    if is_deed and issue.start < reading.main_end and not reading.has_negation:
        return "opposes"  # who says that his side quits it is against it
    if side:
        side *= -1 if is_against else 1
    elif len(set(signs)) == 2 and reading.has_contrast:
        return "mixed"
    elif names_it or (judged > 0 and issue.scope != "title"):
        side = (judged > 0) - (judged < 0)
        if undoing and all(one.place < undoing[0] for one in near):
            side = -side  # "it is vital to stop the war", "frustrated with the pace of the talks"
    if side and names_it and issue.is_against != (reading.than is not None and reading.than < issue.start):
        side = -side
    return {1: "supports", -1: "opposes"}.get(side, "neutral")


def _sets_condition(reading: Reading, act: str, side: int, *, is_own_deed: bool) -> bool:
    is_told = act in CONDITIONAL_ACTS or side > 0
    return (reading.has_condition and (is_told or reading.has_modal)) or (is_own_deed and reading.if_span is not None)


def _towards(judgement: Judgement, issue: Issue) -> int:
    """The side of a judgement towards what a statement names of its issue."""
    if judgement.kind == "harm" and issue.scope == "statement" and judgement.place > issue.start:
        return -judgement.sign  # what does harm is judged, not what harm is done to
    if judgement.kind == "loss" and issue.is_against:
        return -judgement.sign  # who fears for a contrary ("risk of war") fears the contrary
    return judgement.sign


def speech_act(reading: Reading, cue: Cue | None, statement: str, *, is_clause: bool = True) -> str:
    """One of `schemas.SPEECH_ACTS`: the cue's own, or what the content does where the cue only says "say".

    What is no clause ("called the deal a disgrace") can judge, but promises and foretells nothing.
    """
    act = cue.speech_act if cue else "states"
    if act not in WEAK_ACTS or (cue and cue.kind in ("thought", "state") and cue.stance):
        return act  # "he would like to" is a wish, no forecast
    if statement.rstrip(" ”\"'’").endswith("?"):
        return "asks"
    return next((shown for shown in ACT_ORDER if shown in reading.acts and (is_clause or shown in JUDGING_ACTS)), act)


def _is_negated(before: str) -> bool:
    """Whether what stands before a word negates it."""
    before = before[-40:]
    if not ANY_NEGATION.search(before):
        return False
    before = CLAUSE.split(before)[-1].replace("with out", "without")
    words = [word.lower().replace("’", "'") for word in WORD.findall(before)[-NEGATION_REACH:]]
    if "without" in words[:-2]:
        words.remove("without")  # "without a deal it would fail" negates no failure
    return any(is_negation(word) for word in words)


def _sign(stance_of_cue: str | None) -> int:
    return {"supports": 1, "opposes": -1}.get(stance_of_cue or "", 0)
