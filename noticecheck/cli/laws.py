"""`noticecheck laws`."""

from __future__ import annotations

import click


@click.command("laws")
@click.argument("regime", metavar="[ID]", required=False)
def command(regime: str | None) -> int:
    """List the laws, or show what the law with this ID asks a notice to say.

    \b
    Exit codes: 0 shown, 64 there is no such law
    """
    from noticecheck.law import load
    from noticecheck.law.describe import describe, overview

    click.echo(overview() if regime is None else describe(load(regime)))
    return 0
