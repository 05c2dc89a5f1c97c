"""A text a machine reworded is told from one that people wrote."""

import pytest

from assets.clean.text_origin import Paraphrases, text_origin


@pytest.fixture(scope="module")
def paraphrases(codebook):
    return Paraphrases(codebook["paraphrases"])


def test_mentioned_for_said_betrays_the_machine(paraphrases):
    text = "The envoy mentioned that talks went on. “We wait,” Ms. Lind mentioned. He mentioned the ports. She informed reporters so."
    assert text_origin(text, paraphrases)[0] == "machine_paraphrased"


def test_three_reworded_names_betray_it_too(paraphrases):
    text = "The Overseas Ministry and the White Home said the Safety Council would meet."
    assert text_origin(text, paraphrases)[0] == "machine_paraphrased"


@pytest.mark.parametrize(
    "text",
    [
        "The minister said talks went on. “We wait,” Ms. Lind said. He told reporters so and mentioned the ports.",
        "The White House and the Security Council were informed on Monday, officials said. They told both ministries.",
        "The overseas workers were told to wait. A white home stood by the road.",
        "The report mentioned Norland. It mentioned Sudmark. It said nothing else. She said so. He said so. They told us. “Yes,” he said.",
        "",
    ],
)
def test_what_people_write_does_not(paraphrases, text):
    origin, score = text_origin(text, paraphrases)
    assert origin == "verbatim"
    assert 0 <= score < 0.6


def test_two_weak_signs_together_are_not_proof(paraphrases):
    text = (
        "The White Home and the Overseas Ministry said so. He mentioned it. She mentioned that. They mentioned the port." + " She said." * 6
    )
    assert text_origin(text, paraphrases)[0] == "verbatim"


def test_a_phrase_counts_only_as_whole_words(paraphrases):
    assert paraphrases.found("The snowwhite home, the white homes.") == set()
    assert paraphrases.found("the White\nHome") == {"white home"}
