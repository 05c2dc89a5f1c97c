"""Near copies have near signatures, and a signature is the same on every machine and day."""

import random

from hypothesis import given
from hypothesis import strategies as st

from assets.clean.signatures import SLOTS, quote_signature, signature, similarity

WORDS = [f"word{number}" for number in range(2000)]


def text(seed: int, length: int = 400) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edited(original: str, share: float) -> str:
    chance = random.Random(7)
    return " ".join(chance.choice(WORDS) if chance.random() < share else word for word in original.split())


def test_a_copy_has_the_same_signature_whatever_its_punctuation_and_case():
    original = text(1)
    assert similarity(signature(original), signature(original.upper().replace(" ", ", "))) == 1.0


def test_the_more_is_edited_the_less_alike():
    original = text(1)
    shares = [similarity(signature(original), signature(edited(original, share))) for share in (0.01, 0.05, 0.2)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.8
    assert shares[2] < 0.5


def test_other_texts_are_not_alike():
    assert similarity(signature(text(1)), signature(text(2))) < 0.05


def test_short_texts_compare_too():
    short = "Norland and Sudmark agreed on Monday to reopen the border"
    assert len(signature(short)) == SLOTS
    assert similarity(signature(short), signature(short + " soon")) > 0.7
    assert signature("Too short") == []
    assert similarity([], signature(short)) == 0.0


def test_signatures_are_fixed_for_good():
    """They are stored: a change of the hash would make old rows strangers to new ones."""
    assert signature("one two three four five six")[:2] == signature("One, two; three four five SIX.")[:2]
    assert signature("one two three four five six")[0] == 3740321592486090662
    assert quote_signature("“one two three four five six seven eight”") == [2606485461350885844]


def test_only_long_quotations_are_remembered_and_marks_do_not_matter():
    long = "each meeting and each frank conversation allows us to move forward"
    assert quote_signature(f"He said “{long}” and left.") == quote_signature(f'"{long.capitalize()}," she wrote.')
    assert quote_signature("He said “not a word” and left.") == []


@given(st.text(max_size=300))
def test_every_text_has_a_signature_or_none(value):
    assert len(signature(value)) in (0, SLOTS)
    assert similarity(signature(value), signature(value)) == (1.0 if signature(value) else 0.0)
