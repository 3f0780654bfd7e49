"""The whole way for one notice: read it, find what it says, judge it, report it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from noticecheck.errors import FetchError, UnsupportedLanguageError, UsageError
from noticecheck.notice import Notice
from noticecheck.report import Bloc, Destination, Report, Source
from noticecheck.settings import Settings, settings

if TYPE_CHECKING:
    from noticecheck.extraction.model import Extraction
    from noticecheck.law import Regime
    from noticecheck.scoring.assessment import Assessment
    from noticecheck.scoring.disclosure import Disclosure


def check(
    source: str | os.PathLike[str] | Notice,
    laws: Sequence[str] | None = None,
    reader: str | None = None,
    on: date | str | None = None,
    language: str | None = None,
) -> Report:
    """Check one notice: a path, or a `Notice` that was read before (a str is never the text itself).

    `laws` are ids (`jp-appi-2022`), countries' codes (the law in force there on the date) or `all`;
    `reader` is a country's code; `on` the date to judge by, else the notice's own. For a notice in
    Japanese or Korean, reader and laws are by default those of Japan or Korea; `report.defaults` says so.

    Raises UsageError for a wrong setting, SourceNotFoundError, EmptyNoticeError, BinaryFileError,
    TooLargeError, UndecodableError, UnsupportedMediaTypeError for a file that cannot be read,
    FetchError for an address, UnsupportedLanguageError where there are no rules for the language.
    """
    wanted = settings(laws, reader, on, language)
    if isinstance(source, Notice):
        return report_for(source, wanted)
    if not isinstance(source, (str, os.PathLike)):
        raise UsageError(
            f"source is {type(source).__name__}. Give a path or a Notice; for a text use check_text()."
        )
    from noticecheck.corpus.sources import is_address

    if isinstance(source, str) and is_address(source):
        raise address_refused(source)
    from noticecheck.reading import read

    path = Path(source)
    return report_for(read(path, language=wanted.language), wanted)


def check_text(
    text: str,
    *,
    laws: Sequence[str] | None = None,
    reader: str | None = None,
    on: date | str | None = None,
    language: str | None = None,
) -> Report:
    """Check a text that is already in memory; offsets of the report count in it. See `check`.

    Raises UsageError, EmptyNoticeError and UnsupportedLanguageError.
    """
    wanted = settings(laws, reader, on, language)
    if not isinstance(text, str):
        raise UsageError(f"text is {type(text).__name__}. Give a str; for a file use check().")
    from noticecheck.reading import read_text

    return report_for(read_text(text, language=wanted.language), wanted)


def address_refused(url: str) -> FetchError:
    """The error for an address: this version reads files only."""
    return FetchError(
        f"{url} is an address, and only files are read. Save the page as HTML and give that file."
    )


def report_for(notice: Notice, wanted: Settings) -> Report:
    """The report of a notice: a pure function of its arguments.

    Raises UnsupportedLanguageError, and UsageError for a law that does not exist.
    """
    from noticecheck.extraction import extract
    from noticecheck.language import supported
    from noticecheck.scoring.disclosure import disclose
    from noticecheck.warnings import warnings_for

    if notice.language not in supported():
        raise UnsupportedLanguageError(
            f"There are no rules for the language {notice.language!r}, only for {', '.join(supported())}. "
            "If the language was detected wrongly, name it (language=, --language)."
        )
    extraction = extract(notice)
    on, date_from = _date(notice, wanted)
    reader, regimes, defaults = _who(notice.language, wanted, on)
    disclosure = disclose(extraction, reader, on)
    provenance = notice.provenance
    return Report(
        id=_id(notice),
        source=Source(
            url=provenance.url,
            path=provenance.path,
            sha256=provenance.sha256,
            fetched_at=provenance.fetched_at,
            media_type=provenance.media_type,
            charset=provenance.charset,
            commit=provenance.commit,
            date=on,
            date_from=date_from,
        ),
        notice=notice,
        language=notice.language,
        reader=reader,
        on=on,
        disclosure=disclosure.for_reader,
        disclosure_any_reader=disclosure.any_reader,
        open_ended=disclosure.open_ended,
        destinations=_destinations(disclosure),
        blocs=_blocs(disclosure, on),
        safeguards=extraction.safeguards,
        statements=extraction.statements,
        other_mentions=tuple(mention for mention in extraction.mentions if mention.role != "destination"),
        destination_law_info=bool(extraction.information.get("destination_law")),
        recipient_measures_info=bool(extraction.information.get("recipient_measures")),
        assessments=_assessments(extraction, regimes, on, reader),
        warnings=warnings_for(notice, extraction, reader=reader, on=on, date_from=date_from, regimes=regimes),
        open_ended_evidence=extraction.open_ended_evidence,
        defaults=defaults,
    )


def _assessments(
    extraction: Extraction, regimes: Sequence[Regime], on: date, reader: str | None
) -> tuple[Assessment, ...]:
    if not regimes:
        return ()
    from noticecheck.scoring.assessment import assess

    return tuple(assess(extraction, regime, on, reader=reader) for regime in regimes)


def _id(notice: Notice) -> str:
    from noticecheck.corpus.sources import id_of_path

    provenance = notice.provenance
    if provenance.path is not None:
        return id_of_path(Path(provenance.path).name)
    return provenance.url or "text"


def _date(notice: Notice, wanted: Settings) -> tuple[date, str]:
    """The date to judge by, and what gave it: never today's clock."""
    if wanted.on is not None:
        return wanted.on, "option"
    provenance = notice.provenance
    if provenance.date is not None:
        return provenance.date, provenance.date_from or "record"
    from noticecheck.dates import own_date

    if found := own_date(notice.text, notice.language):
        return found.date, "notice"
    from noticecheck.law import AS_OF

    return AS_OF, "laws"


def _who(language: str, wanted: Settings, on: date) -> tuple[str | None, list[Regime], tuple[str, ...]]:
    """The reader, the laws, and which of the two are defaults."""
    from noticecheck.language import load

    reader, defaults = wanted.reader, []
    native = load(language).language.native
    # A language whose readers are, without doubt, in one country.
    country = native[0] if len(native) == 1 else None
    if reader is None and country is not None:
        reader = country
        defaults.append("reader")
    if not (wanted.laws or (wanted.laws is None and country)):
        return reader, [], tuple(defaults)
    from noticecheck.law import in_force, resolve

    if wanted.laws is not None:
        return reader, resolve(wanted.laws, on), tuple(defaults)
    regimes = [] if country is None else in_force(country, on)
    if regimes:
        defaults.append("laws")
    return reader, regimes, tuple(defaults)


def _destinations(disclosure: Disclosure) -> tuple[Destination, ...]:
    from noticecheck.places import name_of

    return tuple(
        Destination(
            code=place.code,
            name=name_of(place.code),
            domestic=place.domestic,
            scope=place.scope,
            counts=place.counts,
            mentions=place.mentions,
        )
        for place in disclosure.destinations
    )


def _blocs(disclosure: Disclosure, on: date) -> tuple[Bloc, ...]:
    from noticecheck.places import name_of
    from noticecheck.scoring.audience import members_of

    return tuple(
        Bloc(
            code=place.code,
            name=name_of(place.code),
            domestic=place.domestic,
            resolved=tuple(sorted(members_of(place.code, on))) or None,
            scope=place.scope,
            counts=place.counts,
            mentions=place.mentions,
        )
        for place in disclosure.blocs
    )
