"""Who is named, document by document. The rules stand in the modules beside; who is who across documents, in `assets.resolve`."""

from datetime import date
from operator import attrgetter
from typing import Any

import polars as pl

from assets.codebook import Codebook
from assets.enrich.actors.binding import bind_administrations, bind_roles
from assets.enrich.actors.crowds import crowds
from assets.enrich.actors.descriptions import apposition_end, described
from assets.enrich.actors.discovery import discovered_organizations, discovered_people
from assets.enrich.actors.groups import groups
from assets.enrich.actors.names import lexicon
from assets.enrich.actors.people import Person, Register, attach_titles, full_names
from assets.enrich.actors.pronouns import bind_pronouns
from assets.enrich.actors.reading import Mention, Reading, read
from assets.enrich.actors.role_phrases import role_phrases
from assets.enrich.actors.short_names import short_names
from assets.enrich.actors.signs import signs
from assets.enrich.actors.surnames import bare_surnames
from assets.enrich.actors.transcript_labels import label_mentions
from assets.identity import content_id
from assets.schemas import ACTOR_MENTIONS

# Share of right mentions by rule: some 25-60 of each read by hand in the development news (political news, 2015-16), rounded
# down; rules too rare there (body, bare_body, alias_shared, full_name_shared, paraphrase, surname_office, role_guess, neuter) are
# estimates.
CONFIDENCE = {
    "full_name": 0.98, "name": 0.97, "state": 0.96, "alias": 0.95, "state_alias": 0.96, "capital": 0.75, "government": 0.93,
    "surname": 0.96, "surname_alias": 0.88, "surname_office": 0.85, "surname_shared": 0.5, "full_name_shared": 0.5, "alias_shared": 0.5,
    "discovered": 0.9, "organization": 0.8, "group": 0.8, "body": 0.9, "bare_body": 0.7, "body_officials": 0.85,
    "nation": 0.8, "role": 0.9, "crowd": 0.7, "owner": 0.8, "place": 0.75,
    "role_open": 0.75, "role_guess": 0.6, "administration": 0.85, "pronoun": 0.85, "object_pronoun": 0.7, "neuter": 0.8,
    "short_name": 0.85, "paraphrase": 0.4,
}  # fmt: skip


def actor_mentions(documents: pl.DataFrame, sentences: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Actors named in documents.

    Parameters
    ----------
    documents
        `document_id`, `body`, `published_on` and `date_basis` of `schemas.DOCUMENTS`.
    sentences
        `schemas.SENTENCES` of the same documents.
    codebook
        Names, roles and titles.

    Returns
    -------
    Frame of `schemas.ACTOR_MENTIONS`. No mention overlaps another: of two, the longer stays. A name that may be several
    actors' has no `actor_id` but `candidates`; an office whose holder only the date tells has `role` and `country_code`.
    """
    names, places = lexicon(codebook), signs(codebook)
    spans: dict[str, list[tuple[int, int, bool]]] = {}
    columns = sentences.sort("document_id", "sentence_start").select("document_id", "sentence_start", "sentence_end", "is_title")
    for document_id, start, end, is_title in columns.iter_rows():
        spans.setdefault(document_id, []).append((start, end, is_title))
    rows: list[tuple[Any, ...]] = []
    for document_id, body, day in documents.select("document_id", "body", _explicit_day(documents)).iter_rows():
        if body:
            rows += _rows(read(document_id, body, spans.get(document_id, []), names, places), day)
    values = dict(zip(ACTOR_MENTIONS.columns, zip(*rows, strict=True), strict=True)) if rows else {}
    return ACTOR_MENTIONS.conform(pl.DataFrame(values, schema=ACTOR_MENTIONS.polars))


def _explicit_day(documents: pl.DataFrame) -> pl.Expr:
    """Publication day, where the text itself states it: an inferred one must not settle who held an office."""
    if "published_on" not in documents.columns:
        return pl.lit(None, pl.Date).alias("day")
    return pl.when(pl.col("date_basis") == "explicit").then("published_on").alias("day")


def _rows(reading: Reading, day: date | None) -> list[tuple[Any, ...]]:
    """Mentions as values of the columns of `schemas.ACTOR_MENTIONS`, in its order."""
    register = _found(reading, day)
    told = {key: _role_told(reading, person) for key, person in register.people.items() if person.actor_id and person.titles}
    rows: list[tuple[Any, ...]] = []
    for mention in _longest(reading.mentions):
        start, end, actor_id, discovered = mention.start, mention.end, mention.actor_id, mention.discovered_name
        sentence = reading.sentence_at(start)
        person = register.people.get(f"?{discovered}") if mention.discovered_type == "person" else None
        role, organization = told.get(actor_id or "", (None, None))
        evidence = reading.body[start:end]
        rows.append(
            (
                content_id(reading.document_id, start, end, actor_id or discovered or mention.role),
                reading.document_id,
                actor_id,
                discovered,
                mention.discovered_type,
                person.role if person else mention.discovered_role or role,
                person.organization if person else mention.discovered_organization or organization,
                person.country_code if person else mention.country_code,
                mention.role,
                evidence,
                evidence,
                start,
                end,
                sentence[0] if sentence else None,
                mention.resolution,
                "; ".join(mention.candidates) if mention.candidates else None,
                CONFIDENCE[mention.rule],
            )
        )
    return rows


def _found(reading: Reading, day: date | None) -> Register:
    """Adds all mentions to the reading, overlapping ones too; the people they are of."""
    register = Register(reading, day)
    phrases = role_phrases(reading)
    discovered_people(reading, register, full_names(reading, register), phrases)
    bare_surnames(reading, register, phrases)
    label_mentions(reading, register)
    attach_titles(reading, register, phrases)
    groups(reading)
    crowds(reading)
    discovered_organizations(reading)
    bind_roles(reading, register, phrases)
    bind_administrations(reading)
    reading.mentions = _longest(reading.mentions)
    short_names(reading, day)
    reading.mentions = _longest(reading.mentions)
    bind_pronouns(reading, register)
    return register


def _role_told(reading: Reading, person: Person) -> tuple[str | None, str | None]:
    """The office or function that the document gives a person of the codebook, its first present title, and the body it is in."""
    titles = reading.lexicon.titles
    phrases = (phrase for phrase in person.titles if phrase.is_current and not phrase.is_occupation)
    phrase = next((phrase for phrase in phrases if not (phrase.title.endswith("s") and phrase.title[:-1] in titles)), None)
    if phrase is None:
        return None, None
    if phrase.name_end is None:
        return phrase.title, phrase.organization
    return phrase.title, described(reading, phrase, apposition_end(reading, phrase), phrase.name_end).organization


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Without those that overlap a longer one; of two of one length, the one whose actor is known stays."""
    kept: list[Mention] = []
    crowd: list[Mention] = []  # mentions that hang together by overlaps
    reach = 0
    for mention in sorted(mentions, key=attrgetter("start")):
        if mention.start >= reach:
            kept += crowd if len(crowd) < 2 else _longest_of(crowd)
            crowd = []
        crowd.append(mention)
        if mention.end > reach:
            reach = mention.end
    return kept + (crowd if len(crowd) < 2 else _longest_of(crowd))


def _longest_of(crowd: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(crowd, key=lambda m: (m.start - m.end, m.start, m.actor_id is None, -CONFIDENCE[m.rule], m.rule)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)
