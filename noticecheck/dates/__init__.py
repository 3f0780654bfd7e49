"""The date that a notice gives for itself ("Last updated ...")."""

from __future__ import annotations

from noticecheck.dates.find import DateFound, own_date

__all__ = ["DateFound", "own_date"]
