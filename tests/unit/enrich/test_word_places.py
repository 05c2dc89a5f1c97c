"""One scan for the words of many lists finds what a pattern for each would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from assets.enrich.actors.reading import RUN, _capitalised
from assets.enrich.words.word_places import WordPlaces

LISTS = {"bodies": ["army", "army staff"], "peoples": ["Kurds"], "pronouns": ["he", "it"]}


def test_each_list_has_its_words_in_the_order_of_the_text_the_longer_first() -> None:
    text = "He saw the Army staff; it left the army."
    assert {name: [text[a:b] for a, b in spans] for name, spans in WordPlaces(LISTS).find(text).items()} == {
        "bodies": ["Army staff", "Army", "army"],
        "peoples": [],
        "pronouns": ["He", "it"],
    }


def test_a_word_within_a_word_is_none() -> None:
    assert not any(WordPlaces(LISTS).find("The wither of armyworm and army2, sheit.").values())


def test_a_letter_that_grows_in_lower_case_moves_no_place() -> None:
    text = "İzmir’s İlçe: the army came."
    assert [text[a:b] for a, b in WordPlaces(LISTS).find(text)["bodies"]] == ["army"]


def test_a_word_of_two_lists_is_found_for_both() -> None:
    assert WordPlaces({"one": ["army"], "other": ["Army"]}).find("army") == {"one": [(0, 4)], "other": [(0, 4)]}


@given(st.text(alphabet="aAéÉlhs -.’'\n\u00a0İ1_“", max_size=60))
def test_runs_looked_for_at_capitals_are_those_looked_for_everywhere(text: str) -> None:
    assert [match.span() for match in _capitalised(text)] == [match.span() for match in re.finditer(RUN, text)]
