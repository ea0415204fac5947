"""What several commands take: whole numbers, a day, and the journal after the command's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desktop_app.cli.place import Place
from desktop_app.domain.days import parse_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

_Function = TypeVar("_Function", bound="Callable[..., Any]")
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_NEGATIVE = re.compile(r"-[0-9.]")

DAY = "YYYY-MM-DD"

pass_place = click.make_pass_decorator(Place)


def whole_number(text: str) -> int:
    """Read a whole number; its range is left to whom it concerns.

    Raises:
        InvalidInput: it is none.
    """
    if not _WHOLE.fullmatch(text.strip()):
        raise InvalidInput(_("“{text}” is no whole number.").format(text=text.strip()[:40]))
    return int(text)


class JournalCommand(click.Command):
    """A command on a journal, which may be named after it as well as before it.

    ``-1`` is a number to it and no option, so that what is out of range is told as such.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as click has it
        super().__init__(*args, **kwargs)
        self.params.append(
            click.Option(
                ["--journal"],
                metavar="FILE",
                expose_value=False,
                callback=_take_journal,
                help=_("The journal; left out it is UPSWING_JOURNAL or your own."),
            )
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command's name."""
        if any(_NEGATIVE.match(word) for word in args):
            ctx.ignore_unknown_options = True
        return super().parse_args(ctx, args)


def day_option(function: _Function) -> _Function:
    """Take ``--day``."""
    option = click.option(
        "--day", type=parse_day, metavar=DAY, help=_("The day, today where it is left out.")
    )
    return option(function)


def _take_journal(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.obj = Place(value)
