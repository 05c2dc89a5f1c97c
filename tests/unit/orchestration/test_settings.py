"""Settings that lead beyond this machine: bad ones are refused at the edge, and all reach the UI's processes."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from assets import schemas
from assets.lake import PROMOTED, Lake
from assets.stored_lake import StoredLake, StoredLakeError
from orchestration.freshness import fingerprint
from orchestration.settings import Settings
from orchestration.storage import lake_of


def test_a_cluster_is_a_scheduler_s_address() -> None:
    assert Settings(cluster="tcp://scheduler:8786").cluster == "tcp://scheduler:8786"
    assert Settings(cluster="").cluster is None
    with pytest.raises(ValidationError, match="tcp://host:port"):
        Settings(cluster="scheduler:8786")


def test_a_cluster_is_not_bounded_by_this_machine() -> None:
    assert Settings(workers=1).most_workers == 1
    assert Settings(workers=1, cluster="tcp://scheduler:8786").most_workers > 1000


def test_a_lake_is_in_the_home_unless_an_address_says_otherwise(tmp_path: Path) -> None:
    assert type(lake_of(Settings(home=tmp_path))) is Lake
    assert type(lake_of(Settings(home=tmp_path, lake="memory://news"))) is StoredLake
    with pytest.raises(ValidationError, match="file:///folder"):
        Settings(lake="/mnt/lake")


def test_a_lake_no_package_knows_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoredLakeError, match="cannot be opened"):
        lake_of(Settings(home=tmp_path, lake="nowhere://news"))


def test_a_lake_may_lie_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    one, other = (lake_of(Settings(home=tmp_path / home, lake=f"file://{tmp_path}/store")) for home in ("one", "other"))
    one.register("a", schemas.BATCH_ITEMS.frame([{"document_id": "x", "batch_id": "a"}]))
    one.promote("a", {table.name: table.frame() for table in PROMOTED})
    assert (other.registered(), other.promoted_batches()) == (["a"], ["a"])
    assert other.scan(schemas.DOCUMENTS).collect().is_empty()
    with pytest.raises(FileExistsError):
        other.register("a", schemas.BATCH_ITEMS.frame([{"document_id": "y", "batch_id": "a"}]))


def test_a_memory_limit_is_a_size() -> None:
    assert Settings(memory_limit="4 GiB").spilling.memory_limit == "4 GiB"
    for limit in ("4", "much", "0GB", "-1GB", "80%"):
        with pytest.raises(ValidationError, match="1500MB or 4GB"):
            Settings(memory_limit=limit)


def test_a_storage_version_is_refused_before_a_release_is_made_for_nothing() -> None:
    assert Settings(storage_version="v1.2.0").storage_version == "v1.2.0"
    for version in ("1.0.0", "v9", "newest"):
        with pytest.raises(ValidationError, match=r"as v1\.0\.0"):
            Settings(storage_version=version)


def test_what_exceeds_the_limit_is_put_down_in_the_home_or_where_the_settings_say_each_home_apart(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert Settings(home=one).spilling.folder(one) == one / "spilled"
    spilling = Settings(home=one, spill_directory=tmp_path / "fast").spilling
    assert spilling.folder(one).parent == tmp_path / "fast"
    assert spilling.folder(one) != spilling.folder(other)


def test_another_extractor_or_file_format_makes_another_release(tmp_path: Path) -> None:
    lake = lake_of(Settings(home=tmp_path))
    made = {
        fingerprint(Settings(home=tmp_path, **given), lake)
        for given in ({}, {"extractor": "spacy"}, {"extractor": "spacy", "spacy_pipeline": "small"}, {"storage_version": "v1.2.0"})
    }
    assert len(made) == 4
    assert fingerprint(Settings(home=tmp_path, workers=1, memory_limit="4GB"), lake) in made


def test_another_process_gets_the_same_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = Settings(home=tmp_path, cluster="tcp://scheduler:8786", llm_api_key="secret", workers=3, fetch_linked_pages=False)
    for name, value in given.environment().items():
        monkeypatch.setenv(name, value)
    assert Settings() == given


def test_a_setting_left_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_HOME", "")
    monkeypatch.setenv("DEMARCHE_BATCH_SIZE", "")
    assert Settings() == Settings(home=Settings.model_fields["home"].default, batch_size=10_000)
