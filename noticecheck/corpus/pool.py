"""Worker processes over a stream of tasks: results in order, in bounded memory, whatever happens.

`concurrent.futures` gives up the whole pool when one process dies; here only the task that killed
it is lost. Each worker holds one task at a time, so that it is known which one that was, and so that
parent and worker never both wait to send.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# How many tasks per worker may be ahead of the oldest unfinished one: the bound of the memory.
_AHEAD = 16


def in_order(
    tasks: Iterable[T],
    work: Callable[[T], R],
    lost: Callable[[T, str], R],
    *,
    workers: int,
    patience: float | None = None,
    preload: str | None = None,
) -> Iterator[R]:
    """`work(task)` for each task, computed in `workers` processes, in the order of the tasks.

    `work` must be importable or picklable, and should not raise. A task whose process dies, or is
    stopped after `patience` seconds without an answer, gets `lost(task, reason)`, and the others go
    on in a new process. `preload` names a module that is worth importing before processes start.
    """
    context = _context(preload)
    team = [_Worker[T, R](context, work) for _ in range(workers)]
    try:
        yield from _run(iter(tasks), team, lost, patience)
    finally:
        for worker in team:
            worker.stop()


def _context(preload: str | None) -> Any:
    # Not plain fork: a notebook's or a library's threads may hold locks that a fork would copy.
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    if preload is not None:
        context.set_forkserver_preload([preload])
    return context


def _run(
    tasks: Iterator[T], team: list[_Worker[T, R]], lost: Callable[[T, str], R], patience: float | None
) -> Iterator[R]:
    done: dict[int, R] = {}
    given = written = 0
    more = True
    while True:
        for worker in team:
            if more and worker.number is None and given - written < _AHEAD * len(team):
                try:
                    task = next(tasks)
                except StopIteration:
                    more = False
                    break
                worker.give(given, task)
                given += 1
        while written in done:
            yield done.pop(written)
            written += 1
        busy = {worker.connection: worker for worker in team if worker.number is not None}
        if not busy:
            if not more:
                return
            continue
        timeout = (
            None
            if patience is None
            else max(0.0, min(w.since for w in busy.values()) + patience - time.monotonic())
        )
        ready = set(wait(list(busy), timeout))
        for connection in [one for one in busy if one in ready]:
            worker = busy.pop(connection)
            number, result = worker.take(lost)
            done[number] = result
        if patience is not None:
            for worker in busy.values():
                if time.monotonic() - worker.since >= patience:
                    number, result = worker.abandon(lost, f"gave no answer within {patience:g} s")
                    done[number] = result


class _Worker(Generic[T, R]):
    """One process, and the task that it holds."""

    number: int | None
    since: float
    connection: Connection

    def __init__(self, context: Any, work: Callable[[T], R]) -> None:
        self._context = context
        self._work = work
        self._start()

    def _start(self) -> None:
        self.number = None
        self.since = 0.0
        self.connection, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        self._process.start()
        # Only the worker may hold its end, so that its death closes the pipe.
        theirs.close()

    def give(self, number: int, task: T) -> None:
        self.number, self.since, self._task = number, time.monotonic(), task
        # A worker that died before it took the task: `take` will find the pipe closed and say so.
        with suppress(OSError):
            self.connection.send(task)

    def take(self, lost: Callable[[T, str], R]) -> tuple[int, R]:
        """The number of the task and its result, or what `lost` makes of it if the process died."""
        try:
            result: R = self.connection.recv()
        except (EOFError, OSError):
            self._process.join()
            code = self._process.exitcode
            reason = (
                f"ended by signal {-code}" if code is not None and code < 0 else f"ended with status {code}"
            )
            return self.abandon(lost, reason)
        number = self.number
        assert number is not None
        self.number = None
        return number, result

    def abandon(self, lost: Callable[[T, str], R], reason: str) -> tuple[int, R]:
        number, task = self.number, self._task
        assert number is not None
        self.stop()
        self._start()
        return number, lost(task, reason)

    def stop(self) -> None:
        self.connection.close()
        if self.number is not None:
            self._process.kill()
        self._process.join(timeout=5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """The worker's life: take a task, answer, until the parent closes the pipe."""
    # Ctrl-C reaches the whole terminal group; the parent decides what happens then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            connection.send(work(task))
        except BrokenPipeError:
            return
        except OSError as error:  # the parent is gone
            sys.exit(error.errno)
