"""The command `clause-auditor`: finds its subcommands when they are asked for, and turns errors into exit codes."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, Final

import click

from clause_auditor.cli.faults import ERROR, INTERRUPTED, PIPE_CLOSED, tell
from clause_auditor.errors import ClauseAuditorError

_COMMANDS: Final = {
    "audit": ("clause_auditor.cli.audit", "audit", "Audit contracts and say what they lack."),
    "baseline": ("clause_auditor.cli.baseline", "baseline", "Accept today's findings, with a reason."),
    "compare": ("clause_auditor.cli.compare", "compare", "Tell what a new draft gains and loses."),
    "extract": ("clause_auditor.cli.extract", "extract", "Show what is read from files, without an audit."),
    "packs": ("clause_auditor.cli.packs", "packs", "List, show, check and test rule packs."),
    "serve": ("clause_auditor.cli.serve", "serve", "Serve audits over gRPC."),
}
"""Name of the command: its module, its attribute there, its line of help."""


class LazyGroup(click.Group):
    """A group that imports a command when it is called, so that the others cost nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command; None if there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module, attribute, _ = _COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), attribute)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in sorted(_COMMANDS.items())])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command; every error becomes a message and an exit code, never a traceback."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            _close_pipe()
            ctx.exit(PIPE_CLOSED)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)
        except ClauseAuditorError as error:
            tell(error)
            ctx.exit(ERROR)
        except OSError as fault:
            _close_pipe()
            click.echo(f"error: reading or writing failed: {fault.strerror or 'unknown cause'}", err=True)
            ctx.exit(ERROR)
        except Exception as fault:  # no contract text may reach the terminal by way of a traceback
            click.echo(f"error: internal error ({type(fault).__name__}); please report it", err=True)
            ctx.exit(ERROR)


def _close_pipe() -> None:
    """Nobody reads any more: what is still buffered goes nowhere, or Python would complain when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"clause-auditor {version('clause-auditor')}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show it.")
def cli() -> None:
    """Tell which data-protection obligations a contract meets, weakens, lacks or contradicts.

    Exit codes: 0 pass or review, 1 fail, 2 usage or input error.
    """


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    cli(prog_name="clause-auditor")
