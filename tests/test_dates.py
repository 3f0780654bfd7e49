from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticecheck.dates import own_date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last updated: March 5, 2024", date(2024, 3, 5)),
        ("Last updated 5 March 2024.", date(2024, 3, 5)),
        ("_Last modified: Sept. 5th, 2024_", date(2024, 9, 5)),
        ("**Effective Date**  \nOctober 6, 2021", date(2021, 10, 6)),
        ("This notice was last revised on 2024-03-05.", date(2024, 3, 5)),
        ("Last updated: 2024/3/5", date(2024, 3, 5)),
        ("Last updated: 26/03/2024", date(2024, 3, 26)),
        ("Last updated: 03/26/2024", date(2024, 3, 26)),
        ("Last updated: 05/05/2024", date(2024, 5, 5)),
        ("Updated March 5, 2024", date(2024, 3, 5)),
        ("Version 2, Effective March 5, 2024", date(2024, 3, 5)),
        ("First published: 1 May 2012\nRevised: 1 June 2020\nRevised: 2 July 2019", date(2020, 6, 1)),
        ("Updated: 3 November 2023\n\nEffective date: 27 December 2023", date(2023, 11, 3)),
        # Not a day, or not told apart.
        ("Last updated: 03/04/2024", None),
        ("Last updated: March 2024", None),
        ("Last updated: February 30, 2024", None),
        ("Last updated: 35/02/2024", None),
        # Not the notice's date.
        ("We moved on March 5, 2024.", None),
        ("The list of providers that we updated March 5, 2024 is long.", None),
        ("", None),
    ],
)
def test_english(text: str, expected: date | None) -> None:
    found = own_date(text, "en")
    assert (found and found.date) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("最終更新日：2024年3月5日", date(2024, 3, 5)),
        ("最終更新日　２０２４年３月５日", date(2024, 3, 5)),
        ("改定日：令和6年3月5日", date(2024, 3, 5)),
        ("制定日：令和元年5月1日", date(2019, 5, 1)),
        ("平成29年5月30日 施行", date(2017, 5, 30)),
        ("制定：2020年4月1日／最終改定：2022年4月1日", date(2022, 4, 1)),
        ("2005年4月1日 制定\n2022年4月1日 改定\n2017年5月30日 改定", date(2022, 4, 1)),
        ("施行日 2024/3/5", date(2024, 3, 5)),
        ("Last updated: 2024-03-05", date(2024, 3, 5)),
        ("2022年4月から施行された改正法", None),
        ("2022年4月1日施行の改正法に従います。", None),
    ],
)
def test_japanese(text: str, expected: date | None) -> None:
    found = own_date(text, "ja")
    assert (found and found.date) == expected


def test_a_language_without_words_for_dates_has_none() -> None:
    assert own_date("Last updated: 2024-03-05", "fi") is None


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.text(max_size=40), st.sampled_from(["en", "ja"]))
def test_every_day_is_found_where_it_stands(day: date, before: str, language: str) -> None:
    written = {
        "en": f"Last updated: {MONTHS[day.month - 1]} {day.day}, {day.year}",
        "ja": f"最終更新日：{day.year}年{day.month}月{day.day}日",
    }[language]
    text = f"{before}\n{written}\n"
    found = own_date(text, language)
    assert found is not None
    assert found.date == day
    assert text[found.span.start : found.span.end] == written
