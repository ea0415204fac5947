"""Reads one row of any table as an application, and says why a cell could not be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import ReadApplication, ReadStage
from desktop_app.domain.text import NAME_LIMIT, clean_name, clean_note
from desktop_app.i18n import _, ngettext
from desktop_app.transfer.cells import LINK_LIMIT, shown
from desktop_app.transfer.days import written_day
from desktop_app.transfer.employers import check_row, nameless
from desktop_app.transfer.mapping import STAGES, Target, target_label
from desktop_app.transfer.meanings import Meaning, guess, told_by
from desktop_app.transfer.reading import row_key

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.stages import Outcome
    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.reading import Row
    from desktop_app.transfer.survey import Survey

_YES = frozenset(
    ("yes", "y", "x", "true", "1", "✓", "✔", "ja", "oui", "si", "sí", "sim", "done", "reached")
)
_NO = frozenset(
    (
        "no",
        "n",
        "false",
        "0",
        "-",
        "--",
        "–",
        "—",
        "/",
        "n/a",
        "na",
        "none",
        "nein",
        "non",
        "nee",
        "não",
        "nao",
    )
)


class Unread(NamedTuple):
    """A cell that could not be taken: where it belongs, what stands there, and why."""

    target: Target
    text: str
    why: str


@dataclass(frozen=True)
class Reading:
    """One row as it comes in.

    Attributes:
        line: its line in the file.
        application: what it becomes, None where it stays out.
        reason: why it stays out, or "".
        unread: its cells that could not be taken; their text is in the note.
    """

    line: int
    application: ReadApplication | None
    reason: str = ""
    unread: tuple[Unread, ...] = ()


class MappedReader:
    """Reads single rows; what a cell means is found out once for each different text."""

    def __init__(self, survey: Survey, mapping: Mapping) -> None:
        self._survey = survey
        self._columns = dict(mapping.columns)
        self._titles = {target: survey.title(name) for target, name in mapping.columns.items()}
        self._stage_columns = [pair for pair in STAGES.items() if pair[0] in mapping.columns]
        self._today = survey.today
        self._meanings = mapping.meanings
        self._orders = {name: survey.order(name, mapping) for name in survey.day_columns(mapping)}
        used = set(mapping.columns.values())
        self._rest = (
            [(name, survey.title(name)) for name in survey.table.names if name not in used]
            if mapping.keep_rest
            else []
        )
        self._days: dict[tuple[str, str], date | InvalidInput] = {}
        self._known: dict[str, Meaning] = {}
        self._unknown: dict[str, tuple[str, int]] = {}

    def read(self, row: Row) -> Reading:
        """Return a row as it comes in, or why it stays out."""
        unread: list[Unread] = []
        try:
            application = self._application(row, unread)
        except InvalidInput as error:
            return Reading(row.line, None, str(error), tuple(unread))
        return Reading(row.line, application, "", tuple(unread))

    def unknown_words(self) -> list[str]:
        """Return a sentence for each status that means nothing here."""
        column = self._columns.get(Target.STATUS, "")
        return [
            ngettext(
                "{column} “{value}” has no meaning here: {count} application comes in as open.",
                "{column} “{value}” has no meaning here: {count} applications come in as open.",
                count,
            ).format(column=shown(self._survey.title(column)), value=word, count=count)
            for word, count in self._unknown.values()
        ]

    def _application(self, row: Row, unread: list[Unread]) -> ReadApplication:
        check_row(row)
        employer = self._needed(row, Target.EMPLOYER, unread)
        position = self._needed(row, Target.POSITION, unread)
        day = self._sent(row, unread)
        if not employer and not position and day is None:
            raise InvalidInput(_("There is no employer, no position and no day."))
        told = told_by(self._meaning(row))
        stages = self._stages(row, unread)
        if told.stage is not None and all(told.stage is not one.stage for one in stages):
            stages.append(ReadStage(told.stage, None))
        answered = self._answered(row, day, told.outcome, unread)
        source = self._short(row, Target.SOURCE, unread)
        location = self._short(row, Target.LOCATION, unread)
        link = self._short(row, Target.LINK, unread, LINK_LIMIT)
        reference = self._short(row, Target.REFERENCE, unread)
        key = row_key(employer.casefold(), position.casefold(), day.isoformat() if day else "")
        return ReadApplication(
            row=row.line,
            key=key,
            employer=employer or nameless(),
            position=position,
            day=day,
            stages=tuple(stages),
            outcome=told.outcome,
            answered=answered,
            source=source,
            location=location,
            link=link,
            note=self._note(row, unread),
            reference=reference,
        )

    def _cell(self, row: Row, target: Target) -> str:
        name = self._columns.get(target)
        return row.get(name) if name is not None else ""

    def _needed(self, row: Row, target: Target, unread: list[Unread]) -> str:
        text = self._cell(row, target)
        try:
            return clean_name(text, self._titles[target]) if text else ""
        except InvalidInput as error:
            unread.append(Unread(target, text, str(error)))
            raise

    def _short(
        self, row: Row, target: Target, unread: list[Unread], limit: int = NAME_LIMIT
    ) -> str:
        """Return a cell that may be missing; one that is too long stands in the note."""
        text = self._cell(row, target)
        if not text:
            return ""
        try:
            return clean_name(text, self._titles[target], limit)
        except InvalidInput as error:
            unread.append(Unread(target, text, str(error)))
            return ""

    def _day(self, column: str, text: str) -> date:
        """Return the day that a cell of a column tells.

        Raises:
            InvalidInput: it is none.
        """
        found = self._days.get((column, text))
        if found is None:
            try:
                found = written_day(text, self._orders.get(column))
            except InvalidInput as error:
                found = InvalidInput(
                    _("{column}: {reason}").format(
                        column=shown(self._survey.title(column)), reason=error
                    )
                )
            self._days[(column, text)] = found
        if isinstance(found, InvalidInput):
            raise InvalidInput(str(found))
        return found

    def _past(self, column: str, text: str) -> date:
        day = self._day(column, text)
        if day > self._today:
            raise InvalidInput(
                _("{column}: {day} is still to come.").format(
                    column=shown(self._survey.title(column)), day=day.isoformat()
                )
            )
        return day

    def _sent(self, row: Row, unread: list[Unread]) -> date | None:
        text = self._cell(row, Target.DAY)
        try:
            return self._past(self._columns[Target.DAY], text) if text else None
        except InvalidInput as error:
            unread.append(Unread(Target.DAY, text, str(error)))
            raise

    def _meaning(self, row: Row) -> Meaning:
        text = self._cell(row, Target.STATUS)
        word = text.casefold()
        found = self._known.get(word)
        if found is None:
            chosen = self._meanings.get(word) or (guess(word) if word else Meaning.OPEN)
            found = self._known[word] = chosen or Meaning.OPEN
            if chosen is None:
                self._unknown[word] = (shown(text), 0)
        if word in self._unknown:
            spelled, count = self._unknown[word]
            self._unknown[word] = (spelled, count + 1)
        if found is Meaning.NOT_SENT:
            raise InvalidInput(
                _("{column} “{value}”: not sent, so it is left out.").format(
                    column=shown(self._titles[Target.STATUS]),
                    value=shown(text),
                )
            )
        return found

    def _stages(self, row: Row, unread: list[Unread]) -> list[ReadStage]:
        stages = []
        for target, stage in self._stage_columns:
            text = self._cell(row, target)
            word = text.casefold()
            if not text or word in _NO:
                continue
            if word in _YES:
                stages.append(ReadStage(stage, None))
                continue
            try:
                stages.append(ReadStage(stage, self._day(self._columns[target], text)))
            except InvalidInput as error:
                why = _("{reason} The stage comes in without a day.").format(reason=error)
                unread.append(Unread(target, text, why))
                stages.append(ReadStage(stage, None))
        return stages

    def _answered(
        self, row: Row, sent: date | None, outcome: Outcome | None, unread: list[Unread]
    ) -> date | None:
        text = self._cell(row, Target.ANSWERED)
        if not text or outcome is None:
            return None
        column = self._columns[Target.ANSWERED]
        try:
            day = self._past(column, text)
            if sent is not None and day < sent:
                raise InvalidInput(
                    _("{column}: {day} lies before the day it was sent, {sent}.").format(
                        column=shown(self._survey.title(column)),
                        day=day.isoformat(),
                        sent=sent.isoformat(),
                    )
                )
        except InvalidInput as error:
            why = _("{reason} The answer comes in without a day.").format(reason=error)
            unread.append(Unread(Target.ANSWERED, text, why))
            return None
        return day

    def _note(self, row: Row, unread: list[Unread]) -> str:
        """Return the note, with what could not be taken, one line each."""
        lines = [self._cell(row, Target.NOTE)]
        lines += [f"{self._titles[one.target]}: {' '.join(one.text.split())}" for one in unread]
        for name, column in self._rest:
            text = " ".join(row.get(name).split())
            if text:
                lines.append(f"{column}: {text}")
        note = "\n".join(line for line in lines if line)
        return clean_note(note, target_label(Target.NOTE)) if note else ""
