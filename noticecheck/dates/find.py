"""Find the date that a notice gives for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from noticecheck.dates.data import DateWords, Labels, date_words
from noticecheck.notice import Span

_KINDS = ("revised", "effective", "established")

# Markup, punctuation and one or two line ends may stand between a label and its date.
_OTHER = r"(?:[^\w\n]|_)"
_GAP = rf"{_OTHER}{{0,12}}(?:\n{_OTHER}{{0,6}}){{0,2}}"
# Like \b, but Markdown's underscores do not belong to a word.
_BEGIN, _END = r"(?<![^\W_])", r"(?![^\W_])"
_FIELDS = {
    "year": r"(?P<year>(?:19|20|１９|２０)\d{2})",
    "day": r"(?P<day>\d{1,2})",
    "m": r"(?P<m>\d{1,2})",
    "d": r"(?P<d>\d{1,2})(?!\d)",
    "a": r"(?P<a>\d{1,2})",
    "b": r"(?P<b>\d{1,2})",
    "era_year": r"(?P<era_year>元|\d{1,2})",
}


class DateFound(NamedTuple):
    """A date, and the words that give it: label and date, as offsets into the text."""

    date: date
    span: Span


def own_date(text: str, language: str) -> DateFound | None:
    """The day on which the notice says that it was last revised, with the words that say so.

    The latest revision counts; without one the latest day of coming into force, else the day on
    which the notice was first established. None where nothing is said, where only a month is
    given, or where day and month cannot be told apart ("03/04/2024").
    """
    words = date_words(language)
    if words is None:
        return None
    found = _best(text, words)
    if found is None and words.fallback is not None:
        return own_date(text, words.fallback)
    return found


def _best(text: str, words: DateWords) -> DateFound | None:
    by_kind: dict[str, DateFound] = {}
    for kind, found in _labelled(text, words):
        best = by_kind.get(kind)
        # The first place wins among equal dates, so that the answer does not depend on the scan.
        if best is None or (found.date, -found.span.start) > (best.date, -best.span.start):
            by_kind[kind] = found
    return next((by_kind[kind] for kind in _KINDS if kind in by_kind), None)


def _labelled(text: str, words: DateWords) -> Iterator[tuple[str, DateFound]]:
    formats = _formats(words.language)
    before = _labels(words.language, "before")
    if before is not None:
        for label in before.finditer(text):
            for pattern in formats:
                if match := pattern.match(text, label.end()):
                    if day := _date(match, words):
                        yield _kind(label), DateFound(day, Span(_first_letter(label), match.end()))
                    break
    after = _labels(words.language, "after")
    if after is not None:
        for pattern in formats:
            for match in pattern.finditer(text):
                if (label_after := after.match(text, match.end())) and (day := _date(match, words)):
                    yield _kind(label_after), DateFound(day, Span(match.start(), label_after.end("label")))


def _first_letter(label: re.Match[str]) -> int:
    """Where the label's words begin, after the markup of its line."""
    words = label["label"]
    return label.start("label") + len(words) - len(re.sub(r"\A[\W_]+", "", words))


def _kind(label: re.Match[str]) -> str:
    return next(kind for kind in _KINDS if label.groupdict().get(kind) is not None)


def _date(match: re.Match[str], words: DateWords) -> date | None:
    """The date of a match, or None where it is none (31 June) or cannot be told."""
    part = match.groupdict()
    if (era := part.get("era")) is not None:
        year = words.eras.get(era.upper(), 0) + (1 if part["era_year"] == "元" else int(part["era_year"]))
    else:
        year = int(part["year"])
    if (name := part.get("month")) is not None:
        month, day = words.months.get(name.casefold(), 0), int(part["day"])
    elif (first := part.get("a")) is not None:
        order = _order(int(first), int(part["b"]), words)
        if order is None:
            return None
        day, month = order
    else:
        month, day = int(part["m"]), int(part["d"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _order(first: int, second: int, words: DateWords) -> tuple[int, int] | None:
    """Day and month of two numbers, or None where both orders are possible."""
    if first > 12 or words.numeric_order == "day_first":
        return first, second
    if second > 12 or words.numeric_order == "month_first" or first == second:
        return second, first
    return None


@cache
def _formats(language: str) -> tuple[re.Pattern[str], ...]:
    words = date_words(language)
    if words is None:
        return ()
    fields = dict(_FIELDS)
    if words.ordinals:
        fields["day"] += rf"(?:{_any(words.ordinals)})?"
    if words.months:
        fields["month"] = rf"(?P<month>{_any(words.months)}){_END}\.?"
    if words.eras:
        fields["era"] = rf"(?P<era>{_any(words.eras)})"
    return tuple(re.compile(_format(form, fields, words), re.IGNORECASE) for form in words.formats)


def _format(form: str, fields: dict[str, str], words: DateWords) -> str:
    """The regular expression of one format: white space is free, a comma may be a full stop."""
    space = r"[^\S\n]*"
    out = [r"(?<!\d)"]
    for piece in re.findall(r"\{\w+\}|\s+|[^{}\s]+", form):
        if piece.startswith("{"):
            out.append(fields[piece[1:-1]])
        elif piece.isspace():
            out.append(r"\s{1,3}" if not out[-1].endswith("?") else r"\s{0,3}")
        elif piece == ",":
            out.append(r"\s?[,.]?")
        else:
            out.append(space + re.escape(piece) + space)
    out.append(r"(?!\d)")
    return "".join(out)


@cache
def _labels(language: str, side: str) -> re.Pattern[str] | None:
    words = date_words(language)
    if words is None:
        return None
    labels: Labels = words.before if side == "before" else words.after
    groups = []
    for kind in _KINDS:
        names: list[str] = getattr(labels, kind)
        parts = []
        # Nothing divides words in a script without spaces.
        begin, end = ("", "") if words.wide_letters else (_BEGIN, _END)
        if anywhere := [name for name in names if not name.startswith("^")]:
            parts.append(rf"{begin}(?:{_any(anywhere)}){end}")
        if at_start := [name[1:] for name in names if name.startswith("^")]:
            parts.append(rf"(?:^{_OTHER}{{0,12}}|[・|/／,、][^\S\n]?)(?:{_any(at_start)}){end}")
        if parts:
            groups.append(rf"(?P<{kind}>{'|'.join(parts)})")
    if not groups:
        return None
    label = rf"(?P<label>{'|'.join(groups)})"
    if side == "before":
        link = rf"(?:(?:{_any(words.links)}){_GAP}){{0,2}}" if words.links else ""
        return re.compile(label + _GAP + link, re.IGNORECASE | re.MULTILINE)
    return re.compile(rf"{_OTHER}{{0,4}}{label}{_END}", re.IGNORECASE | re.MULTILINE)


def _any(names: list[str] | dict[str, int]) -> str:
    """An alternation, longest first, so that no name hides a longer one."""
    return "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=lambda n: (-len(n), n))
    )
