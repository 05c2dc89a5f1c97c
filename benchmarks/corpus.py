"""Made-up diplomatic news in any number, the same for the same seed: what `throughput` and `scale` are run on.

    python -m benchmarks.corpus FOLDER [--documents N] [--seed N]

Lengths, shares of quotations, names and dates are like those of political news (about 590 words, half of the documents
between 420 and 850); one document in six retells an earlier one; one in three carries a site's furniture,
one in eight is wrapped, glued, in another encoding or misread. What is a copy of what is known, and measured, in
`duplicates`; texts of invented words for cleaning alone stand in `clean`.
"""

import argparse
import textwrap
import tomllib
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import polars as pl

from assets.codebook import Codebook
from benchmarks.story_pairs import COPIES, MONTHS, Event

CODEBOOK = Path(__file__).parents[1] / "seeds" / "codebook"
MATERIAL = tomllib.loads((Path(__file__).parent / "corpus_material.toml").read_text(encoding="utf-8"))

MEDIAN_WORDS, SPREAD, FEWEST, MOST = 550, 0.55, 90, 4000  # of a log-normal distribution
KINDS = {"reports": 7, "deeds": 2, "background": 11}  # sentences of each kind in twenty: as many names and attributions a page as in news
SHARE_OF_COPIES, RECENT = 0.16, 200  # a copy is made of one of so many documents before it
SHARE_OF_FURNITURE, SHARE_WRAPPED, SHARE_GLUED, SHARE_CP1252, SHARE_MISREAD = 0.33, 0.05, 0.03, 0.03, 0.02
FOLDER_SIZE = 1000  # documents


def corpus(count: int, seed: int = 1, codebook: Codebook | None = None) -> Iterator[bytes]:
    """Documents as files hold them."""
    cast = _Cast(codebook or Codebook.load(CODEBOOK))
    recent: deque[tuple[list[str], Event]] = deque(maxlen=RECENT)
    for number in range(count):
        chance = Random(f"{seed} {number}")
        if recent and chance.random() < SHARE_OF_COPIES:
            paragraphs, event = chance.choice(recent)
            paragraphs = COPIES[chance.choice(list(COPIES))](paragraphs, event, chance) if len(paragraphs) > 8 else paragraphs
        else:
            event = cast.event(chance)
            paragraphs = _article(event, chance)
            recent.append((paragraphs, event))
        yield _file(paragraphs, event, chance)


def write(folder: Path, count: int, seed: int = 1) -> int:
    """The documents as text files in folders of a thousand. Bytes written."""
    size = 0
    for number, content in enumerate(corpus(count, seed)):
        path = folder / f"{number // FOLDER_SIZE:04d}" / f"{number:07d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(content)
    return size


class _Cast:
    """Names of the codebook to choose from."""

    def __init__(self, codebook: Codebook) -> None:
        states = codebook["countries"].filter(pl.col("capital").is_not_null() & (pl.col("demonyms").list.len() > 0))
        self.states = states.select("name", pl.col("demonyms").list.first(), "capital").rows()
        actors = codebook["actors"]
        self.bodies = [f"the {name}" for name in actors.filter(pl.col("actor_type") == "organization")["name"]]
        self.people = actors.filter(pl.col("actor_type") == "person")["name"].to_list()
        self.issues = sorted(set(codebook["issue_terms"].filter(pl.col("weight") > 0)["term"]))

    def event(self, chance: Random) -> Event:
        event = Event(chance)
        country, other, third = chance.sample(self.states, 3)
        speaker, envoy = event.facts["first"], event.facts["mediator"]
        event.facts |= {
            "country": country[0], "demonym": country[1], "capital": country[2], "host": country[0],
            "other": other[0], "other_demonym": other[1], "other_capital": other[2], "guest": other[0],
            "third": third[0], "third_capital": third[2], "body": chance.choice(self.bodies),
            "speaker": speaker, "surname": speaker.split()[-1], "envoy": envoy, "envoy_surname": envoy.split()[-1],
            "office": chance.choice(MATERIAL["offices"]), "issue": chance.choice(self.issues), "known": chance.choice(self.people),
        }  # fmt: skip
        return event


def _article(event: Event, chance: Random) -> list[str]:
    """Headline and paragraphs."""
    words = min(MOST, max(FEWEST, round(chance.lognormvariate(0, SPREAD) * MEDIAN_WORDS)))
    paragraphs = [_capital(_filled(chance.choice(MATERIAL["headlines"]), event, chance))]
    while words > 0:
        paragraph = " ".join(_sentence(event, chance) for _ in range(chance.randint(1, 3)))
        words -= len(paragraph.split())
        paragraphs.append(paragraph)
    return paragraphs


def _sentence(event: Event, chance: Random) -> str:
    kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
    claim = _filled(chance.choice(MATERIAL["claims"]), event, chance)
    wording = chance.choice(MATERIAL[kind])
    if wording.startswith("“") or ": “" in wording:
        claim = _capital(claim)
    return _capital(_filled(wording.replace("{claim}", "\x00"), event, chance).replace("\x00", claim))


def _filled(wording: str, event: Event, chance: Random) -> str:
    """Numbers, months and towns are others each time; the names stay."""
    changing = {"number": chance.randint(3, 90), "day": chance.randint(1, 28), "year": chance.randint(1991, 2023)}
    for name, value in changing.items():
        wording = wording.replace(f"{{{name}}}", str(value))
    return event.filled(wording, chance)


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def _file(paragraphs: Sequence[str], event: Event, chance: Random) -> bytes:
    """The page's text: what an editor adds, what a scraper leaves and breaks."""
    if chance.random() < SHARE_OF_FURNITURE:
        paragraphs = COPIES["other furniture"](list(paragraphs), event, chance)
    title, lead, *rest = paragraphs
    day = f"{MONTHS[event.day.month - 1]} {event.day.day}"
    lead = f"{event.facts['capital'].upper()}, {day} — {lead}" if chance.random() < 0.4 else lead
    form, body = chance.random(), [lead, *rest]
    if form < SHARE_WRAPPED:
        body = [textwrap.fill(paragraph, 72) for paragraph in body]
    elif form < SHARE_WRAPPED + SHARE_GLUED:
        body = [first + second for first, second in zip(body[::2], body[1::2], strict=False)] or body
    text = "\n\n".join([title, f"By {event.facts['analyst']}", f"{day}, {event.day.year}", *body]) + "\n"
    if form > 1 - SHARE_MISREAD:
        return text.encode().decode("cp1252", "replace").encode()
    return text.encode("cp1252" if form > 1 - SHARE_MISREAD - SHARE_CP1252 else "utf-8", "replace")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    size = write(arguments.folder, arguments.documents, arguments.seed)
    print(f"{arguments.documents:,} documents, {size / 1e6:,.1f} MB, in {arguments.folder}")


if __name__ == "__main__":
    main()
