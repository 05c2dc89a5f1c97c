"""Small pictures for the pages of the Dagster UI: SVG of our own, which costs under a millisecond to draw.

Here belong drawings of counts. What is counted, and where the picture is shown, belongs to the assets.
"""

import base64
from collections.abc import Sequence
from html import escape

WIDTH, BAR, GAP, LABEL = 520, 18, 6, 170
INK, FILL = "#3b3f46", "#4f6df5"


def bars(counts: Sequence[tuple[str, int]], title: str) -> str:
    """A bar chart as SVG: one labelled bar a row, longest full width.

    Parameters
    ----------
    counts
        Labels with non-negative counts, in the order to draw them.
    title
        What is counted; the heading.
    """
    most = max((count for _, count in counts), default=0) or 1
    rows = []
    for number, (label, count) in enumerate(counts):
        top = 28 + number * (BAR + GAP)
        length = round((WIDTH - LABEL - 60) * count / most, 1)
        rows.append(
            f'<text x="{LABEL - 8}" y="{top + 13}" text-anchor="end">{escape(label)}</text>'
            f'<rect x="{LABEL}" y="{top}" width="{length}" height="{BAR}" rx="2" fill="{FILL}"/>'
            f'<text x="{LABEL + length + 6}" y="{top + 13}">{count:,}</text>'
        )
    height = 34 + len(counts) * (BAR + GAP)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12" fill="{INK}">'
        f'<rect width="100%" height="100%" fill="white"/><text x="8" y="18" font-weight="bold">{escape(title)}</text>{"".join(rows)}</svg>'
    )


def as_markdown(svg: str, alternative: str) -> str:
    """The picture as a Markdown image that carries its own bytes, so that no page has to fetch it."""
    return f"![{alternative}](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"
