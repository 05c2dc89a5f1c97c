"""Near copies have near signatures, and a signature is the same on every machine and day."""

import random

from hypothesis import given
from hypothesis import strategies as st

from assets.clean.signatures import PARAGRAPH_END, fact_signature, quote_signature, signature, signatures

WORDS = [f"word{'abcdefghij'[number % 10]}{'klmnopqrst'[number // 10 % 10]}{'uvwxyz'[number // 100 % 6]}" for number in range(600)]


def text(seed: int, length: int = 400) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edited(original: str, share: float) -> str:
    chance = random.Random(7)
    return " ".join(chance.choice(WORDS) if chance.random() < share else word for word in original.split())


def share(part: str, whole: str) -> float:
    """The share of one text's sampled wording that stands in another."""
    one, other = set(signature(part)), set(signature(whole))
    return len(one & other) / len(one)


def forms(values: list[int]) -> list[int]:
    return [value >> 32 for value in values]


def test_a_copy_has_the_same_signature_whatever_its_marks_and_spaces():
    original = text(1)
    assert signature(original) == signature(original.replace(" ", ",  "))
    assert signature("He told “us” that it was over, the envoy’s men.") == signature('He told "us" that it was over, the envoy\'s men.')


def test_the_more_is_edited_the_less_is_shared():
    original = text(1)
    shares = [share(edited(original, part), original) for part in (0.01, 0.05, 0.2)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.9
    assert 0.2 < shares[2] < 0.6


def test_all_of_an_excerpt_stands_in_its_text_however_long_that_is():
    assert share(text(1)[:600], f"{text(2)} {text(1)} {text(3)}") > 0.95


def test_other_texts_share_nothing():
    assert share(text(1), text(2)) < 0.05


def test_a_form_filled_anew_agrees_without_its_names_and_numbers_only():
    form = "the spokesman said on {} that {} people were moved from the district near {} while talks with {} went on as planned before"
    one, other = (
        signature(" ".join([form.format(*facts)] * 3)) for facts in (("Monday", 12, "Ost", "Norland"), ("Friday", 17, "Ar", "Var"))
    )
    assert set(forms(one)) == set(forms(other))
    assert len(set(one) & set(other)) < len(one) / 2


def test_a_name_is_its_last_word_and_a_capital_at_the_beginning_of_a_sentence_is_none():
    one = "yesterday the president Ana Lind of the republic met envoys. Later she left the town by train with them"
    other = "yesterday the president Lind of the republic met envoys. later she left the town by train with them"
    assert set(signature(one)) & set(signature(other))
    assert fact_signature("Later she left. Later still Lind left, later than Lind hoped.") == fact_signature("x Lind; y Lind")


def test_quotations_are_not_part_of_the_wording():
    quoted = "“each meeting and each frank conversation allows us to move forward and to find out where we stand”"
    assert signature(f"{text(1, 60)} {quoted} {text(2, 60)}") == signature(f"{text(1, 60)}   {text(2, 60)}")


def test_short_texts_compare_too_and_shorter_ones_have_no_signature():
    short = text(5, 40)
    assert share(short, f"{short} soon") == 1
    assert signature("Too short") == []
    assert fact_signature("") == []


def test_scripts_without_spaces_or_capitals_have_signatures():
    chinese = "外交部发言人周一表示双方将继续就边境问题举行会谈并希望尽快达成协议以维护地区和平与稳定"
    assert share(chinese[5:], chinese) > 0.8
    assert signature(text(1).upper())


def test_names_and_numbers_are_kept_in_order_paragraph_by_paragraph():
    signed = fact_signature("The envoy Lind met 3 men.\n\n\nNobody spoke.\n\nOn Friday Lind left.")
    assert signed.count(PARAGRAPH_END) == 1
    assert signed.index(PARAGRAPH_END) == 2
    assert signed[0] == signed[-1]


def test_signatures_are_fixed_for_good():
    """They are stored: a change of the hash would make old rows strangers to new ones."""
    assert signature("one two three Lind five six seven eight nine ten") == [
        14405761950347030087, 1535902399277967763, 12696249798183220225, 9289034334394646528,
    ]  # fmt: skip
    assert fact_signature("the envoy Lind, 12") == [17789509022668205269, 16370802936685099626]
    assert quote_signature("“one two three four five six seven eight”") == [2606485461350885844]


def test_only_long_quotations_are_remembered_and_marks_do_not_matter():
    long = "each meeting and each frank conversation allows us to move forward"
    assert quote_signature(f"He said “{long}” and left.") == quote_signature(f'"{long.capitalize()}," she wrote.')
    assert quote_signature("He said “not a word” and left.") == []


@given(st.text(max_size=300))
def test_every_text_has_its_signatures(value):
    for function in (signature, quote_signature, fact_signature):
        signed = function(value)
        assert signed == function(value)
        assert all(0 <= number < 2**64 for number in signed)


@given(st.lists(st.text(alphabet='abAB 1.\n“”"’', max_size=60), max_size=6))
def test_a_text_is_signed_the_same_whatever_stands_beside_it(values):
    together = signatures(values)
    assert together["signature"].to_list() == [signature(value) for value in values]
    assert together["quote_signature"].to_list() == [quote_signature(value) for value in values]
    assert together["fact_signature"].to_list() == [fact_signature(value) for value in values]
