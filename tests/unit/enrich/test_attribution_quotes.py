"""What stands between quotation marks."""

import pytest

from assets.enrich.words.quotes import inside, quotations
from assets.enrich.words.tokens import Tokens


def quoted(text: str) -> list[str]:
    tokens = Tokens(text)
    paragraphs, start = [], 0
    for paragraph in text.split("\n\n"):
        paragraphs.append(tokens.span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return [text[slice(*inside(tokens, quotation))] for quotation in quotations(tokens, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sign,” she said.", ["We will sign,"]),
        ('"We will sign," she said.', ["We will sign,"]),
        ('“We will sign," she said.', ["We will sign,"]),
        ('She said "we will” and left.', ["we will"]),
        ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,"]),
        ('“He told me "never" twice,” she said.', ['He told me "never" twice,']),
        ("“We sign. We leave,” she said. “Soon.”", ["We sign. We leave,", "Soon."]),
        ("A 'positive dynamic' was seen.", ["positive dynamic"]),
        ("The ministers' visit and the workers' strike ended.", []),
        ("It's Norway's turn, and it isn’t Sweden’s.", []),
        (
            "“The text is ready and checked.\n\n“It needs no more work,” she said.",
            ["The text is ready and checked.", "It needs no more work,"],
        ),
    ],
)
def test_quotations_are_found_whatever_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_stray_mark_before_the_last_word_opens_no_quotation() -> None:
    assert quoted('The screen was wide "indeed.') == []
