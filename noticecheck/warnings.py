"""What a person must know before relying on a report.

====================================  ====================================================================
code                                  meaning
====================================  ====================================================================
not_a_privacy_notice                  the document reads like terms of service, a cookie list, or another kind
not_addressed_to_reader               the notice says that another language version applies to the reader
mixed_languages                       a large part is in a script that the notice's language does not use
home_differs                          a law is assessed whose own country is not the reader's
no_date                               nothing tells the notice's date; the law data's date was used
====================================  ====================================================================

The codes are stable. A message says what it means for the reader; `evidence` points at the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from noticecheck.notice import Notice, Span

if TYPE_CHECKING:
    from datetime import date

    from noticecheck.extraction.model import Extraction
    from noticecheck.law import Regime

#: Every code that a report may carry.
CODES: Final = (
    "not_a_privacy_notice",
    "not_addressed_to_reader",
    "mixed_languages",
    "home_differs",
    "no_date",
)

_KINDS = {
    "terms": "terms of service",
    "cookie_table": "a list of cookies",
    "index": "a page that only links to notices",
    "other": "another kind of document",
}


@dataclass(frozen=True, slots=True)
class ReportWarning:
    """A stable `code`, a `message` for people, and the passages it rests on (none for some codes)."""

    code: str
    message: str
    evidence: tuple[Span, ...] = ()


def warnings_for(
    notice: Notice,
    extraction: Extraction,
    *,
    reader: str | None,
    on: date,
    date_from: str,
    regimes: Sequence[Regime],
) -> tuple[ReportWarning, ...]:
    """All warnings of one report, in the order of the table above."""
    return (
        *_kind(notice),
        *_other_version(extraction, reader, on),
        *_mixed(notice),
        *_home(regimes, reader, on),
        *_undated(date_from, on),
    )


def _kind(notice: Notice) -> Iterator[ReportWarning]:
    if notice.kind != "privacy_notice":
        what = _KINDS.get(notice.kind, _KINDS["other"])
        yield ReportWarning(
            "not_a_privacy_notice",
            f"This reads like {what}, not like a privacy notice; "
            "what it does not say may stand in the notice.",
            notice.kind_evidence,
        )


def _other_version(extraction: Extraction, reader: str | None, on: date) -> Iterator[ReportWarning]:
    if reader is None:
        return
    from noticecheck.places.codes import blocs, members

    def means(code: str) -> bool:
        if code == reader:
            return True
        bloc = blocs().get(code)
        return bloc is not None and bool(bloc.members) and reader in members(code, on)

    if evidence := tuple(span for code, span in extraction.other_language_versions if means(code)):
        yield ReportWarning(
            "not_addressed_to_reader",
            f"The notice says that another language version applies to readers in {reader}; "
            "that version may name other countries. Check it before drawing conclusions.",
            evidence,
        )


def _home(regimes: Sequence[Regime], reader: str | None, on: date) -> Iterator[ReportWarning]:
    if reader is None or not regimes:
        return
    from noticecheck.law import home_on

    for regime in regimes:
        if reader not in home_on(regime, on):
            yield ReportWarning(
                "home_differs",
                f"{regime.id} counts {regime.jurisdiction} as home, the reader is in {reader}: "
                "its assessment follows the law's own home and not the reader's.",
            )


def _undated(date_from: str, on: date) -> Iterator[ReportWarning]:
    if date_from == "laws":
        yield ReportWarning(
            "no_date",
            f"Nothing tells the notice's date, so it is judged by the law as of {on.isoformat()}. "
            "Give the date if it is known.",
        )


# A share, so that a line of English contact details does not make a Japanese notice a mixed one, and a
# number of letters, so that a short text is not judged by one address.
_MIXED_SHARE = 0.15
_MIXED_LETTERS = 400


def _mixed(notice: Notice) -> Iterator[ReportWarning]:
    from noticecheck.language import load

    wide = load(notice.language).language.script == "characters"
    foreign: list[Span] = []
    other = total = 0
    for block in notice.blocks:
        text = notice.text[block.start : block.end]
        letters = sum(map(str.isalpha, text))
        # Letters from U+1100 on: Hangul, kana, Han; and below it whatever is written with an alphabet.
        wide_letters = 0 if text.isascii() else sum(c.isalpha() for c in text if c >= "\u1100")
        total += letters
        if letters >= 40 and (wide_letters == 0 if wide else 2 * wide_letters > letters):
            foreign.append(Span(block.start, block.end))
            other += letters
    if other >= _MIXED_LETTERS and other >= _MIXED_SHARE * total:
        yield ReportWarning(
            "mixed_languages",
            "A large part is written in another script than its language uses; that part is not understood.",
            tuple(foreign[:5]),
        )
