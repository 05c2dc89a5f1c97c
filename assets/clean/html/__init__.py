"""Web pages: their main text and what their metadata say. Which of the lines are still not the article, `boilerplate` judges."""

from assets.clean.html.page import Page, read
from assets.clean.html.parsing import count_tags, plain

__all__ = ["Page", "count_tags", "plain", "read"]
