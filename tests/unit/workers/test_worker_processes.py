"""Work shared among processes: nothing lost, nothing left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assets.workers import mapped

# Each slice tells which process works on it, on a line of its own; `die` ends the process as the kernel would.
PROGRAM = """
import os, sys, time
from assets.workers import mapped

def work(part, context):
    os.write(1, f"{os.getpid()}\\n".encode())
    if context == "die" and os.getpid() != int(os.environ["FIRST"]):
        os._exit(9)
    time.sleep(0.05)
    return part

if __name__ == "__main__":
    os.environ["FIRST"] = str(os.getpid())
    mapped(work, list(range(int(sys.argv[1]))), sys.argv[2], 2)
"""


def squared(part: int, context: int) -> int:
    return part * part + context


def refused(part: int, context: int) -> int:
    if part == 3:
        raise ValueError("three is no number for this")
    return part


def test_answers_come_in_the_order_of_the_slices_however_many_processes_worked() -> None:
    assert [mapped(squared, list(range(7)), 1, processes) for processes in (1, 2, 3)] == [[n * n + 1 for n in range(7)]] * 3


def test_no_slices_give_no_answers() -> None:
    assert mapped(squared, [], 1, 2) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_slice_raises_is_raised_here(processes: int) -> None:
    with pytest.raises((ValueError, RuntimeError), match="three is no number"):
        mapped(refused, list(range(6)), 0, processes)


def test_a_process_that_dies_is_an_error_and_no_wait(tmp_path: Path) -> None:
    done = subprocess.run(_command(tmp_path, 40, "die"), capture_output=True, text=True, timeout=60, check=False)
    assert "ended before its answer" in done.stderr


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_one_it_works_for(tmp_path: Path, death: signal.Signals) -> None:
    with subprocess.Popen(_command(tmp_path, 2000, "work"), stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        other = next(int(line) for line in parent.stdout if int(line) != parent.pid)
        parent.send_signal(death)
    deadline = time.monotonic() + 20
    while _runs(other) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(other)


def _command(folder: Path, slices: int, context: str) -> list[str]:
    program = folder / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    return [sys.executable, str(program), str(slices), context]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
