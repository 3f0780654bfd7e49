"""Whether a passage is a transfer statement, and of which kind, by the language's data."""

from __future__ import annotations

from noticecheck.extraction.passage import Passage
from noticecheck.language import Lexicon, schema
from noticecheck.notice import Span


def judge(passage: Passage, lexicon: Lexicon) -> None:
    """Fill `passage.statement` with (kind, rule id, cue) of the first statement rule that holds."""
    for rule in lexicon.language.statements:
        if _holds(rule, passage):
            passage.statement = (rule.kind, rule.id, _cue(rule, passage))
            if rule.kind != "denial" and passage.has("back-reference"):
                _refer_back(passage)
            return


def _refer_back(passage: Passage) -> None:
    """`We have offices in Peru. Your data is sent there.`: the places of the sentence before, if no cue
    has claimed them, are what "there" means."""
    before = passage.previous
    if (
        before is None
        or before.block != passage.block
        or any(p.role == "destination" for p in passage.places)
    ):
        return
    named = [p for p in before.places if p.rule == "no-cue" or p.role == "origin"]
    for place in named:
        place.role, place.rule, place.cue = "destination", "back-reference", None
    if named and before.statement is None:
        before.statement = ("recipient", "back-reference", None)


def _holds(rule: schema.StatementRule, passage: Passage) -> bool:
    return (
        (rule.headings or passage.kind != "heading")
        and (not rule.destination or passage.has("destination"))
        and all(passage.has(name) for name in rule.all)
        and (not rule.any or passage.has_any(rule.any))
        and not passage.has_any(rule.none)
        and (not rule.near or _near(rule, passage))
    )


def _near(rule: schema.StatementRule, passage: Passage) -> bool:
    """Whether one span of each `all` feature fits into `near` tokens."""
    spans = [passage.features[name] for name in rule.all if name in passage.features]
    if len(spans) < 2:
        return True
    return any(
        all(any(_distance(passage, anchor, other) <= rule.near for other in others) for others in spans[1:])
        for anchor in spans[0]
    )


def _distance(passage: Passage, a: Span, b: Span) -> int:
    return passage.tokens_between(min(a.end, b.end), max(a.start, b.start))


def _cue(rule: schema.StatementRule, passage: Passage) -> Span | None:
    if rule.destination:
        cue = next((p.cue for p in passage.places if p.role == "destination" and p.cue), None)
        if cue is not None:
            return cue
    spans = [passage.features[n] for n in (*rule.all, *rule.any) if n in passage.features]
    return min((s for found in spans for s in found), default=None)
