from __future__ import annotations

import io

import pytest

import noticecheck as nc
from noticecheck.rendering.style import Style
from noticecheck.rendering.text import render
from noticecheck.rendering.width import width

NOTICE = """\
# Privacy

Last updated: 1 May 2022

We transfer your personal data to Korea, Vietnam and other countries. We store it in the EEA.

If this policy is translated, the Japanese version shall apply to users residing in Japan.
"""


def test_what_changes_the_reading_comes_first() -> None:
    text = render(nc.check_text(NOTICE, reader="JP", language="en"), Style())
    assert text.index("! The notice says that another language version") < text.index("PARTIAL: ")
    assert "the Japanese version shall apply to users residing in Japan." in text


def test_each_place_stands_with_its_words() -> None:
    text = render(nc.check_text(NOTICE, reader="JP", language="en"), Style())
    for part in (
        "reader JP, judged on 2022-05-01 (the notice's own date)",
        "Named abroad (2)",
        "to «Korea», Vietnam and other countries.",
        "to Korea, «Vietnam» and other countries.",
        "Groups of countries named instead (1)",
        "We store it in the «EEA».",
        "Left open (1)",
        "For a reader in Japan.",
    ):
        assert part in text


def test_what_is_home_stands_apart() -> None:
    text = render(nc.check_text(NOTICE, reader="KR", language="en"), Style())
    assert "Named abroad (1)" in text
    assert "At home for the reader (1)\n  KR  Korea, Republic of" in text


def test_a_default_is_said_to_be_one() -> None:
    text = render(nc.check_text("個人情報を韓国の委託先に提供します。", on="2022-04-01"), Style())
    assert "reader JP (the default for ja)" in text
    assert "jp-appi-2022 on 2022-04-01" in text


@pytest.mark.parametrize("laws", [["jp-appi-2017"], ["jp-appi-2022"], ["eu-gdpr"]])
def test_a_law_s_findings_are_one_line_each(laws: list[str]) -> None:
    report = nc.check_text(NOTICE, laws=laws, language="en", on="2022-04-01")
    text = render(report, Style())
    for finding in report.assessments[0].findings:
        assert any(finding.element in line and finding.article in line for line in text.splitlines())


def test_lines_fit_the_terminal() -> None:
    report = nc.check_text("個人情報を韓国の委託先に提供します。" * 9, on="2022-04-01", laws=["all"])
    for line in render(report, Style(columns=60)).splitlines():
        assert width(line) <= 60


def test_colours_are_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    assert Style.of(Terminal()).colours
    assert Style.of(io.StringIO()) == Style(columns=None, colours=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Style.of(Terminal()).colours
    report = nc.check_text(NOTICE, language="en")
    assert "\x1b[1mKorea\x1b[0m" in render(report, Style(colours=True))
