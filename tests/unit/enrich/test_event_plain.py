"""Plain sentences of agency news: quotations that begin with the verb, relative clauses, passives, things told in few words."""

import pytest
from test_events import events

from assets.codebook import Codebook

Side = list[str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[Hamas] said [it] "fully supports" the plan of [Togo].', ("support", ["it"], ["Togo"])),
        ("The [Malian] envoy said his country “strongly condemns” the raid by [Chad].", ("accuse", ["Malian"], ["Chad"])),
        ("[Chad] expelled [Martin Zeller], whom [it] accused of siding with the rebels.", ("accuse", ["it"], ["Martin Zeller"])),
        ("Talks between [Peru] and [Chile] were held in Lima.", ("consult", ["Peru"], ["Chile"])),
        ("Talks chaired by [Oman] between [Iran] and [Iraq] broke up.", ("consult", ["Oman"], ["Iran", "Iraq"])),
        ("[Nepal] and [Bhutan] signed one in May.", ("support", ["Nepal"], ["Bhutan"])),
        ("[Oman] gave [Turkish forces] access to two more ports.", ("cooperate", ["Oman"], ["Turkish forces"])),
        ("A contingent of [Rwandan police] arrived in [Mozambique].", ("aid", ["Rwandan police"], ["Mozambique"])),
        ("[India] took part in a joint exercise with [Vietnam].", ("cooperate", ["India"], ["Vietnam"])),
        ("[Norway] granted [Moldova] observer status in March.", ("support", ["Norway"], ["Moldova"])),
        ("[Japan] gave [Fiji] two patrol boats.", ("aid", ["Japan"], ["Fiji"])),
        ("The army of [Chad] walked out on Friday, accusing [Libya] of failing to keep its word.", ("accuse", ["Chad"], ["Libya"])),
    ],
)
def test_a_plain_sentence_gives_a_row_with_both_sides(text: str, expected: tuple[str, Side, Side], codebook: Codebook) -> None:
    assert expected in [(kind, source, target) for kind, _, source, target in events(text, codebook)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('[Brazil] said the [Dutch] decision was "open provocation".', ["Dutch"]),
        ("[Brazil] said the tariffs of [Canada] were unfair.", ["Canada"]),
        ("[Brazil] told reporters that [Mali]'s levy amounted to an act of aggression.", ["Mali"]),
        ("[Brazil] said [Canada]'s levy was not illegal.", None),
        ("[Brazil] said [Canada]'s levy would be illegal.", None),
        ("[Brazil] said the market was illegal.", None),
        ("[Brazil] spoke of the violation of a treaty by [Canada].", None),
    ],
)
def test_who_says_that_a_deed_was_wrong_accuses_whoever_did_it(text: str, target: Side | None, codebook: Codebook) -> None:
    accused = [targets for kind, _, sources, targets in events(text, codebook) if kind == "accuse" and sources == ["Brazil"]]
    assert accused == ([] if target is None else [target])


def test_talks_are_one_event_whether_a_passive_tells_of_them_or_not(codebook: Codebook) -> None:
    assert [event[0] for event in events("Talks between [Peru] and [Chile] were held in Lima.", codebook)] == ["consult"]


@pytest.mark.parametrize(
    "text",
    [
        "The [Norwegian] president is expected in court on Friday.",
        "An attack by rebels on a convoy of [Kenya] left six soldiers dead.",
        "[Kenya] sent [Russian] boats.",
        "The demands of [Peru] were “met with” scorn.",
    ],
)
def test_what_only_looks_like_a_visit_a_withdrawal_or_a_gift_is_none(text: str, codebook: Codebook) -> None:
    assert not {kind for kind, *_ in events(text, codebook)} & {"agree", "retreat", "consult"}
    assert all(targets != ["Russian"] for _, _, _, targets in events(text, codebook))
