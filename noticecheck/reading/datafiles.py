"""The data files of this package: read once, checked against their shape."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from noticecheck.errors import DataFileError

T = TypeVar("T")


def load(name: str, shape: type[T]) -> T:
    """The TOML file `name` of this package as `shape`. Raises `DataFileError` with the bad path."""
    data = files(__package__).joinpath(name).read_bytes()
    try:
        return msgspec.toml.decode(data, type=shape)
    except msgspec.DecodeError as error:
        raise DataFileError(f"reading/{name}: {error}") from error


def pattern(name: str, key: str, alternatives: list[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One compiled pattern of several. Raises `DataFileError` if one of them is no pattern."""
    for alternative in alternatives:
        try:
            re.compile(alternative)
        except re.error as error:
            raise DataFileError(f"reading/{name}: `$.{key}`: {alternative!r}: {error}") from error
    if not alternatives:
        return re.compile("(?!)")
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), flags)


class _ShellData(msgspec.Struct, forbid_unknown_fields=True):
    script: list[str]
    root: list[str]
    bot_check: list[str]
    bot_source: list[str]
    error: list[str]
    error_text: list[str]


class Shells(msgspec.Struct, frozen=True):
    """Patterns of pages that are no document; see shells.toml."""

    script: re.Pattern[str]
    root: re.Pattern[str]
    bot_check: re.Pattern[str]
    bot_source: re.Pattern[str]
    error: re.Pattern[str]
    error_text: re.Pattern[str]


@cache
def load_shells() -> Shells:
    """The patterns of shells.toml."""
    name = "shells.toml"
    data = load(name, _ShellData)
    return Shells(**{key: pattern(name, key, getattr(data, key)) for key in _ShellData.__struct_fields__})
