"""Codes: ISO 3166-1 alpha-2, XK for Kosovo, and the blocs. Names of codes come from pycountry."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from noticecheck.places import datafile

#: Codes in wide use that ISO 3166-1 does not hold: XK is user-assigned; the EU, SWIFT and CLDR use it.
FURTHER_CODES = {"XK": "Kosovo"}


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state's time in a bloc: from `since` up to and including `until` (None: still a member)."""

    code: str
    since: date
    until: date | None = None


class Bloc(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bloc: its name in English, and, for a bloc that is an area of law, its members.

    `territories` are codes of their own that are part of a member's territory for this bloc's law.
    """

    name: str
    members: tuple[Member, ...] = ()
    territories: tuple[Member, ...] = ()


class BlocFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of blocs.toml."""

    source: str
    blocs: dict[str, Bloc]


@cache
def blocs() -> dict[str, Bloc]:
    """Returns the blocs by code (`EU`, `EEA`, `ADEQUATE` ...)."""
    return datafile.load(datafile.DATA / "blocs.toml", BlocFile).blocs


@cache
def country_codes() -> frozenset[str]:
    """Returns all ISO 3166-1 alpha-2 codes, and XK."""
    import pycountry

    return frozenset(country.alpha_2 for country in pycountry.countries) | frozenset(FURTHER_CODES)


def is_code(code: str) -> bool:
    """Returns whether `code` is a country's code (ISO 3166-1 alpha-2, upper case, or XK) or a bloc's."""
    return code in blocs() or code in country_codes()


def name_of(code: str) -> str:
    """Returns the English short name of a country as ISO 3166-1 has it, or the name of a bloc.

    Raises ValueError for a code that `is_code` does not know.
    """
    if code in blocs():
        return blocs()[code].name
    if code in FURTHER_CODES:
        return FURTHER_CODES[code]
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    if country is None or country.alpha_2 != code:
        raise ValueError(f"{code!r} is not the code of a country or a bloc")
    return str(country.name)


def members(bloc: str, on: date | None = None) -> frozenset[str]:
    """Returns the states that belonged to `bloc` (`EU` or `EEA`) on a date, by their codes.

    Without a date: those that still belong to it in the table. The United Kingdom left the EU on
    2020-01-31; EU law went on to apply to it, and the EEA table counts it, until 2020-12-31
    (Withdrawal Agreement, articles 126 and 127). Raises ValueError for a bloc without members.
    """
    table = blocs().get(bloc)
    if table is None or not table.members:
        raise ValueError(f"{bloc!r} is not a bloc with a table of members")
    return _at(table.members, on)


def _at(rows: tuple[Member, ...], on: date | None) -> frozenset[str]:
    if on is None:
        return frozenset(row.code for row in rows if row.until is None)
    return frozenset(row.code for row in rows if row.since <= on and (row.until is None or on <= row.until))


def territories(bloc: str, on: date | None = None) -> frozenset[str]:
    """Returns codes of territories that are part of a member state for the bloc's law on a date."""
    table = blocs().get(bloc)
    return _at(table.territories, on) if table is not None else frozenset()
