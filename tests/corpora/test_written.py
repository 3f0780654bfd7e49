"""The notices of corpora/written and their annotations agree, for every language there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from noticecheck.evaluation.gold import VERDICTS, load_gold
from noticecheck.extraction.model import OTHER_ROLES

WRITTEN = Path(__file__).resolve().parents[2] / "corpora" / "written"
FILES = sorted(WRITTEN.glob("*.jsonl"))
FIELDS = {
    *("id", "lang", "source", "text_file", "date", "stance", "destinations", "blocs", "open_ended"),
    *("verdict", "safeguards", "destination_law_info", "recipient_measures_info", "evidence"),
    *("confusers", "notes"),
}
BLOCS = {"EU", "EEA", "ADEQUATE", "CBPR", "EUROPE", "ASIA", "LATAM", "APAC", "OTHER"}
SAFEGUARDS = {"SCC", "BCR", "ADEQUACY", "DPF", "CONSENT", "CBPR", "CONTRACT", "DEROGATION"}


def rows_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


ROWS = [row for file in FILES for row in rows_of(file)]
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])


def text_of(row: dict[str, Any]) -> str:
    return (WRITTEN / str(row["text_file"])).read_bytes().decode("utf-8")


def implied_verdict(row: dict[str, Any]) -> str:
    if row["stance"] != "states":
        return "DENIED" if row["stance"] == "denies" else "SILENT"
    if not row["destinations"] and not row["blocs"]:
        return "UNNAMED"
    return "NAMED" if row["destinations"] and not row["open_ended"] else "PARTIAL"


def test_there_are_notices() -> None:
    assert "en.jsonl" in [file.name for file in FILES]
    assert len(load_gold(WRITTEN)) == len(ROWS)  # also: valid for `noticecheck evaluate`, ids unique


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_notice_is_annotated_once_in_its_language(file: Path) -> None:
    rows = rows_of(file)
    folder = WRITTEN / file.stem
    assert sorted(row["text_file"] for row in rows) == sorted(
        f"{file.stem}/{notice.name}" for notice in folder.iterdir() if notice.suffix in (".md", ".txt")
    )
    assert [row["id"] for row in rows] == [Path(row["text_file"]).stem for row in rows]
    assert {row["lang"] for row in rows} == {file.stem}


def test_every_verdict_and_every_role_occurs() -> None:
    assert {row["verdict"] for row in ROWS} == set(VERDICTS)
    assert {item["role"] for row in ROWS for item in row["confusers"]} == set(OTHER_ROLES)


@each_row
def test_fields_and_codes_are_those_of_the_scheme(row: dict[str, Any]) -> None:
    pycountry = pytest.importorskip("pycountry")
    assert set(row) == FIELDS
    countries = [item["code"] for field in ("destinations", "confusers") for item in row[field]]
    assert [code for code in countries if pycountry.countries.get(alpha_2=code) is None] == []
    assert {item["code"] for item in row["blocs"]} <= BLOCS
    assert set(row["safeguards"]) <= SAFEGUARDS
    assert {item["role"] for item in row["confusers"]} <= set(OTHER_ROLES)
    for field in ("destinations", "blocs", "confusers"):
        codes = [item["code"] for item in row[field]]
        assert len(codes) == len(set(codes)), f"{field} has a code twice"


@each_row
def test_quotes_are_exact(row: dict[str, Any]) -> None:
    text = text_of(row)
    quotes = [item["quote"] for field in ("destinations", "blocs", "confusers") for item in row[field]]
    assert [quote for quote in [*quotes, *row["evidence"]] if not quote or quote not in text] == []
    assert [quote for quote in quotes if len(quote) > 300] == []
    assert len(row["evidence"]) == len(set(row["evidence"]))


@each_row
def test_the_verdict_follows_from_what_is_annotated(row: dict[str, Any]) -> None:
    assert row["verdict"] == implied_verdict(row)
    if row["stance"] == "silent":
        findings = ("destinations", "blocs", "evidence", "safeguards")
        assert [field for field in findings if row[field]] == []
    else:
        assert row["evidence"]
    if row["stance"] != "states":
        assert not row["open_ended"]
    if row["verdict"] == "UNNAMED":
        assert row["open_ended"]


@each_row
def test_no_place_is_both_a_destination_and_a_confuser(row: dict[str, Any]) -> None:
    assert not {item["code"] for item in row["destinations"]} & {item["code"] for item in row["confusers"]}
