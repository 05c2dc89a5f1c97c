"""What kind of text a document is, as its page says and as it reads."""

import pytest

from assets.clean.genre import genre

REPORT = ["The envoys of Norland met on Monday.", "They will meet again in June."]


@pytest.mark.parametrize(
    ("hints", "kind"),
    [
        (("OpinionNewsArticle",), "analysis"),
        (("AnalysisNewsArticle",), "analysis"),
        (("NewsArticle", "Editorials"), "analysis"),
        (("NewsArticle", "Opinion | Asia"), "analysis"),
        (("Guest columns",), "analysis"),
        (("NewsArticle", "World"), "news"),
        (("ReportageNewsArticle", "Foreign policy"), "news"),
        (("Reviews", "Commerce"), "news"),
        ((), "news"),
    ],
)
def test_a_page_that_names_itself_opinion_is_analysis(hints, kind):
    assert genre(REPORT, None, [], None, hints) == kind


def test_a_first_person_counts_outside_quotations_only():
    said = ["“I think we expect rain, and I believe I am right,” she said.", "“I read the sky,” she added."]
    assert genre(said, None, [], None) == "news"
    assert genre(["I think it will rain.", "I believe that I am right."], None, [], None) == "analysis"
    assert genre(["“Hawaii think tank”, it read.", "Wehawai expect more."], None, [], None) == "news"
