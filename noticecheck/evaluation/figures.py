"""Accuracy, precision, recall and F1 over annotated notices, with bootstrap intervals."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from noticecheck.evaluation.gold import VERDICTS, Gold
from noticecheck.evaluation.tally import Answer, Hits, Tally, tally

#: Figures by name; nested where a measure has several. JSON-ready.
Figures = dict[str, Any]

_RESAMPLES = 1000
_SEED = 20220401


def evaluate(
    gold: Sequence[Gold],
    predictions: Mapping[str, Mapping[str, Any]],
    texts: Mapping[str, str] | None = None,
    *,
    resamples: int = _RESAMPLES,
) -> Figures:
    """Figures of `predictions` (by id) against annotated notices, overall and per language.

    A notice without a prediction counts as SILENT with nothing found, one with an error as wrong:
    neither is skipped. `texts` (by id) are needed to judge statements. `languages` holds the same
    figures per language, and `intervals` the 95 % percentile intervals of a bootstrap over notices
    (seeded: the same input gives the same interval; none with `resamples=0`).
    """
    tallies = [
        (row, tally(row, predictions.get(row.id), None if texts is None else texts[row.id])) for row in gold
    ]
    result = _figures([one for _, one in tallies], resamples)
    result["languages"] = {
        language: _figures([one for row, one in tallies if row.lang == language], resamples)
        for language in sorted({row.lang for row in gold})
    }
    return result


def _figures(tallies: Sequence[Tally], resamples: int) -> Figures:
    figures = _measure(tallies)
    if resamples:
        figures["intervals"] = _intervals(tallies, resamples)
    return figures


def _measure(tallies: Sequence[Tally]) -> Figures:
    total = len(tallies)
    figures: Figures = {
        "notices": total,
        "answered": sum(one.answered for one in tallies),
        "verdict": _verdicts([one.verdict for one in tallies]),
        "destinations": _micro(one.destinations for one in tallies),
        "destination_set_exact": round(sum(one.exact for one in tallies) / total, 4),
        "blocs": _micro(one.blocs for one in tallies),
        "open_ended": _answers(one.open_ended for one in tallies),
        "safeguards": _micro(one.safeguards for one in tallies),
        "destination_law_info": _answers(one.destination_law_info for one in tallies),
        "recipient_measures_info": _answers(one.recipient_measures_info for one in tallies),
    }
    judged = [one.statements for one in tallies if one.statements is not None]
    if judged:
        predicted, gold = sum(s.predicted for s in judged), sum(s.gold for s in judged)
        precision = _share(sum(s.predicted_right for s in judged), predicted)
        recall = _share(sum(s.gold_found for s in judged), gold)
        figures["statements"] = {**_f1(precision, recall), "gold": gold, "predicted": predicted}
    return figures


def _share(part: int, whole: int) -> float:
    """`part` of `whole`; of nothing, nothing can be wrong."""
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> dict[str, float]:
    both = precision + recall
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / both, 4) if both else 0.0,
    }


def _micro(hits: Iterable[Hits]) -> Figures:
    pairs = list(hits)
    right, extra, missed = (sum(one[i] for one in pairs) for i in range(3))
    scores = _f1(_share(right, right + extra), _share(right, right + missed))
    return {**scores, "tp": right, "fp": extra, "fn": missed}


def _verdicts(pairs: Sequence[tuple[str, str]]) -> Figures:
    scores = []
    for verdict in VERDICTS:
        hits = Hits(
            right=sum(gold == predicted == verdict for gold, predicted in pairs),
            extra=sum(predicted == verdict != gold for gold, predicted in pairs),
            missed=sum(gold == verdict != predicted for gold, predicted in pairs),
        )
        # A verdict that no annotation holds says nothing about recall: it is left out of the mean.
        if hits.right + hits.missed:
            scores.append(_micro([hits])["f1"])
    wrong = Counter(f"{gold}>{predicted}" for gold, predicted in pairs if gold != predicted)
    return {
        "accuracy": round(sum(gold == predicted for gold, predicted in pairs) / len(pairs), 4),
        "macro_f1": round(sum(scores) / len(scores), 4),
        "n": len(pairs),
        "confusion": dict(sorted(wrong.items())),
    }


def _answers(answers: Iterable[Answer | None]) -> Figures:
    pairs = [answer for answer in answers if answer is not None]
    if not pairs:
        return {"n": 0}
    hits = Hits(
        right=sum(a.gold and a.predicted for a in pairs),
        extra=sum(a.predicted and not a.gold for a in pairs),
        missed=sum(a.gold and not a.predicted for a in pairs),
    )
    right = sum(a.gold == a.predicted for a in pairs)
    return {"accuracy": round(right / len(pairs), 4), "f1": _micro([hits])["f1"], "n": len(pairs)}


def _columns(one: Tally) -> tuple[int, ...]:
    """What the bootstrap sums: verdict; destinations; blocs; safeguards; open-ended; statements."""
    open_ended = one.open_ended
    statements = one.statements or (0, 0, 0, 0)
    return (
        one.verdict[0] == one.verdict[1],
        1,
        *one.destinations,
        one.exact,
        *one.blocs,
        *one.safeguards,
        open_ended is not None and open_ended.gold == open_ended.predicted,
        open_ended is not None,
        *statements,
    )


def _sampled(sums: Sequence[int]) -> dict[str, float]:
    """The figures of one resample, from its column sums."""

    def f1(right: int, extra: int, missed: int) -> float:
        # Equal to the harmonic mean of precision and recall; 1 where there was nothing to find.
        return _share(2 * right, 2 * right + extra + missed)

    precision, recall = _share(sums[14], sums[15]), _share(sums[16], sums[17])
    both = precision + recall
    return {
        "verdict.accuracy": sums[0] / sums[1],
        "destinations.f1": f1(*sums[2:5]),
        "destination_set_exact": sums[5] / sums[1],
        "blocs.f1": f1(*sums[6:9]),
        "safeguards.f1": f1(*sums[9:12]),
        "open_ended.accuracy": _share(sums[12], sums[13]),
        "statements.f1": 2 * precision * recall / both if both else 0.0,
    }


def _intervals(tallies: Sequence[Tally], resamples: int) -> dict[str, list[float]]:
    """95 % percentile intervals: notices drawn with replacement, figures computed anew."""
    rows = [_columns(one) for one in tallies]
    draw = random.Random(_SEED)
    samples: dict[str, list[float]] = {}
    for _ in range(resamples):
        sums = [sum(column) for column in zip(*draw.choices(rows, k=len(rows)), strict=True)]
        for name, value in _sampled(sums).items():
            samples.setdefault(name, []).append(value)
    if all(one.statements is None for one in tallies):
        del samples["statements.f1"]
    low, high = int(0.025 * resamples), min(int(0.975 * resamples), resamples - 1)
    return {
        name: [round(ordered[low], 4), round(ordered[high], 4)]
        for name, values in samples.items()
        if (ordered := sorted(values))
    }
