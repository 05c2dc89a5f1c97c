"""What a statement is on where it only stands behind the issue or beside it: the clause of a "which", a label, a thing that a measure
forbids. What pronouns and words like "the deal" refer to belongs to `references`.
"""

import re
from collections.abc import Callable

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.hints import Hint
from assets.enrich.positions.issues import Issue
from assets.enrich.positions.speakers import Row

Span = tuple[int, int]

# Between a thing and the one who judges it: "the dam[, which] Oslo regards as", "the pipeline[, a project that] Poland has opposed".
WHICH = re.compile(
    r"[^.,;:!?\n—]{0,30}(?:, (?:an?|the|one) (?:\w+ ){0,2}?(?:idea|plan|project|step|move|measure|decision|deal|pact|proposal|policy|law"
    r"|bill|scheme|venture|treaty|accord|vote|resolution|prospect))?"
    r",? (?:which|that) (?:the |an? |some |many )?"
)
BARE_REACH = 200  # characters between a thing and "Norway is against", "Norway speaks of a disgrace"
LABEL = re.compile(r"an? (?:[\w-]+ ){0,3}[\w-]+")
SPEAKING = frozenset({"speak", "speak of", "talk", "talk of"})  # "speaks of a disgrace"


def told_before(issue: Issue, body: str, row: Row, statement: Span, hints: list[Hint], is_against: Callable[[Span], bool]) -> Issue:
    """The issue as named by the thing that a statement is said of: "the dam, which Oslo rejects", "tariffs … Norway is against".

    Parameters
    ----------
    row
        The attribution that words the statement (`schemas.ATTRIBUTION_SPANS`).
    is_against
        Whether words of the body tell something done against what follows them.
    """
    source = row["source_start"]
    if issue.scope == "statement" or source is None:
        return issue
    last = next((hint for hint in reversed(hints) if hint.issue_id == issue.issue_id and hint.end <= min(source, statement[0])), None)
    if last is None or source - last.end > BARE_REACH or "\n" in body[last.end : source]:
        return issue
    is_label = row["cue"] in SPEAKING and not (issue.is_peace or issue.is_fight) and LABEL.fullmatch(body, *statement)
    if not (row["rule"] == "bare-state" or is_label or WHICH.fullmatch(body, last.end, source)):
        return issue
    begin = max(body.rfind(stop, 0, last.start) for stop in (". ", "\n", "? ", "! "))
    contrary = last.is_against or is_against((begin + 1, last.start))
    if contrary and row["rule"] == "bare-state":
        return issue  # of "Oslo wants to lift the tariffs; Norway is in favour" all may be meant
    return issue._replace(scope="statement", start=statement[0], is_against=contrary)


def as_forbidden(issue: Issue, cue: Cue | None, statement: str, traded: re.Pattern[str]) -> Issue:
    """Of a measure against one who wants what it forbids, its contrary: under sanctions, "is interested in buying aircraft"."""
    wants = cue is not None and cue.stance == "supports" and cue.kind in ("thought", "state")
    if issue.scope == "statement" or not wants or traded.search(statement) is None:
        return issue
    return issue._replace(scope="statement", is_against=True)
