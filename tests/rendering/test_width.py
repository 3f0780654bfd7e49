from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticecheck.rendering.quote import around, shortened
from noticecheck.rendering.width import width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [("Korea", 5), ("韓国", 4), ("ｶﾅ", 2), ("e\u0301", 1), ("개인정보", 8), ("a\u200bb", 2), ("", 0)],
)
def test_columns_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


def test_lines_break_between_words_and_between_wide_letters() -> None:
    assert wrap("one two three", 8, first="* ", rest="  ") == "* one\n  two\n  three"
    assert wrap("個人情報を韓国に移転します。", 10) == "個人情報を\n韓国に移転\nします。"
    assert wrap("one  two\nthree", None) == "one two three"


def test_punctuation_stays_with_its_letter() -> None:
    assert wrap("個人情報「韓国」に移転、です。", 10).splitlines() == [
        "個人情報",
        "「韓国」に",
        "移転、で",
        "す。",
    ]


TEXTS = st.text(st.sampled_from("ab cd、。「」韓国移転(),.\u0301 \n"), max_size=120)


@given(TEXTS, st.integers(4, 40))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, columns: int) -> None:
    lines = wrap(text, columns).split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        # Only what may not be broken (a word, a letter with its punctuation) may be wider.
        assert width(line) <= columns or " " not in line.strip()


@given(TEXTS, st.data())
def test_a_quote_keeps_the_words_it_is_about(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, words, after = around(text, start, end, within=(0, len(text)), columns=10)
    assert "".join(words.split()) == "".join(text[start:end].split())
    assert "".join(text[:start].split()).endswith("".join(before.lstrip("… ").split()))
    assert "".join(text[end:].split()).startswith("".join(after.rstrip("… ").split()))


def test_a_long_passage_is_cut_between_words() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one\ntwo", 20) == "one two"


def test_a_notice_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in shortened("a \x1b[31m red", 50)
