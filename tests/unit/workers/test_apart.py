"""A function in a process of its own: it answers, says what went wrong, and goes when its caller goes."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
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


def counted(upto: int, tell: Callable[[int], None]) -> str:
    for number in range(upto):
        tell(number)
    if upto > 3:
        raise ValueError("too far")
    return f"{upto} told"


def test_what_is_told_on_the_way_comes_before_the_answer_and_before_an_error() -> None:
    apart = Apart(nothing, counted, tells=True)
    assert list(apart.told(3)) == [0, 1, 2]
    assert apart(3) == "3 told"
    telling = apart.told(4)
    assert [next(telling) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(ApartError, match="ValueError: too far"):
        next(telling)
    assert apart(1) == "1 told"
    apart.close()


def test_who_stops_listening_gets_no_old_news_with_the_next_call() -> None:
    apart = Apart(nothing, counted, tells=True)
    for _ in apart.told(3):
        break
    assert list(apart.told(1)) == [0]
    apart.close()


def hold_a_semaphore() -> None:
    globals()["held"] = multiprocessing.get_context("spawn").Lock()


def wait_for_others() -> None:
    while True:
        try:
            time.sleep(60)
        except SystemExit:  # as libraries do that first wait for their threads
            continue


CLOSER = """
import time
from assets.apart import Apart
from test_apart import hold_a_semaphore, wait_for_others
from threading import Thread
if __name__ == "__main__":
    apart = Apart(hold_a_semaphore, wait_for_others)
    Thread(target=apart, daemon=True).start()
    time.sleep(3)
    apart.close()
"""


def test_one_that_waits_for_others_is_ended_at_once_and_gives_its_semaphores_back(tmp_path: Path) -> None:
    script = tmp_path / "closer.py"
    script.write_text(CLOSER)
    paths = os.pathsep.join(filter(None, [os.path.dirname(__file__), os.getcwd(), os.environ.get("PYTHONPATH", "")]))
    environment = os.environ | {"PYTHONPATH": paths}
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=environment, check=False)
    assert "leaked" not in ended.stderr


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
