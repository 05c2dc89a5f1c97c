"""Spoken deeds and meetings told in other words than their names: who came, what was turned down, whose ministers met."""

import pytest
from test_event_pairs import last_event

from assets.codebook import Codebook

Side = list[str]
QUARREL = "Kenya and Peru fell out over fish. Peru wrote to Kenya. Kenya wrote to Peru. Peru and Kenya counted boats. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's president came to Lima on Monday.", ("consult", ["kenya"], ["peru"])),
        ("The presidents of Kenya, Ghana and Togo came.", ("consult", ["kenya", "ghana", "togo"], [])),
        ("Kenya and Peru issued a joint statement condemning Ghana's conduct.", ("accuse", ["kenya", "peru"], ["ghana"])),
        ("The ambush, which Kenya blames on Ghana, closed the road.", ("accuse", ["kenya"], ["ghana"])),
        ("Kenya said that Ghana had violated the treaty.", ("accuse", ["kenya"], ["ghana"])),
        ("Kenya returned Ghana's notification.", ("reject", ["kenya"], ["ghana"])),
        ("Kenya wants a truce and is prepared to pay for it.", ("agree", ["kenya"], [])),
    ],
)
def test_a_deed_is_found_in_the_words_of_news(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    found = last_event(text, codebook)
    assert found is not None
    kind, sources, targets = found
    countries = [name.split("-")[0] if name else "kenya" for name in sources]
    assert (kind, countries, targets) == expected


@pytest.mark.parametrize("text", ["Kenya came to power in Peru.", "Kenya was in Peru's debt.", "Kenya was in Peru."])
def test_only_a_person_visits_by_being_somewhere(text: str, codebook: Codebook) -> None:
    assert last_event(text, codebook) is None


def test_ministers_without_names_are_those_of_the_two_sides_of_the_text(codebook: Codebook) -> None:
    assert last_event(QUARREL + "The foreign ministers had met for six hours.", codebook) == ("consult", ["kenya"], ["peru"])
    assert last_event(QUARREL + "Talks in Oslo broke down in April.", codebook) == ("consult", ["kenya"], ["peru"])
    assert last_event("Kenya wrote. The foreign ministers had met for six hours.", codebook) is None


def test_a_promise_is_made_to_the_other_side_of_the_text_unless_another_is_named(codebook: Codebook) -> None:
    assert last_event(QUARREL + "Kenya promised ten boats.", codebook) == ("agree", ["kenya"], ["peru"])
    found = last_event(QUARREL + "Kenya asked Ghana for rice and promised ten boats.", codebook)
    assert found is None or found[2] != ["peru"]
