"""Where what was said begins and ends, and who all said it."""

from typing import Any

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.attribution.spans import attributions
from assets.enrich.sentences import sentences
from assets.schemas import ACTOR_MENTIONS

Part = tuple[str, str, str]


def outermost(codebook: Codebook, body: str) -> list[Part]:
    """(source, cue lemma, content) of the attributions inside no other; parts of a broken content joined by " … "."""
    frame = pl.DataFrame({"document_id": ["d"], "title": [None], "body": [body]}, schema_overrides={"title": pl.String})
    found = attributions(frame, sentences(frame), ACTOR_MENTIONS.frame(), codebook)
    rows: list[dict[str, Any]] = found.filter(pl.col("parent_attribution_id").is_null()).sort("cue_start").to_dicts()
    return [
        (
            body[row["source_start"] : row["source_end"]] if row["source_start"] is not None else "",
            row["cue"],
            " … ".join(body[start:end] for start, end in row["content_spans"]),
        )
        for row in rows
    ]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The EU, Norland and Sundara said the port would open.", ["The EU, Norland and Sundara"]),
        ("The EU, Norland, and Sundara said the port would open.", ["The EU, Norland, and Sundara"]),
        ("“The port will open,” the EU, Norland and Sundara said.", ["the EU, Norland and Sundara"]),
        ("The port will open, the EU, Norland and Sundara said on Friday.", ["the EU, Norland and Sundara"]),
        ("Ada Holt, the foreign minister, and Jon Pike said the port would open.", ["Ada Holt, the foreign minister, and Jon Pike"]),
        ("“The port will open,” said Holt and her deputy, Jon Pike.", ["Holt and her deputy, Jon Pike"]),
        ("“The port will open,” said Holt and the crowd cheered.", ["Holt"]),
        ("In Geneva, Norland and Sundara said the port would open.", ["Norland and Sundara"]),
        ("Last week, Norland and Sundara said the port would open.", ["Norland and Sundara"]),
        ("Only last month Holt had ruled out a truce.", ["Holt"]),
        ("Last August the junta refused to receive the envoy.", ["the junta"]),
        ("Holt, meanwhile, warned that the truce would fail.", ["Holt"]),
        ("“The port will open,” said the foreign minister, Jon Pike.", ["the foreign minister, Jon Pike"]),
        ("Aid flows once the agency has confirmed that Norland has disarmed.", ["the agency"]),
        ("Like Pike, Holt met the envoy and called for talks.", ["Holt"]),
        ("Holt left early, with Pike calling for a ban on the trade.", ["Pike"]),
        ("Jon Pike met Ada Holt, the foreign minister, and called the result a start.", ["Jon Pike"]),
        ("“We will sign,” the northern senator and Liberal candidate said.", ["the northern senator and Liberal candidate"]),
        ("Norland demands the “disarmament” of Sundara and sees no reason to stop.", ["Norland", "Norland"]),
        ("In opposing the motion, Holt left the room.", ["Holt"]),
    ],
)
def test_all_who_speak_are_the_source_and_nothing_else_is(codebook: Codebook, text: str, sources: list[str]) -> None:
    assert [source for source, _, _ in outermost(codebook, text)] == sources


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The port will open, Ada Holt said during a visit to Oslo on Thursday.", "The port will open"),
        ("The talks failed, the ministry said, adding that they would go on.", "The talks failed"),
        ("The port may open, Ada Holt said in Oslo on Tuesday, and will stay open.", "The port may open … and will stay open"),
        ("The port may open, Ada Holt said in Oslo on Tuesday, as the talks went on.", "The port may open"),
        ("The port will open, she added, and the ministry said the road would follow.", "The port will open"),
        ("If anything, Ada Holt argued in a letter, the case shows that the rules must change.",
         "If anything … the case shows that the rules must change"),
        ("And the truce, said Ada Holt, who trained the rebels, will not hold.", "And the truce … will not hold"),
        ("OSLO, May 3 – The port will open, Ada Holt said.", "The port will open"),
        ("Norland regards the award as “final and binding”, Ada Holt said.", "Norland regards the award as “final and binding”"),
        ("As Ada Holt told the Norden Post, the plan is a start.", "the plan is a start"),
        ("As Ada Holt, the foreign minister, said on Monday, the plan is a start.", "the plan is a start"),
    ],
)  # fmt: skip
def test_what_was_said_before_the_cue_is_content_whole(codebook: Codebook, text: str, content: str) -> None:
    assert outermost(codebook, text)[0][2] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Holt said the truce would hold, which pleased the crowd.", "the truce would hold"),
        ("Ada Holt said the truce would hold, a claim that few believe.", "the truce would hold"),
        ("Ada Holt said the truce would hold — a boost for the rebels since March.", "the truce would hold"),
        ("Ada Holt said the port — a gift of the crown — would open.", "the port — a gift of the crown — would open"),
        ("Ada Holt condemned the rebels’ claim to have taken the port.", "the rebels’ claim to have taken the port"),
        ("Ada Holt opposed the pact in May 2022.", "the pact in May 2022"),
        ("Ada Holt pressed the rebels to leave if they wanted a truce.", "the rebels to leave if they wanted a truce"),
        ("Ada Holt is ready to resume the war even after a truce.", "resume the war"),
        ("Ada Holt proposed easing tariffs, reopening two ports and releasing the crew.",
         "easing tariffs, reopening two ports and releasing the crew"),
        ("Ada Holt supports the truce: an envoy said that it would hold.", "the truce"),
        ("Ada Holt wanted the talks to go on and that the port be opened.", "the talks to go on"),
        ("Ada Holt praised the interview Pike has given to the Norden Post.", "the interview Pike has given to the Norden Post"),
        ("Ada Holt has vowed to “open up” the port.", "to “open up” the port"),
        ("Ada Holt said the truce would be “a start,” but she left.", "the truce would be “a start,”"),
        ("Ada Holt said “we will sign” and left the room.", "“we will sign”"),
        ("Ada Holt told ministers who had come to Oslo that the truce would hold.", "that the truce would hold"),
        ("And while most voters say they want a truce, even some generals left.", "they want a truce"),
    ],
)  # fmt: skip
def test_what_was_said_after_the_cue_ends_where_the_speaker_does(codebook: Codebook, text: str, content: str) -> None:
    assert outermost(codebook, text)[0][2] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Holt went on to say:\n\n“We will sign. The text is ready.”", "“We will sign. The text is ready.”"),
        ("Ada Holt announced the pact in a letter.\n\n“It binds us for ever. We did not ask for it.”",
         "the pact … “It binds us for ever. We did not ask for it.”"),
        ("Ada Holt proposed a truce after the vote: “We must not answer in kind.”", "a truce … “We must not answer in kind.”"),
        ("But, said Ada Holt, “the plan is good.”", "“the plan is good.”"),
        ("“We will sign,” the northern senator and Liberal candidate said.", "“We will sign,”"),
    ],
)  # fmt: skip
def test_a_quotation_belongs_to_the_words_that_announce_it(codebook: Codebook, text: str, content: str) -> None:
    assert [found for _, _, found in outermost(codebook, text)] == [content]


def test_a_paragraph_that_goes_on_may_tell_whose_its_quotation_is(codebook: Codebook) -> None:
    text = "Ada Holt announced the pact.\n\n“It binds us for ever. We did not ask for it.” So said Jon Pike, adding that he would resign."
    assert outermost(codebook, text)[0] == ("Ada Holt", "announce", "the pact")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holt said in Oslo on Monday.",
        "Norland paid for what the ministry had announced two days earlier.",
        "In his first speech on the war in the north, Ada Holt told a joke.",
    ],
)
def test_when_and_where_alone_are_not_what_was_said(codebook: Codebook, text: str) -> None:
    contents = [content for _, _, content in outermost(codebook, text)]
    assert not any(content in text.split(", ")[0] or content.startswith(("in Oslo", "two days")) for content in contents)


def test_a_relative_clause_of_what_is_offered_is_not_what_was_said(codebook: Codebook) -> None:
    assert ("It", "offer", "an envoy whom both sides accept") in outermost(codebook, "It should offer an envoy whom both sides accept.")


def test_what_a_question_asks_is_not_told_by_the_one_who_answers(codebook: Codebook) -> None:
    text = "“The plan stands,” Ada Holt told the Norden Post on Thursday when asked if she still believes the rebels will sign."
    assert [(cue, content) for _, cue, content in outermost(codebook, text)] == [
        ("tell", "“The plan stands,”"),
        ("ask", "if she still believes the rebels will sign"),
    ]


def test_showed_is_a_form_of_show(codebook: Codebook) -> None:
    assert outermost(codebook, "A poll in June showed that most voters want a truce.")[0][1:] == ("show", "that most voters want a truce")
