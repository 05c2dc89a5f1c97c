"""The words by which the rules of this room know where to look: all found in one scan. What the rules make of them stands with them."""

from functools import lru_cache

from assets.codebook import Codebook
from assets.enrich.actors import pronouns
from assets.enrich.actors.crowds import crowd_words
from assets.enrich.actors.names import lexicon
from assets.enrich.actors.reading import Sign
from assets.enrich.words.word_places import WordPlaces


@lru_cache(maxsize=4)
def signs(codebook: Codebook) -> WordPlaces:
    """Compiled once for each version of the codebook."""
    names = lexicon(codebook)
    return WordPlaces(
        {
            Sign.BODY: names.vocabulary.body_words,
            Sign.REGION: names.vocabulary.regions,
            Sign.SHORT_NAME: names.short_nouns,
            Sign.CROWD: crowd_words(names.vocabulary).nouns,
            Sign.PEOPLE: crowd_words(names.vocabulary).own_peoples,
            Sign.PRONOUN: pronouns.PERSONAL,
            Sign.NEUTER: pronouns.IMPERSONAL,
            Sign.ORGANIZATION: names.vocabulary.organizations,
        }
    )
