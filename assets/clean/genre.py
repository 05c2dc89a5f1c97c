"""What kind of text a document is: news, analysis, transcript, other. Reading the headline's label belongs to `head`."""

import re
from collections.abc import Sequence

OPINION = frozenset(
    ("analysis", "opinion", "op-ed", "oped", "commentary", "editorial", "perspective", "essay", "comment", "view", "explainer")
)
TURN = re.compile(r"^(?:(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40})(?: \([^)]{2,60}\))?|(?P<question>Q|A|Question|Answer)):\s")
MIN_TURNS = 4
FIRST_PERSON = re.compile(  # what stands before the first letter is looked at last, which is faster
    r"(?:I(?<!\wI)|my(?<!\wmy)|we(?<!\wwe)|our(?<!\wour)) (?:believe|think|argue|read|expect|suspect|view|doubt|would argue|conclude)\b"
)
# A type of schema.org, or a section of opinion: named first or behind its kind, with little else ("Guest columns", "Opinion | Asia").
OPINION_HINT = re.compile(
    r"(?:Opinion|Analysis)NewsArticle$"
    r"|(?:(?:news|guest|expert|global|world|foreign|political|policy)\W+)?(?:opinions?|editorials?|op-?eds?|columns?|columnists?"
    r"|commentar(?:y|ies)|comment|analys[ie]s|perspectives?|viewpoints?|views)(?:\W.*)?$",
    re.IGNORECASE,
)
MIN_FIRST_PERSON = 2
DISCLAIMER = re.compile(r"\b(?:views|opinions)\b.{0,60}\b(?:expressed|author|own|not necessarily|do not)\b", re.IGNORECASE)
URL_SECTION = re.compile(
    r"/(?:opinions?|analysis|commentary|op-?eds?|columns?|editorials?|comment(?:isfree)?|perspectives?|views)/", re.IGNORECASE
)


def genre(paragraphs: list[str], mark: str | None, furniture: list[str], url: str | None, hints: Sequence[str] = ()) -> str:
    """One of GENRES, from the headline's label, the turns of a talk, and what the page says of itself.

    `paragraphs` are the article's, without the title; `furniture` the lines that were not the article; `hints` the page's
    types and sections ('OpinionNewsArticle', 'Editorials').
    """
    turns = [match for text in paragraphs if (match := TURN.match(text))]
    speakers = {match["name"] or match["question"] for match in turns}
    if len(turns) >= MIN_TURNS and len(speakers) >= 2 and len(turns) >= 0.3 * len(paragraphs):
        return "transcript"
    if mark == "transcript" and turns:
        return "transcript"
    if mark in OPINION or (url and URL_SECTION.search(url)) or any(map(OPINION_HINT.match, hints)):
        return "analysis"
    if any(DISCLAIMER.search(line) for line in furniture):
        return "analysis"
    text = " ".join(paragraphs)
    if len(FIRST_PERSON.findall(text)) >= MIN_FIRST_PERSON <= len(FIRST_PERSON.findall(_unquoted(text))):
        return "analysis"
    return "news" if any(re.search(r"[.!?][\"”’)]*$", paragraph) for paragraph in paragraphs) else "other"


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]", " ", text)
