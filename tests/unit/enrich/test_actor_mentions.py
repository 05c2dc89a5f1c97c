"""Who is named in a document, and who is not."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from house import codebook_of
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.codebook import Codebook
from assets.enrich.actors.index import MentionIndex, mention_index
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.sentences import sentences
from assets.schemas import ACTOR_MENTIONS

# Invented people of real states: nobody is said to have said anything.
ROWS: dict[str, list[str]] = {
    "countries": [
        "KEN,KE,kenya,Kenya,Republic of Kenya,Kenyan,Kenyans,Nairobi,",
        "PER,PE,peru,Peru,,Peruvian,Peruvians,Lima,",
        "USA,US,united-states,United States,US;U.S.;America,American,Americans,Washington,",
        "GEO,GE,georgia,Georgia,,Georgian,Georgians,Tbilisi,",
    ],
    "actors": [
        "amos-keter,Amos Keter,person,KEN,GOV,,kenya",
        "lucia-tarazona,Lucia Tarazona,person,PER,GOV,,peru",
        "hugo-tarazona,Hugo Tarazona,person,PER,BUS,,",
        "bela-may,Bela May,person,USA,GOV,,",
        "keter-administration,Keter administration,government_body,KEN,GOV,,kenya",
        "state-house,State House,government_body,KEN,GOV,,kenya",
        "un-security-council,UN Security Council,organization,,IGO,,",
        "kenyan-foreign-ministry,Kenyan foreign ministry,government_body,KEN,GOV,,kenya",
    ],
    "aliases": [
        "Keter,amos-keter,surname",
        "May,bela-may,surname",
        "Security Council,un-security-council,name",
        "State Home,state-house,paraphrase",
    ],
    "roles": [
        "amos-keter,president,,KEN,2020-01-01,",
        "lucia-tarazona,foreign minister,,PER,2021-01-01,",
    ],
    "role_titles": [
        "president,president,,true",
        "foreign minister,foreign minister,,true",
        "minister,minister,,false",
        "special envoy,special envoy,,false",
        "envoy,special envoy,,false",
        "spokesman,spokesperson,,false",
    ],
    "cue_verbs": ["say,says;said,speech,quote;that,states,,false", "warn,,speech,that,warns,,false"],
}


@pytest.fixture(scope="module")
def codebook(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Codebook:
    return codebook_of(ROWS, tmp_path_factory.mktemp("codebook"), root)


def mentions(codebook: Codebook, body: str, title: str | None = None) -> pl.DataFrame:
    documents = pl.DataFrame(
        {"document_id": ["d"], "title": [title], "body": [body], "published_on": [None], "date_basis": ["unknown"]},
        schema_overrides={"title": pl.String, "published_on": pl.Date},
    )
    return actor_mentions(documents, sentences(documents), codebook).sort("evidence_start")


def who(codebook: Codebook, body: str, title: str | None = None) -> list[tuple[str, str | None]]:
    """Words and actor of each mention; a discovered actor's name begins with '+'."""
    rows = mentions(codebook, body, title).iter_rows(named=True)
    return [(row["evidence"], row["actor_id"] or (row["discovered_name"] and f"+{row['discovered_name']}")) for row in rows]


def only(codebook: Codebook, body: str, evidence: str) -> dict[str, Any]:
    return mentions(codebook, body).filter(evidence=evidence).row(0, named=True)


def test_a_full_name_a_surname_after_it_and_a_pronoun_are_one_person(codebook: Codebook) -> None:
    found = mentions(codebook, "Kenyan President Amos Keter left early. Mr. Keter had been ill. He will be back, Keter's aide said.")
    assert found.select("evidence", "actor_id", "resolution").rows() == [
        ("Amos Keter", "amos-keter", "exact"),
        ("Keter", "amos-keter", "surname"),
        ("He", "amos-keter", "pronoun"),
        ("Keter", "amos-keter", "surname"),
    ]


def test_a_middle_initial_hides_nobody(codebook: Codebook) -> None:
    assert who(codebook, "The floor was given to Amos K. Keter.") == [("Amos K. Keter", "amos-keter")]


def test_the_surname_of_another_is_not_the_famous_one(codebook: Codebook) -> None:
    assert ("Joyce Keter", "amos-keter") not in who(codebook, "The singer Joyce Keter was there. So was Boniface Keter.")
    assert "amos-keter" not in {actor for _, actor in who(codebook, "The singer Joyce Keter was there.")}


def test_a_thing_named_after_a_person_is_not_the_person(codebook: Codebook) -> None:
    assert "amos-keter" not in {actor for _, actor in who(codebook, "Guests stayed at Keter Tower near the Keter Foundation.")}


def test_two_bearers_of_a_surname_are_told_apart_by_title_or_left_open(codebook: Codebook) -> None:
    body = "Lucia Tarazona met Hugo Tarazona.\n\nForeign Minister Tarazona was late.\n\nNobody knows what Tarazona wants."
    found = mentions(codebook, body).filter(evidence="Tarazona").select("actor_id", "candidates").rows()
    assert found == [("lucia-tarazona", None), (None, "hugo-tarazona; lucia-tarazona")]


def test_a_surname_that_is_a_month_takes_a_title(codebook: Codebook) -> None:
    assert who(codebook, "The talks begin in May and end in June.") == []
    assert who(codebook, "The talks with Mrs. May begin today.") == [("May", "bela-may")]


def test_a_capital_is_the_government_unless_it_is_the_place(codebook: Codebook) -> None:
    assert who(codebook, "Nairobi rejected the plan, and Lima welcomed it.") == [("Nairobi", "kenya"), ("Lima", "peru")]
    assert who(codebook, "NAIROBI — They met in Nairobi and at the Nairobi conference.") == []


def test_a_demonym_alone_is_no_actor_but_with_its_noun_a_group_or_the_state(codebook: Codebook) -> None:
    body = "Kenyan tea is good. Kenyan officials agreed. The Peruvian government did not. US lawmakers waited."
    assert who(codebook, body) == [
        ("Kenyan officials", "+Kenyan officials"),
        ("Peruvian government", "peru"),
        ("US lawmakers", "+American lawmakers"),
    ]
    assert only(codebook, body, "US lawmakers")["country_code"] == "USA"


def test_a_ministry_without_its_country_is_that_of_the_country_named_before(codebook: Codebook) -> None:
    assert ("Foreign Ministry", "kenyan-foreign-ministry") in who(
        codebook, "It is the work of the Kenyan embassy and the Foreign Ministry."
    )


def test_a_us_state_is_not_the_country_of_its_name(codebook: Codebook) -> None:
    assert who(codebook, "They campaigned in Georgia.") == []
    assert ("Georgia", "georgia") in who(codebook, "Georgia objected. The Georgian side left.")


def test_an_office_is_bound_to_its_holder_in_the_document(codebook: Codebook) -> None:
    body = "Amos Keter flew to Lima. The Kenyan president stayed for a day. The president was tired."
    assert [actor for words, actor in who(codebook, body) if "president" in words] == ["amos-keter", "amos-keter"]


def test_an_office_without_a_holder_in_the_document_waits_for_the_date(codebook: Codebook) -> None:
    row = only(codebook, "It was signed by the Peruvian foreign minister.", "Peruvian foreign minister")
    assert (row["actor_id"], row["role"], row["country_code"], row["resolution"]) == (None, "foreign minister", "PER", "role")


@pytest.mark.parametrize(
    "body",
    ["He was the Kenyan president.", "She wants to be president.", "A former Kenyan president came.", "The role of president is hard."],
)
def test_an_office_that_stands_for_nobody_is_no_mention(codebook: Codebook, body: str) -> None:
    assert "president" not in " ".join(words for words, _ in who(codebook, body))


def test_a_person_is_discovered_by_title_apposition_or_verb_with_role_and_country(codebook: Codebook) -> None:
    body = (
        "Odette Marune, dean of trade studies at the Corvane School of Economics in Nairobi, disagreed. "
        "“It is late,” said Tovin Abreska, a Peruvian envoy. Ms. Marune left."
    )
    found = mentions(codebook, body).filter(discovered_type="person")
    assert found.select("discovered_name", "discovered_role", "discovered_organization", "country_code").unique().sort(
        "discovered_name"
    ).rows() == [
        ("Odette Marune", "dean of trade studies", "Corvane School of Economics", "KEN"),
        ("Tovin Abreska", "envoy", None, "PER"),
    ]
    assert found["evidence"].to_list() == ["Odette Marune", "Tovin Abreska", "Marune"]


def test_places_months_and_sentence_beginnings_are_no_people(codebook: Codebook) -> None:
    assert who(codebook, "Last March Heavy Rain fell on Old Harbour. However Green Valley said nothing in New Orlane.") == []


def test_organisations_are_discovered_by_their_name_s_noun(codebook: Codebook) -> None:
    assert ("Corvane Institute for Trade", "+Corvane Institute for Trade") in who(
        codebook, "A paper of the Corvane Institute for Trade warns."
    )


def test_the_tail_of_a_longer_name_is_not_another_body(codebook: Codebook) -> None:
    assert "un-security-council" not in {actor for _, actor in who(codebook, "He leads the National Security Council.")}


def test_the_team_of_a_president_is_his_administration(codebook: Codebook) -> None:
    body = "Amos Keter's team met the press. The administration is new."
    assert who(codebook, body) == [("Amos Keter's team", "keter-administration"), ("administration", "keter-administration")]


def test_a_machine_s_rewording_of_a_name_is_probable_only(codebook: Codebook) -> None:
    row = only(codebook, "The State Home envoy came.", "State Home")
    assert (row["actor_id"], row["resolution"]) == ("state-house", "probable_alias")
    assert row["confidence"] < 0.5


def test_a_headline_in_capitals_is_read_too(codebook: Codebook) -> None:
    title = "KENYA REJECTS PLAN AS KETER LEAVES LIMA TALKS"
    assert [actor for _, actor in who(codebook, f"{title}\n\nAmos Keter left.", title)] == ["kenya", "amos-keter", "amos-keter"]


def test_my_president_is_the_speaker_s(codebook: Codebook) -> None:
    body = "Amos Keter is well.\n\n“My president will come,” Kenyan envoy Tovin Abreska said."
    assert ("president", "amos-keter") in who(codebook, body)


def test_an_envoy_is_bound_by_whose_envoy_he_is(codebook: Codebook) -> None:
    body = "Keter's envoy sees progress.\n\nKenya's special envoy, Omolo Wasike, spoke to Amos Keter on Monday."
    assert only(codebook, body, "envoy")["discovered_name"] == "Omolo Wasike"


def test_the_labels_of_a_transcript_are_the_people_it_lists(codebook: Codebook) -> None:
    body = "Dr Petra Ullmann, Institute of Rivers\n\nTomas Vrana, fellow\n\nDR ULLMANN: Good evening.\n\nMR VRANA: Thank you."
    assert only(codebook, body, "ULLMANN")["discovered_name"] == "Petra Ullmann"
    assert only(codebook, body, "VRANA")["discovered_name"] == "Tomas Vrana"


def test_the_most_senior_diplomat_of_a_state_is_one_person_not_a_group(codebook: Codebook) -> None:
    assert ("Kenya", "kenya") in who(codebook, "Omolo Wasike, Kenya's most senior diplomat, spoke on Monday.")


def test_he_in_a_quotation_is_nobody_the_text_settles(codebook: Codebook) -> None:
    assert "he" not in {words for words, _ in who(codebook, "Amos Keter came. “I hope he knows,” said a guest.")}


def test_rows_do_not_depend_on_the_other_documents(codebook: Codebook) -> None:
    bodies = {"a": "Amos Keter came.", "b": "Keter left, and the Kenyan president too.", "c": "Lucia Tarazona, foreign minister, said so."}
    frame = pl.DataFrame(
        {"document_id": list(bodies), "title": [None] * 3, "body": list(bodies.values())}, schema_overrides={"title": pl.String}
    )
    together = actor_mentions(frame, sentences(frame), codebook)
    apart = pl.concat([actor_mentions(part, sentences(part), codebook) for part in reversed(frame.partition_by("document_id"))])
    assert together.equals(ACTOR_MENTIONS.conform(apart))


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            [
                "Amos",
                "Keter",
                "the",
                "Kenyan",
                "president",
                "officials",
                "said",
                ",",
                ".",
                "“",
                "”",
                "He",
                "May",
                "Lima",
                "’s",
                "U.S.",
                "\n\n",
                "é",
            ]
        ),
        max_size=30,
    )
)
def test_evidence_is_the_body_s_words_and_no_mention_overlaps_another(codebook: Codebook, words: list[str]) -> None:
    body = " ".join(words).strip()
    last = 0
    for row in mentions(codebook, body).iter_rows(named=True):
        assert body[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
        assert row["evidence_start"] >= last
        last = row["evidence_end"]


@pytest.mark.parametrize(
    ("span", "head"),
    [
        ("Keter’s spokesman, Tovin Abreska", "Tovin Abreska"),
        ("Tovin Abreska, spokesman of Kenya", "Tovin Abreska"),
        ("Kenyan officials in Lima", "Kenyan officials"),
        ("An aide to Amos Keter", None),
        ("friends of Kenya", None),
        ("Secretary of State Amos Keter", "Amos Keter"),
    ],
)
def test_a_phrase_is_about_its_head(codebook: Codebook, span: str, head: str | None) -> None:
    body = f"Tovin Abreska, a Kenyan envoy, came. {span} said so. Keter is Amos Keter."
    documents = pl.DataFrame({"document_id": ["d"], "body": [body]})
    index = MentionIndex(mentions(codebook, body), documents)
    start = body.index(span)
    found = index.head_of("d", start, start + len(span))
    assert (found and found["evidence"]) == head


def test_rooms_that_are_given_one_frame_share_one_index_and_another_frame_has_its_own(codebook: Codebook) -> None:
    documents = pl.DataFrame({"document_id": ["d"], "body": ["Kenya and Peru agreed."]})
    first, second = mentions(codebook, "Kenya and Peru agreed."), mentions(codebook, "Peru agreed.")
    assert mention_index(first, documents) is mention_index(first, documents)
    assert [len(mention_index(frame, documents).of("d")) for frame in (first, second, first)] == [2, 1, 2]


def test_a_phrase_may_have_several_heads(codebook: Codebook) -> None:
    body = "Kenya and Peru agreed."
    index = MentionIndex(mentions(codebook, body), pl.DataFrame({"document_id": ["d"], "body": [body]}))
    assert [row["actor_id"] for row in index.heads_of("d", 0, 14)] == ["kenya", "peru"]
