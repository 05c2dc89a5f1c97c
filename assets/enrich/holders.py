"""Who speaks and whose position it is: attributions unfolded into claims. What a claim says is read elsewhere.

An envoy says what his president wants: the envoy is the speaker, the president the holder. An attribution whose content is
another attribution gives way to it, with the outer source as speaker; where the inner source is the speaker himself ("he
said he wants"), both are one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assets.codebook import Codebook
from assets.enrich.closed_class import DETERMINERS
from assets.enrich.cue_lexicon import cue_lexicon
from assets.enrich.mention_index import Mention, MentionIndex
from assets.enrich.wordlist import words

Row = dict[str, Any]
Span = tuple[int, int]

CARRIED_SHARE = 0.6  # of a content, that an attribution inside must fill to stand for it
FIRST_PERSON = words("i we")
SPEAKING_PRONOUNS = words("he she they who")
NO_SPEAKERS = words("it you one which that this these those there what nobody none i we")
REMAINDER = re.compile(r"\s*[,;—–]\s*(?:but|though|although|while|however|even though)\s+")
STOP = re.compile(r"[.?!]")
WORD = re.compile(r"[\w’'-]+")
SHORTEST_REMAINDER = 20  # characters: a clause, not a word or two


@dataclass(frozen=True)
class Claim:
    """A statement [start, end) with the attribution that reports it (`row`) and the one that words it (`stating`)."""

    row: Row
    stating: Row
    start: int
    end: int
    speaker: Mention | None
    speaker_text: str | None
    holder: Mention | None
    holder_text: str | None
    reported_by: str | None


class Speakers:
    """Who can speak: people and bodies, not media, polls or events."""

    def __init__(self, index: MentionIndex, codebook: Codebook) -> None:
        self._index = index
        self._media = frozenset(codebook.actors.filter(codebook.actors["actor_type"] == "media")["actor_id"])
        terms = codebook["position_terms"]
        self._nouns = frozenset(terms.filter(terms["kind"] == "person")["term"])
        self.lexicon = cue_lexicon(codebook)

    def mention(self, row: Row) -> Mention | None:
        """The speaker's mention of an attribution."""
        return self._index[row["speaker_mention_id"]] if row["speaker_mention_id"] else None

    def is_medium(self, mention: Mention) -> bool:
        """Whether a mention names an outlet or agency."""
        return mention["actor_id"] in self._media or mention["discovered_type"] == "media"

    def is_same(self, one: Mention | None, other: Mention | None) -> bool:
        """Whether two mentions are known to be of one actor."""
        if one is None or other is None:
            return False
        if one["actor_id"] or other["actor_id"]:
            return bool(one["actor_id"] == other["actor_id"])
        return one["discovered_name"] is not None and one["discovered_name"] == other["discovered_name"]

    def can_speak(self, row: Row, text: str) -> bool:
        """Whether the source of an attribution is somebody, and not the author."""
        low = text.lower()
        if low in NO_SPEAKERS:
            return False
        if row["speaker_mention_id"] or low in SPEAKING_PRONOUNS:
            return True
        found = WORD.findall(text)
        if any(word.lower() in self._nouns for word in found):
            return True
        named = [word for word in (found[1:] if found and found[0].lower() in DETERMINERS else found) if word[0].isupper()]
        return len(named) > 1 and not any(word.isdigit() for word in found)

    def is_medium_source(self, row: Row) -> bool:
        """Whether the source is an outlet or agency that only reports."""
        if row["source_start"] is None:
            return False
        inside = self._index.within(row["document_id"], row["source_start"], row["source_end"])
        return row["speaker_mention_id"] is None and any(self.is_medium(mention) for mention in inside)


def claims(body: str, rows: list[Row], speakers: Speakers) -> Iterator[Claim]:
    """Claims of a document's attributions (`schemas.ATTRIBUTION_SPANS` rows), in the order of the text."""
    children: dict[str | None, list[Row]] = {}
    for row in rows:
        children.setdefault(row["parent_attribution_id"], []).append(row)
    for row in children.get(None, []):
        yield from _Unfolding(body, children, speakers, row).claims()


class _Unfolding:
    """One outermost attribution, unfolded."""

    def __init__(self, body: str, children: dict[str | None, list[Row]], speakers: Speakers, root: Row) -> None:
        self.body, self.children, self.speakers, self.root = body, children, speakers, root

    def claims(self) -> Iterator[Claim]:
        source = self._source(self.root)
        if source is None:
            return
        if self.speakers.is_medium_source(self.root):
            for child in self.children.get(self.root["attribution_id"], []):
                for claim in _Unfolding(self.body, self.children, self.speakers, child).claims():
                    yield Claim(**{**claim.__dict__, "reported_by": claim.reported_by or source})
        elif self.speakers.can_speak(self.root, source):
            yield from self._of(self.root, self.speakers.mention(self.root), source)

    def _of(self, row: Row, holder: Mention | None, holder_text: str) -> Iterator[Claim]:
        inner = [child for child in self.children.get(row["attribution_id"], []) if self._source(child)]
        for start, end in _units(self.body, row):
            carrier = next((child for child in inner if self._carries(row, child, start, end)), None)
            if carrier is None:
                yield self._claim(row, row, start, end, holder, holder_text)
            else:
                yield from self._carried(row, carrier, start, end, holder, holder_text)
            for child in inner:
                if child is not carrier and start <= child["evidence_start"] and child["evidence_end"] <= end and self._has_own_holder(row, child):
                    yield from self._of(child, self.speakers.mention(child), self._source(child) or "")

    def _carried(
        self, row: Row, carrier: Row, start: int, end: int, holder: Mention | None, holder_text: str
    ) -> Iterator[Claim]:
        source = self._source(carrier) or ""
        mention = self.speakers.mention(carrier)
        if self._is_self(source, mention, holder):
            yield self._claim(row, carrier, start, end, holder, holder_text)
            return
        yield from self._of(carrier, mention, source)
        rest = REMAINDER.match(self.body, carrier["evidence_end"], end)
        if rest and end - rest.end() >= SHORTEST_REMAINDER:
            yield self._claim(row, row, rest.end(), end, holder, holder_text)

    def _carries(self, row: Row, child: Row, start: int, end: int) -> bool:
        """Whether an inner attribution is what the content is about: it fills most of it, and is not a belief about another."""
        if not (start <= child["evidence_start"] and child["evidence_end"] <= end):
            return False
        lead = child["evidence_start"] - start
        filled = child["evidence_end"] - child["evidence_start"]
        is_most = filled >= CARRIED_SHARE * (end - start) or (
            lead < 8 and REMAINDER.match(self.body, child["evidence_end"], end) is not None  # noqa: PLR2004 - "that "
        )
        return is_most and self._speaks(row, child)

    def _speaks(self, row: Row, child: Row) -> bool:
        """Whether the inner source can hold a position that the outer one reports."""
        source = self._source(child) or ""
        mention = self.speakers.mention(child)
        if self._is_self(source, mention, self.speakers.mention(row)):
            return True
        cue = self.speakers.lexicon.by_lemma.get(row["cue"])
        return (cue is None or cue.kind == "speech") and self.speakers.can_speak(child, source)

    def _has_own_holder(self, row: Row, child: Row) -> bool:
        mention = self.speakers.mention(child)
        return mention is not None and not self.speakers.is_same(mention, self.speakers.mention(row)) and self._speaks(row, child)

    def _is_self(self, source: str, mention: Mention | None, holder: Mention | None) -> bool:
        return source.lower() in FIRST_PERSON or self.speakers.is_same(mention, holder)

    def _claim(self, row: Row, stating: Row, start: int, end: int, holder: Mention | None, holder_text: str) -> Claim:
        speaker, speaker_text = self.speakers.mention(self.root), self._source(self.root)
        return Claim(self.root if row is not self.root else row, stating, start, end, speaker, speaker_text, holder, holder_text, self._reporter())

    def _source(self, row: Row) -> str | None:
        return self.body[row["source_start"] : row["source_end"]] if row["source_start"] is not None else None

    def _reporter(self) -> str | None:
        """The agency that quotes: what stands before the cue in "agencies quoted S as saying"."""
        if self.root["rule"] != "quoted-as" or (self.root["source_start"] or 0) < self.root["cue_start"]:
            return None
        begin = max([end for _, end in self.root["content_spans"] if end <= self.root["cue_start"]], default=self.root["evidence_start"])
        return self.body[begin : self.root["cue_start"]].strip(" ,.”\"'\n") or None


def _units(body: str, row: Row) -> list[Span]:
    """Statements of a content: its spans, those of one interrupted sentence joined."""
    units: list[Span] = []
    for start, end in row["content_spans"]:
        if units and not STOP.search(body, units[-1][1], start) and body[units[-1][1] - 1] not in ".?!":
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return units
