"""Codes, their names, membership by date, and what is domestic for a reader."""

from __future__ import annotations

from datetime import date

import pytest

from noticecheck.errors import UsageError
from noticecheck.places import home, is_code, members, name_of


@pytest.mark.parametrize(
    ("code", "name"),
    [("KR", "Korea, Republic of"), ("XK", "Kosovo"), ("JP", "Japan"), ("EEA", "European Economic Area")],
)
def test_names_of_codes(code: str, name: str) -> None:
    assert name_of(code) == name
    assert is_code(code)


@pytest.mark.parametrize("code", ["", "jp", "UK", "XX", "JPN", "Japan", "eea"])
def test_other_strings_are_no_codes(code: str) -> None:
    assert not is_code(code)
    with pytest.raises(ValueError, match="code"):
        name_of(code)


@pytest.mark.parametrize(
    "code", ["EU", "EEA", "ADEQUATE", "CBPR", "EUROPE", "ASIA", "LATAM", "APAC", "OTHER"]
)
def test_blocs_are_codes_with_names(code: str) -> None:
    assert is_code(code)
    assert name_of(code)


@pytest.mark.parametrize(
    ("bloc", "day", "country", "inside"),
    [
        ("EU", date(2020, 1, 31), "GB", True),
        ("EU", date(2020, 2, 1), "GB", False),
        ("EEA", date(2020, 12, 31), "GB", True),
        ("EEA", date(2021, 1, 1), "GB", False),
        ("EU", date(2013, 6, 30), "HR", False),
        ("EU", date(2013, 7, 1), "HR", True),
        ("EU", date(2024, 1, 1), "NO", False),
        ("EEA", date(2024, 1, 1), "NO", True),
        ("EEA", date(2024, 1, 1), "CH", False),
    ],
)
def test_membership_by_date(bloc: str, day: date, country: str, inside: bool) -> None:
    assert (country in members(bloc, day)) is inside


def test_members_today() -> None:
    assert len(members("EU", date(2024, 1, 1))) == 27
    assert members("EEA", date(2024, 1, 1)) == members("EU", date(2024, 1, 1)) | {"IS", "LI", "NO"}
    assert len(members("EU", date(2019, 1, 1))) == 28


def test_a_bloc_without_members_is_refused() -> None:
    with pytest.raises(ValueError, match="APAC"):
        members("APAC", date(2024, 1, 1))


def test_home_is_the_country_itself() -> None:
    assert home("JP", None) == {"JP"}
    assert home("CH", date(2024, 1, 1)) == {"CH"}
    assert home("GB", date(2024, 1, 1)) == {"GB"}


@pytest.mark.parametrize("reader", ["DE", "NO", "HR"])
def test_home_of_an_eea_reader_is_the_eea(reader: str) -> None:
    places = home(reader, date(2024, 1, 1))
    assert places >= members("EEA", date(2024, 1, 1)) | {"EU", "EEA"}
    assert places.isdisjoint({"GB", "CH", "US", "EUROPE"})


def test_home_before_the_united_kingdom_left() -> None:
    assert "GB" in home("DE", date(2020, 12, 31))
    assert "DE" in home("GB", date(2020, 12, 31))
    assert home("HR", date(2012, 1, 1)) == {"HR"}


def test_regions_in_which_eu_law_applies_are_home() -> None:
    assert {"RE", "GP", "AX"} <= home("FR", date(2024, 1, 1))
    assert "NC" not in home("FR", date(2024, 1, 1))


@pytest.mark.parametrize("reader", ["EU", "UK", "jp", ""])
def test_a_reader_is_a_country(reader: str) -> None:
    with pytest.raises(UsageError, match="reader"):
        home(reader, None)
