"""Who published a document: names of outlets and agencies as the codebook knows them, and where a page names its own."""

import re
from collections import Counter
from urllib.parse import urlsplit

import polars as pl

from assets.codebook import Codebook

COPYRIGHT = re.compile(
    r"^(?:©|\([cC]\)|[Cc]opyright\s*©?)\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s*)?(?:by\s+)?"
    r"(?P<name>[A-Z][\w&'’/. -]{2,50}?)(?:\s+(?:19|20)\d\d)?\s*(?:[.|,—–]|[Aa]ll rights|$)"
)
SELF_NAMED = re.compile(
    r"^(?P<name>(?:The )?[A-Z][\w&/-]*(?: (?:[A-Z][\w&/-]*|of|the|for)){0,4}?)(?:['’]s?\b.{0,40}?)?"
    r" (?:is(?! an?\b)|has been|are|does|takes|brings|publishes|provides|relies|welcomes)\b"
)
SELF_NAMING = ("legal", "after_credits", "promotion", "newsletter", "author_bio")

OTHERS = ("teaser", "caption", "credit", "share", "metadata", "comments", "duplicate", "title")  # other articles, platforms, those credited
NOT_NAMES = frozenset((
    "the", "this", "these", "it", "he", "she", "we", "they", "you", "all", "readers", "users", "if", "comments", "views",
    "opinions", "editor", "editors",
))  # fmt: skip
SMALL = frozenset((
    "of", "the", "and", "for", "in", "on", "a", "an", "at", "to",
))  # fmt: skip
CAPITALIZED = re.compile(r"[A-Z][\w/.&'’-]*(?: (?:[A-Z][\w/.&'’-]*|of|the|and|for))*")


class Outlets:
    """Media actors of the codebook by name, alias and domain."""

    def __init__(self, codebook: Codebook) -> None:
        media = codebook["actors"].filter(pl.col("actor_type") == "media")
        names = dict(media.select("actor_id", "name").rows())
        aliases = codebook["aliases"].filter(pl.col("actor_id").is_in(list(names))).select("alias", "actor_id").rows()
        self.names = {name.casefold(): name for name in names.values()}
        self.names |= {alias.casefold(): names[actor] for alias, actor in aliases if actor in names}
        self.domains = {domain: names[actor] for domain, actor in codebook["outlets"].select("domain", "actor_id").rows() if actor in names}

    def knows(self, name: str) -> bool:
        return self._bare(name) in self.names

    def publisher(
        self,
        declared: str | None,
        masthead: str | None,
        domain: str | None,
        url: str | None,
        furniture: list[tuple[str, str]],
        text: str,
        people: list[str],
    ) -> str | None:
        """Name of the publisher: from metadata, the masthead, the domain, the copyright line, or named alone around the article.

        `furniture` holds the lines around the article with their kinds, `people` the authors, who are not publishers.
        """
        for name in (declared, masthead):
            if name and not re.match(r"https?:|@|www\.", name):
                return self.names.get(self._bare(name)) or _mixed_case(name, text)
        host = domain or _host(url)
        if host:
            known = self._of_domain(host)
            if known:
                return known
        for line, _ in furniture:
            if match := COPYRIGHT.match(line):
                return self.names.get(self._bare(match["name"])) or match["name"].strip()
        own = [line for line, kind in furniture if kind not in OTHERS]
        named = self._named_around(own)
        if named:
            return named
        for line, kind in furniture:
            match = SELF_NAMED.match(line) if kind in SELF_NAMING else None
            if match and match["name"] not in people and match["name"].lower() not in NOT_NAMES:
                return match["name"]
        if host:
            return _of_hyphens(host)
        return None

    def _of_domain(self, host: str) -> str | None:
        parts = host.lower().removeprefix("www.").split(".")
        return next(
            (self.domains[".".join(parts[start:])] for start in range(len(parts) - 1) if ".".join(parts[start:]) in self.domains), None
        )

    def _named_around(self, furniture: list[str]) -> str | None:
        """The one outlet that the lines around the article name most; null if two are named as often."""
        found: Counter[str] = Counter()
        for line in furniture:
            if "@" in line:  # an account on a platform: the platform is not the publisher
                continue
            for match in CAPITALIZED.finditer(line):
                words = match[0].split()
                spans = (
                    " ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, min(len(words), start + 5) + 1)
                )
                found.update({name for span in spans if (name := self.names.get(self._bare(span)))})
        ranked = found.most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None

    @staticmethod
    def _bare(name: str) -> str:
        return re.sub(r"['’]s?$", "", name.strip(" .,:")).casefold()


def _host(url: str | None) -> str | None:
    """The host of an address; null where it is none."""
    try:
        return urlsplit(url).hostname if url and "//" in url else None
    except ValueError:
        return None


def _of_hyphens(host: str) -> str:
    """'www.lake-herald.example' → 'Lake Herald'; other domains as they are."""
    parts = host.lower().removeprefix("www.").split(".")
    name = parts[-2] if len(parts) >= 2 else parts[0]
    return " ".join(part.capitalize() for part in name.split("-")) if "-" in name else host.lower().removeprefix("www.")


def _mixed_case(name: str, text: str) -> str:
    """A masthead in capitals as the text writes it elsewhere."""
    if not name.isupper():
        return name
    pattern = rf"(?:\bthe\s+)?\b{re.escape(name)}\b"
    found = next((match[0] for match in re.finditer(pattern, text, re.IGNORECASE) if not match[0].isupper()), None)
    if found:
        return found[0].upper() + found[1:] if found.startswith("The ") else re.sub(r"^the\s+", "", found)
    words = name.split()
    if len(words) == 1:
        return name
    return " ".join(
        word if len(word) <= 3 and word.lower() not in SMALL else word.lower() if place and word.lower() in SMALL else word.capitalize()
        for place, word in enumerate(words)
    )
