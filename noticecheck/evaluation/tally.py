"""What one notice contributes to the figures: counts, so that any set of notices can be summed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from noticecheck.evaluation.gold import Gold
from noticecheck.evaluation.spans import QuoteFinder, same_statement
from noticecheck.notice import Span


class Hits(NamedTuple):
    """Right, invented and missed items."""

    right: int
    extra: int
    missed: int


class StatementHits(NamedTuple):
    """Predicted statements that an annotated one confirms, and annotated ones that were found.

    One long passage may confirm several, so that both directions are counted on their own.
    """

    predicted_right: int
    predicted: int
    gold_found: int
    gold: int


class Answer(NamedTuple):
    """A yes-or-no field: as annotated, as predicted."""

    gold: bool
    predicted: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """One notice's counts. A field that is not judged for this notice is None."""

    verdict: tuple[str, str]
    answered: bool
    destinations: Hits
    exact: bool
    blocs: Hits
    safeguards: Hits
    open_ended: Answer | None
    destination_law_info: Answer
    recipient_measures_info: Answer | None
    statements: StatementHits | None


def verdict_of(prediction: Mapping[str, Any]) -> str:
    """The predicted verdict for no reader in particular; `ERROR`, never right, for an error row."""
    if prediction.get("error"):
        return "ERROR"
    return str(prediction.get("disclosure_any_reader") or prediction.get("disclosure") or "SILENT")


def codes_of(items: Any) -> set[str]:
    """The codes of a list that holds codes or objects with a `code`."""
    return {item if isinstance(item, str) else item["code"] for item in items or ()}


def tally(gold: Gold, prediction: Mapping[str, Any] | None, text: str | None) -> Tally:
    """Compare one prediction with its annotation; a missing prediction found nothing (SILENT).

    Statements are judged only where the notice's `text` is given.
    """
    answer: Mapping[str, Any] = prediction or {}
    destinations = {item.code for item in gold.destinations}
    predicted = codes_of(answer.get("destinations"))
    failed = bool(answer.get("error"))
    states = gold.stance == "states"
    return Tally(
        verdict=(gold.verdict, verdict_of(answer)),
        answered=prediction is not None and not failed,
        destinations=_hits(destinations, predicted),
        exact=not failed and destinations == predicted,
        blocs=_hits({item.code for item in gold.blocs}, codes_of(answer.get("blocs"))),
        safeguards=_hits(set(gold.safeguards), codes_of(answer.get("safeguards"))),
        open_ended=Answer(gold.open_ended, bool(answer.get("open_ended"))) if states else None,
        destination_law_info=Answer(gold.destination_law_info, bool(answer.get("destination_law_info"))),
        recipient_measures_info=(
            Answer(gold.recipient_measures_info, bool(answer.get("recipient_measures_info")))
            if states
            else None
        ),
        statements=None if text is None else _statements(gold, answer, text),
    )


def _hits(gold: set[str], predicted: set[str]) -> Hits:
    return Hits(len(gold & predicted), len(predicted - gold), len(gold - predicted))


def _statements(gold: Gold, answer: Mapping[str, Any], text: str) -> StatementHits:
    finder = QuoteFinder(text)
    # A quote that stands in several places is one statement, found in any of them.
    wanted = [places for quote in gold.evidence if (places := finder.find(quote))]
    found: list[Span] = []
    for statement in answer.get("statements") or ():
        if "start" in statement:
            found.append(Span(statement["start"], statement["end"]))
        else:
            found += finder.find(statement["text"])[:1]
    return StatementHits(
        predicted_right=sum(any(same_statement(p, w) for places in wanted for w in places) for p in found),
        predicted=len(found),
        gold_found=sum(any(same_statement(w, p) for w in places for p in found) for places in wanted),
        gold=len(wanted),
    )
