"""The check of proposals: what is not in the text to the letter does not get in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.enrich.extractors.checking import RefusedError, located
from assets.enrich.extractors.protocol import Paragraph, Proposal, Words

TEXT = "The talks failed, Minister Ada Brandt said on Monday. “We will return,” she said, “but not soon.”"
PARAGRAPHS = {0: Paragraph(0, TEXT)}


def _proposal(source: str | None, cue: str, *content: str, paragraph: int = 0, start: int | None = None) -> Proposal:
    return Proposal(paragraph, Words(cue, start), tuple(map(Words, content)), Words(source) if source else None)


def test_words_are_found_where_they_stand() -> None:
    found = located(_proposal("Minister Ada Brandt", "said", "The talks failed"), PARAGRAPHS)
    assert TEXT[slice(*found.cue)] == "said"
    assert found.cue[0] < TEXT.index("on Monday"), "the nearer of two"
    assert [TEXT[slice(*part)] for part in found.content] == ["The talks failed"]
    assert found.source
    assert TEXT[slice(*found.source)] == "Minister Ada Brandt"


def test_a_broken_quotation_has_two_parts() -> None:
    found = located(_proposal("she", "said", "“We will return,”", "“but not soon.”"), PARAGRAPHS)
    assert [TEXT[slice(*part)] for part in found.content] == ["“We will return,”", "“but not soon.”"]
    assert found.cue[0] > TEXT.index("return")


def test_wrong_offsets_are_mended_by_the_words() -> None:
    found = located(_proposal("she", "said", "“We will return,”", start=9_999), PARAGRAPHS)
    assert TEXT[slice(*found.cue)] == "said"


@pytest.mark.parametrize(
    ("proposal", "reason"),
    [
        (_proposal("Minister Ada Brandt", "said", "The talks collapsed"), "not in the paragraph"),
        (_proposal("Minister Ada Brant", "said", "The talks failed"), "not in the paragraph"),
        (_proposal("Ada Brand", "said", "The talks failed"), "as whole words"),
        (_proposal(None, "said", "“We will return”"), "not in the paragraph"),
        (_proposal(None, "said", "talks failed", paragraph=3), "no paragraph 3"),
        (_proposal(None, "said"), "nothing is said"),
        (_proposal(None, "", "The talks failed"), "empty"),
        (_proposal(None, "said", " The talks failed"), "space"),
        (_proposal("The talks", "said", "The talks failed"), "overlap"),
        (_proposal(None, "The talks failed, Minister Ada Brandt said on Monday", "We will return"), "words, 8 at most"),
    ],
)
def test_what_the_text_does_not_say_is_refused_with_the_reason(proposal: Proposal, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        located(proposal, PARAGRAPHS)


words = st.text(alphabet="ab “”,.é\n", min_size=1, max_size=8)


@given(
    text=st.text(alphabet="ab “”,.é\n", max_size=60),
    cue=words,
    content=words,
    source=st.none() | words,
    start=st.none() | st.integers(-5, 99),
)
def test_whatever_is_proposed_only_words_of_the_text_come_out(
    text: str, cue: str, content: str, source: str | None, start: int | None
) -> None:
    try:
        found = located(Proposal(0, Words(cue, start), (Words(content),), Words(source) if source else None), {0: Paragraph(0, text)})
    except RefusedError:
        return
    assert text[slice(*found.cue)] == cue
    assert text[slice(*found.content[0])] == content
    assert source is None or (found.source and text[slice(*found.source)] == source)
