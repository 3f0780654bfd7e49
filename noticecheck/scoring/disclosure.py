"""Disclosure: what a notice says of places abroad, for any reader and for one. No law is involved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from noticecheck.extraction.model import Extraction, Mention, PlaceKind, Statement
from noticecheck.places.home import home
from noticecheck.scoring.audience import Audience
from noticecheck.scoring.standpoint import Verdict, destinations, scope_of, seen_from

__all__ = ["Destination", "Disclosure", "Verdict", "disclose"]


@dataclass(frozen=True, slots=True)
class Destination:
    """A country or a bloc that the notice names as a place where data goes, with every mention of it.

    `domestic`: it is home to the reader, and does not count for them. `scope`: the codes of the
    readers for whom alone it is named, in order of appearance (None: some mention is for all).
    `counts`: it is abroad for the reader and named for them; without a reader always true.
    """

    code: str
    domestic: bool
    scope: tuple[str, ...] | None
    counts: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The two verdicts, and what they rest on.

    `any_reader` counts every named place; `for_reader` leaves out what is home to the reader and what
    is named for others only, and equals `any_reader` without a reader. `open_ended` holds for the
    notice as a whole, `open_ended_for_reader` for what is addressed to the reader. `destinations` and
    `blocs` are grouped by code in order of first appearance. `statements` are those that
    `for_reader` rests on: the denials where it is DENIED, none where it is SILENT.
    """

    any_reader: Verdict
    for_reader: Verdict
    open_ended: bool
    open_ended_for_reader: bool
    destinations: tuple[Destination, ...]
    blocs: tuple[Destination, ...]
    statements: tuple[Statement, ...]


def disclose(extraction: Extraction, reader: str | None, on: date) -> Disclosure:
    """The disclosure of a notice for a reader (ISO 3166-1 alpha-2; None: no reader in particular) on
    a day, which decides who is at home in the European Economic Area.

    Raises `UsageError` for a reader that is not a country.
    """
    audience = None if reader is None else Audience(frozenset({reader}), home(reader, on), on)
    anyone = seen_from(extraction, None)
    seen = anyone if audience is None else seen_from(extraction, audience)
    if seen.states:
        statements = tuple(s for s in seen.statements if not _only_home(s, audience)) or seen.statements
    else:
        statements = seen.denials if seen.verdict == "DENIED" else ()
    return Disclosure(
        any_reader=anyone.verdict,
        for_reader=seen.verdict,
        open_ended=anyone.open_ended,
        open_ended_for_reader=seen.open_ended,
        destinations=_grouped(extraction, "country", audience),
        blocs=_grouped(extraction, "bloc", audience),
        statements=statements,
    )


def _only_home(statement: Statement, audience: Audience | None) -> bool:
    places = (*statement.destinations, *statement.blocs)
    if audience is None or not places or statement.open_ended:
        return False
    return all(audience.at_home(code) for code in places)


def _grouped(extraction: Extraction, kind: PlaceKind, audience: Audience | None) -> tuple[Destination, ...]:
    groups: dict[str, list[Mention]] = {}
    for mention in destinations(extraction):
        if mention.kind == kind:
            groups.setdefault(mention.code, []).append(mention)
    return tuple(_destination(extraction, code, mentions, audience) for code, mentions in groups.items())


def _destination(
    extraction: Extraction, code: str, mentions: list[Mention], audience: Audience | None
) -> Destination:
    scope = _union([scope_of(extraction, mention) for mention in mentions])
    domestic = audience is not None and audience.at_home(code)
    counts = not domestic and (audience is None or audience.includes(scope))
    return Destination(code, domestic, scope, counts, tuple(mentions))


def _union(scopes: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    codes: dict[str, None] = {}
    for scope in scopes:
        if scope is None:
            return None
        codes.update(dict.fromkeys(scope))
    return tuple(codes)
