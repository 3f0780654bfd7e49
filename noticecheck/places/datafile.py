"""Reads the data files of this package: TOML or JSON into a checked structure."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from noticecheck.errors import DataFileError

DATA = Path(__file__).resolve().parent / "data"

T = TypeVar("T")


def load(path: Path, kind: type[T]) -> T:
    """Returns the content of a `.toml` or `.json` file as `kind`.

    Raises DataFileError, with the file and the path to the bad value, for a file that cannot be
    read or parsed, a field that is unknown or missing, and a value of the wrong type.
    """
    try:
        content = path.read_bytes()
        if path.suffix == ".json":
            return msgspec.json.decode(content, type=kind)
        return msgspec.convert(tomllib.loads(content.decode("utf-8")), type=kind)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.MsgspecError) as error:
        raise DataFileError(f"{path}: {error}") from error
