"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from noticecheck.corpus.limits import MAX_BYTES, MEGABYTE, TIME_LIMIT, Limits


class Day(click.ParamType[Any]):
    """A date as 2022-04-01."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; wrong usage where it is none."""
        if isinstance(value, date):
            return value
        from noticecheck.errors import UsageError
        from noticecheck.settings import day

        try:
            return day(value)
        except UsageError as error:
            self.fail(str(error), param, ctx)


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--law`, `--reader`, `--on`, `--language` and the limits."""
    for option in reversed(
        [
            click.option(
                "--law",
                "laws",
                multiple=True,
                metavar="ID|CC|all",
                help="A law to assess the notice under: its id, a country's code for the law in force there "
                "on the date, or all. May be given several times.",
            ),
            click.option(
                "--reader", metavar="CC", help="The reader's country (ISO 3166-1 alpha-2): not abroad."
            ),
            click.option("--on", type=Day(), metavar="DATE", help="The date to judge by, as 2022-04-01."),
            click.option("--language", metavar="LANG", help="The notice's language (ISO 639-1), if known."),
            click.option(
                "--max-size",
                type=click.FloatRange(min=0, min_open=True),
                default=MAX_BYTES / MEGABYTE,
                show_default=True,
                metavar="MB",
                help="The largest notice that is read, in megabytes.",
            ),
            click.option(
                "--time-limit",
                type=click.FloatRange(min=0, min_open=True),
                default=TIME_LIMIT,
                show_default=True,
                metavar="SECONDS",
                help="The longest time to spend on one notice.",
            ),
        ]
    ):
        command = option(command)
    return command


def limits(max_size: float, time_limit: float) -> Limits:
    """The limits of the options. Raises UsageError."""
    return Limits(max_bytes=int(max_size * MEGABYTE), seconds=time_limit)


def output_option(**attributes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`-o FILE`."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", **attributes)
