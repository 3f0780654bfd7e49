"""Trying a lexicon's rules on a passage: only those whose words stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from noticecheck.extraction.passage import Match, Passage
from noticecheck.language import Lexicon, schema
from noticecheck.language.lexicon import BLOC_MASK, COUNTRY_MASK, REGION_MASK, Rule, RuleData
from noticecheck.notice import Span

# Features that roles and judgements give, so that nothing is known of them while rules are tried.
_JUDGED_LATER = frozenset({"destination", "negated", "origin", "statement"})


def mask(passage: Passage) -> str:
    """The passage in lower case with every place name replaced by a mask of its own length."""
    if not passage.places:
        return passage.low
    parts: list[str] = []
    at = 0
    for place in passage.places:
        parts.append(passage.low[at : place.start])
        sign = BLOC_MASK if place.bloc else REGION_MASK if place.region else COUNTRY_MASK
        parts.append(sign * (place.end - place.start))
        at = place.end
    parts.append(passage.low[at:])
    return "".join(parts)


def match_rules(passage: Passage, lexicon: Lexicon, kinds: tuple[type[RuleData], ...]) -> list[Match]:
    """Every match of the rules of these kinds that can have an effect; those decided by words alone
    first, then by rule and position."""
    tried: set[int] = set()
    found: list[Match] = []
    for word, start, end in passage.words:
        for number in lexicon.rules_of[word]:
            rule = lexicon.rules[number]
            if isinstance(rule.data, kinds):
                if rule.pattern is None:
                    found.append(Match(rule, start, end))
                else:
                    tried.add(number)
    by_rule: dict[int, list[Match]] = {}
    # Features first: a rule whose needs they cannot meet is not tried, and mostly not even compiled.
    for number in sorted(tried, key=lambda n: (not isinstance(lexicon.rules[n].data, schema.Feature), n)):
        rule = lexicon.rules[number]
        if isinstance(rule.data, schema.Feature) or _may_hold(rule.data, passage, found, by_rule.values()):
            by_rule[number] = _matches(rule, passage)
    for number in sorted(by_rule):
        found += by_rule[number]
    return found


def _matches(rule: Rule, passage: Passage) -> list[Match]:
    assert rule.pattern is not None  # only rules with a pattern are tried
    # A group of countries may be described by the very words that name a safeguard: unmasked there.
    text = passage.low if isinstance(rule.data, schema.SafeguardRule) else passage.masked
    return [Match(rule, *m.span()) for m in rule.pattern.regex.finditer(text) if m.end() > m.start()]


def _may_hold(
    data: RuleData, passage: Passage, words: Iterable[Match], patterns: Iterable[Sequence[Match]]
) -> bool:
    """Whether a match of the rule could have any effect in this passage."""
    if isinstance(data, schema.Role) and not passage.places:
        return False
    needs: Sequence[str] = getattr(data, "needs", ())
    if not needs or any(name.split(":")[-1] in _JUDGED_LATER or passage.has(name) for name in needs):
        return True
    own = chain(words, chain.from_iterable(patterns))
    return any(isinstance(m.rule.data, schema.Feature) and m.rule.data.feature in needs for m in own)


def features_of(matches: list[Match]) -> dict[str, list[Span]]:
    """Feature name -> its spans, without those that another feature cancels; `matches` loses the
    matches of `Open` rules and of cues for destinations that a feature cancels under the names `open`
    and `destination`; where the latter stand is kept under `no-destination`."""
    found: dict[str, list[Span]] = {}
    cancelled: list[tuple[str, Span]] = []
    for match in matches:
        data = match.rule.data
        if isinstance(data, schema.Feature):
            span = Span(match.start, match.end)
            found.setdefault(data.feature, []).append(span)
            cancelled += [(name, span) for name in data.cancels]
    for name, span in cancelled:
        kept = [s for s in found.get(name, ()) if s.end <= span.start or s.start >= span.end]
        if kept:
            found[name] = kept
        else:
            found.pop(name, None)
    spans = {name: [s for n, s in cancelled if n == name] for name in ("open", "destination")}
    if any(spans.values()):
        matches[:] = [m for m in matches if not _cancelled(m, spans[_cancelled_as(m)])]
    if spans["destination"]:
        found["no-destination"] = spans["destination"]
    return found


def _cancelled_as(match: Match) -> str:
    data = match.rule.data
    return "open" if isinstance(data, schema.Open) else "destination"


def _cancelled(match: Match, spans: list[Span]) -> bool:
    data = match.rule.data
    concerned = isinstance(data, schema.Open) or (
        isinstance(data, schema.Role) and data.role == "destination"
    )
    return concerned and any(match.start < span.end and span.start < match.end for span in spans)
