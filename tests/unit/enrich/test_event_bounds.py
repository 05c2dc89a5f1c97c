"""Frames are left out without being tried; none of those would have been chosen."""

import pytest
from test_events import events

from assets.codebook import Codebook
from assets.enrich.events import candidates
from assets.enrich.events.candidates import Groups
from assets.enrich.events.frames import Trigger
from assets.enrich.events.grammar import Tokens
from assets.enrich.events.parties import Party
from assets.enrich.events.standing import Candidate

LINES = (
    "[Peru] met with [Chile] in Quito on Monday and agreed to cut tariffs on copper.",
    "[Peru] called on [Chile] to withdraw its troops from the border.",
    "[Peru] cut off all aid to [Chile] and recalled its ambassador from [Brazil].",
    "[Peru] was accused by [Chile] of breaking the truce.",
    "Talks between [Peru] and [Chile] on sanctions against [Brazil] broke down.",
    "[Peru] said it would not give in to the demands of [Chile].",
)


@pytest.mark.parametrize("text", LINES)
def test_no_candidate_is_left_out_that_would_have_been_chosen(text: str, codebook: Codebook, monkeypatch: pytest.MonkeyPatch) -> None:
    match, tried = candidates._match, []

    def noted(sentence: Tokens, cast: list[Party], index: int, trigger: Trigger, groups: Groups, least: float) -> Candidate | None:
        whole, found = match(sentence, cast, index, trigger, groups, 0.0), match(sentence, cast, index, trigger, groups, least)
        if whole is not None:
            tried.append((whole.score, trigger.most))
            assert found is not None or whole.score < least
        return found

    monkeypatch.setattr(candidates, "_match", noted)
    events(text, codebook)
    assert tried
    assert all(score <= most for score, most in tried)
