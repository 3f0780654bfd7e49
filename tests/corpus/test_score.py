from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import noticecheck as nc
from noticecheck.corpus.limits import time_limit
from noticecheck.errors import TimeLimitError, UsageError

NAMED = "We store your personal data on servers in Canada."


def test_it_streams_reports_and_a_failure_is_one_of_them(jsonl: Any) -> None:
    file = jsonl(
        {"id": "a", "text": NAMED, "language": "en", "date": "2021-02-03"},
        {"id": "b", "text": " "},
        {"id": "c", "html": f"<html lang=en><body><main><p>{NAMED}</p></main></body></html>"},
        {"id": "d", "text": NAMED, "language": "fi"},
        {"id": "e", "url": "https://shop.example/"},
        {"id": "f", "path": "missing.md"},
        "{",
    )
    reports = nc.score_corpus(file)
    assert isinstance(reports, Iterator)
    rows = list(reports)
    assert [(row.id, row.disclosure, row.error and row.error.code) for row in rows] == [
        ("a", "NAMED", None),
        ("b", None, "empty"),
        ("c", "NAMED", None),
        ("d", None, "unsupported_language"),
        ("e", None, "fetch"),
        ("f", None, "source_not_found"),
        ("corpus.jsonl:7", None, "bad_record"),
    ]
    assert (str(rows[0].on), rows[0].source.date_from) == ("2021-02-03", "record")
    assert rows[4].source.url == "https://shop.example/"


def test_settings_hold_for_all_and_come_before_the_row_s(jsonl: Any) -> None:
    file = jsonl({"id": "a", "text": NAMED, "language": "fi", "date": "2021-02-03"})
    (report,) = nc.score_corpus(file, laws=["jp-appi-2022"], reader="ca", on="2022-04-01", language="en")
    assert (report.language, report.reader, str(report.on), report.disclosure) == (
        "en",
        "CA",
        "2022-04-01",
        "SILENT",
    )
    assert [one.regime for one in report.assessments] == ["jp-appi-2022"]


def test_a_notice_over_the_limit(tmp_path: Path, jsonl: Any) -> None:
    (tmp_path / "a.txt").write_text(NAMED)
    rows = list(nc.score_corpus([tmp_path / "a.txt", jsonl({"id": "b", "text": NAMED})], max_bytes=20))
    assert [row.error and row.error.code for row in rows] == ["too_large", "too_large"]


def test_wrong_settings_raise(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        nc.score_corpus(tmp_path, reader="Japan")
    with pytest.raises(UsageError):
        nc.score_corpus(tmp_path, workers=0)


def test_several_workers_give_the_same_reports(tmp_path: Path) -> None:
    for n in range(8):
        (tmp_path / f"{n}.md").write_text(NAMED * (n + 1))
    one = [report.to_json() for report in nc.score_corpus(tmp_path)]
    assert [report.to_json() for report in nc.score_corpus(tmp_path, workers=2)] == one


def test_the_time_limit_stops_python_code() -> None:
    def work() -> None:
        with time_limit(0.1):
            while True:
                time.sleep(0.01)

    with pytest.raises(TimeLimitError, match=r"0\.1 s"):
        work()
    # The timer is gone with the block.
    time.sleep(0.15)


def test_outside_of_the_main_thread_there_is_no_limit() -> None:
    ended = []

    def work() -> None:
        with time_limit(0.01):
            time.sleep(0.05)
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]
