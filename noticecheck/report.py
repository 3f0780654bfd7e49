"""One notice's result: plain data, with a stable form in JSON (`report.schema.json`)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from noticecheck.notice import Notice, Span
from noticecheck.version import __version__

if TYPE_CHECKING:
    from noticecheck.extraction.model import Mention, Safeguard, Statement
    from noticecheck.scoring.assessment import Assessment
    from noticecheck.warnings import ReportWarning

#: The version of the JSON form. It changes when a key changes its meaning or goes.
SCHEMA = 1

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """Where the notice came from, and the date that it is judged by.

    `date` is the report's date, and `date_from` what gave it: `option`, `commit`, `capture`,
    `record`, `notice` (its own "last updated") or `laws` (nothing is known: the law data's date).
    """

    url: str | None = None
    path: str | None = None
    sha256: str | None = None
    fetched_at: str | None = None
    media_type: str | None = None
    charset: str | None = None
    commit: str | None = None
    date: date | None = None
    date_from: str | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """A country that the notice names as a place where data goes, with every mention of it.

    `domestic`: home to the reader. `scope`: the codes of the readers for whom alone it is named
    (None: for all). `counts`: abroad for the reader, and named for them.
    """

    code: str
    name: str
    domestic: bool
    scope: tuple[str, ...] | None
    counts: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Bloc:
    """A group of countries that the notice names instead of countries; like `Destination`.

    `resolved` are its members at the date where a dated table of them is known, else None.
    """

    code: str
    name: str
    domestic: bool
    resolved: tuple[str, ...] | None
    scope: tuple[str, ...] | None
    counts: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no result: a stable code (see `noticecheck.errors`) and what to do next."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one notice says of places abroad, for `reader` on the day `on`.

    `disclosure` is for the reader, `disclosure_any_reader` counts every named place; both are NAMED,
    PARTIAL, UNNAMED, DENIED or SILENT. All offsets count in `notice.text`. `defaults` lists what was
    not asked for but follows from the notice's language: `reader`, `laws`. With an `error` there is
    no notice and there are no findings.
    """

    id: str
    source: Source
    notice: Notice | None = None
    language: str | None = None
    reader: str | None = None
    on: date | None = None
    disclosure: str | None = None
    disclosure_any_reader: str | None = None
    open_ended: bool | None = None
    destinations: tuple[Destination, ...] = ()
    blocs: tuple[Bloc, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    statements: tuple[Statement, ...] = ()
    other_mentions: tuple[Mention, ...] = ()
    destination_law_info: bool | None = None
    recipient_measures_info: bool | None = None
    assessments: tuple[Assessment, ...] = ()
    warnings: tuple[ReportWarning, ...] = ()
    error: Problem | None = None
    open_ended_evidence: tuple[Span, ...] = ()
    defaults: tuple[str, ...] = ()

    def with_id(self, name: str) -> Report:
        """The same report under another id."""
        return replace(self, id=name)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data: dicts, lists, strings, numbers; keys in a fixed order."""
        return {
            "id": self.id,
            "schema": SCHEMA,
            "version": __version__,
            "source": _source(self.source),
            "language": self.language,
            "reader": self.reader,
            "on": _day(self.on),
            "disclosure": self.disclosure,
            "disclosure_any_reader": self.disclosure_any_reader,
            "open_ended": self.open_ended,
            "destinations": [
                {
                    "code": place.code,
                    "name": place.name,
                    "domestic": place.domestic,
                    "scope": _codes(place.scope),
                    "mentions": [_mention(mention) for mention in place.mentions],
                }
                for place in self.destinations
            ],
            "blocs": [
                {
                    "code": bloc.code,
                    "name": bloc.name,
                    "domestic": bloc.domestic,
                    "resolved": _codes(bloc.resolved),
                    "scope": _codes(bloc.scope),
                    "mentions": [_mention(mention) for mention in bloc.mentions],
                }
                for bloc in self.blocs
            ],
            "safeguards": [
                {"code": one.code, "start": one.start, "end": one.end, "text": one.text, "rule": one.rule}
                for one in self.safeguards
            ],
            "statements": [_statement(statement) for statement in self.statements],
            "other_mentions": [
                {
                    "code": mention.code,
                    "start": mention.start,
                    "end": mention.end,
                    "text": mention.text,
                    "role": mention.role,
                    "cue": _span(mention.cue),
                    "rule": mention.rule,
                }
                for mention in self.other_mentions
            ],
            "destination_law_info": self.destination_law_info,
            "recipient_measures_info": self.recipient_measures_info,
            "assessments": [_assessment(assessment) for assessment in self.assessments],
            "warnings": [
                {"code": one.code, "message": one.message, "evidence": [list(span) for span in one.evidence]}
                for one in self.warnings
            ],
            "error": None if self.error is None else {"code": self.error.code, "message": self.error.message},
            "open_ended_evidence": [list(span) for span in self.open_ended_evidence],
            "defaults": list(self.defaults),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON text: the same text for the same report, always encodable as UTF-8."""
        text = json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
        # Half of a surrogate pair, as broken input may hold it, is no character that UTF-8 can carry.
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def _codes(codes: tuple[str, ...] | None) -> list[str] | None:
    return None if codes is None else list(codes)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span[0], span[1]]


def _source(source: Source) -> dict[str, Any]:
    return {
        "url": source.url,
        "path": source.path,
        "sha256": source.sha256,
        "fetched_at": source.fetched_at,
        "media_type": source.media_type,
        "charset": source.charset,
        "commit": source.commit,
        "date": _day(source.date),
        "date_from": source.date_from,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "statement": mention.statement,
        "role": mention.role,
        "cue": _span(mention.cue),
        "rule": mention.rule,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "kind": statement.kind,
        "heading_path": list(statement.heading_path),
        "open_ended": statement.open_ended,
        "scope": _codes(statement.scope),
        "destinations": list(statement.destinations),
        "blocs": list(statement.blocs),
        "cue": _span(statement.cue),
        "rule": statement.rule,
    }


def _assessment(assessment: Assessment) -> dict[str, Any]:
    return {
        "regime": assessment.regime,
        "verdict": assessment.verdict,
        "findings": [
            {
                "element": finding.element,
                "status": finding.status,
                "evidence": [list(span) for span in finding.evidence],
                "explanation": finding.explanation,
                "label": finding.label,
                "article": finding.article,
                "strength": finding.strength,
                "place": finding.place,
                "track": finding.track,
                "regime": finding.regime,
            }
            for finding in assessment.findings
        ],
        "notes": list(assessment.notes),
    }
