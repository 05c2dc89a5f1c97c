"""Closed word classes of English that the rules of attribution and position lean on.

Grammar only: words that no analyst adds to. Verbs and nouns that attribute, and words of judgement, stand in the codebook.
"""

from functools import lru_cache

from assets.enrich.words.wordlist import words

PRONOUNS = words("he she they i we you it who one")
RELATIVES = words("who which that whom")
DETERMINERS = words(
    "the a an his her their its our my your this that these those some many several most no any each every all both another other"
    " two three four five six seven eight nine ten half more such"
)
PREPOSITIONS = words(
    "of in at for from with on by to about under over into against between among during within near behind toward towards upon"
    " through across after before since until without amid despite via regarding per"
)
CONJUNCTIONS = words(
    "that when while because although though if whether as since after before until unless which who whom where what how why than"
    " but so and or whereas except nor"
)
WH_WORDS = words("if whether how what why who where when which")
AUXILIARIES = words(
    "has have had having is are was were be been being will would can could may might must shall should do does did 's 've 'd 'll 're 'm"
)
NONFINITE = words("be been being having")  # of these
BE_FORMS = words("is are was were be been being 's 're 'm am isn't aren't wasn't weren't remain remains remained seem seems seemed")
ADVERBS = words(
    "not never also later then repeatedly reportedly previously recently once again first now still just already further even simply"
    " only often always frequently publicly privately openly clearly strongly flatly initially quickly bluntly apparently falsely"
    " wrongly rightly explicitly specifically consistently formally officially immediately promptly finally subsequently"
    " instead rather firmly vehemently categorically sharply harshly vigorously today yesterday meanwhile merely largely generally"
    " actually really genuinely deeply very too quite quietly eventually both all twice jointly separately basically"
    " essentially famously correctly proudly sarcastically angrily sternly jokingly briefly personally directly ever longer long"
)
FINITE = words(
    "is are was were has have had will would could should may might can must did does do said says told became become becomes made"
    " makes got gets went goes took takes came comes gave gives left leaves began begins won lost held met"
    " meets seemed appeared seems appears remain remains"
    " knows knew needs wants thinks thought ran runs 's 're 'll 'd 've isn't aren't wasn't weren't won't wouldn't couldn't shouldn't"
    " can't cannot don't doesn't didn't hasn't haven't hadn't kept led put saw sent set stood broke brought grew"
)
# Of the finite verbs, those that are no participles as well ("gaps left by", "talks held in").
CLAUSE_VERBS = words(
    "is are was were has have had will would could should may might can must did does isn't aren't wasn't weren't won't wouldn't couldn't"
    " shouldn't can't cannot don't doesn't didn't hasn't haven't hadn't became becomes went goes took takes came comes gave"
    " gives seems appears"
)
DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = words("january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec.")
TEMPORAL = DAYS | words("yesterday today tomorrow earlier later afterward afterwards recently last this next tonight shortly")
SENTENCE_OPENERS = words(
    "but and so yet still meanwhile however then now also instead nevertheless even moreover later earlier indeed further furthermore"
    " similarly likewise nonetheless though thus again finally"
)
STOPS = frozenset({".", "?", "!", "…", "..."})
DASHES = frozenset({"—", "–", "--", "-"})
NEGATIONS = words("not never no nor neither hardly cannot without")


NOT_ADVERBS = words("family italy july ally supply reply rally assembly only apply fly rely daily weekly friendly early likely unlikely")


@lru_cache(maxsize=1 << 16)
def is_adverb(word: str) -> bool:
    """Whether a lower-case word is, in all likelihood, an adverb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


@lru_cache(maxsize=1 << 16)
def is_negation(word: str) -> bool:
    """Whether a lower-case word negates its clause."""
    return word in NEGATIONS or word.endswith("n't")
