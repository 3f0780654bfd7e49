"""A notice under a regime on a day: a finding for each element, and a verdict on the naming."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from noticecheck.extraction.model import Extraction
from noticecheck.law import home_on, load
from noticecheck.law.schema import Element, Place, Regime, Strength
from noticecheck.notice import Span
from noticecheck.scoring.audience import Audience
from noticecheck.scoring.explain import law_on, sentence
from noticecheck.scoring.judgement import Matter, Status, is_naming, judge
from noticecheck.scoring.standpoint import Standpoint, seen_from

__all__ = ["Assessment", "AssessmentVerdict", "Finding", "Status", "assess"]

AssessmentVerdict = Literal[
    "not_in_force", "no_duty", "no_transfer_stated", "names_destinations", "names_some", "names_none"
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One element that people must be told, and what the notice shows of it.

    `evidence` are spans of the notice's text, in order; empty: the notice has no words for it.
    `regime` is the id of the law that asks: the assessment's own, or, where that asks for no country's
    name, the successor that does.
    """

    element: str
    status: Status
    evidence: tuple[Span, ...]
    explanation: str
    article: str
    label: str
    strength: Strength
    place: Place
    track: str | None
    regime: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a notice shows of what one regime asks, at one date. Not a judgement on a company.

    `verdict` is about naming countries; `notes` are sentences that keep a reader from misreading it.
    """

    regime: str
    on: date
    verdict: AssessmentVerdict
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]


def assess(extraction: Extraction, regime: Regime, on: date, *, reader: str | None = None) -> Assessment:
    """The assessment of a notice under a regime on a day.

    Counts as home what the regime does, whatever the reader; `reader` (ISO 3166-1 alpha-2) only adds
    a note where the two differ. Gives the findings also where the regime was not in force.
    """
    matter = _matter(extraction, regime, on)
    law = law_on(regime, on)
    findings = [_finding(matter, element, law) for element in regime.elements]
    if regime.country_naming == "not_required" and regime.successor is not None:
        findings += _of_successor(extraction, regime, load(regime.successor), on)
    return Assessment(
        regime=regime.id,
        on=on,
        verdict=_verdict(regime, matter.seen, on),
        findings=tuple(findings),
        notes=tuple(_notes(regime, on, reader)),
    )


def _matter(extraction: Extraction, regime: Regime, on: date) -> Matter:
    home = home_on(regime, on)
    return Matter(regime, extraction, seen_from(extraction, Audience(home, home, on)), on)


def _verdict(regime: Regime, seen: Standpoint, on: date) -> AssessmentVerdict:
    if not regime.in_force(on):
        return "not_in_force"
    if regime.country_naming == "not_required":
        return "no_duty"
    match seen.verdict:
        case "NAMED":
            return "names_destinations"
        case "PARTIAL":
            return "names_some"
        case "UNNAMED":
            return "names_none"
        case "DENIED" | "SILENT":
            return "no_transfer_stated"


def _finding(matter: Matter, element: Element, law: str, prefix: str = "") -> Finding:
    judgement = judge(matter, element)
    explanation = sentence(matter, element, judgement, law)
    if prefix:
        explanation = prefix + explanation[:1].lower() + explanation[1:]
    return Finding(
        element=element.id,
        status=judgement.status,
        evidence=judgement.evidence,
        explanation=explanation,
        article=element.article,
        label=element.label,
        strength=element.strength,
        place=element.place,
        track=element.track,
        regime=matter.regime.id,
    )


def _of_successor(extraction: Extraction, regime: Regime, successor: Regime, on: date) -> list[Finding]:
    """What the notice shows of the country's name that a later law asks for: its first such element,
    judged as on the first day of that law unless that day has passed."""
    naming = next((element for element in successor.elements if is_naming(element)), None)
    if naming is None:
        return []
    matter = _matter(extraction, successor, max(on, successor.effective_from))
    law = f"{successor.id}, in force from {successor.effective_from},"
    return [_finding(matter, naming, law, prefix=f"{regime.id} does not ask that the country be named: ")]


def _notes(regime: Regime, on: date, reader: str | None) -> list[str]:
    notes = []
    if on < regime.effective_from:
        notes.append(
            f"{regime.id} came into force on {regime.effective_from}, after {on}: "
            "the findings say what it would have asked."
        )
    elif regime.effective_to is not None and on > regime.effective_to:
        notes.append(
            f"{regime.id} was in force until {regime.effective_to}, before {on}: "
            "the findings say what it would have asked."
        )
    if reader is not None and reader not in home_on(regime, on):
        notes.append(
            f"{regime.id} counts {', '.join(regime.home)} as home, which is not the home of the reader "
            f"({reader}): what is abroad differs between the two."
        )
    if regime.country_naming == "guidance" and regime.enforced is not None:
        notes.append(regime.enforced)
    return notes
