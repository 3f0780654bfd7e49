"""What has been read: a notice, its blocks, and where it came from. Plain data, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "list_item", "table_row"]
Markup = Literal["plain", "markdown"]
LanguageFrom = Literal["option", "declared", "script", "detection"]


class Span(NamedTuple):
    """A stretch of `Notice.text`: `text[start:end]`. Offsets count characters (code points)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table row, by its offsets into `Notice.text`.

    `headings` and `lead_in` are indexes into `Notice.blocks`: the headings above this block,
    outermost first, and the block that introduces the list or table it belongs to (the outer
    item for a nested list). `level` is a heading's depth (1 is the outermost) or a list item's
    (1 is the outermost), else 0. A table row has the spans of its `cells`, and in `header` the
    spans of the column headers, in the same order; a header row has `header` empty.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    headings: tuple[int, ...] = ()
    lead_in: int | None = None
    cells: tuple[Span, ...] = ()
    header: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes came from and how they were understood.

    `sha256` is the hash, in hexadecimal, of the bytes as obtained (of the UTF-8 encoding for a
    string). `charset_from` says what decided the charset: `bom`, `header`, `meta`, `detection`,
    or `given` for a string. `date` is the day on which the notice stood as read, if known, and
    `date_from` what says so: `option`, `record`, `commit` or `capture`.
    """

    sha256: str
    media_type: str
    charset: str | None = None
    charset_from: str | None = None
    path: str | None = None
    url: str | None = None
    fetched_at: str | None = None
    commit: str | None = None
    date: date | None = None
    date_from: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One published privacy notice at one moment.

    `text` is what all offsets count in. For Markdown and plain text it is the input, character
    for character; for HTML it is the visible text of the notice. `markup` says whether `text`
    still contains Markdown. `language` is an ISO 639-1 code, and `language_from` what decided it.
    `kind` is what the document is: `privacy_notice`, or `terms`, `cookie_table`, `index`, `other`.
    """

    text: str
    blocks: tuple[Block, ...]
    language: str
    language_from: LanguageFrom
    provenance: Provenance
    markup: Markup = "plain"
    title: str | None = None
    kind: str = "privacy_notice"
    kind_evidence: tuple[Span, ...] = field(default=())
