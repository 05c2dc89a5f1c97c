"""`python -m assets.codebook [FOLDER]`: check a codebook without running anything."""

import sys
from pathlib import Path

from assets.codebook import Codebook, CodebookError

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "seeds" / "codebook"
try:
    book = Codebook.load(folder)
except CodebookError as error:
    sys.exit(str(error))
print(f"{folder} is sound: " + ", ".join(f"{frame.height:,} {name}" for name, frame in book.tables.items()))
