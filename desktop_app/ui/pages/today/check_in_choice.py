"""Which of a day's check-ins is edited: the head of the card 'How is today?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.i18n import _
from desktop_app.services.check_ins import NEW
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.entries import CheckIn
    from desktop_app.ui.theme import Appearance

_MOST, _LEAST = 4, 2


class CheckInChoice(QWidget):
    """Names the check-ins where there are several, and offers another one.

    Where there is little room it names fewer of them (the others open from the day's entries),
    and offers another one by an icon.

    Signals:
        chosen: the id of the check-in that the person wants to edit, or NEW.
        another_asked: the person wants to begin another one.
        move_asked: the person wants to change day or time of the one edited.
        delete_asked: the person wants the one edited deleted.
    """

    chosen = Signal(int)
    another_asked = Signal()
    move_asked = Signal()
    delete_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._options: list[tuple[str, str]] = []
        self._which = ""
        self._room = 0
        self._shown: tuple[tuple[str, str], ...] = ()
        self._segments: SegmentedControl | None = None
        words = _("Another check-in")
        self._link = Button(appearance, words, "link")
        self._icon = IconButton(appearance, "plus", words, edge=24)
        self._cap = KeyCap(appearance, "M", action="another_check_in")
        self._more = IconButton(appearance, "dots", _("More of this check-in"), edge=24)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(appearance.px(6))
        for widget in (self._link, self._icon, self._cap, self._more):
            self._row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._link.clicked.connect(self.another_asked)
        self._icon.clicked.connect(self.another_asked)
        self._more.clicked.connect(self._on_more)

    def show_check_ins(self, check_ins: Sequence[CheckIn], which: int, *, is_today: bool) -> None:
        """Show a day's check-ins, oldest first, and which is edited: an id, or NEW."""
        self._options = [
            (str(one.id), f"{one.at:%H:%M}" if one.at else _("No. {n}").format(n=number))
            for number, one in enumerate(check_ins, start=1)
        ]
        if which == NEW:
            self._options.append((str(NEW), _("now") if is_today else _("new")))
        self._which = str(which)
        self._arrange()

    def set_room(self, room: int) -> None:
        """Take no more than so many pixels."""
        if room != self._room:
            self._room = room
            self._arrange()

    def _arrange(self) -> None:
        begun = self._which == str(NEW)
        several = len(self._options) > 1
        for most in range(_MOST, _LEAST - 1, -1):
            shown = self._latest(most) if several else ()
            words_fit = self._wide(shown, words=True) <= self._room
            if words_fit or self._wide(shown, words=False) <= self._room:
                break
        self._link.setVisible(not begun and words_fit)
        self._icon.setVisible(not begun and not words_fit)
        self._cap.setVisible(not begun)
        self._more.setVisible(not begun)
        if shown != self._shown:
            self._make_segments(shown)
        if self._segments is not None and self._segments.choice != self._which:
            self._segments.set_choice(self._which)

    def _latest(self, most: int) -> tuple[tuple[str, str], ...]:
        """Return the latest ones and, if it is none of them, the one edited in front of them."""
        latest = self._options[-most:]
        if self._which not in (key for key, _label in latest):
            edited = [option for option in self._options if option[0] == self._which]
            latest = [*edited, *latest[1:]]
        return tuple(latest)

    def _wide(self, shown: Sequence[tuple[str, str]], *, words: bool) -> int:
        gap = self._row.spacing()
        another = self._link if words else self._icon
        parts = [another, self._cap, self._more] if self._which != str(NEW) else []
        wide = sum(part.sizeHint().width() + gap for part in parts)
        return wide + (SegmentedControl.width_of(self._appearance, shown) if shown else 0)

    def _make_segments(self, shown: tuple[tuple[str, str], ...]) -> None:
        focused = self._segments is not None and self._segments.isAncestorOf(self._focus())
        if self._segments is not None:
            self._segments.hide()
            self._segments.deleteLater()
            self._segments = None
        self._shown = shown
        if shown:
            self._segments = SegmentedControl(self._appearance, shown, _("Check-in"))
            self._segments.chosen.connect(self._on_chosen)
            self._row.insertWidget(0, self._segments)
            self._segments.set_choice(self._which)
            if focused:
                self._segments.focus_choice()

    def _focus(self) -> QWidget:
        return self.window().focusWidget() or self

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(int(key))

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(_("More of this check-in"))
        menu.addAction(_("Day and time…")).triggered.connect(self.move_asked)
        menu.addAction(_("Delete this check-in")).triggered.connect(self.delete_asked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
