"""The frame of the import sheet: its title, one face at a time, what is being done, buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from desktop_app.ui.theme import Appearance

GUTTER = 14
_USUAL, _LARGE = (760, 600), (1080, 880)
_AROUND = 24


class ImportFrame(QDialog):
    """Shows faces; what its buttons do is the sheet's."""

    def __init__(self, appearance: Appearance, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = title
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self._title = plain_label(title, "h1", wrap=True)
        self._faces = QStackedWidget()
        ignored = QSizePolicy.Policy.Ignored  # each scrolls where there is too little room
        self._faces.setSizePolicy(ignored, ignored)
        self._failure = WrappingLabel(appearance, "", tokens.BODY, "text")
        self._failure_frame = QFrame()
        self._progress = QProgressBar()
        self._doing = ElidedLabel("", "small", "text2")
        self.left = Button(appearance, _("Back"))
        self.cancel = Button(appearance, _("Cancel"))
        self.primary = Button(appearance, _("Import"), "primary")
        self._build()
        self._fit(_USUAL)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.primary.click)

    @property
    def face(self) -> QWidget | None:
        """What is shown."""
        return self._faces.currentWidget()

    def add_face(self, face: QWidget) -> None:
        """Take a face."""
        self._faces.addWidget(face)

    def show_face(
        self,
        face: QWidget,
        *,
        title: str = "",
        primary: str = "",
        left: str = "",
        large: bool = False,
    ) -> None:
        """Show a face with its buttons.

        Args:
            face: one that was added.
            title: its title; "" is the sheet's own.
            primary: what its primary button does; "" is none.
            left: what the button at the left does; "" is none.
            large: whether it needs as much room as the window has.
        """
        self._title.setText(title or self._name)
        for button, words in ((self.primary, primary), (self.left, left)):
            button.setVisible(bool(words))
            if words:
                button.setText(words)
                button.setAccessibleName(words)
        self.primary.setEnabled(True)
        self.cancel.setText(_("Cancel"))
        self.show_failure("")
        self._faces.setCurrentWidget(face)
        self._fit(_LARGE if large else _USUAL)

    def show_failure(self, sentence: str) -> None:
        """Show a sentence above the face, to a screen reader too; "" takes it away."""
        self._failure.setText(sentence)
        self._failure_frame.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def show_busy(self, words: str) -> None:
        """Say what is being done, and take no further orders but to cancel."""
        self.say_doing(words)
        self._progress.setRange(0, 0)
        self._progress.show()
        for widget in (self.primary, self.left, self._faces):
            widget.setEnabled(False)

    def show_idle(self) -> None:
        """Take orders again."""
        self.say_doing("")
        self._progress.hide()
        for widget in (self.left, self._faces, self.cancel):
            widget.setEnabled(True)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many are done; at the end nothing can be cancelled any more."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        if done >= total:
            self.cancel.setEnabled(False)

    def say_doing(self, words: str) -> None:
        """Say beside the buttons what is being done."""
        self._doing.setText(words)

    def _build(self) -> None:
        px = self._appearance.px
        self._progress.setTextVisible(False)
        kept = self._progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that nothing moves while a file is read
        self._progress.setSizePolicy(kept)
        self._progress.setAccessibleName(_("Progress"))
        self._failure_frame.setProperty("role", "slate")
        inside = QVBoxLayout(self._failure_frame)
        inside.setContentsMargins(px(16), px(10), px(16), px(10))
        inside.addWidget(self._failure)
        # Faces reach into the sheet's edge, so that a scroll bar stands beside what it scrolls.
        head, foot = QVBoxLayout(), QHBoxLayout()
        for lines in (head, foot):
            lines.setContentsMargins(0, 0, px(GUTTER), 0)
        head.setSpacing(px(12))
        head.addWidget(self._title)
        head.addWidget(self._failure_frame)
        foot.setSpacing(px(8))
        foot.addWidget(self.left)
        foot.addWidget(self._doing, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.primary)
        layout = QVBoxLayout(self)
        edge = px(tokens.PAGE_PADDING)
        layout.setContentsMargins(edge, edge - 4, edge - px(GUTTER), edge - 4)
        layout.setSpacing(px(12))
        layout.addLayout(head)
        layout.addWidget(self._faces, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, px(GUTTER), 0)
        bar.addWidget(self._progress)
        layout.addLayout(bar)
        layout.addLayout(foot)

    def _fit(self, size: tuple[int, int]) -> None:
        """Take a size of the design as far as there is room, over the middle of the window."""
        px, parent = self._appearance.px, self.parentWidget()
        room = self.screen().availableGeometry().size()
        if parent is not None:
            room = room.boundedTo(parent.window().size().expandedTo(room / 2))
        width = min(px(size[0]), room.width() - _AROUND)
        height = min(px(size[1]), room.height() - _AROUND)
        if self.isVisible():  # never smaller than the person has made it
            width, height = max(width, self.width()), max(height, self.height())
        if (width, height) == (self.width(), self.height()):
            return
        self.resize(width, height)
        if parent is not None and self.isVisible():
            middle = parent.window().frameGeometry().center()
            self.move(middle - QPoint(width // 2, height // 2))


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, None where it is something else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def file_picker(parent: QWidget) -> QFileDialog:
    """Return the system's dialog for one file, not yet open."""
    picker = QFileDialog(parent, _("Choose a file"))
    picker.setFileMode(QFileDialog.FileMode.ExistingFile)
    picker.setNameFilters([_("Tables (*.csv *.tsv *.txt *.json)"), _("All files (*)")])
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return picker
