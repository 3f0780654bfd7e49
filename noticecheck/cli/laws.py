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
    from noticecheck.law import ids, load
    from noticecheck.rendering.laws import law_in_full, law_list

    if regime is None:
        click.echo(law_list([load(name) for name in ids()]), nl=False)
    else:
        click.echo(law_in_full(load(regime)), nl=False)
    return 0
