"""The documents that speed is measured on are what they claim to be."""

from statistics import median

from assets.clean.documents import Rules, clean
from assets.codebook import Codebook
from benchmarks import corpus as made_up


def test_the_same_seed_makes_the_same_documents(codebook: Codebook) -> None:
    once, again, other = (list(made_up.corpus(20, seed, codebook)) for seed in (5, 5, 6))
    assert once == again
    assert not set(once) & set(other)


def test_more_documents_begin_with_the_same_ones(codebook: Codebook) -> None:
    assert list(made_up.corpus(5, 1, codebook)) == list(made_up.corpus(30, 1, codebook))[:5]


def test_documents_are_articles_of_the_length_of_news(codebook: Codebook) -> None:
    rules = Rules(codebook)
    bodies = [clean(content, "text", rules)["body"] for content in made_up.corpus(60, 2, codebook)]
    assert 350 < median(len(body.split()) for body in bodies) < 800
    assert all("{" not in body and "[" not in body for body in bodies)
