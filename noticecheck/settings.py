"""What a caller asks for: laws, reader, date, language. Validated once, before any notice is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from noticecheck.errors import UsageError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Settings:
    """`laws` None: by the notice's language; an empty tuple: none. `reader` None: by the language."""

    laws: tuple[str, ...] | None = None
    reader: str | None = None
    on: date | None = None
    language: str | None = None


def settings(
    laws: Sequence[str] | None = None,
    reader: str | None = None,
    on: date | str | None = None,
    language: str | None = None,
) -> Settings:
    """Settings from what a caller gives.

    `laws` are ids, countries' codes or `all`; `reader` is an ISO 3166-1 alpha-2 code in either case;
    `on` a date or an ISO string; `language` an ISO 639-1 code, of which region and script are left
    out ("pt-BR" is "pt"). Raises UsageError for a value that is none of these.
    """
    if isinstance(laws, str):
        raise UsageError(f"laws is the string {laws!r}. Give a list: [{laws!r}].")
    return Settings(
        laws=None if laws is None else _laws(laws),
        reader=None if reader is None else _reader(reader),
        on=day(on) if isinstance(on, str) else _only_day(on),
        language=None if language is None else language_code(language),
    )


def day(text: str) -> date:
    """A date from "2022-04-01". Raises UsageError."""
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise UsageError(f"{text!r} is not a date. Write year, month and day, as in 2022-04-01.")


def language_code(tag: str) -> str:
    """The language of a tag: "en" of "en-GB". Raises UsageError for what is no tag."""
    match = _LANGUAGE.fullmatch(tag)
    if match is None:
        raise UsageError(f"language is {tag!r}. Give an ISO 639-1 code, such as en or ja.")
    return match[1].lower()


def _only_day(on: object) -> date | None:
    if on is None or isinstance(on, date):
        # A datetime is a date with a time of day; only the day counts.
        return None if on is None else date(on.year, on.month, on.day)
    raise UsageError(f"on is {on!r}. Give a date, or a string such as 2022-04-01.")


def _reader(code: str) -> str:
    from noticecheck.places.home import home

    if not isinstance(code, str):
        raise UsageError(f"reader is {code!r}. Give a country's code, such as JP or DE.")
    home(code.upper())
    return code.upper()


def _laws(names: Sequence[str]) -> tuple[str, ...]:
    from noticecheck.law import AS_OF, resolve

    if not all(isinstance(name, str) for name in names):
        raise UsageError(f"laws is {names!r}. Give ids of laws or codes of countries, as strings.")
    resolve(tuple(names), AS_OF)
    return tuple(names)
