"""Whose will an onlooker describes: "Norway might settle for a truce" is Norway's stand. What is wanted is read elsewhere.

An analyst who tells the readiness, the interest or the wish of a state takes no stand of his own. An official speaks for his side, and
what he says of another is his judgement of it.
"""

import re
from dataclasses import replace

from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.positions.holders import OBJECT_RULES, Claim
from assets.enrich.positions.speakers import Speakers

ONLOOKER = re.compile(
    r"\b(?:analysts?|experts?|specialists?|scholars?|professors?|lecturers?|researchers?|historians?|economists?|academics?|scientists?"
    r"|commentators?|columnists?|pundits?|observers?|fellows?|dean|strategists?|author)\b",
    re.IGNORECASE,
)
# Who heads one of these watches as well: "the director of the Institute of World Affairs".
SEAT = re.compile(r"\b(?:institut\w*|universit\w*|academy|college|think[ -]tank|school|cent(?:er|re) for|research)\b", re.IGNORECASE)
OPENING = re.compile(
    r"[\s“\"'‘]*(?:that )?(?:(?:but|and|so|yet|still|however),? )?(?:I (?:believe|think) (?:that )?)?(?:the )?", re.IGNORECASE
)
_DISPOSED = (
    r"(?:interested|fascinated|keen|ready|prepared|willing|unwilling|reluctant|eager|open to|anxious|determined|intent on|desperate|opposed"
    r"|inclined|bent on|set on)\b"
)
# What follows the name of a state whose will is told: "was keen on", "might settle for".
WILL = re.compile(
    rf"\s(?:is|are|was|were|remains?|remained|(?:would|will|may|might|could) be)(?: \w+){{0,2}}? {_DISPOSED}"
    r"|\s(?:would|will|may|might|could)(?: not| never)?(?: (?:\w+ly|only|rather|still|also|first|even))?"
    r" (?:seek|search|look for|settle for|accept|agree|insist|demand|want|prefer|reject|refuse|welcome|push for|press for|hold out for"
    r"|compromise|favou?r|oppose|like to)\b"
)
FOR = re.compile(r"for (?:the )?(?:(?:President|Prime Minister|Mr\.|Ms\.|Mrs\.) )?", re.IGNORECASE)
# What is said of those named behind "for": "for Norway, the treaty is more important than".
MATTERS = re.compile(
    r",? [^.;:!?]{0,90}?\b(?:is|are|was|were|remains?|remained) (?:\w+ ){0,2}"
    r"(?:important|necessary|vital|crucial|essential|paramount|critical|central|useful|valuable|preferable|attractive|desirable|advantageous"
    r"|acceptable|unacceptable|(?:priority|priorities)\b)"
)

# A name for what was told before of somebody's will: "“The king wants peace,” she said. “You may call it a longing for calm.”"
NAMING_IT = re.compile(
    r"[“\"']?(?:you|we|one|I) (?:can|could|may|might|would) (?:call|name|describe|term) (?:it|this|that)\b", re.IGNORECASE
)
# Who speaks for the one named before: "her spokesman Bo Lind".
SPOKESMAN = re.compile(r"(?:his|her|its|their) (?:[\w’'-]+ ){0,2}?(?:spokes\w+|press secretary|aide|adviser|lawyer|envoy|office)\b")


class Described:
    """The states and leaders whose will is described in a document."""

    def __init__(self, document_id: str, body: str, index: MentionIndex, speakers: Speakers) -> None:
        self._id, self._body, self._index, self._speakers = document_id, body, index, speakers

    def held(self, claim: Claim) -> Claim:
        """The claim, with the one as its holder whose will its speaker only describes."""
        if claim.stating is not claim.row or claim.owner is not claim.row or claim.stating["rule"] in OBJECT_RULES:
            return claim
        holder = self._holder(claim.start, claim.end, claim.speaker, claim.speaker_text)
        return replace(claim, holder=holder, holder_text=holder["surface"]) if holder else claim

    def spoken_for(self, claim: Claim, previous: Claim | None) -> Claim:
        """The claim of one who goes on, with whom he spoke for as its holder: "Holt agreed, her spokesman said, adding that"."""
        start, end = claim.row["source_start"], claim.row["source_end"]
        if (
            previous is not None
            and NAMING_IT.match(self._body, claim.start, claim.end)
            and self._speakers.is_same(previous.speaker, claim.speaker)
        ):
            return replace(claim, holder=previous.holder, holder_text=previous.holder_text)
        if previous is None or claim.row["rule"] != "participle-clause" or claim.owner is not claim.row or start is None:
            return claim
        goes_on = previous.row["source_start"] == start and previous.holder is not None and SPOKESMAN.match(self._body, start, end)
        if not goes_on or self._speakers.is_same(previous.holder, previous.speaker):
            return claim
        return replace(claim, holder=previous.holder, holder_text=previous.holder_text)

    def is_by_onlooker(self, claim: Claim) -> bool:
        """Whether a claim's holder is its speaker, and one who only looks on."""
        return claim.owner is claim.row and self._watches(claim.speaker, claim.speaker_text)

    def _holder(self, start: int, end: int, speaker: Mention | None, source: str | None) -> Mention | None:
        opening = OPENING.match(self._body, start, end)
        begin = opening.end() if opening else start
        matter = FOR.match(self._body, begin, end)
        name = self._named(matter.end() if matter else begin, end)
        if name is None or self._speakers.is_same(name, speaker):
            return None
        if matter:
            is_told = MATTERS.match(self._body, name["evidence_end"], end) is not None
            return name if is_told and (self._speakers.is_person(name) or self._watches(speaker, source)) else None
        is_told = self._speakers.is_state(name) and WILL.match(self._body, name["evidence_end"], end) is not None
        return name if is_told and self._watches(speaker, source) else None

    def _named(self, start: int, end: int) -> Mention | None:
        """The mention that begins at a character, or with an article before it."""
        first = next(iter(self._index.within(self._id, start, end)), None)
        return first if first is not None and first["evidence_start"] == start else None

    def _watches(self, speaker: Mention | None, source: str | None) -> bool:
        """Whether a speaker looks on, as an analyst does, and speaks for nobody."""
        known = (speaker["discovered_role"], speaker["discovered_organization"]) if speaker else ()
        if speaker is not None and speaker["role"] is not None:
            return False  # who holds an office speaks for it
        told = " ".join(words for words in (*known, source) if words)
        return ONLOOKER.search(told) is not None or SEAT.search(told) is not None
