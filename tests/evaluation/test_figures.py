from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from noticecheck.errors import DuplicateIdError, EmptyNoticeError, RecordError, SourceNotFoundError
from noticecheck.evaluation import Gold, evaluate, load_gold, load_predictions
from noticecheck.evaluation.listing import differences
from noticecheck.evaluation.spans import QuoteFinder, same_statement
from noticecheck.evaluation.table import table
from noticecheck.notice import Span

SHARED = Path(__file__).parents[3] / "shared" / "gold"
TEXT = "We store data in  Canada.\nWe also use Peru.\n\nWe store data in Canada."


def gold(name: str, verdict: str = "NAMED", stance: str = "states", **more: Any) -> Gold:
    row = {
        "id": name, "lang": "en", "stance": stance, "verdict": verdict, "destinations": [], "blocs": [],
        "open_ended": False, "safeguards": [], "destination_law_info": False,
        "recipient_measures_info": False,         "evidence": [], **more,
    }  # fmt: skip
    return msgspec.convert(row, Gold)


def test_a_quote_is_found_wherever_it_stands_white_space_ignored() -> None:
    found = QuoteFinder(TEXT).find("We store data\nin Canada.")
    assert [TEXT[start:end] for start, end in found] == [
        "We store data in  Canada.",
        "We store data in Canada.",
    ]
    assert QuoteFinder(TEXT).find("  ") == []


def test_half_of_the_shorter_passage_makes_the_same_statement() -> None:
    assert same_statement(Span(0, 10), Span(5, 100))
    assert not same_statement(Span(0, 10), Span(6, 100))
    assert not same_statement(Span(0, 10), Span(10, 20))


def test_missing_answers_found_nothing_and_errors_are_wrong() -> None:
    rows = [gold("a", "SILENT", "silent"), gold("b", "SILENT", "silent"), gold("c", "SILENT", "silent")]
    answers: dict[str, dict[str, Any]] = {
        "b": {"id": "b", "error": {"code": "empty", "message": ""}, "disclosure": "SILENT"},
        "c": {"id": "c"},
    }
    figures = evaluate(rows, answers, resamples=0)
    assert figures["verdict"]["accuracy"] == round(2 / 3, 4)
    assert figures["verdict"]["confusion"] == {"SILENT>ERROR": 1}
    assert (figures["notices"], figures["answered"]) == (3, 1)
    assert figures["destination_set_exact"] == round(2 / 3, 4)


def test_figures_by_hand() -> None:
    rows = [
        gold(
            "a",
            destinations=[{"code": "CA"}, {"code": "PE"}],
            evidence=["We store data in Canada.", "We also use Peru."],
        ),
        gold("b", "UNNAMED", open_ended=True, safeguards=["SCC"]),
    ]
    answers: dict[str, dict[str, Any]] = {
        "a": {
            "disclosure": "PARTIAL", "disclosure_any_reader": "NAMED",
            "destinations": [{"code": "CA"}, {"code": "US"}],
            "statements": [{"start": 45, "end": 69}, {"text": "not there"}],
        },
        "b": {"disclosure": "UNNAMED", "open_ended": True, "safeguards": ["SCC", "BCR"], "blocs": ["EU"]},
    }  # fmt: skip
    figures = evaluate(rows, answers, {"a": TEXT, "b": ""}, resamples=0)
    assert figures["verdict"]["accuracy"] == 1
    assert figures["destinations"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1}
    assert figures["blocs"]["fp"] == 1
    assert figures["safeguards"]["f1"] == round(2 / 3, 4)
    assert figures["open_ended"] == {"accuracy": 1.0, "f1": 1.0, "n": 2}
    assert figures["statements"] == {
        "precision": 1.0,
        "recall": 0.5,
        "f1": round(2 / 3, 4),
        "gold": 2,
        "predicted": 1,
    }
    assert figures["languages"]["en"]["destinations"] == figures["destinations"]


def test_intervals_hold_the_figure_and_do_not_change() -> None:
    rows = [gold(str(n), "SILENT", "silent") for n in range(60)]
    answers = {str(n): {"disclosure": "NAMED" if n % 3 == 0 else "SILENT"} for n in range(60)}
    figures = evaluate(rows, answers)
    low, high = figures["intervals"]["verdict.accuracy"]
    assert low < figures["verdict"]["accuracy"] < high
    assert 0.15 < high - low < 0.35
    assert evaluate(rows, answers) == figures
    assert "statements.f1" not in figures["intervals"]


def test_a_table_and_the_differences_for_people() -> None:
    rows = [
        gold("a", destinations=[{"code": "PE", "quote": "We also use Peru."}], evidence=["We also use Peru."])
    ]
    mention = {"start": 18, "end": 24, "text": "Canada", "role": "destination", "rule": "r.1", "cue": [3, 8]}
    answers: dict[str, dict[str, Any]] = {
        "a": {
            "disclosure": "NAMED",
            "destinations": [{"code": "CA", "mentions": [mention]}],
            "statements": [{"start": 0, "end": 25, "kind": "storage", "rule": "r.2"}],
            "other_mentions": [
                {**mention, "code": "PE", "text": "Peru", "start": 39, "end": 43, "role": "origin"}
            ],
        }
    }
    text = "\n".join(differences(rows, answers, {"a": TEXT}))
    for part in (
        "CA invented",
        "rule r.1",
        "cue 'store'",
        "[Canada]",
        "PE missed",
        "role origin",
        "statement missed",
    ):
        assert part in text
    assert "statement invented at 0 (storage, r.2): We store data in Canada." in text
    assert "verdict.accuracy" in table(evaluate(rows, answers, {"a": TEXT}))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", EmptyNoticeError),
        ("{", RecordError),
        ('{"id": "a"}', RecordError),
        (None, SourceNotFoundError),
    ],
)
def test_annotations_that_cannot_be_read(tmp_path: Path, content: str | None, error: type[Exception]) -> None:
    file = tmp_path / "gold.jsonl"
    if content is not None:
        file.write_text(content)
    with pytest.raises(error):
        load_gold(file)


def test_the_same_id_twice(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text('{"id": "a"}\n{"id": "a"}\n')
    with pytest.raises(DuplicateIdError):
        load_predictions(file)
    file.write_text('{"no": "id"}\n')
    with pytest.raises(RecordError, match="line 1"):
        load_predictions(file)


def perturbed(rows: list[Gold], texts: dict[str, str], seed: int) -> dict[str, dict[str, Any]]:
    """Answers that are right here and wrong there, in every field and form that is allowed."""
    draw = random.Random(seed)
    countries = ["US", "IE", "JP", "KR", "GB", "IN", "SG", "DE"]

    def some(codes: list[str], more: list[str], objects: bool) -> list[Any]:
        kept = [code for code in codes if draw.random() < 0.8] + [
            code for code in more if draw.random() < 0.05
        ]
        kept = list(dict.fromkeys(kept))
        return [{"code": code} for code in kept] if objects else kept

    answers: dict[str, dict[str, Any]] = {}
    for row in rows:
        if draw.random() < 0.05:
            continue
        statements: list[dict[str, Any]] = []
        for quote in row.evidence:
            places = QuoteFinder(texts[row.id]).find(quote)
            if places and draw.random() < 0.8:
                start = max(0, places[-1].start + draw.randint(-30, 60))
                statements.append({"start": start, "end": start + draw.randint(5, 300)})
            elif draw.random() < 0.5:
                statements.append({"text": quote[: draw.randint(1, 80)]})
        answers[row.id] = {
            "id": row.id,
            draw.choice(["disclosure", "disclosure_any_reader"]): draw.choice(
                [row.verdict, row.verdict, "NAMED", "SILENT", None]
            ),
            "destinations": some([one.code for one in row.destinations], countries, draw.random() < 0.5),
            "blocs": some([one.code for one in row.blocs], ["EU", "EEA"], True),
            "safeguards": some(row.safeguards, ["SCC", "DPF"], draw.random() < 0.5),
            "open_ended": draw.random() < 0.5,
            "destination_law_info": draw.random() < 0.2,
            "recipient_measures_info": draw.random() < 0.2,
            "statements": draw.choice([statements, statements, statements, None]),
            "error": {"code": "x", "message": ""} if draw.random() < 0.05 else None,
        }
    return answers


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared annotations are not beside this project")
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_the_reference_script_gives_the_same_figures(seed: int | None) -> None:
    spec = importlib.util.spec_from_file_location("reference", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)

    rows = load_gold(SHARED / "dev.jsonl")
    if seed is None:
        from noticecheck.evaluation.predict import predict

        rows = [row for row in rows if row.lang == "en"][:12]
    else:
        rows = rows[seed::3]
    texts = {row.id: (SHARED / "texts" / f"{row.id}.txt").read_text(encoding="utf-8") for row in rows}
    answers = predict(SHARED / "texts", rows) if seed is None else perturbed(rows, texts, seed)
    plain = [json.loads(msgspec.json.encode(row)) for row in rows]
    for language in (None, "en", "ja"):
        chosen = [row for row in rows if language in (None, row.lang)]
        if not chosen:
            continue
        raw = [row for row in plain if language in (None, row["lang"])]
        for folder, contents in ((SHARED / "texts", texts), (None, None)):
            figures = evaluate(chosen, answers, contents, resamples=0)
            del figures["languages"]
            assert figures == reference.score(raw, answers, folder)
