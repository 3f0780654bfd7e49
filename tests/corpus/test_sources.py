from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from noticecheck.corpus.sources import holds_many, items_of, require_unique_ids, unique
from noticecheck.errors import DuplicateIdError, SourceNotFoundError


def ids(*sources: str | Path) -> list[str]:
    return [item.id for item in items_of([str(source) for source in sources])]


def test_a_folder_is_read_deep_and_sorted_by_its_paths(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.txt", "a/y.v2.html", "a.b/x.md", ".git/config", "a/.DS_Store", "no suffix"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    assert ids(tmp_path) == ["a/y.v2", "a/z", "a.b/x", "b", "no suffix"]
    assert holds_many(str(tmp_path))


def test_a_file_goes_by_its_name(tmp_path: Path) -> None:
    assert ids(tmp_path / "deep" / "shop.privacy.md") == ["shop.privacy"]
    assert not holds_many(str(tmp_path / "shop.md"))


def test_the_other_sources_go_by_what_they_are() -> None:
    assert ids("-", "https://shop.example/privacy.html") == ["stdin", "https://shop.example/privacy.html"]


def test_rows_of_a_corpus(jsonl: Any, tmp_path: Path) -> None:
    file = jsonl(
        {"id": "a", "text": "One", "language": "en", "date": "2022-04-01"},
        {"id": "b", "html": "<p>Two"},
        {"id": "c", "path": "sub/three.md", "date": "2022-04-01T10:00:00Z"},
        {"id": "d", "url": "https://shop.example/"},
        {"id": 5, "text": "Five"},
    )
    items = list(items_of([str(file)]))
    assert [(item.id, item.kind, item.value) for item in items] == [
        ("a", "text", "One"),
        ("b", "html", "<p>Two"),
        ("c", "path", str(tmp_path / "sub" / "three.md")),
        ("d", "url", "https://shop.example/"),
        ("5", "text", "Five"),
    ]
    assert (items[0].language, items[0].date, items[2].date) == ("en", date(2022, 4, 1), date(2022, 4, 1))
    assert holds_many(str(file))


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("{", "corpus.jsonl:2"),
        ("[1]", "corpus.jsonl:2"),
        ('"text"', "corpus.jsonl:2"),
        ({"text": "no id"}, "corpus.jsonl:2"),
        ({"id": "", "text": "x"}, "corpus.jsonl:2"),
        ({"id": True, "text": "x"}, "corpus.jsonl:2"),
        ({"id": "x"}, "x"),
        ({"id": "x", "text": "a", "path": "b"}, "x"),
        ({"id": "x", "text": 5}, "x"),
        ({"id": "x", "text": "a", "language": 5}, "x"),
        ({"id": "x", "text": "a", "date": "soon"}, "x"),
        ({"id": "x", "path": "a\0b"}, "x"),
        ("[" * 100_000, "corpus.jsonl:2"),
    ],
)
def test_a_broken_row_is_one_item_and_the_others_go_on(
    jsonl: Any, row: dict[str, Any] | str, name: str
) -> None:
    items = list(items_of([str(jsonl({"id": "first", "text": "a"}, row, "", {"id": "last", "text": "b"}))]))
    assert [item.id for item in items] == ["first", name, "last"]
    problem = items[1].problem
    assert problem is not None
    assert problem.code == "bad_record"
    assert "corpus.jsonl:2" in problem.message


def test_rows_with_bytes_that_are_no_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id": "bom", "text": "x"}\n{"id": "\xff", "text": "y"}\n')
    items = list(items_of([str(file)]))
    assert [(item.id, item.problem is None) for item in items] == [("bom", True), ("a.jsonl:2", False)]


def test_equal_ids_are_an_error(tmp_path: Path, jsonl: Any) -> None:
    (tmp_path / "shop.md").write_text("x")
    (tmp_path / "shop.txt").write_text("y")
    with pytest.raises(DuplicateIdError, match="'shop'"):
        require_unique_ids([str(tmp_path)])
    with pytest.raises(DuplicateIdError):
        list(unique(items_of(["-", "-"])))
    with pytest.raises(DuplicateIdError):
        require_unique_ids([str(jsonl({"id": "a", "text": "1"}, {"id": "a", "text": "2"}, name="d.jsonl"))])


def test_a_corpus_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        ids(tmp_path / "missing.jsonl")
