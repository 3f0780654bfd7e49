"""Writes the tables of figures in README.md anew, from what is measured now.

Run it at the end of a change to rules, names or annotations, where the development set is there::

    python scripts/readme_figures.py

A table has a column for each language and a row for each measure; tests/test_docs.py reads the same form.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "gold"
WRITTEN = ROOT / "corpora" / "written"
MARK = "<!-- figures:"
LANGUAGES = {"en": "English", "ja": "Japanese"}
ROWS = (
    ("Verdict accuracy", "verdict", "accuracy"),
    ("Destinations F1", "destinations", "f1"),
    ("Blocs F1", "blocs", "f1"),
    ("Open-ended accuracy", "open_ended", "accuracy"),
    ("Statements F1", "statements", "f1"),
    ("Safeguards F1", "safeguards", "f1"),
)


def noticecheck(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "noticecheck", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def development() -> dict[str, Any]:
    out = noticecheck("evaluate", SHARED / "dev.jsonl", "--texts", SHARED / "texts", "--json")
    languages = json.loads(out)["languages"]
    return {code: languages[code] for code in LANGUAGES if code in languages}


def written() -> dict[str, Any]:
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for code in LANGUAGES:
            gold, answers = WRITTEN / f"{code}.jsonl", Path(folder) / f"{code}.jsonl"
            if gold.is_file():
                noticecheck("batch", WRITTEN / code, "-o", answers)
                found[code] = json.loads(noticecheck("evaluate", gold, "--predictions", answers, "--json"))
    return found


def counts(figures: dict[str, Any], name: str) -> str:
    value = figures[name]
    if "tp" in value:
        return f"{value['tp']} right, {value['fp']} invented, {value['fn']} missed"
    if "gold" in value:
        return f"{value['gold']} annotated, {value['predicted']} answered"
    return f"{round(value['accuracy'] * value['n'])} of {value['n']}"


def cell(figures: dict[str, Any], name: str, measure: str) -> str:
    low, high = figures["intervals"][f"{name}.{measure}"]
    # Cut and not rounded, so that no table states more than was measured.
    value = int(round(figures[name][measure] * 10_000) / 10) / 1000
    return f"{value:.3f} [{low:.3f}, {high:.3f}]; {counts(figures, name)}"


def table(by_language: dict[str, Any]) -> str:
    heads = [f"{LANGUAGES[code]}, {figures['notices']} notices" for code, figures in by_language.items()]
    lines = [f"| | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for label, name, measure in ROWS:
        if all(name in figures for figures in by_language.values()):
            cells = [cell(figures, name, measure) for figures in by_language.values()]
            lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    if not SHARED.is_dir():
        raise SystemExit(f"The annotated notices are not at {SHARED}: nothing to measure against.")
    readme = ROOT / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(MARK)
    section, after = rest.split("\n## ", 1)
    tables = iter([table(development()), table(written())])
    section = re.sub(r"(?:^\|.*\|\n)+", lambda _: next(tables), section, flags=re.MULTILINE)
    readme.write_text(f"{before}{MARK}{section}\n## {after}", encoding="utf-8")
    print(section)


if __name__ == "__main__":
    main()
