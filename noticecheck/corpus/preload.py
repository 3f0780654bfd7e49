"""Imports that every worker process needs, so that they are paid for once and shared."""

from __future__ import annotations

import noticecheck.checking
import noticecheck.extraction.pipeline
import noticecheck.reading
import noticecheck.scoring.disclosure  # noqa: F401
