"""Who is reported to have said or thought what: attributions of documents as rows. What they mean as positions is read later.

Terms as in the literature on attribution (Pareti 2015; PolNeAR): a *source*, a *cue* and a *content*.
"""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

import polars as pl

from assets.codebook import Codebook
from assets.enrich.actors.index import Mention, MentionIndex, mention_index
from assets.enrich.attribution.confidence import confidence
from assets.enrich.attribution.cue_lexicon import CueLexicon, cue_lexicon
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Found, Range
from assets.enrich.attribution.proposed import proposed
from assets.enrich.attribution.scan import scan
from assets.enrich.attribution.unclaimed import about
from assets.enrich.extractors.reading import Read
from assets.enrich.words.closed_class import CONJUNCTIONS, PREPOSITIONS, TEMPORAL
from assets.enrich.words.passages import Passage, Sentence, by_document, passages
from assets.enrich.words.quotes import Quotation, quotations
from assets.enrich.words.tokens import Tokens
from assets.identity import content_id
from assets.schemas import ATTRIBUTION_SPANS

Spans = list[tuple[int, int]]  # characters

TITLE = re.compile(r"(?! of\b)(?: (?!and\b|or\b|with\b|in\b|at\b|to\b|who\b)\w[\w-]*){1,6} ")
APPOSED = re.compile(r",(?: [A-Z][\w.-]*){0,3}\s*$")  # before a name, with its title: ", Foreign Minister"
LONGEST_ADDRESSEE = 10  # tokens
BEYOND_ADDRESSEE = (PREPOSITIONS - {"of"}) | CONJUNCTIONS | TEMPORAL
QUOTED_SHARE = 0.9  # of its tokens, in a sentence that carries on a quotation


def attributions(
    documents: pl.DataFrame, sentences: pl.DataFrame, actor_mentions: pl.DataFrame, codebook: Codebook, read: Read | None = None
) -> pl.DataFrame:
    """Attributions of all documents.

    Parameters
    ----------
    documents
        `document_id` and `body` of `schemas.DOCUMENTS`.
    sentences, actor_mentions
        `schemas.SENTENCES` and `schemas.ACTOR_MENTIONS` of the same documents.
    codebook
        With its cue verbs and nouns; actors of type media are no speakers.
    read
        What another extractor read. The rules read all documents that it did not, by default all.

    Returns
    -------
    Frame of `schemas.ATTRIBUTION_SPANS`; offsets in characters. An attribution inside the content of another names it
    as its parent.
    """
    lexicon = cue_lexicon(codebook)
    media = frozenset(codebook.actors.filter(pl.col("actor_type") == "media")["actor_id"])
    index = mention_index(actor_mentions, documents)
    cut = by_document(sentences)
    columns: dict[str, list[Any]] = {name: [] for name in ATTRIBUTION_SPANS.polars}
    for document_id, body in documents.select("document_id", "body").iter_rows():
        if document_id in cut:
            document = _Document(document_id, body, cut[document_id], lexicon)
            found = document.proposed(read) if read and document_id in read.found else document.found()
            rows = list(document.rows(found, index, media))
            for name, values in columns.items():  # while the rows are still near
                values.extend(map(itemgetter(name), rows))
    return ATTRIBUTION_SPANS.conform(_frame(columns).unique("attribution_id", keep="first", maintain_order=True))


def _frame(columns: dict[str, list[Any]]) -> pl.DataFrame:
    """Many times as fast as letting Polars take lists of spans apart."""
    return pl.DataFrame(
        [
            _span_lists(columns[name]).alias(name) if name.endswith("_spans") else pl.Series(name, columns[name], dtype=dtype)
            for name, dtype in ATTRIBUTION_SPANS.polars.items()
        ]
    )


def _span_lists(values: list[Spans]) -> pl.Series:
    ends = pl.Series([end for spans in values for span in spans for end in span], dtype=pl.Int64)
    owners = pl.Series("row", [row for row, spans in enumerate(values) for _ in spans], dtype=pl.UInt32)
    spans = pl.DataFrame([owners, ends.reshape((-1, 2)).cast(pl.List(pl.Int64)).alias("spans")])
    lists = spans.group_by("row", maintain_order=True).agg("spans")
    rows = pl.DataFrame({"row": pl.Series(range(len(values)), dtype=pl.UInt32)})
    return rows.join(lists, on="row", how="left", maintain_order="left")["spans"].fill_null([])


class _Document:
    """One document on its way from text to rows."""

    def __init__(self, document_id: str, body: str, sentences: list[Sentence], lexicon: CueLexicon) -> None:
        self.id, self.body = document_id, body
        self.tokens = Tokens(body)
        self.paragraphs = {row.paragraph_number: (row.paragraph_start, row.paragraph_end) for row in sentences}
        ranges = [self.tokens.span(first, last) for first, last in self.paragraphs.values()]
        self.quotes: list[Quotation] = quotations(self.tokens, ranges)
        self.passages: list[Passage] = passages(self.tokens, body, sentences)
        self.scene = Scene(self.tokens, lexicon)

    def rows(self, found: Iterable[tuple[Passage, Found]], index: MentionIndex, media: frozenset[str]) -> Iterator[dict[str, Any]]:
        all_found = list(found)  # whole first: a passage may still be added to the attribution before it
        characters = self._characters
        spans = [[characters([one.source]) if one.source else [], characters(one.cues), characters(one.content)] for _, one in all_found]
        ids = {id(one): content_id(self.id, *places) for (_, one), places in zip(all_found, spans, strict=True)}
        for (passage, one), places in zip(all_found, spans, strict=True):
            yield self._row(one, passage, places, ids, index, media)

    def proposed(self, read: Read) -> Iterable[tuple[Passage, Found]]:
        """Attributions another extractor read, checked."""
        return proposed(self.scene, self.passages, self.paragraphs, read.found[self.id], read.rule)

    def found(self) -> Iterator[tuple[Passage, Found]]:
        """Attributions by the rules; a passage that only carries on a quotation is added to the attribution before."""
        last: Found | None = None
        unclaimed: list[Passage] = []  # quotations before the words that say whose they are
        teller: Found | None = None  # whom the sentence before them is about
        for number, passage in enumerate(self.passages):
            if unclaimed and passage.begins_paragraph:
                yield from self._told_by(teller, unclaimed)
                unclaimed = []
            found = scan(self.scene, passage.first, passage.last) if self.scene.read(passage.first, passage.last) else []
            outer = [one for one in found if one.parent is None]
            if outer:
                quoting = [one for one in outer if self._quotes(one)]
                if quoting:
                    quoting[0].content[:0] = [(before.first, before.last) for before in unclaimed]
                elif unclaimed:
                    yield from self._told_by(teller, unclaimed)
                last, unclaimed = (quoting or outer)[-1], []
            elif self._carries_on(number, last):
                assert last is not None
                last.content.append((passage.first, passage.last))
            else:
                last = None
                if self._is_quotation(passage):
                    if not unclaimed:
                        teller = None if passage.begins_paragraph else about(self.scene, self.passages[number - 1])
                    unclaimed.append(passage)
            for one in found:
                yield passage, one
        yield from self._told_by(teller, unclaimed)

    @staticmethod
    def _told_by(teller: Found | None, quoted: list[Passage]) -> Iterator[tuple[Passage, Found]]:
        """Quotations that no words claim are told by whom the sentence before them is about."""
        if teller and quoted:
            teller.content = [(passage.first, passage.last) for passage in quoted]
            yield quoted[0], teller

    def _carries_on(self, number: int, last: Found | None) -> bool:
        """A passage in quotation marks with no attribution of its own, right after one that quotes or reports.

        After one that reports, a paragraph that goes on may yet tell whose the quotation is.
        """
        passage = self.passages[number]
        if last is None or not self._is_quotation(passage):
            return False
        goes_on = passage.begins_paragraph and not all(after.begins_paragraph for after in self.passages[number + 1 : number + 2])
        reports = last.cue is not None and last.cue.kind == "speech"
        return self._quotes(last) or (reports and not goes_on)

    def _quotes(self, one: Found) -> bool:
        quote = self.tokens.quote
        return any(quote[first] or quote[end - 1] for first, end in one.content)

    def _is_quotation(self, passage: Passage) -> bool:
        first, last = passage.first, passage.last
        unquoted = self.tokens.quote[first:last].count(0)
        return last - first - unquoted >= QUOTED_SHARE * (last - first)

    def _characters(self, ranges: list[Range]) -> Spans:
        start, end = self.tokens.start, self.tokens.end
        if len(ranges) == 1:  # as most
            first, last = ranges[0]
            return [(start[first], end[last - 1])] if last > first else []
        return sorted([(start[first], end[last - 1]) for first, last in ranges if last > first])

    def _row(
        self, one: Found, passage: Passage, places: list[Spans], ids: dict[int, str], index: MentionIndex, media: frozenset[str]
    ) -> dict[str, Any]:
        source, cue, content = places
        everything = [*source, *cue, *content]
        start, end = min(everything)[0], max([last for _, last in everything])
        if end == cue[-1][1] and one.cue is not None and "obj" in one.cue.frames:
            end = self._past_addressee(one.cues[-1][1], end)
        return {
            "attribution_id": ids[id(one)],
            "document_id": self.id,
            "evidence": self.body[start:end],
            "evidence_start": start,
            "evidence_end": end,
            "source_start": source[0][0] if source else None,
            "source_end": source[-1][1] if source else None,
            "cue_start": cue[0][0],
            "cue_end": cue[-1][1],
            "content_start": content[0][0],
            "content_end": content[-1][1],
            "source_spans": source,
            "cue_spans": cue,
            "content_spans": content,
            "attribution": self._kind(one),
            "cue": one.cue.lemma if one.cue else self.body[cue[0][0] : cue[-1][1]].lower(),
            "speaker_mention_id": self._speaker(one, source, index, media),
            "parent_attribution_id": ids[id(one.parent)] if one.parent else None,
            "is_negated": one.is_negated,
            "is_headline": passage.is_title,
            "rule": one.rule,
            "confidence": confidence(one.rule, of_will=one.cue is not None and one.cue.lemma in self.scene.lexicon.terms.willing),
        }

    def _past_addressee(self, index: int, end: int) -> int:
        """One past the last character of whom a cue that ends its sentence addresses: `"C," S told REPORTERS in Oslo`."""
        tokens = self.tokens
        for k in range(index, min(index + LONGEST_ADDRESSEE, len(tokens.text))):
            word = tokens.low[k]
            if not tokens.text[k][0].isalnum() or tokens.quote[k] != tokens.quote[index] or word in BEYOND_ADDRESSEE:
                break
            end = tokens.end[k]
        return end

    def _kind(self, one: Found) -> str:
        quote = self.tokens.quote
        unquoted = sum([quote[first:last].count(0) for first, last in one.content])
        if not unquoted:
            return "direct"
        if unquoted < sum([last - first for first, last in one.content]):
            return "mixed"
        return "indirect" if one.cue is None or one.cue.kind == "speech" else "attributed"

    def _titled(self, index: MentionIndex, head: Mention, end: int) -> Mention:
        """The name behind a title that begins with a state: "U.S. Secretary of State X" is about X."""
        following = index.within(self.id, head["evidence_end"], end) if head["discovered_type"] != "person" else []
        if following and TITLE.fullmatch(self.body, head["evidence_end"], following[0]["evidence_start"]):
            return following[0]
        return head

    def _named_at_end(self, index: MentionIndex, start: int, end: int) -> Mention | None:
        """A name that closes the source: "the envoy for trade and investment, X", "presidential spokesman X" before "'s"."""
        inside = index.within(self.id, start, end)
        if not inside or inside[-1]["evidence_end"] != end:
            return None
        last = inside[-1]
        return last if APPOSED.search(self.body, start, last["evidence_start"]) or self.body[end : end + 2] in ("'s", "’s") else None

    def _speaker(self, one: Found, source: Spans, index: MentionIndex, media: frozenset[str]) -> str | None:
        """The mention the source is about; media report, they do not speak."""
        named = self._characters([one.antecedent]) if one.antecedent else source
        if not named:
            return None
        start, end = named[0]
        head = index.head_of(self.id, start, end)
        # "a ministry official, Ms NAME": what a common noun describes, its name tells
        is_described = head is None or head["surface"].rsplit(maxsplit=1)[-1].islower()
        told = self._named_at_end(index, start, end) if is_described else None
        mention = told or (self._titled(index, head, end) if head else None)
        if mention is None or mention["actor_id"] in media or mention["discovered_type"] == "media":
            return None
        return str(mention["mention_id"])
