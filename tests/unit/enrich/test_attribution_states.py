"""States without a verb of saying: whose aim, fear, feeling or condition a sentence tells."""

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.attribution.spans import attributions
from assets.enrich.sentences import sentences
from assets.schemas import ACTOR_MENTIONS


def rows(codebook: Codebook, body: str) -> list[dict[str, object]]:
    documents = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    found = attributions(documents, sentences(documents), ACTOR_MENTIONS.frame(), codebook)
    return list(found.sort("evidence_start", "evidence_end").iter_rows(named=True))


def parts(codebook: Codebook, body: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, in the order of the text."""
    return [
        tuple(" … ".join(body[start:end] for start, end in row[f"{role}_spans"]) for role in ("source", "content"))  # type: ignore[misc]
        for row in rows(codebook, body)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Norway's position is that the port is not for sale.", ("Norway", "that the port is not for sale")),
        ("The aim of the ministry is to cut imports by half.", ("the ministry", "to cut imports by half")),
        ("The fear in Oslo is that the alliance will waver.", ("Oslo", "that the alliance will waver")),
        ("Norway's demands include the lifting of the blockade.", ("Norway", "the lifting of the blockade")),
        ("Their demands were simple: a date for the vote and an amnesty.", ("Their", "a date for the vote and an amnesty")),
        ("The rebels have two conditions — an amnesty and seats in parliament.", ("The rebels", "an amnesty and seats in parliament")),
        ("What Norway wants is a seat at the table.", ("Norway", "a seat at the table")),
    ],
)
def test_an_aim_is_what_it_is_said_to_be(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


def test_a_judgement_of_a_plan_is_not_the_plan(codebook: Codebook) -> None:
    assert parts(codebook, "Norway's plan to sell the port is a bold one.") == [("Norway", "to sell the port")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The visit is being viewed in Oslo as a snub.", ("Oslo", "The visit … as a snub")),
        ("In Oslo the decision was seen as a betrayal.", ("Oslo", "the decision … as a betrayal")),
        ("For Norway, the talks are a means to an end.", ("Norway", "the talks are a means to an end")),
        ("The port must stay open, in the ministry's view.", ("the ministry", "The port must stay open")),
        ("In its view the dam is a threat to the valley.", ("its", "the dam is a threat to the valley")),
    ],
)
def test_where_it_is_seen_so_are_those_who_see_it(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize("body", ["In May the decision was seen as a betrayal.", "For years, the talks were a means to an end."])
def test_a_time_sees_nothing(codebook: Codebook, body: str) -> None:
    assert all(not source for source, _ in parts(codebook, body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Norway finds the draft unacceptable.", ("Norway", "the draft unacceptable")),
        ("Norway holds Denmark responsible for the crash.", ("Norway", "Denmark responsible for the crash")),
        ("Norway has made the vote a condition for talks.", ("Norway", "the vote a condition for talks")),
        ("Norway could accept a phased withdrawal.", ("Norway", "a phased withdrawal")),
        ("Norway will not allow foreign troops on the island.", ("Norway", "foreign troops on the island")),
    ],
)
def test_a_judgement_or_a_will_is_an_attitude(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    "body", ["Norway allows foreign troops on the island.", "Norway accepted a prize.", "Norway made a priority list."]
)
def test_a_mere_deed_is_none(codebook: Codebook, body: str) -> None:
    assert parts(codebook, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The plan has alarmed Norway.", ("Norway", "The plan")),
        ("What worries Norway most is the fate of the dam.", ("Norway", "the fate of the dam")),
        ("It is an idea which human rights groups oppose.", ("human rights groups", "an idea")),
        ("The toll may double, a step that Norway opposes.", ("Norway", "a step")),
    ],
)
def test_what_stirs_somebody_may_stand_before_its_verb(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


def test_what_stirs_a_thing_is_nobodys_feeling(codebook: Codebook) -> None:
    assert parts(codebook, "The storm rattled the windows.") == []


def test_a_deed_may_lead_to_a_quotation(codebook: Codebook) -> None:
    body = "Ada Holt shook her head: “That is not on the table.”"
    assert parts(codebook, body) == [("Ada Holt", "“That is not on the table.”")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "This time, reckons Ada Holt, a scholar at Brent College, the talks have gone too far.",
            ("Ada Holt, a scholar at Brent College", "This time … the talks have gone too far"),
        ),
        (
            "A hasty break, warns a former envoy to the region who knows it well, would end the talks.",
            ("a former envoy to the region who knows it well", "A hasty break … would end the talks"),
        ),
        ("Norway denies, as it has since May, that its troops crossed.", ("Norway", "that its troops crossed")),
    ],
)
def test_a_statement_may_be_interrupted(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


def test_a_verb_behind_a_relative_clause_has_the_main_subject(codebook: Codebook) -> None:
    found = parts(codebook, "Norway, which backs the rebels, wants a seat at the table.")
    assert set(found) == {("which", "the rebels"), ("Norway", "a seat at the table")}


def test_what_is_told_of_a_speaker_besides_is_found(codebook: Codebook) -> None:
    found = parts(codebook, "Ada Holt, who wants the assembly to sue, called the text “a trick”.")
    assert ("who", "the assembly to sue") in found


def test_what_is_said_goes_on_behind_a_semicolon_that_lists(codebook: Codebook) -> None:
    body = "The minister said that the border would stay shut; that no date was set; and that talks would go on."
    assert parts(codebook, body) == [("The minister", body[len("The minister said ") : -1])]


def test_the_evidence_tells_to_whom(codebook: Codebook) -> None:
    (row,) = rows(codebook, "“We are ready,” Ada Holt told reporters in Oslo.")
    assert row["evidence"] == "“We are ready,” Ada Holt told reporters"


def test_a_day_at_the_head_of_a_sentence_is_no_part_of_the_speaker(codebook: Codebook) -> None:
    assert parts(codebook, "On Monday Oslo announced that the port would reopen.") == [("Oslo", "that the port would reopen")]


def test_of_many_speakers_behind_a_semicolon_none_is_lost(codebook: Codebook) -> None:
    found = parts(codebook, "The talks drag on; Poland, Britain and Norway see the delay as an invitation.")
    assert ("Poland, Britain and Norway", "the delay as an invitation") in found


def test_a_state_alone_is_told_of_somebody_named(codebook: Codebook) -> None:
    assert parts(codebook, "Norway is worried.") == [("Norway", "worried")]
    assert parts(codebook, "It is worried.") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The decision drew sharp criticism from the opposition.", ("the opposition", "The decision")),
        ("Norway closed the strait, drawing condemnation from the union.", ("the union", "Norway closed the strait")),
        ("The plan has the support of the army.", ("the army", "The plan")),
        ("The plan was welcomed in Oslo.", ("Oslo", "The plan")),
        ("The plan was rejected out of hand by the rebels.", ("the rebels", "The plan")),
    ],
)
def test_who_praises_or_blames_may_come_last(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Oslo has set its face against a new treaty.", ("Oslo", "a new treaty")),
        ("Norway drew a red line at the sale of the port.", ("Norway", "the sale of the port")),
        ("Peru dragged its feet on the accord.", ("Peru", "the accord")),
        ("The envoy made it plain that the port was not for sale.", ("The envoy", "that the port was not for sale")),
        ("Norway dropped its objections to the pipeline.", ("Norway", "the pipeline")),
        ("Norway would settle for a symbolic force.", ("Norway", "a symbolic force")),
        ("Oslo has warmed to the idea of a joint force.", ("Oslo", "the idea of a joint force")),
        ("Peru reserves the right to strike back.", ("Peru", "to strike back")),
        ("Norway came hoping for a wider embargo.", ("Norway", "a wider embargo")),
        ("Norway no longer hopes for a new deal.", ("Norway", "a new deal")),
        ("Another hinted that the strike might last.", ("Another", "that the strike might last")),
        ("Shippers fear a long war.", ("Shippers", "a long war")),
        ("Oslo has no quarrel with the accord.", ("Oslo", "the accord")),
        ("By its own reckoning, Oslo has lost a third of the fleet.", ("its own", "Oslo has lost a third of the fleet")),
    ],
)
def test_the_phrases_of_diplomacy_tell_a_position(codebook: Codebook, body: str, expected: tuple[str, str]) -> None:
    assert expected in parts(codebook, body)


def test_who_is_less_enchanted_is_not_enchanted(codebook: Codebook) -> None:
    (row,) = rows(codebook, "Norway is less enchanted with the draft.")
    assert row["is_negated"]


@pytest.mark.parametrize("body", ["Norway settled for a symbolic force.", "The king dodged a bullet.", "More support groups met in Oslo."])
def test_what_only_looks_like_a_position_is_none(codebook: Codebook, body: str) -> None:
    assert parts(codebook, body) == []
