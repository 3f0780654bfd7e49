"""A corpus in, one JSON line per notice out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from noticecheck.corpus.items import Item
from noticecheck.corpus.limits import Limits
from noticecheck.corpus.one import Checker, lost
from noticecheck.corpus.output import written_whole
from noticecheck.corpus.pool import in_order
from noticecheck.corpus.score import PRELOAD, patience
from noticecheck.corpus.sources import items_of, require_unique_ids, unique
from noticecheck.report import Report
from noticecheck.settings import Settings


class Row(NamedTuple):
    """A finished line, and what the summary counts."""

    line: bytes
    disclosure: str | None
    language: str | None
    error: str | None


@dataclass(slots=True)
class Summary:
    """How many notices had which disclosure, language and error code."""

    notices: int = 0
    disclosures: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        """Count one row."""
        self.notices += 1
        if row.disclosure is not None:
            self.disclosures[row.disclosure] += 1
        if row.language is not None:
            self.languages[row.language] += 1
        if row.error is not None:
            self.errors[row.error] += 1


@dataclass(frozen=True, slots=True)
class RowMaker:
    """A worker's job: check an item and write its line, so that no report crosses processes."""

    checker: Checker

    def __call__(self, item: Item) -> Row:
        """The item's row, whatever happens."""
        return _row(self.checker(item))


def batch(sources: Sequence[str], output: Path, wanted: Settings, bounds: Limits, *, workers: int) -> Summary:
    """Check every notice of the sources and write one JSON line for each to `output`, in order.

    The same bytes come out for any number of workers. A notice that fails has a line with its
    error. `output` is replaced when all lines are written, and untouched otherwise.

    Raises DuplicateIdError (before any notice is checked, save for ids that come from a pipe),
    SourceNotFoundError for a source that cannot be opened, OutputError where the output cannot be
    written or another run is writing it.
    """
    summary = Summary()
    with written_whole(output) as file:
        require_unique_ids([source for source in sources if _can_be_read_twice(source)])
        rows = in_order(
            unique(_without(output, items_of(sources))),
            RowMaker(Checker(wanted, bounds)),
            _lost_row,
            workers=workers,
            patience=patience(bounds),
            preload=PRELOAD,
        )
        for row in rows:
            file.write(row.line)
            summary.add(row)
    return summary


def _row(report: Report) -> Row:
    return Row(
        line=report.to_json().encode() + b"\n",
        disclosure=report.disclosure,
        language=report.language,
        error=None if report.error is None else report.error.code,
    )


def _lost_row(item: Item, reason: str) -> Row:
    return _row(lost(item, reason))


def _without(output: Path, items: Iterable[Item]) -> Iterator[Item]:
    """The items but for an earlier output, which may lie in the folder that is read."""
    for item in items:
        found = Path(item.value) if item.kind == "path" else None
        if found is None or found.name != output.name or found.resolve() != output.resolve():
            yield item


def _can_be_read_twice(source: str) -> bool:
    path = Path(source)
    return not path.exists() or path.is_file() or path.is_dir()
