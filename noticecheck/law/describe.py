"""The laws in readable form, for `noticecheck laws` and `noticecheck laws ID`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from noticecheck.law import AS_OF, ids, load
from noticecheck.law.schema import (
    Case,
    CountryNaming,
    Element,
    Exemption,
    Mark,
    Place,
    Regime,
    Strength,
    Track,
)

NAMING: dict[CountryNaming, str] = {
    "required": "required",
    "if_practicable": "required where practicable",
    "guidance": "expected by regulators, not in the statute",
    "not_required": "not required",
}

_STRENGTH: dict[Strength, str] = {
    "required": "required",
    "conditional": "required in some cases",
    "if_practicable": "required where practicable",
    "on_request": "on request",
    "effort": "to be tried",
    "guidance": "expected by regulators",
    "implied": "implied",
}

_PLACE: dict[Place, str] = {
    "notice": "in the notice",
    "collection": "when data are collected",
    "consent": "in the request for consent",
    "notice_or_consent": "in the notice or in the request for consent",
    "request": "to a person who asks",
    "accessible": "where a person can get at it, which may be an answer",
}

_MARK: dict[Mark, str] = {
    "VERIFIED": "",
    "VERIFIED-SECONDARY": " [seen in a secondary source only]",
    "RECALLED": " [RECALLED: from memory, not confirmed]",
}

_WIDTH = 100
_CLOSING = f"Law data as of {AS_OF}. Not advice from a lawyer."


def overview() -> str:
    """All laws of the package, one a line: id, days of force, whether the country is to be named."""
    regimes = [load(regime_id) for regime_id in ids()]
    rows = [("law", "in force", "naming the country", "title")]
    rows += [(r.id, _force(r), NAMING[r.country_naming], r.title) for r in regimes]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join((*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[3])) for row in rows
    ]
    more = "`noticecheck laws ID` shows one law with its sources."
    return "\n".join((*lines, "", f"{_CLOSING} {more}")) + "\n"


def describe(regime: Regime) -> str:
    """One law whole: dates, elements with article, strength and place, exemptions, enforcement, notes
    and sources; every fact that is only recalled says so."""
    lines = [
        f"{regime.id}: {regime.title}",
        f"  {regime.title_native}",
        f"  {regime.citation}",
        "",
        f"In force: {_force(regime)}{_MARK[regime.effective_from_mark]}",
        f"Naming the country: {NAMING[regime.country_naming]}",
    ]
    if regime.enforced is not None:
        lines += _wrapped(regime.enforced, "  ")
    lines.append(f"Home: {', '.join(regime.home)}")
    if regime.successor is not None:
        later = load(regime.successor)
        lines.append(f"The name is asked for by: {later.id}, in force from {later.effective_from}")
    lines += _section("What people must be told", _elements(regime))
    lines += _section("Destinations about which less is asked", map(_exemption, regime.exempt_destinations))
    lines += _section(
        "Recipients about which less is asked", (n.text + _MARK[n.mark] for n in regime.exempt_recipients)
    )
    lines += _section("Enforcement", map(_case, regime.enforcement))
    lines += _section("Notes", (note.text + _MARK[note.mark] for note in regime.notes))
    lines += _section("Sources", (f"{s.url}: {s.supports} [{s.mark}]" for s in regime.sources))
    return "\n".join((*lines, "", _CLOSING)) + "\n"


def recalled(regime: Regime) -> list[str]:
    """The facts of a law that rest on memory alone, for someone with a library to confirm."""
    facts = []
    if regime.effective_from_mark == "RECALLED":
        facts.append(f"in force from {regime.effective_from}")
    facts += [f"{e.article}: {e.label}" for e in regime.elements if e.mark == "RECALLED"]
    facts += [_exemption(e, marked=False) for e in regime.exempt_destinations if e.mark == "RECALLED"]
    facts += [n.text for n in (*regime.exempt_recipients, *regime.notes) if n.mark == "RECALLED"]
    facts += [_case(case, marked=False) for case in regime.enforcement if case.mark == "RECALLED"]
    return facts


def _force(regime: Regime) -> str:
    if regime.effective_to is None:
        return f"from {regime.effective_from}"
    return f"{regime.effective_from} to {regime.effective_to}"


def _elements(regime: Regime) -> Iterator[str]:
    yield from (_element(element) for element in regime.elements if element.track is None)
    for track in regime.tracks:
        yield f"Track {track.id}, {_relation(track, regime.tracks)}: {track.label}"
        yield from ("  " + _element(element) for element in regime.elements if element.track == track.id)


def _relation(track: Track, tracks: Sequence[Track]) -> str:
    if track.relation == "additional":
        return "in addition to any other"
    others = [other.id for other in tracks if other.relation == "alternative" and other.id != track.id]
    return f"an alternative to {' and '.join(others)}"


def _element(element: Element) -> str:
    parts = [f"{element.id}: {element.label} ({element.article}); {_STRENGTH[element.strength]}"]
    parts.append(_PLACE[element.place])
    if element.replaces is not None:
        parts.append(f"may stand in for {element.replaces}")
    if element.always:
        parts.append("due even when nothing goes abroad")
    if element.sector is not None:
        parts.append(f"for {element.sector}")
    return ", ".join(parts) + _MARK[element.mark]


def _exemption(exemption: Exemption, marked: bool = True) -> str:
    days = [f"from {exemption.from_}"] if exemption.from_ else []
    days += [f"to {exemption.to}"] if exemption.to else []
    lifted = [f"track {track}" for track in exemption.lifts_tracks] + list(exemption.lifts_elements)
    scope = f", only for {exemption.scope}" if exemption.scope else ""
    head = " ".join((exemption.code, *days))
    mark = _MARK[exemption.mark] if marked else ""
    return f"{head}{scope}: lifts {', '.join(lifted)} ({exemption.source}){mark}"


def _case(case: Case, marked: bool = True) -> str:
    naming = "naming of countries at issue" if case.about_naming else "naming of countries not at issue"
    mark = _MARK[case.mark] if marked else ""
    return f"{case.date} {case.authority}, {case.controller}: {case.summary} ({naming}; {case.source}){mark}"


def _section(title: str, items: Iterable[str]) -> list[str]:
    lines = [line for item in items for line in _item(item)]
    return ["", f"{title}:", *lines] if lines else []


def _item(text: str) -> list[str]:
    body = text.lstrip(" ")
    indent = "  " + text[: len(text) - len(body)]
    return _wrapped(body, f"{indent}- ", f"{indent}  ")


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    return wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
