"""Bring a job search in from a file: see what it holds, map its columns, import it or leave it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, Signal

from desktop_app.i18n import _
from desktop_app.ui.sheets.import_counter import RowCounter
from desktop_app.ui.sheets.import_frame import ImportFrame, dropped_file, file_picker
from desktop_app.ui.sheets.import_mapping import MappingFace
from desktop_app.ui.sheets.import_preview import PreviewCard
from desktop_app.ui.sheets.import_start import StartFace
from desktop_app.ui.sheets.import_task import ImportTask, TaskRunner
from desktop_app.ui.sheets.import_work import (
    Brought,
    Counted,
    Opened,
    bring_in,
    open_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.services.bundle import Services
    from desktop_app.services.importing import ImportPreview
    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.reading import How
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class ImportSheet(ImportFrame):
    """The sheet of File, Import….

    Signals:
        imported: the ImportPreview of what came in.
    """

    imported = Signal(object)
    three_ways = False

    def __init__(
        self,
        appearance: Appearance,
        services: Services,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet; a new one for each import.

        Args:
            appearance: the look to follow.
            services: the use cases.
            messages: where it says what came in, with Undo.
            parent: the window that it belongs to.
        """
        super().__init__(appearance, self.name(), parent)
        self._services = services
        self._messages = messages
        # The window's, so that closing the sheet waits for no file that is still being read.
        self._pool = QThreadPool(parent if parent is not None else self)
        self._pool.setMaxThreadCount(1)
        self._task: ImportTask | None = None
        self._tasks: list[ImportTask] = []
        self._opened: Opened | None = None
        self._brought: Brought | None = None
        self._writing = False
        self._closing = False
        self._counter = RowCounter(services, self._pool, self)
        self.start = StartFace(appearance, three_ways=self.three_ways)
        self.preview = PreviewCard(appearance)
        self.mapping = MappingFace(appearance)
        for face in (self.start, self.preview, self.mapping):
            self.add_face(face)
        self.left.clicked.connect(self.go_left)
        self.cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(self.confirm)
        self.start.file_asked.connect(self._on_choose)
        self.preview.mapping_asked.connect(self._on_mapping_asked)
        self.mapping.mapping_changed.connect(self._on_mapping_changed)
        self.mapping.told.connect(self._on_told)
        self.mapping.how_chosen.connect(self._on_how_chosen)
        self._counter.counted.connect(self._on_counted)
        self._counter.failed.connect(self._on_count_failed)
        self._counter.broke.connect(self._on_broke)
        self.show_start()

    def read_file(self, path: Path, how: How | None = None) -> None:
        """Read a file beside the window and show what it holds; nothing is changed by it."""
        if self._task is not None:
            return
        self._counter.stop()
        services = self._services
        task = self._begin(
            lambda _task: open_file(services, path, how),
            _("Reading “{file}”…").format(file=path.name[:80]),
        )
        task.finished.connect(self._on_read)
        task.failed.connect(self._on_read_failed if how is None else self._on_read_again_failed)
        self._pool.start(TaskRunner(task))

    @classmethod
    def name(cls) -> str:
        """Return the sheet's title."""
        return _("Import a job search")

    def go_left(self) -> None:
        """Do what the button at the left does."""
        self._on_choose()

    def confirm(self) -> None:
        """Do what the primary button does."""
        if self._task is None and self._brought is not None and self.primary.isEnabled():
            self._import(self._brought)

    def reject(self) -> None:
        """Close; an import that is running is taken back first, whole."""
        self._closing = True
        self._counter.stop()
        if self._task is not None and self._writing:
            taken_back = self._task.cancel()
            self.say_doing(_("Taking it back…") if taken_back else _("Keeping it…"))
            return
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from elsewhere."""
        if self._task is None and dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    def _begin(self, work: Callable[[ImportTask], object], words: str) -> ImportTask:
        self.show_failure("")
        self.show_busy(words)
        self._closing = False
        self._task = ImportTask(work)
        # The worker may still be on its way out of the one before.
        self._tasks = [*self._tasks[-2:], self._task]
        self._task.broke.connect(self._on_broke)
        return self._task

    def _end(self) -> None:
        self._task = None
        self._writing = False
        self.show_idle()

    def show_start(self, failure: str = "") -> None:
        """Ask for a file, below a sentence about the one before, if there is one."""
        self._opened = self._brought = None
        self._end()
        self.show_face(self.start)
        self.show_failure(failure)
        self.start.focus_first()

    def _show_brought(self, brought: Brought) -> None:
        """Show what a file brings that needs no question."""
        self._brought = brought
        name = self._opened.look.path.name if self._opened else ""
        self.preview.show_preview(name, brought.preview, brought.new)
        self.show_face(self.preview, primary=_("Import"), left=_("Choose another file…"))
        new = brought.preview.new > 0
        self.primary.setEnabled(new)
        self.cancel.setText(_("Cancel") if new else _("Close"))
        (self.primary if new else self.cancel).setFocus()

    def _show_mapping(self, opened: Opened, *, again: bool = False) -> None:
        self._opened, self._brought = opened, None
        self.show_face(
            self.mapping,
            title=_("Which column is what?"),
            primary=_("Import"),
            left=_("Choose another file…"),
            large=True,
        )
        self.mapping.show_look(opened.look, again=again)
        if not again:
            self.mapping.focus_first()

    def _on_choose(self) -> None:
        picker = file_picker(self)
        picker.fileSelected.connect(self._on_file_chosen)
        picker.open()

    def _on_file_chosen(self, name: str) -> None:
        self.read_file(Path(name))

    def _on_read(self, opened: Opened) -> None:
        again = self.face is self.mapping and opened.look.path == self._path
        self._end()
        if self._closing:
            return
        self._opened = opened
        if opened.brought is not None:
            self._show_brought(opened.brought)
        else:
            self._show_mapping(opened, again=again)

    @property
    def _path(self) -> Path | None:
        return self._opened.look.path if self._opened else None

    def _on_read_failed(self, sentence: str) -> None:
        if self._closing:
            self._end()
        else:
            self.show_start(_("{sentence} Nothing was changed.").format(sentence=sentence))

    def _on_read_again_failed(self, sentence: str) -> None:
        self._end()
        if self._opened is not None and not self._closing:
            self.mapping.how.show_table(self._opened.look.survey.table)
            self._on_mapping_changed(self.mapping.mapping)
            self.show_failure(sentence)

    def _on_mapping_asked(self) -> None:
        if self._opened is not None and self._task is None:
            look = replace(self._opened.look, format=None)
            self._show_mapping(Opened(look, None))

    def _on_how_chosen(self, how: How) -> None:
        if self._path is not None:
            self.read_file(self._path, how)

    def _on_mapping_changed(self, mapping: Mapping) -> None:
        self._brought = None
        self.primary.setEnabled(False)
        if self._opened is not None:
            self._counter.count(self._opened.look, mapping)

    def _on_told(self, words: str) -> None:
        if self._task is None and self.face is self.mapping:
            self.say_doing(words)

    def _on_counted(self, counted: Counted) -> None:
        if self._closing or self._opened is None:
            return
        self._brought = counted.brought
        self.mapping.show_result(counted.brought.preview, counted.alike)
        whole = not self._opened.look.survey.table.cut
        self.primary.setEnabled(whole and counted.brought.preview.new > 0)

    def _on_count_failed(self, sentence: str) -> None:
        self.mapping.show_words(sentence)

    def _import(self, brought: Brought) -> None:
        opened = self._opened
        if opened is None:
            return
        services, look = self._services, opened.look
        mapping = self.mapping.mapping if self.face is self.mapping else None
        task = self._begin(
            lambda task: bring_in(services, brought.history, look, mapping, task),
            _("A backup first, then the import…"),
        )
        self._writing = True
        task.advanced.connect(self._on_advanced)
        task.finished.connect(self._on_imported)
        task.failed.connect(self._on_import_failed)
        self._pool.start(TaskRunner(task))

    def _on_advanced(self, done: int, total: int) -> None:
        self.show_progress(done, total)
        if not self._closing:
            self.say_doing(_("{done} of {total}").format(done=done, total=total))

    def _on_imported(self, came: ImportPreview) -> None:
        self._end()
        self._messages.say(_("{what} came in.").format(what=came.words), undo=came.new > 0)
        self.imported.emit(came)
        self.accept()

    def _on_import_failed(self, sentence: str) -> None:
        self._end()
        self.primary.setEnabled(True)
        if self._closing:
            self._messages.say(sentence)
            super().reject()
        else:
            self.show_failure(sentence)

    def _on_broke(self, error: Exception) -> None:
        self._end()
        self.primary.setEnabled(self._brought is not None)
        raise error
