"""The commands by name, each loaded when it is called, and click's errors as sentences."""

from __future__ import annotations

from importlib import import_module

import click

from desktop_app import __version__
from desktop_app.cli.place import Place
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

_MODULES = {
    "log": "entries",
    "mood": "entries",
    "rest": "entries",
    "reject": "entries",
    "momentum": "show",
    "summary": "show",
    "chart": "drawing",
    "settings": "settings",
    "import": "importing",
    "check": "upkeep",
    "doctor": "upkeep",
}


def run(words: list[str]) -> int:
    """Run the command that the words name and return its exit code.

    Raises:
        UpswingError: it could not be done; its text is the sentence to show.
    """
    try:
        result = upswing.main(words, prog_name="upswing", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        raise InvalidInput(error.format_message()) from None
    except SystemExit:  # so click leaves when the reader of a pipe, such as head, has seen enough
        return 0
    return result if isinstance(result, int) else 0


class _Commands(click.Group):
    """Loads a command's module only when it is asked for, which halves the start of most."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name, None where there is none."""
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"desktop_app.cli.{_MODULES[cmd_name]}")
        commands: dict[str, click.Command] = module.COMMANDS
        return commands[cmd_name]


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    subcommand_metavar=_("[COMMAND] …"),
    help=_(
        "Upswing keeps a job search going through its rejections. Without a command it opens the"
        " window."
    ),
    epilog=_("Every command answers 0, or 2 with one sentence on standard error."),
)
@click.option(
    "--journal",
    metavar="FILE",
    help=_("The journal; UPSWING_JOURNAL names it as well. Left out it is your own."),
)
@click.option(
    "--quit-when-ready",
    is_flag=True,
    help=_("Close the window as soon as it takes input, for benchmarks."),
)
@click.version_option(__version__, message="upswing %(version)s", help=_("Show the version."))
@click.pass_context
def upswing(ctx: click.Context, journal: str | None, quit_when_ready: bool) -> None:
    """Open the window, or hand the journal's place on to the command."""
    ctx.obj = Place(journal)
    if ctx.invoked_subcommand is None:
        from desktop_app.cli.window import open_window

        ctx.exit(open_window(journal, quit_when_ready))
    if quit_when_ready:
        raise InvalidInput(_("--quit-when-ready belongs to the window, not to a command."))
