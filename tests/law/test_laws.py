from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from noticecheck import law
from noticecheck.errors import SourceNotFoundError, UsageError
from noticecheck.law.describe import describe, overview, recalled

ON = date(2024, 6, 1)
FILES = Path(law.__file__).parent / "regimes"


def test_every_file_is_listed_and_loads() -> None:
    assert law.ids() == tuple(sorted(path.stem for path in FILES.glob("*.toml")))
    assert all(law.load(regime_id).id == regime_id for regime_id in law.ids())


def test_an_unknown_law_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="jp-appi-2022"):
        law.load("jp-appi-1999")


def test_periods_of_japan_follow_without_gap_or_overlap() -> None:
    regimes = [law.load(f"jp-appi-{year}") for year in (2003, 2017, 2022)]
    for earlier, later in pairwise(regimes):
        assert earlier.effective_to is not None
        assert (later.effective_from - earlier.effective_to).days == 1


@pytest.mark.parametrize(
    ("jurisdiction", "on", "expected"),
    [
        ("JP", date(2005, 3, 31), []),
        ("JP", date(2005, 4, 1), ["jp-appi-2003"]),
        ("JP", date(2017, 5, 29), ["jp-appi-2003"]),
        ("JP", date(2017, 5, 30), ["jp-appi-2017"]),
        ("JP", date(2022, 3, 31), ["jp-appi-2017"]),
        ("JP", date(2022, 4, 1), ["jp-appi-2022"]),
        ("EU", date(2018, 5, 24), []),
        ("EU", date(2018, 5, 25), ["eu-gdpr"]),
        ("DE", date(2018, 5, 25), ["eu-gdpr"]),
        ("IS", ON, ["eu-gdpr"]),
        ("EEA", ON, ["eu-gdpr"]),
        ("RE", ON, ["eu-gdpr"]),
        ("jp", ON, ["jp-appi-2022"]),
        ("GB", date(2020, 12, 31), ["eu-gdpr"]),
    ],
)
def test_in_force(jurisdiction: str, on: date, expected: list[str]) -> None:
    assert [regime.id for regime in law.in_force(jurisdiction, on)] == expected


@pytest.mark.parametrize(
    ("names", "on", "expected"),
    [
        (["jp-appi-2017"], ON, ["jp-appi-2017"]),
        (["JP"], ON, ["jp-appi-2022"]),
        (["FR", "eu-gdpr", "EU"], ON, ["eu-gdpr"]),
        (["JP", "EU"], date(2021, 1, 1), ["jp-appi-2017", "eu-gdpr"]),
        (["JP"], date(1999, 1, 1), ["jp-appi-2003"]),
        (["IE"], date(2017, 1, 1), ["eu-gdpr"]),
        ([], ON, []),
    ],
)
def test_resolve(names: list[str], on: date, expected: list[str]) -> None:
    assert [regime.id for regime in law.resolve(names, on)] == expected


def test_all_means_every_law() -> None:
    assert tuple(regime.id for regime in law.resolve(["all"], ON)) == law.ids()


@pytest.mark.parametrize("name", ["QQ", "jp-appi", "", "ADEQUATE", "../jp-appi-2022"])
def test_resolve_refuses_what_it_does_not_know(name: str) -> None:
    with pytest.raises(UsageError, match="eu-gdpr"):
        law.resolve([name], ON)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(SourceNotFoundError, match="no-such-law"):
        law.load_file("no-such-law.toml")


def test_home_of_the_gdpr_is_that_of_the_date() -> None:
    gdpr = law.load("eu-gdpr")
    assert "GB" in law.home_on(gdpr, date(2020, 12, 31))
    assert "GB" not in law.home_on(gdpr, date(2021, 1, 1))
    assert {"NO", "IS", "LI", "DE", "GF"} <= law.home_on(gdpr, ON)
    assert "CH" not in law.home_on(gdpr, ON)


def test_law_data_is_not_younger_than_its_date() -> None:
    for regime_id in law.ids():
        regime = law.load(regime_id)
        assert regime.effective_from <= law.AS_OF
        assert all(case.date <= law.AS_OF for case in regime.enforcement)


def test_the_schema_tells_what_a_file_may_hold() -> None:
    schema = json.loads(json.dumps(law.json_schema()))
    definitions = schema["$defs"]
    assert definitions["Regime"]["additionalProperties"] is False
    assert set(definitions["Exemption"]["properties"]) >= {"from", "to", "code", "lifts_tracks"}
    assert "country_naming" in definitions["Regime"]["required"]


def test_overview_has_a_line_for_each_law() -> None:
    lines = overview().splitlines()
    for regime_id in law.ids():
        line = next(line for line in lines if line.startswith(regime_id))
        assert str(law.load(regime_id).effective_from) in line
    assert str(law.AS_OF) in overview()


@pytest.mark.parametrize("regime_id", law.ids())
def test_a_description_holds_every_fact(regime_id: str) -> None:
    regime = law.load(regime_id)
    text = re.sub(r"\s+", " ", describe(regime))
    assert regime.title in text
    assert regime.citation in text
    assert str(regime.effective_from) in text
    for element in regime.elements:
        assert f"{element.id}: {element.label} ({element.article})" in text
    for exemption in regime.exempt_destinations:
        assert exemption.code in text
        assert exemption.source in text
    for source in regime.sources:
        assert f"{source.url}: {source.supports} [{source.mark}]" in text
    for case in regime.enforcement:
        assert case.summary in text
    for note in (*regime.notes, *regime.exempt_recipients):
        assert note.text in text


@pytest.mark.parametrize("regime_id", law.ids())
def test_what_is_only_recalled_says_so(regime_id: str) -> None:
    regime = law.load(regime_id)
    text = re.sub(r"\s+", " ", describe(regime)).split(" Sources: ")[0]
    assert text.count("[RECALLED") == len(recalled(regime))


def test_recalled_lists_the_first_day_of_the_law_of_2003() -> None:
    assert recalled(law.load("jp-appi-2003")) == ["in force from 2005-04-01"]


def test_what_is_verified_has_a_page_behind_it() -> None:
    for regime_id in law.ids():
        for exemption in law.load(regime_id).exempt_destinations:
            assert exemption.mark == "RECALLED" or "https://" in exemption.source


@pytest.mark.parametrize("regime_id", law.ids())
def test_the_schema_accepts_the_packaged_files_and_refuses_a_mistake(regime_id: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    content = tomllib.loads((FILES / f"{regime_id}.toml").read_text("utf-8"))
    as_json = json.loads(json.dumps(content, default=lambda day: day.isoformat()))
    jsonschema.validate(as_json, law.json_schema())
    mistakes: tuple[dict[str, object], ...] = ({"colour": "red"}, {"home": []}, {"country_naming": "must"})
    for mistake in mistakes:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(as_json | mistake, law.json_schema())
