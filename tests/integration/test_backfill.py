"""Batches made by several processes at once, as a backfill has them made: the marts of a serial run."""

import os
import subprocess
import sys
from pathlib import Path

from house import differences
from one_batch import ran, registered

from assets.lake import Lake


def test_processes_that_make_batches_of_one_home_at_once_make_its_marts(
    published_home: Path, corpus: Path, root: Path, tmp_path: Path
) -> None:
    script, environment = Path(__file__).with_name("one_batch.py"), {**os.environ, "PYTHONPATH": str(root)}
    made = [
        subprocess.Popen([sys.executable, str(script), str(tmp_path), batch], env=environment)
        for batch in registered([corpus], home=tmp_path, batch_size=15)
    ]
    assert len(made) > 1
    assert {process.wait(timeout=300) for process in made} == {0}
    assert Lake(tmp_path).promoted_batches() == Lake(tmp_path).registered()
    assert ran(None, home=tmp_path).success
    assert differences(published_home, tmp_path) == {}
