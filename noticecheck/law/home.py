"""What is home under a regime: the places that its law does not count as abroad."""

from __future__ import annotations

from datetime import date

from noticecheck.law.schema import Regime
from noticecheck.places.codes import blocs, members, territories


def home_on(regime: Regime, on: date) -> frozenset[str]:
    """The codes that are home under a regime on a day; a bloc among them stands with its members and
    the territories in which its law applies."""
    found: set[str] = set()
    for code in regime.home:
        found.add(code)
        if code in blocs():
            found |= members(code, on) | territories(code, on)
    return frozenset(found)
