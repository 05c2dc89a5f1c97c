"""In which words an event mention tells what it tells: its matter, and cues that set it apart from others of its sort.

Who, whom and when (`assets.resolve.happening_reports`) do not belong here, nor does what the words are worth beside another
report's (`assets.resolve.happening_likeness`).
"""

import re
from dataclasses import dataclass
from typing import Self

from assets.enrich.words.wordlist import words
from assets.resolve.happening_sides import Sides

# Another deed of the same sort: "he also demanded".
FURTHER = frozenset({"also", "additionally", "furthermore", "moreover"})
# What goes on for years is none of the happenings in which it goes on.
LASTING = frozenset({"dialogue", "contacts", "decades", "always", "repeatedly", "regularly", "often"})
# Talks of any number, on any day, unless their day or matter is told.
GENERAL = frozenset(
    {"talks", "negotiations", "discussions", "contacts", "dialogue", "consultations", "conversations", "meetings", "exchanges"}
)
YEARS = re.compile(r"\b(?:for|over the) years\b|\byears of\b", re.I)
# A pact of some of those that agree on another.
SEPARATE = re.compile(r"\b(?:an?|another)\s+(?:separate|additional|further|second)\b|\banother\b|\bseparately\b", re.I)
APART = frozenset({"separate", "additional", "further", "second", "another", "separately"})
WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")  # "cease-fire", "ceasefire"
STEM = 6  # letters: "sanctioned", "sanctions"
LEAST_ROOT = 4  # letters
# Words that any report may hold.
COMMON = words(
    "all and any are but can did for had has her him his how its may nor not now off one our out own per she the two via was "
    "who why you yet about after again against already also among around because been before being between both could does "
    "during each ever "
    "every first from have having here into last later latest made make many more most much must near next other over said "
    "same says second should since some state states still such than that their them then there these they this those three "
    "through time today together told tomorrow under until upon very week weeks well were what when where which while will "
    "with within without would year years yesterday month months days monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december president minister prime foreign "
    "government country countries official officials leader leaders new early late morning evening night"
)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """In which words something is told; copies of a text share one."""

    evidence: str
    trigger: str  # stem of its first word
    stems: frozenset[str]  # of the words that tell what it was about
    is_further: bool
    is_lasting: bool
    is_separate: bool
    is_general: bool

    @classmethod
    def of(cls, evidence: str, trigger: str, sides: Sides) -> Self:
        """The wording of an event mention between these sides."""
        plain = HYPHEN.sub("", evidence) if "-" in evidence else evidence
        found = {word.lower() for word in WORD.findall(plain)}
        return cls(
            evidence=evidence,
            trigger=_stem(HYPHEN.sub("", trigger.split(" ")[0])),
            stems=_matter(found, trigger, sides),
            is_further=not FURTHER.isdisjoint(found),
            is_lasting=not LASTING.isdisjoint(found) or ("years" in found and YEARS.search(evidence) is not None),
            is_general=trigger.lower().rpartition(" ")[2] in GENERAL,
            is_separate=not APART.isdisjoint(found) and SEPARATE.search(evidence) is not None,
        )


def qualifiers(told: Wording, sides: Sides) -> frozenset[str]:
    """Stems of the word right before a trigger by which what it names is told from its like: "30-day truce", "maritime truce"."""
    plain = HYPHEN.sub("", told.evidence).lower()
    before = plain.partition(told.trigger)[0].split()[-1:] if told.trigger else []
    parties = tuple(root_of(part) for actor in (*sides.sources, *sides.targets) for part in actor.split("-"))
    found = {word for word in WORD.findall(before[0]) if not word.startswith(parties)} if before else set[str]()
    return _matter(found, told.trigger, sides)


def root_of(name: str) -> str:
    """What a country's name and its adjective begin with: "Cuba", "Cuban"; "Kenya", "Kenyan"."""
    return name[:-1] if len(name) > LEAST_ROOT and name[-1] in "aey" else name


def _matter(found: set[str], trigger: str, sides: Sides) -> frozenset[str]:
    """Stems of what the words are about: neither actors, nor trigger, nor what any report may hold."""
    actors = (*sides.sources, *sides.targets, *sides.targets_named, *(person for _, person in sides.people))
    without = {_stem(word) for actor in actors for word in actor.split("-")}.union(map(_stem, trigger.split(" ")))
    return frozenset(word[:STEM] for word in found - COMMON) - without


def _stem(word: str) -> str:
    return word.lower()[:STEM]
