# ruff: noqa: E501 - documents are written as they come
"""Lists that no blank lines and no markup separate, labelled lines, and tables of contents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticecheck.notice import Notice
from noticecheck.reading import read_text
from noticecheck.reading.listing import introduces


def outline(notice: Notice) -> list[tuple[str, str, str | None]]:
    """Each block's kind and text, and the text of what introduces it."""
    text, blocks = notice.text, notice.blocks
    return [
        (
            b.kind,
            text[b.start : b.end],
            None if b.lead_in is None else text[blocks[b.lead_in].start : blocks[b.lead_in].end],
        )
        for b in blocks
    ]


@pytest.mark.parametrize("sign", ["■ ", "■", "・", "● ", "◆ ", "* ", "- ", "□", "▼ "])
@pytest.mark.parametrize("end", ["\n", "  \n", "\r\n"], ids=["plain", "hard", "crlf"])
@pytest.mark.parametrize("lead", ["Our kite makers work in:", "凧の製造元は次のとおりです。", "凧の製造元"])
def test_lines_with_bullets_are_items_of_the_line_above(sign: str, end: str, lead: str) -> None:
    lines = [lead, f"{sign}Peru", f"{sign}Chile", f"{sign}Fiji"]
    assert outline(read_text(end.join(lines) + end)) == [
        ("paragraph", lead, None),
        ("list_item", "Peru", lead),
        ("list_item", "Chile", lead),
        ("list_item", "Fiji", lead),
    ]


@pytest.mark.parametrize(
    "marks", ["(1) |(2) ", "（１）|（２）", "(a) |(b) ", "(i) |(ii) ", "①|②", "1. |2. ", "a. |b. "]
)
def test_numbered_lines_are_items(marks: str) -> None:
    one, two = marks.split("|")
    assert outline(read_text(f"The makers are:\n{one}Peru\n{two}Chile\n")) == [
        ("paragraph", "The makers are:", None),
        ("list_item", "Peru", "The makers are:"),
        ("list_item", "Chile", "The makers are:"),
    ]


def test_items_of_another_numbering_belong_to_the_item_above() -> None:
    notice = read_text("Makers:\n(1) Ana\n(a) Peru\n(b) Chile\n(2) Bob\n\n1. Kites\n   - Fiji\n")
    assert outline(notice)[1:5] == [
        ("list_item", "Ana", "Makers:"),
        ("list_item", "Peru", "Ana"),
        ("list_item", "Chile", "Ana"),
        ("list_item", "Bob", "Makers:"),
    ]
    assert [b.level for b in notice.blocks[1:5]] == [1, 2, 2, 1]
    assert outline(notice)[-1] == ("list_item", "Fiji", "Kites")


def test_the_letter_i_after_h_is_no_roman_number() -> None:
    lines = "".join(f"({c}) Maker {c}\n" for c in "ghijk")
    assert [b.level for b in read_text(f"Makers:\n{lines}").blocks[1:]] == [1] * 5


def test_marked_lines_between_blank_lines() -> None:
    lead = "当店は次の会社に個人データを提供します。提供先は次のとおりです。"
    notice = read_text(f"{lead}\n\n■ 凧郵便\n\n■ 凧銀行\n\n■ お問い合わせ\n店長までご連絡ください。\n")
    assert outline(notice) == [
        ("paragraph", lead, None),
        ("list_item", "凧郵便", lead),
        ("list_item", "凧銀行", lead),
        ("heading", "■ お問い合わせ", None),
        ("paragraph", "店長までご連絡ください。", None),
    ]
    titles = read_text("We like kites.\n\n■ Makers\n\nThey are in Peru.\n\n■ Shops\nThey are in Fiji.\n")
    assert [text for kind, text, _ in outline(titles) if kind == "heading"] == ["■ Makers", "■ Shops"]
    bare = read_text("We like kites.\n\n■ Makers\n\n■ Shops\n\nThey are in Fiji.\n")
    assert [kind for kind, *_ in outline(bare)] == ["paragraph", "heading", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("The makers are as follows.", True),
        ("We work with the following kite makers", True),
        ("Makers:", True),
        ("提供先は以下の通りです。", True),
        ("提供先：", True),
        ("What follows is a kite.", False),
        ("当店は凧を売ります。", False),
    ],
)
def test_sentences_that_introduce(text: str, does: bool) -> None:
    assert introduces(text) is does


def test_labelled_lines_are_items() -> None:
    lead = "People abroad who see your order:"
    notice = read_text(
        f"{lead}\n\nThird party abroad: Ana Ltd  \nCountry: Peru  \nItems: name,\naddress\n\n"
        "Third party abroad: Bob SA\nCountry: Fiji\n\nThat is all: nobody else sees it.\n"
    )
    assert outline(notice) == [
        ("paragraph", lead, None),
        ("list_item", "Third party abroad: Ana Ltd", lead),
        ("list_item", "Country: Peru", lead),
        ("list_item", "Items: name,\naddress", lead),
        ("list_item", "Third party abroad: Bob SA", lead),
        ("list_item", "Country: Fiji", lead),
        ("paragraph", "That is all: nobody else sees it.", None),
    ]


def test_labelled_lines_of_an_item_and_below_a_line() -> None:
    assert outline(read_text("・凧郵便\n国名：ペルー\n項目：氏名\n・凧銀行\n国名：チリ\n項目：住所\n")) == [
        ("list_item", "凧郵便", None),
        ("list_item", "国名：ペルー", "凧郵便"),
        ("list_item", "項目：氏名", "凧郵便"),
        ("list_item", "凧銀行", None),
        ("list_item", "国名：チリ", "凧銀行"),
        ("list_item", "項目：住所", "凧銀行"),
    ]
    assert outline(read_text("外国の提供先\n**国名**：ペルー\n**項目**: 氏名\n以上です。")) == [
        ("paragraph", "外国の提供先", None),
        ("list_item", "**国名**：ペルー", "外国の提供先"),
        ("list_item", "**項目**: 氏名\n以上です。", "外国の提供先"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We keep the order: it\nshows us: what you bought.",
        "Open from 10:30 to\n11:45 and https://kites.example/a\nhttps://kites.example/b",
        "Country: Peru\nand nothing else.",
        "When we ask you for the kind of kite you like best: red\nIf you do not know what to answer us then: blue",
    ],
)
def test_a_colon_does_not_make_a_label(text: str) -> None:
    assert outline(read_text(text)) == [("paragraph", text, None)]


def test_a_table_of_contents_is_in_no_block() -> None:
    contents = "*   [1\\. Makers](#makers)\n    *   [In Peru](#peru)\n*   **[Shops](#shops)**\n"
    notice = read_text(f"# Privacy\n\nContents\n\n{contents}\n## Makers\n\nOur makers:\n\n- Ana\n- Bob\n")
    assert contents in notice.text
    assert outline(notice) == [
        ("heading", "Privacy", None),
        ("paragraph", "Contents", None),
        ("heading", "Makers", None),
        ("paragraph", "Our makers:", None),
        ("list_item", "Ana", "Our makers:"),
        ("list_item", "Bob", "Our makers:"),
    ]
    assert notice.blocks[-1].headings == (0, 2)


@pytest.mark.parametrize(
    "items",
    [
        "- [Peru](#peru)\n- Chile\n",
        "- [Peru](/peru)\n- [Chile](/chile)\n",
        "- Makers in [Peru](#peru)\n- Makers in [Chile](#chile)\n",
        "- [Peru](#peru)\n",
    ],
)
def test_other_lists_of_links_stay(items: str) -> None:
    blocks = outline(read_text(f"Makers:\n\n{items}"))
    assert len(blocks) == 1 + items.count("\n")


def test_a_table_of_contents_further_down_stays() -> None:
    notice = read_text("Kites fly.\n\n" * 25 + "- [Peru](#peru)\n- [Chile](#chile)\n")
    assert sum(b.kind == "list_item" for b in notice.blocks) == 2


def test_a_table_of_contents_of_a_page_is_in_no_block() -> None:
    notice = read_text(
        "<h1>Privacy</h1><ul><li><a href='#a'>Makers</a><ul><li><a href='#b'>Abroad</a></li></ul></li></ul>"
        "<p>Makers:</p><ul><li>Peru</li><li><a href='#c'>Chile</a></li></ul>",
        media_type="text/html",
    )
    assert "Abroad" in notice.text
    assert outline(notice) == [
        ("heading", "Privacy", None),
        ("paragraph", "Makers:", None),
        ("list_item", "Peru", "Makers:"),
        ("list_item", "Chile", "Makers:"),
    ]


_LINES = st.sampled_from(
    ["■ A", "■ B\n", "◆C  ", "Label: x", "ラベル：値\\", "(1) d", "(a) e", "(i) f", "- [g](#g)", "[h](#h)", "As follows.",
     "> Who: i", "> Where: j", "", "text", "1. k", "**L**: m", "No: \\", "# N", "   Sub: o"]
)  # fmt: skip


@given(st.lists(_LINES, min_size=1, max_size=12).map("\n".join))
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost_and_none_is_in_two_blocks(text: str) -> None:
    if not text.strip():
        return
    notice = read_text(text)
    end = 0
    for number, block in enumerate(notice.blocks):
        assert end <= block.start < block.end <= len(text)
        end = block.end
        assert block.lead_in is None or block.lead_in < number
        assert all(h <= number and notice.blocks[h].kind == "heading" for h in block.headings)
    for place, sign in enumerate(text):
        if sign.isalpha() and "](#" not in text:
            inside = any(b.start <= place < b.end for b in notice.blocks)
            # The letter in "(a)" is a number, which stands before its block.
            assert inside or text[max(0, place - 1)] == "("
