"""The countries, actors, aliases, roles, titles and outlets that ship: whole, consistent, and right where history is settled."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import polars as pl
import pytest

from assets.codebook import Codebook

FAR = date(9999, 12, 31)

# Two presidents at once were a fact (Ivory Coast 2010-11); an acting head of government stood in for a sick one (Israel 2006).
REAL_OVERLAPS = {("CIV", "president"), ("ISR", "prime minister")}


@pytest.fixture(scope="module")
def actors(codebook: Codebook) -> dict[str, dict[str, str | None]]:
    return {row["actor_id"]: row for row in codebook.actors.iter_rows(named=True)}


def holders(codebook: Codebook, role: str, country: str | None, day: date, organization: str | None = None) -> list[str]:
    """Who held an office on a day."""
    held = codebook["roles"].filter(
        pl.col("role") == role,
        pl.col("country_code").eq_missing(country),
        pl.col("organization").eq_missing(organization),
        pl.col("valid_from").is_null() | (pl.col("valid_from") <= day),
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
    )
    return sorted(held["actor_id"])


def meanings(codebook: Codebook, alias: str) -> list[str]:
    return sorted(codebook["aliases"].filter(alias=alias)["actor_id"])


def state_named(codebook: Codebook, word: str) -> list[str]:
    """States of which the word is name, alias, demonym, people or capital."""
    return [
        row["actor_id"]
        for row in codebook["countries"].iter_rows(named=True)
        if word in {row["name"], row["capital"], *row["aliases"], *row["demonyms"], *row["demonym_nouns"]}
    ]


def test_every_state_of_iso_3166_is_there_and_kosovo(codebook: Codebook) -> None:
    assert codebook["countries"].height == 250
    for column in ("alpha2", "actor_id", "name", "wikidata_id"):
        assert codebook["countries"][column].is_unique().all(), column


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("U.S.", "united-states"), ("Britain", "united-kingdom"), ("UAE", "united-arab-emirates"), ("DPRK", "north-korea"),
        ("Burma", "myanmar"), ("Ivory Coast", "ivory-coast"), ("Czechia", "czech-republic"), ("Türkiye", "turkey"),
        ("DRC", "dr-congo"), ("Nigerien", "niger"), ("Nigerian", "nigeria"), ("Moscow", "russia"), ("The Hague", "netherlands"),
        ("Dodoma", "tanzania"), ("La Paz", "bolivia"), ("Poles", "poland"), ("Greenlanders", "greenland"), ("Republic of China", "taiwan"),
        ("People's Republic of China", "china"), ("Holy See", "vatican"), ("Kosovar", "kosovo"), ("Dutch", "netherlands"),
    ],
)  # fmt: skip
def test_a_state_is_known_by_what_newspapers_call_it(codebook: Codebook, word: str, state: str) -> None:
    assert state_named(codebook, word) == [state]


@pytest.mark.parametrize("word", ["Jersey", "Washington state", "Georgetown", "Kingston", "Victoria", "Santiago", "San Jose", "Male"])
def test_a_word_that_is_mostly_something_else_names_no_state(codebook: Codebook, word: str) -> None:
    assert state_named(codebook, word) == []


def test_no_name_is_shared_by_two_states(codebook: Codebook) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in codebook["countries"].iter_rows(named=True):
        for name in {row["name"], row["capital"], *row["aliases"], *row["demonyms"], *row["demonym_nouns"]} - {None}:
            owners[name].add(row["actor_id"])
    assert {name: states for name, states in owners.items() if len(states) > 1} == {}


def test_there_is_somebody_to_find(codebook: Codebook) -> None:
    count = dict(codebook.actors.group_by("actor_type").len().iter_rows())
    assert count["person"] >= 2000
    assert count["government_body"] >= 350
    assert count["organization"] >= 200
    assert count["media"] >= 150
    assert codebook["outlets"].height >= 200


def test_every_person_holds_a_role_and_every_role_a_person(codebook: Codebook) -> None:
    people = set(codebook.actors.filter(actor_type="person")["actor_id"])
    assert people == set(codebook["roles"]["actor_id"])


def test_speaking_for_somebody_ends_at_a_state_or_an_organization_never_in_a_circle(actors: dict[str, dict[str, str | None]]) -> None:
    for start in actors:
        seen: set[str] = set()
        here: str | None = start
        while here is not None:
            assert here not in seen, f"{start} speaks for itself"
            seen.add(here)
            here = actors[here]["represents_id"]


@pytest.mark.parametrize(
    "chain",
    [
        ("dmitry-peskov", "kremlin", "russia"), ("maria-zakharova", "russian-foreign-ministry", "russia"),
        ("marco-rubio", "state-department", "united-states"), ("volodymyr-zelensky", "ukraine"), ("kaja-kallas", "eeas", "european-union"),
        ("mao-ning", "chinese-foreign-ministry", "china"), ("trump-administration", "united-states"), ("rafael-grossi", "iaea"),
        ("naim-qassem", "hezbollah"), ("jon-huntsman", "us-embassy-moscow", "state-department", "united-states"),
    ],
)  # fmt: skip
def test_an_official_speaks_for_his_body_and_that_for_its_state(actors: dict[str, dict[str, str | None]], chain: tuple[str, ...]) -> None:
    for speaker, principal in pairwise(chain):
        assert actors[speaker]["represents_id"] == principal


def test_a_role_does_not_end_before_it_begins(codebook: Codebook) -> None:
    assert codebook["roles"].filter(pl.col("valid_from") > pl.col("valid_to")).is_empty()


def test_an_office_of_one_holder_has_one_holder_at_a_time(codebook: Codebook) -> None:
    unique = codebook["role_titles"].filter("is_unique")["role"].unique().to_list()
    offices: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    state_offices = codebook["roles"].filter(pl.col("role").is_in(unique), pl.col("organization").is_null())
    for row in state_offices.iter_rows(named=True):
        offices[row["country_code"], row["role"]].append((row["valid_from"] or date.min, row["valid_to"] or FAR, row["actor_id"]))
    overlaps = {
        office: (first, second)
        for office, terms in offices.items()
        for first, second in pairwise(sorted(terms))
        if first[2] != second[2] and second[0] < first[1]
    }
    assert overlaps.keys() <= REAL_OVERLAPS, overlaps


@pytest.mark.parametrize(
    ("role", "country", "day", "holder"),
    [
        ("president", "RUS", date(2018, 4, 24), "vladimir-putin"), ("president", "RUS", date(2010, 4, 8), "dmitry-medvedev"),
        ("president", "USA", date(1998, 8, 20), "bill-clinton"), ("president", "USA", date(2014, 3, 17), "barack-obama"),
        ("foreign minister", "USA", date(2018, 4, 24), None), ("foreign minister", "USA", date(2018, 5, 2), "mike-pompeo"),
        ("prime minister", "GBR", date(2022, 10, 1), "liz-truss"), ("chancellor", "DEU", date(2003, 3, 20), "gerhard-schroder"),
        ("foreign minister", "RUS", date(2015, 7, 14), "sergey-lavrov"),
        ("foreign minister", "IRN", date(2015, 7, 14), "mohammad-javad-zarif"),
        ("foreign minister", "FRA", date(2015, 12, 12), "laurent-fabius"), ("prime minister", "JPN", date(2016, 5, 27), "shinzo-abe"),
        ("president", "KOR", date(2018, 4, 27), "moon-jae-in"), ("foreign minister", "CHN", date(2023, 6, 18), "qin-gang"),
        ("foreign minister", "CHN", date(2023, 11, 15), "wang-yi"), ("prime minister", "ISR", date(1995, 9, 28), "yitzhak-rabin"),
        ("foreign minister", "GBR", date(2017, 12, 22), "boris-johnson"), ("prime minister", "PAK", date(2019, 2, 27), "imran-khan"),
        ("president", "BRA", date(2009, 6, 16), "luiz-inacio-lula-da-silva"),
        ("defence minister", "UKR", date(2022, 2, 24), "oleksii-reznikov"),
        ("supreme leader", "IRN", date(2015, 4, 9), "ali-khamenei"), ("foreign minister", "TUR", date(2022, 7, 22), "mevlut-cavusoglu"),
    ],
)  # fmt: skip
def test_who_held_an_office_on_a_day(codebook: Codebook, role: str, country: str, day: date, holder: str | None) -> None:
    assert holders(codebook, role, country, day) == ([holder] if holder else [])


@pytest.mark.parametrize(
    ("role", "organization", "day", "holder"),
    [
        ("secretary general", "United Nations", date(2003, 3, 20), "kofi-annan"),
        ("secretary general", "United Nations", date(2015, 9, 25), "ban-ki-moon"),
        ("secretary general", "NATO", date(2014, 3, 1), "anders-fogh-rasmussen"),
        ("secretary general", "NATO", date(2025, 6, 24), "mark-rutte"),
        ("high representative", "European Union", date(2015, 7, 14), "federica-mogherini"),
        ("director general", "International Atomic Energy Agency", date(2022, 9, 1), "rafael-grossi"),
        ("commission president", "European Commission", date(2020, 1, 24), "ursula-von-der-leyen"),
    ],
)
def test_an_office_of_an_international_body_belongs_to_no_country(
    codebook: Codebook, role: str, organization: str, day: date, holder: str
) -> None:
    assert holders(codebook, role, None, day, organization) == [holder]


def test_an_ambassador_has_a_term_and_a_post(codebook: Codebook) -> None:
    assert holders(codebook, "ambassador", "USA", date(2018, 4, 24), "embassy to Russia") == ["jon-huntsman"]
    assert holders(codebook, "ambassador", "RUS", date(2018, 4, 24), "embassy to United States") == ["anatoly-antonov"]


@pytest.mark.parametrize(
    ("alias", "actor"),
    [
        ("Zelenskiy", "volodymyr-zelensky"), ("Sergei Lavrov", "sergey-lavrov"), ("MBS", "mohammed-bin-salman"), ("Xi", "xi-jinping"),
        ("Number 10", "downing-street"), ("Foggy Bottom", "state-department"), ("Quai d'Orsay", "french-foreign-ministry"),
        ("Quai d’Orsay", "french-foreign-ministry"), ("Smolenskaya Square", "russian-foreign-ministry"), ("DoD", "pentagon"),
        ("White Home", "white-house"), ("European Fee", "european-commission"), ("Russian Overseas Ministry", "russian-foreign-ministry"),
        ("Kiev", "ukraine"), ("USSR", "soviet-union"), ("Daesh", "isis"), ("Gadhafi", "muammar-gaddafi"), ("Hizballah", "hezbollah"),
    ],
)  # fmt: skip
def test_a_name_in_another_dress_is_the_same_actor(codebook: Codebook, alias: str, actor: str) -> None:
    assert meanings(codebook, alias) == [actor]


def test_a_surname_of_several_famous_people_stays_open(codebook: Codebook) -> None:
    assert meanings(codebook, "Clinton") == ["bill-clinton", "hillary-clinton"]
    assert meanings(codebook, "Bush") == ["george-h-w-bush", "george-w-bush", "jeb-bush"]


@pytest.mark.parametrize(
    "word", ["He", "Ban", "Lee", "Kim", "Park", "May", "Johnson", "Price", "Power", "Muscat", "Hague", "X", "Sharon", "PA"]
)
def test_a_bare_word_that_is_mostly_something_else_names_nobody(codebook: Codebook, word: str) -> None:
    assert meanings(codebook, word) == []


def test_machine_rewordings_are_kept_apart_from_names(codebook: Codebook) -> None:
    kinds = dict(
        codebook["aliases"]
        .filter(pl.col("alias").is_in(["White Home", "Fox Information", "State Division"]))
        .select("alias", "kind")
        .iter_rows()
    )
    assert set(kinds.values()) == {"paraphrase"}


def test_a_title_means_one_role_and_is_written_small(codebook: Codebook) -> None:
    titles = codebook["role_titles"]
    assert titles.filter(pl.col("title") != pl.col("title").str.to_lowercase()).is_empty()
    assert titles["title"].is_unique().all()
    assert titles.group_by("role").agg(pl.col("is_unique").n_unique()).filter(pl.col("is_unique") > 1).is_empty()


@pytest.mark.parametrize(
    ("title", "role", "country"),
    [
        ("secretary of state", "foreign minister", "USA"), ("foreign secretary", "foreign minister", None),
        ("premier", "prime minister", None),
        ("chancellor of the exchequer", "finance minister", "GBR"), ("spokeswoman", "spokesperson", None), ("envoys", "envoy", None),
        ("defense secretary", "defence minister", "USA"), ("taoiseach", "prime minister", "IRL"),
        ("vice-premier", "deputy prime minister", None),
    ],
)  # fmt: skip
def test_a_title_stands_for_its_role(codebook: Codebook, title: str, role: str, country: str | None) -> None:
    assert codebook["role_titles"].filter(title=title).select("role", "country_code").rows() == [(role, country)]


def test_deputies_and_spokespeople_are_many(codebook: Codebook) -> None:
    many = [
        "deputy foreign minister",
        "deputy prime minister",
        "spokesperson",
        "ambassador",
        "special envoy",
        "official",
        "intelligence chief",
    ]
    assert not codebook["role_titles"].filter(pl.col("role").is_in(many))["is_unique"].any()


def test_most_offices_that_are_held_can_be_written(codebook: Codebook) -> None:
    """Functions of single people (an athlete, a whistleblower) need no title; offices do."""
    untitled = codebook["roles"].join(codebook["role_titles"], on="role", how="anti")
    assert untitled.height < 0.02 * codebook["roles"].height


def test_an_outlet_is_a_medium_or_the_site_of_a_body(codebook: Codebook, actors: dict[str, dict[str, str | None]]) -> None:
    kinds = {actors[actor]["actor_type"] for actor in codebook["outlets"]["actor_id"]}
    assert kinds <= {"media", "government_body"}
    assert dict(codebook["outlets"].iter_rows())["rferl.org"] == "rferl"
