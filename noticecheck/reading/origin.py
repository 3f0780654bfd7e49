"""How the bytes came: what a caller may know about them and `read` cannot."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class Origin(TypedDict, total=False):
    """Keyword arguments of `read` and `read_text` that go into the notice's provenance unchanged.

    `date` is the day on which the notice stood as read; `date_from` says what tells: `option`,
    `record`, `commit` or `capture`.
    """

    path: str | None
    url: str | None
    fetched_at: str | None
    commit: str | None
    date: date | None
    date_from: str | None
