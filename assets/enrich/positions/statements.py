"""Which attributions state a position, whose it is, on what and how it stands: positions of documents as rows.

Finding attributions does not belong here, nor the words of issues, stances and channels: see `attribution`, `issues`,
`stance` and `context`.
"""

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from assets.codebook import Codebook
from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.attribution.cue_lexicon import cue_lexicon
from assets.enrich.positions.confidence import confidence
from assets.enrich.positions.context import Circumstances, asked, channels, circumstances, said_at
from assets.enrich.positions.holders import OBJECT_RULES, Claim, claims
from assets.enrich.positions.issues import Issue, Surroundings, issue_finder
from assets.enrich.positions.references import points_back, resolved
from assets.enrich.positions.speakers import Row, Speakers
from assets.enrich.positions.stance import speech_act, stance, stance_reader
from assets.enrich.positions.stated import LABEL_RULE, SHORTEST, states_position
from assets.enrich.positions.turns import with_turns
from assets.enrich.words.closed_class import RELATIVES
from assets.enrich.words.passages import Sentence, by_document
from assets.enrich.words.quotes import inside, quotations
from assets.enrich.words.tokens import Tokens
from assets.identity import content_id
from assets.schemas import POSITIONS

Span = tuple[int, int]

# Speech acts that are aimed at somebody.
AIMED = frozenset({"praises", "criticizes", "accuses", "demands", "proposes", "rejects", "threatens", "warns", "asks"})
# Whose deed a statement tells, by its first words.
OWN_SIDE = re.compile(
    r"(?:we|I|I’m|I'm|it(?! (?:is|was|would be|will be|seems|seemed)\b.{0,40}\bthat\b)|he|she|they"
    r"|(?:his|her|its|our|my) (?:country|government|side))\b",
    re.IGNORECASE,
)
ANAPHORIC = re.compile(r"(?:he|she|they|the(?: \w+){1,2})", re.IGNORECASE)
OWN_REACH = 4  # characters before the name: "the "
TITLE_REACH = 40
TARGET_REACH = 35
TITLE = re.compile(r"(?: (?!and |or |with |on |in |to )[A-Za-z]+){1,4} ")  # between "US" and the name in "US President X"
CONDITION_END = re.compile(r"[,;:.?!”\"\n]")
STOP = re.compile(r"[.?!][”\"’')]*\s+|\n")
# What follows the head of a noun phrase and its prepositions: "observers who, …", "economists, among them …".
BEYOND_HEAD = re.compile(r"\s*[,;:(—–]|\s(?:who|whom|whose|which|that|when|where|while|regardless|including|speaking)\b")
OPENER = re.compile(r"^(?:that|as)\s+|^[\s,;:]+")  # of a content clause: no part of what is stated


def positions(
    documents: pl.DataFrame,
    sentences: pl.DataFrame,
    attributions: pl.DataFrame,
    actor_mentions: pl.DataFrame,
    time_expressions: pl.DataFrame,
    codebook: Codebook,
) -> pl.DataFrame:
    """Stated positions of all documents.

    Parameters
    ----------
    documents
        `document_id`, `body` and `text_origin` of `schemas.DOCUMENTS`.
    sentences, attributions, actor_mentions, time_expressions
        Frames of `schemas` of the same documents.
    codebook
        With its issues, their terms, cues and position terms.

    Returns
    -------
    Frame of `schemas.POSITIONS`. `statement` is the slice of the body at its offsets. A mere report of a fact, on no issue
    and without judgement or quotation, is no position.
    """
    index = MentionIndex(actor_mentions, documents)
    speakers = Speakers(index, codebook, dict(documents.select("document_id", "body").iter_rows()))
    rows: list[dict[str, Any]] = []
    spoken = {key[0]: frame for key, frame in attributions.partition_by("document_id", as_dict=True).items()}
    cut = by_document(sentences)
    times: dict[str, list[tuple[int, int, str]]] = {}
    columns = ("document_id", "evidence_start", "evidence_end", "time_id")
    for document_id, start, end, time_id in time_expressions.select(columns).iter_rows():
        times.setdefault(document_id, []).append((start, end, time_id))
    for document in documents.select("document_id", "body", "text_origin").iter_rows(named=True):
        key = document["document_id"]
        if key in spoken:
            reader = _Document(document, cut[key], sorted(times.get(key, [])), speakers, index, codebook)
            rows.extend(reader.rows(spoken[key]))
    return POSITIONS.conform(POSITIONS.frame(rows).unique("position_id", keep="first", maintain_order=True))


class _Document:
    """One document's attributions on their way to positions."""

    def __init__(
        self, document: Row, sentences: list[Sentence], times: list[tuple[int, int, str]], speakers: Speakers,
        index: MentionIndex, codebook: Codebook,
    ) -> None:  # fmt: skip
        self.id, self.body = document["document_id"], document["body"]
        self.is_verbatim = document["text_origin"] != "machine_paraphrased"
        self.sentences = sentences
        self.title = next(((row.paragraph_start, row.paragraph_end) for row in self.sentences if row.is_title), None)
        self.times, self.speakers, self.index = times, speakers, index
        self.lexicon = cue_lexicon(codebook)
        self.finder, self.stances, self.channels = issue_finder(codebook), stance_reader(codebook), channels(codebook)
        self.hints = self.finder.hints(self.body)
        self.topic = self.finder.topic(self.body, self.hints, self.title)
        self.quotes = self._quotes()

    def rows(self, attributions: pl.DataFrame) -> Iterator[Row]:
        """Positions of the document's attributions."""
        found = list(attributions.sort("evidence_start", "evidence_end").iter_rows(named=True))
        self.cues = [(row["cue_start"], row["cue_end"]) for row in found]
        self.contents = [tuple(span) for row in found for span in row["content_spans"]]
        for claim in claims(self.body, with_turns(self.body, self.sentences, found), self.speakers):
            row = self._row(claim)
            if row:
                yield row

    def _row(self, claim: Claim) -> Row | None:
        start, end = self._statement(claim)
        if end - start < SHORTEST:
            return None
        statement = self.body[start:end]
        cue = self.lexicon.cue(claim.stating["cue"], claim.stating["rule"])
        issue = self._issue(claim, start, end)
        reading = self.stances.read(statement, start, issue.terms if issue else ())
        negated = claim.stating["is_negated"]
        act = _act(speech_act(reading, cue, statement, is_clause=claim.stating["rule"] not in OBJECT_RULES), negated=negated)
        quote = self._quote(start, end)
        is_quoted = quote is not None and (claim.row["attribution"] == "direct" or " " in quote)
        if not states_position(claim, cue, act, reading, issue, statement, is_quoted=is_quoted):
            return None
        row = claim.row
        around = self._circumstances(row)
        speaker, holder = claim.speaker, claim.holder
        return {
            "position_id": content_id(self.id, start, end, claim.stating["cue_start"], row["evidence_start"]),
            "attribution_id": row.get("turn_of", row["attribution_id"]),
            "document_id": self.id,
            "speaker_mention_id": speaker["mention_id"] if speaker else None,
            "speaker_text": _named(claim.speaker_text, speaker),
            "speaker_role": (speaker["discovered_role"] or speaker["role"]) if speaker else None,
            "holder_mention_id": holder["mention_id"] if holder else None,
            "holder_text": _named(claim.holder_text, holder),
            "addressee": around.addressee or asked(claim.stating["rule"], statement),
            "medium": around.medium,
            "reported_by": claim.reported_by or around.reported_by,
            "issue_id": issue.issue_id if issue else None,
            "target_mention_id": self._target(start, end, holder) if act in AIMED else None,
            "stance": stance(
                reading,
                cue,
                act,
                issue,
                self._clause(issue, start, end),
                (start, end),
                is_negated=negated,
                is_own_deed=self._tells_own_deed(start, end, holder),
            ),
            "speech_act": act,
            "statement": statement,
            "quote": quote if self.is_verbatim else None,
            "is_verbatim": self.is_verbatim and row["attribution"] == "direct",
            "attribution": row["attribution"],
            "cue": claim.stating["cue"],
            "is_negated": negated,
            "is_headline": row["is_headline"],
            "time_id": said_at(self.body, self.times, (row["cue_start"], row["cue_end"]), row["content_spans"], self._bounds(row)),
            "evidence": self.body[row["evidence_start"] : max(row["evidence_end"], end)],
            "evidence_start": row["evidence_start"],
            "evidence_end": max(row["evidence_end"], end),
            "statement_start": start,
            "statement_end": end,
            "rule": claim.stating["rule"],
            "confidence": confidence(min(row["confidence"], claim.stating["confidence"]), issue, is_untold=_is_untold(claim)),
        }

    def _issue(self, claim: Claim, start: int, end: int) -> Issue | None:
        """The issue of the statement [start, end), as it means it."""
        sentence = self._sentence(claim.stating["cue_start"])
        if not sentence.sentence_start <= start < sentence.sentence_end:
            sentence = self._sentence(start)
        span, statement, rule = (sentence.sentence_start, sentence.sentence_end), self.body[start:end], claim.stating["rule"]
        foreign = tuple(one for one in self.contents if span[0] <= one[0] < span[1] and (one[1] <= start or end <= one[0]))
        place = Surroundings((start, end), span, (sentence.paragraph_start, sentence.paragraph_end), self.title, foreign)
        is_object, goes_on = rule in OBJECT_RULES, points_back(statement)
        issue = self.finder.issue(
            self.body,
            self.hints,
            place,
            self.topic,
            reach=_reach(claim, self.body[claim.start : claim.end], points_back=goes_on),
            points_back=goes_on,
        )
        if issue is None:
            return None
        is_speaker_it = claim.row["attribution"] != "direct" and self._tells_own_deed(start, end, claim.holder)
        return resolved(issue, self.body, (start, end), self.hints, self.stances, is_object=is_object, is_speaker_it=is_speaker_it)

    def _clause(self, issue: Issue | None, start: int, end: int) -> Span:
        """The sentence of the statement that names its issue; the whole statement where none does."""
        if issue is None or not start <= issue.start < end:
            return start, end
        stops = [match.end() for match in STOP.finditer(self.body, start, end)]
        return max([stop for stop in stops if stop <= issue.start], default=start), min([s for s in stops if s > issue.start], default=end)

    def _statement(self, claim: Claim) -> Span:
        """The claim's span without "that", and without the marks of a quotation that it wholly is."""
        start, end = claim.start, claim.end
        for first, last, _ in self.quotes:
            if first - 2 <= start < first and last <= end <= last + 2:
                start, end = first, last
        text = self.body[start:end]
        start += len(text) - len(OPENER.sub("", text))
        while end > start and self.body[end - 1] in " ,;\n":
            end -= 1
        return start, self._with_condition(claim, end)

    def _with_condition(self, claim: Claim, end: int) -> int:
        """Where a statement ends with the condition behind it, which belongs to it: "agreed to a truce in exchange for hostages"."""
        if claim.stating["rule"] not in OBJECT_RULES or self.body[end - 1] in ".?!":
            return end
        stop = CONDITION_END.search(self.body, end, self._sentence(max(end - 1, 0)).sentence_end)
        tail = self.body[end : stop.start() if stop else end]
        taken = any(first < end + len(tail) and end < last for first, last in self.cues)
        return end + len(tail) if tail.startswith(" ") and not taken and self.stances.opens_condition(tail) else end

    def _quote(self, start: int, end: int) -> str | None:
        """The longest stretch of the statement that stands between quotation marks."""
        inner = [(max(first, start), min(last, end)) for first, last, _ in self.quotes if first < end and last > start]
        longest = max(inner, key=lambda span: (span[1] - span[0], -span[0]), default=None)
        if longest is None:
            return None
        words = self.body[slice(*longest)].strip().rstrip(",").rstrip()
        return words or None

    def _quotes(self) -> list[tuple[int, int, bool]]:
        tokens = Tokens(self.body)
        paragraphs = dict.fromkeys((row.paragraph_start, row.paragraph_end) for row in self.sentences)
        found = quotations(tokens, [tokens.span(first, last) for first, last in paragraphs])
        return [(*inside(tokens, quotation), quotation.is_open) for quotation in found]

    def _sentence(self, position: int) -> Sentence:
        for row in self.sentences:
            if position < row.sentence_end:
                return row
        return self.sentences[-1]

    def _bounds(self, row: Row) -> Span:
        """From the first sentence of an attribution to the end of the one its cue stands in."""
        last = self._sentence(max(row["cue_start"], row["source_start"] or 0))
        return min(last.sentence_start, row["evidence_start"]), last.sentence_end

    def _circumstances(self, row: Row) -> Circumstances:
        start, end = self._bounds(row)
        start = max([last for _, last in self.cues if start < last <= row["evidence_start"]], default=start)
        end = min([first for first, _ in self.cues if row["evidence_end"] <= first < end], default=end)
        contents = [tuple(span) for span in row["content_spans"]]
        blocked = sorted([*contents, (row["cue_start"], row["cue_end"])])
        around, position = [], start
        for first, last in blocked:
            if first > position:
                around.append((position, min(first, end)))
            position = max(position, last)
        if position < end:
            around.append((position, end))
        media = [
            mention
            for mention in self.index.within(self.id, start, end)
            if self.speakers.is_medium(mention) and not any(a <= mention["evidence_start"] < b for a, b in contents)
        ]
        behind = max(row["cue_end"], row["source_end"] or 0)
        following = min([first for first, _ in contents if first >= behind], default=end)
        return circumstances(self.body, row["cue"], around, (behind, following), media, self.channels)

    def _tells_own_deed(self, start: int, end: int, holder: Mention | None) -> bool:
        """Whether the statement's subject is the holder's side: "we", "his country", his state."""
        if OWN_SIDE.match(self.body, start, end):
            return True
        first = next(iter(self.index.within(self.id, start, end)), None)
        return first is not None and first["evidence_start"] <= start + OWN_REACH and self.speakers.is_of(first, holder)

    def _target(self, start: int, end: int, holder: Mention | None) -> str | None:
        """The first actor of the statement who is not its holder."""
        for mention in self.index.within(self.id, start, end):
            if mention["evidence_start"] > start + TARGET_REACH:
                break  # too far to be the subject or object of the statement
            if not self.speakers.is_same(mention, holder) and not self.speakers.is_medium(mention):
                named = self.index.after(self.id, mention["evidence_end"], TITLE_REACH)
                between = self.body[mention["evidence_end"] : named["evidence_start"]] if named else ","
                return str((named if named and TITLE.fullmatch(between) else mention)["mention_id"])
        return None


def _reach(claim: Claim, words: str, *, points_back: bool) -> str:
    """How far from a statement its issue may be named: the object of a verb names its own."""
    rule = claim.stating["rule"]
    if rule == "subject-cue-as":
        return "topic" if words.startswith("as ") else "title"
    if claim.row["rule"] == LABEL_RULE:
        return "paragraph" if points_back else "sentence"  # what a whole panel is about says nothing of "good evening"
    return "statement" if rule in OBJECT_RULES and not points_back else "title"


def _act(act: str, *, negated: bool) -> str:
    """A denied act is another: who does not rule out states, who does not agree rejects."""
    if not negated:
        return act
    return {"agrees": "rejects", "promises": "rejects", "rejects": "states", "denies": "states", "praises": "criticizes"}.get(act, act)


def _is_untold(claim: Claim) -> bool:
    """Whether the holder is but a word for somebody named before whom nothing found: "they", "the bloc"."""
    return claim.holder is None and ANAPHORIC.fullmatch(claim.holder_text or "") is not None


def _named(text: str | None, mention: Mention | None) -> str | None:
    """The words of a source, without the clause that tells more of it; a relative pronoun gives way to the name it stands for."""
    if text is None or mention is not None:
        return str(mention["surface"]) if text is not None and mention and text.lower() in RELATIVES else text
    return BEYOND_HEAD.split(text, maxsplit=1)[0].strip() or text
