"""Words that rules lean on are listed by kind in the codebook: each kind is read, and the word that an analyst adds counts."""

from dataclasses import fields, replace

import polars as pl
from test_attribution_in_passing import told as attributed
from test_event_pairs import last_event
from test_event_recall import told
from test_events import events
from test_positions import only

from assets.codebook import Codebook
from assets.codebook.kinds import ACTOR_NOUNS, CUE_TERMS, EVENT_TERMS, POSITION_TERMS
from assets.enrich.attribution.terms import CueTerms
from assets.enrich.events.terms import EventTerms


def having(codebook: Codebook, file: str, term: str, kind: str, **cells: str | list[str]) -> Codebook:
    line = pl.DataFrame([{"term": term, "kind": kind, **cells}], schema=codebook[file].schema)
    return replace(codebook, version=f"{file} {term}", tables={**codebook.tables, file: pl.concat([codebook[file], line])})


def test_every_kind_of_word_is_read_and_has_words(codebook: Codebook) -> None:
    for file, kinds, read in (("event_terms", EVENT_TERMS, EventTerms), ("cue_terms", CUE_TERMS, CueTerms)):
        assert {field.name for field in fields(read)} == kinds.keys() == set(codebook[file]["kind"])
    for file, kinds in (("actor_nouns", ACTOR_NOUNS), ("position_terms", POSITION_TERMS)):
        assert kinds.keys() == set(codebook[file]["kind"])


def test_what_is_asked_for_is_what_the_codebook_calls_so(codebook: Codebook) -> None:
    text = "[Peru] demanded the partition of [Chile]."
    assert told(text, codebook, "event_type", "event_mode") == [("request", "change")]
    assert told(text, having(codebook, "event_terms", "partition", "asked", event_mode="yield"), "event_type", "event_mode") == [
        ("request", "yield")
    ]


def test_a_noun_of_place_makes_a_place_of_an_adjective(codebook: Codebook) -> None:
    text = "[Vega] met [Reis] on Friday at the Bolivian stockade."
    assert told(text, codebook, "place") == [(None,)]
    assert told(text, having(codebook, "event_terms", "stockade", "place"), "place") == [("the Bolivian stockade",)]


def test_what_somebody_does_in_order_to_speak_is_what_the_codebook_calls_so(codebook: Codebook) -> None:
    text = "Ada Holt climbed a crane to call for new elections."
    assert attributed(codebook, text) == []
    assert [source for source, *_ in attributed(having(codebook, "cue_terms", "climbed", "means"), text)] == ["Ada Holt"]


def test_what_the_codebook_says_two_states_share_lies_between_them(codebook: Codebook) -> None:
    text = "[Peru] and [Chile] mobilised troops at their causeway."
    assert events(text, codebook) == [("mobilize", "occurred", ["Peru", "Chile"], [])]
    assert events(text, having(codebook, "event_terms", "causeway", "border")) == [
        ("mobilize", "occurred", ["Peru", "Chile"], ["Chile", "Peru"])
    ]


def test_what_the_codebook_says_a_measure_forbids_is_wanted_against_it(codebook: Codebook) -> None:
    text = "The United States keeps its sanctions on Russia. Aeroflot is interested in American pistachios."
    assert only(codebook, text)["stance"] != "opposes"
    assert only(having(codebook, "position_terms", "pistachios", "traded"), text)["stance"] == "opposes"


def test_who_answers_a_deed_by_what_the_codebook_calls_it_means_who_did_it(codebook: Codebook) -> None:
    text = "Kenya said Tanzania had raided its embassy. Togo condemned the foray."
    assert last_event(text, codebook) == ("accuse", ["togo"], [])
    assert last_event(text, having(codebook, "event_terms", "foray", "answered", event_types=["assault"])) == (
        "accuse",
        ["togo"],
        ["tanzania"],
    )


def test_what_one_s_own_side_will_do_threatens_where_the_codebook_says_so(codebook: Codebook) -> None:
    text = "Norway said it would defenestrate the Danish envoys."
    assert only(codebook, text)["speech_act"] == "promises"
    assert only(having(codebook, "position_terms", "defenestrate", "hostile"), text)["speech_act"] == "threatens"
