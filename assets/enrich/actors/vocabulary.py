"""The codebook's common nouns and given names that tell actors, as sets and patterns. Names of actors belong in `names`."""

import re
from collections.abc import Iterable

import polars as pl

from assets.codebook import Codebook


class Vocabulary:
    """The nouns of `actor_nouns` by kind, the given names by gender, and the patterns made of them."""

    def __init__(self, codebook: Codebook) -> None:
        nouns: dict[str, set[str]] = {}
        for noun, kind in codebook["actor_nouns"].select("noun", "kind").iter_rows():
            nouns.setdefault(kind, set()).add(noun)

        self._nouns = {kind: frozenset(found) for kind, found in nouns.items()}
        of = self.of
        self.occupations = of("occupation")
        self.groups = of("group")
        self.governments = of("government")
        self.bodies = of("body")
        self.regions = of("region")
        self.areas = of("area")
        self.organizations = of("organization")
        self.things = of("thing")
        self.place_openers = of("place_opener")
        self.honorifics: dict[str, str | None] = {
            **dict.fromkeys(of("honorific")),
            **dict.fromkeys(of("honorific_male"), "male"),
            **dict.fromkeys(of("honorific_female"), "female"),
        }
        self.genders: dict[str, str] = dict(codebook["given_names"].select("name", "gender").iter_rows())
        self.honorific = re.compile(rf"\b({alternatives(self.honorifics)})\.?\s$")
        rewordings = codebook["paraphrases"].filter(pl.col("actor_id").is_null()).select("phrase", pl.col("original").str.to_lowercase())
        self.reworded: dict[str, str] = {phrase: original for phrase, original in rewordings.iter_rows() if original in self.bodies}
        self.body_words = self.bodies | self.reworded.keys()
        self.body_openers = frozenset(re.split(r"\W", noun)[0].lower() for noun in self.body_words)
        body = alternatives(self.body_words)
        self.body_after = re.compile(rf"(?:['’]s?)?\s({body})\b", re.IGNORECASE)
        self.bare_body = re.compile(rf"\b(?:(?<=\b[Tt]he )|(?=[A-Z]))((?i:{body}))\b")
        self.body_joined = re.compile(rf"\b(?i:{body})(?:,? and|,)\s(?:the\s|its\s)?$")
        self.namesake = re.compile(rf"\b(?:{alternatives(of('namesake'))})\b")
        self.region_group = re.compile(rf"\b({alternatives(self.regions)})\s((?:[a-z-]+\s)??)({alternatives(self.groups)})\b")

    def of(self, kind: str) -> frozenset[str]:
        """The nouns of a kind, as `actor_nouns` writes them."""
        return self._nouns.get(kind, frozenset())


def alternatives(nouns: Iterable[str]) -> str:
    """The longest first; a pattern that nothing fits where there are none."""
    return "|".join(re.escape(noun) for noun in sorted(nouns, key=lambda noun: (-len(noun), noun))) or r"(?!)"
