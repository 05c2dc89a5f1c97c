"""Names of authors out of what metadata and bylines write: 'By X and Y', 'X, Correspondent', 'X | Agency', 'X in Oslo'."""

import re
from collections.abc import Iterable

MAX_NAME_WORDS = 6
LEAD = re.compile(r"^\W*(?:(?:written|words|text|story|report(?:ed|ing)?|posted|published|edited)\s+)?by:?\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s+(?:and|und|et)\s+|\s*[;&|•·]\s*|,\s*(?:and\s+)?(?=[A-ZÀ-ÞŁŚŠŽ][\w.'’-]+ [A-ZÀ-ÞŁŚŠŽ])")
AFTER_NAME = re.compile(
    r"\s*(?:[|•·–—]| - |\(|\bin [A-Z]|\bfor [A-Z]"
    r"|, (?=[a-z]|[A-Z][\w ]*\b(?:Correspondent|Editor|Writer|Reporter|Staff|Bureau|Chief|Columnist)\b)"
    r"|\b(?:published|updated|posted|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|@|\d).*$",
    re.IGNORECASE,
)
STAFF = re.compile(
    r"\b(?:staff|editors?|editorial|newsroom|news ?desk|desk|bureau|team|admin|administrator|agencies|correspondents?|web ?desk"
    r"|reporters?|writers?|columnists?|contributors?|unknown|anonymous|guest|webmaster)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?:|www\.|@|/|\.(?:com|org|net)\b", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{2}")


def names(values: Iterable[str], publisher: str | None = None) -> list[str]:
    """Each author once, in order. Staff, account names, addresses of profiles and the publisher itself are left out."""
    found: dict[str, None] = {}
    own = _bare(publisher or "")
    for value in values:
        if ADDRESS.search(value):
            continue
        for part in BETWEEN.split(LEAD.sub("", value)):
            name = spelled(AFTER_NAME.sub("", LEAD.sub("", part)).strip(" ,.:-"))
            is_person = LETTERS.search(name) and len(name.split()) <= MAX_NAME_WORDS and not STAFF.search(name)
            is_account = name.islower() and " " not in name
            if is_person and not is_account and _bare(name) != own:
                found[name] = None
    return list(found)


def spelled(name: str) -> str:
    """'ADA LIND' as 'Ada Lind'; short capitals such as 'AFP' stay."""
    return " ".join(part.capitalize() for part in name.split()) if name.isupper() and len(name) > 5 else name


def _bare(name: str) -> str:
    return re.sub(r"\W+|^the ", "", name.casefold())
