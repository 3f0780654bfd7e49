"""What types cannot say of a law file: dates in order, codes that exist, references that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from noticecheck.law.schema import Regime
from noticecheck.places.codes import blocs, is_code


class Problem(NamedTuple):
    """Where in the file, in the notation of msgspec's own errors (`$.elements[0].track`), and what."""

    path: str
    message: str


def problems(regime: Regime) -> Iterator[Problem]:
    """Everything that is wrong with a regime whose types are right, in the order of the file."""
    yield from _codes(regime)
    yield from _dates(regime)
    yield from _tracks(regime)
    yield from _elements(regime)
    yield from _exemptions(regime)
    yield from _naming(regime)


def _codes(regime: Regime) -> Iterator[Problem]:
    named = [("$.jurisdiction", regime.jurisdiction)]
    named += [(f"$.home[{i}]", code) for i, code in enumerate(regime.home)]
    named += [(f"$.aliases[{i}]", code) for i, code in enumerate(regime.aliases)]
    named += [(f"$.exempt_destinations[{i}].code", e.code) for i, e in enumerate(regime.exempt_destinations)]
    for path, code in named:
        if not is_code(code):
            yield Problem(path, f"`{code}` is neither an ISO 3166-1 alpha-2 code nor a bloc")
    for i, code in enumerate(regime.home):
        if code in regime.home[:i]:
            yield Problem(f"$.home[{i}]", f"`{code}` is given twice")
        if code in blocs() and not blocs()[code].members:
            yield Problem(f"$.home[{i}]", f"`{code}` is not a bloc with a table of members")


def _dates(regime: Regime) -> Iterator[Problem]:
    yield from _ordered("$.effective_to", regime.effective_from, regime.effective_to)
    for i, exemption in enumerate(regime.exempt_destinations):
        yield from _ordered(f"$.exempt_destinations[{i}].to", exemption.from_, exemption.to)
    for i, case in enumerate(regime.enforcement):
        if case.date < regime.effective_from:
            yield Problem(f"$.enforcement[{i}].date", "is before the law came into force")


def _ordered(path: str, start: date | None, end: date | None) -> Iterator[Problem]:
    if start is not None and end is not None and end < start:
        yield Problem(path, f"{end} is before {start}, the first day")


def _tracks(regime: Regime) -> Iterator[Problem]:
    seen: set[str] = set()
    used = {element.track for element in regime.elements}
    for i, track in enumerate(regime.tracks):
        if track.id in seen:
            yield Problem(f"$.tracks[{i}].id", f"`{track.id}` is given twice")
        if track.id not in used:
            yield Problem(f"$.tracks[{i}].id", f"no element is on track `{track.id}`")
        if track.taken_if and track.relation == "additional":
            yield Problem(f"$.tracks[{i}].taken_if", "is only for a track with alternatives")
        seen.add(track.id)
    alternatives = [i for i, track in enumerate(regime.tracks) if track.relation == "alternative"]
    if len(alternatives) == 1:
        yield Problem(
            f"$.tracks[{alternatives[0]}].relation", "an alternative needs another one to choose from"
        )


def _elements(regime: Regime) -> Iterator[Problem]:
    tracks = {track.id for track in regime.tracks}
    seen: set[tuple[str, str | None, str]] = set()
    for i, element in enumerate(regime.elements):
        path = f"$.elements[{i}]"
        if element.track is not None and element.track not in tracks:
            yield Problem(f"{path}.track", f"there is no track `{element.track}`")
        same_track = {other.id for other in regime.elements if other.track == element.track}
        if element.replaces is not None and element.replaces not in same_track:
            yield Problem(f"{path}.replaces", f"there is no element `{element.replaces}` on the same track")
        if element.replaces == element.id:
            yield Problem(f"{path}.replaces", "an element cannot stand in for itself")
        key = (element.id, element.track, element.place)
        if key in seen:
            yield Problem(f"{path}.id", f"`{element.id}` is given twice for the same track and place")
        seen.add(key)
        if len(set(element.shown_by)) < len(element.shown_by):
            yield Problem(f"{path}.shown_by", "the same signal is given twice")


def _exemptions(regime: Regime) -> Iterator[Problem]:
    tracks = {track.id for track in regime.tracks}
    elements: set[str] = {element.id for element in regime.elements}
    for i, exemption in enumerate(regime.exempt_destinations):
        path = f"$.exempt_destinations[{i}]"
        if not exemption.lifts_tracks and not exemption.lifts_elements:
            yield Problem(path, "lifts nothing: give `lifts_tracks`, `lifts_elements` or both")
        yield from _known(f"{path}.lifts_tracks", "track", exemption.lifts_tracks, tracks)
        yield from _known(f"{path}.lifts_elements", "element", exemption.lifts_elements, elements)


def _known(path: str, kind: str, names: Sequence[str], known: set[str]) -> Iterator[Problem]:
    for i, name in enumerate(names):
        if name not in known:
            yield Problem(f"{path}[{i}]", f"there is no {kind} `{name}`")


def _naming(regime: Regime) -> Iterator[Problem]:
    asked = any(s.startswith("destinations") for element in regime.elements for s in element.shown_by)
    if regime.country_naming != "not_required" and not asked:
        yield Problem(
            "$.country_naming", f"is `{regime.country_naming}`, but no element is shown by destinations"
        )
    if regime.successor is not None and regime.country_naming != "not_required":
        yield Problem("$.successor", "is only for a law that does not ask that the country be named")
    if regime.successor == regime.id:
        yield Problem("$.successor", "a law cannot follow itself")
