"""What a statement says of an issue that it only stands behind, refuses, makes depend or wishes for; each rule with its false friends."""

import pytest
from test_positions import read

from assets.codebook import Codebook

# A thing and the clause behind it, a bare "is against", a label.
TOLD_OF = [
    ("Australia signed the AUKUS pact, which China sees as a provocation.", "aukus", "opposes"),
    ("Germany finished the Nord Stream 2 pipeline, a project that Poland has always opposed.", "nord-stream", "opposes"),
    ("The ceasefire in Gaza was proposed by Egypt, an idea which Israel rejects.", "gaza-ceasefire", "opposes"),
    ("The Commission wants to answer with tariffs on steel. Hungary is against.", "tariffs", "opposes"),
]
# Who wants what a measure against his country forbids; the neighbour who trades does not.
FORBIDDEN = [
    ("The United States keeps its sanctions on Russia. Aeroflot is interested in American spare parts.", "sanctions-russia", "opposes"),
    ("The sanctions on Iran stay in place. India would like to buy Iranian oil again.", "sanctions-iran", "opposes"),
    ("The sanctions on Iran stay in place. India would like to buy Norwegian oil again.", "sanctions-iran", "neutral"),
]
LEFT_OUT = [
    ("Poland fears a deal on peace in Ukraine that is made behind its back.", "ukraine-peace-talks", "neutral"),
    ("Israel fears the return of the Iran nuclear deal.", "iran-nuclear-deal", "opposes"),
]
# What may be done is no stand; what should be done is one.
POSSIBLE = [
    ("The United States might reinstate direct flights to Moscow, the scholar Bo Lind said.", "direct-flights-russia-us", "neutral"),
    ("The United States should reinstate direct flights to Moscow, the scholar Bo Lind said.", "direct-flights-russia-us", "supports"),
    (
        "Ada Holt predicted that relations between China and Japan would improve, while trade would suffer.",
        "china-japan-relations",
        "neutral",
    ),
]
BEFORE = [
    ("Hamas insists on a withdrawal of the troops before any ceasefire in Gaza.", "gaza-ceasefire", "conditional"),
    ("Azerbaijan wants Armenia to amend its constitution before a peace treaty is signed.", "nagorno-karabakh", "conditional"),
    ("New Zealand said it would recognise a Palestinian state when the hostages are free.", "two-state-solution", "conditional"),
    ("New Zealand said it would recognise a Palestinian state when he comes.", "two-state-solution", "supports"),
    ("Egypt demanded a ceasefire in Gaza before Ramadan.", "gaza-ceasefire", "supports"),
    ("Egypt demanded a ceasefire in Gaza before it is too late.", "gaza-ceasefire", "supports"),
]
# Who leaves a land fought over is for its peace; who leaves talks is not.
LEAVING = [
    ("Angola urged the Rwandan army to withdraw from eastern Congo.", "drc-rwanda", "supports"),
    ("Rwanda said it would not withdraw from eastern Congo.", "drc-rwanda", "opposes"),
    ("Pyongyang said it would withdraw from the dialogue with Seoul.", "korean-dialogue", "opposes"),
    ("Mali demanded that the peacekeeping mission withdraw from the country.", "peacekeeping", "opposes"),
]
TALKS = [
    ("The African Union said there was no military solution to the war in Sudan.", "sudan", "supports"),
    ("Oman said only talks could end the war in Yemen.", "yemen", "supports"),
    ("Oman said only victory could end the war in Yemen.", "yemen", "opposes"),
    ("The envoy Bo Lind called it a desire for a healthier relationship between Washington and Moscow.", "us-russia-relations", "supports"),
]
REFUSED = [
    ("“Greenland is not for sale,” said Premier Bo Lind.", "greenland", "opposes"),
    ("“Not one more rifle for weapons to Ukraine,” said the senator Bo Lind.", "ukraine-military-aid", "opposes"),
    ("North Korea said it would never give up its nuclear weapons.", "north-korea-denuclearisation", "opposes"),
    ("The senator threatened OPEC with a lawsuit.", "opec", "opposes"),
    ("India condemned attacks by the Houthis on ships in the Red Sea.", "red-sea-shipping", "supports"),
    ("Britain deplored the erosion of Hong Kong's autonomy.", "hong-kong", "supports"),
]
# Whom a demand is made of is not what is demanded.
ASKED = [
    ("Malaysia pressed the junta in Myanmar to free political prisoners.", "myanmar", "supports"),
    ("Malaysia pressed the junta in Myanmar to leave power.", "myanmar", "supports"),
    ("Iraq's parliament told American troops to leave.", "us-troops-abroad", "opposes"),
    ("Ghana asked its creditors for debt relief.", "debt-relief", "supports"),
]
# Holding to account: who blames is for it, who calls the accusation absurd against it. A vote that was a farce is none for less of them.
JUSTICE = [
    ("Britain said Russia was responsible for the Salisbury poisoning.", "skripal", "supports"),
    ("Russia called the accusations over the Salisbury poisoning absurd.", "skripal", "opposes"),
    ("Lithuania said the election in Belarus was a farce.", "belarus", "supports"),
]


@pytest.mark.parametrize(
    ("body", "issue", "stance"),
    [*TOLD_OF, *FORBIDDEN, *LEFT_OUT, *POSSIBLE, *BEFORE, *LEAVING, *TALKS, *REFUSED, *ASKED, *JUSTICE],
)
def test_a_statement_takes_the_side_that_it_means(codebook: Codebook, body: str, issue: str, stance: str) -> None:
    assert (issue, stance) in [(row["issue_id"], row["stance"]) for row in read(codebook, body)]


@pytest.mark.parametrize(
    ("body", "act"),
    [
        ("“If needed we will shut the border with Belarus again,” said Foreign Minister Ada Holt of Poland.", "threatens"),
        ("If the treaty is signed, we will withdraw our troops, Foreign Minister Ada Holt promised.", "promises"),
        ("If the sanctions are lifted, Russia will sell more oil, the scholar Bo Lind said.", "predicts"),
        ("There will be no talks with the junta in Myanmar, said Foreign Minister Ada Holt.", "rejects"),
        ("There will be no winners in the trade war over tariffs, said Foreign Minister Ada Holt.", "predicts"),
    ],
)
def test_what_one_would_do_to_others_is_threatened_and_what_cannot_be_is_rejected(codebook: Codebook, body: str, act: str) -> None:
    assert act in [row["speech_act"] for row in read(codebook, body)]


def test_what_another_has_shown_is_the_judgement_of_who_says_so(codebook: Codebook) -> None:
    (row,) = read(codebook, "The envoy Ada Holt pointed out that the Danish government has shown a deeper understanding of Iran's view.")
    assert row["holder_text"] == "The envoy Ada Holt"


def test_what_another_has_shown_an_interest_in_is_his(codebook: Codebook) -> None:
    (row,) = read(codebook, "The envoy Ada Holt said that the Danish government has shown interest in a ceasefire in Ukraine.")
    assert row["holder_text"] == "the Danish government"


def test_what_interviews_suggest_is_told_by_those_interviewed(codebook: Codebook) -> None:
    (row,) = read(
        codebook, "Interviews last week with senior Norwegian officials suggested that Oslo saw the talks over Ukraine as a trap."
    )
    assert (row["speaker_text"], row["holder_text"]) == ("senior Norwegian officials", "Oslo")


def test_a_place_of_nobody_known_holds_a_fear_beside_a_state(codebook: Codebook) -> None:
    rows = read(codebook, "There were fears in Norway and Europe that Washington could end the war in Ukraine without their consent.")
    assert sorted((row["holder_text"], row["stance"]) for row in rows) == [("Europe", "neutral"), ("Norway", "neutral")]


def test_a_region_is_stated_as_what_it_is_named(codebook: Codebook) -> None:
    body = (
        "The Arctic, which is mentioned in the Norwegian government's press release as “a region of cooperation” with Russia, is melting."
    )
    assert "“a region of cooperation” with Russia" in [row["statement"] for row in read(codebook, body)]
