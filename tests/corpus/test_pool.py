from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from noticecheck.corpus.pool import in_order


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    # Worker processes get a copy of the path.
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parent), *sys.path])


def run(tasks: list[int | str] | Iterator[int], workers: int, patience: float | None = None) -> Iterator[str]:
    from workers import job, lost  # type: ignore[import-not-found]

    return in_order(tasks, job, lost, workers=workers, patience=patience)


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    assert list(run(list(range(100)), workers)) == [f"done {n}" for n in range(100)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_task_that_kills_its_process_is_lost_alone(workers: int) -> None:
    tasks: list[int | str] = [1, "die", 2, "kill", 3, 4]
    assert list(run(tasks, workers)) == [
        "done 1",
        "lost die: ended with status 3",
        "done 2",
        "lost kill: ended by signal 9",
        "done 3",
        "done 4",
    ]


def test_a_task_that_hangs_is_lost_alone() -> None:
    assert list(run([1, "hang", 2], 2, patience=1.5)) == [
        "done 1",
        "lost hang: gave no answer within 1.5 s",
        "done 2",
    ]


def test_tasks_are_taken_only_as_far_ahead_as_needed() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = run(tasks(), 2)
    for _ in range(5):
        next(results)
    assert taken < 100
    results.close()  # type: ignore[attr-defined]


def test_nothing_in_nothing_out() -> None:
    assert list(run([], 2)) == []
