"""Whether an event happened, each status from its own cues. Names are arbitrary, deeds invented."""

import pytest
from test_events import events

from assets.codebook import Codebook

SENTENCES = """
occurred|[Peru] met [Chile] in Lima.
occurred|[Norway] has imposed sanctions on [Belarus].
occurred|Sanctions imposed on [Belarus] by [Norway] hurt its banks.
occurred|[Peru] began to withdraw its troops from [Chile].
occurred|[Chile] was accused by [Peru] of smuggling.
occurred|[Peru] managed to free two sailors from [Chile].
occurred|Three sailors were released by [Peru] after talks with [Chile].
occurred|[Peru]'s attack on [Chile] lasted two days.
occurred|[Holt] arrived in [Peru] and met [Vega].
occurred|[Rebels] shelled [Bunia] overnight.
occurred|[Peru] decided to expel two diplomats of [Chile].
occurred|Having broken off ties with [Chile], [Peru] closed the port.
occurred|[Peru] has trained [Chilean officers].
occurred|[Peru] denies it all and accused [Chile] of smuggling.
denied|[Peru] denied that it had left the pact and attacked [Chile].
ongoing|[Peru] trains [Chilean officers].
ongoing|[Peru] has shelled [Chile] every night.
ongoing|[Peru] has held talks with [Chile] for two months.
ongoing|[Peru], whose troops have occupied [Chile] since the raid of Monday, is silent.
occurred|[Norway] has imposed sanctions on [Belarus] since Monday.
occurred|[Peru] had shelled [Chile] every night.
occurred|[Peru] has killed ten sailors from [Chile] since Monday.
alleged|The soldiers whom [Chile] says were sent by [Peru] went home.
negated|[Peru] did not meet [Chile] in Lima.
negated|[Peru] has not imposed sanctions on [Chile].
negated|[Peru] never accused [Chile] of smuggling.
negated|[Peru] failed to meet [Chile] in Lima.
negated|[Peru] has no plans to meet [Chile].
negated|There were no talks between [Peru] and [Chile].
occurred|A visit by [Holt] to [Chile] was cancelled.
occurred|The planned visit of [Holt] to [Chile] was postponed.
negated|[Peru] and [Chile] have not signed an agreement.
negated|No attack by [Peru] on [Chile] took place.
negated|[Peru] no longer supplies weapons to [Chile].
negated|[Peru] is unable to supply weapons to [Chile].
planned|[Peru] will meet [Chile] in Lima.
planned|[Peru] is due to meet [Chile] in Lima.
planned|[Peru] plans to send food aid to [Chile].
planned|[Peru] is to meet [Chile] next week.
planned|[Peru] is going to impose sanctions on [Chile].
planned|The upcoming visit of [Holt] to [Chile] raises hopes.
planned|[Peru] is set to sign an agreement with [Chile].
planned|[Peru] and [Chile] are scheduled to hold talks.
planned|[Holt] is expected to visit [Chile].
planned|Talks between [Peru] and [Chile] are planned for May.
planned|[Peru] said it would send food aid to [Chile].
occurred|[Peru] intends to withdraw its troops from [Chile].
occurred|[Peru] vowed to expel the diplomats of [Chile].
proposed|[Peru] should meet [Chile] in Lima.
proposed|[Peru] hopes to meet [Chile] in Lima.
proposed|[Peru] wants to sign an agreement with [Chile].
proposed|The proposed meeting between [Peru] and [Chile] has no date.
proposed|[Peru] must release the sailors of [Chile].
proposed|[Peru] ought to lift its sanctions on [Chile].
proposed|[Holt] seeks to restore diplomatic relations with [Chile].
hypothetical|[Peru] could meet [Chile] in Lima.
hypothetical|If [Peru] meets [Chile], the price of copper may fall.
hypothetical|[Peru] might attack [Chile].
hypothetical|Unless [Peru] withdraws its troops from [Chile], prices will rise.
hypothetical|A possible meeting between [Peru] and [Chile] is in the air.
hypothetical|The risk of an attack by [Peru] on [Chile] is low.
hypothetical|[Peru] would release the sailors of [Chile] in return.
hypothetical|Nobody knows whether [Peru] attacked [Chile].
negated|[Peru] cannot attack [Chile] from the sea.
occurred|The threat of an invasion of [Chile] by [Peru] remains.
alleged|[Peru] reportedly met [Chile] in Lima.
alleged|[Peru] allegedly shelled [Chile].
alleged|The alleged attack by [Peru] on [Chile] is under review.
alleged|[Peru] is alleged to have bombed [Chile].
alleged|[Peru] is reported to have arrested two [Chileans].
alleged|The suspected cyberattack by [Peru] on [Chile] did no harm.
alleged|[Peru] is said to have supplied weapons to [Chile].
denied|[Peru] denied that it had met [Chile] in Lima.
denied|[Peru] denied having attacked [Chile].
denied|[Peru] denies supplying weapons to [Chile].
denied|[Holt] denied that [Peru] had arrested two [Chileans].
denied|[Peru] has denied any attack on [Chile].
ongoing|[Peru] is meeting [Chile] in Lima.
ongoing|[Peru] continues to shell [Chile].
ongoing|[Peru] is shelling [Chile].
ongoing|Talks between [Peru] and [Chile] are being held, and [Peru] is blockading [Chile].
ongoing|[Chile] is being shelled by [Peru].
ongoing|The ongoing talks between [Peru] and [Chile] are slow.
ongoing|[Peru] has been bombing [Chile] for a week.
ongoing|[Peru] keeps shelling [Chile].
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_the_words_around_a_deed_tell_whether_it_was_done(line: str, codebook: Codebook) -> None:
    status, text = line.split("|")
    assert status in [event[1] for event in events(text, codebook)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Peru] agreed to meet [Chile] in May.", "agree"),
        ("[Peru] will meet [Chile] in May.", "agree"),
        ("[Peru] is scheduled to hold talks with [Chile].", "agree"),
        ("[Peru] will withdraw its troops from [Chile].", "agree"),
        ("[Peru] announced the withdrawal of its troops from [Chile].", "concede"),
        ("[Peru] announced that [Peru] will withdraw its troops from [Chile].", "concede"),
        ("[Peru] withdrew its troops from [Chile].", "retreat"),
        ("[Peru] will impose sanctions on [Chile].", "threaten"),
        ("[Peru] will not meet [Chile].", "reject"),
    ],
)
def test_what_is_only_said_is_coded_as_plover_codes_it(text: str, kind: str, codebook: Codebook) -> None:
    assert [event[0] for event in events(text, codebook)] == [kind]
