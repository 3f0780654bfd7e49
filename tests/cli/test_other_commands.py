from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import noticecheck.law

GOLD = {
    "id": "lamp", "lang": "en", "stance": "states", "verdict": "NAMED",
    "destinations": [{"code": "CA", "quote": "servers in Canada"}], "blocs": [],
    "open_ended": False, "safeguards": [],
    "destination_law_info": False, "recipient_measures_info": False,
    "evidence": ["We store your personal data on servers in Canada."], "confusers": [], "notes": "",
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two annotated notices: one that is answered rightly, one that was annotated differently on purpose."""
    folder = tmp_path / "gold"
    (folder / "texts").mkdir(parents=True)
    rows = [
        GOLD,
        {**GOLD, "id": "other", "verdict": "SILENT", "stance": "silent", "destinations": [], "evidence": []},
    ]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for row in rows:
        (folder / "texts" / f"{row['id']}.txt").write_text(
            "We store your personal data on servers in Canada.\n"
        )
    return folder


def test_laws_lists_each_and_shows_one(run: Any) -> None:
    done = run("laws")
    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.splitlines() if line[:1].isalpha()]
    assert [name for name in listed if "-" in name] == list(noticecheck.law.ids())
    assert noticecheck.law.AS_OF.isoformat() in done.stdout
    for name in noticecheck.law.ids():
        one = run("laws", name)
        assert one.returncode == 0
        law = noticecheck.law.load(name)
        assert law.title in one.stdout
        assert str(law.effective_from) in one.stdout
        shown = " ".join(one.stdout.split())
        for element in law.elements:
            assert element.label in shown


@pytest.mark.parametrize("whole_folder", [True, False])
def test_evaluate_checks_the_texts(run: Any, gold: Path, whole_folder: bool) -> None:
    done = run("evaluate", gold if whole_folder else gold / "a.jsonl", "--json")
    figures = json.loads(done.stdout)
    assert done.returncode == 0
    assert (figures["notices"], figures["answered"], figures["verdict"]["accuracy"]) == (2, 2, 0.5)
    assert figures["statements"]["predicted"] == 2


def test_evaluate_takes_answers(run: Any, gold: Path, tmp_path: Path) -> None:
    run("batch", gold / "texts", "-o", "answers.jsonl")
    asked = run("evaluate", gold, "--predictions", "answers.jsonl", "--json")
    assert json.loads(asked.stdout) == json.loads(run("evaluate", gold, "--json").stdout)


def test_evaluate_shows_tables_and_errors(run: Any, gold: Path) -> None:
    done = run("evaluate", gold, "--errors")
    assert "other [en]: SILENT -> NAMED" in done.stdout
    assert "CA invented" in done.stdout
    assert "role destination, rule " in done.stdout
    assert "servers in [Canada]" in done.stdout
    assert "lamp [en]" not in done.stdout
    assert "verdict.accuracy" in done.stdout


@pytest.mark.parametrize("broken", ["missing", "no json", "no texts"])
def test_evaluate_says_what_it_cannot_read(run: Any, gold: Path, broken: str) -> None:
    if broken == "no json":
        (gold / "a.jsonl").write_text('{"id": "lamp"}\n')
    if broken == "no texts":
        (gold / "texts" / "lamp.txt").unlink()
    done = run("evaluate", "missing.jsonl" if broken == "missing" else gold, "--texts", gold / "texts")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr
