"""A meeting that an article names again without its sides is one more mention of the meeting told before."""

import pytest
from test_events import frames

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.events.resumptions import RULE
from assets.enrich.sentences import sentences

KENYA_PERU = {"kenya", "peru"}


def resumptions(text: str, codebook: Codebook) -> list[tuple[str, set[str | None]]]:
    """Words and sides, by actor, of the mentions that point to another."""
    read = frames({"d": text})
    read["sentences"] = sentences(read["documents"])
    read["actor_mentions"] = actor_mentions(read["documents"], read["sentences"], codebook)
    found, arguments = event_mentions(**read, codebook=codebook)
    names = {m["mention_id"]: m["actor_id"] or m["discovered_name"] for m in read["actor_mentions"].iter_rows(named=True)}
    rows = found.filter(rule=RULE).sort("evidence_start").rows(named=True)
    for row in rows:
        assert text[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
        assert row["trigger"] in row["evidence"]
    return [
        (row["evidence"], {names[actor] for actor in arguments.filter(mention_id=row["mention_id"])["actor_mention_id"]}) for row in rows
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya met Peru on Friday. The talks lasted two hours.", "The talks lasted two hours"),
        ("Kenya held talks with Peru. In a long evening, talks covered fishing rights.", "talks covered fishing rights"),
        ("Kenya met Peru on Friday. It rained.\n\nNobody spoke after the meeting.", "the meeting"),
        ("Kenya met Peru on Friday. Reporters liked recent talks on fish.", "recent talks on fish"),
        ("Kenya met Peru on Friday. Reporters asked about these discussions on fish.", "these discussions on fish"),
    ],
)
def test_the_talks_are_those_just_told(text: str, words: str, codebook: Codebook) -> None:
    assert resumptions(text, codebook) == [(words, KENYA_PERU)]


def test_only_a_call_is_the_call_and_only_a_visit_the_visit(codebook: Codebook) -> None:
    assert resumptions("Kenya met Peru on Friday. The call lasted an hour.", codebook) == []
    assert resumptions("Kenya met Peru on Friday. The visit lasted an hour.", codebook) == []
    called = "Kenyan president William Ruto phoned Indian prime minister Narendra Modi. "
    assert [words for words, _ in resumptions(called + "The call lasted an hour.", codebook)] == ["The call lasted an hour"]
    assert resumptions(called + "The summit lasted an hour.", codebook) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya met Peru on Friday. The meeting room was cold.",
        "Kenya met Peru on Friday. The next meeting is in May.",
        "Kenya met Peru on Friday. The talks will go on in May.",  # other talks, to come
        "Kenya met Peru in Lima. The talks in Geneva lasted an hour.",
        "Kenya met Peru on Friday. The meeting of bishops went well.",
        "Kenya wrote to Peru. The talks lasted an hour.",
    ],
)
def test_what_may_be_another_meeting_points_nowhere(text: str, codebook: Codebook) -> None:
    assert resumptions(text, codebook) == []


def test_where_others_met_too_only_the_next_words_point(codebook: Codebook) -> None:
    both = "Kenya met Peru on Friday. Ghana met Chile on Sunday."
    assert resumptions(both + " The talks lasted an hour.", codebook) == [("The talks lasted an hour", {"ghana", "chile"})]
    assert resumptions(both + " The rain fell." * 40 + " The talks lasted an hour.", codebook) == []
