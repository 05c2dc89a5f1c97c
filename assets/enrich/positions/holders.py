"""Who speaks and whose position it is: attributions unfolded into claims. What a claim says is read elsewhere.

An envoy says what his president wants: the envoy is the speaker, the president the holder. An attribution whose content is
another attribution gives way to it, with the outer source as speaker; where the inner source is the speaker himself ("he
said he wants"), both are one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assets.enrich.actors.index import Mention
from assets.enrich.positions.sources import Sources
from assets.enrich.positions.speakers import THIRD_PERSON, Row, Speakers
from assets.enrich.words.wordlist import words

Span = tuple[int, int]

CARRIED_SHARE = 0.6  # of a content, that attributions inside must fill to stand for it
LEADING_SHARE = 0.4  # the same, of one that begins the content
LEAD = 8  # characters before the first of them: "that "
FIRST_PERSON = words("i we")
IMPERSONAL = words("it")
# Rules whose content is a clause: only those report what somebody else says or wants.
OBJECT_RULES = frozenset(
    {"subject-cue-object", "subject-cue-to", "subject-cue-preposition", "subject-cue-as", "subject-cue-noun", "subject-cue-addressee-to"}
    | {"participle-object", "subject-cue-object-preposition", "passive-by", "passive-as", "possessor-noun", "noun-source", "verb-noun"}
    | {"state-noun", "met-with-noun", "aim-noun", "noun-is-object", "passive-in", "cue-object", "subject-cue-judged", "subject-cue-willed"}
    | {"relative-object", "drew-noun", "bare-state"}
)
REMAINDER = re.compile(r"\s*[,;—–]\s*(?:but|though|although|while|however|even though)\s+")
SHORTEST_REMAINDER = 20  # characters: a clause, not a word or two
RAISING = "raising"
IMPUTED = "perspective-for"  # "for Oslo the vote was a farce"
ATTITUDE = re.compile(r"(?:to be )?(?:\w+ly )?(?P<word>\w+) (?:to|for|on|in) ")
# "Oslo is said to favour a ban": what others tell of it.
TOLD_OF = frozenset({"say", "think", "believe", "know", "understand", "report", "hold", "see", "consider"})
WISH = re.compile(r"to (?P<word>\w+) ")
STOP = re.compile(r"[.?!;]")
# "My king says he wants peace. You can call it a desire for peace": the wish told before is the king's.
WISH_CALLED = re.compile(
    r"\b(?:call|name|describe|regard|see) (?:it|this|that)(?: as)? (?:an?|his|her|their) (?:\w+ )?"
    r"(?:desire|wish|hope|longing|need|interest|aim|goal|intention|dream|request|plea)\b"
)
# "C is widely seen as C", "C is perceived to be C".
SEEN_RULES = frozenset({"passive-as", "passive-to"})
SEEN_SO = frozenset({"see", "view", "regard", "perceive", "interpret"})
# Attributions that may be the subject of what their parent tells, and what is told of them then.
SUBJECTS = frozenset({"possessor-noun", "state-noun", "noun-source", "noun-that", "noun-participle", "relative-object"})
JUDGED = re.compile(
    r"[,”\"’]{0,2} (?:is|are|was|were|has|have|had|will|would|must|should|can|cannot|could|may|might|does|did|amount(?:s|ed)? to"
    r"|remain(?:s|ed)?)\b"
)
HOPED = re.compile(r" (?:and (?:[\w-]+ ){1,4}?)?(?:of|that) (?P<what>[^.;:—\n]+)")
# What somebody must want or will say if something happens, he does not say: "Oslo must be ready to", "if Norway agrees to".
DEMANDED = re.compile(r"\b(?:must|should|shall|ought to|has to|have to|needs? to)\b")
# What somebody is said to have shown is judged by who says so ("has shown more understanding"); that he wants something is not.
SHOWN = re.compile(
    r"\b(?:shows?|showed|shown|showing|display(?:s|ed|ing)?|demonstrat(?:es?|ed|ing)|exhibit(?:s|ed|ing)?|betray(?:s|ed|ing)?)\b"
    r"(?! (?:\w+ ){0,2}(?:interest|readiness|willingness|reluctance|desire|wish|intention|eagerness|appetite|enthusiasm)\b)"
)
# "interviews with officials suggested that the ministry saw": it is they who say so.
INTERVIEWED = re.compile(
    r"(?:interviews?|conversations?|discussions?)\b[^,;]{0,40}?\bwith (?P<whom>[^,;]+?)(?= (?:in|at|on|during|after|before|over)\b|$)",
    re.IGNORECASE,
)
SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Oo]nce)\s+(?:the\s+)?$")


@dataclass(frozen=True)
class Claim:
    """A statement [start, end) with the attribution that reports it (`row`), the one that words it (`stating`) and the one whose source
    is the holder (`owner`).
    """

    row: Row
    stating: Row
    owner: Row
    start: int
    end: int
    speaker: Mention | None
    speaker_text: str | None
    holder: Mention | None
    holder_text: str | None
    reported_by: str | None
    number: int = 0  # of those who hold it together: "Norway and Denmark agreed"


def claims(body: str, rows: list[Row], speakers: Speakers, sources: Sources) -> Iterator[Claim]:
    """Claims of a document's attributions (`schemas.ATTRIBUTION_SPANS` rows), in the order of the text.

    What several hold together is a claim of each.
    """
    children: dict[str | None, list[Row]] = {}
    for row in sources.told(rows):
        children.setdefault(row["parent_attribution_id"], []).append(row)
    told: Counter[tuple[int, tuple[Span, ...]]] = Counter()
    for row in children.get(None, []):
        if _is_supposed(body, row) or _is_deed(speakers, row):
            continue
        same = (row["cue_start"], tuple(row["content_spans"]))  # "fears in Oslo and in Bergen that C": two rows
        twin, told[same] = told[same], told[same] + 1
        for claim in _Unfolding(body, children, speakers, row).claims():
            joint = sources.joint(claim.owner)
            if not joint:
                yield replace(claim, number=twin) if twin else claim
            for number, (mention, name) in enumerate(joint):
                is_speaker = claim.owner is claim.row
                speaker, text = (mention, name) if is_speaker else (claim.speaker, claim.speaker_text)
                yield replace(claim, speaker=speaker, speaker_text=text, holder=mention, holder_text=name, number=number)


class _Unfolding:
    """One outermost attribution, unfolded."""

    def __init__(self, body: str, children: dict[str | None, list[Row]], speakers: Speakers, root: Row) -> None:
        self.body, self.children, self.speakers, self.root = body, children, speakers, root

    def claims(self) -> Iterator[Claim]:
        if self.root["rule"] == RAISING or (self.root["rule"] == "passive-to" and self.root["cue"] in TOLD_OF):
            yield from self._impression()
            return
        source = self._source(self.root)
        if source is None:
            if self.root["rule"] in SEEN_RULES and self.root["cue"] in SEEN_SO and len(self.root["content_spans"]) > 1:
                for start, end in _units(self.body, self.root):  # "the talks are seen as a step towards peace": by whom is not told
                    yield self._claim(self.root, self.root, start, end, None, None)
            return
        if not self.speakers.can_speak(self.root, source) and not self.speakers.is_medium_source(self.root):
            told = INTERVIEWED.match(source)
            for child in self._inner(self.root):  # "This may indicate that S wants C": the author's reading of S
                yield from self._told(told.span("whom"), child) if told else self._anew(child)
        elif self.speakers.is_medium_source(self.root):
            for child in self._inner(self.root):
                for claim in self._anew(child):
                    yield replace(claim, reported_by=claim.reported_by or source)
        else:
            yield from self._of(self.root, self.speakers.mention(self.root), source)

    def _impression(self) -> Iterator[Claim]:
        """What its author takes somebody to want: "Oslo seems inclined to sign". Nobody says it; the holder is its subject."""
        spans: list[Span] = self.root["content_spans"]
        if len(spans) == 1:
            return
        (first, last), (start, end) = spans[:2]
        attitude = ATTITUDE.match(self.body, start, end)
        holder = self.speakers.head(self.root["document_id"], (first, last))
        cue = self.speakers.lexicon.lemmas.get(f"be {attitude['word'].lower()}") if attitude else None
        if cue is None and (attitude := WISH.match(self.body, start, end)):
            cue = self.speakers.lexicon.lemmas.get(attitude["word"].lower())
        if attitude is None or holder is None or cue is None or cue.stance is None:
            return
        stating = self.root | {"cue": cue.lemma}
        yield Claim(self.root, stating, stating, attitude.end(), end, None, None, holder, self.body[first:last], None)

    def _of(self, row: Row, holder: Mention | None, holder_text: str, until: int | None = None) -> Iterator[Claim]:
        inner = self._inner(row)
        if row["rule"] in OBJECT_RULES:
            for start, end in _hoped(self.body, row) or _units(self.body, row):
                yield self._claim(row, row, start, until or end, holder, holder_text)
            for child in inner:
                yield from self._anew(child)
            return
        wishing: tuple[Row, Mention | None] | None = None
        for start, end in _units(self.body, row):
            held = self._held_in(row, [c for c in inner if start <= c["evidence_start"] and c["evidence_end"] <= end], holder)
            others = [(child, mention) for child, mention, is_self in held if not is_self]
            if wishing and not held and WISH_CALLED.search(self.body, start, end):
                yield self._claim(row, row, start, end, wishing[1], self._source(wishing[0]))
                continue
            wishing = others[-1] if others else None
            if held and self._fill([child for child, _, _ in held], start, end):
                if not others:
                    yield self._claim(row, self._wording(row, held[0][0]), start, end, holder, holder_text)
                    continue
                yield from self._held(others, end)
                yield from self._remainder(row, held[-1][0], end, holder, holder_text)
            else:
                yield self._claim(row, row, start, end, holder, holder_text)
                yield from self._held([(child, mention) for child, mention in others if mention], None)

    def _held_in(self, row: Row, inner: list[Row], holder: Mention | None) -> list[tuple[Row, Mention | None, bool]]:
        """Inner attributions that the outer one reports, each with its holder and whether that is the outer one himself."""
        held: list[tuple[Row, Mention | None, bool]] = []
        for child in inner:
            if not self._reports(row, child):
                continue
            mention, is_self = self._holder(child, holder, row)
            if mention is None and (self._source(child) or "").lower() in THIRD_PERSON and held:
                mention, is_self = held[-1][1:]  # "My president has said … And he has said"
            held.append((child, mention, is_self))
        return held

    def _wording(self, row: Row, child: Row) -> Row:
        """Of "he said he wants", the wish; of "he said: I say", the saying."""
        cue = self.speakers.lexicon.cue(child["cue"], child["rule"])
        return child if cue is not None and cue.kind in ("thought", "state") and cue.stance else row

    def _held(self, others: list[tuple[Row, Mention | None]], end: int | None) -> Iterator[Claim]:
        """Claims of inner attributions; an only one that gives its parent's content its shape goes on to its `end`."""
        for child, mention in others:
            until = end if len(others) == 1 and end and not REMAINDER.match(self.body, child["evidence_end"], end) else None
            yield from self._of(child, mention, self._source(child) or "", until)

    def _remainder(self, row: Row, last: Row, end: int, holder: Mention | None, holder_text: str) -> Iterator[Claim]:
        """What the speaker adds in his own name: "…, though that would depend on us"."""
        rest = REMAINDER.match(self.body, last["evidence_end"], end)
        if rest and end - rest.end() >= SHORTEST_REMAINDER:
            yield self._claim(row, row, rest.end(), end, holder, holder_text)

    def _fill(self, inner: list[Row], start: int, end: int) -> bool:
        """Whether inner attributions are what the content is about."""
        first, last = inner[0]["evidence_start"], max(row["evidence_end"] for row in inner)
        if len(inner) == 1 and inner[0]["rule"] in SUBJECTS and JUDGED.match(self.body, last, end):
            return False  # "Norway's insistence on a vote is a mistake", "the plan, which Norway backs, is a mistake"
        if first - start < LEAD and (REMAINDER.match(self.body, last, end) or last - first >= LEADING_SHARE * (end - start)):
            return True
        return sum(row["evidence_end"] - row["evidence_start"] for row in inner) >= CARRIED_SHARE * (end - start)

    def _reports(self, row: Row, child: Row) -> bool:
        """Whether the outer attribution reports the inner one, and does not merely believe it of somebody."""
        source = self._source(child) or ""
        if source.lower() in FIRST_PERSON or self.speakers.is_same(self.speakers.mention(child), self.speakers.mention(row)):
            return True
        if source.lower() in IMPERSONAL and row["attribution"] == "indirect":
            return True  # "Oslo said it was ready"
        cue = self.speakers.lexicon.cue(row["cue"], row["rule"])
        if child["rule"] == "subject-cue-noun" and SHOWN.search(self.body, child["source_end"], child["content_end"]):
            return False
        return (cue is None or cue.kind != "thought") and self.speakers.can_speak(child, source)

    def _holder(self, child: Row, holder: Mention | None, row: Row) -> tuple[Mention | None, bool]:
        """Whose the inner attribution is, and whether that is the outer source himself."""
        source = (self._source(child) or "").lower()
        if source in FIRST_PERSON:
            return holder, True
        mention = self.speakers.mention(child)
        if source in THIRD_PERSON and row is self.root and holder is None and (self._source(row) or "")[:1].isupper():
            return None, True  # "Lind said he hoped", of a Lind of whom nothing else is known
        if mention is None and source in THIRD_PERSON | IMPERSONAL and (row is not self.root or row["attribution"] == "indirect"):
            return holder, True  # "My president has said that he wants"
        mention = mention or self.speakers.possessed(source, row, holder)
        return mention, self.speakers.is_same(mention, holder)

    def _anew(self, child: Row) -> Iterator[Claim]:
        return _Unfolding(self.body, self.children, self.speakers, child).claims()

    def _told(self, whom: Span, child: Row) -> Iterator[Claim]:
        """What those told who stand at `whom` of the source: "interviews with officials suggested that the ministry saw"."""
        start, end = (self.root["source_start"] + place for place in whom)
        speaker = self.speakers.head(self.root["document_id"], (start, end))
        for claim in self._anew(child):
            yield replace(claim, speaker=speaker, speaker_text=self.body[start:end])

    def _inner(self, row: Row) -> list[Row]:
        children = self.children.get(row["attribution_id"], [])
        children = [child for child in children if child["source_start"] is not None and not _is_deed(self.speakers, child)]
        return [child for child in children if not _is_supposed(self.body, child)]

    def _claim(self, owner: Row, stating: Row, start: int, end: int, holder: Mention | None, holder_text: str | None) -> Claim:
        if self.root["rule"] == IMPUTED and (self._source(self.root) or "").lower() not in FIRST_PERSON:
            return Claim(self.root, stating, owner, start, end, None, None, holder, holder_text, None)  # told by the author alone
        speaker = self.speakers.mention(self.root)
        return Claim(self.root, stating, owner, start, end, speaker, self._source(self.root), holder, holder_text, self._reporter())

    def _source(self, row: Row) -> str | None:
        return self.body[row["source_start"] : row["source_end"]] if row["source_start"] is not None else None

    def _reporter(self) -> str | None:
        """The agency that quotes: what stands before the cue in "agencies quoted S as saying"."""
        root = self.root
        if root["rule"] != "quoted-as" or (root["source_start"] or 0) < root["cue_start"]:
            return None
        begin = max([end for _, end in root["content_spans"] if end <= root["cue_start"]], default=root["evidence_start"])
        return self.body[begin : root["cue_start"]].strip(" ,.”\"'\n") or None


def _is_supposed(body: str, row: Row) -> bool:
    """Whether an attribution tells what somebody is to say or want, not what he does."""
    start, end = row["source_start"], row["source_end"]
    if start is None:
        return False
    return SUPPOSED.search(body, max(0, start - 12), start) is not None or (
        end <= row["cue_start"] and DEMANDED.search(body, end, row["cue_end"]) is not None
    )


def _is_deed(speakers: Speakers, row: Row) -> bool:
    """Whether marks of quotation only hold a word of what somebody did: "committed “an aggression”"."""
    cue = speakers.lexicon.lemmas.get(row["cue"]) if row["rule"] == "subject-cue-quote" else None
    return cue is not None and cue.kind == "speech" and not cue.takes("quote", "np", "obj", "as")


def _hoped(body: str, row: Row) -> list[Span]:
    """What is hoped or feared, told behind those who do: "the talks have raised hopes in Oslo of a truce"."""
    found = HOPED.match(body, row["source_end"]) if row["rule"] == "drew-noun" and row["source_end"] else None
    return [found.span("what")] if found else []


def _units(body: str, row: Row) -> list[Span]:
    """Statements of a content: its spans, those of one interrupted sentence joined."""
    units: list[Span] = []
    for start, end in row["content_spans"]:
        if units and not STOP.search(body, units[-1][1], start) and body[units[-1][1] - 1] not in ".?!":
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return units
