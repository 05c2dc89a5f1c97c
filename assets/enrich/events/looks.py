"""The cheap look over all sentences at once: which of them tell of somebody who is not named, before any grammar is read.

Each look finds a few sentences too many and none too few for the room whose words it seeks (`pairs`, `truces`, `grounds`, `speakers`).
What those words mean does not belong here.
"""

import polars as pl

from assets.enrich.events.pairs import SIGN
from assets.enrich.events.terms import EventTerms
from assets.enrich.events.truces import DESIGNED_TRUCE

WE = " we |We "


def looks(bodies: dict[str, str], sentences: pl.DataFrame, terms: EventTerms) -> pl.DataFrame:
    """The sentences, with what their words promise, by patterns that Polars matches without Python.

    Parameters
    ----------
    bodies, sentences
        Texts by document id, and a frame of `schemas.SENTENCES` of these documents.
    terms
        Of these `at_work` and `deed` tell of people who act at home, `talks`, `meeting`, `call` and `visit` of meetings.

    Returns
    -------
    The rows of `sentences` in their order with five columns more: `has_we` (somebody speaks of himself and his own), `has_pair` (a phrase
    may mean the two sides of the text), `has_truce` (a truce is designed), `is_acted` (police, crowds or a parliament may act) and
    `has_meeting` (a noun may point to a meeting).
    """
    columns = sentences.select("document_id", "sentence_start", "sentence_end").iter_rows()
    text = pl.Series([bodies[document_id][start:end] for document_id, start, end in columns], dtype=pl.String)
    return sentences.with_columns(
        has_we=text.str.contains(WE),
        has_pair=text.str.contains(SIGN),
        has_truce=text.str.contains(DESIGNED_TRUCE),
        is_acted=text.str.contains(rf"(?i)(?:^|\s){_any(terms.at_work)}(?:\s|$)") & text.str.contains(rf"\b{_any(terms.deed)}"),
        has_meeting=text.str.contains("(?i)" + _any(terms.talks | terms.meeting | terms.call | terms.visit)),
    )


def _any(words: frozenset[str]) -> str:
    return f"(?:{'|'.join(sorted(map(pl.escape_regex, words)))})" if words else r"[^\s\S]"
