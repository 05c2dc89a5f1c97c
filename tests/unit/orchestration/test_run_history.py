"""The run history of a home: its own, unless its dagster.yaml says otherwise."""

from pathlib import Path

from orchestration.history import OPEN_DATABASES
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


def test_two_histories_of_a_home_in_one_process_keep_to_themselves(tmp_path: Path) -> None:
    with open_instance(tmp_path) as one, open_instance(tmp_path) as other:
        with one.event_log_storage.index_connection() as writing:
            writing.exec_driver_sql("insert into asset_keys (asset_key) values ('half-written')")
            with other.event_log_storage.index_connection() as reading:  # on the same connection, it would be seen
                seen = reading.exec_driver_sql("select count(*) from asset_keys").scalar()
        assert seen == 0


def test_a_history_that_is_done_with_lets_go_of_its_files_and_opens_them_again(tmp_path: Path) -> None:
    with open_instance(tmp_path) as instance:
        log = instance.event_log_storage
        assert _open_databases(tmp_path) > 0
    assert _open_databases(tmp_path) == 0
    assert log.get_logs_for_run("nobody's") == []


def test_few_databases_of_many_runs_are_open_at_once(tmp_path: Path) -> None:
    with open_instance(tmp_path) as instance:
        for number in range(40):
            instance.event_log_storage.get_logs_for_run(f"run-{number}")
        assert _open_databases(tmp_path) <= OPEN_DATABASES + 1
        assert instance.event_log_storage.get_logs_for_run("run-0") == []


def _open_databases(home: Path) -> int:
    links = [path.readlink() for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    return len({link for link in links if link.suffix == ".db" and link.is_relative_to(home / "dagster" / "history" / "runs")})


def test_a_new_history_s_open_connections_are_as_safe_as_an_old_one_s(tmp_path: Path) -> None:
    for _ in range(2):
        with open_instance(tmp_path) as instance, instance.event_log_storage.index_connection() as connection:
            assert connection.exec_driver_sql("pragma synchronous").scalar() == 1
        with instance.run_storage.connect() as connection:
            assert connection.exec_driver_sql("pragma synchronous").scalar() == 2
