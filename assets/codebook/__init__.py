"""The codebook: what an analyst knows, as CSV files. `files` declares them, `loading` reads and checks them.

What rules do with them (matching names, firing frames) belongs in the stage that does it.
"""

from assets.codebook.loading import Codebook, CodebookError

__all__ = ["Codebook", "CodebookError"]
