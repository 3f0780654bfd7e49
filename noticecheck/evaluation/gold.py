"""Annotated notices and predictions, as files give them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from noticecheck.errors import DuplicateIdError, EmptyNoticeError, RecordError, SourceNotFoundError

Verdict = Literal["NAMED", "PARTIAL", "UNNAMED", "DENIED", "SILENT"]
VERDICTS: tuple[Verdict, ...] = ("NAMED", "PARTIAL", "UNNAMED", "DENIED", "SILENT")


class Quoted(msgspec.Struct, frozen=True):
    """A code that the annotator gave, and the words that name it."""

    code: str
    quote: str = ""


class Gold(msgspec.Struct, frozen=True):
    """One annotated notice. `evidence` are the transfer statements, verbatim but for white space.

    The verdict is for no reader in particular: every named place counts.
    """

    id: str
    lang: str
    stance: Literal["states", "denies", "silent"]
    verdict: Verdict
    destinations: list[Quoted]
    blocs: list[Quoted]
    open_ended: bool
    safeguards: list[str]
    destination_law_info: bool
    recipient_measures_info: bool
    evidence: list[str]
    confusers: list[Quoted] = []
    notes: str = ""


def gold_files(path: Path) -> list[Path]:
    """The annotation files of `path`: itself, or the `.jsonl` files directly in a folder, sorted."""
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix == ".jsonl")
        if not files:
            raise SourceNotFoundError(f"{path} holds no .jsonl file with annotations. Name the file itself.")
        return files
    return [path]


def load_gold(path: Path) -> list[Gold]:
    """The annotated notices of a JSONL file, or of every JSONL file directly in a folder.

    Raises SourceNotFoundError, RecordError (with file, line and the path to the bad value) and
    DuplicateIdError.
    """
    rows: list[Gold] = []
    seen: set[str] = set()
    for file in gold_files(path):
        for number, line in _lines(file):
            try:
                row = msgspec.json.decode(line, type=Gold)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise RecordError(f"{file}, line {number}: {error}. Correct the annotation.") from error
            if row.id in seen:
                raise DuplicateIdError(
                    f"{file}, line {number}: the id {row.id!r} was given before. Keep one."
                )
            seen.add(row.id)
            rows.append(row)
    if not rows:
        raise EmptyNoticeError(f"{path} holds no annotated notice. Give a file with one JSON object a line.")
    return rows


def load_predictions(path: Path) -> dict[str, dict[str, Any]]:
    """Predictions by id, from a JSONL file as `noticecheck batch` writes it.

    Raises SourceNotFoundError, RecordError and DuplicateIdError.
    """
    predictions: dict[str, dict[str, Any]] = {}
    for number, line in _lines(path):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise RecordError(
                f"{path}, line {number}: not JSON ({error}). Write one object a line."
            ) from error
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise RecordError(f"{path}, line {number}: an object with an `id` is expected.")
        if row["id"] in predictions:
            raise DuplicateIdError(f"{path}, line {number}: the id {row['id']!r} was given before. Keep one.")
        predictions[row["id"]] = row
    return predictions


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise SourceNotFoundError(f"Cannot read {path}: {error.strerror}. Check the path.") from error
