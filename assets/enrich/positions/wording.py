"""Which words of an article are a claim's statement: without its attribution, and enough of them to be understood.

Finding where a content ends belongs to `attribution`; what the statement means is read elsewhere.
"""

import re
from itertools import pairwise

from assets.enrich.positions.holders import OBJECT_RULES, SEEN_RULES, Claim
from assets.enrich.positions.page import Page
from assets.enrich.positions.reading import StanceReader, Words
from assets.enrich.words.closed_class import FINITE
from assets.enrich.words.wordlist import words

Span = tuple[int, int]

OPENER = re.compile(r"(?:that|as)\s+|[\s,;:]+")  # of a content clause: no part of what is stated
OBJECT_OPENER = re.compile(r"as\s+|[\s,;:]+")  # "rejected that claim": there "that" is part of it
CONDITION_END = re.compile(r"[,;:.?!”\"\n]")
IF = re.compile(r" (?:if|unless)\b")
# "the Gulf, which is named in the communiqué as a region of cooperation": what it is named
NAMED_AS = re.compile(r" as (?P<what>[“\"]?(?:an?|the) [^.;:\n]+)$")
WORD = re.compile(r"[\w’'-]+")
FEWEST_WORDS = 4  # of an object: with fewer the verb is needed to understand it ("welcomed the decision")
SHORT = 40  # characters that so few words may have
# Who is said to want a thing: its stance tells that, and an object with its preposition is understood without the verb.
WANTING = words("want seek desire")
RELATED = re.compile(r"\w[”\"’]? (?:with|for|in|on|between|from|by) ", re.IGNORECASE)
CUE_REACH = 60  # characters between a cue and an object that is told with it
# Words that end no statement, and what a narrator adds behind one: "…, a day after the leaders had met".
DANGLING = words("in on at by as of to for with from even and but or than that which who when where while")
ASIDE = re.compile(
    r", (?:a|an|one|two|three|\d+|a few|several|just|only|some) (?:\w+ )?(?:hour|day|week|month|year)s?"
    r" (?:after|before|since|later|earlier)\b"
    r"|,[”\"]? but (?:they |he |she |it )?(?:did not|gave no|declined|would not say|offered no|provided no)\b"
)
# A new clause behind the object of a verb: "supports the accord: a spokesman said".
NEW_CLAUSE = re.compile(r":\s+(?=[A-Z“\"])")
# "said in Berlin on Monday, and will keep its promise": time and place between cue and content
LEADING_ADJUNCT = re.compile(
    r"(?:(?:in|at|on|from|during) (?:[A-Z][\w.’'-]*|the|an?|his|her|its|\w+day)(?: [\w.’'-]+){0,3}?(?: on \w+day| \w+day)?|\w+day)"
    r", (?:and|but|adding that|that) "
)
CLOSING_MARKS = ("”", "»", '"', "'", "’")
QUOTE = re.compile(r"(?<!\w)[\"'‘][^\"'’]*$")  # one that is still open


class Wording:
    """The statements of one document's claims."""

    def __init__(self, page: Page, found: list[Words], stances: StanceReader) -> None:
        self._page, self._body, self._words, self._stances = page, page.body, found, stances

    def extent(self, claim: Claim) -> Span:
        """All that the claim says, without "that" and without the marks of a quotation that it wholly is; attributions may stand inside."""
        start, end = claim.start, claim.end
        is_object = claim.stating["rule"] in OBJECT_RULES and start >= claim.stating["cue_end"]
        for first, last in self._page.quotes(start, end):
            if first - 2 <= start < first and last <= end <= last + 2:
                start, end = first, last
        if claim.stating["rule"] == "passive-in" and (
            told := NAMED_AS.search(self._body, claim.stating["cue_end"], claim.row["evidence_end"])
        ):
            start, end = told.span("what")
        opener = (OBJECT_OPENER if is_object else OPENER).match(self._body, start, end)
        start = opener.end() if opener else start
        if is_object:
            new = NEW_CLAUSE.search(self._body, start, end)
            end = new.start() if new else end
        else:
            if claim.row["attribution"] != "direct" and (aside := ASIDE.search(self._body, start, end)):
                end = aside.start() + (2 if self._body[aside.start() + 1] in CLOSING_MARKS else 0)
            adjunct = LEADING_ADJUNCT.match(self._body, start, end) if start > claim.stating["cue_start"] else None
            start = adjunct.end() if adjunct else start
        while end > start and self._body[end - 1] in " ,;\n":
            end -= 1
        return start, self._with_condition(claim, end) if end > start else end

    def statement(self, claim: Claim, extent: Span) -> Span:
        """The words of the article, in one piece, that state what the claim says."""
        start, end = self._uninterrupted(claim, *extent)
        end = self._closed(start, end)
        if (start, end) != extent or claim.row["attribution"] != "direct":
            end = self._complete(start, end)
        begin = self._with_verb(claim, start, end)
        text = self._body[begin:end]
        if begin < start and self._body[end : end + 1] in CLOSING_MARKS and (text.count("“") > text.count("”") or QUOTE.search(text)):
            end += 1
        return begin, end

    def _uninterrupted(self, claim: Claim, start: int, end: int) -> Span:
        """Of a content with its attribution in the middle the part that is a clause: the first, where both are."""
        spans = claim.row["content_spans"]
        if claim.holder_text is None and claim.row["rule"] in SEEN_RULES:
            return start, end  # "the talks are seen as a step towards peace": the verb belongs to it
        for (_, until), (since, _) in pairwise(spans):
            if not start < until <= claim.row["cue_start"] < since < end:
                continue
            head, tail = (start, until), (since, end)
            if claim.stating is claim.row and not self._is_clause(head) and self._is_clause(tail):
                start, end = tail
            else:
                start, end = head
            while end > start and self._body[end - 1] in " ,;\n":
                end -= 1
            while start < end and self._body[start] in ' ,;\n“”"':
                start += 1
            break
        return start, end

    def _is_clause(self, span: Span) -> bool:
        text = self._body[slice(*span)]
        text = text.rstrip(' ,;“”"')
        if text[text.rfind(" ") + 1 :] in DANGLING:
            return False
        return any(word.lower() in FINITE or word.lower().endswith(("ed", "n't", "n’t")) for word in WORD.findall(text))

    def _closed(self, start: int, end: int) -> int:
        """Without the closing mark of a quotation that opened before the statement."""
        text = self._body[start:end]
        while text and text[-1] in '”»",':
            opened = sum(map(text.count, "“«„")) - sum(map(text.count, "”»"))
            is_open = opened >= 0 if text[-1] in "”»" else opened > 0 or text.count('"') % 2 == 0
            if text[-1] != "," and is_open:
                break
            text = text[:-1].rstrip()
        return start + len(text)

    def _complete(self, start: int, end: int) -> int:
        """Without words at the end that lead on to something."""
        while (last := self._body.rfind(" ", start, end)) > start and self._body[last + 1 : end] in DANGLING:
            end = last
        return end

    def _with_verb(self, claim: Claim, start: int, end: int) -> int:
        """Where a statement begins that is too short to be understood without the verb it is the object of."""
        row = claim.stating
        if (
            end - start > SHORT
            or len(WORD.findall(self._body[start:end])) >= FEWEST_WORDS
            or (row["cue"] in WANTING and RELATED.search(self._body, start, end))
            or row["cue_start"] >= start
            or start - row["cue_end"] > CUE_REACH
        ):
            return start
        is_fragment = row["rule"] in OBJECT_RULES or (row["attribution"] == "direct" and not self._is_clause((start, end)))
        if not is_fragment or row["cue_start"] < self._page.sentence(max(end - 1, 0)).sentence_start:
            return start
        return int(row["cue_start"])

    def _with_condition(self, claim: Claim, end: int) -> int:
        """Where a statement ends with the condition behind it, which belongs to it: "agreed to a truce in exchange for hostages"."""
        if claim.stating["rule"] not in OBJECT_RULES or self._body[end - 1] in ".?!":
            return end
        stop = CONDITION_END.search(self._body, end, self._page.sentence(max(end - 1, 0)).sentence_end)
        last = stop.start() if stop else end
        if not self._body.startswith(" ", end) or self._page.has_cue(end, last):
            return end
        is_threat = claim.stating["cue"] in ("threaten", "warn of", "vow", "promise", "pledge", "offer") and IF.match(self._body, end, last)
        return last if is_threat or self._stances.opens_condition(self._words, (end, last)) else end
