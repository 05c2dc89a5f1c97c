"""Shapes of attribution that plain agency news has many of."""

import pytest
from test_attribution import parts, read
from test_positions import only
from test_positions import read as read_positions

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who speaks
        ("The two announced a truce.", ("The two", "announce", "a truce")),
        ("All 27 demanded a halt to the tests.", ("All 27", "demand", "a halt to the tests")),
        ("An envoy of the six conceded that the port was lost.", ("An envoy of the six", "concede", "that the port was lost")),
        ("Norway has this week called for new talks.", ("Norway", "call for", "new talks")),
        ("Norway has on several occasions rejected the treaty.", ("Norway", "reject", "the treaty")),
        ("Norway will on Thursday propose a new treaty.", ("Norway", "propose", "a new treaty")),
        (
            "Ada Holt, who backed the treaty in May, last week said the talks had failed.",
            ("Ada Holt", "say", "the talks had failed"),
        ),
        ("Ada Holt, asked about the port, said it was closed.", ("Ada Holt, asked about the port", "say", "it was closed")),
        ("Norway wrote a letter to the Security Council asking for more help.", ("Norway", "ask", "more help")),
        ("Norway interrupted the session with demands for a vote.", ("Norway", "demand", "a vote")),
        (
            "Interviews with senior Danish figures suggested that the port was lost.",
            ("senior Danish figures", "suggest", "that the port was lost"),
        ),
        ("Investors fear tariffs could follow.", ("Investors", "fear", "tariffs could follow")),
        ("Oslo claims almost the whole of the bay.", ("Oslo", "claim", "almost the whole of the bay")),
        # Agents of passives
        ("The raid was condemned on Monday by Norway.", ("Norway", "condemn", "The raid")),
        ("The army was blamed for the raid by Danish lawmakers.", ("Danish lawmakers", "blame", "The army … for the raid")),
        # Where the content begins and ends
        ("Norway hopes, however, to sign.", ("Norway", "hope", "to sign")),
        ("Ada Holt said — as it happens, on a beach — that the truce holds.", ("Ada Holt", "say", "that the truce holds")),
        (
            "Norway said while talks were welcome, the port would stay open.",
            ("Norway", "say", "while talks were welcome, the port would stay open"),
        ),
        ("Norway hopes the talks, held in Oslo, will go on.", ("Norway", "hope", "the talks, held in Oslo, will go on")),
        ("Norway condemns in the strongest terms the raid on the port.", ("Norway", "condemn", "the raid on the port")),
        ("Norway warned Denmark against a raid.", ("Norway", "warn", "Denmark against a raid")),
        ("Ada Holt hailed the treaty as historic and left.", ("Ada Holt", "hail", "the treaty as historic")),
        ("The envoy left, and while Ada Holt said the truce held, the army did not stop.", ("Ada Holt", "say", "the truce held")),
        ("Months after Ada Holt said the war was over, Norway sent ships.", ("Ada Holt", "say", "the war was over")),
        ("Oslo's refusal to sign the treaty angered Denmark.", ("Denmark", "anger", "Oslo's refusal to sign the treaty")),
        ("Norway rejected what it called a sham.", ("Norway", "reject", "what it called a sham")),
        # What stands before its source
        ("Norway closed a port the ministry said was unsafe.", ("the ministry", "say", "a port … was unsafe")),
        ("Norway says Denmark broke the treaty, a claim Copenhagen denies.", ("Copenhagen", "deny", "Denmark broke the treaty")),
        ("Norway replaced its envoy, Jon Pike, whom Denmark accused of spying.", ("Denmark", "accuse", "of spying")),
        (
            "Norway's government, in the words of its envoy, Ada Holt, “will not bow”.",
            ("its envoy, Ada Holt", "words of", "Norway's government … “will not bow”"),
        ),
        # Cues in pieces, and cues that look like something else
        ("Norway turned the offer down.", ("Norway", "turn down", "the offer down")),
        ("The ministry brushed the charge aside.", ("The ministry", "brush aside", "the charge aside")),
        ("Norway urged both sides to stop.", ("Norway", "urge", "both sides to stop")),
        ("Norway has repeatedly called the new treaty a sham.", ("Norway", "call", "the new treaty a sham")),
        ("Ada Holt regretted that the port was closed.", ("Ada Holt", "regret", "that the port was closed")),
        ("Norway planned to reopen the port.", ("Norway", "plan", "to reopen the port")),
        ("Europe's worry is gas.", ("Europe", "worry", "gas")),
    ],
)
def test_plain_shapes_of_attribution_are_read(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(codebook, text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Norway will sign, provided that Denmark signs too.", "provide"),
        ("Gunmen attacked two houses in the port on Monday.", "attack"),
        ("Denmark attacked a port of the rebels.", "attack"),
        ("Norway called off the talks.", "call"),
        ("The two planned ports would be built in the south.", "plan"),
        ("Norway has two banks in Peru.", "bank on"),
    ],
)
def test_what_only_looks_like_a_cue_attributes_nothing(codebook: Codebook, text: str, cue: str) -> None:
    assert cue not in {row["cue"] for row in read(codebook, text)}


def test_who_urges_and_calls_for_does_both(codebook: Codebook) -> None:
    found = parts(codebook, "The ministers of Norway and Denmark urged restraint and called for talks.")
    assert [(cue, content) for _, cue, content in found] == [("urge", "restraint"), ("call for", "talks")]


@pytest.mark.parametrize("before", ["Ada Holt did not hide her anger.", "Ada Holt, who led the talks, was blunt."])
def test_a_quotation_that_no_words_claim_is_told_by_whom_the_sentence_before_is_about(codebook: Codebook, before: str) -> None:
    (row,) = read(codebook, f"{before} “The treaty is dead.”")
    assert (row["evidence"][:8], row["rule"], row["attribution"]) == ("Ada Holt", "sentence-quote", "direct")


@pytest.mark.parametrize("text", ["The treaty was signed in Oslo. “Peace at last.”", "Ada Holt was blunt.\n\n“The treaty is dead.”"])
def test_a_quotation_after_a_thing_or_in_a_new_paragraph_has_no_teller(codebook: Codebook, text: str) -> None:
    assert read(codebook, text) == []


def test_a_quotation_that_words_claim_is_theirs(codebook: Codebook) -> None:
    (row,) = read(codebook, "Ada Holt was blunt. “The treaty is dead. It will never be signed,” said Jon Pike.")
    assert (row["rule"], row["content_start"]) == ("quote-cue-subject", len("Ada Holt was blunt. "))


@pytest.mark.parametrize(
    "source",
    ["A senior Norwegian Foreign Ministry official, Bo Lindvik,", "The head of the ministry's southern department, Mr Bo Lindvik,"],
)
def test_whom_a_title_describes_his_name_tells(codebook: Codebook, source: str) -> None:
    body = f"Bo Lindvik left Oslo.\n\n{source} said the ceasefire in Yemen must hold."
    assert only(codebook, body)["holder_text"] == source.rstrip(",")
    assert only(codebook, body)["holder_mention_id"] == only(codebook, f"{body} Lindvik smiled.")["holder_mention_id"] is not None


def test_whose_call_is_judged_does_not_hold_the_judgement(codebook: Codebook) -> None:
    rows = read_positions(codebook, "Sweden's minister said Norway's insistence on a ceasefire in Yemen was a grave mistake.")
    held = {row["holder_text"]: row["statement"] for row in rows}
    assert held["Sweden's minister"].endswith("a grave mistake")
    assert "mistake" not in held.get("Norway", "")


def test_a_wish_that_is_named_again_is_held_by_whose_it_is(codebook: Codebook) -> None:
    body = "“My king has said that he wants a ceasefire in Yemen,” Ada Holt said. “You can call it a desire for a ceasefire in Yemen.”"
    assert {row["holder_text"] for row in read_positions(codebook, body)} == {"My king"}


def test_what_is_seen_as_something_by_whom_is_not_told_has_no_holder(codebook: Codebook) -> None:
    row = only(codebook, "The ceasefire in Yemen is widely seen as a positive step towards peace.")
    assert (row["holder_text"], row["holder_mention_id"], row["stance"]) == (None, None, "supports")
    assert row["statement"] == "The ceasefire in Yemen is widely seen as a positive step towards peace"
