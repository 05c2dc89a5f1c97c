"""A clause that ends in a quotation: "Oslo regards the award as “binding”, a spokesman said" is one statement, not two.

Finding attributions does not belong here; where one stops short of a quotation that another holds, the other reports it whole.
"""

import re

from assets.enrich.positions.speakers import Row

BREAKING_OFF = re.compile(r"\b(?:as|a|an|the|of|to|for|with|by|in|was|is|were|are|be|been|its|his|her|their)$")
GAP = 3  # characters between the clause and the quotation: a space and a mark


def joined(body: str, rows: list[Row]) -> list[Row]:
    """The rows (`schemas.ATTRIBUTION_SPANS`) of a document, in their order, a clause that breaks off before a quotation joined with it."""
    found = dict(enumerate(rows))
    for number, row in enumerate(rows[:-1]):
        quoting = rows[number + 1]
        start, end = row["content_spans"][-1]
        first, last = quoting["content_spans"][0]
        if not 0 <= first - end <= GAP or quoting["rule"] != "quote-subject-cue" or len(quoting["content_spans"]) > 1:
            continue
        if row["parent_attribution_id"] or quoting["parent_attribution_id"] or not BREAKING_OFF.search(body, start, end):
            continue
        whole = (row["evidence_start"], last)
        found[number] = row | {
            "content_spans": [*row["content_spans"][:-1], (start, last)],
            "content_end": last,
            "evidence_end": last,
            "parent_attribution_id": quoting["attribution_id"],
            "attribution": "mixed",
        }
        found[number + 1] = quoting | {"content_spans": [whole], "evidence_start": whole[0], "attribution": "mixed"}
    return [found[number] for number in range(len(rows))]
