"""Event mentions: what was done, by whom and to whom, as a sentence says it.

Here belongs the walk over the sentences: which of them are read, what is known of the text around them, which candidates make rows. Frames
(`frames`), grammar (`grammar`), the choice among frames (`candidates`) and what a candidate is coded as (`coding`) have rooms of their own;
joining mentions of one happening is for `assets.resolve`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import polars as pl

from assets.codebook import Codebook
from assets.enrich.actors.index import MentionIndex, mention_index
from assets.enrich.events.antecedents import may_refer, with_antecedent
from assets.enrich.events.candidates import candidates, triggered
from assets.enrich.events.charges import CHARGED, charge_of
from assets.enrich.events.coding import arguments_of, coded
from assets.enrich.events.counterparts import Counterparts, Told
from assets.enrich.events.frames import lexicon
from assets.enrich.events.grammar import tokens
from assets.enrich.events.grounds import Grounds, is_acted_by
from assets.enrich.events.guards import is_talk
from assets.enrich.events.looks import looks
from assets.enrich.events.makers import makers, with_makers
from assets.enrich.events.modes import visited
from assets.enrich.events.pairs import may_pair, with_pairs
from assets.enrich.events.parties import Party, parties
from assets.enrich.events.places import without_venue
from assets.enrich.events.reports import report_at, reports_of, speaker_at
from assets.enrich.events.resumptions import resumed
from assets.enrich.events.standing import is_decided
from assets.enrich.events.terms import EventTerms, event_terms
from assets.identity import content_id
from assets.schemas import EVENT_ARGUMENTS, EVENT_MENTIONS

LOOKED = (
    "document_id", "sentence_start", "sentence_end", "is_title", "paragraph_start", "has_we", "has_pair", "has_truce", "is_acted",
)  # fmt: skip


def event_mentions(
    documents: pl.DataFrame,
    sentences: pl.DataFrame,
    actor_mentions: pl.DataFrame,
    attributions: pl.DataFrame,
    time_expressions: pl.DataFrame,
    codebook: Codebook,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events that the sentences report, by the codebook's frames.

    Parameters
    ----------
    documents, sentences, actor_mentions, attributions, time_expressions
        Frames of the tables of those names in `assets.schemas`, of the same documents.
    codebook
        Its `event_frames` fire the rules, which its `event_terms` guard.

    Returns
    -------
    `schemas.EVENT_MENTIONS` (one row a trigger; the evidence never leaves its sentence) and `schemas.EVENT_ARGUMENTS`
    (its sources and targets, the main one at position 0). An event has at least one argument.
    """
    lexicon_, terms = lexicon(codebook), event_terms(codebook)
    index = mention_index(actor_mentions, documents)
    times = _spans(time_expressions, "time_id")
    reports = reports_of(attributions)
    bodies = dict(documents.select("document_id", "body").iter_rows())
    mentions: list[dict[str, Any]] = []
    arguments: list[dict[str, Any]] = []
    kinds, countries, capitals = _known(codebook)
    last, grounds = ("", 0, 0), Grounds(index, bodies, countries, kinds)
    is_running = False
    counterparts = Counterparts(index, codebook)
    looked = looks(bodies, sentences, terms)
    for document_id, start, end, is_title, paragraph_start, has_we, has_pair, has_truce, is_acted in looked.select(LOOKED).iter_rows():
        before, last = last, (document_id, start, end)
        is_running = was_running = is_running and before[0] == document_id
        actors = index.within(document_id, start, end)
        is_running = is_running or bool(actors)
        body, is_first = bodies[document_id], before[0] != document_id
        refers = not is_first and before[1] >= paragraph_start and may_refer(body, start)
        is_of_others = not is_first and (refers or has_we or has_pair or has_truce)
        if not actors and not is_of_others and not (was_running and is_acted):
            continue
        said = reports.get(document_id, [])
        spans = times.get(document_id, [])
        when = spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))] if spans else []
        sentence = tokens(body, start, end, [span[:2] for span in when], is_title, terms)
        places = triggered(sentence, lexicon_)
        if not places:
            continue
        sentence.named, sentence.told_before = actors, partial(_told_before, bodies, index, document_id, before, terms)
        sentence.is_running, sentence.kinds, sentence.countries = was_running, kinds, countries
        sentence.speaker = partial(speaker_at, sentence, said, index) if has_we else None
        sentence.home = partial(grounds.home, document_id, paragraph_start, start) if is_acted_by(sentence) else None
        cast = parties(sentence, actors)
        near = partial(_cast_before, sentence.told_before)
        if has_pair and may_pair(sentence):
            matter, bloc = partial(counterparts.sides, document_id), partial(counterparts.bloc, document_id)
            cast = with_pairs(sentence, cast, near, matter, bloc, kinds)
        if refers:
            cast = with_antecedent(sentence, cast, near, kinds)
        made = makers(sentence, actors) if "-" in body[start:end] else []
        for found in candidates(sentence, cast, places):
            candidate = without_venue(with_makers(sentence, found, made), capitals)
            row = coded(document_id, start, sentence, candidate, when, said, index, kinds)
            if row["event_type"] == "consult" and row["event_mode"] is None and row["place"]:
                row["event_mode"], row["cameo_code"] = visited(candidate, row["place"], countries, capitals) or (None, row["cameo_code"])
            has_both = bool(candidate.sources and candidate.targets)
            trigger = (candidate.begin, candidate.index)
            if candidate.status is None and is_talk(sentence, row["status"], candidate.group, trigger, bool(candidate.sources), has_both):
                continue
            if candidate.targets or not is_decided(sentence, candidate):  # "praised X's decision to raise tariffs": on whom is open
                counterparts.complete(candidate, Told(sentence, cast, document_id, before, capitals.get(row["place"] or "")))
            counterparts.deeds.tell(row, candidate)
            mentions.append(row)
            arguments += arguments_of(row, candidate)
            if row["event_type"] in CHARGED and (report := report_at(said, sentence.starts[candidate.index])):
                speaker = index[report[3]] if report[3] else None
                cue = (report[2] or "").split(" ")[0], report[4], report[5]
                if charge := charge_of(row, candidate, sentence.words[candidate.end :], cue, speaker, kinds):
                    accusation, accused = charge
                    accusation["mention_id"] = content_id("charge", row["mention_id"])
                    accusation["trigger"] = body[cue[1] : cue[2]]
                    accusation["evidence"] = body[accusation["evidence_start"] : accusation["evidence_end"]]
                    mentions.append(accusation)
                    arguments += arguments_of(accusation, accused)
    in_order = looked.filter("has_meeting").select("document_id", "sentence_start", "sentence_end", "is_title").iter_rows()
    for again, sides in list(resumed(mentions, arguments, index, countries, bodies, in_order, terms)):
        mentions.append(again)
        arguments += [{**argument, "mention_id": again["mention_id"]} for argument in sides]
    return EVENT_MENTIONS.conform(EVENT_MENTIONS.frame(mentions)), EVENT_ARGUMENTS.conform(EVENT_ARGUMENTS.frame(arguments))


@lru_cache(maxsize=4)
def _known(codebook: Codebook) -> tuple[dict[str, str], dict[str, str | None], dict[str, str]]:
    """Types and country codes of a codebook's actors by their ids; country codes by capital."""
    kinds = dict(codebook.actors.select("actor_id", "actor_type").iter_rows())
    countries = dict(codebook.actors.select("actor_id", "country_code").iter_rows())
    return kinds, countries, dict(codebook["countries"].select("capital", "country_code").drop_nulls().iter_rows())


def _told_before(
    bodies: dict[str, str], index: MentionIndex, document_id: str, before: tuple[str, int, int], terms: EventTerms
) -> tuple[list[str], list[Party]]:
    """The words and the parties of the sentence before, where it is of the same document."""
    known_in, start, end = before
    if known_in != document_id:
        return [], []
    sentence = tokens(bodies[document_id], start, end, [], terms=terms)
    return sentence.words, parties(sentence, index.within(document_id, start, end))


def _cast_before(told_before: Callable[[], tuple[list[str], list[Party]]]) -> list[Party]:
    return told_before()[1]


def _spans(frame: pl.DataFrame, key: str) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for document_id, start, end, value in frame.select("document_id", "evidence_start", "evidence_end", key).iter_rows():
        found[document_id].append((start, end, value))
    return {document_id: sorted(spans) for document_id, spans in found.items()}
