"""Bodies and groups called by a noun alone: "the army", "the rebels" once they are named, "the government" that something is done to."""

import pytest
from test_actor_groups import who

from assets.codebook import Codebook

Named = tuple[str, str | None]


def last(codebook: Codebook, body: str) -> Named | None:
    found = who(codebook, body)
    return found[-1][:2] if found else None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sudan is tense. The army shelled a market.", ("army", "sudanese-army")),
        ("Peru voted. The opposition rejected the count.", ("opposition", "Peruvian opposition")),
        ("Mali is tense. The junta has banned rallies.", ("junta", "mali")),
        ("In Accra the police fired.", ("police", "Ghanaian police")),
        ("In Accra the government resigned.", ("government", "ghana")),
        ("Officers in Gabon toppled the government.", ("government", "gabon")),
        ("Peru is calm. Farmers blamed the government for the floods.", ("government", "peru")),
    ],
)
def test_what_a_state_has_one_of_is_that_of_the_state_in_play(body: str, expected: Named, codebook: Codebook) -> None:
    assert last(codebook, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Peru wrote to Chile. The army shelled a market.", ("Chile", "chile")),  # either's
        ("Peru voted. The army camp burned.", ("Peru", "peru")),
        ("Peru is calm. He likes the government offices.", ("Peru", "peru")),
    ],
)
def test_of_several_states_or_within_a_longer_phrase_it_is_nobodys(body: str, expected: Named, codebook: Codebook) -> None:
    assert last(codebook, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kenyan fishermen left. The fishermen had quarrelled.", ("fishermen", "Kenyan fishermen")),
        ("Kenyan fishermen met Peruvian fishermen. The fishermen had quarrelled.", ("Peruvian fishermen", "Peruvian fishermen")),
        ("ELN spoke in Havana. The guerrillas later left.", ("guerrillas", "eln")),
        ("The Houthis hit a tanker. The militia then left.", ("militia", "houthis")),
        ("M23 took a town. The rebels then left.", ("rebels", "m23")),
    ],
)
def test_a_group_named_before_is_called_by_its_noun(body: str, expected: Named, codebook: Codebook) -> None:
    assert last(codebook, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Two Japanese were freed.", [("Japanese", "Japanese nationals")]),
        ("Two Japanese ships left.", [("Japanese", "japan")]),
        ("Danish F-16s flew over the sea.", [("Danish", "denmark")]),
        ("The parliament of Israel voted.", [("parliament of Israel", "knesset")]),
        ("The New Democrats lost.", []),
        ("They lifted a ban on Malian cattle.", [("Malian", "mali")]),
        ("They live on Malian cattle.", []),
        ("They fear for Tamil civilian refugees.", [("Tamil civilian refugees", "Tamil refugees")]),
        ("Peru asked the foreign ministry in Abidjan.", [("Peru", "peru"), ("foreign ministry", "Ivorian foreign ministry")]),
    ],
)
def test_nationals_aircraft_and_bodies_tell_their_state(body: str, expected: list[Named], codebook: Codebook) -> None:
    assert [mention[:2] for mention in who(codebook, body)] == expected


@pytest.mark.parametrize(
    ("body", "state", "is_meant"),
    [
        ("Chad has closed its border with Kenya.", "chad", True),
        ("Georgia has closed its border with Russia.", "georgia", True),
        ("Kenya, Chad and Russia share a lake.", "chad", True),
        ("The vote in Georgia, not far from Alabama, was watched in Russia. Georgia counts slowly.", "georgia", False),
        ("Georgia counts its votes slowly, the United States learnt.", "georgia", False),
        ("Jim Jordan met envoys of Russia. Jordan was late.", "jordan", False),
        ("Springfield, Georgia, is far from Russia.", "georgia", False),
    ],
)
def test_a_shared_name_is_the_state_s_in_the_company_of_states(body: str, state: str, is_meant: bool, codebook: Codebook) -> None:
    assert (state in {found[1] for found in who(codebook, body)}) == is_meant
