"""Log an activity, a mood, a rest day or a rejection from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from desktop_app.cli.options import JournalCommand, day_option, pass_place, whole_number
from desktop_app.cli.sentences import one_line
from desktop_app.domain.days import DayKind
from desktop_app.domain.kinds import kind_label
from desktop_app.domain.mood import mood_word
from desktop_app.domain.stages import after_stage, parse_channel, parse_stage
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.cli.place import Place
    from desktop_app.domain.entries import Activity
    from desktop_app.domain.kinds import ActivityKind


@click.command(cls=JournalCommand, help=_("Log something done, such as log application"))
@click.argument("kind")
@click.argument("amount", type=whole_number, required=False)
@click.option("--minutes", type=whole_number, metavar="N", help=_("Minutes it took."))
@day_option
@click.option("--note", default="", metavar="TEXT", help=_("A note on it."))
@pass_place
def log(
    place: Place, kind: str, amount: int | None, minutes: int | None, day: date | None, note: str
) -> None:
    """Log an activity; AMOUNT is minutes for kinds measured in minutes."""
    with place.writing() as services:
        on = services.recording.done_on(day)
        identity = services.activities.log(kind, amount=amount, minutes=minutes, day=on, note=note)
        known = services.activities.kind(kind)
        logged = next(one for one in services.activities.of_day(on) if one.id == identity)
    click.echo(
        _("{what} added on {day}.").format(what=_activity_words(known, logged), day=on.isoformat())
    )


@click.command(
    cls=JournalCommand, help=_("Say how a day was: 1 hard, 2 low, 3 okay, 4 good, 5 great")
)
@click.argument("mood", type=whole_number, metavar="1..5")
@click.option("--energy", type=whole_number, metavar="1..5", help=_("Energy, 1 none to 5 a lot."))
@click.option(
    "--feeling", "feelings", multiple=True, metavar="WORD", help=_("A feeling word, up to three.")
)
@click.option("--note", default="", metavar="TEXT", help=_("A note on the day."))
@day_option
@pass_place
def mood(
    place: Place,
    mood: int,
    energy: int | None,
    feelings: tuple[str, ...],
    note: str,
    day: date | None,
) -> None:
    """Add a check-in."""
    with place.writing() as services:
        on = services.recording.done_on(day)
        services.check_ins.log(mood=mood, energy=energy, feelings=feelings, note=note, day=on)
    click.echo(
        _("Mood {n} ({word}) added on {day}.").format(
            n=mood, word=mood_word(mood), day=on.isoformat()
        )
    )


@click.command(cls=JournalCommand, help=_("Mark a rest day; it leaves momentum unchanged"))
@day_option
@pass_place
def rest(place: Place, day: date | None) -> None:
    """Mark a day as a rest day."""
    with place.writing() as services:
        on = services.days.mark(day, DayKind.REST)
    click.echo(_("{day} is a rest day.").format(day=on.isoformat()))


@click.command(cls=JournalCommand, help=_("Note a rejection"))
@click.argument("employer")
@click.option("--position", metavar="P", help=_("Which of the employer's positions it was."))
@click.option(
    "--stage",
    metavar="S",
    help=_("After which stage: application, screening, task, interview or final."),
)
@click.option(
    "--how",
    metavar="H",
    help=_("How it came: email, call, portal, in_person or silence."),
)
@day_option
@pass_place
def reject(
    place: Place,
    employer: str,
    position: str | None,
    stage: str | None,
    how: str | None,
    day: date | None,
) -> None:
    """Note a rejection; its application is closed with it."""
    from desktop_app.services.rejections import RejectionForm

    reached = None if stage is None else parse_stage(stage)
    channel = None if how is None else parse_channel(how)
    with place.writing() as services:
        on = services.recording.done_on(day)
        form = RejectionForm(
            employer=employer, position=position, day=on, stage=reached, channel=channel
        )
        noted = services.rejections.get(services.rejections.note(form))
    if noted is None:
        return
    from_whom = f"{noted.employer} ({noted.position})" if noted.position else noted.employer
    click.echo(
        _("Rejection from {employer} noted on {day}, {after}.").format(
            employer=one_line(from_whom), day=on.isoformat(), after=after_stage(noted.stage)
        )
    )


COMMANDS = {"log": log, "mood": mood, "rest": rest, "reject": reject}


def _activity_words(kind: ActivityKind, logged: Activity) -> str:
    label = one_line(kind_label(kind))
    if kind.timed:
        minutes = logged.minutes or 0
        said = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        return f"{label} ({said})"
    return label if logged.amount == 1 else f"{label} ({logged.amount:g})"
