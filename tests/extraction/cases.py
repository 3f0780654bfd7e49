"""Passages with what a careful lawyer reads in them, as data, and what extraction makes of each.

``python -m tests.extraction.cases en [PHENOMENON ...]`` lists the failures by phenomenon, then a table;
``python -m tests.extraction.cases en --known`` prints the table of `known_failures.toml` as it is now, with
the reasons that the file gives already.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from noticecheck.extraction import Extraction

#: A day on which every law and membership that the cases speak of is as we know it today.
ON = date(2025, 7, 1)
FILES = {"en": "english_cases.toml", "ja": "japanese_cases.toml"}
Verdict = Literal["NAMED", "PARTIAL", "UNNAMED", "DENIED", "SILENT"]


class Case(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One passage. Only the keys that are given are judged.

    Lists of codes are sets: all of them and no others. `roles` are those of places that are not
    destinations. `information` must be found, `no_information` must not. `other_versions` are the
    readers for whom another language version is said to hold. `readers` gives verdicts for one reader.
    """

    id: str
    phenomenon: str
    text: str
    verdict: Verdict | None = None
    destinations: list[str] | None = None
    blocs: list[str] | None = None
    open_ended: bool | None = None
    safeguards: list[str] | None = None
    roles: dict[str, str] = {}
    information: list[str] = []
    no_information: list[str] = []
    other_versions: list[str] | None = None
    readers: dict[str, Verdict] = {}


class _File(msgspec.Struct, forbid_unknown_fields=True):
    cases: list[Case]


@dataclass(frozen=True, slots=True)
class Difference:
    """One expectation that extraction did not meet."""

    key: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        return f"{self.key}: expected {self.expected}, found {self.found}"


def load(language: str) -> list[Case]:
    """The cases of a language, in the order of the file. Raises `msgspec.ValidationError` for a bad one."""
    path = Path(__file__).with_name(FILES[language])
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).cases


def differences(case: Case, language: str) -> list[Difference]:
    """Every expectation of a case that does not hold."""
    from noticecheck.extraction import extract
    from noticecheck.reading import read_text
    from noticecheck.scoring.disclosure import disclose

    extraction = extract(read_text(case.text, language=language))
    seen = disclose(extraction, None, ON)
    pairs: list[tuple[str, Any, Any]] = []
    if case.verdict is not None:
        pairs.append(("verdict", case.verdict, seen.any_reader))
    if case.open_ended is not None:
        pairs.append(("open_ended", case.open_ended, seen.open_ended))
    found_sets = {
        "destinations": {place.code for place in seen.destinations},
        "blocs": {place.code for place in seen.blocs},
        "safeguards": {safeguard.code for safeguard in extraction.safeguards},
        "other_versions": {code for code, _ in extraction.other_language_versions},
    }
    for key, found in found_sets.items():
        expected = getattr(case, key)
        if expected is not None:
            pairs.append((key, sorted(expected), sorted(found)))
    pairs += [(f"role of {code}", [role], _roles(extraction, code)) for code, role in case.roles.items()]
    for reader, verdict in case.readers.items():
        pairs.append((f"verdict for {reader}", verdict, disclose(extraction, reader, ON).for_reader))
    for key in (*case.information, *case.no_information):
        pairs.append((key, key in case.information, bool(extraction.information.get(key))))
    return [Difference(*pair) for pair in pairs if pair[1] != pair[2]]


def known(language: str) -> dict[str, str]:
    """Case id -> why it is known to fail. Raises `msgspec.ValidationError` for a bad file."""
    tables = tomllib.loads(Path(__file__).with_name("known_failures.toml").read_text(encoding="utf-8"))
    return msgspec.convert(tables, dict[str, dict[str, str]]).get(language, {})


def known_now(language: str) -> str:
    """The table of `known_failures.toml` for the cases that fail now."""
    reasons = known(language)
    lines = [f"[{language}]"]
    for case in load(language):
        if found := differences(case, language):
            reason = reasons.get(case.id) or "; ".join(map(str, found))
            lines.append(f"{case.id} = {json.dumps(reason, ensure_ascii=False)}")
    return "\n".join(lines)


def _roles(extraction: Extraction, code: str) -> list[str]:
    return sorted({mention.role for mention in extraction.mentions if mention.code == code})


def report(language: str, phenomena: list[str]) -> str:
    """Failures by phenomenon (all if none is given), and a table of how many cases hold."""
    lines: list[str] = []
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    for case in load(language):
        if phenomena and case.phenomenon not in phenomena:
            continue
        total[case.phenomenon] += 1
        found = differences(case, language)
        if not found:
            good[case.phenomenon] += 1
            continue
        keys.update({difference.key.split(" for ")[0].split(" of ")[0] for difference in found})
        lines += ["", f"{case.id}  {case.text!r}", *(f"    {difference}" for difference in found)]
    lines += ["", f"{'phenomenon':<22}{'cases':>6}{'hold':>6}{'share':>8}"]
    for name, cases in total.items():
        lines.append(f"{name:<22}{cases:>6}{good[name]:>6}{good[name] / cases:>8.2f}")
    cases, hold = total.total(), good.total()
    lines.append(f"{'all':<22}{cases:>6}{hold:>6}{hold / max(cases, 1):>8.2f}")
    lines += ["", "cases in which a key fails: " + ", ".join(f"{k} {n}" for k, n in keys.most_common())]
    return "\n".join(lines)


if __name__ == "__main__":
    _language, *_phenomena = sys.argv[1:]
    _text = known_now(_language) if _phenomena == ["--known"] else report(_language, _phenomena)
    sys.stdout.write(_text + "\n")
