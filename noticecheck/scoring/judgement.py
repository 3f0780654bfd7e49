"""One element of one regime against one notice: its status, the evidence, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from noticecheck.extraction.model import Extraction
from noticecheck.law.schema import Element, Place, Regime
from noticecheck.notice import Span
from noticecheck.scoring.exemptions import lifted, lifts
from noticecheck.scoring.signals import in_order, observe, spans
from noticecheck.scoring.standpoint import Standpoint

Status = Literal["shown", "partly", "not_shown", "not_applicable", "cannot_tell"]

Reason = Literal[
    "shown",
    "partly",
    "partly_explained",
    "absent",
    "elsewhere",
    "not_searched",
    "nothing_abroad",
    "said_no",
    "home_named",
    "exempt",
    "perhaps_exempt",
    "other_route",
    "perhaps_other_route",
    "name_given",
    "replaced",
]

#: Places outside of the notice: that the notice does not show an element says nothing there.
OUTSIDE_NOTICE: frozenset[Place] = frozenset({"consent", "notice_or_consent", "request", "accessible"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status with the passages it rests on, and the reason that the explanation words."""

    status: Status
    reason: Reason
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """What is judged: a notice as a regime's people see it, on a day."""

    regime: Regime
    extraction: Extraction
    seen: Standpoint
    on: date


def judge(matter: Matter, element: Element) -> Judgement:
    """The status of one element, first rule that holds."""
    if not matter.seen.states:
        return _judge_nothing_abroad(matter, element)
    if lifted(matter.regime, element, matter.seen, matter.on) == "all":
        return Judgement("not_applicable", "exempt")
    if element.replaces is not None and _name_given(matter, element):
        return Judgement("not_applicable", "name_given")
    if not element.shown_by:
        return Judgement("cannot_tell", "not_searched")
    observed = observe(element.shown_by, matter.extraction, matter.seen)
    if observed.degree == "none":
        return _judge_absent(matter, element)
    replacement = _replacement(matter, element)
    if observed.degree == "partly" and replacement:
        return Judgement("partly", "partly_explained", in_order((*observed.evidence, *replacement)))
    return Judgement(observed.degree, observed.degree, observed.evidence)


def is_naming(element: Element) -> bool:
    """Whether an element asks for countries' names."""
    return any(signal.partition(".")[0] == "destinations" for signal in element.shown_by)


def _judge_nothing_abroad(matter: Matter, element: Element) -> Judgement:
    if not element.always:
        return Judgement("not_applicable", "nothing_abroad")
    if not element.shown_by:
        return Judgement("cannot_tell", "not_searched")
    if "statements" in element.shown_by and matter.seen.denials:
        return Judgement("shown", "said_no", spans(matter.seen.denials))
    if is_naming(element) and matter.seen.domestic:
        return Judgement("shown", "home_named", spans(matter.seen.domestic))
    observed = observe(element.shown_by, matter.extraction, matter.seen)
    if observed.degree != "none":
        return Judgement(observed.degree, observed.degree, observed.evidence)
    return _not_here(element)


def _judge_absent(matter: Matter, element: Element) -> Judgement:
    replacement = _replacement(matter, element)
    if replacement:
        return Judgement("not_applicable", "replaced", replacement)
    routes = _routes_taken(matter)
    if element.track not in routes:
        if element.track in _alternatives(matter.regime) and routes:
            if any(_is_own_route(matter.regime, track) for track in routes):
                return Judgement("not_applicable", "other_route")
            # The route of the exempt destinations: it may not reach all places that the notice means.
            return Judgement("cannot_tell", "perhaps_other_route")
        if lifted(matter.regime, element, matter.seen, matter.on) == "perhaps":
            return Judgement("cannot_tell", "perhaps_exempt")
    return _not_here(element)


def _not_here(element: Element) -> Judgement:
    if element.place in OUTSIDE_NOTICE:
        return Judgement("cannot_tell", "elsewhere")
    return Judgement("not_shown", "absent")


def _name_given(matter: Matter, element: Element) -> bool:
    """Whether the element that this one may stand in for is itself shown."""
    targets = [e for e in matter.regime.elements if e.id == element.replaces and e.track == element.track]
    return any(observe(e.shown_by, matter.extraction, matter.seen).degree == "shown" for e in targets)


def _replacement(matter: Matter, element: Element) -> tuple[Span, ...]:
    """The passages that show what may stand in for an element."""
    for other in matter.regime.elements:
        if other.replaces == element.id and other.track == element.track:
            observed = observe(other.shown_by, matter.extraction, matter.seen)
            if observed.degree == "shown":
                return observed.evidence
    return ()


def _alternatives(regime: Regime) -> list[str]:
    return [track.id for track in regime.tracks if track.relation == "alternative"]


def _routes_taken(matter: Matter) -> list[str]:
    """The alternatives that the notice's own words show to be taken."""
    return [
        track.id
        for track in matter.regime.tracks
        if track.relation == "alternative"
        and observe(track.taken_if, matter.extraction, matter.seen).degree != "none"
    ]


def _is_own_route(regime: Regime, track: str) -> bool:
    """Whether a track is a route of its own, and not that of the destinations a law asks less about.

    Exempt destinations do not need the tracks that they lift, so the remaining one is theirs.
    """
    elements = [element for element in regime.elements if element.track == track]
    exemptions = regime.exempt_destinations
    return not exemptions or any(lifts(exemption, e) for exemption in exemptions for e in elements)
