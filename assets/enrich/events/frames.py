"""Event frames of the codebook, inflected and laid out for look-up by their first word.

Here belongs English morphology and the shape of a frame. Reading sentences (`grammar`), filling the slots
(`slots`) and judging the status (`status`) do not.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from assets.codebook import Codebook
from assets.enrich.words.closed_class import AUXILIARIES
from assets.enrich.words.wordlist import words

# what a candidate's score gains over its frame's confidence: by each word of the trigger after the first, an object, each side named
LONGER, OBJECT, SIDE = 0.15, 0.12, 0.1
BASE, THIRD, PAST, PARTICIPLE, GERUND, NOUN, PHRASE = "b", "s", "p", "n", "g", "N", "P"

# past and participle of the verbs that are not regular; one form where both are the same
IRREGULAR = {
    "meet": "met", "hold": "held", "have": "had", "give": "gave given", "send": "sent", "withdraw": "withdrew withdrawn",
    "leave": "left", "break": "broke broken", "cut": "cut", "hit": "hit", "strike": "struck", "shoot": "shot",
    "fight": "fought", "seek": "sought", "make": "made", "take": "took taken", "put": "put", "begin": "began begun",
    "fly": "flew flown", "lend": "lent", "lay": "laid", "forbid": "forbade forbidden", "pay": "paid", "sell": "sold",
    "build": "built", "bring": "brought", "set": "set", "beat": "beat beaten", "freeze": "froze frozen",
    "throw": "threw thrown", "blow": "blew blown", "drive": "drove driven", "shut": "shut", "speak": "spoke spoken",
    "stand": "stood", "burn": "burned burnt", "undertake": "undertook undertaken", "steal": "stole stolen", "sit": "sat",
    "come": "came come", "be": "was been", "quit": "quit", "get": "got gotten", "go": "went gone", "buy": "bought",
    "overrun": "overran overrun", "slay": "slew slain", "swear": "swore sworn", "cave": "caved", "keep": "kept",
    "find": "found", "slash": "slashed", "retake": "retook retaken", "lead": "led", "write": "wrote written",
    "draw": "drew drawn", "hurt": "hurt", "sink": "sank sunk", "hang": "hanged", "overthrow": "overthrew overthrown", "tell": "told",
    "ring": "rang rung", "hide": "hid hidden", "feed": "fed", "rise": "rose risen", "tear": "tore torn", "lose": "lost", "say": "said",
    "spread": "spread", "flee": "fled", "rid": "rid", "mean": "meant", "choose": "chose chosen", "wring": "wrung", "spill": "spilled",
    "cast": "cast", "win": "won", "spurn": "spurned", "let": "let", "ink": "inked", "bid": "bid",
    "withhold": "withheld", "uphold": "upheld", "forgive": "forgave forgiven", "fall": "fell fallen", "shake": "shook shaken",
    "sweep": "swept", "burst": "burst", "dig": "dug", "thrust": "thrust", "oversee": "oversaw overseen", "catch": "caught",
    "unfreeze": "unfroze unfrozen", "rebuild": "rebuilt", "plead": "pleaded", "slit": "slit", "stick": "stuck",
    "string": "strung", "fling": "flung", "sling": "slung", "sleep": "slept", "ride": "rode ridden", "sew": "sewed sewn",
    "sow": "sowed sown", "run": "ran run", "spend": "spent", "swing": "swung", "wind": "wound", "sing": "sang sung", "drink": "drank drunk",
    "bear": "bore borne", "kneel": "knelt", "underwrite": "underwrote underwritten", "bend": "bent",
    "bind": "bound", "forgo": "forwent forgone", "forswear": "forswore forsworn", "rethink": "rethought", "eat": "ate eaten",
    "shrink": "shrank shrunk", "hear": "heard", "show": "showed shown", "think": "thought", "teach": "taught", "tread": "trod trodden",
}  # fmt: skip
IRREGULAR_FORMS = frozenset(form for forms in IRREGULAR.values() for form in forms.split())
DOUBLING = words(
    "stop ban bar rap slam ship scrap commit permit expel compel rebel propel rob snub plan drop club kidnap sit put cut hit set let"
    " get shut quit nab mob pummel begin forbid wrap step pin stab dub swap chat lob rig run jam blog"
    " admit readmit re-admit submit transfer confer regret beg bug bus drum eavesdrop hobnob jet flog gag gas grab gun ram rip shrug shun"
    " skip slap strip tap thin whip unban annul fulfil air-drop abet cap drag fan grip nod patrol prod prop refer"
    " wiretap man trot lug hem machine-gun pistol-whip debar tip dip"
    " rub equip outfit vet map hop quiz trim stir mop pat fob bin jab spar deter incur concur abhor defer demur remit rebut acquit"
    " allot overstep sidestep"
)
EITHER = words(
    "cancel travel label signal quarrel marshal tunnel initial level channel funnel shovel dial pencil fuel counsel libel model shrivel"
)
ALSO = {"ring": "ringed"}  # who encircles has a past of its own
NO_PLURAL = words(
    "to on for that against of in with at over outside must should into by as from"
    " talks consultations sanctions aid assistance unrest fighting shelling bombing hostilities damages remains funds"
)


@dataclass(frozen=True, slots=True, eq=False)  # a frame is its own row, so that it may key a cache
class Frame:
    """A row of `event_frames.csv`; `objects` and `prepositions` are sets of lower-case word tuples."""

    frame_id: str
    part_of_speech: str
    objects: frozenset[tuple[str, ...]]
    object_words: frozenset[str]  # the objects of one word; the longer ones stand by their first word
    subject_words: frozenset[str]  # of these one must stand before the verb: "<troops" in the file
    object_phrases: dict[str, list[tuple[str, ...]]]
    object_heads: frozenset[str]  # first words of all objects
    object_keys: frozenset[str]  # the longest word of each object: where none stands in a sentence, the frame cannot fire
    prepositions: frozenset[str]
    source_slot: str
    target_slot: str
    needs: str
    event_type: str
    event_mode: str | None
    context: str | None
    cameo_code: str | None
    status: str | None
    confidence: float
    is_noun_too: bool
    is_in_person: bool  # asks for a person who is on the ground of others

    def may_fire(self, told: frozenset[str]) -> bool:
        """Whether a sentence of these words holds an object and a subject that the frame asks for."""
        if self.object_keys and self.object_keys.isdisjoint(told):
            return False
        return not self.subject_words or not self.subject_words.isdisjoint(told)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One inflected form of a trigger: the words after the first, and what the first word may be."""

    rest: tuple[str, ...]
    forms: str
    frame: Frame
    reading: int  # the same for all that are read alike as verbs, outside headlines
    most: float  # the score of a candidate of it is not above this


@dataclass(frozen=True, slots=True, eq=False)
class Triggers:
    """All triggers that begin with one word: those of that word alone, and the longer ones by their second word."""

    alone: tuple[Trigger, ...]
    longer: dict[str, tuple[Trigger, ...]]
    asked: frozenset[str]  # the words of objects and subjects that those of `alone` ask for
    free: tuple[Trigger, ...]  # of `alone` those that ask for none

    def at(self, words: list[str], index: int) -> tuple[Trigger, ...]:
        """The triggers that stand at words[index], where their first word does."""
        return self.alone + self.longer_at(words, index, None)

    def able(self, told: frozenset[str]) -> tuple[Trigger, ...]:
        """Those of one word that may fire in a sentence which holds, of all words that frames ask for, these."""
        return _able(self, self.asked & told)

    def longer_at(self, words: list[str], index: int, told: frozenset[str] | None) -> tuple[Trigger, ...]:
        """The longer ones that stand at words[index]; where `told` is given, only those that may fire beside these words."""
        second = index + 1
        longer = self.longer.get(words[second]) if self.longer and second < len(words) else None
        if longer is None:
            return ()
        return tuple(
            [
                one
                for one in longer
                if (len(one.rest) == 1 or tuple(words[second : second + len(one.rest)]) == one.rest)
                and (told is None or one.frame.may_fire(told))
            ]
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All triggers by their first word, lower case, as a text writes it, and all words that their frames ask for."""

    triggers: dict[str, Triggers]
    asked: frozenset[str]


# the token of a trigger, all triggers of its word, and those of them that may fire
Place = tuple[int, Triggers, tuple[Trigger, ...]]

# Verbs that are as often nouns; those with a noun frame of their own are found by themselves.
NOUN_TOO = words(
    "visit host support praise aid attack strike raid assault demand request appeal protest rally march riot sanction ban arrest"
    " release retreat blame veto boycott blockade pledge promise offer vow murder torture target hit supply fund ship grant lift order"
    " phone call talk tour trade train back help rule charge deal shell rocket fire launch share swap exchange test move mass cut end"
    " stop shelter rescue return vote reach hack storm ambush battle clash skirmish fight hail slam blast rebuke censure salute brief"
    " place lead join head land welcome start break freeze halt pause repeal force control push press probe hold guarantee import"
    " export buy sentence try stone club purchase travel journey arm bomb mine gas ambush mortar torpedo picket"
    " petition canvass rake hole jail"
)


@lru_cache(maxsize=4)
def lexicon(codebook: Codebook) -> Lexicon:
    """The triggers of a codebook.

    Raises `ValueError` on a frame whose trigger is empty.
    """
    found: dict[str, list[Trigger]] = defaultdict(list)
    readings: dict[tuple[int, str, bool, bool], int] = {}
    for row in codebook["event_frames"].iter_rows(named=True):
        plain = _frame(row)
        noun_too = replace(plain, is_noun_too=True)
        for trigger in row["trigger"].split("|"):
            first, *rest = trigger.lower().split() or [""]
            if not first:
                raise ValueError(f"event frame {row['frame_id']}: empty trigger")
            frame = noun_too if first in NOUN_TOO else plain
            for form, kinds in _forms(first, tuple(rest), row["part_of_speech"]).items():
                reading = len(rest), kinds, frame.is_noun_too, frame.target_slot == "between"
                number = readings.setdefault(reading, len(readings))
                found[form[0]].append(Trigger(form[1:], kinds, frame, number, _most(frame, len(rest))))
    return Lexicon({word: _by_second_word(triggers) for word, triggers in found.items()}, _asked(chain(*found.values())))


def verb_forms(verb: str) -> dict[str, str]:
    """Forms of an English verb → what they may be: 'gave' → past, 'cut' → base, past and participle."""
    past, _, participle = IRREGULAR.get(verb, _regular_past(verb)).partition(" ")
    forms: dict[str, str] = defaultdict(str)
    for form, kind in (
        (verb, BASE), (plural(verb), THIRD), (past, PAST), (participle or past, PARTICIPLE), (_gerund(verb), GERUND),
    ):  # fmt: skip
        forms[form] += kind
    if verb in EITHER:  # "cancelled" and "canceled"
        forms[verb + "led"] += PAST + PARTICIPLE
        forms[verb + "ling"] += GERUND
    if verb in ALSO:
        forms[ALSO[verb]] += PAST + PARTICIPLE
    if verb == "have":
        forms.pop("haves"), forms.update(has=THIRD)
    return dict(forms)


def plural(noun: str) -> str:
    """Regular plural of a noun, which is also how a verb's third person is made."""
    if noun.endswith(("s", "x", "z", "ch", "sh", "eto", "cho", "rgo")) and noun != "us":
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return {"man": "men", "woman": "women"}.get(noun, noun + "s")


def _frame(row: dict[str, object]) -> Frame:
    cells: list[str] = [word.lower() for word in row["object"] or []]  # type: ignore[attr-defined]
    objects = {tuple(word.split()) for word in cells if not word.startswith("<")}
    subjects = {word[1:] for word in cells if word.startswith("<")}
    plurals = {(*parts[:-1], plural(parts[-1])) for parts in objects if parts[-1] not in NO_PLURAL}
    objects |= plurals
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in sorted(objects):
        if len(parts) > 1:
            phrases[parts[0]].append(parts)
    return Frame(
        frame_id=str(row["frame_id"]),
        part_of_speech=str(row["part_of_speech"]),
        objects=frozenset(objects),
        subject_words=frozenset(subjects | {plural(word) for word in subjects if not word.endswith("s")}),
        object_words=frozenset(parts[0] for parts in objects if len(parts) == 1),
        object_phrases=dict(phrases),
        object_heads=frozenset(parts[0] for parts in objects),
        object_keys=frozenset(max(parts, key=lambda word: (word not in AUXILIARIES, len(word))) for parts in objects),
        prepositions=frozenset(row["preposition"] or []),  # type: ignore[call-overload]
        is_noun_too=False,
        is_in_person=str(row["frame_id"]).startswith("in-person"),
        **{
            name: row[name]
            for name in (
                "source_slot", "target_slot", "needs", "event_type", "event_mode", "context", "cameo_code", "status", "confidence",
            )
        },  # type: ignore[arg-type]
    )  # fmt: skip


def _by_second_word(triggers: list[Trigger]) -> Triggers:
    longer: dict[str, list[Trigger]] = defaultdict(list)
    for trigger in triggers:
        if trigger.rest:
            longer[trigger.rest[0]].append(trigger)
    alone = tuple(sorted((trigger for trigger in triggers if not trigger.rest), key=lambda trigger: -trigger.most))
    return Triggers(
        alone,
        {second: tuple(found) for second, found in longer.items()},
        _asked(alone),
        tuple(trigger for trigger in alone if trigger.frame.may_fire(frozenset())),
    )


def _most(frame: Frame, longer: int) -> float:
    """What `candidates` scores where everything that counts for a frame is found."""
    whole = frame.confidence + LONGER * longer + (OBJECT if frame.objects or frame.subject_words else 0.0) + 2 * SIDE
    return whole + 1e-9  # sums in another order may differ in their last digit


def _asked(triggers: Iterable[Trigger]) -> frozenset[str]:
    frames = {id(trigger.frame): trigger.frame for trigger in triggers}.values()  # many triggers share one
    return frozenset[str]().union(*(frame.object_keys for frame in frames), *(frame.subject_words for frame in frames))


@lru_cache(maxsize=1 << 14)
def _able(triggers: Triggers, told: frozenset[str]) -> tuple[Trigger, ...]:
    """Those of one word alone that may fire beside these words: seldom more than one or two of all that they ask for."""
    return tuple(trigger for trigger in triggers.alone if trigger.frame.may_fire(told))


def _forms(first: str, rest: tuple[str, ...], part_of_speech: str) -> dict[tuple[str, ...], str]:
    if part_of_speech == "phrase":
        return {(first, *rest): PHRASE}
    if part_of_speech == "verb":
        return {(form, *rest): kinds for form, kinds in verb_forms(first).items()}
    forms = {(first, *rest): NOUN}
    *head, last = (first, *rest)
    if last not in NO_PLURAL and not last.endswith("s"):
        forms[(*head, plural(last))] = NOUN
    return forms


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in DOUBLING else "") + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in DOUBLING else "") + "ing"
