"""Furniture of several lines, known by where it stands: bios, threads, menus, rows of headlines. All of our own writing."""

import pytest
from border_article import ARTICLE, TITLE, paragraphs

from assets.clean.documents import clean


@pytest.mark.parametrize(
    "bio", ["Ada Lind is a reporter for the Lakeside Herald covering diplomacy.", "Ada Lind is the Herald's chief correspondent."]
)
def test_who_wrote_it_goes_from_the_foot(bio, rules):
    assert paragraphs([*ARTICLE, bio], rules) == [TITLE, *ARTICLE]


def test_a_thread_of_comments_goes_to_its_end(rules):
    thread = [
        "12 Comments",
        "harbourlight",
        "3 hours ago",
        "The ferries were never closed, whatever the ministers say about it now.",
        "Reply",
        "Report",
    ]
    thread += ["Oldtown", "2 hours ago", "I live there and can tell you that they were. Nobody crossed for half a year.", "Reply"]
    thread += [
        "Gullwatcher",
        "1 hour ago",
        "Both of you are right, the small one ran on Sundays and the large one did not.",
        "Like",
        "Reply",
    ]
    assert paragraphs([*ARTICLE, *thread], rules) == [TITLE, *ARTICLE]
    assert paragraphs([*ARTICLE, *thread[1:]], rules) == [TITLE, *ARTICLE]


def test_a_menu_above_and_below_goes(rules):
    menu = ["World", "Politics", "Business", "Sport", "Culture", "Weather", "Podcasts"]
    assert paragraphs([*ARTICLE, *menu], rules) == [TITLE, *ARTICLE]
    page = "\n".join([*menu, TITLE, "By Ada Lind", *ARTICLE])
    assert clean(page.encode(), "text", rules)["body"].split("\n\n") == [TITLE, *ARTICLE]


def test_headlines_in_a_row_below_an_article_go_and_an_announced_list_stays(rules):
    headlines = [f"Harbour of {town} to be dredged before the autumn storms" for town in ("Ay", "Be", "Cy", "Do", "Ea", "Fo")]
    assert paragraphs([*ARTICLE, *headlines], rules) == [TITLE, *ARTICLE]
    demands = [
        "The agreement names four steps:",
        "Ratification by both parliaments",
        "Return of the ambassadors",
        "A joint commission",
        "A review",
    ]
    assert paragraphs([*ARTICLE[:3], *demands, *ARTICLE[3:]], rules) == [TITLE, *ARTICLE[:3], *demands, *ARTICLE[3:]]


def test_a_credit_in_the_middle_does_not_end_the_article(rules):
    assert paragraphs([*ARTICLE[:3], "Source: Xinhua", *ARTICLE[3:]], rules) == [TITLE, *ARTICLE]
