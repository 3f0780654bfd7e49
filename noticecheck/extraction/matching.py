"""Trying a lexicon's rules on a passage: only those whose words stand in it."""

from __future__ import annotations

from noticecheck.extraction.passage import Match, Passage
from noticecheck.language import Lexicon, schema
from noticecheck.language.lexicon import BLOC_MASK, COUNTRY_MASK, REGION_MASK, RuleData
from noticecheck.notice import Span


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
    """Every match of the rules of these kinds; those decided by words alone first, then by rule and position."""
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
    for number in sorted(tried):
        rule = lexicon.rules[number]
        assert rule.pattern is not None  # only rules with a pattern are in `tried`
        # A group of countries may be described by the very words that name a safeguard: unmasked there.
        text = passage.low if isinstance(rule.data, schema.SafeguardRule) else passage.masked
        found += [Match(rule, *m.span()) for m in rule.pattern.regex.finditer(text) if m.end() > m.start()]
    return found


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
