"""Bounds on what one notice may cost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from noticecheck.errors import TimeLimitError, UsageError

MEGABYTE = 1024 * 1024
#: The most bytes that are read as one notice.
MAX_BYTES = 50 * MEGABYTE
#: The most seconds that are spent on one notice.
TIME_LIMIT = 15.0


@dataclass(frozen=True, slots=True)
class Limits:
    """`max_bytes`: the size of a notice that is still read. `seconds`: the time for one notice, as
    the clock on the wall goes. Raises UsageError where one is not above zero."""

    max_bytes: int = MAX_BYTES
    seconds: float = TIME_LIMIT

    def __post_init__(self) -> None:
        if self.max_bytes <= 0 or not 0 < self.seconds < 10_000_000:
            raise UsageError("A limit must be above zero: give megabytes and seconds as positive numbers.")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError in the block after that many seconds.

    Uses the process' interval timer, so it works in the main thread only: in any other thread, and
    where the system has no such timer (Windows), the block runs without a limit.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeLimitError(f"Took longer than {seconds:g} s. Raise the time limit, or look at the file.")

    before = signal.signal(signal.SIGALRM, stop)
    # It repeats, in case a library's own `except Exception` swallows the first one.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
