"""A corpus as a stream of reports."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date

from noticecheck.corpus.limits import MAX_BYTES, TIME_LIMIT, Limits
from noticecheck.corpus.one import Checker, lost
from noticecheck.corpus.sources import items_of, unique
from noticecheck.errors import UsageError
from noticecheck.report import Report
from noticecheck.settings import Settings, settings

#: What workers need; imported once, before the first of them starts.
PRELOAD = "noticecheck.corpus.preload"


def score_corpus(
    source: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    laws: Sequence[str] | None = None,
    reader: str | None = None,
    on: date | str | None = None,
    language: str | None = None,
    *,
    workers: int = 1,
    max_bytes: int = MAX_BYTES,
    time_limit: float = TIME_LIMIT,
) -> Iterator[Report]:
    """The reports of a folder, a JSONL file, a file, or several of these, in their order, as they
    are ready; nothing is kept.

    A notice that fails is a report with `error`. The other arguments are those of `check`, with the
    bounds for one notice in bytes and seconds. With one worker all happens in this process, where
    the time limit holds in the main thread only; a script that asks for more must guard its own
    start (`if __name__ == "__main__":`), as `multiprocessing` demands.

    Raises UsageError for a wrong setting (at once), SourceNotFoundError for a source that cannot be
    listed, DuplicateIdError at the second notice with the same id.
    """
    sources = [source] if isinstance(source, (str, os.PathLike)) else list(source)
    wanted = settings(laws, reader, on, language)
    bounds = Limits(max_bytes, time_limit)
    if workers < 1:
        raise UsageError(f"workers is {workers}. Give a number from 1.")
    return reports([os.fspath(one) for one in sources], wanted, bounds, workers=workers)


def reports(sources: Sequence[str], wanted: Settings, bounds: Limits, *, workers: int) -> Iterator[Report]:
    """The reports of all sources, in order."""
    checker = Checker(wanted, bounds)
    items = unique(items_of(sources))
    if workers == 1:
        yield from map(checker, items)
        return
    from noticecheck.corpus.pool import in_order

    yield from in_order(items, checker, lost, workers=workers, patience=patience(bounds), preload=PRELOAD)


def patience(bounds: Limits) -> float:
    """How long to wait for a worker: it keeps the time limit itself, unless code in C holds it up."""
    return 2 * bounds.seconds + 30
