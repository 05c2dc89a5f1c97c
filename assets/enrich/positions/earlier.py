"""What somebody said just before, for a statement of his that names no issue. Issues that are named, or stand around, are in `issues`."""

from assets.enrich.actors.index import Mention
from assets.enrich.positions.hints import Hint, any_in
from assets.enrich.positions.issues import Issue, Surroundings

PARAGRAPH_BREAK = 3  # characters between a paragraph and the next


class Earlier:
    """The statements of a document so far; `hints` are the terms of issues in it."""

    def __init__(self, hints: list[Hint]) -> None:
        self._hints = hints
        self._last: tuple[Surroundings, str, Issue] | None = None

    def note(self, place: Surroundings, holder: Mention | None, issue: Issue | None) -> None:
        """A statement and its issue, unless only the document is on that."""
        if issue is not None and holder is not None and issue.found_in != "title":
            self._last = place, holder["actor_id"], issue

    def gone_on_with(self, place: Surroundings, holder: Mention | None) -> Issue | None:
        """The issue of the last statement, where its holder goes on in the same paragraph, or in one of no issue right behind it."""
        if self._last is None or holder is None or holder["actor_id"] != self._last[1]:
            return None
        before, _, issue = self._last
        is_next = 0 < place.paragraph[0] - before.paragraph[1] <= PARAGRAPH_BREAK and not any_in(self._hints, place.paragraph)
        if before.paragraph != place.paragraph and not is_next:
            return None
        return issue._replace(scope="paragraph", found_in="paragraph", is_against=False)
