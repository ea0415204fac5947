"""Show momentum day by day and what the journal holds, as a table or as JSON."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from desktop_app.cli.options import DAY, JournalCommand, pass_place
from desktop_app.domain.days import parse_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.cli.place import Place
    from desktop_app.domain.timeline import DayFacts, Timeline
    from desktop_app.services.momentum import Standing

TABLE_DAYS = 14


@click.command(cls=JournalCommand, help=_("Show momentum day by day"))
@click.option(
    "--from",
    "first",
    type=parse_day,
    metavar=DAY,
    help=_("The first day, two weeks ago."),
)
@click.option("--to", "last", type=parse_day, metavar=DAY, help=_("The last day."))
@click.option(
    "--json", "as_json", is_flag=True, help=_("As JSON, every day unless a range is given.")
)
@pass_place
def momentum(place: Place, first: date | None, last: date | None, as_json: bool) -> None:
    """Show the days of a range; a range changes no value."""
    if first is not None and last is not None and first > last:
        raise InvalidInput(
            _("The range ends ({last}) before it begins ({first}).").format(
                first=first.isoformat(), last=last.isoformat()
            )
        )
    with place.reading() as services:
        if first is None and not as_json:
            first = (last or services.recording.today()) - timedelta(days=TABLE_DAYS - 1)
        timeline = services.momentum.timeline(first, last)
        shown = timeline.days[-1].day if timeline.days else None
        standing = services.momentum.standing(shown)
    if as_json:
        click.echo(json.dumps([_json_day(day) for day in timeline.days], indent=1))
        return
    for line in _table(timeline):
        click.echo(line)
    click.echo(_standing_sentence(standing))


@click.command(cls=JournalCommand, help=_("Count what the journal holds"))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
@pass_place
def summary(place: Place, as_json: bool) -> None:
    """Show how many there are of each, with the first and last day."""
    with place.reading() as services:
        counts = services.summary.counts()
    if as_json:
        found = {
            name: {
                "count": one.count,
                "first": one.first.isoformat() if one.first else None,
                "last": one.last.isoformat() if one.last else None,
            }
            for name, one in counts.items()
        }
        click.echo(json.dumps(found, indent=1))
        return
    width = max(len(name) for name in counts)
    for name, one in counts.items():
        span = ""
        if one.first and one.last:
            span = _("{first} to {last}").format(
                first=one.first.isoformat(), last=one.last.isoformat()
            )
        click.echo(f"{name:{width}}  {one.count:>6}  {span}".rstrip())


COMMANDS = {"momentum": momentum, "summary": summary}


def _json_day(facts: DayFacts) -> dict[str, str | float | None]:
    return {
        "day": facts.day.isoformat(),
        "kind": facts.kind.fold,
        "points": facts.points,
        "momentum": facts.momentum,
        "mood": facts.mood,
    }


def _table(timeline: Timeline) -> list[str]:
    """Return the lines of a table; a value that the window doesn't show yet stays blank."""
    if not timeline.days:
        return []
    names = {"work": _("work"), "rest": _("rest"), "undecided": _("undecided")}
    kind_title = _("Kind")
    width = max(len(kind_title), *(len(name) for name in names.values()))
    titles = (_("Points"), _("Momentum"), _("Mood"))
    lines = [f"{_('Day'):10}  {kind_title:{width}}  " + "  ".join(titles)]
    for facts in timeline.days:
        cells = (
            f"{facts.points:g}" if facts.logged else "",
            f"{facts.momentum:.1f}" if facts.line else "",
            "" if facts.mood is None else f"{facts.mood:.1f}",
        )
        values = "  ".join(
            f"{cell:>{len(title)}}" for cell, title in zip(cells, titles, strict=True)
        )
        day = f"{facts.day.isoformat():10}  {names[facts.kind.fold]:{width}}"
        lines.append(f"{day}  {values}".rstrip())
    return lines


def _standing_sentence(standing: Standing) -> str:
    if standing.momentum is None:
        return _("Your line starts after three logged days.")
    words = {
        "starting": _("starting"),
        "resting": _("resting"),
        "building": _("building"),
        "easing": _("easing"),
        "steady": _("steady"),
    }
    return _("Momentum on {day}: {n}, {word}.").format(
        day=standing.day.isoformat(), n=round(standing.momentum), word=words[standing.word]
    )
