"""Imports that libraries make and a run does not need: kept from happening, or put off. Each costs part of a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def hidden(package: str) -> Iterator[None]:
    """Let imports find that a package is not installed, unless it is loaded already."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]  # how Python itself spells it
    try:
        yield
    finally:
        del sys.modules[package]


def postpone(*names: str) -> None:
    """Load modules when something of them is first used."""
    for name in names:
        if name not in sys.modules:
            sys.modules[name] = module = _Postponed(name)
            package, _, last = name.rpartition(".")
            if package:
                setattr(import_module(package), last, module)


class _Postponed(ModuleType):
    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):  # asked by those who look through all modules, such as `inspect`
            raise AttributeError(attribute)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), attribute)
