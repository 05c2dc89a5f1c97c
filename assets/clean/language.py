"""Which language a body is in. Documents in any language are kept; rules that read English leave others alone."""

import re
from functools import cache
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
MIN_CHARACTERS = 40  # below that, seven answers in ten were right (libraries.md, 3): better unknown
SAMPLE = 1500
IDENTIFIED = 500  # characters the identifier reads: above 120 it is as sure as it gets, and it takes a millisecond for every 200
CANDIDATES = (
    "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
    "hy", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
    "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
# Function words no other language has so many of. A text of which they make a fifth is English, and the identifier's
# model (two seconds to load) need not be asked.
ENGLISH = frozenset((
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "are", "were", "be",
    "been", "has", "have", "had", "it", "its", "which", "this", "not", "but", "said", "would",
))  # fmt: skip
ENGLISH_SHARE = 0.2
ENOUGH_WORDS = 40


def language(body: str) -> str | None:
    """ISO 639-1 code of the language; null where the text is too short to tell."""
    sample = " ".join(body[:SAMPLE].split())
    if len(sample) <= MIN_CHARACTERS:
        return None
    words = WORD.findall(sample.lower())
    if len(words) >= ENOUGH_WORDS and sum(map(ENGLISH.__contains__, words)) >= ENGLISH_SHARE * len(words):
        return "en"
    return str(_identifier().classify(sample[:IDENTIFIED])[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(CANDIDATES)
    return identifier
