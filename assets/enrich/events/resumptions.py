"""A meeting named again without its sides: "the talks", "this visit", and in a headline, before it is told, "Meeting in Bern ends well".

Here belong nouns that point to a meeting told elsewhere in the document. A noun with sides of its own is a frame's (`candidates`); "it"
and "they" are in `antecedents`; whether two tellings are one happening is for `assets.resolve`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from assets.enrich.actors.index import MentionIndex
from assets.enrich.events.terms import EventTerms
from assets.identity import content_id

RULE = "frame:noun:resumed"
SURE = 0.85  # of 20 read, 17 pointed to the right one
EVIDENCE_REACH = 200  # characters after the noun up to which the evidence is drawn
HELD = ("occurred", "ongoing")
COMING = re.compile(r"(?<!\w)(?:will|would|could|might|may|should|if|upcoming|planned|no|not|cancelled|canceled|postponed)(?!\w)", re.I)
# what follows where the noun stands alone: "the talks between", "the visit of" have sides, "the meeting room" is another thing
ALONE = re.compile(
    r"\s*(?:[,.;:)—–?!\"”’']|$)"
    r"|\s+(?:in|at|on|about|over|after|before|by|as|and|but|to|into|that|which|where|when|during|this|last|yesterday|today|late|early"
    r"|was|were|is|are|has|have|had|came|comes|took|went|made|brought|began|gave|left|led|held|saw|show|shows|marks|yields|ends?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]+ed)(?!\w)",
    re.I,
)
GROUND = re.compile(r"\s+(?i:in|at)\s+(?:the\s+)?([A-Z][\w’'-]+)")

# what may stand before the noun that makes it no other meeting, as "next" does
OF_NO_OTHER = "latest|recent|same|phone|telephone|video|state|official|working|face-to-face|high-level|one-on-one|two-day|three-day"
WENT = "also|covered|focused|centred|centered|touched|dealt|turned|lasted|ended|began|broke|took|were|continued|resumed"  # "talks lasted"
BOTH = 2
FAR = 4000  # characters back to what may still be meant
NEAR = 300  # and to what is meant even where others have met besides

Row = dict[str, Any]


@lru_cache(maxsize=4)
def _pointers(nouns: frozenset[str], talks: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the nouns where they point: in text, and in a title, which has no articles. The last group that took part is the noun."""
    any_noun, bare = ("|".join(map(re.escape, sorted(words))) for words in (nouns, talks))
    return re.compile(
        rf"(?<!\w)(?:[Tt]h(?:e|is|at|ese|ose)|[Rr]ecent) (?:(?:{OF_NO_OTHER}) )?({any_noun})(?!\w)"
        rf"|(?:, |(?<=\n)|(?<=[.\"”] ))((?i:{bare}))(?= (?:{WENT}) )"
    ), re.compile(rf"(?<![\w-])({any_noun})(?!\w)", re.I)


def resumed(
    mentions: list[Row],
    arguments: list[Row],
    index: MentionIndex,
    countries: dict[str, str | None],
    bodies: dict[str, str],
    sentences: Iterable[tuple[str, int, int, bool]],
    terms: EventTerms,
) -> Iterator[tuple[Row, list[Row]]]:
    """Mentions that point to a meeting told elsewhere in their document: that one's row in other words, and its arguments.

    Parameters
    ----------
    mentions, arguments
        Rows of `schemas.EVENT_MENTIONS` and `schemas.EVENT_ARGUMENTS`.
    index, countries, bodies
        The actor mentions, countries by actor id, and texts by document.
    sentences
        Those in which such a noun stands: document, first character, one past the last, and whether it is the title; in the order of
        the text.
    terms
        Their nouns of talks, meetings, calls and visits point.
    """
    told: dict[str, list[Row]] = defaultdict(list)
    for row in mentions:
        if row["event_type"] == "consult":
            told[row["document_id"]].append(row)
    met = {row["mention_id"] for rows in told.values() for row in rows}
    parts: dict[str, list[Row]] = defaultdict(list)
    for argument in arguments:
        if argument["mention_id"] in met:
            parts[argument["mention_id"]].append(argument)
    sides = {mention_id: _sides(own, index, countries) for mention_id, own in parts.items()}
    in_text, in_title = _pointers(terms.talks | terms.meeting | terms.call | terms.visit, terms.talks)
    first = {document_id: _first_held(rows, sides) for document_id, rows in told.items()}
    for document_id, start, end, is_title in sentences:
        position = first.get(document_id)
        if position is None or not (is_title or position < end):
            continue
        rows, body = told[document_id], bodies[document_id]
        if any(row["sentence_start"] == start for row in rows):
            continue
        hit = (in_title if is_title else in_text).search(body, start, end)
        if hit is None or COMING.search(body, start, end):
            continue
        meant = _meant(rows, sides, terms, body, hit, is_title) if ALONE.match(body, hit.end()) else None
        ground = GROUND.match(body, hit.end())
        if meant and not (ground and ground[1] not in (meant["place"] or meant["evidence"])):
            yield _again(meant, start, hit, body, end), parts[meant["mention_id"]]


def _first_held(rows: list[Row], sides: dict[str, set[str]]) -> int | None:
    """Where the first meeting is told that may be meant: text before it points to none."""
    held = (row for row in rows if row["status"] in HELD and len(sides.get(row["mention_id"], ())) >= BOTH)
    return min((row["evidence_start"] for row in held), default=None)


def _sides(arguments: list[Row], index: MentionIndex, countries: dict[str, str | None]) -> set[str]:
    """The states, and those that are of none, that took part."""
    heads = [index[argument["actor_mention_id"]] for argument in arguments]
    return {countries.get(head["actor_id"]) or head["country_code"] or head["actor_id"] or head["mention_id"] for head in heads}


def _meant(rows: list[Row], sides: dict[str, set[str]], terms: EventTerms, body: str, hit: re.Match[str], is_title: bool) -> Row | None:
    """The meeting that a noun points to: the one told last, or after a title first, unless others met not far from there."""
    noun = hit[hit.lastindex or 0].lower()
    if is_title:
        near = [row for row in rows if row["evidence_start"] < hit.end() + FAR]
    else:
        near = [row for row in reversed(rows) if hit.start() - FAR < row["evidence_start"] < hit.start()]
    near = [row for row in near if row["status"] in HELD and _may_be(noun, row["event_mode"], terms)]
    met = sides[near[0]["mention_id"]] if near else set()
    if len(met) < BOTH:
        return None
    is_next = not is_title and hit.start() - near[0]["evidence_start"] < NEAR
    return near[0] if is_next or all(sides[row["mention_id"]] <= met for row in near) else None


def _may_be(noun: str, mode: str | None, terms: EventTerms) -> bool:
    if noun in terms.call:
        return mode == "phone"
    if noun in terms.visit:
        return mode == "visit"
    return noun in terms.talks or mode != "phone"


def _again(meant: Row, start: int, hit: re.Match[str], body: str, end: int) -> Row:
    begin, until = hit.start() + 2 * (body[hit.start()] == ","), end
    if end - hit.end() > EVIDENCE_REACH:
        until = body.rfind(" ", hit.end(), hit.end() + EVIDENCE_REACH)
    until = max(hit.end(), until)
    while until > hit.end() and not body[until - 1].isalnum():
        until -= 1
    return {
        **meant,
        "mention_id": content_id("event", meant["document_id"], hit.start(hit.lastindex or 0), hit.end(), "resumed"),
        "evidence": body[begin:until],
        "evidence_start": begin,
        "evidence_end": until,
        "sentence_start": start,
        "trigger": hit[hit.lastindex or 0],
        "rule": RULE,
        "confidence": round(meant["confidence"] * SURE, 3),
    }
