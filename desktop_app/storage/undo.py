"""The undo log: temporary triggers write the inverse of every change, as SQLite documents it.

One step is one service call. Change events come from the same log. Derived and version tables
are not logged: permanent triggers keep them, also while undoing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.storage.driver import Connection

MOST_STEPS = 500
_DELETE = re.compile(r"DELETE FROM (\w+) WHERE id = (\d+)", re.ASCII)


@dataclass
class Step:
    """One undoable step: its name, the first and last row of the log, what it touched."""

    name: str
    first: int
    last: int
    tables: frozenset[str]
    days: frozenset[date]
    merge_key: str | None = None

    @property
    def size(self) -> int:
        """How many changes it holds, or a few more where others lie between."""
        return self.last - self.first + 1


@dataclass
class UndoLog:
    """The stacks of steps done and undone since the journal was opened."""

    connection: Connection
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    installed: bool = False
    _last: int = 0

    def install(self) -> None:
        """Make the log and its triggers in the connection's temporary schema."""
        if self.installed:
            return
        from desktop_app.storage.migrations.m0001_journal import TABLES  # late: off the start

        run = self.connection.execute
        run(
            # AUTOINCREMENT, since a number used again after a step was dropped would hide a change
            "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT,"
            " tbl TEXT NOT NULL, day TEXT,"
            " other_day TEXT, inverse TEXT NOT NULL)"
        )
        for table in (*TABLES, "origin"):
            columns = [row["name"] for row in run(f"PRAGMA main.table_info({table})")]
            for statement in _triggers(table, columns):
                run(statement)
        self.installed = True

    def begin(self) -> int:
        """Return the mark to give to ``finish``."""
        return self._last

    def finish(self, mark: int, name: str, merge_key: str | None) -> Step | None:
        """Close a step over what was logged since the mark; None where nothing changed.

        A step with the merge key of the step before it joins it, as autosaves of one field do.
        """
        step = self._collect(mark, name, merge_key)
        if step is None:
            return None
        self.forget(self.undone)
        before = self.done[-1] if self.done else None
        if merge_key is not None and before is not None and before.merge_key == merge_key:
            before.last = step.last
            before.tables |= step.tables
            before.days |= step.days
        else:
            self.done.append(step)
            if len(self.done) > MOST_STEPS:
                self.forget([self.done.pop(0)])
        return step

    def sizes(self) -> tuple[int, int]:
        """Return how many changes the newest step holds, and the newest that was undone."""
        steps = (self.done[-1:], self.undone[-1:])
        done, undone = (step[0].size if step else 0 for step in steps)
        return done, undone

    def seal(self) -> None:
        """Let the next step stand by itself, whatever its merge key."""
        if self.done:
            self.done[-1].merge_key = None

    def revert(self, step: Step) -> Step | None:
        """Run a step's inverses, newest first, and return the step that would bring it back."""
        run = self.connection.execute
        mark = self._last
        inverses = [
            row["inverse"]
            for row in run(
                "SELECT inverse FROM temp.undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC",
                (step.first, step.last),
            )
        ]
        if not self._delete_all(inverses):
            for inverse in inverses:
                run(inverse)
        return self._collect(mark, step.name, None)

    def _delete_all(self, inverses: list[str]) -> bool:
        """Undo a step that only inserted, as an import does, and return whether it was one.

        By parameters, for compiling a statement with all its triggers costs more than running
        it; and children first, for what refers to a row may have no index to be found by. The
        foreign keys are deferred, so any order of the tables comes to the same.
        """
        found = [_DELETE.fullmatch(inverse) for inverse in inverses]
        ids: dict[str, list[tuple[str]]] = {}
        for match in found:
            if match is None:
                return False
            ids.setdefault(match[1], []).append((match[2],))
        from desktop_app.storage.migrations.m0001_journal import TABLES  # late: off the start

        children_first = ["origin", *reversed(TABLES)]
        for table in sorted(ids, key=children_first.index):
            self.connection.executemany(f"DELETE FROM {table} WHERE id = ?", ids[table])
        return True

    def forget(self, steps: list[Step]) -> None:
        """Drop steps and their rows."""
        for step in steps:
            self.connection.execute(
                "DELETE FROM temp.undo_log WHERE seq BETWEEN ? AND ?", (step.first, step.last)
            )
        steps.clear()

    def leave_out(self, step: Step) -> None:
        """Make the newest step one that can't be taken back, and drop those it stands against.

        Rows that an earlier step deleted may have given their numbers or days to its own, so that
        step could not be taken back any more, nor could those before it.
        """
        self.done.pop()
        for place in range(len(self.done) - 1, -1, -1):
            earlier = self.done[place]
            if earlier.tables & step.tables and self._deleted_from(earlier, step.tables):
                self.forget(self.done[: place + 1])
                del self.done[: place + 1]
                break
        self.forget([step])

    def _deleted_from(self, step: Step, tables: frozenset[str]) -> bool:
        """Return whether a step deleted rows of some tables."""
        deleted = self.connection.execute(
            "SELECT DISTINCT tbl FROM temp.undo_log WHERE seq BETWEEN ? AND ?"
            " AND inverse LIKE 'INSERT %'",
            (step.first, step.last),
        ).fetchall()
        return not tables.isdisjoint(row["tbl"] for row in deleted)

    def rolled_back(self) -> None:
        """Take note that the rows since the last step are gone with their transaction."""
        row = self.connection.execute("SELECT max(seq) FROM temp.undo_log").fetchone()
        self._last = int(row[0] or 0)

    def _collect(self, mark: int, name: str, merge_key: str | None) -> Step | None:
        rows = self.connection.execute(
            "SELECT seq, tbl, day, other_day FROM temp.undo_log WHERE seq > ? ORDER BY seq", (mark,)
        ).fetchall()
        if not rows:
            return None
        self._last = int(rows[-1]["seq"])
        days = {row["day"] for row in rows} | {row["other_day"] for row in rows}
        return Step(
            name=name,
            first=int(rows[0]["seq"]),
            last=self._last,
            tables=frozenset(row["tbl"] for row in rows),
            days=frozenset(date.fromisoformat(day) for day in days if day is not None),
            merge_key=merge_key,
        )


def _triggers(table: str, columns: list[str]) -> list[str]:
    """Return the three temporary triggers of one table."""
    has_day = "day" in columns

    def log(event: str, inverse: str, day: str, other: str) -> str:
        return (
            f"CREATE TEMP TRIGGER undo_{table}_{event.lower()} AFTER {event} ON main.{table} BEGIN"
            f" INSERT INTO undo_log (tbl, day, other_day, inverse)"
            f" VALUES ('{table}', {day}, {other}, {inverse}); END"
        )

    new_day, old_day = ("new.day", "old.day") if has_day else ("NULL", "NULL")
    names = ", ".join(columns)
    values = " || ', ' || ".join(f"quote(old.{column})" for column in columns)
    settings = " || ', ' || ".join(
        f"'{column} = ' || quote(old.{column})" for column in columns if column != "id"
    )
    return [
        log("INSERT", f"'DELETE FROM {table} WHERE id = ' || new.id", new_day, "NULL"),
        log(
            "UPDATE",
            f"'UPDATE {table} SET ' || {settings} || ' WHERE id = ' || old.id",
            old_day,
            new_day,
        ),
        log(
            "DELETE",
            f"'INSERT INTO {table} ({names}) VALUES (' || {values} || ')'",
            old_day,
            "NULL",
        ),
    ]
