"""Years that are named for who governed are those of the term that the codebook tells."""

from datetime import date

import pytest

from assets.codebook import Codebook
from assets.enrich.terms_of_office import TermsOfOffice


@pytest.fixture(scope="module")
def terms(codebook: Codebook) -> TermsOfOffice:
    return TermsOfOffice(codebook)


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("Ties were bad during the first Trump administration.", "during the first Trump administration", (2017, 1, 20), (2021, 1, 20)),
        ("They left it in Donald Trump’s first term.", "in Donald Trump’s first term", (2017, 1, 20), (2021, 1, 20)),
        ("Under the Obama administration they met.", "Under the Obama administration", (2009, 1, 20), (2017, 1, 20)),
        ("It was signed in the Obama years.", "in the Obama years", (2009, 1, 20), (2017, 1, 20)),
        ("Forests fell during Jair Bolsonaro's presidency.", "during Jair Bolsonaro's presidency", (2019, 1, 1), (2023, 1, 1)),
    ],
)
def test_years_of_a_president_are_those_of_the_term(
    text: str, surface: str, first: tuple[int, int, int], last: tuple[int, int, int], terms: TermsOfOffice
) -> None:
    [found] = terms.find(text, offset=7)
    assert (found.surface, found.value_from, found.value_to, found.precision) == (surface, date(*first), date(*last), "interval")
    assert text[found.start - 7 : found.end - 7] == surface


@pytest.mark.parametrize(
    "text",
    [
        "It was signed in Trump's second term.",  # not over
        "It was signed in the Trump years.",  # which of them?
        "It was signed in Obama's first term.",  # the codebook knows his terms as one
        "Officials in the Obama administration met.",  # who they are, not when
        "It was signed in the Bush years.",  # two of that name
        "They met during the Putin presidency.",  # twice
        "It was decided in the long term.",
    ],
)
def test_years_that_are_not_certain_are_none(text: str, terms: TermsOfOffice) -> None:
    assert terms.find(text) == []
