"""`noticecheck batch`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticecheck.cli.options import limits, output_option, settings_options

if TYPE_CHECKING:
    from noticecheck.corpus.batch import Summary


@click.command("batch")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@output_option(required=True, help="The output, a .jsonl file: written whole or not at all.")
@settings_options
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes work at a time.  [default: one for each processor]",
)
def command(
    sources: tuple[str, ...],
    output: Path,
    laws: tuple[str, ...],
    reader: str | None,
    on: date | None,
    language: str | None,
    max_size: float,
    time_limit: float,
    workers: int | None,
) -> int:
    """Check a corpus and write one JSON object per notice, in the order of the sources.

    SOURCE is a folder (every file below it, sorted), a .jsonl file with an id and one of text, html,
    path and optionally language and date, a file, or - for the standard input. A notice that cannot
    be processed has a line with its error.

    \b
    Exit codes: 0  every line written, error lines included
                2  a source cannot be opened, two ids are equal, the output cannot be written
               64  wrong usage
    """
    from noticecheck.corpus.batch import batch
    from noticecheck.settings import settings

    if output.suffix.lower() != ".jsonl":
        raise click.BadParameter(f"{output} does not end in .jsonl, the one form it writes.", param_hint="-o")
    wanted = settings(laws or None, reader, on, language)
    summary = batch(sources, output, wanted, limits(max_size, time_limit), workers=workers or _processors())
    click.echo(_table(summary, output), err=True, nl=False)
    return 0


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _table(summary: Summary, output: Path) -> str:
    """Counts by disclosure, language and error, for people."""
    lines = [f"{summary.notices} notices written to {output}"]
    order = ("NAMED", "PARTIAL", "UNNAMED", "DENIED", "SILENT")
    disclosures = [(name, summary.disclosures[name]) for name in order]
    for title, counts in (
        ("disclosure", [pair for pair in disclosures if pair[1]]),
        ("language", sorted(summary.languages.items())),
        ("error", sorted(summary.errors.items())),
    ):
        for name, count in counts:
            lines.append(f"  {title:<10}  {name:<24}  {count:>8}")
            title = ""
    return "\n".join(lines) + "\n"
