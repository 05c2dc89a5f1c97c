"""Who can speak, and who is who among speakers. Whose position a statement is belongs to `holders`."""

import re
from functools import lru_cache
from typing import Any

from assets.codebook import Codebook
from assets.enrich.actors.index import Mention, MentionIndex
from assets.enrich.attribution.cue_lexicon import cue_lexicon
from assets.enrich.positions.somebody import NO_SPEAKERS, NUMBER, Somebody, head_length, words_of
from assets.enrich.words.closed_class import DETERMINERS
from assets.enrich.words.wordlist import words

Row = dict[str, Any]

PRONOUN = "pronoun"  # of `schemas.RESOLUTIONS`
BODIES = words("state government_body organization company")
THIRD_PERSON = words("he she they")
SPEAKING_PRONOUNS = THIRD_PERSON | {"who"}
# Rules whose source may be where somebody thinks so.
PLACED = words("noun-that noun-source noun-is noun-is-object met-with-noun passive-in drew-noun perspective perspective-for")
# Rules of nouns: "the report's conclusion" is nobody's.
OF_NOUNS = PLACED | {"possessor-noun", "verb-noun", "noun-colon", "noun-participle", "noun-state", "state-noun", "aim-noun", "passive-by"}
NEWS_AGENCIES = (("news", "agency"), ("news", "agencies"))
POSSESSED = re.compile(r"(?:my|our) ([a-z][a-z ]+)")


class Speakers:
    """Who can speak: people and bodies, not media, polls or events."""

    def __init__(self, index: MentionIndex, codebook: Codebook, bodies: dict[str, str]) -> None:
        self._index, self._bodies = index, bodies
        self._kinds, self._countries, self._somebody = _known(codebook)
        self.lexicon = cue_lexicon(codebook)

    def mention(self, row: Row) -> Mention | None:
        """The speaker's mention of an attribution; of a pronoun none where its own words name whom it is taken for.

        In "“Trump is wrong,” he said" and "he said Trump was wrong", he is somebody else.
        """
        found = self._index[row["speaker_mention_id"]] if row["speaker_mention_id"] else None
        if found is not None and found["resolution"] == PRONOUN and self._is_named_in(row, found):
            return None
        return found

    def head(self, document_id: str, span: tuple[int, int]) -> Mention | None:
        """The mention that a noun phrase is about."""
        return self._index.head_of(document_id, *span)

    def is_medium(self, mention: Mention) -> bool:
        """Whether a mention names an outlet or agency."""
        return "media" in (self._kinds.get(mention["actor_id"]), mention["discovered_type"])

    def is_state(self, mention: Mention) -> bool:
        """Whether a mention names a state, or a body that stands for it: "Oslo", "the Kremlin"."""
        return self._kinds.get(mention["actor_id"]) == "state"

    def is_person(self, mention: Mention) -> bool:
        """Whether a mention names a person."""
        return "person" in (self._kinds.get(mention["actor_id"]), mention["discovered_type"])

    def is_body(self, mention: Mention) -> bool:
        """Whether a mention names a state or one body, of which "it" is said."""
        kind = self._kinds.get(mention["actor_id"]) or mention["discovered_type"]
        return kind in BODIES and mention["role"] is None and mention["discovered_role"] is None

    def is_same(self, one: Mention | None, other: Mention | None) -> bool:
        """Whether two mentions are known to be of one actor."""
        if one is None or other is None:
            return False
        if one["actor_id"] or other["actor_id"]:
            return bool(one["actor_id"] == other["actor_id"])
        return one["discovered_name"] is not None and one["discovered_name"] == other["discovered_name"]

    def is_of(self, state: Mention, other: Mention | None) -> bool:
        """Whether a mention names the holder himself or a body of his country: what it does is his own side's deed."""
        country = self.country(other)
        return self.is_same(state, other) or (country is not None and self.country(state) == country)

    def can_speak(self, row: Row, text: str) -> bool:
        """Whether the source of an attribution is somebody, and not the author."""
        low = text.lower()
        if row["speaker_mention_id"] or low in SPEAKING_PRONOUNS:
            return True
        cue = self.lexicon.lemmas.get(row["cue"])
        if low == "it":
            return cue is not None and cue.kind == "thought" and self._somebody.does(cue)  # "it hopes": whoever it is
        if low in NO_SPEAKERS or (cue and cue.takes("doc")):
            return False  # "the figures show"
        if self._somebody.is_known(text):
            return True
        found = words_of(text)
        head = found[: head_length(found)] if row["rule"] not in OF_NOUNS else found
        named = [word for word in (head[1:] if head and head[0].lower() in DETERMINERS else head) if word[0].isupper()]
        is_place = row["rule"] in PLACED and len(named) == 1  # "a view in Moscow that"
        if (is_place or len(named) > 1) and len(named) == len(head) and not NUMBER.search(text):
            return True  # "Ada Holt of the Bergen Institute"
        return row["rule"] not in OF_NOUNS and bool(found) and self._somebody.is_likely(text, cue)

    def is_person_noun(self, text: str) -> bool:
        """Whether a noun phrase is about people: "the mayor of Bergen"."""
        return self._somebody.is_known(text)

    def is_medium_source(self, row: Row) -> bool:
        """Whether the source is an outlet or agency that only reports."""
        if row["source_start"] is None:
            return False
        text = self._bodies[row["document_id"]][row["source_start"] : row["source_end"]]
        found = words_of(text.lower())
        if found and (found[head_length(found) - 1] in self._somebody.media or found[-2:] in NEWS_AGENCIES):
            return True  # "US media": a group of actors, but no speaker
        if row["speaker_mention_id"]:
            return False
        inside = self._index.within(row["document_id"], row["source_start"], row["source_end"])
        return any(self.is_medium(mention) for mention in inside)

    def possessed(self, source: str, row: Row, speaker: Mention | None) -> Mention | None:
        """Whom "my president" means: the first of the document with that title, of the speaker's country where both are known."""
        title = POSSESSED.fullmatch(source)
        if title is None:
            return None
        body, country = self._bodies[row["document_id"]], self.country(speaker)
        for mention in self._index.of(row["document_id"]):
            before = body[max(0, mention["evidence_start"] - len(title.group(1)) - 1) : mention["evidence_start"]].strip().lower()
            if before != title.group(1) or self.is_same(mention, speaker):
                continue
            if country is None or self.country(mention) in (None, country):
                return mention
        return None

    def _is_named_in(self, row: Row, pronoun: Mention) -> bool:
        """Whether a quotation, or what follows the pronoun, names its actor: "Ada Holt is sure to win, she said" may."""
        return any(
            mention["resolution"] != PRONOUN and self.is_same(mention, pronoun)
            for start, end in row["content_spans"]
            if row["attribution"] == "direct" or start >= pronoun["evidence_end"]
            for mention in self._index.within(row["document_id"], start, end)
        )

    def country(self, mention: Mention | None) -> str | None:
        """The country (ISO 3166-1 alpha-3) of whom a mention names, where it is known."""
        if mention is None:
            return None
        return self._countries.get(mention["actor_id"] or "") or mention["country_code"]


@lru_cache(maxsize=4)
def _known(codebook: Codebook) -> tuple[dict[str | None, str], dict[str, str | None], Somebody]:
    """Types and country codes of a codebook's actors by their ids, a body that stands for a state taken for it; and its nouns."""
    actors = codebook.actors.select("actor_id", "actor_type", "represents_id").iter_rows()
    kinds = {actor_id: "state" if kind == "government_body" and of else kind for actor_id, kind, of in actors}
    return kinds, dict(codebook.actors.select("actor_id", "country_code").iter_rows()), Somebody(codebook)
