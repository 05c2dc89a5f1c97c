"""Parties that a clause does not name again: "the two countries", "both sides", "officials he met with", "its war"."""

import pytest
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.sentences import sentences

Side = list[str]


def last_event(text: str, codebook: Codebook) -> tuple[str, Side, Side] | None:
    """Type and sides, by actor, of the event that a text of several sentences tells last; actors as the codebook finds them."""
    read = frames({"d": text})
    read["sentences"] = sentences(read["documents"])
    read["actor_mentions"] = actor_mentions(read["documents"], read["sentences"], codebook)
    found, arguments = event_mentions(**read, codebook=codebook)
    if found.is_empty():
        return None
    row = found.sort("evidence_start").row(-1, named=True)
    names = {m["mention_id"]: m["actor_id"] or m["discovered_name"] for m in read["actor_mentions"].iter_rows(named=True)}

    def side(participation: str) -> Side:
        own = arguments.filter(mention_id=row["mention_id"], participation=participation).sort("position")
        return [names[actor] for actor in own["actor_mention_id"]]

    assert text[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
    return row["event_type"], side("source"), side("target")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt and Kenya met on Friday. The two countries signed a fisheries treaty.", ("support", ["egypt"], ["kenya"])),
        ("Kenya blamed Peru for the raid. Ghana imposed sanctions on both countries.", ("sanction", ["ghana"], ["kenya", "peru"])),
        ("Kenya spoke to Peru. The two warring sides agreed to a truce.", ("agree", ["kenya"], ["peru"])),
        ("Kenya wrote to Peru. Talks between the two sides lasted a week.", ("consult", ["kenya"], ["peru"])),
    ],
)
def test_both_sides_are_the_two_named_just_before(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile and Ghana left. The two sides signed a fisheries treaty.",  # of three, any two
        "It rained in Lima. The two sides signed a fisheries treaty.",
        "Kenya wrote to Peru. The rain went on. The two sides signed a fisheries treaty.",
        "Ana Vega wrote to Peru. The two sides signed a fisheries treaty.",  # a person and a state
        "Peru and Chile wrote. The bank opened on both sides of the river.",
    ],
)
def test_where_two_are_not_plain_nobody_is_put_in(text: str, codebook: Codebook) -> None:
    assert last_event(text, codebook) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He did not name the [officials] that [Holt] met with.", ("consult", "occurred", ["Holt"], ["officials"])),
        ("[Peru] relies on [Chile], which has quietly sustained its war.", ("aid", "occurred", ["Chile"], ["Peru"])),
        ("[Peru] relies on [Chile], which has steadily, if quietly, sustained its war.", ("aid", "occurred", ["Chile"], ["Peru"])),
        ("[Peru] may let [Kenyan jets] land, a right that [Peru] withdrew in 2009.", ("coerce", "occurred", ["Peru"], ["Kenyan jets"])),
        ("The sanctions that [Kenya] imposed on [Peru] in May hurt its banks.", ("sanction", "occurred", ["Kenya"], ["Peru"])),
        ("[Kenya] bombed [Peru]'s [Bolivian] ally.", ("assault", "occurred", ["Kenya"], ["Bolivian"])),
        ("[Peru] settled for a [League] peacekeeping force in [Bolivia].", ("retreat", "occurred", ["Peru"], ["League"])),
        ("[Peru]'s tightening of sanctions on [Chile] hurt trade.", ("sanction", "occurred", ["Peru"], ["Chile"])),
    ],
)  # fmt: skip
def test_what_a_relative_clause_leaves_out_is_told_before_it(text: str, expected: tuple[str, str, Side, Side], codebook: Codebook) -> None:
    assert expected in events(text, codebook)


@pytest.mark.parametrize(
    "text",
    ["[Holt] said [Peru] broke every promise that it made to [Chile].", "[Holt] praised [Peru], which is conducting its own probe."],
)
def test_a_relative_clause_of_ones_own_doings_brings_in_nobody(text: str, codebook: Codebook) -> None:
    assert not [found for found in events(text, codebook) if found[0] in ("agree", "accuse") and found[3]]


def test_what_is_to_be_restored_is_not_told_to_take_place(codebook: Codebook) -> None:
    assert not events("It is a step towards restoring trust and cooperation between [Peru] and [Chile].", codebook)
    assert events("There was cooperation between [Peru] and [Chile].", codebook)


def test_both_countries_are_those_that_the_document_is_about_where_none_is_named_near(codebook: Codebook) -> None:
    about = "Peru and Chile share a desert. Peru mines it. Chile mines it. Peru wants water. Chile wants water. Peru waits. Chile waits. "
    assert last_event(about + "Nothing grows there. The governments of both countries signed a treaty in May.", codebook) == (
        "support",
        ["peru"],
        ["chile"],
    )
    third = "Brazil wants water. Brazil mines it. Brazil waits. Brazil rests. "
    assert last_event(about + third + "Nothing grows there. The governments of both countries signed a treaty in May.", codebook) is None
