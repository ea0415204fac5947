"""Draw a chart into a file, without Qt."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.options import JournalCommand, pass_place, whole_number
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.cli.place import Place

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
    target = _target(out, place.path)
    with place.reading() as services:
        today = services.recording.today()
        first = None if days is None else today - timedelta(days=days - 1)
        timeline = services.momentum.timeline(first, None if days is None else today)
    from desktop_app.charts.picture import render  # late: matplotlib costs half a second
    from desktop_app.tokens import DARK, LIGHT

    render(timeline, DARK if theme == "dark" else LIGHT, target)
    click.echo(_("The chart is in {path}.").format(path=target))


COMMANDS = {"chart": chart}


def _target(out: str, journal: Path) -> Path:
    """Return where the chart goes, never over the journal."""
    if "\0" in out:
        raise InvalidInput(_("Name the chart's file after --out."))
    target = Path(out).expanduser().absolute()
    if target.exists() and journal.exists() and target.samefile(journal):
        raise InvalidInput(_("{path} is the journal; name another file.").format(path=target))
    return target
