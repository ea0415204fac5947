"""Leads from what was just logged to its details: a slim line, and the fold-out that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.kinds import kind_label
from desktop_app.i18n import _
from desktop_app.services.linked_effort import SENT
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.entries import Activity
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.details_fold import DetailsFold
    from desktop_app.ui.theme import Appearance


class LastDetails(QObject):
    """Knows the activity that was logged last while the window was open.

    Signals:
        unfolded: the fold-out was opened.
        folded: it was closed.
        line_shown: whether the line is in sight.
    """

    unfolded = Signal()
    folded = Signal()
    line_shown = Signal(bool)

    def __init__(self, services: Services, messages: Messages, appearance: Appearance) -> None:
        self.line = QWidget()  # where it stands owns it
        super().__init__(self.line)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._last: Activity | None = None
        self._fold: DetailsFold | None = None
        self.place = QWidget()
        self._below = QVBoxLayout(self.place)
        self._below.setContentsMargins(0, 0, 0, 0)
        self.place.hide()
        self._words = ElidedLabel("", "small", "text2")
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._link = Button(appearance, _("add details"), "link")
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(4))
        row.addWidget(self._words)
        row.addWidget(self._link)
        row.addWidget(KeyCap(appearance, "D", action="details"))
        self._link.clicked.connect(self._on_link)
        self.line.hide()

    @property
    def fold_out(self) -> DetailsFold:
        """The fold-out; made when it is first opened."""
        if self._fold is None:
            from desktop_app.ui.pages.today.details_fold import DetailsFold

            self._fold = DetailsFold(self._services, self._messages, self._appearance)
            self._fold.closed.connect(self._on_closed)
            self._below.addWidget(self._fold)
        return self._fold

    @property
    def is_open(self) -> bool:
        """Whether the fold-out is open."""
        return self._fold is not None and self._fold.identity is not None

    def take(self, identity: int, activities: Sequence[Activity]) -> None:
        """Take note of what was just logged."""
        self._last = next((one for one in activities if one.id == identity), None)
        self._show_line()

    def unfold(self, activities: Sequence[Activity]) -> None:
        """Open the details of what was logged last, be it before this start."""
        if self._last is None:
            self._last = activities[-1]
        self._open()

    def show_among(self, activities: Sequence[Activity]) -> None:
        """Show what the journal holds now; what is gone takes line and fold-out with it."""
        if self._last is None:
            return
        found = next((one for one in activities if one.id == self._last.id), None)
        if found is None:
            self.forget()
            return
        self._last = found
        told = self.fold_out.identity if self.is_open else None
        if told is not None:  # it may have been split off
            self._show_in_fold(next((one for one in activities if one.id == told), found))
        self._show_line()

    def fold(self) -> bool:
        """Save and close the fold-out; return whether it is closed."""
        if self.is_open:
            self.fold_out.close_up()
        return not self.is_open

    def forget(self) -> None:
        """Show neither line nor fold-out, as on another day."""
        self._last = None
        if self.is_open:
            self.fold_out.leave()
            self._on_closed()
        self._show_line()

    def flush(self) -> None:
        """Save what was typed and is not yet saved.

        Raises:
            UpswingError: it can't be taken; it is still in its field.
        """
        if self._fold is not None:
            self._fold.flush()

    def _open(self) -> None:
        if self._last is None:
            return
        self._show_in_fold(self._last)
        self.place.show()
        self._show_line()
        self.fold_out.focus_first()
        self.unfolded.emit()

    def _show_in_fold(self, activity: Activity) -> None:
        words = self._words_of(activity)
        title = _("Which one?") if activity.kind == SENT else words
        kind = self._services.activities.kind(activity.kind)
        self.fold_out.show_activity(activity, title, timed=kind.timed)

    def _show_line(self) -> None:
        last = self._last
        shows = last is not None and self.place.isHidden()
        if last is not None:
            told = last.details != type(last.details)()
            self._words.setText(f"{self._words_of(last)} ·")
            self._link.setText(_("details") if told else _("add details"))
            self._link.setAccessibleName(_("{entry}, details").format(entry=self._words_of(last)))
        self.line.setVisible(shows)
        self.line_shown.emit(shows)

    def _words_of(self, activity: Activity) -> str:
        kind = self._services.activities.kind(activity.kind)
        words = kind_label(kind)
        if kind.timed and activity.minutes is not None:
            return _("{kind}, {n} min").format(kind=words, n=activity.minutes)
        if activity.amount == 1:
            return words
        return _("{kind} × {n:g}").format(kind=words, n=activity.amount)

    def _on_link(self) -> None:
        self._open()

    def _on_closed(self) -> None:
        self.place.hide()
        self._show_line()
        self.folded.emit()
