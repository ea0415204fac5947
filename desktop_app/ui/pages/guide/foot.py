"""The foot of the guide: skip, save and close, go on; what is only said gives way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.guide.steps import Step, step_title
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.theme import Appearance


class GuideFoot(QFrame):
    """Three buttons in a row."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px, self._edge = appearance.px, appearance.px(tokens.PAGE_PADDING)
        self._following: Step | None = None
        self.setProperty("role", "foot")
        self.setMinimumHeight(px(64))
        self.skip = Button(appearance, _("Skip step"), "quiet")
        self.leave = Button(appearance, _("Save and close"))
        self.go_on = Button(appearance, "", "primary")
        self._saved = plain_label(_("Saved as you type"), "small", "text2")
        self._cap = KeyCap(appearance, _("Ctrl Enter"))
        self._cap.setProperty("action", "guide_next")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(self._edge, px(12), self._edge, px(12))
        row.setSpacing(px(12))
        row.addWidget(self.skip)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go_on)
        row.addWidget(self._cap)

    def show_following(self, following: Step | None) -> None:
        """Say what comes next: a step, or None for the closing."""
        self._following = following
        self.skip.setVisible(following is not None)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without what is only said, where there is no room for it beside the buttons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        following = self._following
        words = _("Close this one")
        if following is not None:
            words = _("Continue: {step}").format(step=step_title(following))
        self.go_on.setText(words)
        self.go_on.setAccessibleName(words)
        shown = (
            [self.leave, self.go_on] if following is None else [self.skip, self.leave, self.go_on]
        )
        gap = self._row.spacing()
        whole = 2 * self._edge + sum(one.sizeHint().width() + gap for one in shown)
        if following is not None and whole > self.width():
            self.go_on.setText(_("Continue"))  # its accessible name stays whole
        for extra in (self._cap, self._saved):
            whole += extra.sizeHint().width() + gap
            extra.setVisible(whole <= self.width())


class EnoughNotice(QFrame):
    """'Enough for today?', once the person has been here for long.

    Signals:
        stopped: the person stops here.
    """

    stopped = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        px = appearance.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(8), px(8))
        row.addWidget(plain_label(_("Enough for today? It is saved."), wrap=True), 1)
        stop = Button(appearance, _("Stop here"), small=True)
        more = Button(appearance, _("A little more"), "quiet", small=True)
        stop.clicked.connect(self.stopped)
        more.clicked.connect(self.hide)
        row.addWidget(stop)
        row.addWidget(more)
        self.hide()
