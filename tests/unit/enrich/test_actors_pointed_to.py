"""Whom words mean that only point to somebody: "its prime minister", "the government", "the Dutch", "he" after a long quotation."""

import pytest
from test_actor_groups import who

from assets.codebook import Codebook


def named(codebook: Codebook, body: str, surface: str) -> str | None:
    return next((actor for words, actor, _ in who(codebook, body) if words == surface), "nobody")


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Hungary is against. Its foreign minister stayed away.", "HUN"),
        ("If they come, Kenya will answer in kind, its foreign minister has cautioned.", "KEN"),
        ("Kenya and Peru fell out. Its foreign minister stayed away.", "KEN"),
        ("The envoys of Kenya and Peru fell out. Its foreign minister stayed away.", None),
    ],
)
def test_its_minister_is_the_minister_of_the_state_the_sentence_is_about(codebook: Codebook, body: str, country: str | None) -> None:
    found = [code for words, _, code in who(codebook, body) if words == "foreign minister"]
    assert found == ([country] if country else [])


def test_its_spokeswoman_speaks_for_the_body(codebook: Codebook) -> None:
    body = "The State Department could not hide its irritation: on Tuesday its spokeswoman said so."
    assert named(codebook, body, "spokeswoman") == "state-department"


@pytest.mark.parametrize(
    ("body", "actor"),
    [
        ("Peru is waiting. The government has promised a vote.", "peru"),
        ("Peru and Kenya are waiting. The government has promised a vote.", "nobody"),
        ("Peru is waiting for the government of the islands.", "nobody"),
    ],
)
def test_the_government_is_that_of_the_one_country_spoken_of(codebook: Codebook, body: str, actor: str) -> None:
    assert {words: found for words, found, _ in who(codebook, body)}.get("government", "nobody") == actor


def test_the_ministry_is_that_of_the_country_of_its_paragraph(codebook: Codebook) -> None:
    assert (
        named(codebook, "Peru is waiting. Next week the defence ministry will report.", "defence ministry") == "peruvian-defence-ministry"
    )
    assert named(codebook, "Peru is waiting. They asked for the defence ministry of the islands.", "defence ministry") == "nobody"


@pytest.mark.parametrize(
    ("body", "actor"),
    [("The Dutch have sworn not to yield.", "netherlands"), ("The Dutch cheese is good.", "nobody")],
)
def test_a_demonym_before_a_verb_is_its_state(codebook: Codebook, body: str, actor: str) -> None:
    assert named(codebook, body, "Dutch") == actor


def test_he_reaches_over_a_quotation_of_many_sentences(codebook: Codebook) -> None:
    body = "Joel Brandt, a trader, picked up the phone. “There is no water. There is no light. We wait for the trucks,” he said."
    assert named(codebook, body, "he") == "Joel Brandt"


def test_she_is_nobody_known_where_somebody_unknown_stands_between(codebook: Codebook) -> None:
    body = "“It is a pity,” said Clara Brandt, a teacher. The envoy will brief the council in April. She may propose a vote."
    assert named(codebook, body, "She") == "nobody"


@pytest.mark.parametrize(
    ("body", "actor"),
    [
        ("Peru called the step unfriendly. It nonetheless freed nine sailors.", "peru"),
        ("Peru called the step unfriendly. In May it banned most imports.", "peru"),
        ("Peru called the step unfriendly. It rained for a week.", "nobody"),
        ("Peru called the step unfriendly. It was banned in May.", "nobody"),
        ("The step was called unfriendly in Peru. It banned most imports.", "nobody"),
    ],
)
def test_it_is_the_state_that_acts(codebook: Codebook, body: str, actor: str) -> None:
    assert next((found for words, found, _ in who(codebook, body) if words in ("It", "it")), "nobody") == actor


def test_it_is_the_state_whose_position_was_told(codebook: Codebook) -> None:
    assert named(codebook, "Peru's position has been less constant. It now says that a vote is due.", "It") == "peru"
    assert named(codebook, "Peru, long a friend of the port, no longer waits. It hopes to vote.", "It") == "peru"


@pytest.mark.parametrize(
    "body",
    [
        "“We can wait,” argues Annelore Brugmans of the Fjord Institute for the Neighbourhood.",
        "Its fishermen, said Paidrig Mulhearn of the Skerry co-operative, stand to lose.",
    ],
)
def test_a_full_name_that_says_something_is_somebody(codebook: Codebook, body: str) -> None:
    assert any(actor in ("Annelore Brugmans", "Paidrig Mulhearn") for _, actor, _ in who(codebook, body))
