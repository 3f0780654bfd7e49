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


def figures(gold: Path, texts: Path) -> dict[str, Any]:
    """The figures by language, of the languages that have rules."""
    command = [sys.executable, "-m", "noticecheck", "evaluate", str(gold), "--texts", str(texts), "--json"]
    out = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    languages = json.loads(out)["languages"]
    return {code: languages[code] for code in LANGUAGES if code in languages}


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
    tables = iter([table(figures(SHARED / "dev.jsonl", SHARED / "texts")), table(figures(WRITTEN, WRITTEN))])
    section = re.sub(r"(?:^\|.*\|\n)+", lambda _: next(tables), section, flags=re.MULTILINE)
    readme.write_text(f"{before}{MARK}{section}\n## {after}", encoding="utf-8")
    print(section)


if __name__ == "__main__":
    main()
