"""The circumstances of a statement: to whom, through what, by whose report and when it was made. Its meaning is read elsewhere."""

import re
from typing import NamedTuple

from assets.enrich.actors.index import Mention
from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.page import Page
from assets.enrich.positions.speakers import Row
from assets.enrich.words.term_search import Hit, within

Span = tuple[int, int]

ADDRESSEE_CUES = frozenset(
    {
        "tell",
        "inform",
        "assure",
        "reassure",
        "notify",
        "brief",
        "remind",
        "warn",
        "urge",
        "advise",
        "ask",
        "convince",
        "persuade",
        "order",
        "instruct",
        "call on",
        "call upon",
        "appeal to",
        "implore",
    }
)
# "reporters on a conference call", "journalists in Geneva on Monday": what follows is no part of the addressee.
ADJUNCT = re.compile(
    r"\s*(?:[,;:]|\b(?:in|on|at|after|during|following|before|when|while|as|via|by|earlier|later|late|last|this|that|to|about|of|from|how|why"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)\b)"
)
CREDIT = re.compile(
    r"(?:quoted|cited|reported|carried|published|released|as told) (?:by|to)\s*$|according to\s*$|told\s*$|, citing\s*$",
    re.IGNORECASE,
)
IN_A = re.compile(r"\b(?:in|on|at|via|through|during|from)\s+(?:(?:a|an|the|his|her|their|its|[\w’'.-]+)\s+){0,4}$", re.IGNORECASE)
# "told French radio": through whom, not to whom.
THROUGH = re.compile(r"(?:radio|television|TV|newspaper|magazine|weekly|daily|broadcaster|news agency|news channel|website)$")
# Who works for an outlet is no channel but somebody spoken to: "told the CNN host Ada Holt".
STAFF = re.compile(r"(?:['’]s)? (?:\w+ )?(?:host|anchor|presenter|interviewer|journalist|reporter|correspondent|editor|columnist)s?\b")
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
NOUN_TIME = re.compile(r"^\w+ $")  # "expressed caution Tuesday about": a day right behind the noun
OPENING_TIME = 12  # characters into its sentence: "On Monday, X said"
TIME_REACH = 90  # characters between cue and time expression


# "urged Tehran to": whom a demand is put to stands at the head of what is asked.
ASKED = re.compile(r"(?P<whom>[^,;:]{2,60}?) (?:not )?to [a-z]")


class Circumstances(NamedTuple):
    """`schemas.POSITIONS` columns of the same names."""

    addressee: str | None
    medium: str | None
    reported_by: str | None


def told_around(body: str, page: Page, row: Row, media: list[Mention], channels: list[Hit]) -> Circumstances:
    """What the sentence of an attribution (`schemas.ATTRIBUTION_SPANS`) tells of its circumstances; `media`, `channels`: of the body."""
    start, end = page.between_cues(row)
    contents = row["content_spans"]
    near = [
        mention
        for mention in media
        if start <= mention["evidence_start"]
        and mention["evidence_end"] <= end
        and not any(a <= mention["evidence_start"] < b for a, b in contents)
    ]
    named = within(channels, start, end)
    around = _outside([*contents, (row["cue_start"], row["cue_end"])], start, end) if near or named else []
    behind = max(row["cue_end"], row["source_end"] or 0)
    following = min([first for first, _ in contents if first >= behind], default=end)
    return _circumstances(body, row["cue"], around, (behind, following), near, named)


def _circumstances(
    body: str, cue: str, around: list[Span], addressed: Span | None, media: list[Mention], known: list[Hit]
) -> Circumstances:
    """Addressee, medium and credited agency.

    Parameters
    ----------
    cue
        Lemma of the cue.
    around
        Spans of the sentence that are neither source nor content.
    addressed
        What stands between cue and content.
    media
        Actor mentions of type media in the sentence, outside the content.
    known
        Channels of the sentence.
    """
    addressee = _addressee(body, addressed) if addressed and cue in ADDRESSEE_CUES else None
    medium = reported_by = None
    for mention in media:
        name, start, end = mention["surface"], mention["evidence_start"], mention["evidence_end"]
        if CREDIT.search(body[max(0, start - 40) : start]) and not (addressed and addressed[0] <= start < addressed[1]):
            reported_by = reported_by or name
        elif addressee and addressed and addressed[0] <= start < addressed[1] and STAFF.match(body, end):
            continue
        elif any(first <= start and end <= last for first, last in around):
            medium = medium or name
    if addressee and medium and medium in addressee:
        addressee = None
    if addressee and medium is None and THROUGH.search(addressee):
        addressee, medium = None, addressee
    if medium is None and known:
        medium = next((found for span in around if (found := _channel(body, span, known))), None)
    return Circumstances(addressee, medium, reported_by)


def asked(rule: str, cue: Cue | None, statement: str) -> str | None:
    """Whom a demand is put to: "Tehran" of "urged Tehran to sign", whose statement is "Tehran to sign"; who only wants it tells nobody."""
    found = ASKED.match(statement) if rule == "subject-cue-addressee-to" and cue is not None and cue.kind == "speech" else None
    return found["whom"] if found else None


def said_at(
    body: str, times: list[tuple[int, int, str]], cue: Span, contents: list[Span], sentence: Span, *, is_object: bool
) -> str | None:
    """The time expression nearest to the cue that stands in its sentence, outside the content.

    `is_object`: the content is the object of a verb; a weekday right behind its first word, or at its end, says when it was said
    ("expressed caution Tuesday about", "ordered Oslo to leave on Monday").
    """
    nearest: tuple[int, str] | None = None
    inside: str | None = None
    for start, end, time_id in times:
        if start < sentence[0] or end > sentence[1]:
            continue
        content = next((one for one in contents if one[0] <= start and end <= one[1]), None)
        if content is not None:
            if is_object and WEEKDAY.search(body, start, end) and _is_of_cue(body, content, start, end):
                inside = inside or time_id
            continue
        between = body[cue[1] : start] if start >= cue[1] else body[end : cue[0]]
        if ";" in between or ("," in between and start - sentence[0] > OPENING_TIME):
            continue
        distance = start - cue[1] if start >= cue[1] else cue[0] - end
        if 0 <= distance <= TIME_REACH and (nearest is None or distance < nearest[0]):
            nearest = (distance, time_id)
    return nearest[1] if nearest else inside


def _is_of_cue(body: str, content: Span, start: int, end: int) -> bool:
    before = body[content[0] : start]
    return (
        NOUN_TIME.match(before) is not None
        or (end == content[1] and before.endswith("on "))
        or (before.endswith("on ") and body[end : end + 1] in ",.")
    )


def _channel(body: str, span: Span, known: list[Hit]) -> str | None:
    """The first channel named after "in", "on" or "at"; a named service before a kind of occasion."""
    found = [
        (body[hit.start : hit.end], hit.start)
        for hit in within(known, *span)
        if IN_A.search(body[max(span[0], hit.start - 60) : hit.start])
    ]
    longest = sorted(found, key=lambda pair: (not pair[0][0].isupper(), pair[1], -len(pair[0])))
    return longest[0][0] if longest else None


def _addressee(body: str, span: Span) -> str | None:
    text = body[slice(*span)]
    cut = ADJUNCT.search(text)
    words = text[: cut.start()].strip(" ,.") if cut else text.strip(" ,.")
    return words or None


def _outside(blocked: list[Span], start: int, end: int) -> list[Span]:
    """What of [start, end) lies in none of the spans."""
    around, position = [], start
    for first, last in sorted(blocked):
        if first > position:
            around.append((position, min(first, end)))
        position = max(position, last)
    return [*around, (position, end)] if position < end else around
