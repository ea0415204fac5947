"""Bring in a search from a file: what comes, what is left out and why, then all of it at once."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.options import JournalCommand, pass_place
from desktop_app.cli.sentences import one_line
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.cli.place import Place
    from desktop_app.services.importing import ImportPreview


@click.command(
    "import", cls=JournalCommand, help=_("Bring in a search from a file of another program")
)
@click.argument("file", metavar="FILE")
@click.option(
    "--as", "as_format", metavar="FORMAT", help=_("Its format, told by its columns if left out.")
)
@click.option(
    "--map",
    "columns",
    metavar="TARGET=COLUMN",
    multiple=True,
    help=_("What a column of any table is, such as employer=Company; once for each."),
)
@click.option(
    "--date-order",
    "order",
    metavar="ORDER",
    help=_("dmy, mdy or ymd, where no value tells which part of a day stands first."),
)
@click.option(
    "--keep-both",
    is_flag=True,
    help=_("Keep rows apart that tell of the same application."),
)
@click.option("--dry-run", is_flag=True, help=_("Only show what would come in."))
@pass_place
def import_file(
    place: Place,
    file: str,
    as_format: str | None,
    columns: tuple[str, ...],
    order: str | None,
    keep_both: bool,
    dry_run: bool,
) -> None:
    """Bring in what is new; the same file twice adds nothing."""
    from desktop_app.transfer.by_words import ByWords, read_by_words
    from desktop_app.transfer.remembered import remember

    words = ByWords(as_format, columns, order, keep_both)
    # Read before a journal is made, so that a file that can't be read leaves nothing behind.
    with place.reading() as services:
        path = Path(file).expanduser()
        services.importing.refuse_own_journal(path)
        today = services.importing.today()
        found = read_by_words(path, words, services.settings, today)
        history, look = found.history, found.look
        preview = services.importing.preview(history)
    _show(preview)
    if not preview.new:
        click.echo(_("Nothing is new; nothing was changed."))
    elif dry_run:
        click.echo(_("This was a dry run; nothing was changed."))
    else:
        with place.writing() as services, _progress() as progress:
            settings = services.settings

            def keep() -> None:
                if look.format is None:
                    remember(settings, look.survey.table, look.mapping, today)

            done = services.importing.apply(history, progress, along=keep)
        click.echo(_("Came in: {words}.").format(words=_words(done)))


COMMANDS = {"import": import_file}


def _show(preview: ImportPreview) -> None:
    click.echo(one_line(preview.title))
    if preview.first and preview.last:
        click.echo(
            _("{first} to {last}").format(
                first=preview.first.isoformat(), last=preview.last.isoformat()
            )
        )
    click.echo(_("New: {words}.").format(words=_words(preview)))
    if preview.there:
        click.echo(
            ngettext(
                "{n} record is in the journal already.",
                "{n} records are in the journal already.",
                preview.there,
            ).format(n=preview.there)
        )
    for remark in preview.remarks:
        click.echo(one_line(remark))
    if preview.skipped:
        count = len(preview.skipped)
        click.echo(
            ngettext("{n} row is left out:", "{n} rows are left out:", count).format(n=count)
        )
    for row in preview.skipped:
        click.echo(_("  Line {line}: {reason}").format(line=row.row, reason=one_line(row.reason)))


def _words(preview: ImportPreview) -> str:
    if not preview.rejections:
        return preview.words
    noes = ngettext("{n} rejection", "{n} rejections", preview.rejections).format(
        n=preview.rejections
    )
    return f"{preview.words}, {noes}"


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on standard error while records are written, if somebody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=_("Bringing in"), file=sys.stderr) as bar:

        def show(written: int, total: int) -> None:
            bar.length = total
            bar.update(written - bar.pos)

        yield show
