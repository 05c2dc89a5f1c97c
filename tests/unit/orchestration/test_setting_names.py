"""A setting that is misspelt is refused with the right name; a name that is no setting is told; what Kubernetes sets is neither."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from orchestration import setting_names
from orchestration.cli import main
from orchestration.setting_names import MisspeltSettingError, check_names
from orchestration.settings import Settings

SETTINGS = tuple(Settings.model_fields)


@pytest.fixture(autouse=True)
def told_anew() -> None:
    setting_names._tell.cache_clear()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("MEMROY_LIMIT", "MEMORY_LIMIT"),
        ("HOEM", "HOME"),
        ("BATCHSIZE", "BATCH_SIZE"),
        ("WORKER", "WORKERS"),
        ("RELEASE_KEPT", "RELEASES_KEPT"),
        ("max_documents_bytes", "MAX_DOCUMENT_BYTES"),
    ],
)
def test_a_slip_of_the_pen_is_refused_with_the_right_name(written: str, meant: str) -> None:
    with pytest.raises(MisspeltSettingError, match=f"is DEMARCHE_{meant} meant"):
        check_names([f"demarche_{written}"], SETTINGS)


def test_every_setting_passes_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    check_names([f"DEMARCHE_{name.upper()}" for name in SETTINGS] + [f"demarche_{name}" for name in SETTINGS], SETTINGS)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["DEMARCHE_LLM_KEY", "DEMARCHE_IMAGE", "DEMARCHE_TAG", "DEMARCHE_MEMORY"])
def test_a_name_of_somebody_else_s_is_told_once_and_stops_nothing(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    check_names([name], SETTINGS)
    check_names([name], SETTINGS)
    told = capsys.readouterr().err
    assert told.count(f"{name} is no setting of demarche") == 1
    assert ("is DEMARCHE_" in told) == (name in ("DEMARCHE_LLM_KEY", "DEMARCHE_MEMORY"))


def test_what_kubernetes_sets_for_a_service_of_our_name_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    of_a_service = ["SERVICE_HOST", "SERVICE_PORT", "SERVICE_PORT_HTTP", "PORT", "PORT_3000_TCP", "PORT_3000_TCP_ADDR", "UI_PORT"]
    check_names([f"DEMARCHE_{name}" for name in of_a_service] + ["PATH", "HOME", "DAGSTER_HOME"], SETTINGS)
    assert capsys.readouterr().err == ""


def test_a_slip_in_the_environment_or_in_the_file_env_ends_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patch:
        patch.setenv("DEMARCHE_MEMROY_LIMIT", "4GB")
        ended = CliRunner().invoke(main, ["releases", "--home", str(tmp_path / "home")])
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert "DEMARCHE_MEMROY_LIMIT is no setting: is DEMARCHE_MEMORY_LIMIT meant?" in ended.stderr
    (tmp_path / ".env").write_text("DEMARCHE_WORKER=1\nPORT=3000\n")
    ended = CliRunner().invoke(main, ["releases", "--home", str(tmp_path / "home")])
    assert ended.exit_code == 1
    assert "is DEMARCHE_WORKERS meant?" in ended.stderr
