"""Years named for who governed: "during Xian's first presidency", "under the Ypres administration", by the codebook's terms of office.

Time words that tell their days themselves are `assets.timex`; whom a text calls president, and what that tells of the text's own
date, `assets.resolve.terms`.
"""

import re
from collections import defaultdict
from datetime import date
from functools import lru_cache

from assets.codebook import Codebook
from assets.enrich.words.wordlist import words
from assets.timex import TimeExpression
from assets.timex.values import absolute, moved, spanning

GOVERNING = words("president chancellor") | {"prime minister"}
ORDINALS = {"first": 0, "second": 1}
NAMED_FOR = ("administration", "presidency", "premiership", "chancellorship", " term", " years", " era")
PATTERN = re.compile(
    r"\b(?P<lead>[Dd]uring|[Ii]n|[Uu]nder|[Tt]hroughout)\s+(?:the\s+)?(?:(?P<before>first|second)\s+)?"
    r"(?:[A-Z][\w.’'-]*\s+){0,2}?(?P<name>[A-Z][^\W\d_]+)(?:[’']s?)?\s+(?:(?P<after>first|second)\s+)?"
    r"(?P<what>administration|presidency|premiership|chancellorship|term|years|era)\b"
)

Terms = list[tuple[date, date | None]]


class TermsOfOffice:
    """Heads of state and government by surname, as far as a surname means one of them.

    Parameters
    ----------
    codebook
        Its `roles` with the days on which they began and ended; a term that has not ended dates nothing.
    """

    def __init__(self, codebook: Codebook) -> None:
        rows = (
            codebook["roles"].select("actor_id", "role", "valid_from", "valid_to").drop_nulls("valid_from").sort("actor_id", "valid_from")
        )
        held: dict[str, dict[tuple[str, str], Terms]] = defaultdict(lambda: defaultdict(list))
        for actor_id, role, first, last in rows.iter_rows():
            if role in GOVERNING:
                held[actor_id.rpartition("-")[2]][actor_id, role].append((first, last))
        # who held two offices, and whom others share a name with, are left out
        self._terms = {surname: next(iter(offices.values())) for surname, offices in held.items() if len(offices) == 1}

    def find(self, text: str, offset: int = 0) -> list[TimeExpression]:
        """Such years in a text, in order; offsets are counted from `offset` characters before it."""
        if not any(map(text.__contains__, NAMED_FOR)):
            return []
        matches = ((match, self._span(match)) for match in PATTERN.finditer(text))
        return moved([spanning(match, absolute(*span, "interval")) for match, span in matches if span], offset)

    def _span(self, match: re.Match[str]) -> tuple[date, date] | None:
        if match["lead"] in ("in", "In") and match["what"] == "administration":
            return None  # those who work in it
        terms = self._terms.get(match["name"].lower(), [])
        ordinal = match["before"] or match["after"]
        if (ordinal is None) != (len(terms) == 1):
            return None  # one of several; or part of what is known as one
        first, last = terms[ORDINALS[ordinal] if ordinal else 0]
        return (first, last) if last else None


@lru_cache(maxsize=4)
def terms_of_office(codebook: Codebook) -> TermsOfOffice:
    """Those of a codebook, made once."""
    return TermsOfOffice(codebook)
