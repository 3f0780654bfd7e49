"""The annotations of corpora/ say what the notices beside them say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASE = Path(__file__).resolve().parents[2] / "corpora" / "line-case"
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (CASE / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_every_notice_is_annotated_once() -> None:
    notices = sorted(file.stem for file in CASE.glob("*.md") if file.name != "README.md")
    assert sorted(row["id"] for row in ROWS) == notices


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_quotes_are_exact(row: dict[str, Any]) -> None:
    text = (CASE / f"{row['id']}.md").read_text(encoding="utf-8")
    quotes = [item["quote"] for field in ("destinations", "blocs", "confusers") for item in row[field]]
    assert [quote for quote in [*quotes, *row["evidence"]] if quote not in text] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_verdict_follows_from_what_is_annotated(row: dict[str, Any]) -> None:
    assert row["stance"] == "states"
    if not row["destinations"] and not row["blocs"]:
        expected = "UNNAMED"
    elif row["open_ended"] or not row["destinations"]:
        expected = "PARTIAL"
    else:
        expected = "NAMED"
    assert row["verdict"] == expected


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_no_place_is_both_a_destination_and_a_confuser(row: dict[str, Any]) -> None:
    assert not {item["code"] for item in row["destinations"]} & {item["code"] for item in row["confusers"]}
