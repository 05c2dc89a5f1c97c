"""Whether a statement tells what its holder's own side does: "we", "his country", his state. What is done belongs to `polarity`."""

import re

from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.positions.speakers import Speakers

# Whose deed a statement tells, by its first words.
OWN_SIDE = re.compile(
    r"(?:we|I|I’m|I'm|it(?! (?:is|was|would be|will be|seems|seemed)\b.{0,40}\bthat\b)|he|she|they"
    r"|(?:his|her|its|our|my) (?:country|government|side|nation|city|state|party|army|people|administration|company|organi[sz]ation))\b",
    re.IGNORECASE,
)
OWN_REACH = 4  # characters before the name: "the "
SUPPOSING = re.compile(r"[“\"']?[Ii]f (?:[^,;.]{2,90},|need(?:ed| be)|necessary) ")  # before the clause that tells the deed
WE = re.compile(r"(?:we|I|(?:our|my) \w+)\b")  # "he", behind a condition, may be the one of whom that tells


def tells_own_deed(
    index: MentionIndex, speakers: Speakers, document_id: str, body: str, statement: tuple[int, int], holder: Mention | None
) -> bool:
    """Whether the subject of the statement [start, end) is its holder's side."""
    start, end = statement
    supposed = SUPPOSING.match(body, start, end)
    start = supposed.end() if supposed else start
    if (WE if supposed else OWN_SIDE).match(body, start, end):
        return True
    first = next(iter(index.within(document_id, start, end)), None)
    return first is not None and first["evidence_start"] <= start + OWN_REACH and speakers.is_of(first, holder)
