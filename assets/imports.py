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


@contextmanager
def absent(*names: str) -> Iterator[None]:
    """Let imports take names from modules that are never used: whatever is asked of these is a class that cannot be made.

    Unlike `hidden`, for imports that must not fail. Afterwards the modules can be loaded, by whoever wants them.
    """
    made = [name for name in names if name not in sys.modules]
    for name in made:
        sys.modules[name] = _Absent(name)
    try:
        yield
    finally:
        for name in made:
            sys.modules.pop(name, None)


def postpone(*names: str) -> None:
    """Load modules when something of them is first used."""
    for name in names:
        if name not in sys.modules:
            sys.modules[name] = module = _Postponed(name)
            package, _, last = name.rpartition(".")
            if package:
                setattr(import_module(package), last, module)


class _Absent(ModuleType):
    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)

        def refuse(*_: object, **__: object) -> None:
            raise ImportError(f"{self.__name__}.{attribute} was left out of this process (assets.imports.absent)")

        return type(attribute, (), {"__new__": refuse})


class _Postponed(ModuleType):
    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):  # asked by those who look through all modules, such as `inspect`
            raise AttributeError(attribute)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), attribute)
