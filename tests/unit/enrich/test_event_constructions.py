"""Constructions of newswire English that stand between a deed and its sides: asides, nouns for deeds, verbs that only lead to others."""

import pytest
from test_events import events

from assets.codebook import Codebook

Side = list[str]
Expected = tuple[str, Side, Side]


def _sides(text: str, codebook: Codebook) -> list[Expected]:
    return [(kind, source, target) for kind, _, source, target in events(text, codebook)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Andean nation of [Peru] condemned [Chad] on Tuesday.", ("accuse", ["Peru"], ["Chad"])),
        ("A spokesman for [President Malo] praised [Togo].", ("support", ["President Malo"], ["Togo"])),
        ("Visiting [Peruvian] foreign minister Lenz condemned [Chad].", ("accuse", ["Peruvian"], ["Chad"])),
        ("A coalition led by [Peru] attacked [Chad].", ("assault", ["Peru"], ["Chad"])),
        ("[Peru], [Togo]'s oldest ally in the region, condemned [Chad].", ("accuse", ["Peru"], ["Chad"])),
        ("In a report of 90 pages [Peru] criticised [Chad].", ("accuse", ["Peru"], ["Chad"])),
        ("Seven states, including [Peru], condemned [Chad].", ("accuse", ["Peru"], ["Chad"])),
        (
            "[Peruvian state television] said the country had expelled two envoys of [Chad].",
            ("sanction", ["Peruvian state television"], ["Chad"]),
        ),
    ],
)
def test_a_subject_is_found_behind_the_words_around_its_name(text: str, expected: Expected, codebook: Codebook) -> None:
    assert expected in _sides(text, codebook)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Peru] urged [Chad], which has lost two towns, to open the border.", ("request", ["Peru"], ["Chad"])),
        ("[Peru] accused its eastern neighbour, [Chad], of arming rebels.", ("accuse", ["Peru"], ["Chad"])),
        ("[Peru] imposed sanctions on three states, including [Chad], on Tuesday.", ("sanction", ["Peru"], ["Chad"])),
        ("[Peru] imposed what it called fair sanctions on [Chad].", ("sanction", ["Peru"], ["Chad"])),
        ("[Peru] asked the government of [Chad] for food aid.", ("request", ["Peru"], ["Chad"])),
        ("[Peru] asked the militia in [Chad] for food aid.", ("request", ["Peru"], ["Chad"])),
        ("[Peru] has for the first time expelled two envoys of [Chad].", ("sanction", ["Peru"], ["Chad"])),
        ("Lawmakers of [Peru] voted by 44 to two, with three absent, to recognise [Chad].", ("support", ["Peru"], ["Chad"])),
    ],
)
def test_an_object_is_found_beyond_what_parts_it_from_the_verb(text: str, expected: Expected, codebook: Codebook) -> None:
    assert expected in _sides(text, codebook)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Peru] responded on Tuesday with air strikes on [Chad].", ("assault", ["Peru"], ["Chad"])),
        ("An attack on [Chad] was carried out by [Peru].", ("assault", ["Peru"], ["Chad"])),
        ("An attack on a camp in [Chad], claimed by [Peruvian rebels], killed six.", ("assault", ["Peruvian rebels"], ["Chad"])),
        ("In a new appeal to [Chad] to open the border, [Peru] said it had no choice.", ("request", ["Peru"], ["Chad"])),
        ("Months of tension led to air strikes on [Chad] by [Peru].", ("assault", ["Peru"], ["Chad"])),
        ("[Peru] defended its bombing of [Chad].", ("assault", ["Peru"], ["Chad"])),
        ("[Peru]'s withdrawal of troops from [Chad] went on.", ("retreat", ["Peru"], ["Chad"])),
        ("The demolition by [Peru] of 17 [Chadian] homes went on.", ("coerce", ["Peru"], ["Chadian"])),
        ("Flour from [Peru] was handed out in [Chad].", ("aid", ["Peru"], ["Chad"])),
    ],
)
def test_a_deed_told_by_a_noun_has_its_sides(text: str, expected: Expected, codebook: Codebook) -> None:
    assert expected in _sides(text, codebook)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Peru], stepping up pressure on the government of [Togo], has banned imports from [Chad].", ("sanction", ["Peru"], ["Chad"])),
        ("An offer by [Togo] to share its data with [Chad] was rejected by [Peru].", ("reject", ["Peru"], ["Togo"])),
        ("[Togo] attacked [Mali] and [Peru] condemned [Chad].", ("accuse", ["Peru"], ["Chad"])),
        ("[Peru] was forced to withdraw its troops from [Chad].", ("retreat", ["Peru"], ["Chad"])),
        ("[Peru] and [Chad] conducted their yearly naval exercise.", ("cooperate", ["Peru"], ["Chad"])),
    ],
)
def test_a_main_verb_stands_beside_what_tells_of_its_subject(text: str, expected: Expected, codebook: Codebook) -> None:
    assert expected in _sides(text, codebook)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Peru] was forced to withdraw its troops from [Chad].", "coerce"),
        ("[Peru] moved on Tuesday to lift the ban.", "mobilize"),
        ("[Peru] defended its bombing of [Chad].", "support"),
        ("[Peru] came under fire over its tariffs.", "assault"),
        ("[Peru] plans to lift sanctions on [Chad].", "threaten"),
        ("[Peru] and [Chad] stopped firing at midnight.", "assault"),
        ("[Peru] was hit by a heat wave.", "assault"),
        ("Farmers in [Peru] were helped by good rains.", "aid"),
        ("[Peru] beat [Chad] 2-1 in Lima.", "assault"),
        ("[Peru] did not respond to questions, nor to a request for comment by [Chad].", "request"),
        ("[Peru] declined to provide any further details on [Chad].", "reject"),
        ("Plans to arm rebels raised fears that [Peru] could cut ties with [Chad].", "sanction"),
    ],
)
def test_words_that_only_sound_like_a_deed_make_no_row(text: str, kind: str, codebook: Codebook) -> None:
    assert kind not in [found for found, _, _ in _sides(text, codebook)]


def test_to_keep_silent_is_no_refusal_but_to_keep_a_town_is(codebook: Codebook) -> None:
    assert [kind for kind, *_ in _sides("[Peru] refused to give up the towns that it took from [Chad].", codebook)] == ["reject"]
