"""Check the journal, and tell what this machine lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from desktop_app.cli.options import JournalCommand, pass_place
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.cli.place import Place
    from desktop_app.services.summary import Count


@click.command(cls=JournalCommand, help=_("Check that the journal is whole"))
@pass_place
def check(place: Place) -> None:
    """Check the whole file and say what is in it."""
    from desktop_app.storage.migrations import VERSION

    path = place.existing()
    with place.writing() as services:
        services.upkeep.verify()
        counts = services.summary.counts()
    words = ", ".join(text.format(n=n) for text, n in _named(counts))
    click.echo(
        _("{path} is whole (journal version {version}): {words}.").format(
            path=path, version=VERSION, words=words
        )
    )


@click.command(help=_("Tell what this machine lacks, in one line to paste"))
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Look at this machine, not at the journal."""
    from desktop_app.cli.doctor import report

    ctx.exit(report())


COMMANDS = {"check": check, "doctor": doctor}


def _named(counts: dict[str, Count]) -> list[tuple[str, int]]:
    days, done, sent, noes = (
        counts[name].count for name in ("check_ins", "activities", "applications", "rejections")
    )
    return [
        (ngettext("{n} check-in", "{n} check-ins", days), days),
        (ngettext("{n} activity", "{n} activities", done), done),
        (ngettext("{n} application", "{n} applications", sent), sent),
        (ngettext("{n} rejection", "{n} rejections", noes), noes),
    ]
