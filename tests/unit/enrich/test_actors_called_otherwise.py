"""Actors called by an office, a common noun, a pronoun or a surname that many bear: bound where the text leaves one."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.codebook.files import FILES
from assets.enrich.actors.mentions import actor_mentions
from assets.enrich.sentences import sentences

# Invented people and bodies of real states: nobody is said to have said anything.
ROWS: dict[str, list[str]] = {
    "countries": [
        "KEN,KE,kenya,Kenya,,Kenyan,Kenyans,Nairobi,",
        "PER,PE,peru,Peru,,Peruvian,Peruvians,Lima,",
        "TCD,TD,chad,Chad,,Chadian,Chadians,N’Djamena,",
    ],
    "actors": [
        "amos-keter,Amos Keter,person,KEN,GOV,,kenya",
        "old-keter,Josiah Keter,person,KEN,GOV,,kenya",
        "lucia-vega,Lucia Vega,person,PER,GOV,,peru",
        "hugo-vega,Hugo Vega,person,PER,BUS,,",
        "rhoda-may,Rhoda May,person,KEN,GOV,,kenya",
        "lake-union,Lake Union,organization,,IGO,,",
        "river-commission,River Commission,organization,,IGO,,",
        "fish-commission,Fish Commission,organization,,IGO,,",
        "ines-calder,Ines Calder,person,,IGO,,lake-union",
        "kenyan-treasury,Kenyan Treasury,government_body,KEN,GOV,,kenya",
    ],
    "epithets": ["bloc,lake-union"],
    "roles": [
        "old-keter,president,,KEN,1999-01-01,2009-01-01",
        "amos-keter,president,,KEN,2009-01-01,",
        "lucia-vega,foreign minister,,PER,2010-01-01,",
        "rhoda-may,foreign minister,,KEN,2011-01-01,",
        "ines-calder,secretary general,Lake Union,,2010-01-01,",
    ],
    "role_titles": [
        "president,president,,true",
        "foreign minister,foreign minister,,true",
        "minister,minister,,false",
        "secretary general,secretary general,,true",
        "chief,head,,false",
        "spokeswoman,spokesperson,,false",
        "envoy,envoy,,false",
    ],
    "cue_verbs": [
        "say,says;said,speech,quote;that,states,,false",
        "want,,thought,to;np,states,,false",
        "tell,told,speech,obj,states,,false",
    ],
}
LANGUAGE = ("actor_nouns", "given_names")
DAY = date(2015, 6, 1)


@pytest.fixture(scope="module")
def codebook(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Codebook:
    folder: Path = tmp_path_factory.mktemp("codebook")
    for name, file in FILES.items():
        own = "\n".join([",".join(file.columns), *ROWS.get(name, [])]) + "\n"
        text = (root / "seeds" / "codebook" / f"{name}.csv").read_text("utf-8") if name in LANGUAGE else own
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return Codebook.load(folder)


def mentions(codebook: Codebook, body: str, day: date | None = DAY) -> pl.DataFrame:
    documents = pl.DataFrame(
        {"document_id": ["d"], "title": [None], "body": [body], "published_on": [day], "date_basis": ["explicit" if day else "unknown"]},
        schema_overrides={"title": pl.String, "published_on": pl.Date},
    )
    return actor_mentions(documents, sentences(documents), codebook).sort("evidence_start")


def who(codebook: Codebook, body: str, words: str, day: date | None = DAY) -> list[str]:
    """Actor, discovered name ('+'), or office and country ('@') of each mention of these words."""
    return [
        row["actor_id"] or (f"+{row['discovered_name']}" if row["discovered_name"] else f"@{row['role']}/{row['country_code']}")
        for row in mentions(codebook, body, day).iter_rows(named=True)
        if row["evidence"].lower() == words.lower()
    ]


def test_a_title_chooses_among_one_surname_by_the_date(codebook: Codebook) -> None:
    assert who(codebook, "Josiah Keter, who was president until 2009, watched. President Keter left.", "Keter") == ["amos-keter"]


def test_an_office_without_its_country_is_that_of_who_is_named_before(codebook: Codebook) -> None:
    assert who(codebook, "Amos Keter flew to Lima. The president gave no reason.", "president") == ["amos-keter"]
    assert who(codebook, "Lucia Vega came. The minister met farmers.", "minister") == ["lucia-vega"]


def test_an_office_of_an_organisation_waits_for_its_holder_at_the_date(codebook: Codebook) -> None:
    row = mentions(codebook, "The Lake Union chief left Lima.").filter(role="secretary general").row(0, named=True)
    assert (row["discovered_organization"], row["country_code"], row["actor_id"]) == ("Lake Union", None, None)


def test_his_counterpart_holds_the_same_office_elsewhere(codebook: Codebook) -> None:
    body = "Lucia Vega, the Peruvian foreign minister, met her Kenyan counterpart on Monday."
    assert who(codebook, body, "Kenyan counterpart") == ["@foreign minister/KEN"]


def test_a_surname_many_bear_is_that_of_the_office_named(codebook: Codebook) -> None:
    body = "The Peruvian foreign minister landed in Nairobi. Vega will stay for a day."
    assert who(codebook, body, "Vega") == ["lucia-vega"]
    assert who(codebook, "The road is closed. Vega will stay for a day.", "Vega") == []


def test_a_month_is_a_surname_where_its_bearer_is_named_and_nothing_dates(codebook: Codebook) -> None:
    assert who(codebook, "Rhoda May came. May left for Lima. It is warm in May. May the best win.", "May") == ["rhoda-may"]


def test_a_body_is_called_by_its_noun_once_it_is_named(codebook: Codebook) -> None:
    assert who(codebook, "The Lake Union met. The bloc agreed, and the union rests.", "bloc") == ["lake-union"]
    assert who(codebook, "The bloc agreed. The Lake Union met.", "bloc") == []


def test_a_noun_of_two_bodies_is_left_open_unless_one_is_near(codebook: Codebook) -> None:
    both = "The River Commission met. The Fish Commission did not. The commission rests."
    assert who(codebook, both, "commission") == []
    far = "The River Commission met. It rained. It rained. It rained. The Fish Commission did not meet. The commission rests."
    assert who(codebook, far, "commission") == ["fish-commission"]
    assert who(codebook, "The River Commission met. The commission of Lima rests.", "commission") == []


def test_it_is_the_body_that_acted_and_they_the_group(codebook: Codebook) -> None:
    assert who(codebook, "The Lake Union met. It said the lake was full.", "It") == ["lake-union"]
    assert who(codebook, "Kenyan officials met. They said the lake was full.", "They") == ["+Kenyan officials"]
    assert who(codebook, "The Lake Union met. It rained.", "It") == []
    assert who(codebook, "Amos Keter met the Lake Union. It said so.", "It") == []


def test_him_is_nobody_of_his_own_clause(codebook: Codebook) -> None:
    assert who(codebook, "Amos Keter landed. Hugo Vega embraced him.", "him") == ["amos-keter"]


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("Amos Keter met Hugo Vega in Lima. Amos Keter met Hugo Vega, and he left.", ["amos-keter"]),
        ("After meeting Hugo Vega, Amos Keter said he was tired.", ["amos-keter"]),
        ("Amos Keter told Hugo Vega that he was tired.", []),
        ("Rainer told Hugo Vega that he was tired.", []),
    ],
)
def test_of_two_people_he_is_the_one_who_speaks_or_acts(codebook: Codebook, body: str, meant: list[str]) -> None:
    assert who(codebook, body, "he") == meant


def test_she_is_the_woman_the_text_tells(codebook: Codebook) -> None:
    assert who(codebook, "Tovin Abreska met the spokeswoman, Edna Marune. She left.", "She") == ["+Edna Marune"]


def test_a_pronoun_may_stand_for_an_office_whose_holder_the_date_tells(codebook: Codebook) -> None:
    assert who(codebook, "The Peruvian foreign minister likes the lake. She swims.", "She") == ["@foreign minister/PER"]


def test_a_state_s_name_may_be_a_given_name(codebook: Codebook) -> None:
    body = "Chad Ostrander, a Kenyan lawyer, came. Ostrander left."
    assert who(codebook, body, "Chad Ostrander") == who(codebook, body, "Ostrander") == ["+Chad Ostrander"]
    assert who(codebook, "The Chadian president spoke. Chad agreed.", "Chad") == ["chad"]


def test_the_treasury_is_that_of_the_country_spoken_of(codebook: Codebook) -> None:
    assert who(codebook, "Kenya borrows. In Kenya, the Treasury pays.", "Treasury") == ["kenyan-treasury"]


def test_a_name_in_another_transliteration_is_the_codebook_s(codebook: Codebook) -> None:
    assert who(codebook, "Lutsia Vega and Amos Ketter came.", "Amos Ketter") == ["amos-keter"]
