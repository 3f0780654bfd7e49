from __future__ import annotations

import json
import pickle
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import noticecheck as nc
from noticecheck.report import Problem, Report, Source
from noticecheck.warnings import CODES

SCHEMA = json.loads(files("noticecheck").joinpath("report.schema.json").read_text(encoding="utf-8"))
KEYS = [
    "id", "schema", "version", "source", "language", "reader", "on", "disclosure", "disclosure_any_reader",
    "open_ended", "destinations", "blocs", "safeguards", "statements", "other_mentions",
    "destination_law_info",
    "recipient_measures_info", "assessments", "warnings", "error",
]  # fmt: skip
NOTICE = """\
# Privacy notice of the Lamp Shop

Last updated: 1 May 2022

## 4. Abroad

If you live in France, this notice applies to you. We transfer your personal data to Korea, to Vietnam, to the
EEA and to other countries on the basis of standard contractual clauses. Our staff in Korea may access it.

The Lamp Shop, 1 Light Street, Dublin, Ireland
"""

FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "We transfer your personal data to ", "Korea", "Vietnam", "the United States", "the EEA", " and ",
            ", ", "other countries", ". ", "\n\n", "## ", "* ", "İ", "\u00ad", "\U0001f4c4", "e\u0301",
            "\r\n", "\ud800", "Our servers are located in ", "Dublin", "We never send your data outside ",
            "Canada", "[link](https://a.example)", "standard contractual clauses",
            "| Recipient | Country |\n|---|---|\n| Acme | India |\n",
        ]
    ),
    min_size=1,
    max_size=25,
).map("".join)  # fmt: skip


def valid(report: Report) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(report.to_json())
    Draft202012Validator(SCHEMA).validate(row)
    return row


def quotes_hold(row: dict[str, Any], text: str) -> int:
    quoted = [*row["statements"], *row["safeguards"], *row["other_mentions"]]
    quoted += [mention for place in row["destinations"] + row["blocs"] for mention in place["mentions"]]
    for one in quoted:
        assert text[one["start"] : one["end"]] == one["text"]
    spans = [one["cue"] for one in quoted if one.get("cue")] + row["open_ended_evidence"]
    spans += [span for warning in row["warnings"] for span in warning["evidence"]]
    spans += [
        span for one in row["assessments"] for finding in one["findings"] for span in finding["evidence"]
    ]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    return len(quoted)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_full_report_fits_the_schema_and_quotes_the_notice() -> None:
    row = valid(nc.check_text(NOTICE, laws=["all"], reader="FR", language="en"))
    assert list(row)[: len(KEYS)] == KEYS
    assert quotes_hold(row, NOTICE) > 5
    assert [place["code"] for place in row["destinations"]] == ["KR", "VN"]
    assert len(row["destinations"][0]["mentions"]) == 2
    assert row["destinations"][0]["name"] == "Korea, Republic of"
    assert [(bloc["code"], bloc["domestic"]) for bloc in row["blocs"]] == [("EEA", True)]
    assert {"FR", "DE", "NO"} <= set(row["blocs"][0]["resolved"])
    assert row["statements"][0]["heading_path"] == ["Privacy notice of the Lamp Shop", "4. Abroad"]
    assert ("IE", "address") in [(one["code"], one["role"]) for one in row["other_mentions"]]


def test_mentions_point_at_their_statement() -> None:
    row = valid(nc.check_text(NOTICE, language="en"))
    for place in row["destinations"]:
        for mention in place["mentions"]:
            statement = row["statements"][mention["statement"]]
            assert place["code"] in statement["destinations"]


def test_a_report_of_an_error_has_no_findings() -> None:
    report = Report(id="a", source=Source(path="a.txt"), error=Problem("empty", "There is no text."))
    row = valid(report)
    assert row["error"] == {"code": "empty", "message": "There is no text."}
    assert row["disclosure"] is None
    assert list(row)[: len(KEYS)] == KEYS


@settings(max_examples=60, deadline=None)
@given(FRAGMENTS)
def test_offsets_hold_for_any_text(text: str) -> None:
    if not text.strip():
        return
    report = nc.check_text(text, laws=["all"], reader="JP", on="2022-04-01", language="en")
    quotes_hold(report.to_dict(), text)
    # Half a surrogate pair is escaped, so that every report can be written as UTF-8.
    assert json.loads(report.to_json().encode()) == report.to_dict()


def test_json_keeps_letters_as_they_are() -> None:
    text = "お客様の個人情報を韓国の委託先に提供します。"
    written = nc.check_text(text, on="2022-04-01").to_json()
    assert "韓国" in written
    assert "\n" not in written


def test_a_report_can_be_sent_to_another_process() -> None:
    report = nc.check_text(NOTICE, laws=["all"], reader="JP", language="en")
    assert pickle.loads(pickle.dumps(report)).to_json() == report.to_json()


def test_the_schema_lists_the_codes_that_the_library_has() -> None:
    assert tuple(SCHEMA["$defs"]["warning"]["properties"]["code"]["enum"]) == CODES


def test_the_version_is_that_of_the_package() -> None:
    pyproject = Path(__file__).parent.parent / "pyproject.toml"
    assert tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]["version"] == nc.__version__


@pytest.mark.parametrize("code", CODES)
def test_every_warning_is_documented(code: str) -> None:
    import noticecheck.warnings

    assert noticecheck.warnings.__doc__ is not None
    assert f"\n{code} " in noticecheck.warnings.__doc__
