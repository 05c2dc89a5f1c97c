"""Which words of a text are verbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.enrich.words.tagging import FINITE_VERB, INFINITIVE, NOUN_FORM, PARTICIPLE_ING, PARTICIPLE_PAST, VerbForms, verb_tags
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.verbs import common_forms


def tag(text: str, word: str) -> int:
    tokens = Tokens(text)
    return verb_tags(tokens, VerbForms(common_forms()))[tokens.low.index(word)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry reports that the port is open.", "reports"),
        ("Officials claim the port is open.", "claim"),
        ("Ada Holt plans to leave the port.", "plans"),
        ("The envoy also calls for a truce.", "calls"),
        ("They support the truce.", "support"),
        ("Ministers who support the truce left.", "support"),
        ("41% say the truce will hold.", "say"),
        ("“We sign,” said Ada Holt.", "said"),
        ("The rebels, new figures show, have left.", "show"),
        ("Peru organises the talks.", "organises"),
        ("Officials at the ministry fear a long war.", "fear"),
        ("Critics of the plan fear a flood of refugees.", "fear"),
        ("Few in the capital trust the envoy.", "trust"),
        ("Some fear a new war.", "fear"),
        ("Young people want peace.", "want"),
        ("Norway and Peru support the plan.", "support"),
        ("Hardliners, however, reject the plan.", "reject"),
        ("States like Peru want a truce.", "want"),
        ("Another claimed the bridge was safe.", "claimed"),
    ],
)
def test_a_form_that_may_be_a_noun_is_a_verb_where_its_clause_has_no_other(text: str, word: str) -> None:
    assert tag(text, word) == FINITE_VERB


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The reports were false.", "reports"),
        ("Her claim was false.", "claim"),
        ("Plans for the port have changed.", "plans"),
        ("There are legitimate fears in Lima.", "fears"),
        ("The biggest bet has paid off.", "bet"),
        ("She came from the United States that day.", "states"),
        ("Plans that would close the port were dropped.", "plans"),
        ("The new reports show the damage.", "reports"),
        ("All signs pointed to a truce.", "signs"),
        ("People like you vote.", "like"),
        ("After talks with rebels in Lima support the king had lost returned.", "support"),
        ("They came to Lima and Oslo to support the king, whose trust a minister had lost.", "trust"),
    ],
)
def test_a_noun_that_looks_like_a_verb_is_a_noun(text: str, word: str) -> None:
    assert tag(text, word) == NOUN_FORM


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Officials briefed on the talks say they failed.", "briefed", PARTICIPLE_PAST),
        ("A report published by the ministry was false.", "published", PARTICIPLE_PAST),
        ("They are making repeated mistakes.", "repeated", PARTICIPLE_PAST),
        ("Growth fell to two per cent, compared with five.", "compared", PARTICIPLE_PAST),
        ("The port was closed.", "closed", PARTICIPLE_PAST),
        ("The army closed the port.", "closed", FINITE_VERB),
        ("He left, calling it a sham.", "calling", PARTICIPLE_ING),
        ("They refuse to leave and surrender.", "surrender", NOUN_FORM),
        ("They refuse to leave and participate.", "participate", INFINITIVE),
        ("He's hoping for peace.", "hoping", PARTICIPLE_ING),
    ],
)
def test_participles_and_infinitives_are_told_from_finite_verbs(text: str, word: str, expected: int) -> None:
    assert tag(text, word) == expected


def test_forms_follow_the_spelling_of_both_sides_of_the_ocean() -> None:
    forms = common_forms()
    assert {"organise", "organizing", "favoured", "labelled", "denies", "planned", "undertook", "lying"} <= forms.keys()
    assert "seise" not in forms


@given(
    st.lists(
        st.sampled_from(["that", "plans", "to", "has", "said", "the", ",", ".", "“", "United", "by", "not", "'s", "claims"]), max_size=25
    )
)
def test_every_token_has_a_tag_whatever_the_text(words: list[str]) -> None:
    tokens = Tokens(" ".join(words))
    assert len(verb_tags(tokens, VerbForms(common_forms()))) == len(tokens)
