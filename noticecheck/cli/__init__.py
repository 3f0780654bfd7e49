"""The command line: it parses arguments and calls the library."""

from __future__ import annotations

from noticecheck.cli.main import main

__all__ = ["main"]
