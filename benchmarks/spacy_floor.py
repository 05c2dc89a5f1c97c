"""CPU seconds that spaCy's blank English tokenizer takes to split texts into words: the floor that `throughput` compares with.

    PYTHON benchmarks/spacy_floor.py TEXTS.json [WARM]

Alone of this project it needs spaCy and nothing else, so that PYTHON may be the interpreter of another environment. TEXTS.json
is a list of texts, the first WARM of which are split once before the clock starts. Prints {"seconds": …, "version": …}.
"""

import gc
import json
import sys
import time
from pathlib import Path


def main() -> None:
    import spacy

    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    tokenizer = spacy.blank("en").tokenizer
    for text in texts[: int(sys.argv[2]) if len(sys.argv) > 2 else 0]:
        tokenizer(text)
    gc.collect()
    gc.disable()  # as `throughput` does for all it measures
    started = time.process_time()
    for text in texts:
        tokenizer(text)
    print(json.dumps({"seconds": time.process_time() - started, "version": spacy.__version__}))


if __name__ == "__main__":
    main()
