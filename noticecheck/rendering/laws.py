"""The laws, as the terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticecheck.law import Regime

_NAMING = {
    "required": "asks that the country be named",
    "if_practicable": "asks that the country be named where practicable",
    "guidance": "does not ask in its text; regulators expect the country to be named",
    "not_required": "does not ask that the country be named",
}


def law_list(regimes: Sequence[Regime]) -> str:
    """One line per law: id, days of force, and whether it asks for the country's name."""
    wide = max(len(regime.id) for regime in regimes)
    return "".join(
        f"{regime.id:<{wide}}  {_force(regime):<26}  {_NAMING[regime.country_naming]}\n" for regime in regimes
    )


def law_in_full(regime: Regime) -> str:
    """What a law asks, since when, for whom, and what that rests on."""
    lines = [
        regime.id,
        f"  {regime.title}",
        f"  {regime.title_native}",
        f"  {regime.citation}",
        f"  in force:  {_force(regime)}",
        f"  naming:    {_NAMING[regime.country_naming]}",
        f"  home:      {', '.join(regime.home)}",
    ]
    if regime.enforced is not None:
        lines.append(f"  enforced:  {regime.enforced}")
    if regime.elements:
        lines += ["", "What people must be told"]
        for element in regime.elements:
            lines.append(f"  {element.id}: {element.label}")
            strength, place = element.strength.replace("_", " "), element.place.replace("_", " ")
            lines.append(f"      {element.article}; {strength}; in the {place}")
    if regime.exempt_destinations:
        lines += ["", "Destinations for which it asks less"]
        lines += [f"  {one.code}: {one.source}" for one in regime.exempt_destinations]
    if regime.enforcement:
        lines += ["", "Decisions"]
        lines += [
            f"  {case.date} {case.authority}, {case.controller}: {case.summary}"
            for case in regime.enforcement
        ]
    if regime.notes:
        lines += ["", "Notes", *(f"  {note.text} [{note.mark}]" for note in regime.notes)]
    lines += ["", "Sources", *(f"  {one.url} [{one.mark}] {one.supports}" for one in regime.sources)]
    return "\n".join(lines) + "\n"


def _force(regime: Regime) -> str:
    if regime.effective_to is None:
        return f"since {regime.effective_from}"
    return f"{regime.effective_from} to {regime.effective_to}"
