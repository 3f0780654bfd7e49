"""Language files: loaded whole, refused with the place of a mistake, and quick on any text."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from noticecheck.errors import DataFileError
from noticecheck.language import Lexicon, load, load_file, supported
from noticecheck.language.lexicon import BLOC_MASK, COUNTRY_MASK

FOLDER = Path(__file__).resolve().parents[2] / "noticecheck" / "language"
CODES = ("en", "ja")


@pytest.mark.parametrize("code", CODES)
def test_every_pattern_of_a_language_compiles(code: str) -> None:
    whole = load_file(FOLDER / f"{code}.toml")
    assert code in supported()
    assert [rule.data.id for rule in whole.rules] == [rule.data.id for rule in load(code).rules]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_set_off_by_a_word(code: str) -> None:
    lexicon = load(code)
    set_off = {number for numbers in lexicon.rules_of for number in numbers}
    assert set_off == set(range(len(lexicon.rules)))


_SMALL: dict[str, Any] = {
    "code": "xx",
    "name": "Test",
    "script": "words",
    "sources": ["written for this test"],
    "place_list": "@place(?:, @place)*",
    "sentences": {"end": r"[.!?]\s+", "start": "[A-Z]", "abbreviations": ["e.g."]},
    "classes": {"move": "(?:send|transfer)", "far": "(?:@move abroad)"},
    "roles": [
        {"id": "to", "role": "destination", "words": ["to"], "patterns": ["to @places"], "needs": ["move"]},
        {
            "id": "from", "role": "origin", "words": ["from"], "patterns": ["from"], "direction": "forward",
            "scope": 3, "stop": "@move", "unless": ["lead:move"],
        },
    ],
    "defaults": [
        {"id": "cell", "role": "destination", "where": "cell", "all": ["column:move"], "before": "to"}
    ],
    "features": [
        {"id": "moves", "feature": "move", "words": ["send"], "patterns": ["@far"], "candidate": True},
        {"id": "not", "feature": "deny", "words": ["not"], "cancels": ["move", "open"]},
    ],
    "statements": [{"id": "moved", "kind": "transfer", "all": ["move"], "none": ["deny"], "near": 9}],
    "open": [{"id": "others", "strength": "strong", "words": ["other"], "needs": ["move"]}],
    "blocs": [{"id": "adequate", "code": "ADEQUATE", "words": ["adequate"], "patterns": ["adequate lands"]}],
    "safeguards": [{"id": "scc", "code": "SCC", "words": ["clauses"], "needs": ["statement"]}],
    "information": [{"id": "law", "key": "destination_law", "words": ["system"]}],
    "versions": [{"id": "version", "words": ["version"], "patterns": ["version for @place"]}],
}  # fmt: skip


def _written(data: dict[str, Any], folder: Path) -> Path:
    path = folder / "mine.toml"
    path.write_bytes(msgspec.toml.encode(data))
    return path


def _copy() -> dict[str, Any]:
    copy: dict[str, Any] = tomllib.loads(msgspec.toml.encode(_SMALL).decode())
    return copy


def test_a_users_own_file_is_loaded(tmp_path: Path) -> None:
    pytest.importorskip("tomli_w", reason="needed to write TOML")
    lexicon = load_file(_written(_SMALL, tmp_path))
    assert isinstance(lexicon, Lexicon)
    assert lexicon.spaced
    low = "do not send it to them, said the nottable"
    assert sorted(lexicon.words[word] for word, _, _ in lexicon.words_in(low)) == ["not", "not", "send", "to"]
