"""A document while its actors are read: its text, names and mentions so far. The rules that add mentions do not belong here."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum, auto

from assets.enrich.actors.names import CAPITAL, KINDS, PLACE, STATE, SURNAME, Hit, Lexicon
from assets.enrich.words.word_places import Span, WordPlaces
from assets.enrich.words.wordlist import words

UPPER = "".join(chr(code) for code in range(0x41, 0x250) if chr(code).isupper())
CAPITALISED = rf"(?:(?:al|el|ad|as|ash|an|ar|at|az|ul)-)?[{UPPER}][\w]*(?:[-’'](?!s\b)\w+)*"
PARTICLE = r"(?:van der|van den|van|von der|von|de la|de los|de|del|della|di|da|dos|du|bin|bint|ibn|abu|ter|zu|al|el)"
TOKEN = rf"(?:(?:[{UPPER}]\.)+|{CAPITALISED})"
MORE_TOKENS = rf"(?:[ \u00a0\n](?:{PARTICLE} )?{TOKEN})*"
RUN = re.compile(TOKEN + MORE_TOKENS)
# The same without an article before it: a pattern that begins with a letter of a set is searched for in a quarter of the time.
BARE_RUN = re.compile(rf"[{UPPER}](?:(?:\.(?:[{UPPER}]\.)*)|\w*(?:[-’'](?!s\b)\w+)*){MORE_TOKENS}")
TOKENS = re.compile(rf"(?:{PARTICLE} )?{TOKEN}")
ARABIC_ARTICLE = re.compile(r"(?:al|el|ad|as|ash|an|ar|at|az|ul)-")
ARTICLE_BEFORE = re.compile(rf"{ARABIC_ARTICLE.pattern}$")
BREAK = re.compile(r"[\s.]")
OPENING_MARKS, WITHIN_WORD = '“"‘(', frozenset("_’'-")
OPENING_BEFORE = re.compile(r"(?:^|[\n“\"‘(\[:;—–•]|[.!?…]['’\"”)]*\s|\s-{1,2}\s)\s*$")

# Capitalised words that are no part of a name.
NO_NAME = words(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun I I’m"
    " I’ll I’ve I’d I'm I'll I've I'd Mr Mrs Ms Dr Prof Sen Rep Gov Gen Lt Col Sgt Capt Adm Rev Messrs Sir Lord Lady Dame"
    " Christmas Easter Ramadan Islam God English Internet Twitter Facebook Telegram TV PhD CEO AM PM EST EDT GMT"
)
# Words that begin sentences and are capitalised for that alone. (Adverbs and participles are known by their ending.)
SENTENCE_OPENERS = words(
    "the a an this that these those it its he she they we you his her their our my there here but and or so yet for nor as"
    " at by in of on to from with without after before since while when where who whom whose what which why how if although"
    " though because until once under over during despite however meanwhile moreover still then also even both some many"
    " most all no not one two three four five six seven eight nine ten several earlier later last next now today yesterday"
    " tomorrow such each every another other instead like unlike more less much few any either neither only just perhaps"
    " maybe yes well among amid through throughout between against about around within beyond because per via is are was"
    " were has have had do does did can could will would should may might must let never nobody nothing something everyone"
    " everybody someone anyone to than too again ahead along asked indeed thus hence given back former president new old"
    " critics supporters officials experts analysts people men women sources aides said says read see photo image video"
    " watch updated exclusive breaking related analysis opinion editorial correction note source file"
)


class Sign(StrEnum):
    """Lists of words where rules begin to look (`signs` says which)."""

    BODY = auto()
    REGION = auto()
    SHORT_NAME = auto()
    CROWD = auto()
    PEOPLE = auto()
    PRONOUN = auto()
    NEUTER = auto()
    ORGANIZATION = auto()


@dataclass(slots=True)
class Mention:
    """A mention in the making; `schemas.ACTOR_MENTIONS` says what the fields are."""

    start: int
    end: int
    rule: str
    resolution: str
    actor_id: str | None = None
    discovered_name: str | None = None
    discovered_type: str | None = None
    discovered_role: str | None = None
    discovered_organization: str | None = None
    country_code: str | None = None
    role: str | None = None
    candidates: tuple[str, ...] = ()
    is_person: bool = False


@dataclass(slots=True)
class Run:
    """Capitalised words in a row that no name of the codebook claims; a surname alias among them stands as `surname`."""

    tokens: list[tuple[int, int, str]]
    surname: Hit | None = None  # of the last token
    follows_name: bool = False  # something claimed stands right before it

    @property
    def start(self) -> int:
        return self.tokens[0][0]

    @property
    def end(self) -> int:
        return self.tokens[-1][1]

    @property
    def words(self) -> list[str]:
        return [token[2] for token in self.tokens]


@dataclass(slots=True)
class Reading:
    """One document: `text` has the length of the body; where the body shouts (capitals), it is written as usual."""

    document_id: str
    body: str
    text: str
    sentences: list[tuple[int, int, bool]]
    lexicon: Lexicon
    hits: list[Hit] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    headlines: list[tuple[int, int]] = field(default_factory=list)
    hit_starts: list[int] = field(default_factory=list)
    hits_of: dict[str, list[Hit]] = field(default_factory=dict)  # by kind; a hit of several kinds stands under each
    signs: dict[str, list[Span]] = field(default_factory=dict)  # by `Sign`
    spoken_of: Counter[str] | None = None  # how often the text speaks of each state, once a rule asks
    _common: dict[str, bool] = field(default_factory=dict)

    def is_common(self, word: str) -> bool:
        """Whether the document writes a word in lower case: three plain letters or more, a space, quotation or bracket before."""
        known = self._common.get(word)
        if known is None:
            known = self._common[word] = len(word) > 2 and word.isascii() and word.isalpha() and self._stands(word)
        return known

    def _stands(self, word: str) -> bool:
        text, start = self.text, self.text.find(word)
        while start >= 0:
            before, after = text[start - 1 : start], text[start + len(word) : start + len(word) + 1]
            if (before.isspace() or (before and before in OPENING_MARKS)) and not (after.isalnum() or after in WITHIN_WORD):
                return True
            start = text.find(word, start + len(word))
        return False

    def sentence_at(self, position: int) -> tuple[int, int, bool] | None:
        """The sentence a position lies in."""
        index = bisect_right(self.starts, position) - 1
        return self.sentences[index] if index >= 0 and position < self.sentences[index][1] else None

    def is_initial(self, position: int) -> bool:
        """Whether a sentence or a quotation begins there."""
        if self.text[position - 1 : position] == " " and self.text[position - 2].isalnum():
            return False  # as nearly always
        return bool(OPENING_BEFORE.search(self.text, max(0, position - 6), position))

    def matches(self, sign: Sign, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What `pattern.finditer` finds in the text, if every match of it begins with a word of the list."""
        last = 0
        for start, _ in self.signs[sign]:
            if start >= last and (match := pattern.match(self.text, start)):
                last = match.end()
                yield match

    def is_headline(self, position: int) -> bool:
        index = bisect_right(self.headlines, (position, len(self.body))) - 1
        return index >= 0 and position < self.headlines[index][1]


def read(document_id: str, body: str, sentences: list[tuple[int, int, bool]], lexicon: Lexicon, signs: WordPlaces) -> Reading:
    """The document with its names found and its unclaimed capitalised runs told apart."""
    text = _calmed(body, sentences, lexicon)
    reading = Reading(document_id, body, text, sentences, lexicon, starts=[start for start, _, _ in sentences])
    reading.headlines = [(start, end) for start, end, is_title in sentences if is_title or _is_title_case(text, start, end)]
    reading.hits = lexicon.find(text)
    reading.hit_starts = [hit.start for hit in reading.hits]
    reading.hits_of = {kind: [] for kind in KINDS}
    for hit in reading.hits:
        for kind in hit.kinds:
            reading.hits_of[kind].append(hit)
    reading.runs = _runs(reading)
    reading.signs = signs.find(text)
    return reading


def _calmed(body: str, sentences: list[tuple[int, int, bool]], lexicon: Lexicon) -> str:
    """The body with sentences in capitals written in title case; same length, so that offsets hold."""
    pieces, last = [], 0
    for start, end, _ in sentences:
        text = body[start:end]
        if not text.isupper() or len(text.split()) < 3 or len(text) < 12:
            continue
        calm = re.sub(r"[^\W\d_][\w.’']*", lambda m: m.group() if m.group() in lexicon.abbreviations else m.group().capitalize(), text)
        if len(calm) == len(text):
            pieces += [body[last:start], calm]
            last = end
    return "".join([*pieces, body[last:]]) if pieces else body


def _is_title_case(text: str, start: int, end: int) -> bool:
    """A sentence most of whose longer words are capitalised: a headline or caption, where capitals tell nothing."""
    if text[end - 1] == ".":
        return False
    longer = [word for word in text[start:end].split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 4 and sum(word[0].isupper() for word in longer) > 0.75 * len(longer)


def _runs(reading: Reading) -> list[Run]:
    text, hits, namesakes = reading.text, reading.hits, reading.lexicon.namesakes
    found: list[Run] = []
    index, count = 0, len(hits)
    for match in _capitalised(text):
        first, last = match.span()
        word = match.group()
        while index < count and hits[index].end <= first:
            index += 1
        hit = hits[index] if index < count and hits[index].start < last else None
        if not (word.isalpha() or BREAK.search(word) is None):
            if hit and hit.start <= first and last <= hit.end and SURNAME not in hit.kinds:
                continue  # a name of the codebook as a whole
            found += _runs_of_several(reading, first, last, index)
        elif hit is None:  # a word alone, as most: mostly it begins a sentence
            if not _opens(reading, word, first) or word in namesakes:
                found.append(Run([(first, last, word)]))
        elif hit.start == first and hit.end == last and SURNAME in hit.kinds:
            found.append(Run([(first, last, word)], hit))
    return found


def _capitalised(text: str) -> Iterator[re.Match[str]]:
    """`RUN.finditer(text)`, in a quarter of the time."""
    end = 0
    while match := BARE_RUN.search(text, end):
        start = match.start()
        if start and text[start - 1] == "-" and (article := ARTICLE_BEFORE.search(text, max(end, start - 4), start)):
            match = RUN.match(text, article.start()) or match
        end = match.end()
        yield match


def _runs_of_several(reading: Reading, first: int, last: int, index: int) -> Iterator[Run]:
    """The runs among several capitalised words in [first, last); `index` is the first name of the codebook that may claim one."""
    text, hits = reading.text, reading.hits
    tokens: list[tuple[int, int, str]] = []
    parts = list(TOKENS.finditer(text, first, last))
    in_headline = reading.is_headline(first)
    follows_name, skip_to = False, 0
    for place, token in enumerate(parts):
        start, end = token.span()
        if start < skip_to:
            continue
        while index < len(hits) and hits[index].end <= start:
            index += 1
        hit = hits[index] if index < len(hits) and hits[index].start < end else None
        surname = hit is not None and _surname_at(hit, parts[place:])
        if hit is None or surname or _is_given_name(reading, hit, parts[place:]):
            end = skip_to = hit.end if hit and surname else end
            word = text[start:end]
            if surname or not _opens(reading, word, start) or (len(parts) == 1 and word in reading.lexicon.namesakes):
                tokens.append((start, end, word))
                if surname and (in_headline or not _goes_on(reading, end)):  # a surname ends a name, unless another follows
                    yield Run(tokens, hit, follows_name)
                    tokens, follows_name = [], True
                continue
        if tokens:
            yield Run(tokens, None, follows_name)
            tokens = []
        follows_name = hit is not None
    if tokens:
        yield Run(tokens, None, follows_name)


def _surname_at(hit: Hit, parts: list[re.Match[str]]) -> bool:
    """Whether a surname of the codebook begins with the first of these tokens and ends with one of them."""
    if SURNAME not in hit.kinds:
        return False
    prefix = ARABIC_ARTICLE.match(parts[0].group())  # 'el-Example', where 'Example' is the surname
    starts = (parts[0].start(), parts[0].start() + (prefix.end() if prefix else 0))
    return hit.start in starts and any(hit.end == part.end() for part in parts[:3])


def _is_given_name(reading: Reading, hit: Hit, parts: list[re.Match[str]]) -> bool:
    """Whether a place that is also a given name begins a person's name: 'Chad Example', 'Georgia Example'."""
    if len(parts) < 2 or hit.start != parts[0].start() or hit.end != parts[0].end() or hit.text not in reading.lexicon.given_names:
        return False
    last = parts[1].group()
    return not (len(hit.of(STATE, CAPITAL, PLACE)) < len(hit.entries) or last in NO_NAME or last in reading.lexicon.no_surnames)


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether a capitalised word follows that could end the name: 'Martin O'Hara', where 'Martin' is a surname elsewhere."""
    following = TOKENS.match(reading.text, end + 1) if reading.text[end : end + 1] == " " else None
    if following is None or following.group() in NO_NAME or "." in following.group():
        return False
    place = bisect_right(reading.hit_starts, following.start()) - 1
    claimed = reading.hits[place] if place >= 0 and reading.hits[place].end > following.start() else None
    return claimed is None or bool(claimed.of(CAPITAL))  # 'Denzel London': a place that ends a name


def _opens(reading: Reading, word: str, start: int) -> bool:
    """Whether a word is no part of a name: a month, or capitalised only because it begins a sentence."""
    return word in NO_NAME or (reading.is_initial(start) and _is_opener(word, reading))


def _is_opener(word: str, reading: Reading) -> bool:
    lower = word.lower()
    return lower in SENTENCE_OPENERS or lower.endswith(("ly", "ing", "ed")) or reading.is_common(lower)
