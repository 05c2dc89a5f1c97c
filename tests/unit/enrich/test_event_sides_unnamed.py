"""Who stands on the other side of a deed, and who does it, where a clause names them with a word or not at all."""

from collections import defaultdict

import polars as pl
import pytest
from test_event_pairs import last_event
from test_events import events, frames

from assets.codebook import Codebook
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.events.mentions import event_mentions
from assets.enrich.sentences import sentences

Side = list[str]
Expected = tuple[str, Side, Side]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali broke off relations with Ukraine and recalled its ambassador.", ("sanction", ["mali"], ["ukraine"])),
        ("Rwanda withdrew its envoy and expelled Belgium's.", ("sanction", ["rwanda"], ["belgium"])),
        ("Latvia accused Belarus of spying and closed two crossings.", ("coerce", ["latvia"], ["belarus"])),
        ("India suspended a treaty with Pakistan and shut the border crossing in the hills.", ("coerce", ["india"], ["pakistan"])),
        ("Egypt sent arms to Somalia and signed a defence pact with it.", ("support", ["egypt"], ["somalia"])),
        ("Ghana praised Peru and attacked it on Monday.", ("assault", ["ghana"], ["peru"])),
    ],
)
def test_what_two_states_have_together_names_the_other(text: str, expected: Expected, codebook: Codebook) -> None:
    assert expected in _all(text, codebook)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru recalled its ambassador, Chile said.", ("sanction", ["peru"], [])),  # who tells is no side
        ("Peru closed its border after Chile, Bolivia and Ghana voted.", ("coerce", ["peru"], [])),
        ("Mali praised Ukraine and Kenya and recalled its ambassador.", ("sanction", ["mali"], [])),  # either of two
        ("Norway praised Peru and lifted its sanctions on the carrier Aviala.", ("concede", ["norway"], [])),
        ("Norway sat down with its friends.", ("consult", ["norway"], [])),
    ],
)
def test_of_several_others_or_of_one_unknown_no_side_is_guessed(text: str, expected: Expected, codebook: Codebook) -> None:
    assert expected in _all(text, codebook)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Thailand] and [Laos] accused each other of smuggling.", (["Thailand", "Laos"], ["Laos", "Thailand"])),
        ("[India] and [Nepal] expelled each other's diplomats.", (["India", "Nepal"], ["Nepal", "India"])),
        ("[Somalia] and [Kenya] traded accusations.", (["Somalia", "Kenya"], ["Kenya", "Somalia"])),
        ("[Ethiopia] and [Eritrea] moved troops to their border.", (["Ethiopia", "Eritrea"], ["Eritrea", "Ethiopia"])),
        ("[Ethiopia] and [Eritrea] moved troops to the coast.", (["Ethiopia", "Eritrea"], [])),
        ("[Peru] and [Chile] accused [Ghana] of spying on each other's envoys.", (["Peru", "Chile"], ["Ghana"])),
    ],
)
def test_what_each_does_to_the_other_has_both_on_both_sides(text: str, expected: tuple[Side, Side], codebook: Codebook) -> None:
    assert [event[2:] for event in events(text, codebook)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Somalia fell out. Both capitals recalled their ambassadors.", ("sanction", ["kenya", "somalia"], ["somalia", "kenya"])),
        ("Algeria and Morocco quarrel. The neighbours closed their border.", ("coerce", ["algeria", "morocco"], ["morocco", "algeria"])),
        ("Chile and Peru fell out. Both sides attacked on Monday.", ("assault", ["chile", "peru"], ["peru", "chile"])),
        ("Chile and Peru spoke. Both countries condemned the coup.", ("accuse", ["chile", "peru"], [])),
    ],
)
def test_a_pair_does_to_one_another_what_is_done_between_two(text: str, expected: Expected, codebook: Codebook) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Nauru] switched its recognition from [Taiwan] to [China].", ("support", ["Nauru"], ["China"])),
        ("[Chad] stepped up its raids on [Libya].", ("assault", ["Chad"], ["Libya"])),
        ("Talks between [Kenya] and [Uganda] were brokered by [Qatar].", ("consult", ["Qatar"], ["Kenya", "Uganda"])),
        ("A [Chinese] fishing boat was seized by [Argentina].", ("coerce", ["Argentina"], ["Chinese"])),
        ("The [Kenyan] envoy was summoned to the [Ghanaian foreign ministry].", ("accuse", ["Ghanaian foreign ministry"], ["Kenyan"])),
        ("[Japan] protested to [South Korea] over a drill.", ("accuse", ["Japan"], ["South Korea"])),
        ("[Qatar] and [Egypt] have talked to [Hamas] for months.", ("consult", ["Qatar", "Egypt"], ["Hamas"])),
        (
            "A camp for [Chadian refugees] was raided by [Libyan militiamen].",
            ("assault", ["Libyan militiamen"], ["Chadian refugees"]),
        ),
        ("Neither [Kenya] nor [Uganda] signed the treaty with [Rwanda].", ("support", ["Kenya", "Uganda"], ["Rwanda"])),
        ("Two [Kenyan soldiers] were shot when [Harun fighters] attacked the base.", ("assault", ["Harun fighters"], [])),
    ],
)
def test_owners_agents_and_addressees_are_told_apart(text: str, expected: Expected, codebook: Codebook) -> None:
    assert expected in [(kind, source, target) for kind, _, source, target in events(text, codebook)]


@pytest.mark.parametrize(
    "text",
    [
        "[France] condemned [Iran] for its support for the [Houthis].",  # its: Iran's
        "[Kenya] told [Uganda] they would resume their raids on [Somalia].",  # whose, is not plain
    ],
)
def test_its_is_not_always_the_subjects(text: str, codebook: Codebook) -> None:
    first = text[1 : text.index("]")]
    assert all(kind not in ("support", "assault") or first not in source for kind, _, source, _ in events(text, codebook))


def test_nobody_of_another_state_acts_for_the_only_state_by_name(codebook: Codebook) -> None:
    assert _all("The Kenyan parliament ratified a treaty with Ethiopia. Lawmakers rejected a bill.", codebook)[1:] == []


def test_a_capital_after_on_is_a_government(codebook: Codebook) -> None:
    assert last_event("Cuba called on Washington to lift the embargo.", codebook) == ("request", ["cuba"], ["united-states"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudan is tense. The army opened fire on Sudanese students.", ("assault", ["sudanese-army"], ["Sudanese students"])),
        ("Peru is tense. Peruvian protesters rallied on Monday.", ("protest", ["Peruvian protesters"], ["peru"])),
        ("Kenya is tense. Kenyan students rallied for Palestine.", ("protest", ["Kenyan students"], ["palestine"])),
        ("Kenya is tense. Kenyan workers demanded higher pay.", ("request", ["Kenyan workers"], [])),
    ],
)
def test_those_who_protest_mean_their_own_state_where_they_name_no_other(text: str, expected: Expected, codebook: Codebook) -> None:
    assert last_event(text, codebook) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana wrote to Kenya. Kenya rejected the offer.", ["ghana"]),
        ("Ghana spoke of rain. Kenya rejected the offer.", []),  # in which Kenya has no part
    ],
)
def test_the_sentence_before_names_the_other_side_where_the_doer_has_a_part_in_it(text: str, expected: Side, codebook: Codebook) -> None:
    assert last_event(text, codebook) == ("reject", ["kenya"], expected)


def _all(text: str, codebook: Codebook) -> list[Expected]:
    """Type and sides, by actor, of all events of a text."""
    read = frames({"d": text})
    read["sentences"] = sentences(read["documents"])
    read["actor_mentions"] = actor_mentions(read["documents"], read["sentences"], codebook)
    found, arguments = event_mentions(**read, codebook=codebook)
    names = dict(read["actor_mentions"].select("mention_id", pl.coalesce("actor_id", "discovered_name")).iter_rows())
    sides: dict[tuple[str, str], Side] = defaultdict(list)
    for row in arguments.sort("position").iter_rows(named=True):
        sides[row["mention_id"], row["participation"]].append(names[row["actor_mention_id"]])
    rows = found.select("mention_id", "event_type").iter_rows()
    return [(kind, sides[mention_id, "source"], sides[mention_id, "target"]) for mention_id, kind in rows]
