"""What a notice shows of the signals that law files ask for (`noticecheck.law.schema.Signal`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from noticecheck.extraction.model import Extraction, Mention, Safeguard, Statement
from noticecheck.law.schema import Signal
from noticecheck.notice import Span
from noticecheck.scoring.standpoint import Standpoint, statement_of

Degree = Literal["shown", "partly", "none"]
_ORDER: dict[Degree, int] = {"shown": 0, "partly": 1, "none": 2}


@dataclass(frozen=True, slots=True)
class Observation:
    """How far signals are shown, and the passages that show it, in text order."""

    degree: Degree
    evidence: tuple[Span, ...] = ()


ABSENT = Observation("none")


def observe(signals: Sequence[Signal], extraction: Extraction, seen: Standpoint) -> Observation:
    """The best that any of the signals gives; the evidence of all that reach that degree."""
    found = [_observe_one(signal, extraction, seen) for signal in signals]
    best: Degree = min((observation.degree for observation in found), key=_ORDER.__getitem__, default="none")
    if best == "none":
        return ABSENT
    spans = (span for observation in found if observation.degree == best for span in observation.evidence)
    return Observation(best, in_order(spans))


def spans(found: Iterable[Mention | Statement | Safeguard]) -> tuple[Span, ...]:
    """Where these stand in the text, in text order, each once."""
    return in_order(Span(one.start, one.end) for one in found)


def in_order(found: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in text order, each once."""
    return tuple(sorted(set(found)))


def _observe_one(signal: Signal, extraction: Extraction, seen: Standpoint) -> Observation:
    subject, _, detail = signal.partition(".")
    if subject == "statements":
        return Observation("shown", spans(seen.statements)) if seen.states else ABSENT
    if subject == "destinations":
        return _destinations(extraction, seen, handling_only=detail == "handling")
    if subject == "safeguards":
        return _given(spans(s for s in extraction.safeguards if detail in ("", s.code)))
    return _given(in_order(extraction.information.get(detail, ())))


def _given(evidence: tuple[Span, ...]) -> Observation:
    return Observation("shown", evidence) if evidence else ABSENT


def _destinations(extraction: Extraction, seen: Standpoint, handling_only: bool) -> Observation:
    if seen.verdict not in ("NAMED", "PARTIAL"):
        return ABSENT
    evidence = spans((*seen.countries, *seen.blocs))
    if seen.verdict == "PARTIAL":
        return Observation("partly", evidence)
    if handling_only and all(_is_seat(extraction, mention) for mention in seen.countries):
        return Observation("partly", evidence)
    return Observation("shown", evidence)


def _is_seat(extraction: Extraction, mention: Mention) -> bool:
    """Whether a country is named only as the place where a recipient sits."""
    statement = statement_of(extraction, mention)
    return statement is not None and statement.kind == "recipient"
