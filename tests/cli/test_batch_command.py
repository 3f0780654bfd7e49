from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from noticecheck.corpus.output import written_whole


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_a_line_for_each_notice_in_order(run: Any, notices: Path, tmp_path: Path) -> None:
    (notices / "empty.txt").write_text("")
    done = run("batch", notices, "-o", "out.jsonl", "--law", "all", "--reader", "JP", "--on", "2022-04-01")
    assert (done.returncode, done.stdout) == (0, "")
    out = rows(tmp_path / "out.jsonl")
    assert [(row["id"], row["disclosure"]) for row in out] == [
        ("empty", None),
        ("more/denied", "DENIED"),
        ("more/silent", "SILENT"),
        ("named", "NAMED"),
        ("partial", "PARTIAL"),
        ("unnamed", "UNNAMED"),
    ]
    schema = json.loads(files("noticecheck").joinpath("report.schema.json").read_text(encoding="utf-8"))
    for row in out:
        Draft202012Validator(schema).validate(row)
        for statement in row["statements"]:
            if not row["source"]["path"].endswith(".html"):
                text = Path(row["source"]["path"]).read_text(encoding="utf-8")
                assert text[statement["start"] : statement["end"]] == statement["text"]
    assert "6 notices" in done.stderr
    assert "PARTIAL" in done.stderr
    assert "empty" in done.stderr


def test_the_same_bytes_for_any_number_of_workers(run: Any, notices: Path, tmp_path: Path) -> None:
    for n in range(30):
        (notices / f"{n:02}.md").write_text(
            f"We transfer your personal data to Korea and Peru. {n}\n" * (n + 1)
        )
    for workers, seed in (("1", "1"), ("2", "2"), ("3", "3")):
        env = {"PYTHONHASHSEED": seed}
        done = run("batch", notices, "-o", f"out{workers}.jsonl", "--workers", workers, env=env)
        assert done.returncode == 0
    one, *others = [(tmp_path / f"out{n}.jsonl").read_bytes() for n in "123"]
    assert others == [one, one]


def test_the_line_is_what_check_prints(run: Any, notices: Path, tmp_path: Path) -> None:
    run("batch", notices / "partial.md", "-o", "out.jsonl", "--reader", "JP")
    checked = json.loads(run("check", notices / "partial.md", "--format", "json", "--reader", "JP").stdout)
    assert rows(tmp_path / "out.jsonl") == [checked]


def test_rows_of_a_corpus_with_broken_ones(run: Any, tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"id": "a", "text": "We store your personal data on servers in Canada.", "language": "en"}
        ),
        "{broken",
        json.dumps(
            {
                "id": "c",
                "text": "Half \ud800 a pair: your personal data may be transferred to other countries.",
            }
        ),
        json.dumps({"id": "d", "url": "https://shop.example/"}),
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    done = run("batch", "in.jsonl", "-o", "out.jsonl", "--language", "en")
    assert done.returncode == 0
    out = rows(tmp_path / "out.jsonl")
    assert [(row["id"], row["error"] and row["error"]["code"]) for row in out] == [
        ("a", None),
        ("in.jsonl:2", "bad_record"),
        ("c", None),
        ("d", "fetch"),
    ]
    assert out[2]["statements"][0]["text"].startswith("Half \ud800 a pair")


def test_the_output_may_lie_in_the_folder_that_is_read(run: Any, notices: Path) -> None:
    for _ in range(2):
        assert run("batch", notices, "-o", notices / "out.jsonl").returncode == 0
        assert len(rows(notices / "out.jsonl")) == 5


@pytest.mark.parametrize("problem", ["duplicate", "missing"])
def test_a_source_that_cannot_be_used_leaves_the_output_alone(
    run: Any, notices: Path, tmp_path: Path, problem: str
) -> None:
    (tmp_path / "out.jsonl").write_text("old\n")
    (notices / "named.txt").write_text("x")
    source = notices if problem == "duplicate" else "missing.jsonl"
    done = run("batch", source, "-o", "out.jsonl")
    assert done.returncode == 2
    assert f"[{'duplicate_id' if problem == 'duplicate' else 'source_not_found'}]" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notices", "out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text() == "old\n"


def test_an_output_that_cannot_be_written(run: Any, notices: Path) -> None:
    done = run("batch", notices, "-o", "no/folder/out.jsonl")
    assert done.returncode == 2
    assert "[output]" in done.stderr


def test_a_folder_without_permission_to_write(
    run_unprivileged: Any, public_folder: Path, notices: Path
) -> None:
    out = public_folder / "out.jsonl"
    out.write_text("old\n")
    public_folder.chmod(0o555)
    done = run_unprivileged("batch", notices, "-o", out)
    assert done.returncode == 2
    assert "[output]" in done.stderr
    assert [path.name for path in public_folder.iterdir()] == ["out.jsonl"]
    assert out.read_text() == "old\n"


def test_a_second_run_on_one_output_is_refused(run: Any, notices: Path, tmp_path: Path) -> None:
    with written_whole(tmp_path / "out.jsonl"):
        done = run("batch", notices, "-o", "out.jsonl")
    assert done.returncode == 2
    assert "Another run" in done.stderr
    assert run("batch", notices, "-o", "out.jsonl").returncode == 0


def test_an_interrupted_run_leaves_nothing(notices: Path, tmp_path: Path) -> None:
    for n in range(300):
        (notices / f"{n:03}.md").write_text(
            f"We transfer your personal data to Korea and Peru. {n}\n\n" * 200
        )
    process = subprocess.Popen(
        [sys.executable, "-m", "noticecheck", "batch", str(notices), "-o", str(tmp_path / "out.jsonl")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Started in a shell's background, the suite itself ignores the signal, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    part = tmp_path / ".out.jsonl.part"
    deadline = time.monotonic() + 30
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notices"]
