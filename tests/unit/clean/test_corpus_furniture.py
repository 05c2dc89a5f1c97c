"""Of each embedded text document exactly the listed lines go; whatever else it says is in the body, to the letter."""

import json
from pathlib import Path

import pytest

from assets.clean.documents import Rules, clean
from assets.clean.drafts import draft
from assets.clean.paragraphs import lines

ROOT = Path(__file__).parents[3]
FURNITURE = json.loads((ROOT / "tests" / "data" / "corpus_furniture.json").read_text("utf-8"))


def test_every_embedded_text_document_is_listed(corpus):
    assert sorted(FURNITURE) == sorted(path.name for path in corpus.glob("*.txt"))


@pytest.mark.parametrize("name", FURNITURE)
def test_just_these_lines_go(name, corpus, codebook):
    content = (corpus / name).read_bytes()
    kept = clean(content, "text", Rules(codebook))["body"].split("\n\n")
    assert [line.text for line in lines(draft(content, "text").text) if line.text not in kept] == FURNITURE[name]
