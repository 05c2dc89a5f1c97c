"""Bytes become text, text becomes paragraphs, and words stay as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.clean.encoding import UndecodableError, decode
from assets.clean.mojibake import mend
from assets.clean.paragraphs import LONGEST, lines

ENGLISH = "The envoy’s visit to Reykjavík was “useful” — even if the café was closed, the minister said. " * 4
RUSSIAN = "Министр иностранных дел заявил в четверг, что переговоры продолжатся на следующей неделе. " * 4
POLISH = "Minister spraw zagranicznych powiedział w czwartek, że rozmowy będą kontynuowane w Łodzi. " * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"), (ENGLISH, "utf-8-sig"), (ENGLISH, "utf-16"), (ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"), (POLISH, "iso8859-2"),
    ],
)  # fmt: skip
def test_text_is_read_in_the_encoding_it_was_written_in(text, encoding):
    read, _, replaced = decode(text.encode(encoding))
    assert (read, replaced) == (text, 0)


def test_a_page_may_say_its_encoding():
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}</body></html>'
    assert decode(page.encode("cp1251"), is_html=True)[0] == page


def test_one_spoilt_byte_does_not_cost_the_whole_document():
    text, _, replaced = decode((ENGLISH * 3).encode() + b"\xc3")
    assert replaced == 1
    assert text.startswith(ENGLISH)


@pytest.mark.parametrize("content", [bytes(range(128, 256)) * 8, b"\x81\x8d\x8f\x90\x9d" * 50, b"\xff\xfe\xfd" * 33])
def test_bytes_that_are_no_text_are_refused(content):
    with pytest.raises(UndecodableError, match="undecodable"):
        decode(content)


@given(st.text(max_size=200))
def test_whatever_is_utf8_is_read_as_it_is(text):
    if not text.startswith("\ufeff") and "\x1b" not in text:
        assert decode(text.encode("utf-8", "ignore"))[0] == text.encode("utf-8", "ignore").decode()


@pytest.mark.parametrize(
    ("spoilt", "mended", "count"),
    [
        ("The cafÃ© in GÃ¶teborg", "The café in Göteborg", 2),
        ("â€œA useful day,â€\x9d she said", "“A useful day,” she said", 2),
        ("A âThawâ in the North", "A “Thaw” in the North", 2),
        ("Norlandâs envoy donât expect much", "Norland’s envoy don’t expect much", 2),
    ],
)
def test_mojibake_is_mended_and_counted(spoilt, mended, count):
    assert mend(spoilt) == (mended, {"mojibake": count})


@pytest.mark.parametrize(
    "text",
    [
        "Le château date de l’âge d’or ; le maître y reçoit la délégation.",
        "The São Tomé envoy praised the “château talks” and said: ‘voilà’.",
        "L’âme du traité, dit-il, est à Genève.",
        "Le dégât fut grand; l’appât du gain aussi.",
        "Straight \"quotes\" and curly “quotes” — both 'stay' as they’re written…",
    ],
)  # fmt: skip
def test_accents_and_quotation_marks_that_are_right_stay(text):
    mended, repairs = mend(text)
    assert mended == text
    assert not repairs


def test_spaces_and_line_ends_are_made_uniform():
    assert mend("30\u00a0ships\u200b left\r\nOdesa\rport\u2028today")[0] == "30 ships left\nOdesa\nport\ntoday"


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def test_paragraphs_are_lines_where_no_blank_line_divides_them():
    assert texts("They met in Oslo on Monday.\n  They parted   on Tuesday.\n\nA third one.") == [
        "They met in Oslo on Monday.", "They parted on Tuesday.", "A third one.",
    ]  # fmt: skip


def test_a_text_wrapped_by_hand_is_joined_again():
    wrapped = "\n".join(
        [
            "The foreign ministers of the two countries met in the harbour town on",
            "Monday and agreed to reopen the border crossings that had been closed",
            "since the spring, a spokesman for one of the delegations told those",
            "who had waited outside.",
            "",
            "The crossings will first serve lorries only. Passengers are to follow",
            "once both parliaments have given their consent, which is expected to",
            "take until the end of the summer, although nobody could name the day",
            "on which the vote will be held.",
        ]
    )
    assert [len(text.split()) for text in texts(wrapped)] == [41, 42]


@pytest.mark.parametrize(
    ("glued", "pieces"),
    [
        ("They met in Oslo.The envoy then left.", ["They met in Oslo.", "The envoy then left."]),
        ("They met in Oslo.“A good day,” she said.", ["They met in Oslo.", "“A good day,” she said."]),
        ("“It was a good day.”Norland had asked for it.", ["“It was a good day.”", "Norland had asked for it."]),
        ('She said: "A good day."The envoy left.', ['She said: "A good day."', "The envoy left."]),
        ('The envoy had left."A good day," she said.', ["The envoy had left.", '"A good day," she said.']),
        (
            "He told reporters on the phone.— With assistance by Ada Lind",
            ["He told reporters on the phone.", "— With assistance by Ada Lind"],
        ),
    ],
)
def test_glued_paragraphs_are_divided(glued, pieces):
    assert texts(glued) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.Treasury and St.Gallen, Mr.Lind and No.10 agreed.",
        "See Norland.Realities and www.norland.example/News.Html for more.",
        "Growth of 3.5% was reported by Lake.Com at 5 p.m.Monday.",
        "“We met,”she said.",
    ],
)
def test_full_stops_inside_names_numbers_and_addresses_divide_nothing(text):
    assert texts(text) == [text]


@given(st.text(alphabet=' ab.AB“”"\n', max_size=120))
def test_no_letter_is_lost_between_text_and_paragraphs(text):
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


def test_a_text_that_came_as_one_endless_line_is_cut_behind_sentences_and_loses_no_word():
    sentence = "The envoys of Peru and Togo met again. "
    cut = [line.text for line in lines(sentence * 1000)]
    assert len(cut) > 1
    assert max(map(len, cut)) <= LONGEST
    assert all(text.endswith("again.") for text in cut)
    assert " ".join(cut) == (sentence * 1000).strip()
