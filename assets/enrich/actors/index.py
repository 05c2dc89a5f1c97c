"""Finding the actor mentions of a span, and the one that a phrase is about. Making mentions does not belong here."""

import re
from bisect import bisect_left
from typing import Any

import polars as pl

Mention = dict[str, Any]

POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
# What ends the part of a noun phrase in which its head stands last: a comma, a dash, a bracket, a preposition, a clause.
DIVIDER = re.compile(
    r"[,;:()—–]|\s-{1,2}\s"
    r"|\b(?:of|for|in|at|from|to|with|by|on|near|against|about|between|among|into|over|under|after|before|during|via|through"
    r"|who|whom|whose|which|that|when|where|while|as|familiar|close|and|or|but|as well as)\b"
)
TITLE = re.compile(r"(?:the |[A-Z][\w.’']* )*?(?:Secretary|Minister|Under Secretary) (?:of|for) (?:[A-Z]\w+ )+(?:and (?:[A-Z]\w+ )+)?")
OPENING = re.compile(r"[,;:()—–]|\s-{1,2}\s")
COORDINATOR = re.compile(r"\s*,?\s*(?:and|or|as well as|,)\s*(?:the\s+)?")


class MentionIndex:
    """Actor mentions by place.

    Rows are dictionaries with the columns of `schemas.ACTOR_MENTIONS`. Where one mention lies in another, both are
    found; `actor_mentions` makes none such.

    Parameters
    ----------
    actor_mentions
        `schemas.ACTOR_MENTIONS`.
    documents
        `document_id` and `body` of the same documents; without them `head_of` judges by position alone.
    """

    def __init__(self, actor_mentions: pl.DataFrame, documents: pl.DataFrame | None = None) -> None:
        self._rows: dict[str, list[Mention]] = {}
        ordered = actor_mentions.sort("document_id", "evidence_start", "evidence_end", "mention_id")
        for row in ordered.to_dicts():
            self._rows.setdefault(row["document_id"], []).append(row)
        self._starts = {key: [row["evidence_start"] for row in rows] for key, rows in self._rows.items()}
        self._by_id = {row["mention_id"]: row for rows in self._rows.values() for row in rows}
        self._bodies = {} if documents is None else dict(documents.select("document_id", "body").iter_rows())

    def __getitem__(self, mention_id: str) -> Mention:
        """The mention of an id."""
        return self._by_id[mention_id]

    def of(self, document_id: str) -> list[Mention]:
        """All mentions of a document, in the order of the text."""
        return self._rows.get(document_id, [])

    def within(self, document_id: str, start: int, end: int) -> list[Mention]:
        """Mentions that lie wholly in [start, end), in the order of the text."""
        starts = self._starts.get(document_id, ())
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        if first == last:
            return []
        return [row for row in self._rows[document_id][first:last] if row["evidence_end"] <= end]

    def before(self, document_id: str, position: int, reach: int = 200) -> Mention | None:
        """The last mention that ends at or before a position, no further than `reach` characters away."""
        found = self.within(document_id, max(0, position - reach), position)
        return found[-1] if found else None

    def after(self, document_id: str, position: int, reach: int = 200) -> Mention | None:
        """The first mention that begins at or after a position, no further than `reach` characters away."""
        found = self.within(document_id, position, position + reach)
        return found[0] if found else None

    def head_of(self, document_id: str, start: int, end: int) -> Mention | None:
        """The mention that a noun phrase in [start, end) is about, or None where its head is no actor.

        "X's spokesman, Y" is about Y; "Y, head of Z" about Y; "the Z spokesman Y" about Y; "an aide to X" about nobody
        that is named.
        """
        found = self.within(document_id, start, end)
        if not found:
            return None
        body = self._bodies.get(document_id)
        return found[0] if body is None else _head(body, start, end, found)

    def heads_of(self, document_id: str, start: int, end: int) -> list[Mention]:
        """The heads of a phrase that may name several, joined by "and" or commas: "X and Y" has two."""
        head = self.head_of(document_id, start, end)
        if head is None:
            return []
        heads, body = [head], self._bodies.get(document_id)
        if body is None:
            return heads
        for row in self.within(document_id, head["evidence_end"], end):
            if not COORDINATOR.fullmatch(body, heads[-1]["evidence_end"], row["evidence_start"]):
                break
            if POSSESSIVE.match(body, row["evidence_end"]):
                break
            heads.append(row)
        return heads


_latest: list[tuple[pl.DataFrame, pl.DataFrame, MentionIndex]] = []  # one slice at most: some two thousand mentions


def mention_index(actor_mentions: pl.DataFrame, documents: pl.DataFrame) -> MentionIndex:
    """`MentionIndex(actor_mentions, documents)`, made once for all rooms of the stage, which are given the same frames one by one.

    Its rows are shared: nobody may change them.
    """
    for mentions, bodies, index in _latest:
        if mentions is actor_mentions and bodies is documents:
            return index
    made = MentionIndex(actor_mentions, documents)
    _latest[:] = [(actor_mentions, documents, made)]
    return made


def _head(body: str, start: int, end: int, found: list[Mention]) -> Mention | None:
    """The last mention of the first part of the phrase, if it ends that part; else an apposition that follows."""
    left = start
    while left < end:
        inside = [row for row in found if row["evidence_start"] >= left]
        if not inside:
            return None
        right, divider = _part_end(body, left, end, found)
        last = next((row for row in reversed(inside) if row["evidence_end"] <= right), None)
        if last and not POSSESSIVE.match(body, last["evidence_end"]) and not _is_modifier(body, last["evidence_end"], right):
            return last
        if not OPENING.search(divider):
            return None  # the head is a common noun, and what follows only tells more about it
        left = right + len(divider)
    return None


def _part_end(body: str, left: int, end: int, found: list[Mention]) -> tuple[int, str]:
    """Where the part that begins at `left` ends, and the divider that ends it; dividers inside names do not count."""
    for divider in DIVIDER.finditer(body, left, end):
        inside_name = any(row["evidence_start"] <= divider.start() < row["evidence_end"] for row in found)
        inside_name = inside_name or any(
            TITLE.fullmatch(body, left, row["evidence_start"]) for row in found if row["evidence_start"] > left
        )
        if not inside_name and body[left : divider.start()].strip():
            return divider.start(), divider.group()
    return end, ""


def _is_modifier(body: str, start: int, end: int) -> bool:
    """Whether nouns follow the name, so that they are the head: 'Kremlin officials', 'Rusal shares'."""
    rest = body[start:end].strip(" \"“”'’.")
    return bool(re.match(r"[a-z]", rest)) and not re.match(r"(?:himself|herself|itself|themselves|also|both|too|later|alone)\b", rest)
