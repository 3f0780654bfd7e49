"""Roles of the places in a passage: cue, direction, scope, termination (ConText's idea), from data."""

from __future__ import annotations

import re

from noticecheck.extraction.matching import features_of, match_rules
from noticecheck.extraction.passage import Match, Passage, Place
from noticecheck.language import Lexicon, schema
from noticecheck.language.lexicon import RuleData
from noticecheck.notice import Span


def try_rules(passage: Passage, lexicon: Lexicon, kinds: tuple[type[RuleData], ...]) -> None:
    """Fill the passage's matches and features, and with them the roles of its places."""
    passage.matches = match_rules(passage, lexicon, kinds)
    passage.features = features_of(passage.matches)
    give_roles(passage, lexicon)


def give_roles(passage: Passage, lexicon: Lexicon) -> None:
    """Give each place of the passage the role of the strongest cue that reaches it, else of the first
    default that fits where it stands, else `other`."""
    if not passage.places:
        return
    _group(passage, lexicon)
    for match in passage.matches:
        data = match.rule.data
        if not isinstance(data, schema.Role):
            continue
        if (data.needs and not passage.has_any(data.needs)) or passage.has_any(data.unless):
            continue
        _apply(passage, match, data)
    for place in passage.places:
        if place.role is None:
            _default(passage, place, lexicon)


def _group(passage: Passage, lexicon: Lexicon) -> None:
    """Number the lists of places: what is said of a list is said of each of its places."""
    for number, found in enumerate(lexicon.place_list.finditer(passage.masked), 1):
        for place in passage.places:
            if found.start() <= place.start < found.end():
                place.group = number


def _apply(passage: Passage, match: Match, data: schema.Role) -> None:
    places = passage.places
    if data.direction == "within":
        reached = [p for p in places if match.start <= p.start and p.end <= match.end]
        distance = 0
        start, end = match.start, match.end
        # The cue is what stands beside the places: a reader is shown "outside", not "outside Japan".
        if reached and reached[0].start > match.start:
            end = reached[0].start
        elif reached and reached[-1].end < match.end:
            start = reached[-1].end
    else:
        ahead = data.direction == "forward"
        start, end = match.start, match.end
        if ahead:
            first = next((p for p in places if p.start >= match.end), None)
            gap = (match.end, first.start) if first else (0, 0)
        else:
            first = next((p for p in reversed(places) if p.end <= match.start), None)
            gap = (first.end, match.start) if first else (0, 0)
        if first is None:
            return
        distance = passage.tokens_between(*gap)
        if distance > data.scope or (match.rule.stop and match.rule.stop.regex.search(passage.masked, *gap)):
            return
        if match.rule.via and not match.rule.via.regex.search(passage.masked, *gap):
            return
        reached = [
            p for p in places
            if p is first or (first.group and p.group == first.group and (p.start > first.start) == ahead)
        ]  # fmt: skip
    rank = (data.rank, -distance)
    for place in reached:
        if rank > place.rank:
            place.rank = rank
            place.role, place.rule = data.role, data.id
            place.cue = Span(start, end) if end > start else Span(match.start, match.end)
            place.scopes = data.scopes


def _default(passage: Passage, place: Place, lexicon: Lexicon) -> None:
    for default, before in zip(lexicon.language.defaults, lexicon.before, strict=True):
        if default.role == "destination" and any(
            place.start < span.end and span.start < place.end
            for span in passage.features.get("no-destination", ())
        ):
            continue
        if default.where == "cell" and place.cell is None:
            continue
        if default.where == "item" and passage.kind != "list_item":
            continue
        own = _column(passage, place)
        if default.bare and not _bare(passage, place):
            continue
        if not all(name in own or passage.has(name) for name in default.all):
            continue
        if default.any and not any(name in own or passage.has(name) for name in default.any):
            continue
        if any(name in own or passage.has(name) for name in default.none):
            continue
        if before is not None and not _stands_after(before.regex, passage, place):
            continue
        place.role, place.rule = default.role, default.id
        return
    place.role, place.rule = "other", "no-cue"


def _stands_after(before: re.Pattern[str], passage: Passage, place: Place) -> bool:
    """Whether `before` stands right before the place, or before the list that it is in."""
    start = min(p.start for p in passage.places if p is place or (p.group and p.group == place.group))
    return before.search(passage.masked, max(0, start - 60), start) is not None


def _column(passage: Passage, place: Place) -> frozenset[str]:
    columns = passage.context.columns
    return columns[place.cell] if place.cell is not None and place.cell < len(columns) else frozenset()


def _bare(passage: Passage, place: Place) -> bool:
    """Whether the passage (or the place's cell) says hardly more than places: `Ghana`, or `Ghana
    (telephone support)`, where the place comes first."""
    start, end = 0, len(passage.text)
    if place.cell is not None:
        start, end = passage.cells[place.cell]
    inside = [p for p in passage.places if start <= p.start and p.end <= end]
    rest = sum(c.isalnum() for c in passage.text[start:end])
    rest -= sum(c.isalnum() for p in inside for c in passage.text[p.start : p.end])
    first = not any(c.isalpha() for c in passage.text[start : inside[0].start])
    return rest <= (40 if first and place.cell is None else 12)
