"""The gate: no language may answer worse on the annotated notices than it did."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from noticecheck.evaluation import evaluate, load_gold
from noticecheck.evaluation.predict import load_texts, predict

SHARED = Path(__file__).parents[3] / "shared" / "gold"
FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
FIGURES = [(language, name) for language, floors in FLOORS["floors"].items() for name in floors]
WRITTEN = Path(__file__).parents[2] / "corpora" / "written"
WRITTEN_FIGURES = [(language, name) for language, floors in FLOORS["written"].items() for name in floors]

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the annotated notices are not at {SHARED}: nothing to measure against"
)


def texts_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        data = file.read_bytes()
        digest.update(f"{file.name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


@cache
def figures(annotations: Path, folder: Path, language: str) -> dict[str, Any]:
    rows = [row for row in load_gold(annotations) if row.lang == language]
    return evaluate(rows, predict(folder, rows), load_texts(folder, rows), resamples=0)


@needs_shared
def test_the_set_is_the_one_that_the_floors_were_measured_on() -> None:
    assert hashlib.sha256((SHARED / "dev.jsonl").read_bytes()).hexdigest() == FLOORS["gold"]
    assert texts_hash(SHARED / "texts") == FLOORS["texts"]


def reaches(measured: dict[str, Any], name: str, floor: float) -> None:
    measure, figure = name.split(".")
    reached = measured[measure][figure]
    assert reached >= floor, f"{name} is {reached}, below {floor}: see `noticecheck evaluate --errors`"


@needs_shared
@pytest.mark.parametrize(("language", "name"), FIGURES)
def test_no_figure_is_below_its_floor(language: str, name: str) -> None:
    measured = figures(SHARED / "dev.jsonl", SHARED / "texts", language)
    reaches(measured, name, FLOORS["floors"][language][name])


@pytest.mark.parametrize(("language", "name"), WRITTEN_FIGURES)
def test_no_figure_on_the_written_notices_is_below_its_floor(language: str, name: str) -> None:
    reaches(figures(WRITTEN, WRITTEN, language), name, FLOORS["written"][language][name])


@needs_shared
def test_every_supported_language_has_a_floor() -> None:
    from noticecheck.language import supported

    annotated = {row.lang for row in load_gold(SHARED / "dev.jsonl")}
    assert set(supported()) & annotated <= set(FLOORS["floors"])
