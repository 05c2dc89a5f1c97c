"""Whose view a sentence tells by its frame: "in S's view, C", "C was met with relief in S", "C is a priority for S". Cues are elsewhere."""

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Found, Range
from assets.enrich.attribution.phrases import trimmed
from assets.enrich.attribution.sources import source_left, source_right
from assets.enrich.words.closed_class import BE_FORMS, DAYS, DETERMINERS, MONTHS, PREPOSITIONS, STOPS, is_adverb, is_negation
from assets.enrich.words.tagging import PARTICIPLE_ING
from assets.enrich.words.wordlist import words

SEEN = words("seen viewed judged regarded considered")
OPENERS = SEEN | words("in from to for by on")
CONNECTIVES = words("but and yet still however whereas")
HEADS = OPENERS | CONNECTIVES
OWNERS = words("his her their its my our")
HELPERS = BE_FORMS | words("has have had")
HOLDERS = words("in by among from across within")
JUDGING = frozenset({"criticizes", "praises", "rejects", "agrees", "warns"})  # speech acts; "received a call from S" judges nothing
DRAWN_FROM = HOLDERS | {"from"}
COMPLEMENTS = words("of that about over for to")
# What tells of C that it counts for somebody: "for S, C is a means to an end".
MATTERS = words(
    "is are was were isn't aren't wasn't weren't remain remains remained matters matter mattered means mean meant represents represent"
    " represented would will must can cannot could has"
)
MANY = words("many some most few others critics hardliners moderates")  # "for MANY in Oslo", "to most Norwegians"
MINDS = words("mind eyes thinking")
UNCOUNTED = words("it there this he she they we i you who which")  # "for Oslo, there will be no way back" is the writer's view
INDEFINITE = words("a an another new possible")
TOWARDS = words("for to")
ARTICLES = words("the a an this these that")
DATED = DAYS | MONTHS
LONGEST_SUBJECT = 14  # tokens
LONGEST_VIEW = 14  # tokens of "in the eyes of …"
NEAR_NOUN = 4  # tokens: "met with cautious but growing optimism", "a top foreign policy priority"


def perspective(scene: Scene, low: int, high: int, level: int) -> Found | None:
    """In S's view, C; from the perspective of S, C; seen from S, C; for S, C is a means to C: a sentence that a word of `HEADS` opens."""
    tokens = scene.tokens
    first = low + (tokens.low[low] in CONNECTIVES)
    if first + 4 >= high or tokens.low[first] not in OPENERS:
        return None
    views = scene.lexicon.terms.view
    if tokens.low[first] == "in" and tokens.low[first + 1] in OWNERS and tokens.low[first + 2] in views and tokens.text[first + 3] != ",":
        content = trimmed(tokens, first + 3, high)  # "in its view the dam is C"
        return (
            Found("perspective", None, (first + 2, first + 3), [content], (first + 1, first + 2)) if content[1] - content[0] > 2 else None
        )
    comma = next((k for k in range(first + 2, min(first + LONGEST_VIEW, high)) if tokens.text[k] == ","), None)
    if tokens.low[first] in TOWARDS and tokens.text[first + 1][0].isupper() and (bare := _matters_so(scene, first, high, level)):
        return bare
    if comma is None or comma + 3 >= high or any(tokens.quote[k] != level for k in range(first, comma)):
        return None
    if tokens.low[first] in TOWARDS and (tokens.low[first] == "for" or _names_some(scene, first + 1, comma)):
        return _matters_for(scene, first, comma, high, level)
    found = _seen_from(scene, first, comma) if tokens.low[first] in SEEN else _in_view_of(scene, first, comma)
    if found is None:
        return None
    cue, source = found
    content = trimmed(tokens, comma, high)
    return Found("perspective", None, cue, [content], source) if content[1] - content[0] > 2 else None


def viewed_after(scene: Scene, index: int, low: int, high: int, level: int) -> Found | None:
    """C, IN S's VIEW; C1, IN THE WORDS OF S, C2: the words of a view at token `index`, past the head of the sentence."""
    tokens = scene.tokens
    first = next((k for k in range(index - 1, max(low + 1, index - LONGEST_VIEW), -1) if tokens.text[k] == ","), None)
    if first is None or tokens.low[first + 1] not in ("in", "from", "to", "by") or tokens.quote[first] != level:
        return None
    ahead = range(index + 1, min(index + LONGEST_VIEW, high))
    last = next((k for k in ahead if tokens.text[k] == "," or tokens.text[k] in STOPS or tokens.quote[k] != level), high)
    named = last + 1
    while named < high and tokens.text[named][0].isupper():
        named += 1  # "in the words of its envoy, NAME,"
    if last + 1 < named < high and tokens.text[last] == "," == tokens.text[named]:
        last = named
    found = _in_view_of(scene, first + 1, last)
    if found is None or any(scene.at.is_finite(k) for k in range(first, last)):
        return None
    content = [part for part in (trimmed(tokens, low, first), trimmed(tokens, last, high)) if part[1] > part[0]]
    told = sum(end - begin for begin, end in content) > 2 and content[0][0] == low
    return Found("perspective", None, found[0], content, found[1]) if told else None


def _names_some(scene: Scene, first: int, last: int) -> bool:
    """Whether somebody is named: "Oslo", "many in Oslo", "hardliners in the cabinet"."""
    tokens = scene.tokens
    if tokens.text[first][0].isupper():
        return True
    some = tokens.low[first] in MANY or tokens.low[first] in scene.lexicon.people
    return some and last > first + 1 and (any(tokens.text[k][0].isupper() for k in range(first + 1, last)) or tokens.low[first + 1] == "in")


def _matters_so(scene: Scene, first: int, high: int, level: int) -> Found | None:
    """FOR Oslo the vote was C: without a comma only of a name of one word, before an article."""
    tokens, subject = scene.tokens, first + 2
    if (
        tokens.low[first + 1] in DATED
        or tokens.low[subject] not in ARTICLES
        or any(tokens.quote[k] != level for k in range(first, subject))
    ):
        return None
    verb = next((k for k in range(subject + 2, min(subject + LONGEST_SUBJECT, high - 1)) if scene.at.is_finite(k)), None)
    if verb is None or tokens.low[verb] not in BE_FORMS or "," in tokens.text[subject:verb]:
        return None
    return Found("perspective-for", None, (first, first + 1), [trimmed(tokens, subject, high)], (first + 1, subject))


def _matters_for(scene: Scene, first: int, comma: int, high: int, level: int) -> Found | None:
    """FOR S, C is a means to C; FOR S, C matters more than C."""
    tokens = scene.tokens
    head = tokens.low[comma - 1]
    article = tokens.low[first + 1] in DETERMINERS
    named = _names_some(scene, first + 1, comma) or (article and (tokens.text[first + 2][0].isupper() or head in scene.lexicon.people))
    if (
        not named
        or tokens.low[comma + 1] in UNCOUNTED
        or head in MONTHS
        or head in DAYS
        or any(scene.at.is_finite(k) for k in range(first, comma))
    ):
        return None
    verb = next((k for k in range(comma + 2, min(comma + LONGEST_SUBJECT, high - 1)) if scene.at.is_finite(k)), None)
    if verb is None or tokens.low[verb] not in MATTERS or tokens.quote[verb] != level or tokens.low[verb + 1] == "expected":
        return None
    end = comma - 2 if head in MINDS and tokens.low[comma - 2] == "'s" else comma  # "to Oslo's mind, C"
    return Found("perspective-for", None, (first, first + 1), [trimmed(tokens, comma, high)], (first + 1, end))


def _seen_from(scene: Scene, first: int, comma: int) -> tuple[Range, Range] | None:
    """SEEN FROM Oslo, …; VIEWED BY ministers, …: of places only those with a name."""
    tokens = scene.tokens
    link = tokens.low[first + 1]
    named = link == "from" and tokens.text[first + 2][0].isupper()
    return ((first, first + 2), (first + 2, comma)) if (named or link == "by") and comma > first + 2 else None


def _in_view_of(scene: Scene, first: int, comma: int) -> tuple[Range, Range] | None:
    tokens = scene.tokens
    noun = next((k for k in range(first + 1, comma) if tokens.low[k] in scene.lexicon.terms.view), None)
    if noun is None:
        return None
    head = noun - 2 if tokens.low[noun - 2 : noun] == ["point", "of"] else noun  # "from S's point of view"
    if noun == comma - 1 and tokens.low[head - 1] in ("'s", "'"):
        return (head, noun + 1), (first + 1, head - 1)
    own = noun == first + 2 or (noun == first + 3 and tokens.low[first + 2] == "own")  # "by its own account"
    if noun == comma - 1 and own and tokens.low[first + 1] in OWNERS:
        return (noun, noun + 1), (first + 1, noun)
    if tokens.low[noun + 1] == "of" and noun <= first + 2 and comma > noun + 2:
        return (noun, noun + 2), (noun + 2, comma)
    return None


def met_with(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    """C was met with OPTIMISM in S; C has been greeted with some SCEPTICISM by S."""
    tokens = scene.tokens
    if index + 2 > high - 1 or tokens.low[index + 1] not in HOLDERS:
        return None
    link = next((k for k in range(index - 1, max(low + 2, index - NEAR_NOUN) - 1, -1) if tokens.low[k] == "with"), None)
    if link is None or tokens.low[link - 1] not in scene.lexicon.terms.met:
        return None
    group = link - 1
    while group > low and (tokens.low[group - 1] in HELPERS or is_adverb(tokens.low[group - 1])):
        group -= 1
    source = _holder(scene, index + 2, high, level)
    subject = source_left(scene.at, low, group, level) if group < link - 1 else None
    if source is None or subject is None:
        return None
    return Found("met-with-noun", cue, (group, index + 1), [subject], source)


def drew(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    """C drew sharp CRITICISM from S; C sparked OUTRAGE in S; C1, drawing PRAISE from S; C has the SUPPORT of S."""
    tokens = scene.tokens
    if index + 2 > high - 1 or tokens.quote[index] != level:
        return None
    terms = scene.lexicon.terms
    given = tokens.low[index + 1] == "of" and tokens.low[index - 1] == "the" and tokens.low[index] in terms.given
    if tokens.low[index + 1] not in DRAWN_FROM and not given:
        return None
    verbs = terms.enjoyed | terms.lacked if given or tokens.low[index] in terms.given else frozenset[str]()
    verbs = verbs if given else verbs | terms.drawn
    verbs = verbs | terms.faced if cue.speech_act in JUDGING and tokens.low[index + 1] == "from" else verbs
    verb = next((k for k in range(index - 1, max(low, index - NEAR_NOUN) - 1, -1) if tokens.low[k] in verbs), None)
    source = _holder(scene, index + 2, high, level) if verb is not None and verb > low else None
    if verb is None or source is None or (source[1] < high and tokens.low[source[1]] in COMPLEMENTS):
        return None
    if _is_told_besides(scene, source, high):
        return None  # "raised hopes among economists of C"
    if scene.at.tags[verb] == PARTICIPLE_ING:
        clause = trimmed(tokens, low, verb)
        told = tokens.text[verb - 1] == "," and any(scene.at.is_finite(k) for k in range(*clause))
        return Found("drew-noun", cue, (verb, index + 2), [clause], source) if told else None
    group = verb
    while group > low and (tokens.low[group - 1] in HELPERS or is_adverb(tokens.low[group - 1])):
        group -= 1
    subject = source_left(scene.at, low, group, level)
    negated = tokens.low[verb] in terms.lacked or any(map(is_negation, tokens.low[group:verb]))
    return Found("drew-noun", cue, (group, index + 2), [subject], source, is_negated=negated) if subject else None


def _is_told_besides(scene: Scene, source: Range, high: int) -> bool:
    """Whether what is felt is told after who feels it: "raised hopes among shippers and bankers OF A truce"."""
    low = scene.tokens.low
    for k in range(source[0] + 1, min(source[1] + NEAR_NOUN, high - 1)):
        if not scene.tokens.text[k][0].isalnum() and k >= source[1]:
            return False
        if low[k] in COMPLEMENTS and (low[k - 1] in scene.lexicon.people or (low[k] == "of" and low[k + 1] in INDEFINITE)):
            return True
    return False


def aim_of(scene: Scene, index: int, cue: Cue, low: int, high: int, level: int) -> Found | None:
    """C is a top PRIORITY for S; C are the AIMS of S."""
    tokens = scene.tokens
    if tokens.low[index] not in scene.lexicon.terms.aim or index + 2 >= high or tokens.low[index + 1] not in ("for", "of"):
        return None
    verb = next((k for k in range(index - 1, max(low, index - NEAR_NOUN - 1) - 1, -1) if tokens.low[k] in BE_FORMS), None)
    between = tokens.low[verb + 1 : index] if verb else []
    if verb is None or verb - low < 1 or any(word in PREPOSITIONS for word in between):
        return None
    source = _holder(scene, index + 2, high, level)
    content = trimmed(tokens, low, verb)
    if source is None or content[1] <= content[0] or any(tokens.quote[k] == level and scene.at.is_finite(k) for k in range(*content)):
        return None
    return Found("aim-noun", cue, (verb, index + 1), [content], source)


def fronted(scene: Scene, low: int, high: int, level: int) -> Range | None:
    """To whom it seems so: "FOR S, C seems C", in the tokens before the subject."""
    tokens = scene.tokens
    first = low + (tokens.low[low] in ("but", "and", "yet", "still"))
    if first + 2 >= high or tokens.low[first] not in ("for", "to") or tokens.text[high - 1] != "," or tokens.quote[first] != level:
        return None
    named = tokens.text[first + 1][0].isupper() or (tokens.low[first + 1] == "the" and tokens.text[first + 2][0].isupper())
    return (first + 1, high - 1) if named and high - 1 - first <= NEAR_NOUN + 2 else None


def _holder(scene: Scene, index: int, high: int, level: int) -> Range | None:
    """Who holds a view: a name, or people and bodies with an article; "for the summit" is none that `sources` would know better."""
    tokens = scene.tokens
    begins = tokens.text[index][0].isupper() or tokens.low[index] in DETERMINERS or tokens.low[index - 1] in ("by", "among", "from")
    return source_right(scene.at, index, high, level) if begins else None
