"""What kind of document a text is."""

from __future__ import annotations

from typing import NamedTuple

from noticecheck.notice import Block, Span


class Kind(NamedTuple):
    """The kind, and the passages that tell it."""

    kind: str
    evidence: tuple[Span, ...]


def judge_kind(text: str, blocks: tuple[Block, ...], *, title: str | None = None, url: str | None = None) -> Kind:
    """The kind of document; a text without signs of another kind is a privacy notice."""
    return Kind("privacy_notice", ())
