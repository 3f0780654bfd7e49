"""Clean views: what a reader sees, every character with its place in the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticecheck.view import View, broken_words, fold, has_unusual, lower, view

# Everything that a view treats in its own way, and some of what it leaves alone.
_PIECES = [
    *("データ", "海外", "日本", "ﾃﾞｰﾀ", "ＵＳＡ", "ソウル。", "国名：", "・韓国"),
    *("é", "e\u0301", "か\u3099", "한국", "\u1112\u1161\u11ab", "İstanbul", "ß", "Σ", "Zürich"),
    *("\u00ad", "\u200b", "\ufeff", "\u00a0", "\u3000", "\t", " ", "  ", "\n", "\r\n", "\n\n", "\u2028"),
    *("**", "*", "_", "`", "~~", "[", "]", "](https://example.org/a_b)", "![x](y.png)"),
    *("<br>", "<b>", "<!-- x -->"),
    *("&amp;", "&nbsp;", "&#39;", "&bogus;", "\\*", "\\_", "’", "“", "servers", "Peru", "store", "\ud800"),
]  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES) | st.characters(), max_size=40).map("".join)


def _views(text: str, start: int, end: int) -> list[View]:
    return [view(text, start, end, markdown=markdown) for markdown in (False, True)]


@given(text=texts, before=texts, after=texts)
def test_every_character_has_its_place_inside_the_stretch(text: str, before: str, after: str) -> None:
    start, end = len(before), len(before) + len(text)
    for seen in _views(before + text + after, start, end):
        spans = [seen.span(i, i + 1) for i in range(len(seen.text))]
        assert all(start <= span.start < span.end <= end for span in spans)
        assert spans == sorted(spans)


@given(text=texts)
def test_a_stretch_is_quoted_with_the_characters_that_it_was_made_of(text: str) -> None:
    seen = view(text, 0, len(text), markdown=False)
    for i, character in enumerate(seen.text):
        quote = fold(text[slice(*seen.span(i, i + 1))])
        if character.isspace():
            assert quote.isspace()
        else:
            assert unicodedata.normalize("NFKC", character) == unicodedata.normalize("NFKC", quote)


@given(text=texts)
def test_only_the_stretch_is_read(text: str) -> None:
    alone = view(text, 0, len(text), markdown=True)
    inside = view(f"a{text}b", 1, len(text) + 1, markdown=True)
    assert inside.text == alone.text


@given(text=texts)
def test_folding_and_lower_case_keep_the_length(text: str) -> None:
    assert len(fold(text)) == len(lower(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_lower_case_of_a_letter_that_would_become_two() -> None:
    assert lower("In İZMİR we Store Data") == "in İzmİr we store data"


@given(words=st.lists(st.sampled_from(["we", "store", "Peru", "データ", "é", "U.S.", "(EU)"]), min_size=1))
def test_a_view_of_a_clean_text_is_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert [seen.text for seen in _views(text, 0, len(text))] == [text, text]


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("We store it in **Peru**.", "We store it in Peru."),
        ("sent to *Pe*ru and __Chile__", "sent to Peru and Chile"),
        ('our [list of **countries**](https://example.org/list_of_x "all")', "our list of countries"),
        ("in [South Korea][1] only", "in South Korea only"),
        ("servers ![map](map.png)in Peru", "servers in Peru"),
        ("Peru<br>Chile<br />Kenya", "Peru Chile Kenya"),
        ("<strong>Peru</strong><!-- not Chile -->", "Peru"),
        ("Bosnia &amp; Herzegovina&#39;s law", "Bosnia & Herzegovina's law"),
        ("5 \\* 3 and snake\\_case", "5 * 3 and snake_case"),
        ("a file_name_here stays", "a file_name_here stays"),
        ("less < more & [open", "less < more & [open"),
    ],
)
def test_markup_is_left_out(markdown: str, read: str) -> None:
    assert view(markdown, 0, len(markdown), markdown=True).text == read


def test_plain_text_keeps_what_looks_like_markup() -> None:
    text = "We store it in **Peru** &amp; Chile."
    assert view(text, 0, len(text), markdown=False).text == text


@pytest.mark.parametrize(
    ("original", "read"),
    [
        ("ＵＳＡ（米国）", "USA(米国)"),
        ("ﾄﾞｲﾂのｻｰﾊﾞｰ", "ドイツのサーバー"),
        ("ト\u3099イツ", "ドイツ"),
        ("Cote d\u2019Ivoire", "Cote d'Ivoire"),
        ("Co\u0302te", "C\u00f4te"),
        ("Ger\u00admany", "Germany"),
        ("Ger\u200bma\ufeffny", "Germany"),
        ("South\u00a0Korea", "South Korea"),
        ("South \n  Korea", "South Korea"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("Peru\u0301", "Per\u00fa"),
        ("ﾄﾞ", "ド"),
    ],
)
def test_characters_as_a_reader_sees_them(original: str, read: str) -> None:
    seen = view(original, 0, len(original), markdown=False)
    assert seen.text == read
    assert seen.span(0, len(read)) == (0, len(original))


def test_a_line_break_inside_a_japanese_sentence_is_none() -> None:
    text = "当社は、お客様の個人データを次のとおりイン\nドネシアにある会社に提供します。"
    seen = view(text, 0, len(text), markdown=False)
    at = seen.text.index("インドネシア")
    assert text[slice(*seen.span(at, at + 6))] == "イン\nドネシア"
    assert list(broken_words(text)) == [text.index("\n")]


@pytest.mark.parametrize(
    "text", ["提供先\n韓国\n台湾", "次の国にある会社にお客様の情報を提供いたします\n・韓国\n・台湾"]
)
def test_a_line_of_its_own_stays_one(text: str) -> None:
    assert view(text, 0, len(text), markdown=False).text == text


@pytest.mark.parametrize(
    ("text", "unusual"),
    [("plain", False), ("日本 Zürich", False), ("Ger\u00admany", True), ("e\u0301", True), ("ﾄﾞ", True)],
)
def test_texts_that_a_raw_scan_could_misread(text: str, unusual: bool) -> None:
    assert has_unusual(text) is unusual
