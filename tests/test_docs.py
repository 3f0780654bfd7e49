"""The documents say what is: commands answer as shown, links lead somewhere, codes are all there.

In the documents a ``console`` block is a session: lines after ``$ `` are run, the lines below are what
they print, on either stream. A ``pycon`` block is a session of Python. In both "…" stands for anything:
in a line for a part of it, as a line of its own for any number of lines. Other blocks are not run.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from noticecheck import exceptions
from noticecheck.warnings import CODES

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "gold"
WRITTEN = ROOT / "corpora" / "written"
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("corpora/README.md"),
        *ROOT.glob("corpora/*/README.md"),
    ]
)
_FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block of a document, without its indentation."""

    document: Path
    line: int
    text: str

    @property
    def name(self) -> str:
        return f"{self.document.relative_to(ROOT)}:{self.line}"


def blocks(language: str) -> list[Block]:
    found = []
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for match in _FENCE.finditer(text):
            indent, kind, inside = match.groups()
            if kind == language:
                lines = [line.removeprefix(indent) for line in inside.splitlines(keepends=True)]
                found.append(Block(document, text.count("\n", 0, match.start()) + 1, "".join(lines)))
    return found


def matches(shown: str, printed: str) -> bool:
    """Whether `shown`, "…" being anything, is what was printed; white space at ends of lines is free."""
    wanted = [line.rstrip() for line in shown.strip().splitlines()]
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n" for line in wanted
    )
    clean = "".join(line.rstrip() + "\n" for line in printed.strip().splitlines())
    return re.fullmatch(pattern, clean) is not None


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\nb", "a\nc\n", False),
        ("a …", "a b\n", True),
        ("a …\nd", "a b\nc\nd\n", False),
        ("a\n…\nd", "a\nb\nc\nd\n", True),
        ("a\n…\nd", "a\nd\n", True),
        ("a\n…\nd", "a\nb\n", False),
        ("a", "a\nb\n", False),
    ],
)
def test_ellipsis_stands_for_a_part_of_a_line_or_for_lines(shown: str, printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that looks like a clone with `noticecheck` installed, in which commands may write."""
    programs = tmp_path / "bin"
    clone = tmp_path / "clone"
    programs.mkdir()
    clone.mkdir()
    (clone / "corpora").symlink_to(ROOT / "corpora")
    scripts = {
        "noticecheck": f'exec {shlex.quote(sys.executable)} -m noticecheck "$@"',
        # `make demo` runs this once it has built the environment that the tests are already in.
        "make": f'[ "$*" = demo ] && exec bash {shlex.quote(str(ROOT / "scripts" / "demo.sh"))}',
    }
    for name, line in scripts.items():
        program = programs / name
        program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        program.chmod(0o755)
    return clone


def shell(command: str, folder: Path, status: int) -> tuple[str, int]:
    """What a command prints after one that ended with `status`, and what it ends with itself."""
    done = subprocess.run(
        ["bash", "-c", f"(exit {status})\n{command}"],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
            "PYTHONUTF8": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return done.stdout.decode("utf-8"), done.returncode


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.name)
def test_commands_answer_as_shown(block: Block, folder: Path) -> None:
    status = 0
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        printed, status = shell(command, folder, status)
        assert matches(shown, printed), f"{block.name}: $ {command}\n{printed}"


class Checker(doctest.OutputChecker):
    """Compares as `matches` does."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        return matches(want, got)


@pytest.mark.parametrize(
    "document", sorted({block.document for block in blocks("pycon")}), ids=lambda document: document.name
)
def test_sessions_of_python_answer_as_shown(
    document: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "law").mkdir()
    (folder / "law" / "xk-example-2030.toml").write_text(law_example().text, encoding="utf-8")
    code = "\n".join(block.text for block in blocks("pycon") if block.document == document)
    test = doctest.DocTestParser().get_doctest(code, {}, document.name, str(document), 0)
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()):
        result = doctest.DocTestRunner(checker=Checker(), verbose=False).run(test, out=said.write)
    assert result.attempted
    assert not result.failed, said.getvalue()


def toml_of(name: str) -> list[Block]:
    return [block for block in blocks("toml") if block.document == ROOT / "docs" / name]


def law_example() -> Block:
    [block] = toml_of("add-a-law.md")
    return block


def test_the_language_example_is_a_language_file_with_every_kind_of_rule(tmp_path: Path) -> None:
    from noticecheck.language import load_file

    file = tmp_path / "eo.toml"
    file.write_text(toml_of("add-a-language.md")[0].text, encoding="utf-8")
    language = load_file(file).language
    kinds = (
        "roles",
        "defaults",
        "features",
        "statements",
        "open",
        "blocs",
        "safeguards",
        "information",
        "versions",
    )
    assert [kind for kind in kinds if not getattr(language, kind)] == []


def test_the_names_example_is_a_names_file(tmp_path: Path) -> None:
    from noticecheck.places import datafile
    from noticecheck.places.tables import NameFile

    file = tmp_path / "eo.toml"
    file.write_text(toml_of("add-a-language.md")[1].text, encoding="utf-8")
    assert datafile.load(file, NameFile).names.country["US"]


def anchors(document: Path) -> set[str]:
    """The anchors that a forge gives a document's headings."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = _FENCE.sub("", document.read_text(encoding="utf-8"))
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists() or (anchor and anchor not in anchors(file)):
            dead.append(target)
    assert dead == []


def codes_in(document: str, section: str) -> list[str]:
    text = (
        (ROOT / "docs" / document).read_text(encoding="utf-8").split(f"\n## {section}\n")[1].split("\n## ")[0]
    )
    return re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)


def test_every_error_is_documented_and_no_other() -> None:
    found: dict[str, str] = {}
    pending: list[type[exceptions.NoticecheckError]] = [exceptions.NoticecheckError]
    while pending:
        for error in pending.pop().__subclasses__():
            pending.append(error)
            found[error.code] = error.__name__
    assert sorted(codes_in("errors.md", "Errors")) == sorted(found)
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert [pair for pair in found.items() if f"| `{pair[0]}` | `{pair[1]}` |" not in text] == []


def test_every_warning_is_documented_and_no_other() -> None:
    assert codes_in("errors.md", "Warnings") == list(CODES)


def test_every_key_of_the_json_object_is_documented() -> None:
    import json

    schema = json.loads((ROOT / "noticecheck" / "report.schema.json").read_text(encoding="utf-8"))
    keys = set(schema["properties"])
    for part in schema["$defs"].values():
        keys |= set(part.get("properties", ()))
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert sorted(key for key in keys if f"`{key}`" not in text and f'"{key}"' not in text) == []


def test_every_extra_is_explained_where_one_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in project["optional-dependencies"] if f"pip install '.[{name}]'" not in text] == []


class Figure(NamedTuple):
    """A figure that README states for a set and a language."""

    set: str
    language: str
    measure: str
    stated: float


_MEASURES = {
    "Verdict accuracy": "verdict.accuracy",
    "Destinations F1": "destinations.f1",
    "Blocs F1": "blocs.f1",
    "Open-ended accuracy": "open_ended.accuracy",
    "Statements F1": "statements.f1",
    "Safeguards F1": "safeguards.f1",
}
#: Annotations, and the folder with their texts.
SETS = {"development": (SHARED / "dev.jsonl", SHARED / "texts"), "written": (WRITTEN, WRITTEN)}
_LANGUAGES = {"English": "en", "Japanese": "ja"}


def stated() -> list[Figure]:
    """The tables after the mark in README: a column for each language, a row for each measure."""
    part = (ROOT / "README.md").read_text(encoding="utf-8").split("<!-- figures:")[1].split("\n## ")[0]
    found: list[Figure] = []
    for name, text in zip(SETS, part.split("**Written notices.**"), strict=True):
        rows = [
            [cell.strip() for cell in row.strip("|").split("|")]
            for row in re.findall(r"^\|.*\|$", text, re.M)
        ]
        languages = [_LANGUAGES[head.split(",")[0]] for head in rows[0][1:]]
        for label, *cells in rows[2:]:
            for language, cell in zip(languages, cells, strict=True):
                found.append(Figure(name, language, _MEASURES[label], float(cell.split()[0])))
    return found


@cache
def measured(name: str, language: str) -> dict[str, Any]:
    from noticecheck.evaluation import evaluate, load_gold
    from noticecheck.evaluation.predict import load_texts, predict

    gold, texts = SETS[name]
    rows = [row for row in load_gold(gold) if row.lang == language]
    return evaluate(rows, predict(texts, rows), load_texts(texts, rows), resamples=0)


@pytest.mark.parametrize(
    "figure", stated(), ids=lambda figure: f"{figure.set}-{figure.language}-{figure.measure}"
)
def test_readme_states_no_more_than_is_measured(figure: Figure) -> None:
    if figure.set == "development" and not SHARED.is_dir():
        pytest.skip(f"the annotated notices are not at {SHARED}: nothing to measure against")
    measure, name = figure.measure.split(".")
    reached = measured(figure.set, figure.language)[measure][name]
    assert reached >= figure.stated - 0.0005, f"README states {figure.stated}, measured is {reached}"
