"""What kind of text a document is: news, analysis, transcript, other. Reading the headline's label belongs to `head`."""

import re

OPINION = frozenset(
    ("analysis", "opinion", "op-ed", "oped", "commentary", "editorial", "perspective", "essay", "comment", "view", "explainer")
)
TURN = re.compile(r"^(?:(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40})(?: \([^)]{2,60}\))?|(?P<question>Q|A|Question|Answer)):\s")
MIN_TURNS = 4
FIRST_PERSON = re.compile(r"\b(?:I|my|we|our) (?:believe|think|argue|read|expect|suspect|view|doubt|would argue|conclude)\b")
DISCLAIMER = re.compile(r"\b(?:views|opinions)\b.{0,60}\b(?:expressed|author|own|not necessarily|do not)\b", re.IGNORECASE)
URL_SECTION = re.compile(
    r"/(?:opinions?|analysis|commentary|op-?eds?|columns?|editorials?|comment(?:isfree)?|perspectives?|views)/", re.IGNORECASE
)


def genre(paragraphs: list[str], mark: str | None, furniture: list[str], url: str | None) -> str:
    """One of GENRES, from the headline's label, the turns of a talk, and what the page says of itself.

    `paragraphs` are the article's, without the title; `furniture` the lines that were not the article.
    """
    turns = [match for text in paragraphs if (match := TURN.match(text))]
    speakers = {match["name"] or match["question"] for match in turns}
    if len(turns) >= MIN_TURNS and len(speakers) >= 2 and len(turns) >= 0.3 * len(paragraphs):
        return "transcript"
    if mark == "transcript" and turns:
        return "transcript"
    if mark in OPINION or (url and URL_SECTION.search(url)):
        return "analysis"
    if any(DISCLAIMER.search(line) for line in furniture):
        return "analysis"
    if len(FIRST_PERSON.findall(_unquoted(" ".join(paragraphs)))) >= 2:
        return "analysis"
    return "news" if any(re.search(r"[.!?][\"”’)]*$", paragraph) for paragraph in paragraphs) else "other"


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]", " ", text)
