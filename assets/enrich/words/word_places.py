"""Where the words of several lists stand in a text: one scan for all lists. What a word means there belongs to the rule that asked.

A pattern whose first word is one of hundreds tries them all at every character; asked only where such a word stands, it
costs next to nothing.
"""

from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick

Span = tuple[int, int]


class WordPlaces:
    """An automaton over lists of words and phrases, each list under its name; case does not count."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._names = list(lists)
        listed: dict[str, list[str]] = {}
        for name, words in lists.items():
            for word in {word.lower() for word in words}:
                listed.setdefault(word, []).append(name)
        self._words = sorted(listed)
        self._lists = [listed[word] for word in self._words]
        self._automaton = AhoCorasick(self._words)

    def find(self, text: str) -> dict[str, list[Span]]:
        """For each list the places of its words, in the order of the text; of two that begin together, the longer first.

        A word that goes on in letters or digits, on either side, is another.
        """
        low = text.lower()
        if len(low) != len(text):  # a letter whose lower case is longer: İ
            low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        found: dict[str, list[Span]] = {name: [] for name in self._names}
        last = len(low)
        disordered: set[str] = set()  # matches come by their ends: only where one lies over another they are out of order
        for number, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if (start and low[start - 1].isalnum()) or (end < last and low[end].isalnum()):
                continue
            for name in self._lists[number]:
                spans = found[name]
                if spans and spans[-1][0] >= start:
                    disordered.add(name)
                spans.append((start, end))
        for name in disordered:
            found[name].sort(key=_longest_first)
        return found


def _longest_first(span: Span) -> Span:
    return span[0], -span[1]
