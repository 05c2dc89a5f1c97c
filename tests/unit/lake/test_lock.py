"""The home's lock: one process at a time, and a run's own steps pass."""

import threading
from pathlib import Path

import pytest

from assets.lock import StillLockedError, one_writer


def test_a_thread_that_holds_the_home_goes_straight_in_and_others_wait(tmp_path: Path) -> None:
    refused: list[str] = []

    def intrude() -> None:
        with pytest.raises(StillLockedError) as caught, one_writer(tmp_path, "intruding", 0):
            pass
        refused.append(str(caught.value))

    with one_writer(tmp_path, "making a release"):
        with one_writer(tmp_path, "building the marts", 0):
            pass
        other = threading.Thread(target=intrude)
        other.start()
        other.join()
    assert "(making a release)" in refused[0]
    with one_writer(tmp_path, "afterwards", 0):
        pass
