"""Which attributions state a position, whose it is, on what and how it stands: positions of documents as rows.

Finding attributions does not belong here, nor the words of issues, stances and channels: see `attribution`, `issues`,
`stance` and `context`.
"""

import re
from collections.abc import Iterator

import polars as pl

from assets.codebook import Codebook
from assets.enrich.actors.index import Mention, MentionIndex, mention_index
from assets.enrich.attribution.cue_lexicon import Cue, cue_lexicon
from assets.enrich.positions.acts import of_negated, speech_act
from assets.enrich.positions.confidence import confidence
from assets.enrich.positions.context import asked, said_at, told_around
from assets.enrich.positions.described import Described
from assets.enrich.positions.feelings import felt
from assets.enrich.positions.future import futures
from assets.enrich.positions.holders import OBJECT_RULES, Claim, claims
from assets.enrich.positions.issues import Issue
from assets.enrich.positions.joined import joined
from assets.enrich.positions.kinds import kinds
from assets.enrich.positions.matter import Matter
from assets.enrich.positions.meant import as_forbidden, told_before
from assets.enrich.positions.naming import name_of
from assets.enrich.positions.own_deeds import tells_own_deed
from assets.enrich.positions.page import Page
from assets.enrich.positions.peace import as_peace, is_claim, may_be_peace
from assets.enrich.positions.polarity import clause_of
from assets.enrich.positions.reading import Reading, stance_reader
from assets.enrich.positions.references import tells_contrary
from assets.enrich.positions.sources import Sources
from assets.enrich.positions.speakers import Row, Speakers
from assets.enrich.positions.stance import FAVOURING, stance
from assets.enrich.positions.stated import OWNING, SHORTEST, states_position
from assets.enrich.positions.targets import AIMED, target
from assets.enrich.positions.terms import term_finder
from assets.enrich.positions.turns import with_turns
from assets.enrich.positions.wording import Wording
from assets.enrich.words.passages import by_document
from assets.identity import content_id
from assets.schemas import POSITIONS

Span = tuple[int, int]

# What one announces is one's own doing: "announced the withdrawal".
ANNOUNCED = frozenset({"announce", "declare", "order", "unveil", "decree"})
# What is offered or agreed to only "if".
OFFERING = frozenset({"promises", "proposes", "agrees"})
NONE_OF = re.compile(r"\b(?:has|have|had|with|see|sees|saw) (?:no|little) $")  # "had no plans to"
EXPECTED = re.compile(r"\b(?:would|ideally)\b")  # a state that "would expect Oslo to comply" demands it
TO_VERB = re.compile(r"to (?P<verb>\w+)\b")
# What is read of `schemas.ATTRIBUTION_SPANS`.
SPOKEN = (
    "document_id", "attribution_id", "parent_attribution_id", "speaker_mention_id", "evidence_start", "evidence_end", "source_start",
    "source_end", "cue_start", "cue_end", "content_end", "content_spans", "attribution", "cue", "is_negated", "is_headline", "rule",
    "confidence",
)  # fmt: skip


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
    index = mention_index(actor_mentions, documents)
    speakers = Speakers(index, codebook, dict(documents.select("document_id", "body").iter_rows()))
    spoken, cut, times = _spoken(attributions), by_document(sentences), _times(time_expressions)
    rows: dict[str, Row] = {}
    for document_id, body, text_origin in documents.select("document_id", "body", "text_origin").iter_rows():
        if document_id not in spoken:
            continue
        page = Page(body, cut[document_id], spoken[document_id])
        document = _Document(document_id, page, times.get(document_id, []), text_origin, speakers, index, codebook)
        for row in document.rows(spoken[document_id]):
            rows.setdefault(row["position_id"], row)
    columns = {name: [row[name] for row in rows.values()] for name in POSITIONS.columns}
    return POSITIONS.conform(pl.DataFrame(columns, schema=POSITIONS.polars))


def _spoken(attributions: pl.DataFrame) -> dict[str, list[Row]]:
    """Attributions by document, in the order of the text."""
    ordered = attributions.select(SPOKEN).sort("document_id", "evidence_start", "evidence_end", maintain_order=True)
    found: dict[str, list[Row]] = {}
    for values in zip(*(ordered[name].to_list() for name in SPOKEN), strict=True):
        row = dict(zip(SPOKEN, values, strict=True))
        row["content_spans"] = list(map(tuple, row["content_spans"]))
        found.setdefault(row["document_id"], []).append(row)
    return found


def _times(time_expressions: pl.DataFrame) -> dict[str, list[tuple[int, int, str]]]:
    """Start, end and id of the time expressions of each document, in the order of the text; not of those that date what follows them."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    columns = ("document_id", "evidence_start", "evidence_end", "time_id")
    told = time_expressions.filter(pl.col("counted_from").ne_missing("beside"))
    for document_id, *time in told.select(columns).sort(columns).iter_rows():
        found.setdefault(document_id, []).append((time[0], time[1], time[2]))
    return found


class _Document:
    """One document's attributions on their way to positions."""

    def __init__(
        self, document_id: str, page: Page, times: list[tuple[int, int, str]], text_origin: str, speakers: Speakers, index: MentionIndex,
        codebook: Codebook,
    ) -> None:  # fmt: skip
        self.id, self.page, self.body, self.times = document_id, page, page.body, times
        self.is_verbatim = text_origin != "machine_paraphrased"
        self.speakers, self.index = speakers, index
        self.lexicon, self.stances, self.kinds = cue_lexicon(codebook), stance_reader(codebook), kinds(codebook)
        self.futures = futures(codebook)
        found = term_finder(codebook).of(self.body)
        self.hints, self.words, self.channels = found.hints, found.words, found.channels
        self.media = [mention for mention in index.of(document_id) if speakers.is_medium(mention)]
        self.wording = Wording(page, self.words, self.stances)
        self.sources = Sources(document_id, self.body, index, speakers)
        self.described = Described(document_id, self.body, index, speakers)
        self.matter = Matter(document_id, page, found, speakers, index, codebook)

    def rows(self, attributions: list[Row]) -> Iterator[Row]:
        """Positions of the document's attributions."""
        spoken = with_turns(self.body, self.page.sentences, joined(self.body, attributions))
        previous: Claim | None = None
        for claim in claims(self.body, spoken, self.speakers, self.sources):
            previous = claim = self.described.spoken_for(self.described.held(claim), previous)
            if row := self._row(claim):
                yield row

    def _row(self, claim: Claim) -> Row | None:
        start, end = self.wording.extent(claim)
        statement = self.body[start:end]
        if len(statement) < SHORTEST:
            return None
        cue = self._cue(claim, statement)
        issue = self.matter.issue(claim, start, end)
        extent = self._read(claim, cue, start, end)
        terms = issue.terms if issue else ()
        if extent[0] < start and cue is not None and cue.speech_act != "states":
            terms = (*terms, (claim.stating["cue_start"], claim.stating["cue_end"]))  # "threatened to" judges nothing
        reading = self.stances.read(self.body, self.words, extent, terms)
        row, at = claim.stating, claim.stating["cue_start"]
        negated = row["is_negated"] or (row["rule"] in OBJECT_RULES and bool(NONE_OF.search(self.body, max(0, at - 16), at)))
        is_own, is_onlooker = lambda: self._tells_own_deed(start, end, claim.holder), lambda: self.described.is_by_onlooker(claim)
        act = speech_act(reading, cue, statement, row["rule"], self.futures, is_own, is_onlooker)
        act = of_negated(act, cue) if negated else act
        if issue and not issue.terms and act == "states" and not (reading.judges or (cue and (cue.stance or cue.lemma in OWNING))):
            issue = None  # two countries named in a story
        is_quoted = (quote := self._quote(start, end)) is not None and (claim.row["attribution"] == "direct" or " " in quote)
        if not states_position(claim, cue, act, reading, issue, statement, self.stances.recalled, is_quoted=is_quoted):
            return None
        issue = None if issue and issue.is_faint else issue
        side = self._stance(claim, reading, cue, act, issue, extent, is_negated=negated) if issue else None
        if cue is not None and cue.lemma == "order" and claim.stating["rule"] == "subject-cue-object" and side in (None, "neutral"):
            return None  # "ordered air strikes" tells a deed
        row, speaker, holder = claim.row, claim.speaker, claim.holder
        told = self.wording.statement(claim, (start, end))
        if quote is not None and quote not in self.body[slice(*told)]:
            quote = self._quote(*told)
        around = told_around(self.body, self.page, row, self.media, self.channels)
        return {
            "position_id": content_id(
                self.id, start, end, claim.stating["cue_start"], row["evidence_start"], *[claim.number][: claim.number]
            ),
            "attribution_id": row.get("turn_of", row["attribution_id"]),
            "document_id": self.id,
            "speaker_mention_id": speaker["mention_id"] if speaker else None,
            "speaker_text": name_of(claim.speaker_text, speaker),
            "speaker_role": (speaker["discovered_role"] or speaker["role"]) if speaker else None,
            "holder_mention_id": holder["mention_id"] if holder else None,
            "holder_text": name_of(claim.holder_text, holder),
            "addressee": around.addressee or asked(claim.stating["rule"], cue, statement),
            "medium": around.medium,
            "reported_by": claim.reported_by or around.reported_by,
            "issue_id": issue.issue_id if issue else None,
            "target_mention_id": target(self.index, self.speakers, self.id, self.body, (start, end), holder) if act in AIMED else None,
            "stance": side,
            "speech_act": act,
            "statement": self.body[slice(*told)],
            "quote": quote if self.is_verbatim else None,
            "is_verbatim": self.is_verbatim and row["attribution"] == "direct",
            "attribution": row["attribution"],
            "cue": claim.stating["cue"],
            "is_negated": negated,
            "is_headline": row["is_headline"],
            "time_id": self._said_at(row),
            "evidence": self.body[row["evidence_start"] : max(row["evidence_end"], end)],
            "evidence_start": row["evidence_start"],
            "evidence_end": max(row["evidence_end"], end),
            "statement_start": told[0],
            "statement_end": told[1],
            "rule": claim.stating["rule"],
            "confidence": confidence(
                min(row["confidence"], claim.stating["confidence"]),
                issue,
                is_amid_one=self.matter.themes.is_on_issues,
                takes_side=side not in (None, "neutral"),
                is_known=holder is not None,
            ),
        }

    def _cue(self, claim: Claim, statement: str) -> Cue | None:
        """What the holder does: where he is only quick to do it, that ("was quick to offer")."""
        stating, rule = claim.stating, claim.stating["rule"]
        cue = felt(self.lexicon.cue(stating["cue"], rule), rule, statement, self.futures)
        if cue and cue.lemma == "expect" and " to " in statement and claim.holder and self.speakers.is_state(claim.holder):
            return self.lexicon.lemmas["demand"] if EXPECTED.search(self.body, stating["source_end"], stating["cue_end"]) else cue
        if cue is None or cue.kind != "state" or cue.stance or claim.stating["rule"] != "subject-cue-to":
            return cue
        verb = TO_VERB.match(statement)
        inner = self.lexicon.lemmas.get(verb["verb"]) if verb else None
        return inner if inner is not None and inner.speech_act != "states" else cue

    def _read(self, claim: Claim, cue: Cue | None, start: int, end: int) -> Span:
        """What is read for a stance: the statement, with the verb whose object it is where that takes no side ("would never recognise")."""
        row = claim.stating
        if row["rule"] not in OBJECT_RULES or cue is None or cue.stance is not None or cue.kind == "noun" or row["cue_start"] > start:
            return start, end
        source = row["source_end"]
        return (source if source is not None and source <= row["cue_start"] else row["cue_start"]), end

    def _stance(self, claim: Claim, reading: Reading, cue: Cue | None, act: str, issue: Issue, extent: Span, *, is_negated: bool) -> str:
        issue = as_peace(issue, self.stances.peace(self.words, extent)) if may_be_peace(issue) else issue
        issue = told_before(issue, self.body, claim.stating, extent, self.hints, self.matter.is_against)
        if issue.scope != "statement" and self._is_of_target(issue, extent, claim.holder):
            issue = as_forbidden(issue, cue, self.body[slice(*extent)], self.stances.traded)
        if answered := self.kinds.side(issue, act, reading, is_negated=is_negated):
            return answered
        if act == "asks" and claim.stating["rule"] in ("subject-cue-addressee-to", "subject-cue-object-preposition"):
            act = "demands"  # "asked Oslo to open the border", "asked Oslo for aid"
        is_wish = act in FAVOURING or (cue is not None and cue.kind == "state" and cue.stance == "supports")
        between = self.matter.between(extent, claim) if issue.scope != "statement" and is_wish else None
        if between and between.names_both and between.issue_id == issue.issue_id:
            issue = issue._replace(scope="statement", start=between.start)  # "expects Oslo not to arm Bergen"
        is_announced = cue is not None and cue.lemma in ANNOUNCED and claim.stating["rule"] in OBJECT_RULES
        is_own_deed = is_announced or self._tells_own_deed(*extent, claim.holder)
        clause = clause_of(self.body, issue, extent)
        is_offer = claim.stating["rule"] in OBJECT_RULES and (
            act in OFFERING or (act == "threatens" and issue.scope == "statement") or claim.stating["cue"] == "reserve the right"
        )
        if not reading.judges and is_claim(issue, act, cue, self.body[slice(*extent)]) and not self.stances.peace(self.words, extent):
            return "neutral"
        is_of_contrary = act == "warns" and tells_contrary(issue, self.body, extent, self.hints, self.matter.is_against)
        return stance(
            reading, cue, act, issue, clause, extent, is_negated=is_negated, is_own_deed=is_own_deed, is_offer=is_offer,
            is_of_contrary=is_of_contrary,
        )  # fmt: skip

    def _is_of_target(self, issue: Issue, extent: Span, holder: Mention | None) -> bool:
        """Whether a statement is by or of the country that its issue is a measure against."""
        country = self.kinds.target(issue.issue_id)
        named = (holder, *self.index.within(self.id, *extent)) if country else ()
        return any(self.speakers.country(mention) == country for mention in named)

    def _quote(self, start: int, end: int) -> str | None:
        """The longest stretch of the statement that stands between quotation marks."""
        inner = [(max(first, start), min(last, end)) for first, last in self.page.quotes(start, end) if first < end and last > start]
        longest = max(inner, key=lambda span: (span[1] - span[0], -span[0]), default=None)
        if longest is None:
            return None
        words = self.body[slice(*longest)].strip().rstrip(",").rstrip()
        return words or None

    def _said_at(self, row: Row) -> str | None:
        cue, is_object = (row["cue_start"], row["cue_end"]), row["rule"] in OBJECT_RULES
        return said_at(self.body, self.times, cue, row["content_spans"], self.page.bounds(row), is_object=is_object)

    def _tells_own_deed(self, start: int, end: int, holder: Mention | None) -> bool:
        """Whether the statement's subject is the holder's side: "we", "his country", his state."""
        return tells_own_deed(self.index, self.speakers, self.id, self.body, (start, end), holder)
