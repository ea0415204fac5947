"""Show and change settings from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from desktop_app.cli.options import JournalCommand, pass_place
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.settings import PUBLIC, setting
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.cli.place import Place


@click.command(
    cls=JournalCommand,
    help=_("Show or change settings"),
    epilog=_(
        "There are {names}. Weekdays are written as sat,sun or none, switches as on or off."
    ).format(names=", ".join(PUBLIC)),
)
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option(
    "--earlier-days", is_flag=True, help=_("Let the value hold for earlier days as well.")
)
@pass_place
def settings(place: Place, key: str | None, value: str | None, earlier_days: bool) -> None:
    """List the settings, show one, or set one."""
    if key is not None and key not in PUBLIC:
        raise InvalidInput(
            _("“{name}” is no setting. There are {names}.").format(
                name=key[:40], names=", ".join(PUBLIC)
            )
        )
    if key is None:
        with place.reading() as services:
            texts = services.settings.everything()
        for name in PUBLIC:
            click.echo(f"{name} {texts[name]}")
    elif value is None:
        with place.reading() as services:
            click.echo(services.settings.everything()[key])
    else:
        _set(place, key, value, earlier_days)


def _set(place: Place, key: str, value: str, earlier_days: bool) -> None:
    with place.writing() as services:
        services.settings.set(
            key, value, today=services.recording.today(), earlier_days=earlier_days
        )
        since, kept = services.settings.history(key)[-1]
    text = setting(key).write(kept)
    if key == "half_life":
        click.echo(
            _("{name} is {value}; every day's momentum is folded anew.").format(
                name=key, value=text
            )
        )
    elif since is None:
        click.echo(_("{name} is {value}.").format(name=key, value=text))
    else:
        click.echo(
            _("{name} is {value} from {day} on; earlier days keep theirs.").format(
                name=key, value=text, day=since.isoformat()
            )
        )


COMMANDS = {"settings": settings}
