"""What kind of document a text is: a privacy notice, or terms, a table of cookies, an index ...

Everything is taken for a privacy notice that shows no sign of being something else: a sentence is
a notice like any other, and a warning on a real notice does more harm than a missing one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from noticecheck.notice import Block, Span
from noticecheck.reading.datafiles import load, load_shells, pattern

DocumentKind = Literal["privacy_notice", "terms", "cookie_table", "index", "error_page", "other"]

#: Texts under this many characters are too short to be judged by counted words.
_SHORT = 1_500
_ERROR_PAGE = 600
#: An index has at least this many blocks, none of which is a sentence of this length.
_INDEX_BLOCKS = 10
_INDEX_LINKS = 5
_SENTENCE_LENGTH = 140
_EVIDENCE = 3
_COUNTED = 60_000
#: A text of which this much from the beginning reads as a notice is one.
_BEGINNING = 20_000
#: In a notice there is at least one word of privacy in this many characters.
_SPARSE = 2_500
#: The kinds that show in words of their own.
_OTHERS = ("terms", "cookie_table")
#: Signs of privacy from which a page with other documents is thought to hold a notice as well.
_BUNDLE = 40


class Kind(NamedTuple):
    """The kind, and the passages that tell it (at most a few; none for a plain privacy notice)."""

    kind: DocumentKind
    evidence: tuple[Span, ...]


class _Signs(msgspec.Struct, forbid_unknown_fields=True):
    title: dict[str, list[str]]
    words: dict[str, list[str]]


class _Data(msgspec.Struct, forbid_unknown_fields=True):
    privacy_notice: _Signs
    terms: _Signs
    cookie_table: _Signs


class _Patterns(NamedTuple):
    """`counted` is `words` for text in lower case, which is several times as fast."""

    title: re.Pattern[str]
    words: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def _patterns(language: str) -> dict[str, _Patterns] | None:
    data = load("kinds.toml", _Data)
    if language not in data.privacy_notice.title:
        return None
    found = {}
    for kind in _Data.__struct_fields__:
        signs: _Signs = getattr(data, kind)
        titles = list(signs.title.get(language, []))
        if language != "en":
            # Notices in every language may carry an English title.
            titles += signs.title.get("en", [])
        words = signs.words.get(language, [])
        found[kind] = _Patterns(
            pattern("kinds.toml", f"{kind}.title.{language}", titles),
            pattern("kinds.toml", f"{kind}.words.{language}", words),
            pattern("kinds.toml", f"{kind}.words.{language}", words, flags=0),
        )
    return found


def judge_kind(text: str, blocks: tuple[Block, ...], *, language: str, title: str | None = None) -> Kind:
    """The kind of the document with these blocks, in this language; `title` is the page's."""
    visible = sum(b.end - b.start for b in blocks)
    heads = _heads(blocks)
    if visible < _ERROR_PAGE:
        error = _error_page(text, blocks, title)
        if error is not None:
            return error
    patterns = _patterns(language)
    if patterns is None:
        return _index(blocks) if _is_index(text, blocks) else Kind("privacy_notice", ())
    if _is_index(text, blocks):
        return _index(blocks)
    privacy_title = patterns["privacy_notice"].title
    if title and privacy_title.search(title):
        return Kind("privacy_notice", ())
    own = _first(privacy_title, text, heads)
    named = {kind: _first(patterns[kind].title, text, heads) for kind in _OTHERS}
    in_title = {kind: bool(title and patterns[kind].title.search(title)) for kind in _OTHERS}
    # What stands first is the title: terms soon speak of the privacy policy, and the other way round.
    if own and not any(spans and spans[0] < own[0] for spans in named.values()):
        return Kind("privacy_notice", ())
    counts = _counts(patterns, text[:_BEGINNING])
    if len(text) > _BEGINNING:
        if not any(named.values()) and not any(in_title.values()) and _reads_as_notice(counts, _BEGINNING):
            return Kind("privacy_notice", ())
        counts = _counts(patterns, text if len(text) <= 2 * _COUNTED else text[:_COUNTED] + text[-_COUNTED:])
    privacy, terms, cookies = counts["privacy_notice"], counts["terms"], counts["cookie_table"]
    if visible < _SHORT:
        if named["terms"] and privacy <= terms:
            return Kind("terms", named["terms"])
        if named["cookie_table"] and privacy <= cookies:
            return Kind("cookie_table", named["cookie_table"])
        return Kind("privacy_notice", ())
    if privacy >= _BUNDLE and _first(privacy_title, text, _top_headings(blocks)):
        # One page with all legal documents of a company, the notice among them.
        return Kind("privacy_notice", ())
    if (named["terms"] or in_title["terms"]) and terms > (1.0 if own else 0.5) * privacy:
        return Kind("terms", named["terms"] or _examples(patterns["terms"].words, text))
    if terms > 2 * privacy and terms >= 8:
        return Kind("terms", _examples(patterns["terms"].words, text))
    rows = sum(b.kind == "table_row" for b in blocks)
    if cookies > 2 * privacy and (
        named["cookie_table"] or in_title["cookie_table"] or rows * 2 > len(blocks)
    ):
        return Kind("cookie_table", named["cookie_table"] or _examples(patterns["cookie_table"].words, text))
    if not own and privacy * _SPARSE < min(len(text), 2 * _COUNTED):
        return Kind("other", tuple(Span(b.start, b.end) for b in heads[:1]))
    return Kind("privacy_notice", ())


def _counts(patterns: dict[str, _Patterns], sample: str) -> dict[str, int]:
    lowered = sample.lower()
    return {kind: len(signs.counted.findall(lowered)) for kind, signs in patterns.items()}


def _reads_as_notice(counts: dict[str, int], size: int) -> bool:
    privacy = counts["privacy_notice"]
    return privacy >= counts["terms"] and 2 * privacy >= counts["cookie_table"] and privacy * _SPARSE >= size


def _heads(blocks: tuple[Block, ...]) -> list[Block]:
    """The first headings and short blocks: where a document says what it is."""
    first = [b for b in blocks[:6] if b.end - b.start <= 120 and b.kind != "table_row"]
    return first or list(blocks[:1])


def _top_headings(blocks: tuple[Block, ...]) -> list[Block]:
    return [b for b in blocks if b.kind == "heading" and b.level <= 2]


def _first(title: re.Pattern[str], text: str, heads: list[Block]) -> tuple[Span, ...]:
    for block in heads:
        match = title.search(text[block.start : block.end])
        if match:
            return (Span(block.start, block.end),)
    return ()


def _examples(words: re.Pattern[str], text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for match in words.finditer(text):
        spans.append(Span(*match.span()))
        if len(spans) == _EVIDENCE:
            break
    return tuple(spans)


def _error_page(text: str, blocks: tuple[Block, ...], title: str | None) -> Kind | None:
    shells = load_shells()
    for block in blocks[:3]:
        if shells.error_text.match(text[block.start : block.end]):
            return Kind("error_page", (Span(block.start, block.end),))
    if title and shells.error.search(title) and blocks:
        return Kind("error_page", (Span(blocks[0].start, blocks[0].end),))
    return None


def _index(blocks: tuple[Block, ...]) -> Kind:
    return Kind("index", tuple(Span(b.start, b.end) for b in blocks[:_EVIDENCE]))


def _is_index(text: str, blocks: tuple[Block, ...]) -> bool:
    """Many short entries and no running text: a list of documents, perhaps with a sentence above."""
    if len(blocks) < _INDEX_LINKS or any(b.kind == "table_row" for b in blocks):
        return False
    links = sentences = 0
    for block in blocks:
        content = text[block.start : block.end]
        if _LINK_ONLY.fullmatch(content):
            links += 1
        elif _visible_length(content) >= _SENTENCE_LENGTH:
            return False
        elif content.rstrip("*_ ").endswith(_ENDS):
            sentences += 1
            if sentences > 2:
                return False
    if sentences == 0 and len(blocks) >= _INDEX_BLOCKS:
        return True
    return links >= _INDEX_LINKS and links >= 0.75 * len(blocks)


def _visible_length(text: str) -> int:
    return len(_TARGET.sub("]", text))


_ENDS = (".", "。", "!", "?", "！", "？", ":", "：", ";")
_TARGET = re.compile(r"\]\([^)]*\)")
_LINK_ONLY = re.compile(r"[*_]{0,2}\[[^\[\]]{1,200}\]\([^()\s]+\)[*_]{0,2}")
