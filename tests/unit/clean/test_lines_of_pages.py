"""What the elements of a web page kept is not judged by its place again: short lines, points listed, an introduction stay."""

from assets.clean.documents import clean

PARAGRAPHS = (
    "The envoys of Norland and Sudland met in the harbour of Eastmouth on Monday and talked about the bridge for six hours.",
    "Nobody had expected an agreement, and none was reached, though both sides said that they would meet again before the winter.",
    "The bridge was closed in 2015, when Norland said that Sudland had broken the treaty on tolls, which Sudland has always denied.",
)


def page(*lines: str) -> bytes:
    text = "".join(f"<p>{line}</p>" for line in lines)
    title = "Envoys talk about a bridge"
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>".encode()


def test_a_short_line_at_the_end_of_a_page_is_kept_and_of_a_stripped_text_is_not(rules):
    last = "(Graphic: Traffic on the bridge)"
    assert clean(page(*PARAGRAPHS, last), "html", rules)["body"].endswith(last)
    assert last not in clean("\n\n".join([*PARAGRAPHS, last]).encode(), "text", rules)["body"]


def test_points_listed_below_a_headline_are_the_article(rules):
    text = "\n\n".join(["Envoys talk about a bridge in Eastmouth", "- no agreement yet", "- talks in winter", *PARAGRAPHS])
    body = clean(text.encode(), "text", rules)["body"]
    assert "- no agreement yet\n\n- talks in winter\n\n" in body


def test_what_speaks_to_the_reader_in_the_first_half_stays(rules):
    opening = "Bridges are back in the papers of Norland."
    guide = (
        "In this guide you will find what the journalists of three cities wrote of them since the spring, what the ministers"
        " answered, and where your own town stands in all of this."
    )
    last = "You can send your comments on this story to our newsroom."
    body = clean("\n\n".join([opening, guide, last]).encode(), "text", rules)["body"]
    assert (guide in body, last in body) == (True, False)


def test_what_addresses_the_reader_below_an_article_goes(rules):
    last = "You can send your comments on this story to our newsroom."
    assert last not in clean("\n\n".join([*PARAGRAPHS, last]).encode(), "text", rules)["body"]
