"""Whose view the frame of a sentence tells; cue, source and content as wholes."""

import pytest
from test_attribution import parts, read

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the minister's view, the truce will hold.", ("the minister", "view", "the truce will hold")),
        ("From the perspective of Ada Holt, the truce will hold.", ("Ada Holt", "perspective of", "the truce will hold")),
        ("Seen from Oslo, better ties with the south are a boon.", ("Oslo", "seen from", "better ties with the south are a boon")),
        ("The truce was met with cautious optimism in Oslo.", ("Oslo", "optimism", "The truce")),
        ("The plan has been greeted with scepticism by southern ministers.", ("southern ministers", "skepticism", "The plan")),
        ("Opening the port is a top priority for the Kremlin.", ("the Kremlin", "priority", "Opening the port")),
        ("For the US, the port seems to be lost.", ("the US", "seem", "the port … to be lost")),
        ("US-Norwegian plans to reopen the port are old.", ("US-Norwegian", "plan", "to reopen the port")),
        ("A deal has raised hopes among traders of an early end of the dispute.", ("traders", "hope", "an early end of the dispute")),
    ],
)
def test_whose_view_it_is_may_be_told_by_the_frame_of_the_sentence(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(codebook, text)


@pytest.mark.parametrize(
    "text",
    [
        "Seen from above, the port is small.",
        "In the words that follow, the port is described.",
        "The envoy was met with flowers in Oslo.",
        "The bridge is a priority route for lorries.",
        "For years, the port seemed to be lost.",
    ],
)
def test_a_frame_without_a_holder_tells_no_view(codebook: Codebook, text: str) -> None:
    assert [source for source, *_ in parts(codebook, text) if source] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Holt was quick to offer new talks.", ("Ada Holt", "be quick", "to offer new talks")),
        ("Ada Holt has shown no sign of yielding on the port.", ("Ada Holt", "show no sign", "yielding on the port")),
        ("Ada Holt left no doubt that the treaty would be signed.", ("Ada Holt", "leave no doubt", "that the treaty would be signed")),
        ("Ada Holt remains opposed to the accord.", ("Ada Holt", "be opposed", "the accord")),
        ("Two ships were sunk in the strait, state media reported.", ("state media", "report", "Two ships were sunk in the strait")),
        ("Ada Holt called it “useful,” stressing that talks go on.", ("Ada Holt", "stress", "that talks go on")),
        ("Ada Holt left early, instead claiming that talks go on.", ("Ada Holt", "claim", "that talks go on")),
        ("The port may open, Ada Holt said; the bridge may follow.", ("Ada Holt", "say", "The port may open … the bridge may follow")),
        ("Ada Holt welcomed a positive, creative talk.", ("Ada Holt", "welcome", "a positive, creative talk")),
        ("Ada Holt welcomed a possible, at least partial, truce.", ("Ada Holt", "welcome", "a possible, at least partial, truce")),
        ("Ada Holt rejected the 30-day truce.", ("Ada Holt", "reject", "the 30-day truce")),
        ("Ada Holt sees U.S.-Norwegian ties as a burden.", ("Ada Holt", "see", "U.S.-Norwegian ties as a burden")),
    ],
)
def test_cue_source_and_content_are_whole(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(codebook, text)


def test_a_demand_after_a_demonym_is_a_noun(codebook: Codebook) -> None:
    assert ("Norwegian", "demand") in [part[:2] for part in parts(codebook, "Norwegian demands that the port be opened came late.")]
    assert "noun-that" in [row["rule"] for row in read(codebook, "Norwegian demands that the port be opened came late.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fears in Oslo that the truce could not be held have grown.", ("Oslo", "fear", "that the truce could not be held")),
        ("The port, according to Ada Holt, will open.", ("Ada Holt", "according to", "The port … will open")),
        (
            "Norwegian demands that the port be opened were rejected by ministers.",
            ("ministers", "reject", "Norwegian demands that the port be opened"),
        ),
        ("One in three said the port should open.", ("One in three", "say", "the port should open")),
        ("Ada Holt told the envoy to leave.", ("Ada Holt", "tell", "the envoy to leave")),
        ("Ada Holt sees the envoy as a man who listens.", ("Ada Holt", "see", "the envoy as a man who listens")),
        ("Ada Holt declined to comment and the ministry later said the port was open.", ("Ada Holt", "decline", "to comment")),
    ],
)
def test_a_content_ends_where_the_main_clause_goes_on(codebook: Codebook, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(codebook, text)
