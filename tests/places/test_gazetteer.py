"""Offsets, order, determinism, and what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticecheck.errors import DataFileError, UnsupportedLanguageError
from noticecheck.places import Hit, codes, datafile, gazetteer, tables

NAMES = ["United States", "Côte d'Ivoire", "Myanmar (Burma)", "Dublin", "eu-west-1", "European Union"]
JAPANESE_NAMES = ["米国", "タイ", "ミャンマー (ビルマ)", "東京リージョン", "欧州経済領域", "Denmark"]
NEIGHBOURS = st.text(st.sampled_from(" \n.,;:()|、。「」😀İß…"), max_size=12)


@given(NEIGHBOURS, st.sampled_from(NAMES), NEIGHBOURS)
def test_offsets_are_exact_in_any_surroundings(before: str, name: str, after: str) -> None:
    # A letter next to a name makes another word of it, so a space keeps them apart.
    text = f"{before} {name} {after}"
    [hit] = gazetteer("en").find(text)
    assert text[hit.start : hit.end] == name


@given(NEIGHBOURS, st.sampled_from(JAPANESE_NAMES), NEIGHBOURS)
def test_offsets_are_exact_in_japanese(before: str, name: str, after: str) -> None:
    text = f"{before}は{name}の{after}"
    [hit] = gazetteer("ja").find(text)
    assert text[hit.start : hit.end] == name


ANY_TEXT = st.lists(
    st.one_of(
        st.sampled_from([*NAMES, *JAPANESE_NAMES, "US", "Georgia", "日・米", "IL 62701", ", "]),
        st.text(max_size=5),
    )
).map("".join)


@given(ANY_TEXT, st.sampled_from(["en", "ja"]))
def test_hits_are_in_order_and_apart_and_known(text: str, language: str) -> None:
    hits = gazetteer(language).find(text)
    end = 0
    for hit in hits:
        assert end <= hit.start < hit.end <= len(text)
        assert codes.is_code(hit.code)
        assert hit.kind in tables.KINDS
        end = hit.end


@given(ANY_TEXT)
def test_the_scan_misses_no_name(text: str) -> None:
    names = gazetteer("en")
    scanned = names.scan(text)
    for hit in names.find(text):
        if hit.kind != "subdivision":
            assert any(start < hit.end and hit.start < end for start, end in scanned)


def test_the_longest_name_wins() -> None:
    text = "United States of America"
    assert gazetteer("en").find(text) == [Hit(0, len(text), "US", "country")]


def test_an_empty_text_names_nothing() -> None:
    assert gazetteer("en").find("") == []


@pytest.mark.parametrize("language", ["xx", "", "../en", "tlh"])
def test_a_language_without_names_is_refused(language: str) -> None:
    with pytest.raises(UnsupportedLanguageError):
        gazetteer(language)


def test_hash_order_changes_nothing() -> None:
    program = (
        "from noticecheck.places import gazetteer, home\n"
        "text = 'Virginia, Georgia; US, EU-based; Dublin, CA 94568. 米国、英・独、日米韓、東京リージョン'\n"
        "print([tuple(hit) for language in ('en', 'ja') for hit in gazetteer(language).find(text)])\n"
        "print(sorted(home('DE')))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "PYTHONUTF8": "1",
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ('[names.country]\nUS = ["America", 3]\n', "$.names.country[...][1]"),
        ('[names.country]\n[[names.guards]]\nnames = ["US"]\nnot_befor = []\n', "not_befor"),
        ('[names]\nswaps = [["St. "]]\n[names.country]\n', "$.names.swaps[0]"),
        ("[names]\n", "country"),
        ("[names\n", "line 1"),
    ],
)
def test_a_bad_name_file_is_refused_with_its_path(tmp_path: Path, content: str, path: str) -> None:
    bad = tmp_path / "xx.toml"
    bad.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        datafile.load(bad, tables.NameFile)
    assert str(bad) in str(caught.value)
    assert path in str(caught.value)


def test_a_missing_file_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"none\.json"):
        datafile.load(tmp_path / "none.json", tables.CldrFile)


def test_the_data_files_name_only_known_codes() -> None:
    for path in sorted((datafile.DATA / "names").glob("*.toml")):
        table = datafile.load(path, tables.NameFile).names
        named = {code for kind in tables.KINDS for code in getattr(table, kind)}
        assert {code for code in named if not codes.is_code(code)} == set(), path.name
    for code in tables.load_regions().regions:
        assert codes.is_code(code)


def test_one_name_has_one_meaning_in_a_curated_file() -> None:
    for path in sorted((datafile.DATA / "names").glob("*.toml")):
        table = datafile.load(path, tables.NameFile).names
        meanings: dict[str, set[str]] = {}
        for kind in tables.KINDS:
            for code, names in getattr(table, kind).items():
                for name in names:
                    meanings.setdefault(name, set()).add(code)
        assert {name for name, codes_of_name in meanings.items() if len(codes_of_name) > 1} == set(), (
            path.name
        )


def test_every_cldr_file_has_every_country() -> None:
    for path in sorted((datafile.DATA / "cldr").glob("*.json")):
        assert set(json.loads(path.read_text(encoding="utf-8"))["territories"]) == codes.country_codes(), (
            path.name
        )
