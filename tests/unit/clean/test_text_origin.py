"""A text a machine reworded is told from one that people wrote."""

import pytest

from assets.clean.text_origin import Paraphrases, text_origin


@pytest.fixture(scope="module")
def paraphrases(codebook):
    return Paraphrases(codebook["paraphrases"], codebook["spun_words"])


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


def test_common_words_of_which_only_uncommon_doubles_stand_betray_it(paraphrases):
    text = (
        "The talks went on for a lengthy time, however the envoy was tired. Whereas one side waited, the other side wrote. "
        "It was the identical draft as in the final week, additionally one other page was lost."
    )
    assert text_origin(text, paraphrases)[0] == "machine_paraphrased"


@pytest.mark.parametrize("word", ["mentioned", "however", "whereas", "lengthy", "additionally"])
def test_one_writers_favourite_word_is_no_proof(paraphrases, word):
    assert text_origin(f"The envoy {word} left. " * 12, paraphrases)[1] < 0.6


def test_a_word_set_off_by_a_comma_is_an_aside(paraphrases):
    aside = "However, the envoy left. However, the port stayed open. Additionally, they wrote. However, it rained."
    assert paraphrases.doubled(aside) == 0
    assert paraphrases.doubled(aside.replace(",", "")) > 0


def test_the_usual_word_beside_its_double_speaks_for_a_person(paraphrases):
    assert paraphrases.doubled("Whereas one waited, one left.") > 0
    assert paraphrases.doubled("Whereas one waited, one left while it rained, while another wrote, while they slept.") < 0
