"""One entry of a corpus: an id, and where its text is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from noticecheck.report import Problem

Kind = Literal["path", "stdin", "text", "html", "url"]


@dataclass(frozen=True, slots=True)
class Item:
    """One notice to check, not yet read.

    `kind` says what `value` is: a path to read, the standard input, the text or HTML itself, or an
    address. `language` and `date` are the corpus' own word for this notice. An item with a
    `problem` could not be understood and has no value.
    """

    id: str
    kind: Kind = "path"
    value: str = ""
    path: str | None = None
    language: str | None = None
    date: date | None = None
    problem: Problem | None = None
