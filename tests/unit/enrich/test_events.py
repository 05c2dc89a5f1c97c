"""What the event rules read out of a sentence. Actors stand in brackets, so that no other room's rules matter here."""

import re

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.codebook import Codebook
from assets.enrich.events.mentions import event_mentions
from assets.schemas import ACTOR_MENTIONS, ATTRIBUTION_SPANS, EVENT_ARGUMENTS, EVENT_MENTIONS, SENTENCES, TIME_EXPRESSIONS

Event = tuple[str, str, list[str], list[str]]
DOCUMENTS = {"document_id": pl.String, "title": pl.String, "body": pl.String}


def frames(texts: dict[str, str], *, title: bool = False) -> dict[str, pl.DataFrame]:
    """Documents of one sentence each, with the bracketed names as actor mentions."""
    bodies, mentions, sentences = {}, [], []
    for document_id, marked in texts.items():
        body = ""
        for part in re.split(r"(\[[^\]]+\])", marked):
            if part.startswith("["):
                name = part[1:-1]
                mentions.append(
                    {
                        "mention_id": f"{document_id}:{len(body)}", "document_id": document_id, "actor_id": name.lower(), "surface": name,
                        "evidence": name, "evidence_start": len(body), "evidence_end": len(body) + len(name), "sentence_start": 0,
                        "resolution": "exact", "confidence": 1.0,
                    }
                )  # fmt: skip
                body += name
            else:
                body += part
        bodies[document_id] = body
        sentences.append(
            {
                "document_id": document_id, "paragraph_number": 0, "paragraph_start": 0, "paragraph_end": len(body), "sentence_start": 0,
                "sentence_end": len(body), "is_title": title,
            }
        )  # fmt: skip
    rows = [{"document_id": key, "title": None, "body": body} for key, body in bodies.items()]
    return {
        "documents": pl.DataFrame(rows, schema=DOCUMENTS),
        "sentences": SENTENCES.frame(sentences),
        "actor_mentions": ACTOR_MENTIONS.frame(mentions),
        "attributions": ATTRIBUTION_SPANS.frame(),
        "time_expressions": TIME_EXPRESSIONS.frame(),
    }


def events(text: str, codebook: Codebook, *, title: bool = False) -> list[Event]:
    read = frames({"d": text}, title=title)
    found, arguments = event_mentions(**read, codebook=codebook)
    names = dict(read["actor_mentions"].select("mention_id", "surface").iter_rows())

    def side(mention_id: str, participation: str) -> list[str]:
        rows = arguments.filter(pl.col("mention_id") == mention_id, pl.col("participation") == participation).sort("position")
        return [names[actor] for actor in rows["actor_mention_id"]]

    return [
        (row["event_type"], row["status"], side(row["mention_id"], "source"), side(row["mention_id"], "target"))
        for row in found.sort("evidence_start", "evidence_end").iter_rows(named=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Peru] accused [Chile] of moving the border posts.", ("accuse", "occurred", ["Peru"], ["Chile"])),
        ("[Chile] was accused by [Peru] of moving the border posts.", ("accuse", "occurred", ["Peru"], ["Chile"])),
        ("[Norway] imposed sanctions on [Belarus] on Friday.", ("sanction", "occurred", ["Norway"], ["Belarus"])),
        ("Sanctions imposed on [Belarus] by [Norway] hurt its banks.", ("sanction", "occurred", ["Norway"], ["Belarus"])),
        ("[Kenya] expelled three diplomats from [Somalia].", ("sanction", "occurred", ["Kenya"], ["Somalia"])),
        ("[Ghana] and [Togo] signed a fisheries agreement.", ("support", "occurred", ["Ghana"], ["Togo"])),
        ("Talks between [Ghana] and [Togo] lasted two days.", ("consult", "occurred", ["Ghana"], ["Togo"])),
        ("[Japan] provided food aid to [Nepal].", ("aid", "occurred", ["Japan"], ["Nepal"])),
        ("[Laos] rejected an offer of mediation from [Brunei].", ("reject", "occurred", ["Laos"], ["Brunei"])),
        ("[Angola] urged [Zambia] to reopen the crossing.", ("request", "occurred", ["Angola"], ["Zambia"])),
        ("[Angola] said that [Zambia] must pay its debts.", ("request", "occurred", ["Angola"], ["Zambia"])),
        ("[Fiji] praised [Tonga] for its patience.", ("support", "occurred", ["Fiji"], ["Tonga"])),
        ("[Eritrea] withdrew its troops from [Tigray].", ("retreat", "occurred", ["Eritrea"], ["Tigray"])),
        ("[Eritrea] lifted its sanctions on [Djibouti].", ("concede", "occurred", ["Eritrea"], ["Djibouti"])),
        ("[Mali] threatened to leave the talks with [Niger].", ("threaten", "occurred", ["Mali"], [])),
        ("[Rebels] shelled [Bunia] overnight.", ("assault", "occurred", ["Rebels"], ["Bunia"])),
        ("[Oman] extradited a banker to [Italy].", ("cooperate", "occurred", ["Oman"], ["Italy"])),
        ("[Armenia] has put its army on alert.", ("mobilize", "occurred", ["Armenia"], [])),
        ("[Farmers] blocked roads into [Lyon].", ("protest", "occurred", ["Farmers"], ["Lyon"])),
        ("[Cuba] arrested two [Haitians] at the port.", ("coerce", "occurred", ["Cuba"], ["Haitians"])),
    ],
)
def test_each_type_is_read_with_who_did_it_to_whom(text: str, expected: Event, codebook: Codebook) -> None:
    found = events(text, codebook)
    assert [(kind, status) for kind, status, _, _ in found] == [expected[:2]]
    assert found[0][2] == expected[2]
    assert not expected[3] or found[0][3] == expected[3]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[Peru] met [Chile] in Lima.", "occurred"),
        ("[Peru] is meeting [Chile] in Lima.", "ongoing"),
        ("[Peru] could meet [Chile] in Lima.", "hypothetical"),
        ("If [Peru] meets [Chile], the price of copper may fall.", "hypothetical"),
        ("[Peru] did not meet [Chile] in Lima.", "negated"),
        ("[Peru] denied that it had met [Chile] in Lima.", "denied"),
        ("[Peru] reportedly met [Chile] in Lima.", "alleged"),
        ("[Peru] should meet [Chile] in Lima.", "proposed"),
    ],
)
def test_will_meet_is_not_met(text: str, status: str, codebook: Codebook) -> None:
    assert [found[:2] for found in events(text, codebook)] == [("consult", status)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[Peru] will meet [Chile] in Lima.", "planned"),
        ("[Peru] is due to meet [Chile] in Lima.", "planned"),
        ("[Peru] hopes to meet [Chile] in Lima.", "proposed"),
    ],
)
def test_a_meeting_to_come_is_an_agreement_to_meet(text: str, status: str, codebook: Codebook) -> None:
    assert [found[:2] for found in events(text, codebook)] == [("agree", status)]


def test_in_a_headline_an_infinitive_is_a_plan(codebook: Codebook) -> None:
    assert [found[:2] for found in events("[Peru] to meet [Chile] in Lima", codebook, title=True)] == [("agree", "planned")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Japan] promised to send food aid to [Nepal].", "agree"),
        ("[Japan] will provide food aid to [Nepal].", "agree"),
        ("[Japan] said it would not provide food aid to [Nepal].", "reject"),
        ("[Japan] said it would impose sanctions on [Nepal].", "threaten"),
        ("[Japan] is ready to go to war with [Nepal].", "threaten"),
        ("[Japan] agreed to hold talks with [Nepal].", "agree"),
    ],
)
def test_a_stated_intention_is_what_plover_makes_of_it(text: str, kind: str, codebook: Codebook) -> None:
    assert [found[0] for found in events(text, codebook)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The crossing into [Peru] reopens in March.",
        "Dockers in [Chile] are on strike.",
        "The cease-fire proposal of [Chile] has nine points.",
        "[Peru] declined to comment.",
        "The armed forces of [Peru] have new uniforms.",
        "Aid workers like the food in [Peru].",
    ],
)
def test_a_word_that_only_looks_like_an_event_fires_nothing(text: str, codebook: Codebook) -> None:
    assert events(text, codebook) == []


def test_a_deal_that_is_struck_is_no_strike(codebook: Codebook) -> None:
    assert [found[0] for found in events("[Germany] strikes a trade deal with [India]", codebook, title=True)] == ["agree"]


def test_what_somebody_is_accused_of_is_not_a_second_event(codebook: Codebook) -> None:
    found = events("[Peru] accused [Chile] of violating the ceasefire and of shelling two villages.", codebook)
    assert [event[0] for event in found] == ["accuse"]


def test_an_ally_of_the_target_is_not_the_target(codebook: Codebook) -> None:
    assert events("[Norway] condemned [Iran]'s ally.", codebook)[0][2:] == (["Norway"], [])


def test_the_apposition_names_the_subject(codebook: Codebook) -> None:
    found = events("[Norway]'s prime minister, [Jonas Dahl], condemned the raid.", codebook)
    assert found[0][2] == ["Jonas Dahl"]


def test_the_subject_of_a_phrase_that_opens_the_sentence_follows_it(codebook: Codebook) -> None:
    assert events("After talks with [Togo], [Ghana] lowered its tolls.", codebook)[0] == ("consult", "occurred", ["Ghana"], ["Togo"])


def test_evidence_is_the_body_to_the_letter_and_stays_in_the_sentence(codebook: Codebook) -> None:
    read = frames({"a": "On Monday [Peru], which exports tin, accused [Chile] of “theft”.", "b": "[Ghana] will visit [Togo] in May."})
    found, arguments = event_mentions(**read, codebook=codebook)
    bodies = dict(read["documents"].select("document_id", "body").iter_rows())
    assert found.height == 2
    for row in found.iter_rows(named=True):
        assert bodies[row["document_id"]][row["evidence_start"] : row["evidence_end"]] == row["evidence"]
        assert row["trigger"] in row["evidence"]
    assert set(arguments["mention_id"]) == set(found["mention_id"])


def confidences(texts: list[str], codebook: Codebook) -> list[float]:
    found, _ = event_mentions(**frames({str(number): text for number, text in enumerate(texts)}), codebook=codebook)
    found = found.sort("document_id")
    assert found["document_id"].to_list() == [str(number) for number in range(len(texts))]
    return found["confidence"].to_list()


def test_who_names_both_sides_of_a_deed_that_was_done_is_surer(codebook: Codebook) -> None:
    sure, one_sided, pronoun, not_done = confidences(
        ["[Peru] met [Chile].", "[Peru] held talks.", "[He] met [Chile].", "[Peru] could meet [Chile]."], codebook
    )
    assert sure > pronoun
    assert sure > not_done
    assert sure > one_sided


def test_a_promise_is_surer_than_a_deed_that_only_might_be_done(codebook: Codebook) -> None:
    promised, possible = confidences(["[Peru] will meet [Chile] in May.", "[Peru] could meet [Chile] in May."], codebook)
    assert promised > possible


def test_a_verb_is_surer_than_a_noun(codebook: Codebook) -> None:
    verb, noun = confidences(["[Peru] attacked [Chile].", "[Peru]'s attack on [Chile] lasted two days."], codebook)
    assert 1 > verb > noun > 0


def test_nothing_in_gives_nothing_out(codebook: Codebook) -> None:
    found, arguments = event_mentions(**frames({}), codebook=codebook)
    assert found.schema == EVENT_MENTIONS.polars
    assert arguments.schema == EVENT_ARGUMENTS.polars
    assert found.is_empty()


WORDS = st.sampled_from(
    ("[Peru]", "[Chile]", "will", "not", "met", "accused", "agreed", "to", "hold", "talks", "with", "on", "of", "and", ",", "strikes")
) | st.sampled_from(("sanctions", "imposed", "by", "“", "”", "that", "(", ")", "said", "visit", "in"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=18), min_size=2, max_size=4))
def test_documents_are_read_alone_and_whatever_they_hold(codebook: Codebook, texts: list[list[str]]) -> None:
    marked = {f"d{number}": " ".join(text) for number, text in enumerate(texts)}
    together = event_mentions(**frames(marked), codebook=codebook)
    apart = [event_mentions(**frames({key: text}), codebook=codebook) for key, text in marked.items()]
    for number, table in enumerate((EVENT_MENTIONS, EVENT_ARGUMENTS)):
        assert together[number].equals(table.conform(pl.concat([tables[number] for tables in apart])))
    assert together[0]["mention_id"].is_unique().all()
    keys = together[1].select(EVENT_ARGUMENTS.key)
    assert keys.is_unique().all()
