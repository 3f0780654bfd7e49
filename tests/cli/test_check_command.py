from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("name", "disclosure", "code"),
    [
        ("named.md", "NAMED", 0),
        ("partial.md", "PARTIAL", 1),
        ("unnamed.txt", "UNNAMED", 1),
        ("more/denied.html", "DENIED", 0),
        ("more/silent.md", "SILENT", 0),
    ],
)
def test_the_exit_code_tells_the_disclosure(
    run: Any, notices: Path, name: str, disclosure: str, code: int
) -> None:
    done = run("check", notices / name, "--format", "json")
    assert json.loads(done.stdout)["disclosure"] == disclosure
    assert (done.returncode, done.stderr) == (code, "")


def test_it_is_the_disclosure_for_the_reader(run: Any, notices: Path) -> None:
    (notices / "home.md").write_text("We store your personal data in Canada and in other countries.\n")
    assert run("check", notices / "named.md", "--reader", "CA").returncode == 0
    done = run("check", notices / "home.md", "--reader", "CA", "--format", "json")
    row = json.loads(done.stdout)
    assert (row["disclosure"], row["disclosure_any_reader"], done.returncode) == ("UNNAMED", "PARTIAL", 1)


def test_a_law_changes_nothing_of_the_exit_code(run: Any, notices: Path) -> None:
    done = run(
        "check", notices / "named.md", "--law", "all", "--law", "JP", "--on", "2022-04-01", "--format", "json"
    )
    assert done.returncode == 0
    row = json.loads(done.stdout)
    assert [one["regime"] for one in row["assessments"]].count("jp-appi-2022") == 1
    assert (row["on"], row["source"]["date"], row["source"]["date_from"]) == (
        "2022-04-01",
        "2022-04-01",
        "option",
    )


def test_the_terminal_s_answer_shows_the_words(run: Any, notices: Path) -> None:
    done = run("check", notices / "partial.md", "--law", "jp-appi-2022", "--on", "2022-04-01")
    assert "PARTIAL: the notice names Viet Nam" in done.stdout
    assert "We transfer your personal data to «Vietnam» and to other countries." in done.stdout
    assert "jp-appi-2022 on 2022-04-01: the notice names some" in done.stdout
    assert "\x1b" not in done.stdout
    for word in ("compl", "violat", "illegal", "unlawful"):
        assert word not in done.stdout.lower()


def test_the_standard_input(run: Any) -> None:
    done = run("check", "-", "--format", "json", stdin="We store your personal data on servers in Canada.")
    row = json.loads(done.stdout)
    assert (row["id"], row["disclosure"], row["source"]["path"], done.returncode) == (
        "stdin",
        "NAMED",
        None,
        0,
    )


def test_several_sources_are_an_array(run: Any, notices: Path) -> None:
    done = run("check", notices / "named.md", notices / "partial.md", "--format", "json")
    assert [row["id"] for row in json.loads(done.stdout)] == ["named", "partial"]
    assert done.returncode == 1


def test_a_folder_is_an_array_sorted_by_path(run: Any, notices: Path) -> None:
    done = run("check", notices, "--format", "json")
    rows = json.loads(done.stdout)
    assert [row["id"] for row in rows] == ["more/denied", "more/silent", "named", "partial", "unnamed"]
    assert done.returncode == 1
    only = run("check", notices / "more", "--format", "json")
    assert (len(json.loads(only.stdout)), only.returncode) == (2, 0)


def test_an_empty_folder_is_an_empty_array(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("check", tmp_path / "empty", "--format", "json")
    assert (json.loads(done.stdout), done.returncode) == ([], 0)


def test_rows_of_a_corpus(run: Any, tmp_path: Path, notices: Path) -> None:
    rows = [
        {"id": "text", "text": "We store your personal data on servers in Canada.", "date": "2021-05-06"},
        {"id": "path", "path": "notices/named.md"},
    ]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = run("check", "rows.jsonl", "--format", "json")
    assert done.returncode == 0
    first, second = json.loads(done.stdout)
    assert (first["id"], first["on"], first["source"]["date_from"]) == ("text", "2021-05-06", "record")
    assert (second["id"], second["disclosure"]) == ("path", "NAMED")


BAD = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "binary": (bytes(range(256)) * 40, "binary"),
    "archive": (b"PK\x03\x04" + b"\0" * 100, "binary"),
    "finnish": (
        "Tietosuojaseloste. Emme luovuta henkilötietojasi ulkopuolisille, ja säilytämme ne vain niin "
        "kauan kuin se on tarpeen palvelun tarjoamiseksi sinulle.".encode(),
        "unsupported_language",
    ),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_source_that_cannot_be_understood(run: Any, tmp_path: Path, name: str) -> None:
    data, code = BAD[name]
    (tmp_path / "bad.txt").write_bytes(data)
    done = run("check", "bad.txt", "--format", "json")
    row = json.loads(done.stdout)
    assert (row["id"], row["error"]["code"], row["disclosure"]) == ("bad", code, None)
    assert row["error"]["message"] in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize(
    "source", ["missing.md", "https://shop.example/privacy", "file:///etc/passwd", "a\udcff.md"]
)
def test_a_source_that_cannot_be_had(run: Any, source: str) -> None:
    done = run("check", source, "--format", "json")
    expected = "fetch" if "://" in source else "source_not_found"
    assert (json.loads(done.stdout)["error"]["code"], done.returncode) == (expected, 2)


def test_a_failure_wins_and_the_others_are_answered(run: Any, notices: Path) -> None:
    done = run("check", notices / "partial.md", "missing.md", notices / "named.md", "--format", "json")
    rows = json.loads(done.stdout)
    assert [row["error"] and row["error"]["code"] for row in rows] == [None, "source_not_found", None]
    assert done.returncode == 2
    text = run("check", notices / "partial.md", "missing.md")
    assert "PARTIAL" in text.stdout
    assert "missing.md" in text.stderr
    assert text.returncode == 2


def test_the_size_limit_is_an_option(run: Any, notices: Path) -> None:
    done = run("check", notices / "named.md", "--max-size", "0.00001", "--format", "json")
    assert (json.loads(done.stdout)["error"]["code"], done.returncode) == ("too_large", 2)


def test_the_time_limit_is_an_option(run: Any, tmp_path: Path) -> None:
    text = "We transfer your personal data to Vietnam, to Korea and to other countries.\n\n" * 20_000
    (tmp_path / "long.md").write_text(text)
    done = run("check", "long.md", "--time-limit", "0.05", "--language", "en", "--format", "json")
    assert (json.loads(done.stdout)["error"]["code"], done.returncode) == ("time_limit", 2)


def test_a_file_without_permission(run_unprivileged: Any, public_folder: Path) -> None:
    file = public_folder / "a.md"
    file.write_text("We store your personal data on servers in Canada.")
    file.chmod(0)
    done = run_unprivileged("check", file, "--format", "json")
    assert (json.loads(done.stdout)["error"]["code"], done.returncode) == ("source_not_found", 2)


class TestOutput:
    def test_it_is_written_whole(self, run: Any, notices: Path, tmp_path: Path) -> None:
        out = tmp_path / "out.json"
        out.write_text("old")
        done = run("check", notices / "named.md", "--format", "json", "-o", out)
        assert (done.stdout, done.returncode) == ("", 0)
        assert json.loads(out.read_text())["disclosure"] == "NAMED"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["notices", "out.json"]

    def test_it_holds_the_errors_too(self, run: Any, tmp_path: Path) -> None:
        done = run("check", "missing.md", "--format", "json", "-o", "out.json")
        assert (json.loads((tmp_path / "out.json").read_text())["error"]["code"], done.returncode) == (
            "source_not_found",
            2,
        )

    def test_a_place_that_cannot_be_written(self, run: Any, notices: Path) -> None:
        done = run("check", notices / "named.md", "-o", "no/such/folder/out.txt")
        assert (done.returncode, done.stdout) == (2, "")
        assert "[output]" in done.stderr

    def test_equal_ids_are_an_error_and_nothing_is_written(
        self, run: Any, notices: Path, tmp_path: Path
    ) -> None:
        (notices / "named.txt").write_text("x")
        done = run("check", notices, "-o", "out.txt")
        assert done.returncode == 2
        assert "[duplicate_id]" in done.stderr
        assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["check"],
        ["check", "x.md", "--no-such-option"],
        ["check", "x.md", "--format", "html"],
        ["check", "x.md", "--reader", "Japan"],
        ["check", "x.md", "--law", "no-such-law"],
        ["check", "x.md", "--on", "soon"],
        ["check", "x.md", "--language", "a language"],
        ["check", "x.md", "--max-size", "0"],
        ["check", "x.md", "--time-limit", "-1"],
        ["no-such-command"],
        ["laws", "no-such-law"],
        ["batch", "x.md"],
        ["batch", "x.md", "-o", "out.csv"],
        ["batch", "x.md", "-o", "out.jsonl", "--workers", "0"],
        ["evaluate"],
    ],
)
def test_wrong_usage(run: Any, arguments: list[str], tmp_path: Path) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (64, "")
    assert done.stderr
    assert list(tmp_path.iterdir()) == []


def test_hash_order_changes_nothing(run: Any, notices: Path) -> None:
    outputs = {
        run(
            "check", notices, "--law", "all", "--reader", "JP", env={"PYTHONHASHSEED": seed, "LC_ALL": "C"}
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_a_reader_who_leaves_early_is_no_error(notices: Path) -> None:
    for n in range(100):
        (notices / f"{n:03}.md").write_text("We transfer your personal data to Vietnam.\n" * 40)
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "noticecheck", "check", str(notices), "--format", "json"],
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def test_help_is_quick(run: Any) -> None:
    def cpu() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    times = []
    for _ in range(3):
        before = cpu()
        done = run("--help")
        times.append(cpu() - before)
        assert done.returncode == 0
        assert "evaluate" in done.stdout
    assert min(times) < 0.15


def test_the_version(run: Any) -> None:
    import noticecheck

    assert run("--version").stdout == f"noticecheck {noticecheck.__version__}\n"
