"""English passages, by phenomenon: written from the guidelines of annotation, not from the rules."""

from __future__ import annotations

from collections import Counter

import pytest
from _pytest.mark.structures import ParameterSet

from tests.extraction.cases import Case, differences, known, load

CASES = load("en")
KNOWN = known("en")


def _parameters() -> list[ParameterSet]:
    marks = {
        name: pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError) for name, reason in KNOWN.items()
    }
    return [pytest.param(case, id=case.id, marks=marks.get(case.id, ())) for case in CASES]


@pytest.mark.parametrize("case", _parameters())
def test_reads_passage_as_a_careful_lawyer_would(case: Case) -> None:
    found = differences(case, "en")
    assert not found, f"{case.text}\n" + "\n".join(map(str, found))


def test_known_failures_are_cases_with_a_reason() -> None:
    assert set(KNOWN) <= {case.id for case in CASES}
    assert all(reason.strip() for reason in KNOWN.values())


def test_cases_are_distinct_and_a_third_name_no_destination() -> None:
    ids = Counter(case.id for case in CASES)
    texts = Counter(case.text for case in CASES)
    assert max(ids.values()) == 1
    assert max(texts.values()) == 1
    negative = [case for case in CASES if case.verdict in ("SILENT", "DENIED")]
    assert len(negative) * 3 >= len(CASES)
