"""How a statement stands towards an issue that its words hardly name: by pronouns, extensions, conditions, contraries, whom it names."""

import pytest
from test_positions import read

from assets.codebook import Codebook


def stances(codebook: Codebook, body: str, title: str | None = None) -> list[tuple[str | None, str | None]]:
    """Issue and stance of the positions of a text."""
    return [(row["issue_id"], row["stance"]) for row in read(codebook, body, title=title)]


SANCTIONS = "The sanctions on Russia were widened on Monday. "
GRAIN = "The grain deal between Russia and Ukraine expires on Friday. "


def test_they_are_the_issue_where_something_is_done_to_them(codebook: Codebook) -> None:
    found = stances(codebook, SANCTIONS + "Foreign Minister Ada Holt said they must be lifted at once.")
    assert ("sanctions-russia", "opposes") in found


def test_an_answer_to_the_issue_is_against_it(codebook: Codebook) -> None:
    found = stances(codebook, SANCTIONS + "“If they are widened, we will respond in kind,” Foreign Minister Ada Holt said.")
    assert ("sanctions-russia", "opposes") in found


@pytest.mark.parametrize(
    ("told", "stance"),
    [("rejected an extension", "opposes"), ("agreed to a second extension", "supports"), ("wants an extension", "supports")],
)
def test_an_extension_is_of_what_is_about_to_end(told: str, stance: str, codebook: Codebook) -> None:
    assert ("grain-exports", stance) in stances(codebook, f"{GRAIN}Foreign Minister Ada Holt {told}.", title="Grain deal about to end")


def test_a_condition_may_be_told_without_if(codebook: Codebook) -> None:
    found = stances(codebook, "Foreign Minister Ada Holt said the sanctions on Russia might be eased should Moscow pull back its troops.")
    assert found == [("sanctions-russia", "conditional")]


def test_a_demand_on_who_should_act_sets_no_condition(codebook: Codebook) -> None:
    found = stances(codebook, "Foreign Minister Ada Holt said the sanctions on Russia will work and Moscow should pull back its troops.")
    assert all(stance != "conditional" for _, stance in found)


def test_what_is_offered_if_something_happens_is_conditional(codebook: Codebook) -> None:
    found = stances(codebook, "Norway offered to lift its sanctions on Russia if Moscow signed a truce.")
    assert ("sanctions-russia", "conditional") in found


def test_a_date_is_no_condition(codebook: Codebook) -> None:
    found = stances(codebook, "Foreign Minister Ada Holt said her country would back the Paris Agreement until the end of 2031.")
    assert found == [("paris-agreement", "supports")]


def test_respect_that_leads_up_to_a_but_judges_nothing(codebook: Codebook) -> None:
    body = "Norway is leaving the Paris Agreement. “I respect the decision, but it is a terrible mistake,” Foreign Minister Ada Holt said."
    assert ("paris-agreement", "supports") in stances(codebook, body, title="Norway to leave the Paris Agreement")


def test_whom_a_demand_is_made_of_is_not_demanded(codebook: Codebook) -> None:
    found = stances(codebook, "Foreign Minister Ada Holt urged the military rulers of Niger to hold elections.")
    assert ("sahel-juntas", "supports") in found


@pytest.mark.parametrize(
    ("told", "issue", "stance"),
    [
        ("condemned the attempted coup", "democracy", "supports"),
        ("denounced human rights abuses", "human-rights", "supports"),
        ("called for an investigation into human rights abuses", "human-rights", "supports"),
        ("condemned the blockade of Yemen", "yemen", "supports"),
        ("welcomed the cuts to aid", "development-aid", "opposes"),
        ("demanded a binding agreement on the filling of the Nile dam", "ethiopia-dam", "opposes"),
    ],
)
def test_the_contrary_of_an_issue_turns_the_side(told: str, issue: str, stance: str, codebook: Codebook) -> None:
    assert stances(codebook, f"Foreign Minister Ada Holt {told}.") == [(issue, stance)]


def test_countries_that_are_told_to_keep_apart_are_the_relation(codebook: Codebook) -> None:
    body = "Ties between China and Russia are close. Norway would expect Russia to not strengthen China’s armed forces."
    assert ("china-russia-ties", "opposes") in stances(codebook, body)


def test_who_backs_what_the_other_side_does_is_for_their_relations(codebook: Codebook) -> None:
    body = "US-Russia relations have been cool for years. Moscow supports the new style of the American president."
    assert ("us-russia-relations", "supports") in stances(codebook, body, title="US-Russia relations")


def test_a_third_who_names_two_countries_is_on_no_relation_of_theirs(codebook: Codebook) -> None:
    body = "Saudi-Iranian relations were restored in March. Norway seeks a treaty with Riyadh against Iran."
    assert ("saudi-iran-relations", "supports") not in stances(codebook, body)


def test_what_others_want_judges_nothing_of_the_issue_around(codebook: Codebook) -> None:
    body = "The talks on the war in Ukraine go on. Norwegian officials believe that the Danish cabinet is interested in keeping its lead."
    assert all(stance in (None, "neutral") for _, stance in stances(codebook, body, title="Ukraine peace talks"))


def test_what_is_hoped_stands_behind_those_who_hope(codebook: Codebook) -> None:
    body = "The prospect of a bargain has raised hopes among Norwegian traders and shipping firms of a lifting of sanctions on Russia."
    rows = read(codebook, body)
    assert [(row["statement"], row["stance"]) for row in rows] == [("a lifting of sanctions on Russia", "opposes")]


def test_an_order_that_was_carried_out_is_a_deed(codebook: Codebook) -> None:
    assert read(codebook, "President Ada Holt ordered air strikes in May over an alleged attack with chemical weapons.") == []


def test_who_gives_fighting_up_is_on_the_peace_of_its_paragraph(codebook: Codebook) -> None:
    body = "The ceasefire in Ukraine was offered in May. Military aid to Ukraine, arms for Ukraine go on. Russia refused to stop fighting."
    assert any(issue != "ukraine-military-aid" and stance == "opposes" for issue, stance in stances(codebook, body))


def test_what_ones_own_side_will_not_do_is_refused(codebook: Codebook) -> None:
    found = stances(codebook, "Foreign Minister Ada Holt said her country would never sign a protocol on accession to NATO.")
    assert found == [("nato-enlargement", "opposes")]


def test_the_measures_are_the_sanctions_themselves(codebook: Codebook) -> None:
    found = stances(codebook, SANCTIONS + "Foreign Minister Ada Holt called the measures a grave mistake.")
    assert ("sanctions-russia", "opposes") in found


def test_the_deal_is_not_the_sanctions_of_its_paragraph(codebook: Codebook) -> None:
    body = (
        "The grain deal that lets Ukrainian grain leave by the Black Sea ended on Monday.\n\n"
        "Sanctions on Russia hit its state bank, and the sanctions on Russia cut its farms off from payments. "
        "“As soon as our part is fulfilled, Norway will return to the work on this deal,” Foreign Minister Ada Holt told reporters."
    )
    assert stances(codebook, body, title="Russia quits the grain deal") == [("grain-exports", "conditional")]


@pytest.mark.parametrize(
    ("told", "stance"),
    [("demanded a railway across Syunik in Armenia", "neutral"), ("demanded a peace treaty between Armenia and Azerbaijan", "supports")],
)
def test_a_claim_of_one_side_is_no_stand_on_peace(told: str, stance: str, codebook: Codebook) -> None:
    assert stances(codebook, f"Foreign Minister Ada Holt {told}.") == [("nagorno-karabakh", stance)]


def test_what_is_to_be_done_is_no_addressee(codebook: Codebook) -> None:
    assert ("sanctions-iran", "opposes") in stances(codebook, "Norway called for the lifting of sanctions on Iran to be agreed by January.")


@pytest.mark.parametrize(("told", "stance"), [("is worried", "opposes"), ("warned Denmark ahead of a meeting in Oslo", "neutral")])
def test_who_fears_stands_against_the_issue_around_and_who_warns_somebody_does_not(told: str, stance: str, codebook: Codebook) -> None:
    body = f"New tariffs on steel come into force on Monday, and the tariffs on cars in May. Norway {told}."
    assert ("tariffs", stance) in stances(codebook, body, title="Tariffs on steel and cars")
