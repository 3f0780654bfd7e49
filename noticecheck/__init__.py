"""Which countries a privacy notice names as places where personal data goes, the exact words, and
what the law asks.

    >>> import noticecheck as nc
    >>> report = nc.check_text("We store your data on servers in Canada.", reader="DE")
    >>> report.disclosure, [place.code for place in report.destinations]
    ('NAMED', ['CA'])

`check` takes a path, `check_text` a text; `score_corpus` streams over many. `read`, `extract`, `assess`
are the steps on their own. All exceptions derive from `NoticecheckError` (see `exceptions`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from noticecheck.version import __version__

if TYPE_CHECKING:
    from noticecheck import errors as exceptions
    from noticecheck.checking import check, check_text
    from noticecheck.corpus.score import score_corpus
    from noticecheck.errors import NoticecheckError
    from noticecheck.evaluation import evaluate
    from noticecheck.extraction import extract
    from noticecheck.notice import Block, Notice, Provenance, Span
    from noticecheck.reading import read, read_text
    from noticecheck.report import Report
    from noticecheck.scoring.assessment import assess
    from noticecheck.scoring.disclosure import disclose

__all__ = [
    "Block",
    "Notice",
    "NoticecheckError",
    "Provenance",
    "Report",
    "Span",
    "__version__",
    "assess",
    "check",
    "check_text",
    "disclose",
    "evaluate",
    "exceptions",
    "extract",
    "read",
    "read_text",
    "score_corpus",
]

# Where each name lives: nothing is imported before it is asked for, so that the command line is quick.
_HOMES = {
    "Block": "noticecheck.notice",
    "Notice": "noticecheck.notice",
    "NoticecheckError": "noticecheck.errors",
    "Provenance": "noticecheck.notice",
    "Report": "noticecheck.report",
    "Span": "noticecheck.notice",
    "assess": "noticecheck.scoring.assessment",
    "check": "noticecheck.checking",
    "check_text": "noticecheck.checking",
    "disclose": "noticecheck.scoring.disclosure",
    "evaluate": "noticecheck.evaluation",
    "extract": "noticecheck.extraction",
    "read": "noticecheck.reading",
    "read_text": "noticecheck.reading",
    "score_corpus": "noticecheck.corpus.score",
}


def __getattr__(name: str) -> Any:
    if name == "exceptions":
        value: Any = import_module("noticecheck.errors")
    elif name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
