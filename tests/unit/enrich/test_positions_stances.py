"""How a statement stands towards its issue, and what it does: sentences over all stances and speech acts."""

from typing import Any

import pytest
from test_positions import read

from assets.codebook import Codebook

SPEAKER = "Foreign Minister Ada Holt"

SUPPORTING = [
    ("backed the two-state solution", "two-state-solution"),
    ("called the grain deal a lifeline and said it must be extended", "grain-exports"),
    ("said a truce in Gaza was long overdue", "gaza-ceasefire"),
    ("hailed the Paris Agreement", "paris-agreement"),
    ("said her country would ratify Sweden's accession to NATO", "nato-enlargement"),
    ("said peace in Colombia was worth every effort and vital", "colombia-peace"),
    ("urged both governments to resume talks on Ukraine", "ukraine-peace-talks"),
    ("said the sanctions on Russia must stay in place", "sanctions-russia"),
    ("refused to lift sanctions on Iran", "sanctions-iran"),
    ("opposed lifting sanctions on Iran", "sanctions-iran"),
    ("vowed to stand by the Iran nuclear deal", "iran-nuclear-deal"),
    ("said the International Criminal Court deserves respect", "international-court"),
    ("called for a ceasefire in Sudan", "sudan"),
    ("welcomed the withdrawal of M23 from Goma", "drc-rwanda"),
    ("insisted that free trade benefits both sides", "trade"),
    ("said EU enlargement was in the interest of Norway", "eu-enlargement"),
    ("proposed a moratorium on strikes on energy facilities", "ukraine-energy-strikes"),
    ("said it was vital to end the war in Yemen", "yemen"),
    ("said his country was ready for direct talks with Kyiv", "ukraine-peace-talks"),
    ("expressed frustration with the pace of the talks on Ukraine", "ukraine-peace-talks"),
    ("accused the rebels of violating the ceasefire in Ukraine", "ukraine-ceasefire"),
    ("warned that the grain deal could collapse", "grain-exports"),
    ("said outside forces were trying to derail the dialogue between Moscow and Washington", "us-russia-relations"),
    ("will not abandon the Kyoto goals, she said, and praised the Paris accord", "paris-agreement"),
    ("condemned attacks on shipping in the Red Sea", "red-sea-shipping"),
    ("said Norway would send Leopard tanks to Ukraine", "ukraine-military-aid"),
    ("pledged more development aid", "development-aid"),
    ("said there was no alternative to arms control", "arms-control"),
]
OPPOSING = [
    ("rejected the Iran nuclear deal", "iran-nuclear-deal"),
    ("called AUKUS a grave mistake", "aukus"),
    ("said the Nile dam threatens his country", "ethiopia-dam"),
    ("said Ukraine's membership in NATO was unacceptable", "ukraine-nato-membership"),
    ("denounced the embargo on Cuba as cruel", "cuba-embargo"),
    ("said his country would not approve Sweden's accession to NATO", "nato-enlargement"),
    ("announced that her country was withdrawing from the Paris Agreement", "paris-agreement"),
    ("said her country would leave NATO", "nato"),
    ("called for an end to the sanctions on Venezuela", "sanctions-venezuela"),
    ("demanded that tariffs be scrapped", "tariffs"),
    ("wants to stop military aid to Ukraine", "ukraine-military-aid"),
    ("ruled out a ceasefire in Ukraine", "ukraine-ceasefire"),
    ("said a two-state solution is no longer realistic", "two-state-solution"),
    ("said a summit with Putin would be a waste of time", "us-russia-summit"),
    ("criticized the Belt and Road initiative", "belt-and-road"),
    ("complained that tariffs hurt exporters", "tariffs"),
    ("said the New START limits were obsolete", "new-start"),
    ("is against EU membership for Turkey", "eu-enlargement"),
    ("said the arms sales to Riyadh must stop", "arms-sales"),
    ("said Nord Stream would harm Europe and called it a trap", "nord-stream"),
    ("does not support sanctions on Iran", "sanctions-iran"),
    ("praised the lifting of sanctions on Syria", "sanctions-syria"),
    ("urged Congress to repeal the Cuban embargo", "cuba-embargo"),
    ("feared that a peace deal in Ukraine would be made over the heads of its people", "ukraine-peace-talks"),
]
CONDITIONAL = [
    ("said a ceasefire in Ukraine was possible only if all troops left", "ukraine-ceasefire"),
    ("said Norway would return to the grain deal as soon as its ports were open", "grain-exports"),
    ("was ready to rejoin the Paris Agreement on terms that were fair", "paris-agreement"),
    ("said the sanctions on Russia will be lifted only after a truce", "sanctions-russia"),
    ("agreed to a truce in Gaza in exchange for hostages", "gaza-ceasefire"),
    ("said Norway would back EU enlargement provided that courts were reformed", "eu-enlargement"),
    ("said we will lift the embargo on Cuba if prisoners are freed", "cuba-embargo"),
    ("said her country would accept peacekeepers in Ukraine so long as they came from neutral states", "ukraine-security-guarantees"),
    ("said her country would leave the grain deal if others broke their promises", "grain-exports"),
    ("said the Iran nuclear deal depends on goodwill", "iran-nuclear-deal"),
    ("said no new START treaty without which missile defence is discussed is acceptable, unless others join", "new-start"),
]
NEUTRAL = [
    ("said the ceasefire in Ukraine began at noon", "ukraine-ceasefire"),
    ("said the summit on climate change would be held in Oslo", "climate"),
    ("asked whether the Iran nuclear deal would survive", "iran-nuclear-deal"),
    ("said it was unlikely that sanctions on Russia would change soon", "sanctions-russia"),
    ("denied that Norway had interfered in the election", "election-interference"),
    ("said it remained to be seen whether the rebels would honour the ceasefire in Ukraine", "ukraine-ceasefire"),
    ("said the talks on Ukraine had lasted four hours", "ukraine-peace-talks"),
    ("wondered how the Paris Agreement came about", "paris-agreement"),
]
ACTS = [
    ("said the Norwegian parliament had voted on sanctions on Iran", "states"),
    ("noted that the ceasefire in Ukraine began at noon", "states"),
    ("praised the Paris Agreement", "praises"),
    ("hailed the truce in Gaza", "praises"),
    ("said “thank you for saving the grain deal”", "praises"),
    ("criticized the sanctions on Iran", "criticizes"),
    ("said the Iran nuclear deal was a disgraceful failure", "criticizes"),
    ("blasted the tariffs on steel", "criticizes"),
    ("accused Moscow of meddling in the election", "accuses"),
    ("said Norway was behind the attack on the Strait of Hormuz", "accuses"),
    ("blamed Norway for the collapse of the grain deal", "accuses"),
    ("demanded the lifting of sanctions on Iran", "demands"),
    ("said both sides must respect the ceasefire in Ukraine", "demands"),
    ("urged Tehran to return to the Iran nuclear deal", "demands"),
    ("called for a ceasefire in Sudan", "demands"),
    ("proposed a summit with Putin", "proposes"),
    ("said “let's extend the New START limits”", "proposes"),
    ("suggested a new round of talks on Ukraine", "proposes"),
    ("promised arms to Ukraine", "promises"),
    ("vowed to veto sanctions on Iran", "promises"),
    ("said “we will send weapons to Ukraine”", "promises"),
    ("agreed to extend the grain deal", "agrees"),
    ("said “I agree with the two-state solution”", "agrees"),
    ("accepted the ceasefire in Gaza", "agrees"),
    ("rejected the ceasefire in Gaza", "rejects"),
    ("refused to sign the Paris Agreement", "rejects"),
    ("said the ceasefire in Gaza was out of the question", "rejects"),
    ("threatened to leave NATO", "threatens"),
    ("threatened new sanctions on Iran", "threatens"),
    ("said those who break the sanctions on Iran will pay the price", "threatens"),
    ("warned of a new war in Ukraine", "warns"),
    ("warned that a cyberattack could follow", "warns"),
    ("said the Nile dam could lead to war", "warns"),
    ("denied any interference in the election", "denies"),
    ("said reports of a deal on Taiwan were untrue", "denies"),
    ("predicted that the sanctions on Russia would last", "predicts"),
    ("said the ceasefire in Ukraine might fail to come", "predicts"),
    ("said a peace deal in Ukraine was unlikely", "predicts"),
    ("asked whether NATO would expand", "asks"),
    ("asked: “Will the ceasefire in Ukraine hold?”", "asks"),
]
REFERRING = [  # (before, statement, issue, stance)
    ("Norway signed the Paris Agreement.", "called the deal a step in the right direction", "paris-agreement", "supports"),
    ("Norway signed the Paris Agreement.", "said it was a historic mistake", "paris-agreement", "opposes"),
    ("Norway withdrew from the Paris Agreement.", "said the decision was extremely regrettable", "paris-agreement", "supports"),
    ("Norway rejoined the Paris Agreement.", "welcomed the decision", "paris-agreement", "supports"),
    ("Norway walked out of the grain deal on Monday.", "said the withdrawal was a major disappointment", "grain-exports", "supports"),
    ("Denmark joined the sanctions on Iran.", "praised the move", "sanctions-iran", "supports"),
    ("The ceasefire in Gaza began.", "said “This is a victory for peace”", "gaza-ceasefire", "supports"),
    ("Envoys discussed the Iran nuclear deal.", "vowed to stop it", "iran-nuclear-deal", "opposes"),
    # talks and violence, where an issue is one of peace
    ("The M23 rebels marched on Goma.", "condemned the advance", "drc-rwanda", "supports"),
    ("The war in Sudan goes on.", "rejected the talks", "sudan", "opposes"),
    ("The war in Sudan goes on.", "offered to mediate", "sudan", "supports"),
    ("Tigray forces and Ethiopia met in Pretoria over the conflict in Tigray.", "agreed to stop fighting", "tigray", "supports"),
    ("US-Russia relations are at a low.", "said further high-level meetings were planned", "us-russia-relations", "supports"),
    # what is done to a measure or to the other side
    ("New sanctions on Russia were imposed.", "threatened retaliation", "sanctions-russia", "opposes"),
    ("US-Russia relations are at a low.", "invited the Russian envoy Bo Lind to Oslo", "us-russia-relations", "supports"),
]
NO_POSITION = [
    "said the delegation arrived at noon",
    "told reporters in Oslo that the plane had landed",
    "said “I just cut it short”",
    "said in Berlin on Thursday",
    "declined to give details",
    "was reluctant to speak of the sanctions on Iran",
    "likes quick deals",
]


def stands(codebook: Codebook, predicate: str, before: str = "") -> list[dict[str, Any]]:
    """Positions of a sentence, those of what stands before it left out."""
    body = f"{before} {SPEAKER} {predicate}.".strip()
    return [row for row in read(codebook, body) if row["statement_start"] >= len(before)]


@pytest.mark.parametrize(
    ("predicate", "issue", "stance"),
    [
        *((*case, "supports") for case in SUPPORTING),
        *((*case, "opposes") for case in OPPOSING),
        *((*case, "conditional") for case in CONDITIONAL),
        *((*case, "neutral") for case in NEUTRAL),
    ],
)
def test_a_statement_stands_towards_its_issue(codebook: Codebook, predicate: str, issue: str, stance: str) -> None:
    assert (issue, stance) in [(row["issue_id"], row["stance"]) for row in stands(codebook, predicate)]


@pytest.mark.parametrize(("predicate", "act"), ACTS)
def test_a_statement_does_something(codebook: Codebook, predicate: str, act: str) -> None:
    assert act in [row["speech_act"] for row in stands(codebook, predicate)]


@pytest.mark.parametrize(("before", "predicate", "issue", "stance"), REFERRING)
def test_what_refers_back_is_on_what_was_spoken_of(codebook: Codebook, before: str, predicate: str, issue: str, stance: str) -> None:
    assert (issue, stance) in [(row["issue_id"], row["stance"]) for row in stands(codebook, predicate, before)]


@pytest.mark.parametrize("predicate", NO_POSITION)
def test_a_fact_is_no_position(codebook: Codebook, predicate: str) -> None:
    assert stands(codebook, predicate) == []


def test_for_and_against_are_heard_with_contrast(codebook: Codebook) -> None:
    (row,) = stands(codebook, "said the Paris Agreement was useful but unfair")
    assert row["stance"] == "mixed"


def test_a_word_of_one_clause_does_not_judge_the_issue_of_another(codebook: Codebook) -> None:
    (row,) = stands(codebook, "said “The weather was terrible. The ceasefire in Gaza began at noon”")
    assert (row["issue_id"], row["stance"]) == ("gaza-ceasefire", "neutral")


@pytest.mark.parametrize(
    ("speaker", "predicate"),
    [("Egypt", "rejected the charge of obstinacy"), ("Norway", "criticized Egypt"), ("Norway", "criticized Ethiopia")],
)
def test_a_side_stands_in_the_words_and_is_not_known_beforehand(codebook: Codebook, speaker: str, predicate: str) -> None:
    before = "The Grand Ethiopian Renaissance Dam is being filled."
    (row,) = [row for row in read(codebook, f"{before} {speaker} {predicate}.") if row["statement_start"] > len(before)]
    assert (row["issue_id"], row["stance"]) == ("ethiopia-dam", "neutral")
