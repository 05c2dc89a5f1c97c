"""Whom a statement is aimed at: the actor who is its subject or object. What it does to him is the speech act."""

import re

from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.positions.speakers import Speakers

# Speech acts that are aimed at somebody.
AIMED = frozenset({"praises", "criticizes", "accuses", "demands", "proposes", "rejects", "threatens", "warns", "asks"})
TARGET_REACH = 35  # characters into the statement
TITLE_REACH = 40
# Between "US" and the name in "US President X", "Norwegian foreign minister X".
TITLE = re.compile(
    r"(?: (?:[A-Z][\w.’'-]*|president|prime|minister|foreign|defen[cs]e|interior|finance|deputy|special|former|chief|envoy|ambassador"
    r"|spokesman|spokeswoman|leader|chancellor|king|queen|secretary|general)){1,4} "
)
# A place, or one who is only named beside it: "the war in Yemen", "without Russia".
PLACE = re.compile(r"\b(?:in|over|on|near|off|about|without|across|around|inside|outside|via|through|under)\s+(?:the\s+)?$", re.IGNORECASE)
MODIFIER = re.compile(
    r"-(?:\w+ed|led|brokered|made|sponsored)\b"
    r"|(?:['’]s?)? (?:guidelines|accord|agreement|treaty|pact|deal|plan|summit|talks|club|process)\b"
)
NEW_CLAUSE = re.compile(r"\b(?:that|which|who|because|before|after|until|unless|while|so that|in order)\b")


def target(
    index: MentionIndex, speakers: Speakers, document_id: str, body: str, statement: tuple[int, int], holder: Mention | None
) -> str | None:
    """The mention of the first actor of the statement [start, end) who is neither its holder, nor of his side, nor a place."""
    start, end = statement
    for mention in index.within(document_id, start, end):
        first, last = mention["evidence_start"], mention["evidence_end"]
        if first > start + TARGET_REACH or NEW_CLAUSE.search(body, start, first):
            break  # too far to be the subject or object of the statement
        if speakers.is_medium(mention) or speakers.is_of(mention, holder):
            continue
        if PLACE.search(body, max(start, first - 20), first) or MODIFIER.match(body, last):
            continue
        named = index.after(document_id, last, TITLE_REACH)
        between = body[last : named["evidence_start"]] if named else ","
        return str((named if named and TITLE.fullmatch(between) else mention)["mention_id"])
    return None
