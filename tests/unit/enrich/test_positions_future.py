"""What a statement of what will be does: promised, threatened, refused, foretold or only told; and who judges, denies, glosses or names."""

import pytest
from test_positions import read

from assets.codebook import Codebook
from assets.enrich.positions.future import futures


def acts(codebook: Codebook, body: str) -> list[str]:
    return [row["speech_act"] for row in read(codebook, body)]


FUTURE = [
    # one's own side
    ("Norway said it would open its ports to aid for Yemen.", "promises"),
    ("Norway said it would impose tariffs on Danish steel.", "threatens"),
    ("Norway said it might impose tariffs on Danish steel.", "threatens"),
    ("Norway said it would not sign the truce in Yemen, for the text was a failure.", "rejects"),
    ("“We ask all sides to keep the truce in Yemen, because it cannot last on goodwill,” said Foreign Minister Ada Holt.", "demands"),
    # a plan of others, told by who knows of it
    ("Norway said the peacekeepers in Haiti would stay under local command.", "states"),
    ("Foreign Minister Ada Holt of Norway said the envoys would meet in Oslo to discuss the truce in Yemen.", "states"),
    ("Norway said the truce in Yemen would collapse.", "predicts"),
    ("Norway said the truce talks in Yemen would take two or three years.", "predicts"),
    # who only looks on foretells
    ("The scholar Bo Lind said the envoys would meet in Oslo to discuss the truce in Yemen.", "predicts"),
    ("The scholar Bo Lind said Saudi Arabia may gain from the truce in Yemen.", "predicts"),
]


@pytest.mark.parametrize(("body", "act"), FUTURE)
def test_what_will_be_is_promised_threatened_or_told_by_whose_it_is(codebook: Codebook, body: str, act: str) -> None:
    assert acts(codebook, body) == [act]


@pytest.mark.parametrize(
    ("statement", "is_own", "is_onlooker", "act"),
    [
        ("we will build the dam", True, False, "promises"),
        ("we will be there", True, False, "states"),
        ("I don't think we will build the dam", True, False, "states"),
        ("they would simply lose their markets", True, False, "states"),
        ("Oslo will sue the company", True, False, "threatens"),
        ("Oslo will sue the company", False, False, "states"),
        ("Oslo will sue the company", False, True, "predicts"),
        ("a dialogue, which will help the region", False, True, "states"),
        ("the dam would not harm its neighbours", False, False, "states"),
        ("the dam would harm its neighbours", False, False, "predicts"),
    ],
)
def test_a_will_is_told_by_its_own_clause(codebook: Codebook, statement: str, is_own: bool, is_onlooker: bool, act: str) -> None:
    assert futures(codebook).act(statement, "states", is_own=is_own, is_onlooker=is_onlooker, is_thought=False) == act


JUDGED = [
    ("Foreign Minister Ada Holt of Norway said the Danish plan for the Arctic was hopeless.", "criticizes"),
    ("Norway said the plan for the Arctic was the greatest threat to its herring.", "warns"),
    ("Norway said it was no friend of delay in the Arctic.", "states"),
    ("Norway questioned whether troops should be sent to Haiti.", "criticizes"),
    # what ought to be, what there is no need of and what others might break is not called ill
    ("Norway said the worries of Denmark about the Arctic needed to be addressed.", "states"),
    ("Norway said it did not count on Denmark to lift its sanctions on Mali.", "states"),
    ("Norway said there was no need for a war over the Arctic.", "states"),
    ("Norway said it reserved the right to leave the truce in Yemen if Denmark broke its promises.", "states"),
    ("Norway asked whether troops would be sent to Haiti.", "asks"),
    ("Norway regards the Danish plan for the Arctic as a betrayal.", "criticizes"),
    # what one's own side has not done; what is not wanted
    ("Norway said it had not sent weapons to Ukraine.", "denies"),
    ("Norway was surprised that Denmark had not sent weapons to Ukraine.", "states"),
    ("Foreign Minister Ada Holt of Norway said nobody in Oslo wants to punish the people of Belarus.", "denies"),
    ("Foreign Minister Ada Holt of Norway said nobody in Oslo wants a trade war over tariffs.", "rejects"),
    ("Foreign Minister Ada Holt of Norway said there was no room for a compromise on the Arctic.", "rejects"),
    # what others did is a reproach, who owns to a thing agrees to nothing
    ("Foreign Minister Ada Holt of Norway said Denmark had abused the right of asylum in the talks on migration.", "accuses"),
    ("Norway confirmed that it signed the Paris Agreement.", "states"),
    ("The hauliers would like Warsaw to reopen the border with Belarus.", "demands"),
    ("Norway would never seek a nuclear weapon.", "rejects"),
    ("The mayor of Bergen, Bo Lind, protested that his city would keep the Paris rules all the same.", "promises"),
]


@pytest.mark.parametrize(("body", "act"), JUDGED)
def test_what_is_said_of_others_and_of_oneself_is_told_apart(codebook: Codebook, body: str, act: str) -> None:
    assert act in acts(codebook, body)


@pytest.mark.parametrize(
    ("body", "issue", "stance"),
    [
        ("The mayor of Bergen, Bo Lind, protested that his city would keep the Paris rules all the same.", "paris-agreement", "supports"),
        ("Norway protested that the Paris Agreement was unfair.", "paris-agreement", "opposes"),
        ("Foreign Minister Ada Holt of Norway said nobody in Oslo wants another round of tariffs.", "tariffs", "opposes"),
        ("Russia-US relations fill the papers again. What is appealing to Oslo is when Washington and Moscow talk to each other as equals.",
         "us-russia-relations", "supports"),
    ],
)  # fmt: skip
def test_a_promise_and_a_dislike_take_their_side(codebook: Codebook, body: str, issue: str, stance: str) -> None:
    assert (issue, stance) in [(row["issue_id"], row["stance"]) for row in read(codebook, body)]


def test_what_a_narrator_reads_into_a_hint_is_nobodys_position(codebook: Codebook) -> None:
    body = "Envoy Bo Lind of Norway hinted at more talks with Russia, signaling a lasting effort to improve ties between Oslo and Moscow."
    assert not [row for row in read(codebook, body) if row["cue"] == "signal"]
    body = "Envoy Bo Lind of Norway left the talks on Yemen early, saying the truce in Yemen was dead."
    assert [row["cue"] for row in read(codebook, body)] == ["say"]


def test_a_name_for_what_was_told_of_a_will_has_its_holder(codebook: Codebook) -> None:
    body = (
        "Relations between Norway and Russia are cold. “My president has said that he wants better relations with Russia. "
        "And he has said that he would like to meet,” Ada Holt, the Norwegian ambassador, said on Monday. "
        "“You can call it a wish for peace with Russia or a wish for better relations with Russia.”"
    )
    named = [row for row in read(codebook, body) if row["statement"].startswith("You can call it")]
    assert named
    assert all(row["holder_text"] != row["speaker_text"] for row in named)


def test_what_the_author_alone_says_of_somebody_has_no_speaker(codebook: Codebook) -> None:
    (row,) = read(codebook, "For Norway, the Paris Agreement was a disgrace.")
    assert (row["speaker_text"], row["holder_text"]) == (None, "Norway")
