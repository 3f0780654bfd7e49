"""`noticecheck check`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from noticecheck.cli.options import limits, output_option, settings_options

if TYPE_CHECKING:
    from noticecheck.report import Report

_UNNAMED = 1
_FAILED = 2


@click.command("check")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@settings_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The answer's form.",
)
@output_option(help="Write the answer to a file, whole or not at all, instead of the standard output.")
def command(
    sources: tuple[str, ...],
    laws: tuple[str, ...],
    reader: str | None,
    on: date | None,
    language: str | None,
    max_size: float,
    time_limit: float,
    form: str,
    output: Path | None,
) -> int:
    """Check one or several notices and show what they say.

    SOURCE is a file (HTML, Markdown, plain text), - for the standard input, a folder (every file
    below it), or a .jsonl file with an id and one of text, html, path.

    \b
    Exit codes: 0  countries named, transfer abroad denied, or nothing said, for the reader
                1  some notice leaves open or unnamed where data goes
                2  some source could not be read or understood (this wins)
               64  wrong usage
    """
    from noticecheck.corpus.one import Checker
    from noticecheck.corpus.sources import holds_many, items_of, require_unique_ids
    from noticecheck.settings import settings

    checker = Checker(settings(laws or None, reader, on, language), limits(max_size, time_limit))
    require_unique_ids(sources)
    reports = _Seen(map(checker, items_of(sources)))
    with _output(output) as file:
        if form == "json":
            several = len(sources) > 1 or holds_many(sources[0])
            _write_json(file, reports, several)
        else:
            _write_text(file, reports, plain=output is not None)
    return reports.code


class _Seen:
    """The reports as they pass, with the exit code that they amount to."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = reports
        self.code = 0

    def __iter__(self) -> Iterator[Report]:
        for report in self._reports:
            if report.error is not None:
                self.code = _FAILED
                name = report.source.path or report.source.url or report.id
                click.echo(f"{name}: {report.error.message} [{report.error.code}]", err=True)
            elif report.disclosure in ("PARTIAL", "UNNAMED"):
                self.code = max(self.code, _UNNAMED)
            yield report


@contextmanager
def _output(path: Path | None) -> Iterator[IO[bytes]]:
    if path is None:
        yield sys.stdout.buffer
        return
    from noticecheck.corpus.output import written_whole

    with written_whole(path) as file:
        yield file


def _write_json(file: IO[bytes], reports: Iterable[Report], several: bool) -> None:
    if not several:
        for report in reports:
            file.write(report.to_json(indent=2).encode() + b"\n")
        return
    before = b"[\n"
    for report in reports:
        file.write(before + report.to_json(indent=2).encode())
        before = b",\n"
    file.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def _write_text(file: IO[bytes], reports: Iterable[Report], *, plain: bool) -> None:
    from noticecheck.rendering.style import Style
    from noticecheck.rendering.text import render

    style = Style() if plain else Style.of(sys.stdout)
    encoding = "utf-8" if plain else sys.stdout.encoding
    first = True
    for report in reports:
        if report.error is None:
            text = ("" if first else "\n") + render(report, style)
            file.write(text.encode(encoding, "backslashreplace"))
            first = False
