"""Views told without a verb of saying: who sees something so, to whom it is unacceptable, what somebody's thinking is."""

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.attribution.spans import attributions
from assets.enrich.sentences import sentences
from assets.schemas import ACTOR_MENTIONS


def parts(codebook: Codebook, body: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, in the order of the text."""
    documents = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    found = attributions(documents, sentences(documents), ACTOR_MENTIONS.frame(), codebook).sort("evidence_start", "evidence_end")
    return [
        tuple(" … ".join(body[start:end] for start, end in row[f"{role}_spans"]) for role in ("source", "content"))  # type: ignore[misc]
        for row in found.iter_rows(named=True)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A base on the island is unacceptable to Oslo.", ("Oslo", "A base on the island")),
        ("Foreign troops remain a clear red line for Norway.", ("Norway", "Foreign troops")),
        ("What is unacceptable to Oslo is a base on the island.", ("Oslo", "a base on the island")),
        ("What is most appealing to Oslo is that Denmark pays.", ("Oslo", "that Denmark pays")),
        ("What matters most to Oslo is the fate of the port.", ("Oslo", "the fate of the port")),
    ],
)
def test_what_is_unacceptable_to_somebody_is_his_view(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    "body",
    ["Norway is appealing to Denmark.", "The climate is attractive to tourism.", "A base on the island is unacceptable to the economy."],
)
def test_only_somebody_finds_a_thing_unacceptable(codebook: Codebook, body: str) -> None:
    assert parts(codebook, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The pact is viewed as a step forward by officials in Oslo.", ("officials in Oslo", "The pact … as a step forward")),
        ("The talks are perceived in Oslo to be going badly.", ("Oslo", "The talks … to be going badly")),
        ("The port is listed in the defence ministry's white paper as a target.", ("the defence ministry", "The port … as a target")),
        ("The valley, which is described in a Norwegian army report as lost, is quiet.", ("a Norwegian army", "The valley … as lost")),
    ],
)
def test_a_view_in_the_passive_is_of_whom_it_names(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


def test_what_somebody_does_is_not_seen_by_him(codebook: Codebook) -> None:
    assert all(source != "Oslo" for source, _ in parts(codebook, "The sale is viewed as an attempt by Oslo."))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A truce, Oslo's thinking goes, would open the strait.", ("Oslo", "A truce … would open the strait")),
        ("As the argument in Oslo goes, a truce would open the strait.", ("Oslo", "a truce would open the strait")),
        ("The thinking in Oslo is that a truce would open the strait.", ("Oslo", "that a truce would open the strait")),
        ("The rebels cling to their goals - a port and a seat in parliament.", ("their", "a port and a seat in parliament")),
        ("Oslo answered with threats to close the strait.", ("Oslo", "to close the strait")),
    ],
)
def test_thinking_and_answers_are_whose_they_are(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The plan has raised hopes among shippers and bankers of a truce.", ("shippers and bankers", "a truce")),
        ("The plan has raised fears in Oslo of a new war.", ("Oslo", "a new war")),
        ("The plan has raised fears in Oslo.", ("Oslo", "The plan")),
        ("The vote drew criticism from members of the council.", ("members of the council", "The vote")),
    ],
)
def test_what_is_hoped_for_is_told_behind_who_hopes(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The minister held on by not giving in to the demand for a truce.", ("The minister", "the demand for a truce")),
        ("The minister asked for patience but not giving in to the union.", ("The minister", "the union")),
        ("Norway is not giving in to pressure over the dam.", ("Norway", "pressure over the dam")),
    ],
)
def test_not_giving_in_is_a_stand(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize("dateline", ["OSLO (Reuters) - ", "Oslo - "])
def test_a_dateline_is_no_part_of_who_speaks(codebook: Codebook, dateline: str) -> None:
    assert parts(codebook, f"{dateline}The foreign ministry backs the truce.") == [("The foreign ministry", "the truce")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("To Oslo's dismay, the council voted for the treaty.", ("Oslo", "the council voted for the treaty")),
        ("Much to the annoyance of Norway, the council backed the treaty.", ("Norway", "the council backed the treaty")),
        ("The council voted for the treaty, to the relief of Oslo.", ("Oslo", "The council voted for the treaty")),
        ("The clause was added at the insistence of Oslo.", ("Oslo", "The clause was added")),
        ("The clause was dropped at Oslo's request.", ("Oslo", "The clause was dropped")),
        ("As Oslo sees it, the treaty is dead.", ("Oslo", "the treaty is dead")),
        ("As far as Oslo is concerned, the treaty is dead.", ("Oslo", "the treaty is dead")),
        ("From Oslo's point of view, the treaty is dead.", ("Oslo", "the treaty is dead")),
    ],
)
def test_an_aside_tells_whose_feeling_or_wish_a_clause_is(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The treaty enjoys broad support in Oslo.", ("Oslo", "The treaty")),
        ("The treaty faces opposition from Norway's farmers.", ("Norway's farmers", "The treaty")),
        ("The plan has not gone down well with Oslo.", ("Oslo", "The plan")),
        ("Oslo is under pressure from Norway to sign the treaty.", ("Norway", "to sign the treaty")),
        ("The council voted despite warnings from Oslo that the treaty would fail.", ("Oslo", "that the treaty would fail")),
    ],
)
def test_support_and_pressure_are_of_whom_they_come_from(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


def test_a_call_that_somebody_receives_judges_nothing(codebook: Codebook) -> None:
    assert parts(codebook, "The minister received a call from Denmark.") == []


def test_its_demand_is_of_the_subject_of_its_clause(codebook: Codebook) -> None:
    body = "Norway clings to its demand for a vote."
    documents = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    cut = sentences(documents)
    mentions = actor_mentions(documents, cut, codebook)
    found = attributions(documents, cut, mentions, codebook)
    named = mentions.filter(mention_id=found.filter(cue="demand")["speaker_mention_id"].item())
    assert named["surface"].item() == "Norway"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Norway left the pact, and Denmark, diplomats expect, will follow.", ("diplomats", "Denmark … will follow")),
        ("The talks failed; about a thousand ships remain, the ministry estimates.", ("the ministry", "about a thousand ships remain")),
        ("When Norway announced that it would leave, few in Oslo were surprised.", ("Norway", "that it would leave")),
        ("Oslo had asked for a debate on landing rights.", ("Oslo", "a debate on landing rights")),
        ("The accord, which Norway regards as void, still stands.", ("Norway", "The accord … as void")),
    ],
)
def test_what_the_writer_says_besides_is_no_content(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


def test_a_main_clause_is_no_apposition_of_its_adjunct(codebook: Codebook) -> None:
    body = "After talks that ran through the night, the ministers on Friday signed a pact, backed a fund and left."
    assert all("night" not in source for source, _ in parts(codebook, body))
