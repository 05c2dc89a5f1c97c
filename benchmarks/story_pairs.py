"""Made-up news of which it is known what is a copy of what. Whether the pipeline finds out is measured in `duplicates`.

An event has facts and quotations; a newsroom writes them in its own words and order. Copies are made from such articles by
what is done to wire copy in the world; next to them stand texts that look like copies and are none.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

MATERIAL = tomllib.loads((Path(__file__).parent / "story_material.toml").read_text(encoding="utf-8"))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass
class Article:
    """A document, the story it truly tells, and what it is there for."""

    kind: str
    story: str
    paragraphs: list[str]
    published_on: date
    is_headed: bool = True
    family: str = ""  # documents that look alike, of one story or not

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs[self.is_headed :])


@dataclass
class Event:
    """What happened: names, numbers, quotations."""

    chance: Random
    facts: dict[str, str] = field(default_factory=dict)
    quotations: list[tuple[str, str]] = field(default_factory=list)  # words, speaker
    day: date = date(2021, 1, 1)

    def __post_init__(self) -> None:
        chance, given, surnames, *places = self.chance, *(line.split() for line in MATERIAL["names"])
        heads, tails, endings = places
        person = lambda: f"{chance.choice(given)} {chance.choice(surnames)}"  # noqa: E731
        country = lambda: chance.choice(heads) + chance.choice(tails)  # noqa: E731
        town = lambda: chance.choice(surnames) + chance.choice(endings)  # noqa: E731
        number = lambda low, high: str(chance.randint(low, high))  # noqa: E731
        self.day = date(2021, 1, 1) + timedelta(days=chance.randrange(1400))
        names = {
            **{name: person() for name in ("first", "second", "mediator", "critic", "analyst", "resident", "speaker", "visitor")},
            **{name: country() for name in ("host", "guest", "third", "home", "country")},
            **{name: town() for name in ("place", "town", "village", "city")},
            "hall": f"{chance.choice(surnames)} {chance.choice(('Palace', 'House', 'Hall', 'Castle'))}",
            "river": chance.choice(heads) + chance.choice(("a", "er", "in")),
            "body": f"{chance.choice(heads)}an {chance.choice(('League', 'Union', 'Council', 'Community'))}",
            "party": f"{chance.choice(('National', 'Farmers', 'Popular', 'Civic', 'Red'))} {chance.choice(('Bloc', 'Party', 'Front'))}",
            "agency": f"{chance.choice(heads)} Watch",
            "school": f"{chance.choice(surnames)} {chance.choice(('Institute', 'University', 'College'))}",
            "office": chance.choice(("foreign minister", "trade minister", "prime minister", "interior minister")),
            "deal": chance.choice(MATERIAL["deals"]),
            "weekday": WEEKDAYS[self.day.weekday()],
            "month": MONTHS[self.day.month - 1],
            "topic": f"the {chance.choice(heads)} strait",
            "index": f"{chance.choice(heads)}-{number(20, 90)}",
            "firm": f"{chance.choice(surnames)} Steel",
            "rival": f"{chance.choice(surnames)} Shipping",
            "other_day": chance.choice(WEEKDAYS),
        }
        numbers = {
            "number": (3, 40), "pages": (4, 90), "amount": (12, 900), "years": (2, 15), "day": (1, 14), "next_day": (15, 28),
            "observers": (11, 400), "weeks": (2, 9), "times": (5, 30), "seats": (9, 120), "year": (1961, 2015), "dead": (14, 3000),
            "percent": (4, 60), "exports": (80, 990), "crowd": (200, 9000), "few": (3, 80),
            "a": (1, 40), "b": (100, 999), "c": (0, 9), "d": (1, 9), "e": (100, 999), "f": (100, 999), "g": (0, 9),
            "h": (20, 120), "i": (3, 40),
        }  # fmt: skip
        self.facts = names | {name: number(*limits) for name, limits in numbers.items()}
        speakers = [names[name] for name in ("first", "second", "mediator", "critic")]
        for parts in chance.sample(MATERIAL["quotations"], 5):
            self.quotations.append((self.filled(", ".join(parts), chance), chance.choice(speakers)))

    def filled(self, wording: str, chance: Random) -> str:
        """A wording with its choices made and its places filled."""
        chosen = re.sub(r"\[([^\[\]]+)\]", lambda match: chance.choice(match[1].split("|")), wording)
        return re.sub(r"\{(\w+)\}", lambda match: self.facts.get(match[1], match[0]), chosen)


def article(event: Event, newsroom: int, chance: Random, kind: str, story: str, days_later: int = 0) -> Article:
    """An event as a newsroom writes it: nine to all of its facts and three to five of its quotations, in an order of its own."""
    names = [name for name in MATERIAL["facts"] if name != "lead"]
    chosen = chance.sample(names, chance.randint(9, len(names)))
    wording = lambda name: MATERIAL["facts"][name][(newsroom + names.index(name) if name != "lead" else newsroom) % 5]  # noqa: E731
    body = [event.filled(wording(name), chance) for name in chosen]
    for words, speaker in chance.sample(event.quotations, chance.randint(3, 5)):
        frame = MATERIAL["frames"][chance.randrange(len(MATERIAL["frames"]))]
        body.insert(chance.randint(1, len(body)), frame.format(quote=words, speaker=speaker))
    headline = event.filled(MATERIAL["headlines"][newsroom % 5], chance)
    return Article(
        kind, story, [headline, event.filled(wording("lead"), chance), *body], event.day + timedelta(days=days_later), family=story
    )


# -- what is done to copy: each takes an article's paragraphs (headline first) and gives those of a copy
Change = Callable[[list[str], Event, Random], list[str]]


def _same(paragraphs: list[str], event: Event, chance: Random) -> list[str]:
    return [paragraph.replace("“", '"').replace("”", '"') for paragraph in paragraphs]


def _reheadlined(paragraphs: list[str], event: Event, chance: Random) -> list[str]:
    return [event.filled(chance.choice(MATERIAL["headlines"]), chance), *paragraphs[1:]]


def _shortened(paragraphs: list[str], event: Event, chance: Random) -> list[str]:
    """The top of it, or paragraphs taken out anywhere: 25 to 65 % are left."""
    count = max(4, round(len(paragraphs) * chance.uniform(0.25, 0.65)))
    if chance.random() < 0.6:
        return paragraphs[:count]
    kept = sorted(chance.sample(range(2, len(paragraphs)), count - 2))
    return [*paragraphs[:2], *(paragraphs[number] for number in kept)]


def _new_lead(paragraphs: list[str], event: Event, chance: Random) -> list[str]:
    """Headline and lead in other words; often the second paragraph goes, too."""
    lead = event.filled(chance.choice(MATERIAL["facts"]["lead"]), chance)
    return [*_reheadlined(paragraphs, event, chance)[:1], lead, *paragraphs[2 + (chance.random() < 0.5) :]]


def _furnished(paragraphs: list[str], event: Event, chance: Random) -> list[str]:
    """Another site's furniture around and between the paragraphs."""
    furnished = list(paragraphs)
    for line in chance.sample(MATERIAL["furniture"], chance.randint(2, 5)):
        furnished.insert(chance.randint(1, len(furnished)), event.filled(line, chance))
    return furnished


def _localized(paragraphs: list[str], event: Event, chance: Random) -> list[str]:
    """Half of the agency's paragraphs or more, among a newsroom's own; one time in four it begins with its own."""
    count = round((len(paragraphs) - 2) * chance.uniform(0.45, 0.85))
    kept = sorted(chance.sample(range(2, len(paragraphs)), count))
    mixed = [paragraphs[1], *(paragraphs[number] for number in kept)]
    for line in chance.sample(MATERIAL["local"], chance.randint(2, 5)):
        mixed.insert(chance.randint(0 if chance.random() < 0.25 else 1, len(mixed)), event.filled(line, chance))
    return [*_reheadlined(paragraphs, event, chance)[:1], *mixed]


def _edited(paragraphs: list[str], event: Event, chance: Random) -> list[str]:
    """A copy editor went through it: one word in ten outside quotations exchanged, or one put in."""
    return [paragraphs[0], *("".join(_edited_pieces(paragraph, chance)) for paragraph in paragraphs[1:])]


def _edited_pieces(paragraph: str, chance: Random) -> Iterator[str]:
    for piece in re.split(r"(“[^”]*”)", paragraph):
        if piece.startswith("“"):
            yield piece
            continue
        for token in re.split(r"(\s+)", piece):
            if token in MATERIAL["edits"] and chance.random() < 0.6:
                yield MATERIAL["edits"][token]
            else:
                yield token
                if token.isalpha() and token.islower() and chance.random() < 0.03:
                    yield f" {chance.choice(MATERIAL['fillers'])}"


def _twice(first: Change, second: Change) -> Change:
    return lambda paragraphs, event, chance: second(first(paragraphs, event, chance), event, chance)


COPIES: dict[str, Change] = {
    "same words": _same,
    "re-headlined": _reheadlined,
    "shortened": _shortened,
    "paraphrased lead": _new_lead,
    "other furniture": _furnished,
    "with local paragraphs": _localized,
    "copy-edited": _edited,
    "edited and shortened": _twice(_edited, _shortened),
    "new lead, local": _twice(_new_lead, _localized),
    "new lead, shortened": _twice(_new_lead, _shortened),
}  # fmt: skip


# -- what looks like a copy and is none: each yields articles of different stories
def _own_reports(chance: Random, name: str) -> Iterator[Article]:
    """Two newsrooms at one press conference: the same facts, names and quotations."""
    event, newsroom = Event(chance), chance.randrange(5)
    for number in range(2):
        yield article(event, newsroom + number * chance.randint(1, 4), chance, "own reports", f"{name}{number}")


def _follow_ups(chance: Random, name: str) -> Iterator[Article]:
    """The next day's report by the same newsroom: three to seven paragraphs of background, quotations among them, as they were."""
    event, newsroom = Event(chance), chance.randrange(5)
    first = article(event, newsroom, chance, "follow-up", f"{name}0")
    yield first
    later = Event(chance)
    later.facts |= {key: event.facts[key] for key in ("host", "guest", "third", "first", "second", "river", "town", "body")}
    second = article(later, newsroom + 1, chance, "follow-up", f"{name}1")
    carried = chance.sample(first.paragraphs[4:], chance.randint(3, 7))
    second.paragraphs = [*second.paragraphs[: 16 - len(carried)], *carried]
    second.published_on = first.published_on + timedelta(days=chance.randint(1, 3))
    yield second


def _house_style(chance: Random, name: str) -> Iterator[Article]:
    """One newsroom on two events, with the same turns of phrase."""
    newsroom = chance.randrange(5)
    for number in range(2):
        yield article(Event(chance), newsroom, chance, "house style", f"{name}{number}")


def _forms(chance: Random, name: str) -> Iterator[Article]:
    """A weekly report or daily briefing of one institution: its form of words, the names that stay, and half of the figures."""
    form = chance.choice(list(MATERIAL["forms"]))
    first = Event(chance)
    for number in range(3):
        event = Event(chance)
        event.facts |= {key: first.facts[key] for key in ("city", "index", "speaker", "country", "firm", "month", "town", "topic")}
        event.facts |= {key: first.facts[key] for key in "abcdefghi" if chance.random() < 0.5}
        lines = [event.filled(line, chance) for line in MATERIAL["forms"][form]]
        day = first.day + timedelta(days=number * chance.choice((1, 1, 7)))
        yield Article("forms", f"{name}{number}", [f"{form} {number}", *lines], day)


def _stock_speech(chance: Random, name: str) -> Iterator[Article]:
    """A politician says the same sentences at two occasions."""
    first, newsroom = Event(chance), chance.randrange(5)
    second = Event(chance)
    second.quotations = first.quotations
    for number, event in enumerate((first, second)):
        yield article(event, newsroom + number, chance, "stock speech", f"{name}{number}")


def _digest(chance: Random, name: str) -> Iterator[Article]:
    """Two stories, and a round-up that holds most of both: it must not make them one."""
    told = [article(Event(chance), chance.randrange(5), chance, "digest", f"{name}{number}") for number in range(2)]
    told[1].published_on = told[0].published_on
    yield from told
    paragraphs = ["The day in brief", *(paragraph for one in told for paragraph in one.paragraphs[1 : chance.randint(9, 13)])]
    yield Article("digest", f"{name}2", paragraphs, told[0].published_on)


NEGATIVES = (_own_reports, _follow_ups, _house_style, _forms, _stock_speech, _digest)


def corpus(seed: int, families: int = 40) -> list[Article]:
    """Articles with their copies, and `families` of each kind of what is none; the same for the same seed."""
    made: list[Article] = []
    for kind, change in COPIES.items():
        for number in range(families):
            chance = Random(f"{seed} {kind} {number}")
            event, name = Event(chance), f"{kind} {number}"
            original = article(event, chance.randrange(5), chance, kind, name)
            copy = change(original.paragraphs, event, chance)
            made += [original, Article(kind, name, copy, original.published_on + timedelta(days=chance.randint(0, 2)))]
    for make in NEGATIVES:
        for number in range(families):
            made += make(Random(f"{seed} {make.__name__} {number}"), f"{make.__name__} {number} ")
    for one in made:
        one.family = one.story if one.kind in COPIES else re.sub(r" \d$", "", one.story)
    return made
