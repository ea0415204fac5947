"""An invented job search of three months, the same every time, entered through the services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import TYPE_CHECKING

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.days import DayKind
from desktop_app.domain.history import History, ReadApplication, ReadStage
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.session import open_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.services.bundle import Services

# Thursday 19 November 2026, as in the pictures of the design.
NOW = datetime(2026, 11, 19, 14, 6, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
FIRST = date(2026, 8, 26)

_APPLICATION, _SCREENING, _TASK = Stage.APPLICATION, Stage.SCREENING, Stage.TASK
_INTERVIEW, _FINAL = Stage.INTERVIEW, Stage.FINAL
_MET = (_INTERVIEW, _FINAL)


@dataclass(frozen=True)
class _Case:
    """One application: sent on a day, the stages it reached, and the no, if one came."""

    employer: str
    position: str
    sent: date
    reached: tuple[Stage, ...] = ()
    refused: date | None = None
    channel: Channel = Channel.EMAIL
    reason: str = ""

    @property
    def stage(self) -> Stage:
        return self.reached[-1] if self.reached else _APPLICATION

    @property
    def stages(self) -> tuple[ReadStage, ...]:
        return tuple(
            ReadStage(stage, self.sent + number * _BETWEEN_STAGES)
            for number, stage in enumerate(self.reached, start=1)
        )


def _on(month: int, day: int) -> date:
    return date(2026, month, day)


_CASES = (
    _Case("Grange Hospital", "Information analyst", _on(8, 26), (_SCREENING, _INTERVIEW),
          _on(9, 24), Channel.CALL, "They took somebody from inside."),
    _Case("Ostara Mobility", "Fleet data analyst", _on(8, 27), (), _on(9, 3), Channel.PORTAL),
    _Case("Harrow & Finch", "Data analyst", _on(8, 31), (_SCREENING,), _on(9, 10)),
    _Case("Tidewater Trust", "Reporting analyst", _on(9, 2), (), _on(9, 16)),
    _Case("Parkside Housing", "Performance analyst", _on(9, 3),
          (_SCREENING, _INTERVIEW, _FINAL), _on(10, 8), Channel.CALL,
          "A close decision; the other person knew the sector."),
    _Case("Lumen & Vale", "Data analyst", _on(9, 8), (), _on(9, 22), Channel.PORTAL),
    _Case("Stellan Energy", "Business analyst", _on(9, 14), (_SCREENING,), _on(9, 30)),
    _Case("Juniper Retail", "CRM analyst", _on(9, 17), (), _on(10, 14)),
    _Case("Oakline Insurance", "Planning analyst", _on(9, 23), (_SCREENING,), _on(10, 20),
          Channel.EMAIL, "They chose someone with insurance data."),
    _Case("Corvid Systems", "Junior data engineer", _on(9, 28), (_SCREENING, _TASK),
          _on(10, 28)),
    _Case("Alder Bank", "Reporting analyst", _on(10, 12), (), _on(11, 4), Channel.PORTAL),
    _Case("Tessel Studio", "Operations analyst", _on(10, 15), (_SCREENING,), _on(11, 10)),
    _Case("Norvik Foods", "Supply analyst", _on(10, 21), (_SCREENING,)),
    _Case("Kestrel Health", "Insight analyst", _on(10, 26), (_SCREENING, _INTERVIEW)),
    _Case("Halden Analytics", "Data analyst", _on(11, 2), (_SCREENING, _INTERVIEW)),
    _Case("Meridian Rail", "Planning analyst", _on(11, 5), (_SCREENING,)),
    _Case("Ferro Labs", "Data coordinator", _on(11, 12)),
)  # fmt: skip

_REST = (_on(9, 7), _on(9, 25), _on(10, 9), _on(10, 23), _on(11, 6), _on(11, 13))
_SICK = (_on(10, 1), _on(10, 2))
_NOT_LOGGED = (_on(9, 11), _on(9, 12), _on(9, 13), _on(10, 17), _on(10, 18), _on(11, 8))
_BETWEEN_STAGES = timedelta(days=7)


def build(path: Path) -> tuple[Services, FixedClock]:
    """Make a journal of the whole search up to its last afternoon and return its services."""
    clock = FixedClock(NOW)
    services = open_session(path, clock)
    services.importing.apply(_history())
    chance = Random(22)
    for day in _days():
        if day not in _NOT_LOGGED:
            _log_day(services, day, chance)
    for case in _CASES:
        if case.refused is not None:
            services.rejections.note(_form(case, case.refused))
    _log_today(services, clock)
    services.targets.decline_offer()  # it was answered long ago
    return services, clock


def _history() -> History:
    return History(
        "example",
        "Example",
        tuple(
            ReadApplication(
                row,
                case.employer,
                case.employer,
                case.position,
                case.sent,
                case.stages,
            )
            for row, case in enumerate(_CASES, start=1)
        ),
    )


def _form(case: _Case, refused: date) -> RejectionForm:
    return RejectionForm(
        case.employer,
        case.position,
        day=refused,
        stage=case.stage,
        channel=case.channel,
        reason=case.reason,
    )


def _days() -> Iterator[date]:
    day = FIRST
    while day < TODAY:
        yield day
        day += timedelta(days=1)


def _log_day(services: Services, day: date, chance: Random) -> None:
    """Log one day: what was done on a working day, and how it was on most days."""
    if day in _SICK:
        services.days.mark(day, DayKind.SICK)
    elif day in _REST:
        services.days.mark(day, DayKind.REST)
    elif day.weekday() < 5:
        _log_effort(services, day, chance)
    if day.weekday() < 5 or chance.random() < 0.6:
        services.check_ins.log(
            mood=_mood(day, chance), energy=chance.choice((2, 3, 3, 4, 4)), day=day
        )


def _log_effort(services: Services, day: date, chance: Random) -> None:
    """Log some work: less at first and around the sick days, more towards the end."""
    log = services.activities.log
    drive = 0.75 if day >= _on(11, 2) else 0.35 if _on(9, 28) <= day < _on(10, 12) else 0.5
    if any(read.day == day and read.stage in _MET for case in _CASES for read in case.stages):
        log("interview", day=day)
        log("preparation", day=day)
        return
    if chance.random() < drive:
        log("application", amount=chance.choice((1, 1, 2)), day=day)
    if chance.random() < drive:
        log("networking", amount=chance.choice((1, 1, 2)), day=day)
    if chance.random() < drive - 0.1:
        log("learning", amount=chance.choice((30, 30, 60)), day=day)
    if chance.random() < 0.3:
        log("follow_up", day=day)
    if chance.random() < 0.2:
        log("portfolio", amount=30, day=day)


def _mood(day: date, chance: Random) -> int:
    """Draw a mood: lower on the days after a no, and back after two or three days."""
    usual = chance.choice((3, 3, 3, 4, 4, 5) if day.month in (8, 11) else (2, 3, 3, 3, 4, 4))
    since = min(
        ((day - case.refused).days for case in _CASES if case.refused and case.refused <= day),
        default=9,
    )
    return max(1, usual - 1) if since < 2 else usual


def _log_today(services: Services, clock: FixedClock) -> None:
    """Log the morning that the pictures of Today show."""

    def at(hour: int, minute: int) -> None:
        clock.moment = NOW.replace(hour=hour, minute=minute)

    at(8, 50)
    services.next_steps.add("If it is 16:00, then I open the Ferro Labs form for 15 minutes", TODAY)
    services.next_steps.add("Follow up with Marta, Norvik Foods", TODAY)
    services.next_steps.add("Ask Tessel Studio for feedback", TODAY + timedelta(days=1))
    at(9, 12)
    services.check_ins.log(
        mood=4,
        energy=4,
        feelings=("determined", "calm"),
        note="Good talk with Priya about the planning team.",
    )
    at(11, 25)
    services.activities.log("application", amount=2, note="Brightwater Council, Quayside Logistics")
    clock.moment = NOW
    services.activities.add_one("networking", TODAY)
