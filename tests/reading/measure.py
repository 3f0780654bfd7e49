"""How much of the reference text of real pages survives reading. Run it to see every page."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup

from noticecheck.errors import NoticecheckError
from noticecheck.reading import read

PAGES = Path(__file__).resolve().parents[2].parent / "shared" / "pages"
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"<[^<>]+>")
_MARK = re.compile(r"[*_`#|\\]+|^\s*(?:[-+>]|\d+\.)\s+", re.M)
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|(?<=[。！？])|\n+|\\n|\t")
_LEAST = 30


class Survival(NamedTuple):
    """Of one page: reference sentences that its visible text holds, and those that survive."""

    file: str
    held: int
    kept: int
    lost: tuple[str, ...]
    error: str | None


def squeeze(text: str) -> str:
    """`text` with nothing but its letters and digits, so that only words are compared."""
    return "".join(c for c in text.lower() if c.isalnum())


def sentences(reference: str) -> list[str]:
    """The reference's sentences, links and Markdown stripped."""
    plain = _MARK.sub(" ", _TAG.sub(" ", _LINK.sub(r"\1", reference)))
    found = (squeeze(piece) for piece in _SENTENCE.split(plain))
    return [s for s in dict.fromkeys(found) if len(s) >= _LEAST]


def visible_text(data: bytes, charset: str | None) -> str:
    """A crude and independent reading of the page: all its text but scripts and styles."""
    soup = BeautifulSoup(data, "lxml", from_encoding=charset)
    for tag in soup(["script", "style"]):
        tag.decompose()
    return squeeze(soup.get_text())


def survival(row: dict[str, object]) -> Survival:
    """Measures one page of the manifest."""
    file = str(row["file"])
    data = (PAGES / file).read_bytes()
    reference = sentences((PAGES / str(row["ref"])).read_text(encoding="utf-8"))
    charset = "cp932" if "cp932" in file else "iso-2022-jp" if "iso2022" in file else None
    visible = visible_text(data, charset)
    held = [s for s in reference if s in visible]
    try:
        text = squeeze(read(data).text)
    except NoticecheckError as error:
        return Survival(file, len(held), 0, tuple(held), error.code)
    lost = tuple(s for s in held if s not in text)
    return Survival(file, len(held), len(held) - len(lost), lost, None)


def rows() -> list[dict[str, object]]:
    """The manifest's HTML pages."""
    lines = (PAGES / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if str(row["file"]).endswith(".html")]


def measure() -> list[Survival]:
    """Every HTML page that has a reference."""
    return [survival(row) for row in rows() if row.get("ref")]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    results = measure()
    for result in sorted(results, key=lambda r: r.kept / max(1, r.held)):
        _say(f"{result.kept:5}/{result.held:<5} {result.file} {result.error or ''}")
        for sentence in result.lost[: int(sys.argv[1]) if len(sys.argv) > 1 else 0]:
            _say(f"         {sentence[:110]}")
    held, kept = sum(r.held for r in results), sum(r.kept for r in results)
    _say(f"pooled {kept}/{held} = {kept / held:.4f}")
