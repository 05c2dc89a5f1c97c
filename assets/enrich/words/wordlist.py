"""How closed word lists (abbreviations, prepositions, articles) are written in this package. Open ones stand in the codebook."""


def words(line: str) -> frozenset[str]:
    """The set of the words of a line, divided by space."""
    return frozenset(line.split())
