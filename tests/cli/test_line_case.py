"""The notices of corpora/line-case through the real command, and what a crash looks like."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CASE = Path(__file__).resolve().parents[2] / "corpora" / "line-case"
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (CASE / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
]


def _for_japan(row: dict[str, Any]) -> tuple[str, set[str]]:
    """Disclosure and countries abroad that the annotation gives for a reader in Japan."""
    abroad = {place["code"] for place in row["destinations"]} - {"JP"}
    if not abroad and not row["blocs"]:
        return ("UNNAMED" if row["open_ended"] else "SILENT"), abroad
    return ("PARTIAL" if row["open_ended"] or not abroad else "NAMED"), abroad


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_reader_in_japan(run: Any, row: dict[str, Any]) -> None:
    done = run("check", CASE / f"{row['id']}.md", "--reader", "JP", "--format", "json")
    found = json.loads(done.stdout)
    disclosure, abroad = _for_japan(row)
    assert found["disclosure"] == disclosure
    assert found["disclosure_any_reader"] == row["verdict"]
    assert {place["code"] for place in found["destinations"] if not place["domestic"]} == abroad
    assert {place["code"] for place in found["destinations"]} == {p["code"] for p in row["destinations"]}
    assert found["source"]["date"] == row["date"]
    assert done.returncode == (1 if disclosure in ("PARTIAL", "UNNAMED") else 0)


def test_all_four_at_once_on_a_terminal(run: Any) -> None:
    done = run("check", CASE, "--reader", "JP", "--law", "jp-appi-2022")
    assert done.returncode in (0, 1)
    assert done.stderr == ""
    assert all(row["id"] in done.stdout for row in ROWS)


def test_a_crash_is_no_answer(tmp_path: Path) -> None:
    code = (
        "import sys, noticecheck.settings\n"
        "def broken(*arguments): raise ZeroDivisionError('broken on purpose')\n"
        "noticecheck.settings.settings = broken\n"
        "from noticecheck.cli import main\n"
        "sys.exit(main(['check', 'notice.md']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "ZeroDivisionError: broken on purpose" in done.stderr
    assert "defect of noticecheck" in done.stderr
