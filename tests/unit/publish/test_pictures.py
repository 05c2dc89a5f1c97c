"""Small pictures: well-formed SVG, whatever is counted."""

import base64
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from assets.pictures import as_markdown, bars

LABELS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)


@given(st.lists(st.tuples(LABELS, st.integers(0, 10**9)), max_size=12), LABELS)
def test_any_counts_draw_well_formed_svg_with_a_bar_each(counts: list[tuple[str, int]], title: str) -> None:
    drawing = ElementTree.fromstring(bars(counts, title))
    assert len(drawing.findall("{http://www.w3.org/2000/svg}rect")) == len(counts) + 1


def test_the_longest_bar_is_the_largest_count() -> None:
    rects = ElementTree.fromstring(bars([("a", 1), ("b", 4)], "t")).findall("{http://www.w3.org/2000/svg}rect")[1:]
    assert float(rects[1].attrib["width"]) == 4 * float(rects[0].attrib["width"])


def test_the_picture_carries_its_own_bytes() -> None:
    markdown = as_markdown("<svg/>", "nothing")
    assert base64.b64decode(markdown.split("base64,")[1].rstrip(")")) == b"<svg/>"
