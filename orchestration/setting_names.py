"""Names of settings as people write them: one that is misspelt is refused, one that is no setting at all is told.

What the settings are belongs to `orchestration.settings`.
"""

import re
from collections.abc import Iterable
from functools import cache

import click

PREFIX = "DEMARCHE_"
# What Kubernetes puts into each pod for a service that is called `demarche` or `demarche-ui`.
OF_A_SERVICE = re.compile(r"(?:\w+_)?(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT(?:_\d+_(?:TCP|UDP)(?:_(?:PROTO|PORT|ADDR))?)?)")
LETTERS_A_SLIP = 4  # of a name: one letter wrong, missing, too many or in another's place for each of these

ALIKE = 75  # of a hundred, by rapidfuzz: a part of a setting's name, or its words in another order


class MisspeltSettingError(ValueError):
    """A name that is nearly that of a setting; the message says which."""


def check_names(given: Iterable[str], settings: Iterable[str]) -> None:
    """Look through the names of an environment, whatever their case, for those that begin with `DEMARCHE_` and are no setting.

    Raises `MisspeltSettingError` for one that is nearly a setting's: to go on without it would be to do what nobody asked for.
    Any other may be somebody's own (of a compose file, say): it is told once, on standard error.
    """
    known = {PREFIX + name.upper() for name in settings}
    strange = {name.upper() for name in given if name.upper().startswith(PREFIX)} - known
    for name in sorted(name for name in strange if not OF_A_SERVICE.fullmatch(name.removeprefix(PREFIX))):
        misspelt = _misspelt(name, known)
        if misspelt:
            raise MisspeltSettingError(f"{name} is no setting: is {misspelt} meant?")
        _tell(f"{name} is no setting of demarche and changes nothing{_hint(name, known)}")


def _misspelt(name: str, known: set[str]) -> str | None:
    """The setting that a name misses by a slip or two; underscores do not count."""
    from rapidfuzz.distance import OSA

    written = name.removeprefix(PREFIX).replace("_", "")
    slips = {one: OSA.distance(written, one.removeprefix(PREFIX).replace("_", "")) for one in known}
    nearest = min(sorted(known), key=lambda one: slips[one])
    return nearest if slips[nearest] <= max(1, len(written) // LETTERS_A_SLIP) else None


def _hint(name: str, known: set[str]) -> str:
    from rapidfuzz import fuzz, process

    likest = process.extractOne(name.removeprefix(PREFIX), sorted(one.removeprefix(PREFIX) for one in known), scorer=fuzz.WRatio)
    return f"; is {PREFIX}{likest[0]} meant?" if likest and likest[1] >= ALIKE else ""


@cache
def _tell(sentence: str) -> None:
    click.secho(f"warning: {sentence}", err=True, fg="yellow")
