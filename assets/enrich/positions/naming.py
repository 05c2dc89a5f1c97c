"""What a source is called in a row of positions: its words without what tells more of it. Who it is belongs to `speakers`."""

import re

from assets.enrich.actors.index import Mention
from assets.enrich.words.closed_class import PRONOUNS, RELATIVES

# What follows the head of a noun phrase and its prepositions: "observers who, …", "economists, among them …".
BEYOND_HEAD = re.compile(r"\s*[,;:(—–]|\s(?:who|whom|whose|which|that|when|where|while|regardless|including|speaking)\b")
LEADING_TIME = re.compile(
    r"(?:Last|This|Next|Late last|Earlier this) (?:week|month|year|night|\w+day|[A-Z]\w+|autumn|winter|spring|summer|fall)"
    r" (?=the |an? |[A-Z])"
)


def name_of(text: str | None, mention: Mention | None) -> str | None:
    """The words of a source, without the clause that tells more of it and the time before it.

    A relative pronoun gives way to the name it stands for; a pronoun that stands for nobody known names nobody.
    """
    if text is None or mention is not None:
        return str(mention["surface"]) if text is not None and mention and text.lower() in RELATIVES else text
    if text.lower() in PRONOUNS:
        return None
    told = text[found.end() :] if (found := LEADING_TIME.match(text)) else text
    return BEYOND_HEAD.split(told, maxsplit=1)[0].strip() or told
