"""Japanese passages, by phenomenon: written from the guidelines of annotation, not from the rules."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.extraction.cases import Case, differences, load

CASES = load("ja")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_reads_passage_as_a_careful_lawyer_would(case: Case) -> None:
    found = differences(case, "ja")
    assert not found, f"{case.text}\n" + "\n".join(map(str, found))


def test_cases_are_distinct_and_a_third_name_no_destination() -> None:
    ids = Counter(case.id for case in CASES)
    texts = Counter(case.text for case in CASES)
    assert max(ids.values()) == 1
    assert max(texts.values()) == 1
    negative = [case for case in CASES if case.verdict in ("SILENT", "DENIED")]
    assert len(negative) * 3 >= len(CASES)
