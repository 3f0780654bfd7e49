"""The rule of disclosure against people's own verdicts on real notices, where the annotations are at hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from noticecheck.scoring.disclosure import disclose
from tests.scoring.build import notice

GOLD = Path(__file__).parents[2] / ".." / "shared" / "gold" / "dev.jsonl"


@pytest.mark.skipif(not GOLD.exists(), reason=f"the annotated notices are not here ({GOLD})")
def test_verdicts_follow_from_the_annotated_parts() -> None:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines() if line.strip()]
    assert rows
    differing = []
    for row in rows:
        codes = [place["code"] for place in (*row["destinations"], *row["blocs"])]
        built = notice()
        if row["stance"] == "states":
            built.says(*codes, open_ended=row["open_ended"])
        elif row["stance"] == "denies":
            built.denies(*codes)
        found = disclose(built.built(open_ended=row["open_ended"]), None, date(2024, 1, 1))
        if found.any_reader != row["verdict"]:
            differing.append((row["id"], row["verdict"], found.any_reader))
    assert differing == []
