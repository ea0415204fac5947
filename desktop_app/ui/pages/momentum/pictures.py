"""Copy the timeline as a picture, or save it to a file; both are made off the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _
from desktop_app.ui.workers import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.timeline import Timeline
    from desktop_app.tokens import Theme
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class Pictures(QObject):
    """Makes pictures of a timeline as it is shown."""

    def __init__(self, messages: Messages, appearance: Appearance, owner: QWidget) -> None:
        super().__init__(owner)
        self._messages = messages
        self._appearance = appearance
        self._owner = owner
        self._pool = QThreadPool(self)
        self._jobs: set[Job] = set()
        # A picture that is being written is finished even when the window closes.
        appearance.app.aboutToQuit.connect(self._pool.waitForDone)

    def copy(self, timeline: Timeline, size: tuple[int, int]) -> None:
        """Put the picture into the clipboard, at two pixels for each of the design.

        Args:
            timeline: what it shows.
            size: width and height in pixels of the design.
        """
        theme = self._appearance.theme
        self._run(partial(_png, timeline, theme, size), self._on_made)

    def save(self, timeline: Timeline, size: tuple[int, int]) -> None:
        """Ask for a file and write the picture into it; the ending says the format."""
        dialog = QFileDialog(self._owner, _("Save picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            _("PNG picture (*.png)"): "png",
            _("SVG drawing (*.svg)"): "svg",
            _("PDF document (*.pdf)"): "pdf",
        }
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix("png")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog.setDirectory(folder or str(Path.home()))
        last = timeline.last
        dialog.selectFile(f"momentum-{last.isoformat()}" if last else "momentum")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(filters[name]))
        theme = self._appearance.theme
        dialog.fileSelected.connect(lambda name: self.write(timeline, theme, Path(name), size))
        dialog.open()

    def write(self, timeline: Timeline, theme: Theme, path: Path, size: tuple[int, int]) -> None:
        """Write the picture into a file and say where it is, or why it is not."""
        self._run(partial(_write, timeline, theme, path, size), self._on_written)

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        job = Job(work)
        self._jobs.add(job)
        job.finished.connect(done)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_ended)
        job.failed.connect(self._on_ended)
        job.run_in(self._pool)

    def _on_ended(self, _result: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.discard(job)

    def _on_made(self, content: object) -> None:
        image = QImage.fromData(content) if isinstance(content, bytes) else QImage()
        self._appearance.app.clipboard().setImage(image)
        self._messages.say(_("The picture is in the clipboard."))

    def _on_written(self, path: object) -> None:
        self._messages.say(_("The picture is in {path}.").format(path=path))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UpswingError):
            self._messages.say(str(error))
        else:
            self._messages.say(_("The picture could not be made: {reason}.").format(reason=error))


def _png(timeline: Timeline, theme: Theme, size: tuple[int, int]) -> bytes:
    from desktop_app.charts.picture import picture  # late: matplotlib is imported in a thread

    return picture(timeline, theme, "png", size)


def _write(timeline: Timeline, theme: Theme, path: Path, size: tuple[int, int]) -> Path:
    from desktop_app.charts.picture import render  # late: matplotlib is imported in a thread

    render(timeline, theme, path, size)
    return path
