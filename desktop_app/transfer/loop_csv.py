"""Reads Loop Habit Tracker's Checkmarks.csv: the job-search habit and mood columns of each day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History, ReadActivity, ReadCheckIn, SkippedRow
from desktop_app.domain.text import NAME_LIMIT, clean_name
from desktop_app.i18n import _
from desktop_app.transfer.cells import past_day, shown
from desktop_app.transfer.reading import row_key

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.transfer.reading import Row, Table

NAME = "loop"
COLUMNS = ("Date",)
# 3 is Loop's 'skipped'; 1 is carried by the habit's frequency, so only 2 was done that day.
_VALUES = ("", "-1", "0", "1", "2", "3")
_DONE = "2"
_WORD_LIMIT = 40
_SEARCH = re.compile(
    r"\b(jobs?\b|jobsuch|emploi|candidatur|bewerb|arbeit|stellens|search|career|empleo|trabajo"
    r"|lavoro|vacatur|sollicit|emprego|praca|pracy)"
)
_MOOD = re.compile(r"(?:mood|humeur|stimmung)\b\s*:?\s*(.*)")


def title() -> str:
    """Return the format's name on screen."""
    return _("Loop Habit Tracker, checkmarks")


def fits(table: Table) -> bool:
    """Return whether the columns are a date and habits, with a job search or a mood among them."""
    if not table.names or table.names[0] != "date" or not (_searches(table) or _moods(table)):
        return False
    habits = [name for name in table.names[1:] if not name.startswith(" #")]
    return all(row.get(name) in _VALUES for row in table.sample for name in habits)


def read(table: Table, today: date) -> History:
    """Read the days on which the search was done, and each day's feeling words."""
    searches, moods = _searches(table), _moods(table)
    activities: list[ReadActivity] = []
    check_ins: list[ReadCheckIn] = []
    skipped: list[SkippedRow] = []
    for row in table.rows:
        try:
            day = _day_of(row, (*searches, *moods), today)
        except InvalidInput as error:
            skipped.append(SkippedRow(row.line, str(error)))
            continue
        activities.extend(
            ReadActivity(row.line, row_key("activity", label, day.isoformat()), day, label)
            for name, label in searches.items()
            if row.get(name) == _DONE
        )
        feelings = tuple(
            dict.fromkeys(word for name, word in moods.items() if row.get(name) == _DONE)
        )
        if feelings:
            check_ins.append(ReadCheckIn(row.line, row_key("mood", day.isoformat()), day, feelings))
    return History(
        source=NAME,
        title=title(),
        activities=tuple(activities),
        check_ins=tuple(check_ins),
        skipped=tuple(skipped),
        remarks=_left_out(table, {"date", *searches, *moods}),
    )


def _day_of(row: Row, columns: tuple[str, ...], today: date) -> date:
    if row.surplus:
        raise InvalidInput(_("There are more cells than columns."))
    day = past_day(row.get("date"), "mdy", "Date", today)
    if day is None:
        raise InvalidInput(_("Date is empty."))
    for column in columns:
        if row.get(column) not in _VALUES:
            raise InvalidInput(
                _("{column}: “{text}” is none of Loop's values (-1 to 3).").format(
                    column=shown(column), text=shown(row.get(column))
                )
            )
    return day


def _searches(table: Table) -> dict[str, str]:
    """Return the job-search columns: their name in the table, and the habit's own name."""
    return {
        name: clean_name(label, "Habit")
        for name, label in zip(table.names, table.columns, strict=True)
        if name != "date"
        and len(label) <= NAME_LIMIT
        and not _MOOD.match(name)
        and _SEARCH.search(name)
    }


def _moods(table: Table) -> dict[str, str]:
    """Return the mood columns: their name in the table, and the feeling word."""
    words = {}
    for name in table.names:
        match = _MOOD.match(name)
        if match and match[1] and len(match[1]) <= _WORD_LIMIT:
            words[name] = clean_name(match[1], "Mood")
    return words


def _left_out(table: Table, used: set[str]) -> tuple[str, ...]:
    return tuple(
        _("The column “{column}” is neither a job search nor a mood and stays out.").format(
            column=shown(label)
        )
        for name, label in zip(table.names, table.columns, strict=True)
        if name not in used and label
    )
