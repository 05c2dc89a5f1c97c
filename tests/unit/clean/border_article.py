"""An article of our own writing, and what cleaning leaves of it. What is put between its paragraphs stands in the tests."""

from assets.clean.documents import Rules, clean

TITLE = "Norland and Sudmark reopen their border"
ARTICLE = [
    "Norland and Sudmark agreed on Monday to reopen the border crossings that have been closed since the spring, officials said.",
    "The agreement was signed in the harbour town of Eastmouth by the two foreign ministers after a night of talks.",
    "“We have found a way that both parliaments can live with,” the Norland minister told reporters before she left.",
    "Lorries will be let through first, and passengers are to follow once the agreement has been ratified by both sides.",
    "A spokesman for the European Commission welcomed the step and called on both governments to keep to the timetable.",
    "The two countries had recalled their ambassadors in March after a dispute over fishing rights in the sound.",
]


def paragraphs(lines: list[str], rules: Rules) -> list[str]:
    return clean("\n\n".join([TITLE, *lines]).encode(), "text", rules)["body"].split("\n\n")
