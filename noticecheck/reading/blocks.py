"""Putting blocks together: headings above, lead-ins, levels. Shared by every reader."""

from __future__ import annotations

from noticecheck.notice import Block, BlockKind, Span

#: Levels from here on are headings without a level of their own (a bold line, a numbered line).
#: They come below every heading that has one.
PSEUDO_LEVEL = 10


class BlockBuilder:
    """Takes headings, paragraphs, items and rows in text order and links them.

    A list or table is introduced by the paragraph directly before it; a nested item by its outer
    item; a paragraph inside an item by that item.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._headings: list[tuple[int, int]] = []
        self._path: tuple[int, ...] = ()
        self._items: list[tuple[int, int]] = []
        self._lead: int | None = None
        self._last: BlockKind | None = None
        self._max_real = 0

    def heading(self, start: int, end: int, level: int) -> None:
        """A heading. `level` 1 is the outermost; from `PSEUDO_LEVEL` on it is made relative."""
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        path = tuple(index for _, index in self._headings)
        self._headings.append((level, len(self.blocks)))
        self._path = (*path, len(self.blocks))
        if level < PSEUDO_LEVEL:
            self._max_real = max(self._max_real, level)
        self.blocks.append(Block("heading", start, end, level, path))
        self._items.clear()
        self._lead = None
        self._last = "heading"

    def paragraph(self, start: int, end: int, *, inside_item: bool = False) -> None:
        """A paragraph; `inside_item` if it continues the list item before it."""
        lead = self._items[-1][1] if inside_item and self._items else None
        if lead is None:
            self._items.clear()
            self._lead = len(self.blocks)
            self._last = "paragraph"
        self.blocks.append(Block("paragraph", start, end, 0, self._path, lead))

    def item(self, start: int, end: int, level: int, *, lead: int | None = None) -> None:
        """A list item; `level` 1 is the outermost. `lead` overrides what introduces it."""
        self._begin("list_item")
        while self._items and self._items[-1][0] >= level:
            self._items.pop()
        if lead is None:
            lead = self._items[-1][1] if self._items else self._lead
        self._items.append((level, len(self.blocks)))
        self.blocks.append(Block("list_item", start, end, level, self._path, lead))

    def row(self, start: int, end: int, cells: tuple[Span, ...], header: tuple[Span, ...]) -> None:
        """A table row. `header` is empty for a header row, else as long as `cells`."""
        if self._items:
            lead: int | None = self._items[-1][1]
        else:
            self._begin("table_row")
            lead = self._lead
        self.blocks.append(Block("table_row", start, end, 0, self._path, lead, cells, header))

    def end_list(self) -> None:
        """The list or table before this point is over: what follows is not part of it."""
        self._items.clear()
        if self._last in ("list_item", "table_row"):
            self._lead = None

    def _begin(self, kind: BlockKind) -> None:
        # A table after a list (or the other way round) has no paragraph directly before it.
        if self._last in ("list_item", "table_row") and self._last != kind:
            self._lead = None
        self._last = kind

    def finish(self) -> tuple[Block, ...]:
        """The blocks, with levels of headings that had none made relative to the others."""
        pseudo = sorted({b.level for b in self.blocks if b.kind == "heading" and b.level >= PSEUDO_LEVEL})
        if pseudo:
            from dataclasses import replace

            level = {old: self._max_real + rank for rank, old in enumerate(pseudo, 1)}
            self.blocks = [
                replace(b, level=level[b.level]) if b.kind == "heading" and b.level in level else b
                for b in self.blocks
            ]
        return tuple(self.blocks)
