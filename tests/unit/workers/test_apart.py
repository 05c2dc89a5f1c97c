"""A function in a process of its own: it answers, says what went wrong, and goes when its caller goes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assets.apart import Apart, ApartError

CALLER = """
import time
from pathlib import Path
from assets.apart import Apart
from test_apart import nothing, process_id
if __name__ == "__main__":
    print(Apart(nothing, process_id)(), flush=True)
    time.sleep(60)
"""


def nothing() -> None: ...


def process_id() -> int:
    return os.getpid()


def doubled(number: int) -> int:
    return number * 2


def refuse(what: str) -> None:
    raise ValueError(f"no {what}")


def test_it_answers_call_by_call_from_another_process() -> None:
    apart = Apart(nothing, doubled)
    assert [apart(number) for number in (1, 2)] == [2, 4]
    apart.close()


def test_an_error_there_is_told_here_and_the_next_call_is_answered() -> None:
    apart = Apart(nothing, refuse)
    for what in ("tea", "time"):
        with pytest.raises(ApartError, match=f"ValueError: no {what}"):
            apart(what)
    apart.close()


def end_or_answer(what: str) -> str:
    if what == "end":
        os._exit(3)
    return what


def test_a_process_that_ended_is_an_error_not_a_wait_and_the_next_call_has_another() -> None:
    apart = Apart(nothing, end_or_answer)
    with pytest.raises(ApartError, match="killed, or out of memory"):
        apart("end")
    assert apart("here") == "here"
    apart.close()


def break_down() -> None:
    raise RuntimeError("nothing to load")


def test_what_goes_wrong_while_loading_is_told_by_the_first_call() -> None:
    apart = Apart(break_down, doubled)
    with pytest.raises(ApartError, match="RuntimeError: nothing to load"):
        apart(1)
    apart.close()


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def slowly(number: int) -> int:
    time.sleep(number)
    return number


def test_the_answer_to_an_interrupted_call_is_not_taken_for_the_next() -> None:
    apart = Apart(nothing, slowly)
    before = signal.signal(signal.SIGALRM, interrupted)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        with pytest.raises(KeyboardInterrupt):
            apart(5)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert apart(0) == 0
    apart.close()


def test_closing_one_that_never_started_does_nothing() -> None:
    Apart(nothing, doubled).close()


def sleep() -> None:
    time.sleep(60)


def test_closing_one_that_still_loads_does_not_wait_for_it() -> None:
    apart = Apart(sleep, doubled)
    apart.start()
    started = time.monotonic()
    apart.close()
    assert time.monotonic() - started < 30


def test_it_ends_when_its_caller_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "caller.py"
    script.write_text(CALLER)
    paths = os.pathsep.join(filter(None, [os.path.dirname(__file__), os.getcwd(), os.environ.get("PYTHONPATH", "")]))
    caller = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": paths})
    assert caller.stdout is not None
    helper = int(caller.stdout.readline())
    caller.send_signal(signal.SIGKILL)
    caller.wait()
    for _ in range(100):
        try:
            os.kill(helper, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the helper lives on")
