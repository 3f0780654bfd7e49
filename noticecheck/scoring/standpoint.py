"""What a notice says of places abroad, seen from one audience's home or from nowhere in particular.

The rules are those of the annotation scheme: a notice *states* when some statement is not a denial;
it *denies* when all are; otherwise it is silent. What is home to the audience does not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from noticecheck.extraction.model import Extraction, Mention, Statement
from noticecheck.notice import Span
from noticecheck.scoring.audience import Audience

Verdict = Literal["NAMED", "PARTIAL", "UNNAMED", "DENIED", "SILENT"]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What counts from one standpoint, all in text order.

    `statements` are the non-denials that reach the audience, `denials` the denials that do;
    `countries` and `blocs` the mentions of destinations that are not home, `domestic` those that are.
    """

    verdict: Verdict
    open_ended: bool
    statements: tuple[Statement, ...]
    denials: tuple[Statement, ...]
    countries: tuple[Mention, ...]
    blocs: tuple[Mention, ...]
    domestic: tuple[Mention, ...]

    @property
    def states(self) -> bool:
        """Whether it says that data is or may be abroad."""
        return self.verdict in ("NAMED", "PARTIAL", "UNNAMED")


def seen_from(extraction: Extraction, audience: Audience | None) -> Standpoint:
    """How a notice looks to an audience; None: to any reader, for whom every named place counts."""
    reached = [s for s in extraction.statements if _reaches(s.scope, audience)]
    statements = tuple(s for s in reached if s.kind != "denial")
    denials = tuple(s for s in reached if s.kind == "denial")
    named = [m for m in destinations(extraction) if _reaches(scope_of(extraction, m), audience)]
    domestic = tuple(m for m in named if audience is not None and audience.at_home(m.code))
    abroad = [m for m in named if audience is None or not audience.at_home(m.code)]
    countries = tuple(m for m in abroad if m.kind == "country")
    blocs = tuple(m for m in abroad if m.kind == "bloc")
    open_ended = _open_for(extraction, audience)
    return Standpoint(
        verdict=_verdict(statements, denials, countries, blocs, domestic, open_ended),
        open_ended=open_ended,
        statements=statements,
        denials=denials,
        countries=countries,
        blocs=blocs,
        domestic=domestic,
    )


def destinations(extraction: Extraction) -> Iterable[Mention]:
    """The mentions, of countries and of blocs, that name a place where data goes or stays."""
    return (mention for mention in extraction.mentions if mention.role == "destination")


def statement_of(extraction: Extraction, mention: Mention) -> Statement | None:
    """The statement that a mention is part of."""
    if mention.statement is None or not 0 <= mention.statement < len(extraction.statements):
        return None
    return extraction.statements[mention.statement]


def scope_of(extraction: Extraction, mention: Mention) -> tuple[str, ...] | None:
    """For which readers a destination is named: the mention's own scope, else its statement's."""
    if mention.scope is not None:
        return mention.scope
    statement = statement_of(extraction, mention)
    return statement.scope if statement is not None else None


def _verdict(
    statements: tuple[Statement, ...],
    denials: tuple[Statement, ...],
    countries: tuple[Mention, ...],
    blocs: tuple[Mention, ...],
    domestic: tuple[Mention, ...],
    open_ended: bool,
) -> Verdict:
    if not statements:
        return "DENIED" if denials else "SILENT"
    if countries and not open_ended:
        return "NAMED"
    if countries or blocs:
        return "PARTIAL"
    if domestic and not open_ended:
        return "DENIED" if denials else "SILENT"
    return "UNNAMED"


def _reaches(scope: tuple[str, ...] | None, audience: Audience | None) -> bool:
    return audience is None or audience.includes(scope)


def _open_for(extraction: Extraction, audience: Audience | None) -> bool:
    """Open-endedness holds for the whole notice, unless all that says so is addressed to others and
    every place of which it speaks to this audience is named."""
    if not extraction.open_ended:
        return False
    others = [s for s in extraction.statements if not _reaches(s.scope, audience)]
    if any(_leaves_open(s) for s in extraction.statements if _reaches(s.scope, audience)):
        return True
    evidence = extraction.open_ended_evidence or tuple(Span(s.start, s.end) for s in others if s.open_ended)
    if not evidence:
        return True
    return not all(any(s.start <= start and end <= s.end for s in others) for start, end in evidence)


def _leaves_open(statement: Statement) -> bool:
    names_a_place = bool(statement.destinations or statement.blocs)
    return statement.open_ended or (statement.kind != "denial" and not names_a_place)
