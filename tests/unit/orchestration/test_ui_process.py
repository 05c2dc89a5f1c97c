"""The UI's process is stopped with this one, in its own time."""

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from orchestration.ui import until_stopped

LEAVES_IN_ORDER = """
import signal, sys, time
from pathlib import Path
def leave(*_):
    time.sleep(0.5)
    sys.exit(7)
signal.signal(signal.SIGTERM, leave)
Path(sys.argv[1]).touch()
time.sleep(30)
"""


@pytest.mark.parametrize("signals", [[signal.SIGTERM], [signal.SIGINT, signal.SIGTERM]])
def test_what_stops_this_process_stops_the_other_which_ends_in_order(tmp_path: Path, signals: list[int]) -> None:
    started = tmp_path / "started"

    def stop() -> None:
        while not started.exists():
            threading.Event().wait(0.02)
        for number in signals:
            os.kill(os.getpid(), number)
            threading.Event().wait(0.4)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=stop, daemon=True).start()
    try:
        assert until_stopped([sys.executable, "-c", LEAVES_IN_ORDER, str(started)], dict(os.environ)) == 7
    finally:
        signal.signal(signal.SIGINT, before)
