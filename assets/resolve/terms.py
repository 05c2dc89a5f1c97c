"""Terms of office as evidence of when a document was written: "President X" was written while X was president.

What follows from it for the document's date stands in `assets.resolve.dates`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from assets.codebook import Codebook

# Words that put the office into another time, before the title.
_NO_LONGER = re.compile(
    r"(?:\b(?:former|ex|then|late|previous|ousted|deposed|ousting|outgoing|incoming|future|next|past|one-time|onetime|acting|deputy|vice"
    r"|assistant|under|shadow|when|as)[\s-]+(?:[A-Z]\w*\.?\s+)?)$",
    re.IGNORECASE,
)
# A year or an "ago" close by dates the sentence, not the document: "President X said in 2015".
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\bago\b|\bat the time\b|\bback then\b")
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[^\W\d_a-z“\"])|\n")
ENVOY = "special envoy"
NEARBY, LONGEST_TITLE = 90, 60
NAME_RUN = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*\s+){0,4}[^\W\d_a-z][\w.’'-]*")


class Term(NamedTuple):
    """Days in office, inclusive; null where the codebook knows no first or last day."""

    valid_from: date | None
    valid_to: date | None


class Office(NamedTuple):
    """Somebody named with the title of an office, and all their terms in it."""

    actor_id: str
    name: str
    role: str
    terms: tuple[Term, ...]


def named_offices(documents: pl.DataFrame, actor_mentions: pl.DataFrame, codebook: Codebook) -> dict[str, list[Office]]:
    """The office-holders each document names together with their title, as holders at the time of writing.

    Parameters
    ----------
    documents
        Frame with the columns `document_id`, `body`.
    actor_mentions
        Frame of `schemas.ACTOR_MENTIONS`.
    """
    terms, titles = _terms(codebook), _titles(codebook)
    display = dict(codebook.actors.select("actor_id", "name").iter_rows())
    mentions = (
        actor_mentions.select("document_id", "actor_id", "evidence_start", "evidence_end")
        .join(documents.select("document_id"), on="document_id", how="semi")
        .filter(pl.col("actor_id").is_in(sorted({actor for actor, _ in terms})))
    )
    spans: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for document_id, actor, start, end in mentions.iter_rows():
        spans[document_id].add((start, end, actor))
    names = _names(codebook, {actor for actor, _ in terms})
    offices: dict[str, list[Office]] = {}
    for document_id, body in documents.select("document_id", "body").iter_rows():
        named = {
            (actor, role)
            for start, end, actor in spans[document_id] | set(_titled_names(body, titles, names))
            for role in _roles_named(body, start, end, titles)
            if (actor, role) in terms
        }
        offices[document_id] = [Office(actor, display.get(actor, actor), role, terms[actor, role]) for actor, role in sorted(named)]
    return offices


def _names(codebook: Codebook, holders: set[str]) -> dict[str, str]:
    """Holders of dated offices by the names that only they bear."""
    people = codebook.actors.select(alias="name", actor_id="actor_id")
    aliases = codebook["aliases"].filter(pl.col("kind").is_in(["name", "surname", "former"])).select("alias", "actor_id")
    bearers: dict[str, set[str]] = defaultdict(set)
    for alias, actor in pl.concat([people, aliases]).iter_rows():
        bearers[alias].add(actor)
    return {alias: actor for alias, actors in bearers.items() if len(actors) == 1 for actor in actors if actor in holders}


def _titled_names(body: str, titles: dict[str, str], names: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Names right after a title, whatever the mentions made of them: "President X's administration" is a body, but dates as well."""
    for match in _title_start(tuple(titles)).finditer(body):
        run = NAME_RUN.match(body, match.end())
        words = list(re.finditer(r"\S+", run[0])) if run else []
        for count in range(len(words), 0, -1):
            end = match.end() + words[count - 1].end()
            name = re.sub(r"[’']s$|[’'.,]+$", "", body[match.end() : end])
            if name in names:
                yield match.end(), match.end() + len(name), names[name]
                break


def _terms(codebook: Codebook) -> dict[tuple[str, str], tuple[Term, ...]]:
    """Terms with a known beginning, by actor and role; a role with an undated term bounds nothing.

    Of an envoy only the first day counts: nobody reports when the last of several missions ends.
    """
    found: dict[tuple[str, str], set[Term]] = defaultdict(set)
    for actor, role, first, last in codebook["roles"].select("actor_id", "role", "valid_from", "valid_to").iter_rows():
        found[actor, role].add(Term(first, last))
    dated = {key: tuple(sorted(terms, key=_first)) for key, terms in found.items() if all(term.valid_from for term in terms)}
    return {key: (Term(terms[0].valid_from, None),) if key[1] == ENVOY else terms for key, terms in dated.items()}


def _first(term: Term) -> date:
    return term.valid_from or date.min


def _titles(codebook: Codebook) -> dict[str, str]:
    """Titles of offices that one person holds at a time, and of special envoys; of the others the codebook's terms are rough."""
    titles = codebook["role_titles"].filter(pl.col("is_unique") | pl.col("role").is_in([ENVOY, "envoy"]))
    roles = pl.when(pl.col("role") == "envoy").then(pl.lit(ENVOY)).otherwise("role")
    return dict(titles.select(pl.col("title").str.to_lowercase(), roles).iter_rows())


def _roles_named(body: str, start: int, end: int, titles: dict[str, str]) -> Iterator[str]:
    """Roles of the title that stands right before (or begins) the words of a mention."""
    window_start = max(0, start - LONGEST_TITLE)
    named = _title_pattern(tuple(titles)).search(body, window_start, end)
    if not named or _NO_LONGER.search(body[max(0, named.start() - 30) : named.start()]):
        return
    before, after = body[max(0, start - NEARBY) : start], body[end : end + NEARBY]
    if _DATED.search(_SENTENCE_END.split(before)[-1]) or _DATED.search(_SENTENCE_END.split(after)[0]):
        return
    yield titles[named["title"].lower()]


@lru_cache(maxsize=4)
def _title_start(titles: tuple[str, ...]) -> re.Pattern[str]:
    """A title and the space after it."""
    written = "|".join(re.escape(title).replace(r"\ ", r"\s+") for title in sorted(titles, key=lambda title: (-len(title), title)))
    return re.compile(rf"\b(?P<title>(?i:{written or '(?!)'}))\s+")


@lru_cache(maxsize=4)
def _title_pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    """A title and, up to the end of what is searched, nothing but a name."""
    return re.compile(rf"{_title_start(titles).pattern}{NAME_RUN.pattern}\Z")
