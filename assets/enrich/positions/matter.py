"""Which issue a claim is on: what its words name, what they refer to, what stands around it. How terms of issues add up belongs to `issues`
and `themes`; how the claim stands towards the issue to `stance`.
"""

import re

from assets.codebook import Codebook
from assets.enrich.actors.index import MentionIndex
from assets.enrich.positions.earlier import Earlier
from assets.enrich.positions.holders import OBJECT_RULES, Claim
from assets.enrich.positions.issues import Issue, Surroundings, issue_finder
from assets.enrich.positions.own_deeds import tells_own_deed
from assets.enrich.positions.page import Page
from assets.enrich.positions.parties import Between, parties, related, warmed
from assets.enrich.positions.reading import stance_reader
from assets.enrich.positions.references import points_back, resolved
from assets.enrich.positions.speakers import Speakers
from assets.enrich.positions.stated import LABEL_RULE
from assets.enrich.positions.terms import Terms

Span = tuple[int, int]

CLAIMED = re.compile(r"(?:that|the|this|these|those|such) (?:claim|accusation|allegation|charge|account|report|suggestion|criticism)s?")


class Matter:
    """The issues of one document's claims; `found` are the terms of its body."""

    def __init__(self, document_id: str, page: Page, found: Terms, speakers: Speakers, index: MentionIndex, codebook: Codebook) -> None:
        self.id, self.page, self.body, self.speakers, self.index = document_id, page, page.body, speakers, index
        self.finder, self.stances, self.parties = issue_finder(codebook), stance_reader(codebook), parties(codebook)
        self.hints, self.words = found.hints, found.words
        self.names_relation = self.parties.named_in(hint.issue_id for hint in self.hints)
        self.themes = self.finder.themes(self.body, self.hints, found.needed, page.title)
        self.earlier = Earlier(self.hints)

    def issue(self, claim: Claim, start: int, end: int) -> Issue | None:
        """The issue of the statement [start, end), as it means it."""
        rule, is_object = claim.stating["rule"], claim.stating["rule"] in OBJECT_RULES
        place = self._surroundings(claim, start, end)
        is_described = rule == "subject-cue-as"  # "a move he called a step towards peace"
        or_narrower = is_described and self.body.startswith("as ", claim.start)
        named = self.finder.named(self.themes, place, or_narrower=or_narrower)
        if named or not self.hints:
            self.earlier.note(place, claim.holder, named)
            return named
        text = self.body[start:end]
        if thaw := warmed(self.body[claim.row["content_spans"][0][0] : end], self.finder, self.themes, place):
            return thaw
        if is_object and CLAIMED.fullmatch(text):
            return None  # what others claim may be about anything
        goes_on = points_back(text)
        reach = "title"
        if claim.row["rule"] == LABEL_RULE:  # what a whole panel is about says nothing of "good evening"
            reach = "paragraph" if goes_on else "sentence"
        is_vague = is_object and not is_described and not goes_on  # the object of a verb mostly names its own
        issue = self.finder.around(self.themes, place, reach=reach, points_back=goes_on, is_vague=is_vague)
        if reach == "title" and (issue is None or issue.found_in == "title"):
            issue = self.earlier.gone_on_with(place, claim.holder) or issue
        issue = self._of_parties(issue, claim, place)
        self.earlier.note(place, claim.holder, issue)
        if issue is None:
            return None
        own = (self.index, self.speakers, self.id, self.body, (start, end), claim.holder)
        is_speaker_it = claim.row["attribution"] != "direct" and tells_own_deed(*own)
        kind = {"is_object": is_object, "is_speaker_it": is_speaker_it, "is_measure": self.finder.is_measure(issue)}
        return resolved(issue, self.body, (start, end), self.hints, self.is_against, **kind)

    def _of_parties(self, issue: Issue | None, claim: Claim, place: Surroundings) -> Issue | None:
        """The relation of whom the statement names, where its paragraph or document is on that and not its sentence on another issue."""
        if issue is not None and issue.found_in not in ("paragraph", "title"):
            return issue
        if issue is not None and self.finder.may_be_peace(issue) and self.stances.peace(self.words, place.statement):
            issue = self.finder.peace_of(issue, self.themes, place) or issue  # "sees no reason to stop fighting"
        between = self.between(place.statement, claim)
        if between is None or between.is_of_others:
            return issue
        return related(issue, between, self.finder, self.themes, place)

    def between(self, span: Span, claim: Claim) -> Between | None:
        """Whom [start, end) names beside the claim's holder, where the document is on the relations of any two."""
        return self.parties.between(self.index, self.speakers, self.id, span, claim.holder) if self.names_relation else None

    def _surroundings(self, claim: Claim, start: int, end: int) -> Surroundings:
        sentence = self.page.sentence(claim.stating["cue_start"])
        if not sentence.sentence_start <= start < sentence.sentence_end:
            sentence = self.page.sentence(start)
        span, paragraph = (sentence.sentence_start, sentence.sentence_end), (sentence.paragraph_start, sentence.paragraph_end)
        foreign = [one for one in self.page.contents_in(*span) if one[1] <= start or end <= one[0]]
        return Surroundings((start, end), span, paragraph, self.page.title, foreign)

    def is_against(self, span: Span) -> bool:
        """Whether the words [start, end) tell something done against what follows them."""
        return self.stances.is_against(self.body, self.words, span)
