"""JSONL corpora: one object a line, with `id` and one of `text`, `html`, `url`, `path`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from noticecheck.corpus.items import Item, Kind
from noticecheck.errors import RecordError, SourceNotFoundError
from noticecheck.report import Problem

_CONTENTS: tuple[Kind, ...] = ("text", "html", "url", "path")


def record_items(file: Path) -> Iterator[Item]:
    """The rows of a JSONL file, in order; a row that cannot be understood is an item with a problem.

    A `path` is relative to the file's folder. Such a broken row without an id goes by
    `NAME:LINE`. Raises SourceNotFoundError where the file cannot be opened.
    """
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                # A byte order mark may begin the file, as some spreadsheet programs write it.
                line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                if line.strip():
                    yield _item(line, file, number)
    except OSError as error:
        raise SourceNotFoundError(f"Cannot read {file}: {error.strerror}. Check the path.") from error


def _item(line: bytes, file: Path, number: int) -> Item:
    place = f"{file.name}:{number}"
    name = place
    try:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RecordError(f"{place}: not JSON ({error}). Write one object a line, in UTF-8.") from error
        if not isinstance(row, dict):
            raise RecordError(f"{place}: an object is expected, with `id` and one of {_choices()}.")
        name = _id(row, place)
        kind, value = _content(row, place)
        return Item(
            id=name,
            kind=kind,
            value=str(file.parent / value) if kind == "path" else value,
            path=str(file.parent / value) if kind == "path" else str(file),
            language=_optional(row, "language", place),
            date=_date(row, place),
        )
    except RecordError as error:
        return Item(id=name, path=str(file), problem=Problem(error.code, str(error)))


def _id(row: dict[str, Any], place: str) -> str:
    name = row.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        return str(name)
    if not isinstance(name, str) or not name:
        raise RecordError(f"{place}: `id` is missing or not a string. Give every row an id.")
    return name


def _content(row: dict[str, Any], place: str) -> tuple[Kind, str]:
    given = [kind for kind in _CONTENTS if row.get(kind) is not None]
    if len(given) != 1:
        found = f"has {' and '.join(f'`{kind}`' for kind in given)}" if given else "has none"
        raise RecordError(f"{place}: {found}; exactly one of {_choices()} is expected.")
    value = row[given[0]]
    if not isinstance(value, str):
        raise RecordError(f"{place}: `{given[0]}` is not a string. Write it as one.")
    if given[0] == "path" and "\0" in value:
        raise RecordError(f"{place}: `path` holds a null character. Correct it.")
    return given[0], value


def _choices() -> str:
    return ", ".join(f"`{kind}`" for kind in _CONTENTS)


def _optional(row: dict[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise RecordError(f"{place}: `{key}` is not a string. Write it as one, or leave it out.")
    return value or None


def _date(row: dict[str, Any], place: str) -> date | None:
    value = _optional(row, "date", place)
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise RecordError(f"{place}: `date` is {value!r}; a date such as 2022-04-01 is expected.") from None
