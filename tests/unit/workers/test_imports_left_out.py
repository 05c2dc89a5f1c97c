"""What is left out of a process says so where it is used after all, and is there for the next who imports it."""

import sys

import pytest

from assets.imports import absent, hidden


def test_an_absent_module_gives_names_that_cannot_be_used_and_is_loaded_by_the_next_who_wants_it() -> None:
    sys.modules.pop("colorsys", None)
    with absent("colorsys"):
        from colorsys import rgb_to_hsv as left_out
    with pytest.raises(ImportError, match=r"colorsys\.rgb_to_hsv was left out"):
        left_out(0, 0, 0)
    from colorsys import rgb_to_hsv

    assert rgb_to_hsv(0, 0, 0) == (0, 0, 0)


def test_an_absent_module_can_stand_in_a_signature_and_in_a_test_of_kind() -> None:
    with absent("colorsys.nowhere"):
        from colorsys.nowhere import Colour  # type: ignore[import-not-found]
    assert not isinstance(1, Colour)
    assert (Colour | None) is not None


def test_what_is_loaded_already_stays_what_it_is() -> None:
    import json

    with absent("json"), hidden("json"):
        import json as again
    assert again is json
    assert json.loads("1") == 1


def test_dagster_dbt_is_loaded_without_its_clients_of_the_cloud() -> None:
    import subprocess

    loaded = "import sys, assets.marts.assets; print([name for name in sys.modules if name.split('.')[0] in ('sqlglot', 'dbt')])"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
