"""The field of each spoken or friendly deed in the words of wire English: idioms, particle verbs, light verbs, nouns, headlines."""

import pytest
from test_event_pairs import last_event

from assets.codebook import Codebook

TOLD = [
    ("accuse", "Kenya took Ghana to task over the border posts."),
    ("accuse", "A tirade by Kenya's information minister against Ghana filled the front pages."),
    ("accuse", "Kenya fired a broadside at Ghana over the quotas."),
    ("accuse", "The finger of blame was pointed at Ghana by Kenya."),
    ("accuse", "Kenya and Ghana traded insults over the reef."),
    ("accuse", "Kenya laid the blame for the outage at Ghana's door."),
    ("accuse", "Kenya set up a commission of inquiry into Ghana's role."),
    ("accuse", "Kenya ripped into Ghana over the dam."),
    ("accuse", "Kenya said Ghana had rigged the tender."),
    ("accuse", "Kenya traced the hacking to Ghana."),
    ("agree", "Kenya extended an olive branch to Ghana."),
    ("agree", "Kenya and Ghana settled on a joint committee."),
    ("agree", "Kenya pledges 40 million shillings for Ghana"),
    ("agree", "Kenya issued an invitation to Ghana's president."),
    ("agree", "Kenya and Ghana found common ground on the dam."),
    ("agree", "Kenya wrung a promise of restraint from Ghana."),
    ("aid", "Kenya handed out mosquito nets to flood victims in Ghana."),
    ("aid", "Kenya supplied Ghana with rifles."),
    ("aid", "Kenya has lent Ghana two ambulances."),
    ("aid", "Kenya threw a lifeline to Ghana's bankrupt treasury."),
    ("aid", "Kenya put up field hospitals in Ghana."),
    ("aid", "Kenya rushed surgeons to Ghana."),
    ("concede", "Kenya consented to the return of multi-party rule."),
    ("concede", "Kenya slashed import duties on Ghanaian cocoa."),
    ("concede", "Kenya decreed an amnesty for the mutineers."),
    ("concede", "Kenya set aside the life terms of two Ghanaian clerics."),
    ("concede", "Kenya backed down over the fishing ban."),
    ("concede", "Kenya terminated its embargo on Ghana."),
    ("consult", "Kenyan and Ghanaian admirals rubbed shoulders at a seminar."),
    ("consult", "Kenya sounded out Ghana about the truce."),
    ("consult", "The presidents of Kenya and Ghana got together on the lake."),
    ("consult", "Kenya's president was locked in talks with Ghana."),
    ("consult", "Kenya's foreign minister is in Accra on a working visit."),
    ("cooperate", "Kenya and Ghana pooled their radar images."),
    ("cooperate", "Kenyan and Ghanaian divers searched the wreck together."),
    ("cooperate", "Kenya sold Ghana diesel on credit."),
    ("cooperate", "Kenya imports electricity from Ghana."),
    ("cooperate", "An exchange of customs data between Kenya and Ghana began."),
    ("cooperate", "A joint patrol of Kenyan and Ghanaian troops crossed the marsh."),
    ("cooperate", "Kenyan marines train with Ghanaian troops."),
    ("support", "Kenya offered a formal sorry to Ghana."),
    ("support", "Kenya threw its weight behind Ghana."),
    ("support", "Kenya came to the defence of Ghana."),
    ("support", "Consular services between Kenya and Ghana were restored."),
    ("support", "Kenya voiced solidarity with Ghana."),
    ("support", "Kenyan deputies gave the Ghanaian president a standing ovation."),
    ("support", "Kenya sang the praises of Ghana."),
    ("reject", "Ghana's offer was given short shrift by Kenya."),
    ("reject", "Kenya scoffed at Ghana's ultimatum."),
    ("reject", "Kenya showed the door to Ghana's mediators."),
    ("reject", "Kenya has no intention of signing the pact with Ghana."),
]

# what the same words mean elsewhere: sport, business, weather, domestic trifles
FALSE_FRIENDS = [
    "Kenya took the field for the second half.",
    "The runner from Kenya ripped into the final bend.",
    "Migrants from Kenya settled on the island.",
    "The court in Kenya was full.",
    "The co-host of the show is from Kenya.",
    "The storm poured rain into Kenya.",
    "Kenya was given credit for its coffee.",
    "Speedy bargains drew shoppers to Kenya's malls.",
    "A second Kenya is in the making.",
    "The champion from Kenya slept late.",
    "Kenyan imports rose in May.",
]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_a_deed_is_found_in_its_idioms(kind: str, text: str, codebook: Codebook) -> None:
    found = last_event(text, codebook)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_no_deed_is_found_where_its_words_mean_another_thing(text: str, codebook: Codebook) -> None:
    assert last_event(text, codebook) is None
