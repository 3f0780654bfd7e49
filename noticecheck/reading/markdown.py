"""Markdown and plain text to blocks, line by line, with offsets into the unchanged text.

Public collections keep Markdown under `.txt` and plain text under `.md`, so both take the same
way. It is a splitter, not a renderer: it finds where blocks begin and end, and leaves inline
Markdown as it is. Japanese documents in plain text mark headings by numbers (第5条, 5.) and signs
(■, 【】), which Markdown knows nothing of.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from noticecheck.notice import Block, Span
from noticecheck.reading.blocks import PSEUDO_LEVEL, BlockBuilder
from noticecheck.reading.contents import contents, leave_out
from noticecheck.reading.listing import introduces, labelled

_ATX = re.compile(r"(#{1,6})(?:[ \t\u3000]+|(?=[^#\s\d]))(.*?)[ \t]*#*$")
_SETEXT = re.compile(r"(?:=+|-{2,})$")
_RULE = re.compile(r"(?:[-*_=~─━][ \t]*){3,}$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)(?<=\S)\1(?:\\?\s*)$")
_LINK_DEFINITION = re.compile(r"\[[^\]]{1,200}\]:\s*\S+$")
_IMAGES_ONLY = re.compile(r"(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*|\[\]\([^)]*\)\s*)+$")
_TAGS_ONLY = re.compile(r"(?:</?[A-Za-z][^<>]*>\s*)+$")
_SEPARATOR = re.compile(r"[|\s:+-]*-[|\s:+-]*$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_FLAT_BORDER = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
#: Group 1 dash-like bullets, 2 dot-like (no space needed), 3 numbers, 4 letters, 5 bracketed,
#: 6 circled numbers and katakana order.
_ITEM = re.compile(
    r"(?:([-*+–—‐][ \t\u3000\xa0]+(?=\S))"
    r"|([•‣◦▪▫●○・･∙·►▶➤✓✔■□◆◇▼▽★☆][ \t\u3000\xa0]*(?=\S))"
    r"|(\d{1,3}(?:[.．、](?!\d)|[)）]|\\\.)[ \t\u3000\xa0]*(?=\S))"
    r"|([A-Za-z](?:[.)]|\\\.)[ \t\u3000\xa0]+(?=\S)|[ivx]{1,5}[.)][ \t]+(?=\S))"
    r"|([(（](?:\d{1,3}|[０-９]{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}|[ア-ンｱ-ﾝ])[)）]"
    r"[ \t\u3000\xa0]*(?=\S))"
    r"|([①-⑳⑴-⒇㈠-㈩❶-❿➀-➉][ \t\u3000\xa0]*(?=\S)|[０-９]{1,3}[.．、）)][ \t\u3000]*(?=\S)))"
)
_MAY_BE_ITEM = frozenset(
    "-*+–—‐•‣◦▪▫●○・･∙·►▶➤✓✔■□◆◇▼▽★☆(（0123456789０１２３４５６７８９"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉"
)
_NUMBERED_TITLE = re.compile(
    r"(?:第\s*[0-9０-９一二三四五六七八九十百]{1,4}\s*(?:条|章|節|項|编|編|部分|조)(?:の[0-9０-９一二三四五六七八九十]+)?"
    r"|제\s*\d{1,3}\s*조"
    r"|(?:Article|Section|ARTICLE|SECTION|Part|PART|Artikel|Artículo|Art\.|§)\s*\d{1,3}"
    r"|[0-9０-９]{1,2}(?:\\?[.．\-－][0-9０-９]{1,2}){0,3}(?:\\?[.．、:：)）]|(?=[\s\u3000]))"
    r"|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[IVX]{1,5}\\?\.)[\s\u3000]*(?=\S)"
)
_ARTICLE = re.compile(r"第\s*[0-9０-９一二三四五六七八九十百]{1,4}\s*[条章]|제\s*\d{1,3}\s*조")
#: Signs that stand before a title, or before each item of a list.
_SIGNS = "■□◆◇▼▽★☆"
_SIGN_TITLE = re.compile(r"[■□◆◇▼▽★☆●○＜<《〈【［〔]")
_BRACKET_TITLE = re.compile(
    r"(?:【[^】]{1,40}】|＜[^＞]{1,40}＞|《[^》]{1,40}》|〈[^〉]{1,40}〉|［[^］]{1,40}］|〔[^〕]{1,40}〕)$"
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = ("。", ".", "!", "?", "！", "？", ";", "；", ",", "、", "，", ":", "：", "|")
_EVIDENT = re.compile(
    r"\]\((?:https?:|mailto:|tel:|/|#|\./)|\*\*\S|^#{1,6} \S|^(?:\|\s*:?-{2,}|={3,}$)"
    r"|\\[.\-_*()\[\]]|^\*   \S",
    re.M,
)


class _Line(NamedTuple):
    """A line's first and last visible character (half-open), and its indentation in columns."""

    start: int
    end: int
    indent: int


def evident(text: str) -> bool:
    """Whether `text` shows Markdown that cannot be chance: links, bold, headings, tables."""
    return _EVIDENT.search(text) is not None


def split(text: str) -> tuple[Block, ...]:
    """The blocks of Markdown or plain text; offsets count in `text`, which stays as it is.

    The block of an item begins after its bullet or number, that of a heading after its signs.
    HTML comments, images, rules, link definitions and a table of contents are in no block.
    """
    return _Splitter(text).run()


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    position = 0
    # A comment that is never closed is text; then the search need not be repeated.
    while (opened := text.find("<!--", position)) >= 0 and (closed := text.find("-->", opened + 4)) >= 0:
        _add_lines(text, position, opened, lines)
        lines.append(_Line(opened, opened, 0))
        position = closed + 3
    _add_lines(text, position, len(text), lines)
    return lines


def _add_lines(text: str, start: int, end: int, lines: list[_Line]) -> None:
    separator = "\r" if "\r" in text and "\n" not in text else "\n"
    position = start
    piece = text if start == 0 and end == len(text) else text[start:end]
    for line in piece.split(separator):
        stripped = line.lstrip()
        lead = len(line) - len(stripped)
        first = position + lead
        stripped = stripped.rstrip()
        indent = lead
        if lead and "\t" in line[:lead]:
            indent = len(line[:lead].expandtabs(4))
        lines.append(_Line(first, first + len(stripped), indent))
        position += len(line) + 1


class _Splitter:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = _lines(text)
        self.out = BlockBuilder()
        # The open paragraph or item: where it began, where it ends so far, and the item's level.
        self.start = -1
        self.end = -1
        self.level = 0
        self.inside_item = False
        self.list: list[tuple[int, str]] = []
        #: The last line that was an item with one of `_SIGNS`; of labelled lines the last block
        #: and what introduces them.
        self.sign_line = -1
        self.labelled: tuple[int, int | None] = (-1, None)
        self.has_titles = bool(re.search(r"^#{1,6}[ \t]|^(?:={3,}|-{3,})[ \t]*$|^\s{0,3}\*\*", text, re.M))

    def run(self) -> tuple[Block, ...]:
        i, n = 0, len(self.lines)
        while i < n:
            i = self._line(i)
        self._flush()
        blocks = self.out.finish()
        return leave_out(blocks, contents(self.text, blocks))

    def _line(self, i: int) -> int:
        """Takes line `i`, and more where one construct spans several; the next line's number."""
        start, end, indent = self.lines[i]
        if start == end:
            self._flush()
            return i + 1
        text = self.text
        first = text[start]
        while first == ">":
            start += 1
            while start < end and text[start] in " \t":
                start += 1
            if start == end:
                self._flush()
                return i + 1
            first = text[start]
        if first in "#=-*_`~<[!|─━\\":
            after = self._signed(i, start, end, indent, first)
            if after is not None:
                return after
        if " | " in text[start:end] or first == "|":
            after = self._table(i)
            if after is not None:
                return after
        if self._plain_title(i, start, end, first):
            return i + 1
        if first in _MAY_BE_ITEM:
            match = _ITEM.match(text, start, end)
            if match and self._item(match, end, indent):
                return i + 1
        self._prose(start, end, indent)
        return i + 1

    def _signed(self, i: int, start: int, end: int, indent: int, first: str) -> int | None:
        """Lines whose first sign may mean something in Markdown; None if it means nothing."""
        text, line = self.text, self.text[start:end]
        if first == "#":
            match = _ATX.match(line)
            if match and match[2]:
                self._flush()
                self._heading(start + match.start(2), start + match.end(2), len(match[1]))
                return i + 1
            return i + 1 if not line.strip("# \t") else None
        if first in "=-" and _SETEXT.match(line):
            if self.start >= 0 and self.level == 0 and not self.inside_item:
                underlined, self.start = (self.start, self.end), -1
                # Only the last line of a paragraph is underlined when the rest is prose.
                cut = text.rfind("\n", underlined[0], underlined[1]) + 1
                if cut and underlined[1] - underlined[0] > 200:
                    self._paragraph(underlined[0], len(text[:cut].rstrip()) if cut < 1000 else cut - 1)
                    underlined = (cut, underlined[1])
                self._heading(*underlined, 1 if first == "=" else 2)
            else:
                self._flush()
            return i + 1
        if first in "-*_=~─━" and _RULE.match(line):
            self._flush()
            return i + 1
        if first in "*_":
            bold = _BOLD.match(line)
            if bold and self.start < 0 and self._is_title(bold[2], 120):
                alone = i + 1 >= len(self.lines) or self.lines[i + 1][0] == self.lines[i + 1][1]
                if alone or len(bold[2]) <= 80:
                    self._heading(start + bold.start(2), start + bold.end(2), self._bold_level(bold[2]))
                    return i + 1
        if first in "`~":
            fence = _FENCE.match(line)
            if fence:
                return self._fence(i, fence[1])
        if first == "<":
            if line[:4].lower() in ("<pre", "<cod") and "</" not in line:
                return self._fence(i, "</" + line[1:4].lower())
            if _TAGS_ONLY.match(line):
                self._flush()
                return i + 1
        if first in "![" and _IMAGES_ONLY.match(line):
            return i + 1
        if first == "[" and _LINK_DEFINITION.match(line):
            self._flush()
            return i + 1
        return i + 1 if line == "\\" else None

    def _fence(self, i: int, mark: str) -> int:
        self._flush()
        j = i + 1
        while j < len(self.lines):
            start, end, _ = self.lines[j]
            if self.text[start:end].lower().startswith(mark):
                break
            j += 1
        inside = [line for line in self.lines[i + 1 : j] if line.start < line.end]
        if inside:
            self._paragraph(inside[0].start, inside[-1].end)
        return j + 1

    def _heading(self, start: int, end: int, level: int) -> None:
        text = self.text
        while (
            end - start > 4
            and text[start : start + 2] in ("**", "__")
            and text[end - 2 : end] in ("**", "__")
        ):
            start, end = start + 2, end - 2
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        self.list.clear()
        if start < end:
            self.out.heading(start, end, level)

    def _bold_level(self, title: str) -> int:
        match = re.match(r"\d{1,2}((?:\\?\.\d{1,2})*)", title)
        return PSEUDO_LEVEL + 2 + (match[1].count(".") if match else 0)

    def _is_title(self, title: str, limit: int) -> bool:
        if title.endswith(_SENTENCE_END):
            return False
        wide = len(_WIDE.findall(title))
        return len(title) + wide <= limit

    def _plain_title(self, i: int, start: int, end: int, first: str) -> bool:
        """Headings of plain text: a short numbered or marked line, or a short line alone."""
        if end - start > 80 or (self.start >= 0 and not self._may_end_before(i)):
            return False
        title = self.text[start:end]
        if not self._is_title(title, 90):
            return False
        if first in "■□◆◇▼▽★☆【＜《〈［〔" and _SIGN_TITLE.match(title):
            level = 4 if _BRACKET_TITLE.match(title) else 3
            if level == 4 or (first in _SIGNS and not self._in_sign_list(i, first)):
                self._flush()
                self._heading(start, end, PSEUDO_LEVEL + level)
                return True
            return False
        number = _NUMBERED_TITLE.match(title)
        if number:
            if _ARTICLE.match(title):
                self._flush()
                self._heading(start, end, PSEUDO_LEVEL + (0 if "章" in title[:6] else 1))
                return True
            if not self._numbered_alone(i, title, number[0]):
                return False
            self._flush()
            depth = len(re.findall(r"[.．\-－]\s*[0-9０-９]", number[0]))
            self._heading(start, end, PSEUDO_LEVEL + 1 + depth)
            return True
        if self.has_titles or self.start >= 0 or not self._alone(i) or first in "-*+•・●○([（":
            return False
        following = self._next_text(i)
        if following is None or following.end - following.start <= end - start:
            return False
        if not title[0].isalpha() or _FLAT_BORDER.search(title) or "://" in title or "@" in title:
            return False
        wide = _WIDE.search(title) is not None
        if (wide and len(title) <= 40) or (not wide and len(title.split()) <= 12):
            self._heading(start, end, PSEUDO_LEVEL + 5)
            return True
        return False

    def _in_sign_list(self, i: int, sign: str) -> bool:
        """Whether line `i`, which begins with `sign`, is an item rather than a title: its neighbour
        has the sign too, directly or after blank lines if a sentence introduces the list."""
        lines, text = self.lines, self.text
        previous, self.sign_line = self.sign_line, -1
        below = i + 1
        while below < len(lines) and lines[below].start == lines[below].end:
            below += 1
        follows = below < len(lines) and text[lines[below].start] == sign
        close = follows and below == i + 1
        continues = previous >= 0 and text[lines[previous].start] == sign
        if continues and not close:
            # After blank lines a title may come next: one with its text right below.
            gap = any(line.start < line.end for line in lines[previous + 1 : i])
            continues = not gap and (previous == i - 1 or follows or below != i + 1)
        if close or continues or (follows and self._introduced()):
            self.sign_line = i
            return True
        return False

    def _introduced(self) -> bool:
        """Whether the block before this point is a paragraph that introduces a list."""
        if self.start >= 0:
            return self.level == 0 and introduces(self.text[self.start : self.end])
        last = self.out.blocks[-1] if self.out.blocks else None
        return last is not None and last.kind == "paragraph" and introduces(self.text[last.start : last.end])

    def _may_end_before(self, i: int) -> bool:
        """Whether the open block reads as complete, so that the next line may be a heading."""
        return self.text[self.end - 1] in "。.）)」!！?？" or self.level > 0

    def _alone(self, i: int) -> bool:
        before = self.lines[i - 1] if i else None
        after = self.lines[i + 1] if i + 1 < len(self.lines) else None
        return (before is None or before.start == before.end) and (
            after is not None and after.start == after.end
        )

    def _next_text(self, i: int) -> _Line | None:
        return next((line for line in self.lines[i + 1 : i + 12] if line.start < line.end), None)

    def _numbered_alone(self, i: int, title: str, number: str) -> bool:
        """A numbered line is a heading unless its neighbours are items of the same numbering."""
        if len(title) - len(number) < 2 or self.lines[i].indent > 3:
            return False
        shape = re.sub(r"[0-9０-９]+", "1", number.strip())
        following = self._next_text(i)
        if following is None:
            return False
        if self._shape(following) == shape or self._has_children(i):
            return False
        previous = next(
            (line for line in reversed(self.lines[max(0, i - 6) : i]) if line.start < line.end), None
        )
        if previous is not None and self._shape(previous) == shape and self.level == 0:
            return False
        return not (
            self.start >= 0
            and self._shape_is_item(shape)
            and any(style == "number" and at == self.lines[i].indent for at, style in self.list)
        )

    def _has_children(self, i: int) -> bool:
        """Whether an item of a list stands right below line `i`, further in."""
        if i + 1 >= len(self.lines):
            return False
        start, end, indent = self.lines[i + 1]
        return indent >= self.lines[i].indent + 2 and _ITEM.match(self.text, start, end) is not None

    def _shape(self, line: _Line) -> str | None:
        match = _NUMBERED_TITLE.match(self.text, line.start, line.end)
        return re.sub(r"[0-9０-９]+", "1", match[0].strip()) if match else None

    def _shape_is_item(self, shape: str) -> bool:
        return shape.startswith("1") and "1.1" not in shape

    def _item(self, match: re.Match[str], end: int, indent: int) -> bool:
        style = self._style(match)
        if (
            style in ("number", "letter")
            and self.start >= 0
            and self.level == 0
            and not self._starts_list(match)
        ):
            return False
        self._flush()
        while self.list and (self.list[-1][0] > indent + 1):
            self.list.pop()
        if self.list and abs(self.list[-1][0] - indent) <= 1 and self.list[-1][1] != style:
            same = [k for k, (at, kind) in enumerate(self.list) if kind == style and at >= indent - 1]
            if same:
                del self.list[same[-1] + 1 :]
            else:
                self.list.append((indent, style))
        elif not self.list or self.list[-1][0] + 1 < indent:
            self.list.append((indent, style))
        self.start, self.end, self.level = match.end(), end, len(self.list)
        return True

    def _style(self, match: re.Match[str]) -> str:
        """The kind of bullet or number; items of one list have the same."""
        style = _STYLES[(match.lastindex or 1) - 1]
        if style != "bracket":
            return style
        mark = match[0].strip(" \t\u3000\xa0()（）")
        if not mark.isascii() or mark.isdigit():
            return "bracket" if mark.isdigit() else "wide bracket"
        # (i) after (h) is a letter; (i), (v) and (x) are else Roman numbers.
        roman = len(mark) > 1 or (mark in "ivxIVX" and not self._open("letter bracket"))
        roman = roman or (mark in "vxVX" and self._open("roman bracket"))
        return "roman bracket" if roman else "letter bracket"

    def _open(self, style: str) -> bool:
        return bool(self.list) and self.list[-1][1] == style

    def _starts_list(self, match: re.Match[str]) -> bool:
        """Inside running text a number begins a list only if it is the first of one."""
        marker = match[0].strip(" \t\u3000\xa0().）（\\、．")
        return marker in ("1", "１", "a", "A", "i", "I", "一") or self.text[self.end - 1] in "。.:：;；"

    def _prose(self, start: int, end: int, indent: int) -> None:
        if self.start >= 0:
            self.end = end
            return
        inside = bool(self.list) and indent >= 2 and indent > self.list[0][0]
        if not inside:
            self.list.clear()
            self.out.end_list()
        self.start, self.end, self.level, self.inside_item = start, end, 0, inside

    def _paragraph(self, start: int, end: int) -> None:
        if start < end:
            self.out.paragraph(start, end)
            self.list.clear()

    def _flush(self) -> None:
        if self.start < 0:
            return
        start, end, level = self.start, self.end, self.level
        self.start, self.level = -1, 0
        inside, self.inside_item = self.inside_item, False
        if self.text.find("\n", start, end) >= 0 and (pieces := labelled(self.text, start, end)):
            self._emit_labelled(pieces, level, inside)
        elif level:
            self.out.item(start, end, level)
        else:
            self.out.paragraph(start, end, inside_item=inside)

    def _emit_labelled(self, pieces: list[tuple[Span, bool]], level: int, inside: bool) -> None:
        """An open paragraph or item (`level` > 0) that holds lines of the form "Label: value"."""
        if level:
            # The item's own line introduces the labelled ones below it.
            self.out.item(*pieces[0][0], level)
            pieces = pieces[1:]
        last, lead = self.labelled
        if last != len(self.out.blocks) - 1:
            lead = None
        below = level + 1 if level else len(self.list) + 1 if inside else 1
        for span, is_label in pieces:
            if is_label:
                self.out.item(*span, below, lead=lead)
                self.labelled = (len(self.out.blocks) - 1, self.out.blocks[-1].lead_in)
            else:
                self.out.paragraph(*span, inside_item=inside or level > 0)
                lead = None

    def _table(self, i: int) -> int | None:
        """A run of rows from line `i` on: with border pipes, or cells joined by " | "."""
        piped = self.text[self.lines[i].start] == "|"
        rows: list[_Line] = []
        separator = -1
        j = i
        while j < len(self.lines):
            start, end, _ = self.lines[j]
            line = self.text[start:end]
            if start == end or "|" not in line or (line[0] == "|") != piped:
                if piped or start != end:
                    break
                following = self.lines[j + 1] if j + 1 < len(self.lines) else None
                if following is None or not _FLAT_BORDER.search(self.text[following.start : following.end]):
                    break
                j += 1
                continue
            if _SEPARATOR.match(line):
                separator = len(rows) if separator < 0 else separator
            elif piped or _FLAT_BORDER.search(line):
                rows.append(self.lines[j])
            else:
                break
            j += 1
        if not piped and separator < 0 and len(rows) < 2:
            return None
        if piped and len(rows) < 2 and separator < 0 and self.text.count("|", *self.lines[i][:2]) < 2:
            return None
        self._flush()
        self.list.clear()
        self._emit_rows([self._cells(row, piped) for row in rows], rows, separator)
        return max(j, i + 1)

    def _cells(self, row: _Line, piped: bool) -> tuple[Span, ...]:
        text, cells, position = self.text, [], row.start
        border = _CELL_BORDER if piped else _FLAT_BORDER
        edges = [m.start() for m in border.finditer(text, row.start, row.end)]
        for edge in [*edges, row.end]:
            cells.append(_trim(text, position, edge))
            position = edge + 1
        if piped:
            cells = cells[1:]
            if len(edges) > 1 and edges[-1] == row.end - 1:
                cells = cells[:-1]
        return tuple(cells)

    def _emit_rows(self, rows: list[tuple[Span, ...]], lines: list[_Line], separator: int) -> None:
        header: tuple[Span, ...] = ()
        head = separator - 1 if separator > 0 else -1
        if head >= 0 and not any(c.start < c.end for c in rows[head]):
            head = -1
        if head < 0:
            named = [k for k, row in enumerate(rows[:2]) if any(c.start < c.end for c in row)]
            if named and len(rows) > named[0] + 1 and self._reads_as_header(rows[named[0]]):
                head = named[0]
        for k, (cells, line) in enumerate(zip(rows, lines, strict=True)):
            filled = [c for c in cells if c.start < c.end]
            if not filled:
                continue
            if k <= head:
                header = cells
                self.out.row(line.start, line.end, cells, ())
            else:
                above = tuple(
                    header[c] if c < len(header) else Span(cells[c].start, cells[c].start)
                    for c in range(len(cells))
                )
                self.out.row(line.start, line.end, cells, above if header else ())

    def _reads_as_header(self, cells: tuple[Span, ...]) -> bool:
        filled = [self.text[c.start : c.end] for c in cells if c.start < c.end]
        return len(filled) == len(cells) >= 2 and all(
            len(cell) <= 50 and not cell.endswith(("。", ".", ":", "：")) for cell in filled
        )


_STYLES = ("dash", "dot", "number", "letter", "bracket", "circled")


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
