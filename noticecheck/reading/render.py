"""The elements of a page that are the notice, as clean text with blocks.

White space collapses as browsers collapse it, a no-break space becomes a space, a line break stays
one inside its block; elements that run on in the line add and take nothing.
"""

from __future__ import annotations

from noticecheck.notice import Block, Span
from noticecheck.reading.blocks import PSEUDO_LEVEL, BlockBuilder
from noticecheck.reading.contents import LEAST_LINKS, TOP, leave_out
from noticecheck.reading.furniture import hints, names_of, rules
from noticecheck.reading.tree import TEXT, Tree

_WHITE = " \t\n\r\f\u00a0"
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = frozenset({"b", "strong"})
_ROLE_TAGS = {
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "td",
    "table": "table",
}
_TITLE_LIMIT = 120
_NOT_TITLE = (".", "。", ":", "：", ",", "、", ";", "；", "!", "?")
#: A table whose cells hold this many characters on average is there for the layout.
_LAYOUT_CELL = 900


class _Table:
    """A data table while its rows come: column headers, and cells that span rows."""

    def __init__(self, *, may_guess_header: bool) -> None:
        self.headers: dict[int, Span] = {}
        self.open_rows: dict[int, int] = {}
        self.may_guess_header = may_guess_header
        self.rows = 0
        self.cells: list[tuple[str, int, int, bool]] = []
        self.in_head = False


class _Item:
    __slots__ = ("emitted", "level")

    def __init__(self, level: int) -> None:
        self.level = level
        self.emitted = False


class Renderer:
    """Writes one page. `dropped` are the elements to leave out, `roots` the ones to write."""

    def __init__(self, tree: Tree, dropped: frozenset[int]) -> None:
        self.tree = tree
        self.dropped = dropped
        self.inline = rules().inline
        self.out = BlockBuilder()
        self.pieces: list[str] = []
        self.size = 0
        self.last_kind = ""
        #: The texts of the open block; None is a line break.
        self.buffer: list[str | None] = []
        self.plain = False
        self.bold = 0
        self.pre = 0
        self.heading = 0
        self.titled = False
        self.lists = 0
        self.items: list[_Item] = []
        self.tables: list[_Table | None] = []
        self.in_cell = 0
        #: Where the open table of contents begins, and the blocks of closed ones.
        self.contents = -1
        self.left_out: set[int] = set()

    def render(self, roots: list[int]) -> tuple[str, tuple[Block, ...]]:
        """The text and the blocks."""
        for root in roots:
            self._walk(root)
            self._flush()
        return "".join(self.pieces), leave_out(self.out.finish(), frozenset(self.left_out))

    def _walk(self, root: int) -> None:
        tree, dropped, inline = self.tree, self.dropped, self.inline
        tags, ends, attributes = tree.tag, tree.end, tree.attributes
        buffer = self.buffer
        open_elements: list[tuple[int, str]] = []
        i, n = root, ends[root]
        while i < n or open_elements:
            while open_elements and ends[open_elements[-1][0]] <= i:
                self._leave(*open_elements.pop())
            if i >= n:
                continue
            tag = tags[i]
            if tag == TEXT:
                content = tree.text[i]
                # Space between blocks belongs to none.
                if buffer or content.strip(_WHITE):
                    self._text(content)
                i += 1
            elif i in dropped:
                if tag not in inline:
                    self._break()
                i = ends[i]
            elif tag == "br":
                buffer.append(None)
                i += 1
            else:
                role = attributes[i].get("role")
                if tag in inline and tag not in _BOLD and not role:
                    i += 1
                    continue
                kind = _ROLE_TAGS.get(role, tag) if role else tag
                self._enter(i, kind)
                open_elements.append((i, kind))
                i += 1

    def _text(self, content: str) -> None:
        if self.pre and "\n" in content:
            for line in content.split("\n"):
                self.buffer += (line, None)
            self.buffer.pop()
        else:
            self.buffer.append(content)
        if not self.bold and not self.plain and not content.isspace():
            self.plain = True

    def _enter(self, i: int, tag: str) -> None:
        if tag in _BOLD:
            self.bold += 1
            return
        if tag in self.inline:
            return
        if self.buffer:
            self._break()
        attributes = self.tree.attributes[i]
        if tag in _HEADINGS:
            self.heading = _HEADINGS[tag]
        elif attributes and attributes.get("role") == "heading":
            level = attributes.get("aria-level") or ""
            self.heading = int(level) if level in tuple("123456") else 2
        elif tag == "div" or tag == "p":
            if not self.tables or self.tables[-1] is None:
                self.titled = bool(attributes) and "heading" in hints(names_of(self.tree, i))
        elif tag == "summary":
            self.heading = PSEUDO_LEVEL + 2
        elif tag in ("ul", "ol", "dl"):
            if not self.lists and self._is_contents(i):
                self.contents = len(self.out.blocks)
            self.lists += 1
        elif tag in ("li", "dd"):
            self.items.append(_Item(max(1, self.lists)))
        elif tag == "pre":
            self.pre += 1
        elif tag == "table":
            self._enter_table(i)
        elif self.tables and (table := self.tables[-1]) is not None:
            if tag == "thead":
                table.in_head = True
            elif tag == "tr":
                table.cells = []
            elif tag in ("td", "th"):
                self.in_cell += 1
        else:
            self.titled = False

    def _leave(self, i: int, tag: str) -> None:
        if tag in _BOLD:
            self.bold -= 1
            return
        if tag in self.inline:
            return
        table = self.tables[-1] if self.tables else None
        if table is not None and tag in ("td", "th") and self.in_cell:
            self._leave_cell(i, tag, table)
            return
        if self.buffer:
            self._break()
        self.titled = False
        if tag == "div" or tag == "p":
            if self.heading and self.tree.attributes[i].get("role") == "heading":
                self.heading = 0
        elif tag in _HEADINGS or tag == "summary" or self.tree.attributes[i].get("role") == "heading":
            self.heading = 0
        elif tag in ("ul", "ol", "dl"):
            self.lists -= 1
            if not self.lists and self.contents >= 0:
                self.left_out.update(range(self.contents, len(self.out.blocks)))
                self.contents = -1
            if self.lists == 0 and not self.in_cell:
                self.out.end_list()
        elif tag in ("li", "dd"):
            if self.items:
                self.items.pop()
        elif tag == "pre":
            self.pre -= 1
        elif tag == "table":
            self.tables.pop()
            if not self.in_cell and not self.items:
                self.out.end_list()
        elif table is not None and tag == "thead":
            table.in_head = False
        elif table is not None and tag == "tr" and not self.in_cell:
            self._leave_row(table)

    def _is_contents(self, i: int) -> bool:
        """Whether list `i` is a table of contents: nothing but links to the page's own sections."""
        links = self.tree.links[i]
        return (
            LEAST_LINKS <= links == self.tree.local[i]
            and self.tree.linked[i] >= 0.9 * self.tree.chars[i]
            and len(self.out.blocks) < TOP
            and not self.in_cell
        )

    def _enter_table(self, i: int) -> None:
        tree = self.tree
        rows = cells = heads = titles = tables = 0
        for j in range(i + 1, tree.end[i]):
            tag = tree.tag[j]
            if tag == TEXT:
                continue
            role = tree.attributes[j].get("role")
            tag = _ROLE_TAGS.get(role, tag) if role else tag
            if tag == "tr":
                rows += 1
            elif tag == "td":
                cells += 1
            elif tag == "th":
                heads += 1
            elif tag == "table":
                tables += 1
                break
            elif tag in ("h1", "h2", "h3"):
                titles += 1
        layout = (
            bool(self.in_cell)
            or tables > 0
            or tree.attributes[i].get("role") in ("presentation", "none")
            or (titles > 0 and not heads)
            or (not heads and cells <= rows)
            or tree.chars[i] > _LAYOUT_CELL * max(1, cells + heads)
        )
        self.tables.append(
            None if layout else _Table(may_guess_header=heads == 0 and rows >= 2 and cells >= 2 * rows)
        )

    def _leave_cell(self, i: int, tag: str, table: _Table) -> None:
        self.in_cell -= 1
        content = self._take()
        self.plain = False
        attributes = self.tree.attributes[i]
        table.cells.append(
            (content, _number(attributes.get("colspan")), _number(attributes.get("rowspan")), tag == "th")
        )

    def _leave_row(self, table: _Table) -> None:
        cells, table.cells = table.cells, []
        columns: list[int] = []
        column = 0
        taken = table.open_rows
        table.open_rows = {c: left - 1 for c, left in taken.items() if left > 1}
        for _, wide, tall, _ in cells:
            while column in taken:
                column += 1
            columns.append(column)
            for c in range(column, column + wide):
                if tall > 1:
                    table.open_rows[c] = tall - 1
            column += wide
        filled = [content for content, *_ in cells if content]
        if not filled:
            return
        is_header = (table.in_head or all(head for *_, head in cells)) and len(cells) > 1
        if len(cells) == 1 and table.rows == 0 and cells[0][3]:
            is_header = True
        if table.may_guess_header and table.rows == 0:
            is_header = len(filled) == len(cells) >= 2 and all(
                len(content) <= 50 and not content.endswith(_NOT_TITLE) for content in filled
            )
        table.rows += 1
        line = " | ".join(content for content, *_ in cells)
        start = self._write(line, "table_row")
        spans: list[Span] = []
        position = start
        for content, *_ in cells:
            spans.append(Span(position, position + len(content)))
            position += len(content) + 3
        # An empty last cell leaves its border at the end; a block ends with its last character.
        if is_header:
            for span, at, (_, wide, _, _) in zip(spans, columns, cells, strict=True):
                for c in range(at, at + wide):
                    table.headers[c] = span
        header: tuple[Span, ...] = ()
        if not is_header and table.headers:
            header = tuple(
                table.headers.get(at, Span(s.start, s.start)) for s, at in zip(spans, columns, strict=True)
            )
        self.out.row(start, start + len(line), tuple(spans), header)

    def _break(self) -> None:
        """The edge of an element that does not run on in the line."""
        if not self.buffer:
            return
        if self.in_cell:
            self.buffer.append(None)
        else:
            self._flush()

    def _take(self) -> str:
        buffer = self.buffer
        if None not in buffer:
            content = collapse("".join(buffer))  # type: ignore[arg-type]
            buffer.clear()
            return content
        lines: list[str] = []
        line: list[str] = []
        for piece in (*buffer, None):
            if piece is not None:
                line.append(piece)
                continue
            content = collapse("".join(line))
            if content:
                lines.append(content)
            line = []
        buffer.clear()
        return "\n".join(lines)

    def _flush(self) -> None:
        if not self.buffer:
            return
        content = self._take()
        plain, self.plain = self.plain, False
        if not content.strip():
            return
        if self.heading:
            level = self.heading
            start = self._write(content, "heading")
            self.out.heading(start, start + len(content), level)
            return
        short = len(content) <= _TITLE_LIMIT and "\n" not in content and not content.endswith(_NOT_TITLE)
        if short and not self.items and (not plain or self.titled) and any(c.isalpha() for c in content):
            start = self._write(content, "heading")
            self.out.heading(start, start + len(content), PSEUDO_LEVEL + (1 if self.titled else 3))
            return
        item = self.items[-1] if self.items else None
        if item is not None and not item.emitted:
            item.emitted = True
            start = self._write(content, "list_item")
            self.out.item(start, start + len(content), item.level)
            return
        start = self._write(content, "paragraph")
        self.out.paragraph(start, start + len(content), inside_item=item is not None)

    def _write(self, content: str, kind: str) -> int:
        if self.pieces:
            gap = "\n" if kind == self.last_kind and kind in ("list_item", "table_row") else "\n\n"
            self.pieces.append(gap)
            self.size += len(gap)
        start = self.size
        self.pieces.append(content)
        self.size += len(content)
        self.last_kind = kind
        return start


def collapse(content: str) -> str:
    """`content` with white space as browsers show it, and none at the ends.

    Other spaces than those of HTML and the no-break space stay: an ideographic space is a sign.
    """
    if content.isascii():
        return " ".join(content.split())
    for white in "\n\u00a0\t\r\f":
        content = content.replace(white, " ")
    if "  " in content:
        return " ".join(filter(None, content.split(" ")))
    return content.strip(" ")


def _number(value: str | None) -> int:
    """A colspan or rowspan, with the HTML standard's limit of 1,000 for columns."""
    return min(1000, max(1, int(value))) if value and value.isascii() and value.isdigit() else 1
