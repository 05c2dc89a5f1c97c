"""What blame and doubt say of an issue: who blames others for harm to relations is for them, who questions whether a thing should be is
against it. What judges the issue itself belongs to `stance`.
"""

import re
from collections.abc import Sequence

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.issues import Issue
from assets.enrich.positions.reading import Judgement

QUESTIONING = frozenset({"question", "doubt", "query", "wonder"})
# What is asked is whether it is right, not whether it will come: "whether police should be sent", "whether the deal makes sense".
SHOULD = re.compile(
    r"\bwhether\b[^.;]{0,90}?\b(?:should|ought to|needs? to|needed to|(?:is|are|was|were) (?:wise|right|necessary|needed|justified|worth\w*"
    r"|legal|lawful|legitimate|appropriate)|(?:makes?|made) sense)\b"
)


def by_blame(side: str, act: str, cue: Cue | None, issue: Issue, near: Sequence[Judgement]) -> str:
    """The side of who accuses others, where `side` is what the words of judgement `near` the issue would make of it.

    Harm told of them is no judgement of the relations that it is done to: "others try to sow discord between Oslo and Bergen".
    What they are blamed for is not praised by who blames them: "accused the envoys of encouraging the protests".
    """
    if act != "accuses" or not near:
        return side
    is_named = issue.scope == "statement" and not issue.is_against
    if issue.is_relation and is_named and any(one.kind == "harm" and one.sign > 0 and one.place < issue.start for one in near):
        return "supports"
    is_blamed = cue is not None and cue.speech_act == act and is_named and not issue.is_fight
    if side == "supports" and is_blamed and all(one.sign > 0 and one.kind == "positive" and one.place < issue.start for one in near):
        return "opposes"
    return side


def questioned(cue: Cue | None, statement: str) -> str | None:
    """The stance of who questions whether what a statement names should be; None where none is questioned."""
    is_questioned = cue is not None and cue.lemma in QUESTIONING and "whether" in statement and SHOULD.search(statement) is not None
    return "opposes" if is_questioned else None
