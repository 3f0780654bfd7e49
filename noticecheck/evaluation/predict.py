"""Answers for annotated notices, by checking their texts now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from noticecheck.errors import SourceNotFoundError
from noticecheck.evaluation.gold import Gold


def text_file(folder: Path, row: Gold) -> Path:
    """Where the text of an annotated notice is: `ID.txt` or `ID.md`, in the folder or in its folder for
    the notice's language. The first of these names if none exists."""
    places = [at / f"{row.id}{ending}" for at in (folder, folder / row.lang) for ending in (".txt", ".md")]
    return next((place for place in places if place.is_file()), places[0])


def load_texts(folder: Path, gold: Sequence[Gold]) -> dict[str, str]:
    """The annotated notices' texts by id, line ends as they are. Raises SourceNotFoundError."""
    texts = {}
    for row in gold:
        file = text_file(folder, row)
        try:
            texts[row.id] = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SourceNotFoundError(
                f"Cannot read {file} ({error}). Name the folder with --texts."
            ) from error
    return texts


def predict(folder: Path, gold: Sequence[Gold]) -> dict[str, dict[str, Any]]:
    """The report of each annotated notice, as `Report.to_dict()` gives it, by id.

    No language is given: how well it is detected is part of the measure. A notice that cannot be
    processed has an `error`, which counts as wrong.
    """
    from noticecheck.corpus.items import Item
    from noticecheck.corpus.limits import Limits
    from noticecheck.corpus.one import Checker
    from noticecheck.settings import Settings

    checker = Checker(Settings(laws=()), Limits())
    files = {row.id: str(text_file(folder, row)) for row in gold}
    return {name: checker(Item(id=name, value=file, path=file)).to_dict() for name, file in files.items()}
