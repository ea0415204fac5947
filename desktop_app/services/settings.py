"""Read and change settings; some hold from the day they are set."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desktop_app.domain.settings import SETTINGS, setting, setting_words
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from desktop_app.domain.changes import Changed
    from desktop_app.domain.clock import Clock
    from desktop_app.storage.journal import Journal


class Settings:
    """The person's settings, kept in the journal."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._known: dict[str, list[tuple[date | None, Any]]] | None = None
        journal.listen(self._on_changed)

    def get(self, name: str) -> Any:  # noqa: ANN401 - as the setting has it
        """Return the value that holds now."""
        history = self.history(name)
        return history[-1][1] if history else setting(name).default

    def history(self, name: str) -> list[tuple[date | None, Any]]:
        """Return the values set so far with the day each holds from, oldest first.

        The day is None for one that holds from the beginning.
        """
        known = self._known
        if known is None:
            with self._journal.hold():
                self._known = known = self._read()
        return known.get(name, [])

    def holding(self, name: str, day: date) -> Any:  # noqa: ANN401 - as the setting has it
        """Return the value that held on a day."""
        value = setting(name).default
        for since, later in self.history(name):
            if since is not None and since > day:
                break
            value = later
        return value

    def since(self, name: str) -> date | None:
        """Return the day from which the present value holds, None from the beginning."""
        history = self.history(name)
        return history[-1][0] if history else None

    def set(
        self,
        name: str,
        text: str,
        *,
        today: date,
        earlier_days: bool = False,
        merge: bool = False,
    ) -> None:
        """Set a value from the person's text.

        A dated setting holds from ``today``, or from the beginning while nothing has been
        entered yet or where ``earlier_days`` says so.

        Args:
            name: the setting.
            text: the value as ``Setting.read`` takes it.
            today: the person's present day.
            earlier_days: whether a dated one holds for all earlier days as well.
            merge: whether it joins the step before, as a number that is stepped up and down does.

        Raises:
            InvalidInput: no such setting, or not a value it may have; nothing was changed.
        """
        value = setting(name).read(text)
        self.store_all({name: value}, today=today, earlier_days=earlier_days, merge=merge)

    def store(
        self,
        name: str,
        value: object,
        *,
        today: date,
        earlier_days: bool = False,
        undoable: bool = True,
    ) -> None:
        """Set a value that has been read already."""
        self.store_all({name: value}, today=today, earlier_days=earlier_days, undoable=undoable)

    def store_all(
        self,
        values: Mapping[str, object],
        *,
        today: date,
        name: str = "",
        earlier_days: bool = False,
        merge: bool = False,
        undoable: bool = True,
    ) -> None:
        """Set values that have been read already, in one step.

        Args:
            values: each setting's new value.
            today: the person's present day.
            name: the step's name; left out it is the setting's.
            earlier_days: whether dated ones hold for all earlier days as well.
            merge: whether it joins a step before that set the same.
            undoable: whether the person may take it back.
        """
        step = name or ", ".join(_words(key) for key in values)
        merge_key = f"setting:{','.join(values)}" if merge else None
        with self._journal.write(step, merge_key, undoable=undoable) as db:
            for key, value in values.items():
                self._store(db, key, value, today, earlier_days=earlier_days)

    def everything(self) -> dict[str, str]:
        """Return every setting's value as the text that ``set`` takes."""
        return {one.name: one.write(self.get(one.name)) for one in SETTINGS}

    def _store(
        self, db: Database, name: str, value: object, today: date, *, earlier_days: bool
    ) -> None:
        from_beginning = not setting(name).dated or earlier_days or not self._journal_has_entries()
        day = None if from_beginning else today.isoformat()
        import json  # late, as below

        table = db.table("setting")
        if from_beginning:
            table.delete_where("key = ?", [name])
        else:
            # A later day can only stand there where the clock was ahead.
            table.delete_where("key = ? AND day >= ?", [name, day])
        table.insert(
            {
                "uid": f"setting:{name}:{day or ''}",
                "recorded_at": self._clock.now().isoformat(timespec="seconds"),
                "key": name,
                "value": json.dumps(value),
                "day": day,
            }
        )

    def _read(self) -> dict[str, list[tuple[date | None, Any]]]:
        known: dict[str, list[tuple[date | None, Any]]] = {}
        for row in self._journal.query("SELECT key, value, day FROM setting ORDER BY day, id"):
            import json  # late: costs 5 ms that a journal without settings saves

            day = date.fromisoformat(row["day"]) if row["day"] else None
            known.setdefault(row["key"], []).append((day, json.loads(row["value"])))
        return known

    def _journal_has_entries(self) -> bool:
        return bool(
            self._journal.value(
                "SELECT EXISTS (SELECT 1 FROM activity) OR EXISTS (SELECT 1 FROM check_in)"
                " OR EXISTS (SELECT 1 FROM day_mark) OR EXISTS (SELECT 1 FROM application)"
            )
        )

    def _on_changed(self, changed: Changed) -> None:
        if "setting" in changed.tables:
            self._known = None


def _words(name: str) -> str:
    """Return what a step that sets it is called; those that pages keep have no words."""
    if any(one.name == name for one in SETTINGS):
        return setting_words(name).label
    return _("Setting changed")
