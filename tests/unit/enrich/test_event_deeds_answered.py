"""Who did what a noun means once more: "condemned the raid", "turned down the request"; and what answers nobody."""

import pytest
from test_event_pairs import last_event

from assets.codebook import Codebook

Side = list[str]
# Kenya and Peru are what this is about, so that the other side would be guessed
MATTER = "Kenya and Peru fell out over fish. Peru wrote to Kenya. Kenya wrote to Peru. Peru and Kenya counted boats. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said Tanzania had raided its embassy. Togo condemned the raid.", ("accuse", ["togo"], ["tanzania"])),
        ("Tanzania arrested two Kenyan reporters. Rain fell. Togo criticised the arrests.", ("accuse", ["togo"], ["tanzania"])),
        ("Tanzania jailed two Kenyan reporters. Rain fell. Togo called for the release of the two.", ("request", ["togo"], ["tanzania"])),
        ("Tanzania shelled Kenya. Rain fell. Ghana called for an end to the shelling.", ("request", ["ghana"], ["tanzania"])),
        ("Peru asked the United Nations to send food. The United Nations rejected the request.", ("reject", ["united-nations"], ["peru"])),
    ],
)
def test_a_deed_named_again_is_his_who_did_it(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two did such things
        ("Tanzania shelled Kenya. Uganda shelled Rwanda. Togo condemned the shelling.", ("accuse", ["togo"], [])),
        # whose noun is another's
        ("Tanzania arrested two Kenyan reporters. Rain fell. Togo criticised the arrests by the rebels.", ("accuse", ["togo"], [])),
        # an arrest is no blockade
        ("Tanzania arrested two Kenyan reporters. Rain fell. Togo criticised the blockade.", ("accuse", ["togo"], [])),
        # what was asked long ago is not what is turned down now
        ("Peru asked Chile for food. Rain fell in Togo. Ghana and Mali met. Sudan rejected the request.", ("reject", ["sudan"], [])),
        # nobody condemns what he did himself
        ("Tanzania shelled Kenya. Rain fell. Tanzania condemned the shelling.", ("accuse", ["tanzania"], [])),
    ],
)
def test_where_it_is_not_plain_whose_deed_is_meant_the_target_stays_open(
    text: str, expected: tuple[str, Side, Side], codebook: Codebook
) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya welcomed the ruling.", ("support", ["kenya"], [])),
        ("Kenya vetoed the bill.", ("reject", ["kenya"], [])),
        ("Kenya said it would not delay the count.", ("reject", ["kenya"], [])),
        ("Kenya rejected the demand.", ("reject", ["kenya"], ["peru"])),  # that one is the other's
    ],
)
def test_what_a_court_decided_or_one_vows_has_no_other_side(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert last_event(MATTER + text, codebook) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru protested. Peru's ambassador Ilmo Varden was called home for consultations.", ("sanction", ["peru"], [])),
        ("Peruvian ambassador Ilmo Varden was withdrawn from Chile in May.", ("sanction", ["peru"], ["chile"])),
        ("Ambassador Ilmo Varden was recalled on Monday.", ("sanction", [], ["Ilmo Varden"])),
        ("Peruvian troops were withdrawn from Chile.", ("retreat", ["Peruvian troops"], ["chile"])),
    ],
)
def test_an_envoy_does_not_recall_himself(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt and Sudan fell out. A Peruvian envoy is expected in Cairo next week.", ("agree", ["peru"], ["egypt"])),
        ("Sudan fell out. A Peruvian envoy is expected in Cairo next week.", ("agree", ["peru"], [])),  # no mention of Egypt to point to
        ("Egypt fell out. An Egyptian envoy is expected in Cairo next week.", ("agree", ["egypt"], [])),
    ],
)
def test_whoever_is_due_in_a_capital_is_a_guest_of_its_state(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert last_event(text, codebook) == expected


def test_what_is_turned_down_is_his_who_has_it(codebook: Codebook) -> None:
    told = "Peru and Chile said that they would not accept a second filling of Bolivia's dam."
    assert last_event(told, codebook) == ("reject", ["peru", "chile"], ["bolivia"])
