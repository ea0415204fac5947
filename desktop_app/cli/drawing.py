"""Draw a chart into a file, without Qt."""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.options import JournalCommand, pass_place, whole_number
from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.cli.place import Place
    from desktop_app.domain.timeline import Timeline

SUFFIXES = (".png", ".svg", ".pdf")
MOST_DAYS = 36525


@click.command(cls=JournalCommand, help=_("Draw momentum into a picture"))
@click.argument("what", metavar="momentum")
@click.option(
    "--out", required=True, metavar="FILE", help=_("The file, ending in .png, .svg or .pdf.")
)
@click.option(
    "--days", type=whole_number, metavar="N", help=_("The last N days, all where it is left out.")
)
@click.option(
    "--theme", default="light", metavar="light|dark", help=_("Its colours, light or dark.")
)
@pass_place
def chart(place: Place, what: str, out: str, days: int | None, theme: str) -> None:
    """Draw the timeline of momentum, mood, effort and rejections."""
    if what != "momentum":
        raise InvalidInput(_("“{name}” is no chart. There is momentum.").format(name=what[:40]))
    if theme not in ("light", "dark"):
        raise InvalidInput(_("The theme is light or dark, not “{name}”.").format(name=theme[:40]))
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise InvalidInput(_("Days are a whole number from 1 to {most}.").format(most=MOST_DAYS))
    target = _checked_target(out, place.path)
    with place.reading() as services:
        today = services.recording.today()
        first = None if days is None else today - timedelta(days=days - 1)
        timeline = services.momentum.timeline(first, None if days is None else today)
    _draw(timeline, theme, target)
    click.echo(_("The chart is in {path}.").format(path=target))


COMMANDS = {"chart": chart}


def _checked_target(out: str, journal: Path) -> Path:
    target = Path(out).expanduser().absolute()
    if target.suffix.lower() not in SUFFIXES:
        raise InvalidInput(
            _("A chart's file ends in .png, .svg or .pdf; “{name}” doesn't.").format(
                name=target.name[:80]
            )
        )
    if target.is_dir():
        raise InvalidInput(_("{path} is a folder; name a file.").format(path=target))
    if not target.parent.is_dir():
        raise InvalidInput(_("There is no folder {path}.").format(path=target.parent))
    if journal.exists() and target.exists() and target.samefile(journal):
        raise InvalidInput(_("{path} is the journal; name another file.").format(path=target))
    return target


def _draw(timeline: Timeline, theme: str, target: Path) -> None:
    """Draw beside the place and give the file its name once it is whole."""
    from desktop_app.charts.timeline import render  # late: matplotlib costs half a second
    from desktop_app.tokens import DARK, LIGHT

    fresh = target.with_name(f".upswing-{secrets.token_hex(6)}{target.suffix.lower()}")
    try:
        # Made first, so that a folder that can't be written to is told before drawing.
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        render(timeline, DARK if theme == "dark" else LIGHT, fresh)
        fresh.replace(target)
    except OSError as error:
        raise UpswingError(
            _("The chart can't be written to {path}: {why}.").format(
                path=target, why=error.strerror or error
            )
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
