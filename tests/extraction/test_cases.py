"""Passages in every language, by phenomenon: after the guidelines of annotation, not after the rules."""

from __future__ import annotations

from collections import Counter

import pytest
from _pytest.mark.structures import ParameterSet

from tests.extraction.cases import FILES, Case, differences, known, load


def _parameters() -> list[ParameterSet]:
    parameters = []
    for language in FILES:
        reasons = known(language)
        for case in load(language):
            marks = []
            if case.id in reasons:
                marks = [pytest.mark.xfail(reason=reasons[case.id], strict=True, raises=AssertionError)]
            parameters.append(pytest.param(language, case, id=f"{language}-{case.id}", marks=marks))
    return parameters


@pytest.mark.parametrize(("language", "case"), _parameters())
def test_reads_passage_as_a_careful_lawyer_would(language: str, case: Case) -> None:
    found = differences(case, language)
    assert not found, f"{case.text}\n" + "\n".join(map(str, found))


@pytest.mark.parametrize("language", FILES)
def test_known_failures_are_cases_with_a_reason(language: str) -> None:
    reasons = known(language)
    assert set(reasons) <= {case.id for case in load(language)}
    assert all(reason.strip() for reason in reasons.values())


@pytest.mark.parametrize("language", FILES)
def test_cases_are_distinct_and_a_third_name_no_destination(language: str) -> None:
    cases = load(language)
    assert max(Counter(case.id for case in cases).values()) == 1
    assert max(Counter(case.text for case in cases).values()) == 1
    negative = [case for case in cases if case.verdict in ("SILENT", "DENIED")]
    assert len(negative) * 3 >= len(cases)
