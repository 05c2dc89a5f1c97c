"""The run history of a home: its own, unless its dagster.yaml says otherwise."""

from pathlib import Path

from orchestration.instance import instance_folder, open_instance


def test_a_home_keeps_its_own_history(tmp_path: Path) -> None:
    with open_instance(tmp_path):
        assert list((tmp_path / "dagster" / "history").rglob("*.db"))


def test_a_storage_that_somebody_configured_is_the_one_that_is_opened(tmp_path: Path) -> None:
    configuration = instance_folder(tmp_path) / "dagster.yaml"
    with configuration.open("a") as file:
        file.write(f"storage:\n  sqlite:\n    base_dir: {tmp_path / 'elsewhere'}\n")
    with open_instance(tmp_path):
        assert list((tmp_path / "elsewhere").rglob("*.db"))
        assert not list((tmp_path / "dagster").rglob("*.db"))
