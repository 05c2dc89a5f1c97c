"""What a statement points back to: "it", "the deal", "the decision", "the withdrawal". Which issue that is, is found in `issues`."""

import re
from collections.abc import Callable

from assets.enrich.positions.hints import Hint
from assets.enrich.positions.issues import Issue

Span = tuple[int, int]

_THE = r"[Tt]h(?:e|is|at|ese|ose)"
_SOME = r"(?:(?:new|whole|latest|recent|planned|final|proposed|first|such|said|unilateral|illegal|controversial|historic|joint|draft) )?"
# What stands for the thing an issue is about.
NAMES = re.compile(
    rf"\b(?:{_THE} {_SOME}(?:deal|agreement|accord|pact|treaty|arrangement|ceasefire|cease-fire|truce|talks|negotiations|sanctions"
    r"|initiative|project|plan|proposal|dialogue|settlement|process|mission|programme|program|partnership|alliance|memorandum|corridor"
    r"|result|outcome)"
    # "it" is the issue where something is done to it; as a subject it may be anybody
    r"|it(?=[.,;:!?”\"')]|$| (?:and|or|but|as|from|for|at|in|by|with|on|to|of|if|when|before|after|because|a|an|“|\"))"
    r"|^[Ii]t(?= (?:is|was|would be|will be|has been)\b))",
)
# "They" and "them" are the issue where something is done to them, and what last named it is more than one: "if they are lifted".
PLURAL = re.compile(
    r"\b(?:they|these|those)(?= (?:(?:are|were|have been|(?:will|would|should|must|could|may|might|can|cannot)(?: not)?(?: be)?) \w+ed\b"
    r"|(?:must|should|will|would)(?: not)? (?:stay|remain|go|end)\b))"
    r"|\bthem(?= (?:in force|in place|lifted|extended|eased|dropped|suspended|scrapped|removed|tightened|renewed)\b"
    r"| to (?:end|fail|succeed)\b)",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"[a-z]s\b")  # a name of several: "tariffs on steel"
# That it go on, told without its name: "objected to an extension".
CONTINUED = ("xtension", "enewal", "rolongation", "esumption", "ontinuation")
GOING_ON = re.compile(
    r"\b(?:an?|any|the|another|no|further|its|their|two|three|several) (?:\w+ )?"
    r"(?:extension|renewal|prolongation|resumption|continuation)s?\b"
)
# What stands for a deed done to it; by itself it does not say which way.
DEED = re.compile(
    rf"\b(?:{_THE}|his|her|its|their|\w+[’']s?) {_SOME}"
    r"(?:decision|move|step|action|announcement|order|offer|measure|text|vote|choice|policy|gesture)s?\b"
)
MEASURE = re.compile(rf"\b(?:{_THE}|such|its|their) (?:\w+ )?(?:measure|restriction|penalt(?:y|ie)|step)s?\b")
# What stands for a deed against it.
UNDOING = re.compile(
    rf"\b(?:{_THE}|his|her|its|their|any|such an?) {_SOME}(?:withdrawal|exit|departure|pull-?out|suspension|cancellation|termination|"
    r"abandonment|rejection|refusal|breach|violations?|collapse)\b"
)
# A statement that begins so goes on about what was said before.
OPENING = re.compile(
    r"(?:that |but |and |so )*(?:it|this|that|these|those|they|such|both|all|neither|there)\b|[“\"']?(?:this|that|it)\b", re.IGNORECASE
)
# So does one that leaves out what it is about: "he will want concessions first".
ELLIPSIS = re.compile(r"\b(?:first|then|instead|either|too|in return|in exchange|so|both)[.!”\"]*$")
# A subject "it" that stands for nothing ("it was unlikely that"), or for the speaker ("it was ready to").
EMPTY_IT = re.compile(
    r"[Ii]t (?:is|was|would be|will be|seems|seemed|appears|appeared|remains) (?:\w+ ){0,3}(?:that|to|for|whether|if|why|how|time|up)\b"
)
# "It" that is the speaker himself: "Oslo said it was ready to", "it was leaving".
SPEAKER_IT = re.compile(
    r"[Ii]t (?:is|was|would be|will be|has been|remains|remained) (?:not )?(?:\w+ly )?"
    r"(?:\w+ing|ready|prepared|willing|open|committed|determined|concerned|worried|disappointed|pleased|glad|opposed|bound|entitled|keen)\b"
)
SAID_OF = re.compile(r"[^.;\n]* (?:of|about) (?:the )?$")  # what was spoken of: "“We will not accept it,” the ministry said of the award"
# "This" as a subject; a day or an hour so called is none of what was told before: "this is a day of hope".
THIS = re.compile(
    r"[“\"']?(?:this|that)(?=[ ’'](?:is|was|s|would|will|could|has)\b)(?!(?: is| was|['’]s) an? (?:[\w-]+ ){0,2}?"
    r"(?:days?|moment|time|hour|night|evening|morning|week|year|chapter|era)\b)",
    re.IGNORECASE,
)
OF_REACH = 70  # characters between a quotation and what it was said of
LAST_WORDS = 24  # characters: "in exchange" with its marks
EARLY = 40  # characters into a clause in which its subject stands
NEAR = 300  # characters before the statement in which a pronoun's noun stands
# Words that tell a deed for an issue; those against it stand in the codebook (kind `against`).
JOINING = re.compile(
    r"\b(?:re-?join|join|return|restor|re-?open|resum|sign|approv|ratif|accept|extend|renew|agree|adopt|endors|support|back|launch|revive)\w*\b",
    re.IGNORECASE,
)


def points_back(statement: str) -> bool:
    """Whether a statement refers to what was said before it."""
    return bool(
        OPENING.match(statement)
        or ELLIPSIS.search(statement, max(0, len(statement) - LAST_WORDS))
        or NAMES.search(statement)
        or DEED.search(statement)
        or UNDOING.search(statement)
        or (_has(statement, "they ", "them ") and PLURAL.search(statement))
        or (_has(statement, *CONTINUED) and GOING_ON.search(statement))
    )


def _has(text: str, *parts: str) -> bool:
    """Whether a text holds any of some parts: asked before a dear search."""
    return any(map(text.__contains__, parts))


def tells_contrary(issue: Issue, body: str, statement: Span, hints: list[Hint], is_against: Callable[[Span], bool]) -> bool:
    """Whether a statement may be on something done against an issue that it does not name: who fears the decision may be for it."""
    text = body[slice(*statement)]
    if DEED.search(text) or UNDOING.search(text):
        return True
    return issue.scope != "statement" and bool(_told_against(issue, body, statement[0], hints, is_against))


def resolved(
    issue: Issue,
    body: str,
    statement: Span,
    hints: list[Hint],
    is_against: Callable[[Span], bool],
    *,
    is_object: bool,
    is_speaker_it: bool,
    is_measure: bool,
) -> Issue:
    """The issue as the statement means it: named by what refers to it, or by a deed for or against it.

    Parameters
    ----------
    issue
        As found around the statement.
    is_against
        Whether words of the body tell something done against what follows them.
    is_object
        Whether the statement is the object of its cue ("welcomed the deal"): then a reference may stand anywhere in it,
        else it must be the clause's subject.
    is_speaker_it
        Whether "it" at the beginning is the speaker ("Oslo said it was ready").
    is_measure
        Whether the issue is a measure of one state against another: then "the measures" name it.
    """
    start, end = statement
    text = body[start : end if is_object else min(end, start + EARLY)]
    going_on = GOING_ON.search(text) if _has(text, *CONTINUED) else None
    if going_on and not issue.is_peace:
        return issue._replace(scope="statement", start=start + going_on.start(), is_against=False)
    measure = MEASURE.search(text) if is_measure else None
    if measure:
        return issue._replace(scope="statement", start=start + measure.start(), is_against=False)
    undoing = UNDOING.search(text)
    if undoing:
        return issue._replace(scope="statement", start=start + undoing.start(), is_against=True)
    deed = DEED.search(text)
    if deed:
        against = _told_against(issue, body, start, hints, is_against)
        return issue if against is None else issue._replace(scope="statement", start=start + deed.start(), is_against=against)
    named = NAMES.search(text)
    if named and not (named.start() < 2 and (EMPTY_IT.match(text) or (is_speaker_it and SPEAKER_IT.match(text)))):
        contrary = _named_against(issue, body, statement, named.group(), hints)
        return issue._replace(scope="statement", start=start + named.start(), is_against=contrary)
    plural = PLURAL.search(text) if _has(text, "hey ", "hem ", "hese ", "hose ") else None
    if plural and (last := _last_named(issue, start, hints)) and SEVERAL.search(body, last.start, last.end):
        return issue._replace(scope="statement", start=start + plural.start(), is_against=last.is_against)
    this = THIS.match(text)
    if this:
        return issue._replace(scope="statement", start=start, is_against=_named_against(issue, body, statement, "this", hints))
    return issue


def _named_against(issue: Issue, body: str, statement: Span, words: str, hints: list[Hint]) -> bool:
    """Whether a pronoun stands for a contrary of the issue: for what last named it ("the award … accepts it"), or "“…,” he said of it"."""
    if " " in words:
        return False
    position, end = statement
    behind = [hint for hint in hints if hint.issue_id == issue.issue_id and end < hint.start <= end + OF_REACH]
    if behind and SAID_OF.search(body, end, behind[0].start):
        return behind[0].is_against
    last = _last_named(issue, position, hints)
    return last is not None and last.is_against


def _last_named(issue: Issue, position: int, hints: list[Hint]) -> Hint | None:
    """What last names an issue before a position, and near it."""
    before = [hint for hint in hints if hint.issue_id == issue.issue_id and hint.end <= position and position - hint.end <= NEAR]
    return before[-1] if before else None


def _told_against(issue: Issue, body: str, position: int, hints: list[Hint], is_against: Callable[[Span], bool]) -> bool | None:
    """Whether the deed told first of an issue was against it; None where the text does not say."""
    for hint in hints:  # a headline and a lead tell the deed that a text goes on about
        if hint.issue_id != issue.issue_id:
            continue
        if hint.end > position:
            break
        begin = max(body.rfind(stop, 0, hint.start) for stop in (". ", "\n", "? ", "! "))
        if hint.is_against or is_against((begin + 1, hint.start)):
            return True
        if JOINING.search(body, begin + 1, hint.start):
            return False
    return None
