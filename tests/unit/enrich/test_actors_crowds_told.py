"""Crowds whose country the text around them tells, and those of a town that no list knows."""

import pytest
from test_actor_groups import Found, who

from assets.codebook import Codebook


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kenya passed the law. On Friday protesters stormed the hall.", ["kenya", "Kenyan protesters"]),
        ("Kenya passed the law. Officers beat demonstrators.", ["kenya", "Kenyan demonstrators"]),
        ("Kenya and Peru passed laws. Officers beat demonstrators.", ["kenya", "peru"]),  # either's
        ("Kenya passed the law. Peru urged protesters to go home.", ["kenya", "peru"]),  # perhaps in Peru
        ("The Aviala rebels fled.", ["Aviala rebels"]),
    ],
)
def test_protesters_are_those_of_the_country_a_text_is_on(body: str, expected: list[str], codebook: Codebook) -> None:
    assert [actor for _, actor, _ in who(codebook, body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Lecturers at Avialund walked out.", [("Lecturers at Avialund", "lecturers at Avialund", None)]),
        (
            "Kenya wept. Gunmen attacked residents of Molvary.",
            [("Kenya", "kenya", None), ("residents of Molvary", "residents of Molvary", "KEN")],
        ),
        ("Residents of the Molvary district fled.", [("Residents of the Molvary", "residents of Molvary", None)]),
        ("Workers in March rested.", []),
        ("Farmers in East Africa sang.", []),
        ("People in Avialund sang.", []),  # everybody
        ("Workers of Marxist faith sang.", []),
    ],
)
def test_an_unknown_town_tells_which_workers_act(body: str, expected: Found, codebook: Codebook) -> None:
    assert who(codebook, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Chile was angry after police beat two Chilean reporters in Lima.", ["chile", "Peruvian police", "Chilean reporters"]),
        ("Chile was angry after police beat two Chilean reporters.", ["chile", "Chilean reporters"]),
        ("A court in Moscow jailed the two.", ["Russian court"]),
        ("A judge in Nairobi jailed the two.", ["Kenyan judges"]),
        ("A court in The Hague jailed the two.", []),  # between states
    ],
)
def test_police_and_courts_are_those_of_the_town_in_which_they_act(body: str, expected: list[str], codebook: Codebook) -> None:
    assert [actor for _, actor, _ in who(codebook, body)] == expected


@pytest.mark.parametrize(
    ("body", "actor"),
    [
        ("Shining Path bombed the pylon.", "shining-path"),
        ("The Organisation of African Unity met.", "african-union"),
        ("The MILF signed the truce.", "moro-islamic-liberation-front"),
        ("Jets struck Kupiansk at noon.", "ukraine"),
    ],
)
def test_movements_unions_of_the_past_and_towns_are_known(body: str, actor: str, codebook: Codebook) -> None:
    assert actor in [found for _, found, _ in who(codebook, body)]
