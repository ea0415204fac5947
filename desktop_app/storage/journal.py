"""The journal: one connection behind one lock, transactions as named steps, undo and events."""

from __future__ import annotations

import threading
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from desktop_app.domain.changes import Changed
from desktop_app.domain.errors import JournalDamaged, JournalError
from desktop_app.i18n import _
from desktop_app.storage import backups, opening
from desktop_app.storage.day_totals import counted_at_the_end
from desktop_app.storage.driver import DatabaseError, Error, utils_database
from desktop_app.storage.migrations import VERSION, apply_all
from desktop_app.storage.undo import Step, UndoLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlite_utils import Database

    from desktop_app.domain.backup import Backup
    from desktop_app.domain.clock import Clock
    from desktop_app.storage.driver import Connection, Row

# Changes of a step from which on counting each day once at its end is quicker.
_MANY = 1000


class Journal:
    """The open journal file.

    Everything runs under one re-entrant lock, so that workers and the window may share it.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        """Open the journal, creating it where nothing stands and upgrading an older one.

        Raises:
            JournalError: in use, damaged, too new, or not to be written; nothing was changed.
        """
        self.path = path = path.absolute()
        self.clock = clock
        self._lock = threading.RLock()
        self._listeners: list[Callable[[Changed], None]] = []
        self._last_listeners: list[Callable[[Changed], None]] = []
        self._db: Database | None = None
        self._damage: str | None = None
        self._verified = False
        self._depth = 0
        if not opening.stands(path):
            opening.create(path)
        opening.keep_private(path)
        version = opening.check_header(path)
        self._connection: Connection | None = opening.open_locked(path)
        self._undo = UndoLog(self._connection)
        if version < VERSION:
            try:
                self._upgrade()
            except BaseException:
                self.close()
                raise

    # Reading

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return the rows of a query.

        Raises:
            JournalError: the journal is closed or can't be read.
        """
        with self._lock:
            try:
                return self._open_connection().execute(sql, tuple(parameters)).fetchall()
            except DatabaseError as error:
                raise self._failure(error) from error

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - a cell
        """Return the first cell of a query, None where it has no row."""
        rows = self.query(sql, parameters)
        return rows[0][0] if rows else None

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let no other thread write meanwhile, as while filling a cache from several queries."""
        with self._lock:
            yield

    # Writing

    @contextmanager
    def write(
        self,
        name: str,
        merge_key: str | None = None,
        *,
        undoable: bool = True,
        many: bool = False,
    ) -> Iterator[Database]:
        """Run one use case in one transaction, as one named step of undo.

        Inside another ``write`` it joins that one's transaction and step. After the commit the
        listeners are told what changed.

        Args:
            name: what the step did, as ``Undo`` shows it.
            merge_key: autosaves with the same key become one step.
            undoable: whether the person may take it back; what the program does by itself is not.
            many: whether it changes thousands of rows; the sums of days hold only after it then.

        Raises:
            JournalError: the disk refused it; nothing was changed.
        """
        with self._lock:
            if self._depth:
                yield self.db
                return
            self._ready_to_write()
            mark = self._undo.begin()
            self._depth += 1
            try:
                with self.db.atomic(), self._sums(many=many):
                    yield self.db
            except BaseException as error:
                self._undo.rolled_back()
                if isinstance(error, Error):
                    raise self._failure(error) from error
                raise
            finally:
                self._depth -= 1
            step = self._undo.finish(mark, name, merge_key)
            if step is not None:
                if not undoable:
                    self._undo.leave_out(step)
                self._tell(step)

    @contextmanager
    def write_quietly(self) -> Iterator[Database]:
        """Run one transaction that is no step of undo and tells nobody, as drafts are."""
        with self._lock:
            if self._depth:
                raise RuntimeError("a quiet write may not stand inside a step")
            self._ready_to_write()
            try:
                with self.db.atomic():
                    yield self.db
            except Error as error:
                raise self._failure(error) from error

    @property
    def db(self) -> Database:
        """The connection as sqlite-utils sees it; the first use imports sqlite-utils."""
        if self._db is None:
            self._db = utils_database(self._open_connection())
        return self._db

    def prepare(self) -> None:
        """Load what the first write needs; meant for a worker right after the window shows."""
        with self._lock:
            if self._connection is not None:
                _ = self.db
                self._undo.install()

    # Undo

    @property
    def undo_name(self) -> str | None:
        """The name of the step that ``undo`` would take back."""
        return self._undo.done[-1].name if self._undo.done else None

    @property
    def undo_mark(self) -> int | None:
        """A number that stands for the step that ``undo`` would take back."""
        return self._undo.done[-1].first if self._undo.done else None

    @property
    def step_sizes(self) -> tuple[int, int]:
        """How many changes ``undo`` would take back, and ``redo`` do again."""
        return self._undo.sizes()

    @property
    def redo_name(self) -> str | None:
        """The name of the step that ``redo`` would do again."""
        return self._undo.undone[-1].name if self._undo.undone else None

    def undo(self) -> str | None:
        """Take the newest step back and return its name, None where there is none."""
        return self._move(self._undo.done, self._undo.undone)

    def redo(self) -> str | None:
        """Do the newest undone step again and return its name, None where there is none."""
        return self._move(self._undo.undone, self._undo.done)

    def seal_step(self) -> None:
        """End the merging of autosaves, as when the person leaves the field."""
        self._undo.seal()

    # Events

    def listen(self, listener: Callable[[Changed], None], *, last: bool = False) -> None:
        """Call a function after each commit that changed something, on the thread that wrote.

        Those that are to come ``last`` are called after all others, whenever they began.
        """
        (self._last_listeners if last else self._listeners).append(listener)

    def unlisten(self, listener: Callable[[Changed], None]) -> None:
        """Call a function no more that was given to ``listen``."""
        for listeners in (self._listeners, self._last_listeners):
            if listener in listeners:
                listeners.remove(listener)

    # Life

    def verify(self) -> None:
        """Check the whole file; the first write waits for it.

        Raises:
            JournalDamaged: a page is not as it was written; writing stays off.
        """
        with self._lock:
            self._verify()
            if self._damage is not None:
                raise JournalDamaged(self._damage, self.path)

    def back_up(self, why: str) -> Path:
        """Make a verified backup and return its path.

        Raises:
            JournalError: none could be made; nothing was changed.
        """
        with self._lock:
            return backups.back_up(self._open_connection(), self.path, self.clock.now(), why)

    def backups(self) -> list[Backup]:
        """Return the backups made so far, the newest first."""
        return backups.backups(self.path)

    @property
    def backup_folder(self) -> Path:
        """The folder beside the journal that holds its backups."""
        return backups.backup_folder(self.path)

    def close(self) -> None:
        """Close the file and give up its lock; closing twice does nothing."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
                self._db = None

    def _open_connection(self) -> Connection:
        if self._connection is None:
            raise JournalError(_("The journal is closed."), self.path)
        return self._connection

    def _ready_to_write(self) -> None:
        self._open_connection()
        if not self._verified:
            self._verify()
        if self._damage is not None:
            raise JournalDamaged(self._damage, self.path)
        self._undo.install()

    def _verify(self) -> None:
        try:
            found = self._open_connection().execute("PRAGMA quick_check(1)").fetchone()[0]
        except DatabaseError as error:
            found = str(error)
        self._verified = True
        if found != "ok":
            backup = backups.newest_backup(self.path)
            self._damage = _(
                "The journal at {path} is damaged, so nothing more is written to it. {backup}"
            ).format(
                path=self.path,
                backup=_("Its newest backup is {path}.").format(path=backup)
                if backup
                else _("There is no backup beside it."),
            )

    def _upgrade(self) -> None:
        backup = backups.back_up(self._open_connection(), self.path, self.clock.now(), "upgrade")
        try:
            apply_all(self.db)
        except Exception as error:  # whatever a migration raises, the file is as it was
            words = _(
                "The journal at {path} could not be brought to this version ({why}). It was"
                " left as it is; a backup is at {backup}."
            ).format(path=self.path, why=error, backup=backup)
            raise JournalError(words, self.path) from error

    def _move(self, source: list[Step], target: list[Step]) -> str | None:
        with self._lock:
            if not source:
                return None
            self._ready_to_write()
            step = source[-1]
            try:
                with self.db.atomic(), self._sums(many=step.size > _MANY):
                    self._open_connection().execute("PRAGMA defer_foreign_keys = ON")
                    back = self._undo.revert(step)
            except BaseException as error:
                self._undo.rolled_back()
                if isinstance(error, Error):
                    raise self._failure(error) from error
                raise
            self._undo.forget([source.pop()])
            if back is not None:
                target.append(back)
                self._tell(back)
            return step.name

    def _sums(self, *, many: bool) -> AbstractContextManager[None]:
        return counted_at_the_end(self._open_connection()) if many else nullcontext()

    def _tell(self, step: Step) -> None:
        changed = Changed(step=step.name, tables=step.tables, days=step.days)
        for listener in (*self._listeners, *self._last_listeners):
            listener(changed)

    def _failure(self, error: Error) -> JournalError:
        words = _("The journal could not be read or saved ({why}). Nothing was changed.")
        return opening.read_only(error, self.path) or JournalError(
            words.format(why=error), self.path
        )
