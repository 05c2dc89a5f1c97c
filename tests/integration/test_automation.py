"""What starts by itself: many batches make one release, and a failed one does not hold it back."""

from collections.abc import Sequence
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.definitions.automation_condition_sensor_definition import _evaluate

from assets.codebook import Codebook
from assets.lake import Lake
from expectations.suites import SUITES, Suite
from orchestration.batches import register
from orchestration.definitions import build_defs
from orchestration.instance import open_instance
from orchestration.settings import Settings

MEMO = "Pact {0} signed\n\nGhana and Togo signed border agreement number {0} in Accra on 3 June 2020, officials said.\n"
# One suite is enough where batches are many and what they hold is not the point.
JUDGED = [suite for suite in SUITES if suite.table.name == "documents"]


class House:
    """A home with documents, and the sensor that starts releases, ticked by hand."""

    def __init__(self, folder: Path, documents: int, codebook: Codebook, suites: Sequence[Suite] = SUITES) -> None:
        self.documents = folder / "documents"
        self.documents.mkdir()
        for number in range(documents):
            (self.documents / f"{number}.txt").write_text(MEMO.format(number))
        self.settings = Settings(home=folder / "home", documents=self.documents, batch_size=1)
        self.lake, self.instance = Lake(self.settings.home), open_instance(self.settings.home)
        self.defs = build_defs(self.settings, suites=suites, resource_overrides={"codebook": codebook})
        self.cursor: str | None = None

    def tick(self) -> list[dg.RunRequest]:
        repository = self.defs.get_repository_def()
        sensor = repository.get_sensor_def("releases")
        context = dg.build_sensor_context(instance=self.instance, repository_def=repository, cursor=self.cursor)
        result = _evaluate(sensor, context)
        self.cursor = result.cursor
        return list(result.run_requests or [])

    def release(self) -> bool:
        return self.defs.resolve_job_def("release").execute_in_process(instance=self.instance, raise_on_error=False).success

    def run(self, batch: str) -> bool:
        return (
            self.defs.resolve_job_def("batch").execute_in_process(instance=self.instance, partition_key=batch, raise_on_error=False).success
        )


def test_four_new_batches_and_a_failed_one_make_exactly_one_release(
    tmp_path: Path, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(tmp_path, 5, codebook, JUDGED)
    batches = register(house.lake, house.instance, [house.documents], 1, 10_000)
    assert house.tick() == []
    done = [house.run(batch) for batch in batches[:4]]
    with monkeypatch.context() as broken:
        broken.setattr(Lake, "promote", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
        done.append(house.run(batches[4]))
    assert done == [True] * 4 + [False]
    (request,) = house.tick()
    assert request.job_name == "release"
    assert house.release()
    assert house.tick() == []


def test_a_failed_release_is_tried_again_when_new_batches_come_and_not_before(
    tmp_path: Path, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(tmp_path, 2, codebook, JUDGED)
    first, second = register(house.lake, house.instance, [house.documents], 1, 10_000)
    assert house.tick() == []
    assert house.run(first)
    assert len(house.tick()) == 1
    with monkeypatch.context() as broken:
        broken.setattr(Lake, "write_resolved", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
        assert not house.release()
    assert house.tick() == []
    assert house.run(second)
    assert len(house.tick()) == 1


def test_the_schedule_registers_new_documents_and_requests_their_batches(tmp_path: Path, codebook: Codebook) -> None:
    house = House(tmp_path, 2, codebook)
    repository = house.defs.get_repository_def()
    (schedule,) = repository.schedule_defs
    with dg.build_schedule_context(instance=house.instance, repository_def=repository) as context:
        requested = schedule.evaluate_tick(context).run_requests
    assert [request.partition_key for request in requested or []] == house.lake.registered()
    assert len(house.lake.registered()) == 2


def test_the_job_everything_takes_one_batch_from_file_to_warehouse(tmp_path: Path, codebook: Codebook) -> None:
    house = House(tmp_path, 1, codebook)
    (batch,) = register(house.lake, house.instance, [house.documents], 1, 10_000)
    everything = house.defs.resolve_job_def("everything")
    assert everything.execute_in_process(instance=house.instance, partition_key=batch).success
    assert (house.settings.home / "warehouse.duckdb").exists()
