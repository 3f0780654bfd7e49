"""The case of LINE, on its real notice: eleven English versions, as a reader in Japan has them."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

import noticecheck as nc
from noticecheck.extraction import Mention, Safeguard, Statement

BUNDLE = Path(__file__).resolve().parents[3] / "shared" / "versions" / "open-terms-sample.bundle"
NOTICE = "LINE/Privacy Policy.md"
LAWS = ["jp-appi-2017", "jp-appi-2022", "eu-gdpr"]

pytestmark = pytest.mark.skipif(
    not BUNDLE.exists(), reason=f"the versions of real notices are not here: no {BUNDLE}"
)


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, nc.Report]:
    """One report for each version, by the day of its commit, oldest first."""
    folder = tmp_path_factory.mktemp("versions")
    _git(folder, "clone", "--quiet", str(BUNDLE), ".")
    found = {}
    for line in _git(folder, "log", "--reverse", "--format=%H %cs", "--", NOTICE).splitlines():
        commit, day = line.split()
        text = _git(folder, "show", f"{commit}:{NOTICE}")
        found[day] = nc.check_text(text, laws=LAWS, reader="JP", on=day, language="en")
    return found


def _abroad(report: nc.Report) -> set[str]:
    return {place.code for place in report.destinations if not place.domestic}


def test_there_are_eleven_versions(reports: dict[str, nc.Report]) -> None:
    assert len(reports) == 11
    assert list(reports) == sorted(reports)


def test_until_february_2022_no_country_abroad_is_named(reports: dict[str, nc.Report]) -> None:
    early = {day: report for day, report in reports.items() if day <= "2022-02-14"}
    assert len(early) == 5
    for day, report in early.items():
        assert (day, report.disclosure, _abroad(report)) == (day, "UNNAMED", set())
        assert any(statement.kind != "denial" for statement in report.statements)


def test_japan_is_named_until_july_2021_and_is_home(reports: dict[str, nc.Report]) -> None:
    for day, report in reports.items():
        if day <= "2022-02-14":
            codes = [place.code for place in report.destinations if place.domestic]
            assert (day, codes) == (day, ["JP"] if day <= "2021-07-27" else [])
            assert report.disclosure_any_reader == ("PARTIAL" if codes else "UNNAMED")


def test_from_march_2022_countries_are_named(reports: dict[str, nc.Report]) -> None:
    named = {"KR", "VN", "TH", "TW", "ID", "PH", "US", "IL"}
    assert _abroad(reports["2022-03-17"]) == named
    for day, report in reports.items():
        if day >= "2022-03-17":
            assert (day, report.disclosure, report.open_ended) == (day, "PARTIAL", True)
        if "2022-03-30" <= day <= "2023-09-01":
            assert (day, _abroad(report)) == (day, named | {"SG"})


def test_the_reader_is_told_that_another_version_is_theirs(reports: dict[str, nc.Report]) -> None:
    for day, report in reports.items():
        warned = [one for one in report.warnings if one.code == "not_addressed_to_reader"]
        assert (day, len(warned)) == (day, 1 if day >= "2021-02-23" else 0)
        assert report.notice is not None
        for warning in warned:
            quotes = [report.notice.text[slice(*span)] for span in warning.evidence]
            assert any("Japanese version" in quote for quote in quotes)


def test_verdicts_under_each_law(reports: dict[str, nc.Report]) -> None:
    for day, report in reports.items():
        verdicts = {one.regime: one.verdict for one in report.assessments}
        before = day < "2022-04-01"
        assert (day, verdicts["jp-appi-2017"]) == (day, "no_duty" if before else "not_in_force")
        assert (day, verdicts["jp-appi-2022"]) == (day, "not_in_force" if before else "names_some")
        unnamed = not report.destinations
        assert (day, verdicts["eu-gdpr"]) == (day, "names_none" if unnamed else "names_some")


def test_where_no_duty_was_the_report_says_what_the_next_law_asks(reports: dict[str, nc.Report]) -> None:
    for day, report in reports.items():
        (old,) = [one for one in report.assessments if one.regime == "jp-appi-2017"]
        ahead = [one for one in old.findings if one.regime == "jp-appi-2022"]
        if day < "2022-04-01":
            (finding,) = [one for one in ahead if one.element == "destination_country"]
            assert "2022-04-01" in finding.explanation
            assert bool(finding.evidence) == (day >= "2022-03-17")


def test_every_quote_is_the_notices_own(reports: dict[str, nc.Report]) -> None:
    for day, report in reports.items():
        assert report.notice is not None
        assert report.on == date.fromisoformat(day)
        text = report.notice.text
        every: list[Statement | Mention | Safeguard] = [
            *report.statements,
            *report.other_mentions,
            *report.safeguards,
        ]
        for one in every:
            assert text[one.start : one.end] == one.text
