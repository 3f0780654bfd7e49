"""From judged passages to what the notice as a whole says."""

from __future__ import annotations

from collections.abc import Sequence, Set

from noticecheck.extraction.model import Extraction, Mention, Safeguard, Statement
from noticecheck.extraction.passage import Passage, Place
from noticecheck.language import Lexicon, schema
from noticecheck.notice import Notice, Span
from noticecheck.view import view


def assemble(notice: Notice, passages: Sequence[Passage], lexicon: Lexicon) -> Extraction:
    """The extraction of a notice from its passages, in text order."""
    statements: list[Statement] = []
    mentions: list[Mention] = []
    for passage in passages:
        number = len(statements) if passage.statement else None
        own = [_mention(passage, place, number, notice) for place in passage.places]
        if passage.statement:
            statements.append(_statement(notice, passage, own))
        mentions += own
    stated = any(s.kind != "denial" for s in statements)
    named = any(s.destinations or s.blocs for s in statements if s.kind != "denial")
    native = set(lexicon.language.native)
    countries = any(set(s.destinations) - native for s in statements if s.kind != "denial")
    # A list or table of places closes what was announced; so do words such as "the following countries".
    closed = any(
        p.statement
        and p.has("destination")
        and (p.kind in ("list_item", "table_row") or p.has("closes-list"))
        for p in passages
    )
    # "Outside your country" stays open only where the notice never goes on to say where.
    strengths = {"strong", *(() if closed else ("closable",)), *(() if countries else ("weak",))}
    evidence = [span for p in passages for span in open_spans(p, strengths)]
    information: dict[str, tuple[Span, ...]] = {}
    for passage in passages:
        for key, span in _information(passage):
            information[key] = (*information.get(key, ()), span)
    return Extraction(
        language=notice.language,
        statements=tuple(statements),
        mentions=tuple(mentions),
        safeguards=tuple(s for p in passages for s in _safeguards(notice, p)) if stated else (),
        open_ended=stated and (bool(evidence) or not named),
        open_ended_evidence=tuple(evidence) if stated else (),
        information=information,
        other_language_versions=tuple(v for p in passages for v in _versions(p)),
    )


def _mention(passage: Passage, place: Place, number: int | None, notice: Notice) -> Mention:
    span = passage.span(place.start, place.end)
    # A heading announces a place; only what is stated under it makes the place a destination.
    announced = place.role == "destination" and passage.statement is None
    destination = place.role == "destination" and not announced
    return Mention(
        start=span.start,
        end=span.end,
        text=notice.text[span.start : span.end],
        code=place.code,
        kind="bloc" if place.bloc else "country",
        role="other" if announced else place.role or "other",
        rule="heading" if announced else place.rule,
        cue=passage.span(*place.cue) if place.cue else None,
        statement=number if destination else None,
        scope=_scope(passage) if destination else None,
    )


def _scope(passage: Passage) -> tuple[str, ...] | None:
    """The readers for whom the passage speaks, if it says so itself or its section does."""
    own = dict.fromkeys(p.code for p in passage.places if p.role == "user_location" and p.scopes)
    return tuple(own) or passage.context.readers or None


def _statement(notice: Notice, passage: Passage, mentions: list[Mention]) -> Statement:
    assert passage.statement is not None  # the caller asks only then
    kind, rule, cue = passage.statement
    span = passage.span(0, len(passage.text))
    named = [m for m in mentions if m.role == "destination"]
    return Statement(
        start=span.start,
        end=span.end,
        text=notice.text[span.start : span.end],
        kind=kind,  # type: ignore[arg-type]  # the schema of language files allows no other kind
        heading_path=tuple(_plain(notice, i) for i in notice.blocks[passage.block].headings),
        open_ended=bool(open_spans(passage, {"strong", "closable", "weak"})),
        rule=rule,
        cue=passage.span(*cue) if cue else None,
        scope=_scope(passage),
        destinations=tuple(dict.fromkeys(m.code for m in named if m.kind == "country")),
        blocs=tuple(dict.fromkeys(m.code for m in named if m.kind == "bloc")),
    )


def _plain(notice: Notice, index: int) -> str:
    block = notice.blocks[index]
    return view(notice.text, block.start, block.end, markdown=notice.markup == "markdown").text.strip(" #")


def open_spans(passage: Passage, strengths: Set[str]) -> list[Span]:
    """Where a statement leaves the list of places open."""
    if passage.statement is None or passage.statement[0] == "denial":
        return []
    return [
        passage.span(m.start, m.end)
        for m in passage.matches
        if isinstance(m.rule.data, schema.Open)
        and m.rule.data.strength in strengths
        and (not m.rule.data.needs or passage.has_any(m.rule.data.needs))
        and not passage.has_any(m.rule.data.unless)
    ]


def _safeguards(notice: Notice, passage: Passage) -> list[Safeguard]:
    found: list[Safeguard] = []
    if passage.kind == "heading":
        return found
    for match in passage.matches:
        data = match.rule.data
        if not isinstance(data, schema.SafeguardRule) or passage.has_any(data.unless):
            continue
        if passage.has_any(data.needs) if data.needs else passage.statement is not None:
            span = passage.span(match.start, match.end)
            found.append(Safeguard(data.code, *span, notice.text[span.start : span.end], data.id))
    return found


def _information(passage: Passage) -> list[tuple[str, Span]]:
    return [
        (m.rule.data.key, passage.span(0, len(passage.text)))
        for m in passage.matches
        if isinstance(m.rule.data, schema.Information)
        and (not m.rule.data.needs or passage.has_any(m.rule.data.needs))
        and not passage.has_any(m.rule.data.unless)
    ]


def _versions(passage: Passage) -> list[tuple[str, Span]]:
    found = []
    for match in passage.matches:
        if isinstance(match.rule.data, schema.LanguageVersion):
            own = match.rule.stop
            if own is not None and own.regex.search(passage.masked, match.start, match.end):
                continue
            readers = [p.code for p in passage.places if match.start <= p.start and p.end <= match.end]
            span = passage.span(0, len(passage.text))
            found += [(code, span) for code in readers]
    return found
