"""Who speaks in a transcript: "MS SMITH:" at the head of a paragraph is the Smith whom the document names in full.

What is said after the label (`rules`) does not belong here.
"""

import re

from assets.enrich.actors.people import Register
from assets.enrich.actors.reading import UPPER, Mention, Reading

COURTESY = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Ambassador|Amb|Senator|Sen|General|Gen|MR|MRS|MS|MISS|DR|PROF|PROFESSOR"
COURTESY += r"|SIR|LORD|LADY|AMBASSADOR|AMB|SENATOR|SEN|GENERAL|GEN|PRESIDENT|SECRETARY|MINISTER|CHAIRMAN|CHAIRWOMAN)\.?\s+)"
SHOUTED = rf"[{UPPER}][{UPPER}’'-]+(?:\s[{UPPER}][{UPPER}’'-]+){{0,2}}"
LABEL = re.compile(rf"\n(?:{COURTESY}?({SHOUTED})|{COURTESY}([{UPPER}][\w’'-]+)):(?=\s)")


def labels(reading: Reading) -> list[tuple[int, int]]:
    """Spans of the names, without courtesy titles, that label what somebody says."""
    if ":" not in reading.body:
        return []
    # the line end before the first line lets every search begin at a character that is quick to find
    spans = [match.span(1) if match.group(1) else match.span(2) for match in LABEL.finditer(f"\n{reading.body}")]
    return [(start - 1, end - 1) for start, end in spans]


def labelled_surnames(reading: Reading) -> set[str]:
    """Last words of the labels, case folded: a full name that ends in one is a person's."""
    return {reading.body[start:end].split()[-1].casefold() for start, end in labels(reading)}


def label_mentions(reading: Reading, register: Register) -> None:
    """Add a mention for each label that one person of the document fits."""
    for start, end in labels(reading):
        surname = reading.body[start:end].split()[-1].casefold()
        bearers = [person for person in register.people.values() if surname in {name.casefold() for name in person.surnames}]
        if len(bearers) == 1:
            person = bearers[0]
            name = None if person.actor_id else person.name
            kind = "person" if name else None
            reading.mentions.append(
                Mention(
                    start, end, "surname", "surname",
                    actor_id=person.actor_id, discovered_name=name, discovered_type=kind, is_person=True,
                )
            )  # fmt: skip
