"""Where the content of an attribution begins and ends, to the right of its cue. Which cue takes it is decided by the rules."""

from assets.enrich.attribution.cue_lexicon import PARTICIPLE, PAST, PRESENT
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import CueSite, Range
from assets.enrich.attribution.phrases import PERIODS, trimmed
from assets.enrich.attribution.sources import source_left
from assets.enrich.words.closed_class import DASHES, DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, STOPS, TEMPORAL
from assets.enrich.words.tagging import PARTICIPLE_ING
from assets.enrich.words.tokens import Tokens
from assets.enrich.words.wordlist import words

SUBORDINATORS = words("while although though as if when since whereas after before even because")
SPANS = words("years months weeks days hours")  # "MONTHS after S said C, X left"
BEFORE_PARTICIPLES = words("in by after before while despite without")
FARTHEST = 16  # tokens between cue and content: "told reporters on the sidelines of the summit in Geneva that"
AFTER_QUOTE = words("as when while after in at during on before by because to with")
THIRD_PERSONS = words("he she they")
CONCESSIVE = words("though although")
UNITS = PERIODS | DAYS
REMARK_MARKS = DASHES | {","}
REMARKS = words("which who whose where a an")
SHORTEST_SAID = 3  # tokens before a remark
MANY = words("few many most critics others both neither none nobody everyone")
NARRATED = words("this that such but whether what how if")  # "S said C; that would be a mistake" is the writer's
BACKSHIFTED = words("would could might")
LONGEST_SUBJECT = 12  # tokens
ADDED = words("and but though although while whereas")


def addressee_end(scene: Scene, index: int, high: int, level: int, *, to: bool) -> int | None:
    """Where the content begins after an addressee or adjunct at token `index`: at "that", "to", a quotation or a subject."""
    tokens = scene.tokens
    in_relative = False  # "told ministers who had come to Oslo that"
    for k in range(index, min(index + FARTHEST, high)):
        low = tokens.low[k]
        if tokens.quote[k] != level or low == "that":
            return k
        if tokens.text[k] == ":":
            return k + 1 if k + 1 < high else None
        if tokens.text[k] in STOPS:
            return None
        if tokens.text[k] == ",":
            follows = _after_places(scene, k + 1, high, level)
            return follows if follows < high and (tokens.quote[follows] != level or tokens.low[follows] == "that") else None
        if k == index:
            continue
        if to and low == "to":
            follows = k + 1 < high and (tokens.low[k + 1] in DETERMINERS or tokens.text[k + 1][0].isupper())
            if not follows:  # else a place: "told ministers back from a visit TO OSLO that"
                return k
        if low in ("if", "whether", "how", "what", "why", "there") or (low in PRONOUNS and low not in ("who", "one", "you", "it")):
            return k
        if scene.at.is_finite(k) and not scene.at.is_finite(k - 1):
            if tokens.low[k - 1] in ("and", "or", "but"):
                return None  # "urged restraint and called for talks": a second deed
            if not in_relative:
                return _subject_before(scene, index, k)
            in_relative = False
        in_relative = in_relative or low in ("who", "whom", "whose")
    return None


def _after_places(scene: Scene, index: int, high: int, level: int) -> int:
    """Past what may stand between commas after an addressee: "told a crowd in Windham, New Hampshire, on Monday that"."""
    tokens = scene.tokens
    for k in range(index, min(index + FARTHEST, high)):
        if tokens.quote[k] != level or tokens.low[k] == "that":
            return k
        if tokens.text[k] in STOPS or tokens.text[k] in ":;" or scene.at.is_finite(k) or tokens.low[k] in PRONOUNS:
            break
    return index


def clause_right(scene: Scene, index: int, high: int, level: int, tag: str = "") -> Range:
    """A content clause that begins at token `index`: to the end of the sentence, or to what its speaker does not say."""
    tokens = scene.tokens
    semicolon = next(
        (
            k
            for k in range(index, high)
            if tokens.text[k] == ";"
            and tokens.quote[k] == level
            and not (_enumerates(tokens, index, k, high) or _tells_on(scene, k, high, tag))
        ),
        high,
    )
    first, last = cut_at_quote(tokens, *trimmed(tokens, index, semicolon))
    end = min(_second_attribution(scene, first, last, level, tag), _second_clause(scene, first, last, level))
    end = _remark(tokens, first, end, level)
    return trimmed(tokens, first, end) if end < last else (first, last)


def _enumerates(tokens: Tokens, first: int, semicolon: int, high: int) -> bool:
    """Whether what is said goes on behind a semicolon: "that C; THAT C; and THAT C"."""
    follows = semicolon + 1
    follows += follows < high and tokens.low[follows] in ("and", "or", "but")
    return follows < high and tokens.low[follows] == "that" and tokens.low[first] == "that"


def _tells_on(scene: Scene, semicolon: int, high: int, tag: str) -> bool:
    """Whether what was said goes on behind a semicolon in its own tense: "S said C; it WOULD also C"."""
    tokens, first = scene.tokens, semicolon + 1
    if tag != PAST or first >= high or tokens.low[first] in NARRATED:
        return False
    verb = next((k for k in range(first, min(first + LONGEST_SUBJECT, high)) if scene.at.is_finite(k)), None)
    if verb is None or tokens.low[verb] not in BACKSHIFTED or tokens.low[verb + 1 : verb + 2] == ["have"]:
        return False
    return not any(site.cue.says and site.tag in (PAST, PRESENT) for site in scene.sites(first, high, tokens.quote[semicolon]))


def _second_attribution(scene: Scene, first: int, last: int, level: int, tag: str) -> int:
    """Where another attribution begins: ", while X said", ", adding that", " and called for"; else `last`."""
    tokens = scene.tokens
    for site in scene.sites(first, last, level):
        before = site.group - 1
        if before <= first:
            continue
        if site.tag in (PAST, PRESENT) and site.cue.kind == "speech" and site.cue.says:
            rival = _rival_clause(scene, site, first, level)
            if rival is not None:
                return rival
        quoted = tokens.quote[before] != level
        if (
            site.tag == PARTICIPLE
            and site.cue.frames != {"doc"}
            and (tokens.text[before] == "," or tokens.text[before] in DASHES or (quoted and tokens.text[before - 1] == ","))
        ):
            return before + quoted
        shared = site.tag == tag or (site.tag != PARTICIPLE and tokens.text[before - 1] == ",")  # ", but went on to say"
        if shared and site.cue.kind == "speech" and tokens.low[before] in ("and", "but"):
            return before
    return last


def _second_clause(scene: Scene, first: int, last: int, level: int) -> int:
    """Where a clause with a subject of its own is added: ", but he did not sign"; else `last`."""
    tokens = scene.tokens
    for k in range(first + 3, last - 2):
        if tokens.text[k] != ",":
            continue
        joint = k + 1 if tokens.quote[k] == level else k + 2  # behind the mark that closes a quotation
        if joint > last - 2 or tokens.low[joint] not in ADDED or tokens.quote[joint] != level:
            continue
        follows = tokens.low[joint + 1]
        if follows in THIRD_PERSONS or (tokens.low[joint] not in CONCESSIVE and _begins_name(scene, joint + 1, last)):
            return joint if joint > k + 1 else k
    return last


def _remark(tokens: Tokens, first: int, last: int, level: int) -> int:
    """Where a remark closes the sentence that is rather the writer's: ", which C", ", a step that C", " — a sign of C"; else `last`."""
    mark = next(
        (k for k in range(last - 2, first + SHORTEST_SAID, -1) if tokens.text[k] in REMARK_MARKS and tokens.quote[k] == level), last
    )
    return mark if mark < last and tokens.low[mark + 1] in REMARKS else last


def _begins_name(scene: Scene, index: int, last: int) -> bool:
    """Whether a clause about somebody named begins: ", but the White House has not". Without a name it may be the speaker's."""
    tokens = scene.tokens
    named = tokens.text[index][0].isupper() or (tokens.low[index] in ("the", "a", "an") and tokens.text[index + 1][0].isupper())
    return named and any(scene.at.is_finite(k) for k in range(index + 1, min(index + 10, last)))


def _rival_clause(scene: Scene, site: CueSite, first: int, level: int) -> int | None:
    """Where a clause of another speaker begins inside a content: ", while X said"."""
    tokens = scene.tokens
    source = source_left(scene.at, first, site.group, level)
    if source is None or source[0] - 2 <= first:
        return None
    joined = (
        tokens.low[source[0] - 1] in ("while", "but", "and", "though", "although", "whereas", "as") and tokens.text[source[0] - 2] == ","
    )
    return source[0] - 2 if joined else None


def main_clause(scene: Scene, low: int, after: int, high: int, level: int) -> int:
    """The comma before the main clause behind one that opens the sentence ("While S says C, …", "Saying C, S …"); else `high`."""
    tokens = scene.tokens
    low += 2 * (tokens.low[low] == "however" and tokens.text[low + 1] == ",")
    low += tokens.low[low] in ("and", "but", "just", "only", "much") or tokens.low[low] in SPANS
    low += tokens.low[low] in BEFORE_PARTICIPLES and scene.at.tags[low + 1] == PARTICIPLE_ING
    if tokens.low[low] not in SUBORDINATORS and scene.at.tags[low] != PARTICIPLE_ING:
        return high
    for k in range(after, high - 2):
        if tokens.text[k] != "," or tokens.quote[k] != level:
            continue
        first = k + 1 + (tokens.low[k + 1] == "even")
        follows = tokens.low[first]
        begins = follows in PRONOUNS or follows in DETERMINERS or follows in MANY or tokens.text[first][0].isupper()
        if begins and any(scene.at.is_finite(j) for j in range(k + 2, min(k + 12, high))):
            return k
    return high


def cut_at_quote(tokens: Tokens, first: int, last: int) -> Range:
    """A content that begins with a quotation ends with it where a comma or an adjunct follows."""
    if first < last and tokens.quote[first]:
        end = first
        while end < last and tokens.quote[end] == tokens.quote[first]:
            end += 1
        closes = end < last and tokens.text[end - 2] == "," and not tokens.quote[end] and tokens.low[end] not in ("and", "or")
        if end < last and (closes or tokens.text[end] in ",;—–" or tokens.low[end] in AFTER_QUOTE):
            return first, end
    return first, last


def quote_right(scene: Scene, first: int, last: int) -> Range:
    """A content that begins with a quotation: to its end where something else follows, be it another deed ("“C” and left")."""
    first, last = cut_at_quote(scene.tokens, first, last)
    end = next((k for k in range(first, last) if not scene.tokens.quote[k]), last)
    follows = end + 1 < last and scene.tokens.quote[first] and scene.tokens.low[end] in ("and", "but")
    return (first, end) if follows and (scene.at.is_finite(end + 1) or scene.at.is_cue_participle(end + 1)) else (first, last)


def starts_clause(tokens: Tokens, index: int, high: int) -> bool:
    """Whether an adjunct of time, place or occasion follows the cue, after which its content may come."""
    if index >= high:
        return False
    return is_time(tokens, index, high) or tokens.low[index] in PREPOSITIONS or tokens.text[index] == "," or tokens.text[index] in DASHES


def is_time(tokens: Tokens, index: int, high: int) -> bool:
    """Whether a word of time begins at token `index`: "Monday", "last week", "this month"; not "this provides"."""
    low = tokens.low[index]
    if low not in TEMPORAL:
        return False
    return low not in ("this", "last", "next") or (index + 1 < high and tokens.low[index + 1] in UNITS)


def _subject_before(scene: Scene, index: int, verb: int) -> int | None:
    """The start of the noun phrase before a verb, where an adjunct "on Monday" or "in Geneva" stands before it."""
    tokens = scene.tokens
    k = verb - 1
    while k > index and tokens.low[k] not in PREPOSITIONS and tokens.low[k] not in TEMPORAL:
        if tokens.low[k] in ("the", "a", "an", "his", "her", "their", "its"):
            return k
        k -= 1
    return k + 1 if k + 1 < verb else None
