"""The words for dates, one TOML file per language, checked when they are loaded."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from noticecheck.errors import DataFileError

NumericOrder = Literal["day_first", "month_first", "unknown"]


class Labels(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Words beside a date, by what they say about it."""

    revised: list[str]
    effective: list[str]
    established: list[str]


class DateWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One language's words and formats for dates.

    `formats` are literal texts with the fields `{year} {month} {day} {m} {d} {a} {b} {era}
    {era_year}`; `{month}` is a name, `{m}` and `{d}` are digits, `{a}` and `{b}` are day and month
    in the order that `numeric_order` says. `before` and `after` are labels that stand before or
    after their date; `links` are words that may stand between a label and its date.
    `fallback` is the language to try where this one finds nothing.
    """

    schema: Literal[1]
    language: str
    formats: list[str]
    numeric_order: NumericOrder
    before: Labels
    after: Labels
    links: list[str]
    ordinals: list[str]
    wide_letters: bool
    months: dict[str, int] = {}
    eras: dict[str, int] = {}
    fallback: str | None = None


@cache
def date_words(language: str) -> DateWords | None:
    """The words for dates of a language (ISO 639-1), or None where there is no file for it.

    Raises DataFileError with the file's name and the path to the bad value.
    """
    file = resources.files("noticecheck.dates").joinpath(f"{language}.toml")
    if not file.is_file():
        return None
    try:
        return msgspec.toml.decode(file.read_bytes(), type=DateWords)
    except msgspec.DecodeError as error:
        raise DataFileError(f"noticecheck/dates/{language}.toml: {error}. Correct the file.") from error
