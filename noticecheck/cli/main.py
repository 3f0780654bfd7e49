"""The entry point: which command, and what its end means as an exit code."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

USAGE = 64
UNREADABLE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141

# Python looks for garbage after every 700 new objects; while modules load and patterns compile it
# finds next to none, at a tenth of the time of checking one notice.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000

# Name, module and summary: the summary here, so that --help imports no command.
_COMMANDS = {
    "check": ("noticecheck.cli.check", "Check one or several notices and show what they say."),
    "batch": ("noticecheck.cli.batch", "Check a corpus and write one JSON object per notice."),
    "laws": ("noticecheck.cli.laws", "List the laws, or show what one of them asks."),
    "evaluate": ("noticecheck.cli.evaluate", "Measure the answers against annotated notices."),
}


class _PipeClosedError(Exception):
    """A closed pipe, in a form that click does not turn into the exit code 1, which is an answer."""


class _Commands(click.Group):
    """Commands that are imported when they are called."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise _PipeClosedError from error
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from noticecheck.version import __version__

        click.echo(f"noticecheck {__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="Show the version.",
)
def noticecheck() -> None:
    """Which countries a privacy notice names as places where personal data goes, the exact words,
    and what the law asks."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code.

    64 is wrong usage, 2 a source that cannot be read or an output that cannot be written, 130 an
    interruption, 141 a reader that closed the pipe; the commands document the others.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, *usual[1:])
    atexit.register(gc.freeze)  # the memory goes with the process: no last search for garbage in it
    try:
        return _run(arguments)
    except _PipeClosedError:
        # The reader went away (`| head`): nothing more can be said, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    finally:
        gc.set_threshold(*usual)


def _run(arguments: Sequence[str] | None) -> int:
    from noticecheck.errors import NoticecheckError, UsageError

    try:
        result = noticecheck.main(arguments, prog_name="noticecheck", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        error.show()
        return USAGE
    except UsageError as error:
        click.echo(f"Error: {error}", err=True)
        return USAGE
    except NoticecheckError as error:
        click.echo(f"Error: {error} [{error.code}]", err=True)
        return UNREADABLE
    except (_PipeClosedError, click.Abort):
        raise
    except Exception:  # noqa: BLE001 - the last line of defence; shown in full
        # Python's own exit code for this is 1, which would read as an answer.
        import traceback

        traceback.print_exc()
        click.echo("Error: this is a defect of noticecheck: please report it with the lines above.", err=True)
        return UNREADABLE
