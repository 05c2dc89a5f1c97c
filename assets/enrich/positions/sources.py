"""Whom the words of a source mean where finding it left that open: pronouns, appositions, places, several at once.

Who can speak belongs to `speakers`, whose position it is to `holders`.
"""

import re
from collections.abc import Iterator

from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.positions.speakers import PLACED, Row, Speakers
from assets.enrich.words.wordlist import words

# "The mayor of Bergen, Bo Lind": a role, then who has it
APPOSITION = re.compile(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[A-Z][\w.]*['’]s?)\s[^,;:.“”\"]{3,80},\s*")
DATELINE = re.compile(r"[A-Z][A-Z’'./ -]{2,30}(?:, [A-Z][\w. ]{1,30})?(?: \([^)\n]{1,30}\))? [-–—]+ ")  # "OSLO (NNA) - The ministry"
RELATIVE = re.compile(r",?(?<! of)\s(?:which|who|whom|whose)\b")  # "one of whose candidates, Ada Holt" is Ada Holt
WHO = re.compile(r"\s*[,—–(]?\s*")
TOLD = re.compile(
    r"(?:[.?!][”\"’')]*\s+|\n|, |^)"
    r"(?P<who>(?:The|An?|Some|Several|Many|Its|His|Her) (?:[\w'’-]+ )?(?P<head>[a-z-]+)"
    r"(?: (?:of|in|from|at|for) [^,.;:()“”\"]{2,40})?), $"
)
COORDINATOR = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+")
PLURAL = re.compile(r"\b(?:[A-Za-z][a-z]+s|people|men|women|police|both|others|all|some|many|most)\b(?!['’])")
# What stands before a name that is no part of a list: "in Norway, Ada Holt and Bo Lind".
NO_LIST = re.compile(
    r"(?:\b(?:in|at|from|of|for|to|with|by|on|near|under|after|before|during|against|between|among)\s+(?:the\s+)?|[\w’'-]\s*,\s*)$"
)
TITLES = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+|(?:president|prime|minister|chancellor|king|queen|premier|foreign|leader|the|secretary|of|state)\s+)*$"
)
# How a name of a list begins: "among them Ada Holt" is none.
NAME = re.compile(r"(?:both |the |an? |its |his |her |their |\w+['’]s? )?[A-Z\d“\"]")
PLACE = re.compile(r"(?:the )?[A-Z][a-z]+")
PROPER = re.compile(r"[A-Z][\w.'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.'’-]+){1,3}")
ITS, HIS, OWNED = words("it its"), words("he she his her"), words("its his her")
NEXT = re.compile(r"[.?!][”\"’')]*\s")
# What may stand before the subject of a sentence.
SENTENCE = re.compile(r"(?:^|[.?!:][”\"’')]*\s+|\n)(?:(?:But|And|Yet|So|Still|Meanwhile|However),? )?(?:[Tt]he |[Aa]n? )?$")
BODY = re.compile(
    r"^[^,]*\b(?:office|ministry|government|commission|council|embassy|mission|party|army|court|tribunal|chamber|bank|agency|delegation"
    r"|parliament|assembly|alliance|union|bloc|committee|authority|movement|presidency|cabinet|command|coalition)\b"
)
SOURCE = ("source_start", "source_end", "speaker_mention_id")
SHORT = 20  # characters: a source without a relative clause
LONGEST_PART = 70  # characters of one name of a list with its title


class Sources:
    """The sources of a document's attributions (`schemas.ATTRIBUTION_SPANS` rows), told."""

    def __init__(self, document_id: str, body: str, index: MentionIndex, speakers: Speakers) -> None:
        self._id, self._body, self._index, self._speakers = document_id, body, index, speakers

    def told(self, rows: list[Row]) -> Iterator[Row]:
        """The rows, in their order, where it can be told with the source and `speaker_mention_id` that they mean."""
        last: Row | None = None  # with several as its source
        previous: Row | None = None
        subject: tuple[Row, int] | None = None  # the row of the sentence before, and where its source begins
        has_they = any(row["speaker_mention_id"] is None and self._text(row).lower() == "they" for row in rows)
        for row in rows:
            if row["source_start"] is None:
                yield row
                continue
            if dateline := DATELINE.match(self._body, row["source_start"], row["source_end"]):
                head = self._index.head_of(self._id, dateline.end(), row["source_end"])
                row = row | {"source_start": dateline.end(), "speaker_mention_id": head["mention_id"] if head else None}
            start, end = row["source_start"], row["source_end"]
            text = self._body[start:end]
            if row["speaker_mention_id"] is None:
                row = self._meant(row, text, subject) or self._found(row, text, last, previous)
            elif end - start > SHORT and RELATIVE.search(text):
                row = self._without_relative(row, text)
            if has_they and row["parent_attribution_id"] is None and PLURAL.search(text):
                last = row
            previous = row
            if row["parent_attribution_id"] is None and row["source_start"] < row["cue_start"]:
                subject = row, start
            yield row

    def _text(self, row: Row) -> str:
        return self._body[row["source_start"] : row["source_end"]] if row["source_start"] is not None else ""

    def joint(self, row: Row) -> list[tuple[Mention | None, str]]:
        """All whom a source names, with their words, where it names several and nobody else: "Norway and Denmark"; else none.

        Of places one may be nobody known: "fears in Norway and Europe".
        """
        start, end, text = row["source_start"], row["source_end"], self._text(row)
        if " and " not in text and ", " not in text and " as well as " not in text:
            return []
        inside = self._index.within(self._id, start, end)
        parts, begin = [], start
        for found in COORDINATOR.finditer(self._body, start, end):
            if any(mention["evidence_start"] < found.end() and found.start() < mention["evidence_end"] for mention in inside):
                continue
            parts.append((begin, found.start()))
            begin = found.end()
        parts.append((begin, end))
        if any(last - first > LONGEST_PART or not NAME.match(self._body, first, last) for first, last in parts):
            return []
        heads = [self._index.head_of(self._id, *part) for part in parts]
        named = [head for head in heads if head is not None]
        if row["rule"] in PLACED and len(named) == 1 and len(parts) == 2:
            told = [(head, str(head["surface"]) if head else self._body[slice(*part)]) for head, part in zip(heads, parts, strict=True)]
            return told if all(head or PLACE.fullmatch(name) for head, name in told) else []
        if len(named) < 2 or len(named) < len(parts):
            return []
        if len(parts) == 2 and " and " not in text and str(named[0]["surface"]).rsplit(maxsplit=1)[-1].islower():
            return []  # "a ministry official, NAME" is one
        named = [*self._to_the_left(start), *named]
        distinct = {(mention["actor_id"], mention["discovered_name"]): mention for mention in reversed(named)}
        return [(mention, str(mention["surface"])) for mention in reversed(distinct.values())] if len(distinct) > 1 else []

    def _to_the_left(self, start: int) -> list[Mention]:
        """Those of the list that stand before what was taken for the source: "Oslo, [Bern and Rome]"."""
        found: list[Mention] = []
        while True:
            mention = self._index.before(self._id, start, reach=LONGEST_PART)
            if mention is None or self._body[mention["evidence_end"] : start] != ", ":
                return found
            title = TITLES.search(self._body, max(0, mention["evidence_start"] - LONGEST_PART), mention["evidence_start"])
            begin = title.start() if title else mention["evidence_start"]
            is_listed = bool(found) or self._body.startswith(", ", begin - 2)
            if not is_listed and NO_LIST.search(self._body, max(0, begin - 30), begin):
                return found
            found.insert(0, mention)
            start = begin

    def _meant(self, row: Row, text: str, before: tuple[Row, int] | None) -> Row | None:
        """A row of which "it" or "he" is the source, told of whom the sentence before said something as its subject."""
        low = text.lower()
        is_body = low in ITS
        if before is None or not (is_body or low in HIS) or (low in OWNED and row["rule"] != "perspective"):
            return None
        subject, begin = before
        between = self._body[subject["source_end"] : row["source_start"]]
        begins = SENTENCE.search(self._body, max(0, begin - 30), begin)
        if "\n" in between or len(NEXT.findall(between)) != 1 or not begins:
            return None
        mention = self._index[subject["speaker_mention_id"]] if subject["speaker_mention_id"] else None
        if mention is not None:
            fits = self._speakers.is_body(mention) if is_body else self._speakers.is_person(mention)
            return row | {"speaker_mention_id": mention["mention_id"]} if fits else None
        name = self._text(subject)
        if is_body:
            return row | {each: subject[each] for each in SOURCE} if BODY.search(name) else None
        fits = self._speakers.is_person_noun(name) or PROPER.fullmatch(name) is not None
        return row | {each: subject[each] for each in SOURCE} if fits and not (BODY.search(name) or PLURAL.search(name)) else None

    def _found(self, row: Row, text: str, last: Row | None, previous: Row | None) -> Row:
        start, end = row["source_start"], row["source_end"]
        low = text.lower()
        if low == "who":
            mention = self._index.before(self._id, start, reach=60)
            if mention and WHO.fullmatch(self._body, mention["evidence_end"], start):
                return row | {"speaker_mention_id": mention["mention_id"]}
            if (told := TOLD.search(self._body, max(0, start - LONGEST_PART), start)) and self._speakers.is_person_noun(told["head"]):
                return row | {"source_start": told.start("who"), "source_end": told.end("who")}
            if previous is not None and previous["source_end"] < start and WHO.fullmatch(self._body, previous["source_end"], start):
                return row | {name: previous[name] for name in SOURCE}
        elif low == "they":
            if last is not None and last["evidence_start"] < start and "\n" not in self._body[last["source_start"] : start]:
                return row | {name: last[name] for name in SOURCE}
        elif (apposition := APPOSITION.match(self._body, start, end)) and self._speakers.is_person_noun(apposition.group()):
            begin = apposition.end()
            mention = next(iter(self._index.within(self._id, begin, end)), None)
            if mention and mention["evidence_start"] == begin and not self._body[mention["evidence_end"] : end].strip(" ,"):
                return row | {"speaker_mention_id": mention["mention_id"], "source_start": begin}
            if mention is None and PROPER.fullmatch(self._body, begin, end):
                return row | {"source_start": begin}
        elif row["rule"] in PLACED:
            same = (mention for mention in self._index.of(self._id) if mention["surface"] == text and mention["actor_id"])
            if mention := next(same, None):
                return row | {"speaker_mention_id": mention["mention_id"]}
        return row

    def _without_relative(self, row: Row, text: str) -> Row:
        """A source that only its relative clause names somebody in is a thing: "the statement, which Ada Holt signed"."""
        relative = RELATIVE.search(text)
        mention = self._index[row["speaker_mention_id"]]
        start = row["source_start"]
        if relative and start + relative.start() <= mention["evidence_start"] < row["source_end"]:
            return row | {"speaker_mention_id": None, "source_end": start + relative.start()}
        return row
