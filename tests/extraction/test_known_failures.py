"""The list of known failures speaks of cases that there are, and says why."""

from __future__ import annotations

import pytest

from tests.extraction.cases import FILES, known, load


@pytest.mark.parametrize("language", FILES)
def test_known_failures_are_cases_with_a_reason(language: str) -> None:
    table = known(language)
    assert set(table) <= {case.id for case in load(language)}
    assert all(reason.strip() for reason in table.values())
