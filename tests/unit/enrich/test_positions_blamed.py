"""What blame, doubt and a bond say of an issue, and which issue a plain word is on; each with its false friends."""

import pytest
from test_positions import read

from assets.codebook import Codebook

BLAMED = [
    (
        "The envoy Bo Lind claimed that unnamed forces were sowing tension in relations between Russia and the US.",
        "us-russia-relations",
        "supports",
    ),
    (
        "Lawmakers in Georgia vote again. The deputy Bo Lind accused foreign ambassadors of encouraging the protests in Tbilisi.",
        "georgia-path",
        "opposes",
    ),
    ("The deputy Bo Lind praised foreign ambassadors for encouraging the protests in Tbilisi.", "georgia-path", "supports"),
]
QUESTIONED = [
    ("Lawyers questioned whether Kenyan police should be sent to Haiti.", "haiti", "opposes"),
    ("Lawyers questioned whether Kenyan police had reached Haiti.", "haiti", "neutral"),
]
BOUND = [
    ("Egypt said it would not accept a second filling of the Nile dam without a binding agreement.", "ethiopia-dam", "conditional"),
    ("Egypt said it would not accept a second filling of the Nile dam.", "ethiopia-dam", "opposes"),
]
POINTED_TO = [
    (
        "Relations between Russia and the United States are thawing. “Such a thaw might be helpful,” the scholar Ada Holt said.",
        "us-russia-relations",
        "supports",
    ),
    ("The war in Sudan drags on. The African Union called for an end to outside interference.", "sudan", "supports"),
]
OPINIONS = [
    ("Foreign Minister Ada Holt said NATO was obsolete.", "nato", "opposes"),
    ("Foreign Minister Ada Holt said NATO was anything but obsolete.", "nato", "supports"),
]
PLAIN_WORDS = [
    ("Norway is committed to a 40 per cent cut in emissions.", "climate", "supports"),
    ("Norway called for visa bans on the judges.", "sanctions", "supports"),
    ("Ethiopia turned down mediation over its dam on the Nile.", "ethiopia-dam", "supports"),
    ("Japan demanded the withdrawal of American troops.", "us-troops-abroad", "opposes"),
    ("Norway said it was time to lift the sanctions on Syria.", "sanctions-syria", "opposes"),
    ("Foreign Minister Ada Holt called the foreign agents law in Georgia a disgrace.", "georgia-path", "supports"),
]


@pytest.mark.parametrize(("body", "issue", "stance"), [*BLAMED, *QUESTIONED, *BOUND, *POINTED_TO, *OPINIONS, *PLAIN_WORDS])
def test_a_statement_takes_the_side_that_its_words_take(codebook: Codebook, body: str, issue: str, stance: str) -> None:
    assert (issue, stance) in [(row["issue_id"], row["stance"]) for row in read(codebook, body)]


@pytest.mark.parametrize(
    ("body", "issue"),
    [
        ("The minister Ada Holt said the clinic was given vaccines for its children.", "pandemic"),
        ("Norway called for visa bans on the judges.", "migration"),
    ],
)
def test_a_word_in_passing_names_no_issue(codebook: Codebook, body: str, issue: str) -> None:
    assert issue not in [row["issue_id"] for row in read(codebook, body)]


def test_a_day_so_called_is_not_what_was_told_before(codebook: Codebook) -> None:
    (row,) = read(codebook, "Kenyan police landed to fight the gangs in Haiti. “This is an hour of relief,” said the adviser Bo Lind.")
    assert row["stance"] != "opposes"
