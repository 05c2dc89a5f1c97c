"""A text made to be slow is cleaned in seconds: no rule's time grows with the square of what it reads."""

import time
from contextlib import suppress

import pytest

from assets.clean.documents import NoArticleError, clean
from assets.clean.mojibake import unescape

LIMIT = 5.0  # seconds of a core; each took minutes or half a minute when it was found
LEAD = "The envoys of Norland met in the harbour on Monday, and she said that the talks had gone well.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(f"https://herald.example/2018/04/{n % 28 + 1:02d}/a-story-{n}" for n in range(20_000)), id="addresses"),
        pytest.param("\n".join(["the envoy of Norland said on a day of that week that the talks-"] * 20_000), id="hyphens"),
        pytest.param("\n".join(f"{'word' * 12}{n} ab-" for n in range(20_000)), id="long words"),
        pytest.param("&" + "amp;" * 200_000 + "quot;", id="references in references"),
        pytest.param(" ".join(f"{n % 28 + 1} March {1950 + n % 70}" for n in range(40_000)), id="dates"),
        pytest.param("“" * 50_000 + "so it was said " + "”" * 50_000, id="nested quotations"),
        pytest.param("使節団は月曜日に港で会談したが多くを語らなかった" * 40_000, id="one line of Japanese"),
        pytest.param("\n".join(f"The envoyâ€™s “talksâ€ – number {n}" for n in range(5_000)), id="mojibake"),
        pytest.param("\n".join(f"By Ada Lind{n} and Bo Ek{n}" for n in range(20_000)), id="bylines"),
    ],
)
def test_cleaning_takes_seconds_at_most(text, rules):
    began = time.process_time()
    with suppress(NoArticleError):
        clean((LEAD + text).encode(), "text", rules)
    assert time.process_time() - began < LIMIT


@pytest.mark.parametrize(
    ("text", "read"), [("&amp;quot;", '"'), ("&amp;amp;amp;lt;", "<"), ("&amp;", "&"), ("&amp;amp;", "&"), ("&nosuch;", "&nosuch;")]
)
def test_a_reference_wrapped_in_references_is_read_once(text, read):
    assert unescape(text)[0] == read


def test_a_text_wrapped_without_end_is_cut_and_nothing_of_it_lost(rules):
    words = [f"word{n}" for n in range(30_000)]
    lines = [" ".join(words[start : start + 9]) for start in range(0, len(words), 9)]
    body = clean((LEAD + "\n".join(lines)).encode(), "text", rules)["body"]
    assert body.split()[-len(words) :] == words
