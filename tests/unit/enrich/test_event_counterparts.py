"""Who the other side is where a clause leaves it out, and who in a clause is none."""

import pytest
from test_event_pairs import last_event
from test_events import events

from assets.codebook import Codebook

Side = list[str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Peru signed a treaty. Kenya withdrew from the treaty.", ("sanction", ["kenya"], ["peru"])),
        ("Ghana renewed its complaint to Peru. Peru rejected the demand.", ("reject", ["peru"], ["ghana"])),
        ("After a week of talks with Peru, Kenya rejected the offer.", ("reject", ["kenya"], ["peru"])),
        ("Kenya wrote to Peru. Ghana mediated between the parties.", ("consult", ["ghana"], ["kenya", "peru"])),
        ("Kenya wrote to Peru. The warring sides agreed to a truce.", ("agree", ["kenya"], ["peru"])),
        ("Kenya, Ghana and Togo closed their embassies. They accuse Peru of theft.", ("accuse", ["kenya", "ghana", "togo"], ["peru"])),
    ],
)
def test_the_other_side_is_the_one_other_that_the_words_before_name(
    text: str, expected: tuple[str, Side, Side], codebook: Codebook
) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Ghana wrote. Kenya rejected the demand.", ("reject", ["kenya"], [])),  # either of two
        ("Ghana wrote. Kenya rejected the demands of the rebels.", ("reject", ["kenya"], [])),
        ("Peru said Kenya rejected the demand.", ("reject", ["kenya"], [])),  # who tells is no side
    ],
)
def test_where_the_other_side_is_not_plain_it_stays_open(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert last_event(text, codebook) == expected


def test_a_document_about_two_names_the_other_side(codebook: Codebook) -> None:
    lines = ["Kenya and Peru fell out over fish.", "Peru wrote to Kenya.", "Kenya wrote to Peru.", "It rained for a week in the hills."]
    told = " ".join([*lines, "Peru and Kenya counted boats.", "The port was shut.", "Kenya rejected the demand."])
    assert last_event(told, codebook) == ("reject", ["kenya"], ["peru"])
    among_many = told.replace("It rained for a week in the hills.", "Ghana told Ghana to tell Ghana and Ghana of Togo.")
    assert last_event(among_many, codebook) == ("reject", ["kenya"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Norway] announced bans on travel to [Norway] against four officers of [Belarus].", ("sanction", ["Norway"], ["Belarus"])),
        ("[Japan] suspended flights to [Japan] from [Kenya].", ("sanction", ["Japan"], ["Kenya"])),
        ("[Latvia] closed the [Iranian consulates] in [Latvia].", ("sanction", ["Latvia"], ["Iranian consulates"])),
        ("[Egypt] closed its border with [Peru] in coordination with [Chile].", ("coerce", ["Egypt"], ["Peru"])),
        ("[Egypt] closed its border in solidarity with [Chile].", ("coerce", ["Egypt"], [])),
        ("[Iran] rejected the offer at the request of [Chile].", ("reject", ["Iran"], [])),
        ("[Chile] rejected the request of [Iran].", ("reject", ["Chile"], ["Iran"])),
        ("[Iran] moved missiles from [Syria] to the coast.", ("mobilize", ["Iran"], [])),
    ],
)  # fmt: skip
def test_nobody_acts_upon_himself_nor_upon_who_stands_by(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert expected in [(kind, sources, targets) for kind, _, sources, targets in events(text, codebook)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [Cuban minister] was denied a visa to [Canada].", ("reject", ["Canada"], ["Cuban minister"])),
        ("A permit for [Canada] was refused to members of the [Peruvian team].", ("reject", ["Canada"], ["Peruvian team"])),
        ("The [bishop] has been invited to [Lebanon].", ("agree", ["Lebanon"], ["bishop"])),
    ],
)  # fmt: skip
def test_whom_only_one_can_let_in_was_asked_or_kept_out_by_him(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert expected in [(kind, sources, targets) for kind, _, sources, targets in events(text, codebook)]


def test_a_capital_where_a_treaty_was_signed_is_no_party_to_it(codebook: Codebook) -> None:
    assert last_event("Peru signed a ceasefire in Minsk.", codebook) == ("agree", ["peru"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained after [Chile], [Peru] and the separatists signed a ceasefire.", ("agree", ["Chile"], ["Peru"])),
        ("The [Kenyan troops] he says had been sent into [Peru] went home.", ("mobilize", ["Kenyan troops"], ["Peru"])),
        ("[Kenya], which annexed [Goro] in 2014, rejected the claim by [Peru].", ("reject", ["Kenya"], ["Peru"])),
    ],
)
def test_subjects_are_found_behind_lists_and_relative_clauses(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert expected in [(kind, sources, targets) for kind, _, sources, targets in events(text, codebook)]


def test_a_month_is_no_march(codebook: Codebook) -> None:
    read = last_event("Kenya said the bridge would not be rebuilt by the end of March 2024.", codebook)
    assert read is None or read[0] != "protest"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("negated", "A meeting between [Kenya] and [Peru] planned for next week has been postponed."),
        ("negated", "Talks between [Kenya] and [Peru] scheduled for the spring will not take place."),
        ("negated", "The visit of [Holt] to [Peru] was called off on Friday."),
        ("planned", "A meeting between [Kenya] and [Peru] is planned for next week."),
        ("occurred", "[Sweden] would be willing to act as an observer in the dispute with [Peru]."),
        ("occurred", "[Mali] announced that it was leaving the pact with [Peru]."),
        ("ongoing", "[Okello] is still detained by [Kenya]."),
        ("ongoing", "[Mali] is closing its border with [Peru]."),
        ("occurred", "Trade would suffer if the gate were shut, and [Chile] has promised to help pay for a bridge in [Peru]."),
        ("hypothetical", "If the gate opens, and [Chile] recalls its ambassador from [Peru], trade will suffer."),
    ],
)  # fmt: skip
def test_plans_that_were_dropped_and_offers_that_stand_have_their_status(status: str, text: str, codebook: Codebook) -> None:
    assert status in [event[1] for event in events(text, codebook)]
