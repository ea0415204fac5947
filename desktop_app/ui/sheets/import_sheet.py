"""Bring a job search in from a file: choose it, see what it holds, import it or leave it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThreadPool, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.transfer.recognise import read_history
from desktop_app.ui.sheets.import_preview import DropCard, PreviewCard
from desktop_app.ui.sheets.import_task import ImportTask, TaskRunner
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop_app.domain.history import History
    from desktop_app.services.importing import Importing, ImportPreview
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDTH, _HEIGHT = 760, 600


@dataclass(frozen=True)
class _Read:
    """A file that was read: all of it, only what is new, and its preview."""

    path: Path
    history: History
    new: History
    preview: ImportPreview


class ImportSheet(QDialog):
    """The sheet of File, Import….

    Signals:
        imported: the ImportPreview of what came in.
    """

    imported = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        importing: Importing,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet; a new one for each import.

        Args:
            appearance: the look to follow.
            importing: reads what the journal has, and writes.
            messages: where it says what came in, with Undo.
            parent: the window that it belongs to.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._importing = importing
        self._messages = messages
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._task: ImportTask | None = None
        self._tasks: list[ImportTask] = []
        self._read: _Read | None = None
        self._writing = False
        self._closing = False
        self.setWindowTitle(_("Import a job search"))
        self.setAcceptDrops(True)
        self.resize(appearance.px(_WIDTH), appearance.px(_HEIGHT))
        self._drop = DropCard(appearance)
        self._preview = PreviewCard(appearance)
        self._failure = WrappingLabel(appearance, "", tokens.BODY, "text")
        self._failure_frame = QFrame()
        self._progress = QProgressBar()
        self._doing = plain_label("", "small", "text2")
        self._choose = Button(appearance, _("Choose a file…"), icon="file-import")
        self._cancel = Button(appearance, _("Cancel"))
        self._import = Button(appearance, _("Import"), "primary")
        self._build()
        self._drop.choose_requested.connect(self._on_choose)
        self._choose.clicked.connect(self._on_choose)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._on_import)
        self._show_start("")

    def read_file(self, path: Path) -> None:
        """Read a file beside the window and show what it holds; nothing is changed by it."""
        if self._task is not None:
            return
        today = self._importing.today()

        def work(_task: ImportTask) -> _Read:
            self._importing.refuse_own_journal(path)
            history = read_history(path, today=today)
            new = self._importing.new_in(history)
            return _Read(path, history, new, self._importing.preview(history))

        task = self._begin(work, _("Reading “{file}”…").format(file=path.name[:80]))
        task.finished.connect(self._on_read)
        task.failed.connect(self._on_read_failed)
        self._start(task)

    def reject(self) -> None:
        """Close; an import that is running is taken back first, whole."""
        self._closing = True
        if self._task is None:
            super().reject()
        elif self._writing:
            self._doing.setText(_("Taking it back…"))
            self._task.cancel()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from elsewhere."""
        if self._task is None and _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    def _build(self) -> None:
        px = self._appearance.px
        self._pages = QStackedWidget()
        self._pages.addWidget(self._drop)
        self._pages.addWidget(self._preview)
        self._progress.setTextVisible(False)
        kept = self._progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that nothing moves while a file is read
        self._progress.setSizePolicy(kept)
        self._progress.setAccessibleName(_("Progress"))
        self._failure_frame.setProperty("role", "slate")
        inside = QVBoxLayout(self._failure_frame)
        inside.setContentsMargins(px(16), px(10), px(16), px(10))
        inside.addWidget(self._failure)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._choose)
        foot.addWidget(self._doing, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._import)
        layout = QVBoxLayout(self)
        edge = px(tokens.PAGE_PADDING)
        layout.setContentsMargins(edge, px(20), edge, px(20))
        layout.setSpacing(px(12))
        layout.addWidget(plain_label(_("Import a job search"), "h1"))
        layout.addWidget(self._failure_frame)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._progress)
        layout.addLayout(foot)

    def _begin(self, work: Callable[[ImportTask], object], words: str) -> ImportTask:
        self._failure_frame.hide()
        self._doing.setText(words)
        self._progress.setRange(0, 0)
        self._progress.show()
        self._import.setEnabled(False)
        self._choose.setEnabled(False)
        self._drop.setEnabled(False)
        self._closing = False
        self._task = ImportTask(work)
        # The worker may still be on its way out of the one before.
        self._tasks = [*self._tasks[-2:], self._task]
        self._task.broke.connect(self._on_broke)
        return self._task

    def _start(self, task: ImportTask) -> None:
        self._pool.start(TaskRunner(task))

    def _end(self) -> None:
        self._task = None
        self._writing = False
        self._doing.setText("")
        self._progress.hide()
        self._choose.setEnabled(True)
        self._drop.setEnabled(True)

    def _show_start(self, failure: str) -> None:
        self._read = None
        self._end()
        self._pages.setCurrentWidget(self._drop)
        self._choose.hide()
        self._import.hide()
        self._cancel.setText(_("Cancel"))
        self._show_failure(failure)
        self._drop.focus_button()

    def _show_failure(self, sentence: str) -> None:
        self._failure.setText(sentence)
        self._failure_frame.setVisible(bool(sentence))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, _("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Tables (*.csv *.tsv *.txt)"), _("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self.read_file(Path(name))

    def _on_read(self, read: _Read) -> None:
        self._end()
        if self._closing:
            return
        self._read = read
        self._preview.show_preview(read.path.name, read.preview, read.new)
        self._pages.setCurrentWidget(self._preview)
        self._choose.setText(_("Choose another file…"))
        self._choose.show()
        self._import.show()
        self._cancel.setText(_("Cancel") if read.preview.new else _("Close"))
        self._import.setEnabled(read.preview.new > 0)
        self._import.setDefault(True)
        (self._import if read.preview.new else self._cancel).setFocus()

    def _on_read_failed(self, sentence: str) -> None:
        self._end()
        if self._closing:
            return
        self._show_start(_("{sentence} Nothing was changed.").format(sentence=sentence))

    def _on_import(self) -> None:
        if self._read is None or self._task is not None:
            return
        history = self._read.history

        def work(task: ImportTask) -> ImportPreview:
            return self._importing.apply(history, task.advance, task.is_cancelled)

        task = self._begin(work, _("A backup first, then the import…"))
        self._writing = True
        task.advanced.connect(self._on_advanced)
        task.finished.connect(self._on_imported)
        task.failed.connect(self._on_import_failed)
        self._start(task)

    def _on_advanced(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_imported(self, came: ImportPreview) -> None:
        self._end()
        self._messages.say(_("{what} came in.").format(what=came.words), undo=came.new > 0)
        self.imported.emit(came)
        self.accept()

    def _on_import_failed(self, sentence: str) -> None:
        self._end()
        self._import.setEnabled(True)
        if self._closing:
            self._messages.say(sentence)
            super().reject()
        else:
            self._show_failure(sentence)

    def _on_broke(self, error: Exception) -> None:
        self._end()
        self._import.setEnabled(self._read is not None)
        raise error


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
