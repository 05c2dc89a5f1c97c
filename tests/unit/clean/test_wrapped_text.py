"""Lines wrapped at a width are joined, divided words mended, glued paragraphs parted; lists and headings stay."""

import textwrap

import pytest

from assets.clean.paragraphs import lines

PARAGRAPHS = [
    "The foreign ministers of the two countries met in the harbour town on Monday and agreed to reopen the border crossings that had "
    "been closed since the spring, a spokesman told those who had waited outside.",
    "The crossings will first serve lorries only. Passengers are to follow once both parliaments have given their consent, which is "
    "expected to take until the end of the summer, although nobody could name the day of the vote.",
    "Both governments had recalled their ambassadors in March. They are to return within a fortnight, the ministers wrote.",
]


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


@pytest.mark.parametrize("width", [50, 66, 72, 80, 98])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_paragraphs_wrapped_at_a_width_are_joined(width, between):
    found = texts(between.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS))
    assert " ".join(found) == " ".join(PARAGRAPHS)
    if between == "\n\n":
        assert found == PARAGRAPHS


def test_joined_lines_are_counted():
    joined = lines(textwrap.fill(PARAGRAPHS[0], 60) + "\n\n" + textwrap.fill(PARAGRAPHS[1], 60))
    assert [line.line_ends for line in joined] == [len(textwrap.wrap(paragraph, 60)) - 1 for paragraph in PARAGRAPHS[:2]]


def test_a_divided_word_is_made_whole_and_a_compound_keeps_its_hyphen():
    text = (
        "The foreign ministers of the two countries met in the harbour town and ag-\n"
        "reed to reopen the border crossings that had been closed since a cease-\n"
        "fire was broken in the spring, a spokesman for the Norland-led and well-\n"
        "known delegation told those who had waited outside the building where the\n"
        "talks had been held."
    )
    (line,) = lines(text)
    assert "and agreed to reopen" in line.text
    assert "a cease-fire was" in line.text
    assert "and well-known delegation" in line.text
    assert (line.hyphens, line.line_ends) == (1, 4)


def test_wrapped_text_without_spaces_is_joined_without_them():
    sentence = (
        "外交部发言人星期四表示双方会谈将于下周继续举行并指出协议的重要性大使强调双方都愿意对话将继续推动合作关系发展为地区和平作出贡献"
    )
    wrapped = "\n".join(sentence[start : start + 12] * 2 for start in range(0, 60, 12)) + "\n完。"
    assert len(texts(wrapped)) == 1
    assert " " not in texts(wrapped)[0]


def test_items_of_a_list_stay_items():
    text = (
        textwrap.fill(PARAGRAPHS[0], 60)
        + "\n- first the lorries\n- then the passengers\n2. a joint commission\n\n"
        + textwrap.fill(PARAGRAPHS[1], 60)
    )
    assert texts(text)[1:4] == ["- first the lorries", "- then the passengers", "2. a joint commission"]


def test_headings_and_short_paragraphs_are_not_joined():
    headings = [
        f"Minister of {name} hails the agreement with the neighbours" for name in ("trade", "justice", "labour", "health", "defence")
    ]
    assert texts("\n".join(headings)) == headings
    short = ["They met on Monday in the harbour town of Eastmouth.", "They parted on Tuesday without having signed a thing."] * 4
    assert texts("\n".join(short)) == short


@pytest.mark.parametrize(
    ("glued", "pieces"),
    [
        ("They met in 2018.The minister left.", ["They met in 2018.", "The minister left."]),
        ("It was sold to the U.S.The minister left.", ["It was sold to the U.S.", "The minister left."]),
        ("They met in GenevaThe minister left.", ["They met in Geneva", "The minister left."]),
        ("Exports rose 5%.But prices fell.", ["Exports rose 5%.", "But prices fell."]),
        ("Они встретились.Министр уехал.", ["Они встретились.", "Министр уехал."]),
    ],
)
def test_more_glued_paragraphs_are_divided(glued, pieces):
    assert texts(glued) == pieces
    assert [line.is_glued for line in lines(glued)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "1.The first point",
        "#StopThe war",
        "McDonald and LinkedIn said so",
        "the U.S.A and the U.S.Treasury",
        "He reads News.Realities daily",
    ],
)
def test_names_and_numbers_are_not_divided(text):
    assert texts(text) == [text]
