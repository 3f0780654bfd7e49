# ruff: noqa: E501 - documents are written as they come
"""Markdown and plain text: the text untouched, and blocks where they are."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from noticecheck.notice import Notice
from noticecheck.reading import read, read_text

_PIECES = st.sampled_from(
    ["# A\n", "- a\n", "1. b\n", "| x | y |\n", "|---|---|\n", "\n", "\r\n", "  - c\n", "> q\n", "```\n", "<!-- ", "-->",
     "**B**\n", "a | b\n", "===\n", "・国\n", "第1条（定義）\n", "\ufeff", "\ud800", "İ", "\u2028", "<pre>", "*", "[l](u)\n"]
)  # fmt: skip


def told(notice: Notice) -> list[tuple[str, str]]:
    return [(b.kind, notice.text[b.start : b.end]) for b in notice.blocks]


@given(st.lists(_PIECES | st.text(max_size=8), min_size=1).map("".join))
@settings(max_examples=300, deadline=None)
def test_text_is_the_input_and_blocks_are_ordered(text: str) -> None:
    if not text.strip():
        return
    notice = read_text(text)
    assert notice.text == text
    end = 0
    for number, block in enumerate(notice.blocks):
        assert end <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        end = block.end
        assert all(h <= number for h in block.headings)
        assert all(notice.blocks[h].kind == "heading" for h in block.headings)
        assert block.lead_in is None or block.lead_in < number
        assert all(block.start <= c.start <= c.end <= block.end for c in block.cells)
        assert len(block.header) in (0, len(block.cells))


def test_a_file_keeps_its_line_ends_and_loses_its_mark() -> None:
    notice = read(b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r")
    assert notice.text == "One.\r\n\r\nTwo.\r"
    assert told(notice) == [("paragraph", "One."), ("paragraph", "Two.")]


def test_markdown_blocks() -> None:
    notice = read_text(
        "Kites\n=====\n\nWe send data\nto these:\n\n*   **Chile**\n    *   Santiago\n*   Peru\n\n<!-- Fiji -->\n"
        "## Partners ##\n\n| Who | Where |\n| --- | --- |\n| Ana | Norway |\n\n**6. Rights**\n\n> Ask us.\n\n---\n![x](y.png)\n"
    )
    assert told(notice) == [
        ("heading", "Kites"),
        ("paragraph", "We send data\nto these:"),
        ("list_item", "**Chile**"),
        ("list_item", "Santiago"),
        ("list_item", "Peru"),
        ("heading", "Partners"),
        ("table_row", "| Who | Where |"),
        ("table_row", "| Ana | Norway |"),
        ("heading", "6. Rights"),
        ("paragraph", "Ask us."),
    ]
    assert [b.lead_in for b in notice.blocks[2:5]] == [1, 2, 1]
    row = notice.blocks[7]
    assert [notice.text[s:e] for s, e in row.header] == ["Who", "Where"]
    assert [notice.text[s:e] for s, e in row.cells] == ["Ana", "Norway"]
    assert row.headings == (0, 5)
    assert notice.markup == "markdown"


def test_japanese_plain_text() -> None:
    notice = read_text(
        "凧の店の方針\n\n第1条（国外移転）\n\n当店は次の国に個人データを提供します。\n\n・チリ\n・ペルー\n\n"
        "■ お問い合わせ\n店長までご連絡ください。\n\n委託先 | 所在国\n凧郵便 | ノルウェー\n",
        media_type="text/plain",
    )
    assert [text for kind, text in told(notice) if kind == "heading"][-2:] == [
        "第1条（国外移転）",
        "■ お問い合わせ",
    ]
    items = [b for b in notice.blocks if b.kind == "list_item"]
    assert [notice.text[b.start : b.end] for b in items] == ["チリ", "ペルー"]
    lead = items[1].lead_in
    assert lead is not None
    assert notice.text[notice.blocks[lead].start :].startswith("当店は")
    row = notice.blocks[-1]
    assert [notice.text[s:e] for s, e in row.header] == ["委託先", "所在国"]
    assert notice.markup == "plain"
    assert notice.language == "ja"


def test_time_is_linear_in_hostile_text() -> None:
    for text in (
        "<!--" * 100_000,
        "|" * 200_000,
        "[" * 200_000,
        "**a " * 50_000,
        "x" + " \t" * 200_000,
        "- a\n" * 50_000,
    ):
        started = time.process_time()
        read_text(text)
        assert time.process_time() - started < 5
