"""Where the answers differ from the annotations, with the words and the rules behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from noticecheck.evaluation.gold import Gold, Quoted
from noticecheck.evaluation.spans import QuoteFinder, same_statement
from noticecheck.evaluation.tally import codes_of, verdict_of
from noticecheck.notice import Span
from noticecheck.rendering.quote import around, shortened

_SENTENCE = 400


def differences(
    gold: Sequence[Gold], predictions: Mapping[str, Mapping[str, Any]], texts: Mapping[str, str] | None
) -> Iterator[str]:
    """Lines for each notice whose verdict, places, open-endedness or statements differ.

    For each code that was invented: the sentence, the mention, its role, cue and rule. For each that
    was missed: the annotator's quote, and how its mentions were read. With `texts` also statements
    that were missed or invented.
    """
    for row in gold:
        answer = predictions.get(row.id, {})
        text = None if texts is None else texts[row.id]
        details = [*_codes(row, answer, text), *_open(row, answer), *_statements(row, answer, text)]
        if details or verdict_of(answer) != row.verdict:
            yield f"{row.id} [{row.lang}]: {row.verdict} -> {verdict_of(answer)}{_error(answer)}"
            yield from details


def _error(answer: Mapping[str, Any]) -> str:
    error = answer.get("error")
    return f" ({error['code']}: {error['message']})" if isinstance(error, Mapping) else ""


def _codes(row: Gold, answer: Mapping[str, Any], text: str | None) -> Iterator[str]:
    kinds: tuple[tuple[str, list[Quoted]], ...] = (("destinations", row.destinations), ("blocs", row.blocs))
    for kind, annotated in kinds:
        wanted = {item.code: item for item in annotated}
        found = codes_of(answer.get(kind))
        for code in sorted(found - set(wanted)):
            yield f"    {kind}: {code} invented"
            yield from _mentions(_of(answer, kind, code), text)
            for item in row.confusers:
                if item.code == code:
                    yield f"        annotated as another role: {shortened(item.quote, _SENTENCE)}"
        for code in sorted(set(wanted) - found):
            yield f"    {kind}: {code} missed: {shortened(wanted[code].quote, _SENTENCE)}"
            others = [m for m in answer.get("other_mentions") or () if m.get("code") == code]
            yield from _mentions(others, text)


def _of(answer: Mapping[str, Any], kind: str, code: str) -> list[Mapping[str, Any]]:
    return [
        mention
        for place in answer.get(kind) or ()
        if isinstance(place, Mapping) and place["code"] == code
        for mention in place.get("mentions") or ()
    ]


def _mentions(mentions: Sequence[Mapping[str, Any]], text: str | None) -> Iterator[str]:
    for mention in mentions:
        line = f"        {mention['text']!r} at {mention['start']}: role {mention.get('role')}"
        line += f", rule {mention.get('rule')}"
        if text is None:
            yield line
            continue
        if cue := mention.get("cue"):
            line += f", cue {text[cue[0] : cue[1]]!r}"
        yield line
        before, words, after = around(
            text, mention["start"], mention["end"], within=_paragraph(text, mention["start"])
        )
        yield f"            {before}[{words}]{after}".rstrip()


def _paragraph(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n\n", at)
    return text.rfind("\n\n", 0, at) + 1, len(text) if end < 0 else end


def _open(row: Gold, answer: Mapping[str, Any]) -> Iterator[str]:
    if row.stance == "states" and not answer.get("error"):
        predicted = bool(answer.get("open_ended"))
        if predicted != row.open_ended:
            yield f"    open_ended: {row.open_ended} -> {predicted}"


def _statements(row: Gold, answer: Mapping[str, Any], text: str | None) -> Iterator[str]:
    if text is None:
        return
    finder = QuoteFinder(text)
    predicted = [s for s in answer.get("statements") or () if "start" in s]
    spans = [Span(s["start"], s["end"]) for s in predicted]
    wanted = [(quote, places) for quote in row.evidence if (places := finder.find(quote))]
    for quote, places in wanted:
        if not any(same_statement(place, span) for place in places for span in spans):
            yield f"    statement missed: {shortened(quote, _SENTENCE)}"
    for statement, span in zip(predicted, spans, strict=True):
        if not any(same_statement(place, span) for _, places in wanted for place in places):
            words = shortened(text[span.start : span.end], _SENTENCE)
            origin = f"{statement.get('kind')}, {statement.get('rule')}"
            yield f"    statement invented at {span.start} ({origin}): {words}"
