"""Happenings that a noun tells inside the clause of another: what is punished, proposed, talked about, hoped for or turned down."""

import pytest
from test_events import Event, events

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ghana] launched air strikes on [Togo] for an alleged rocket attack on Accra.", ("assault", "alleged", ["Togo"], [])),
        ("[Chile] expelled an envoy of [Peru] over an alleged assassination plot.", ("assault", "alleged", ["Peru"], [])),
        ("[Kenya] fired missiles at [Uganda] in response to a suspected gas attack.", ("assault", "alleged", ["Uganda"], [])),
        (
            "[Norway] imposed sanctions on [Belarus] over an alleged cyberattack on [Latvia].",
            ("coerce", "alleged", ["Belarus"], ["Latvia"]),
        ),
        ("[Uganda] shelled [Rwanda] in retaliation for an attack on [Kisoro].", ("assault", "occurred", ["Rwanda"], ["Kisoro"])),
        ("[Ghana] shelled [Togo] after an alleged attack by [rebels] on [Accra].", ("assault", "alleged", ["rebels"], ["Accra"])),
    ],
)
def test_a_wrong_that_is_punished_is_told_of_who_is_punished(text: str, expected: Event, codebook: Codebook) -> None:
    assert expected in events(text, codebook)


@pytest.mark.parametrize(
    "text",
    [
        "[Ghana] launched air strikes on [Togo] for the second time in a week.",
        "[Ghana] trained men of [Togo] for an attack on Accra.",
        "[Ghana] imposed sanctions on [Togo] over its fishing.",
        "[Ghana] shelled [Togo] a day before an alleged attack was confirmed.",
        "[Ghana] shelled villages in [Togo] in response to a suspected attack.",
        "[Ghana] praised [Togo] for its swift answer to an alleged attack on the port.",
    ],
)
def test_who_is_not_punished_for_it_did_no_wrong(text: str, codebook: Codebook) -> None:
    assert all(sources != ["Togo"] for _, _, sources, _ in events(text, codebook))


@pytest.mark.parametrize(
    ("text", "proposers", "addressed"),
    [
        ("[Azerbaijan] turned down the [Georgia] proposal for a 30-day ceasefire.", ["Georgia"], ["Azerbaijan"]),
        ("[Mali] rejected [Algeria]'s truce plan.", ["Algeria"], ["Mali"]),
        ("[Mali] rejected a truce proposed by [Oman].", ["Oman"], ["Mali"]),
        ("The [Algerian] initiative for a truce was rejected by [Mali].", ["Algerian"], ["Mali"]),
        ("[Holt] urged [Mali] to accept the [Algerian] proposal for a truce.", ["Algerian"], ["Mali"]),
        ("[Mali] agreed to the [Algerian] proposal for a 10-day armistice.", ["Algerian"], ["Mali"]),
    ],
)
def test_a_truce_that_is_answered_was_proposed(text: str, proposers: list[str], addressed: list[str], codebook: Codebook) -> None:
    assert ("agree", "proposed", proposers, addressed) in events(text, codebook)


@pytest.mark.parametrize(
    "text",
    [
        "[Mali] rejected the [Algerian] proposal for a new dam.",
        "[Mali] denied that a truce with [Algeria] had been broken.",
        "[Mali] rejected the [Algerian] plan for a truce museum.",
        "[Mali] discussed a proposal for a truce.",
        "[Japan] welcomed the [Algerian] proposal for a truce.",
    ],
)
def test_what_is_no_proposed_truce_gives_none(text: str, codebook: Codebook) -> None:
    assert not [status for _, status, _, _ in events(text, codebook) if status == "proposed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Kenyan] and [Ethiopian] officials met for talks about a partial ceasefire.", ("retreat", "proposed", ["Kenyan"], ["Ethiopian"])),
        ("[Ghana] and [Togo] opened talks on a truce.", ("retreat", "proposed", ["Ghana"], ["Togo"])),
        (
            "The decision to halt strikes failed, as both [Ghana] and [Togo] went on with their attacks.",
            ("agree", "occurred", ["Ghana"], ["Togo"]),
        ),
        (
            "Both [Ghana] and [Togo] went on with their attacks. The initiative to implement a maritime truce is unlikely to hold.",
            ("retreat", "proposed", ["Ghana"], ["Togo"]),
        ),
        ("But for [Holt], ceasefire talks with [Togo] are a means to an end.", ("consult", "ongoing", ["Holt"], ["Togo"])),
        ("Relations between [Ghana] and [Togo] are better, but more meetings are needed.", ("consult", "proposed", ["Ghana"], ["Togo"])),
        ("Ties between [Ghana] and [Togo] have warmed, and further meetings are planned.", ("consult", "planned", ["Ghana"], ["Togo"])),
        (
            "A deal with [Japan] raised hopes among [Togolese] exporters of a lifting of tariffs.",
            ("concede", "hypothetical", ["Japan"], ["Togolese"]),
        ),
        ("[Japan] said talks with [Togo] were out of the question.", ("reject", "occurred", ["Japan"], ["Togo"])),
        ("It is unlikely that [Japan] will grant [Togo] sanctions relief.", ("concede", "hypothetical", ["Japan"], ["Togo"])),
        ("Despite the sanctions of [Japan], [Holt] received a temporary entry permit.", ("concede", "occurred", ["Japan"], ["Holt"])),
        ("[Holt] praised [Vega]'s decision to impose tariffs.", ("sanction", "occurred", ["Vega"], [])),
        ("[Holt] handed over a portrait of [Vega].", ("support", "occurred", ["Holt"], ["Vega"])),
        ("[Holt] gave [Vega] a vase as a gift.", ("support", "occurred", ["Holt"], ["Vega"])),
        ("[Ghana]'s missiles proceed pounding [Togo].", ("assault", "ongoing", ["Ghana"], ["Togo"])),
        (
            "[Ghana] said [Holt] has made it clear that [he]'ll seek concessions from [Togo] first.",
            ("request", "planned", ["he"], ["Togo"]),
        ),
    ],
)
def test_a_happening_told_inside_another_is_told(text: str, expected: Event, codebook: Codebook) -> None:
    assert expected in events(text, codebook)


def test_a_range_of_deeds_is_one_sides_against_its_partner(codebook: Codebook) -> None:
    text = "Ties between [Chile] and [Ghana] suffered, from [Chile]'s withdrawal from the fisheries treaty to the tightening of sanctions."
    assert events(text, codebook) == [("sanction", "occurred", ["Chile"], ["Ghana"])] * 2


@pytest.mark.parametrize(
    "text",
    [
        "[Kenya]'s mediators held talks with [rebels] on a ceasefire.",
        "[Kenya] hosted the talks on a ceasefire between [Ghana] and [Togo].",
        "Both [Ghana] and [Togo] sent observers. The initiative to implement a maritime truce is stalled.",
        "The decision to halt construction came as both [Ghana] and [Togo] went on with their talks.",
    ],
)
def test_a_truce_is_between_those_who_fight(text: str, codebook: Codebook) -> None:
    assert all(kind != "retreat" for kind, _, _, _ in events(text, codebook))


@pytest.mark.parametrize(
    "text",
    [
        "For [Ghana], talks with [Togo] ended in failure.",
        "For years, talks with [Togo] were taboo.",
        "Ties between [Ghana] and [Togo] are good, and more meetings between farmers are planned.",
        "The row between [Ghana] and [Togo] is over; no further talks are planned.",
        "[Ghana] has placed the war in [Togo] in a wider context.",
        "[Ghana] has seen the war in [Togo] raise its prices.",
        "The museum presented a portrait of [Holt].",
        "The deal was a gift to [Holt].",
        "[Ghana] searched the border for weapons.",
        "Ministers hope for a lifting of sanctions in [Togo].",
    ],
)
def test_what_only_sounds_like_it_gives_nothing(text: str, codebook: Codebook) -> None:
    assert not [kind for kind, _, _, _ in events(text, codebook) if kind in ("consult", "assault", "support", "concede", "request")]


def test_what_is_out_of_the_question_is_not_what_was_done_before(codebook: Codebook) -> None:
    assert ("consult", "occurred", ["Holt"], ["Vega"]) in events("[Holt] met [Vega] and said a truce was out of the question.", codebook)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Ghana] struck [Togo] over the weekend.", "assault"),
        ("[Ghanaian] miners struck over pay.", "protest"),
    ],
)
def test_workers_strike_for_themselves_and_states_strike_others(text: str, kind: str, codebook: Codebook) -> None:
    assert [told for told, *_ in events(text, codebook)] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Ghana] and [Togo] made headway on Friday in a series of high-level talks on fish.",
            [("consult", "occurred", ["Ghana"], ["Togo"])],
        ),
        ("After a third round of negotiations [Ghana] was calm.", []),
        ("[Ghana] and [Togo] have lost in a series of games.", []),
    ],
)
def test_a_series_of_talks_is_of_the_two_who_act_in_it(
    text: str, expected: list[tuple[str, str, list[str], list[str]]], codebook: Codebook
) -> None:
    assert [row for row in events(text, codebook) if row[0] == "consult"] == expected
