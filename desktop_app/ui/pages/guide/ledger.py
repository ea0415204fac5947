"""The ledger of reasons: nothing is placed beforehand, and not knowing is the first answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.guide.reasons import Card as ReasonCard
from desktop_app.domain.guide.reasons import Place, cannot_know, place_key, place_label
from desktop_app.i18n import _
from desktop_app.ui.pages.guide.reason_list import ReasonList
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop_app.domain.guide.reasons import PlacedReason
    from desktop_app.ui.theme import Appearance

_COLUMN, _ADD, _WRITE, _FOUR_ACROSS = 148, 132, 240, 560


class Ledger(Card):
    """Sorts the likely reasons into four places.

    Signals:
        placed: a reason's card and the Place that it was put into.
        written: the words of a reason that the person adds to be sorted.
        taken_away: the card that was taken out of its place.
        not_knowing_chosen: True for 'I can't know', False when that is taken back.
    """

    placed = Signal(object, object)
    written = Signal(str)
    taken_away = Signal(object)
    not_knowing_chosen = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.unknown = Chip(appearance, "cannot_know", cannot_know())
        super().__init__(appearance, _("Sort the likely reasons"), self.unknown, parent)
        self._appearance = appearance
        self._columns = 0
        px = appearance.px
        self.unknown.clicked.connect(self._on_unknown)
        lead = WrappingLabel(
            appearance,
            _("Most noes have several causes. Drag a card, or press the letter of a column."),
            tokens.SMALL,
            "text2",
        )
        self.body.addWidget(lead)
        self.tray = ReasonList(appearance, _("Reasons to sort"), across=True)
        self._add = Button(appearance, _("Add a reason"), "quiet", icon="plus", small=True)
        self._field = QLineEdit()
        self._field.setAccessibleName(_("A reason in your words"))
        self._field.setPlaceholderText(_("A reason in your words, then Enter"))
        self._field.setMaxLength(120)
        self._adding = QStackedWidget()
        self._adding.addWidget(self._add)
        self._adding.addWidget(self._field)
        self._adding.setFixedWidth(px(_ADD))
        tray = QFrame()
        tray.setProperty("role", "tray")
        row = QHBoxLayout(tray)
        row.setContentsMargins(px(4), 0, px(8), 0)
        row.addWidget(self.tray, 1)
        row.addWidget(self._adding, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(tray)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(8))
        self.lists = {place: ReasonList(appearance, place_label(place)) for place in Place}
        self._frames = {place: self._framed(place) for place in Place}
        self.body.addLayout(self._grid)
        self.foot = QVBoxLayout()
        self.body.addLayout(self.foot)
        self._folded = [lead, tray, *self._frames.values()]
        self._last: ReasonList = self.tray
        self._connect()
        self._place_columns()

    def show_reasons(
        self, offered: Sequence[ReasonCard], placed: Sequence[PlacedReason], *, unknown: bool
    ) -> None:
        """Show the cards.

        Args:
            offered: those that are suggested.
            placed: those that the person sorted.
            unknown: whether the person said that the reasons can't be known.
        """
        self.tray.show_reasons(offered)
        for place, view in self.lists.items():
            view.show_reasons([one.card for one in placed if one.place is place])
        if self.unknown.isChecked() != unknown:
            self.unknown.setChecked(unknown)
        for widget in self._folded:
            widget.setVisible(not unknown or bool(placed))

    def fit_title(self, room: int) -> None:
        """Let the first answer stand below the title where it has no room beside it.

        Args:
            room: the width inside the card, in pixels.
        """
        hints = (self.title_label.sizeHint().width(), self.unknown.sizeHint().width())
        if sum(hints) + self._appearance.px(8) <= room:
            self.add_right(self.unknown)
        else:
            self.body.insertWidget(0, self.unknown, 0, Qt.AlignmentFlag.AlignLeft)

    def place_selected(self, place: Place) -> bool:
        """Put the card with the cursor into a place; return whether there was one."""
        card = self._last.card
        if card is None or not self._last.isVisible():
            return False
        self.placed.emit(card, place)
        return True

    def begin_own(self) -> None:
        """Let the person write a reason."""
        self._adding.setFixedWidth(self._appearance.px(_WRITE))
        self._adding.setCurrentWidget(self._field)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two columns below each other where four are too narrow."""
        super().resizeEvent(event)
        self._place_columns()

    def _framed(self, place: Place) -> QWidget:
        px = self._appearance.px
        frame = QFrame()
        frame.setProperty("role", "column")
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(4), px(8), px(4), px(4))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.setContentsMargins(px(6), 0, px(4), 0)
        head.addWidget(plain_label(place_label(place), "caption", strong=True, wrap=True), 1)
        cap = KeyCap(self._appearance, place_key(place))
        cap.setProperty("action", f"reason:{place}")
        head.addWidget(cap)
        column.addLayout(head)
        column.addWidget(self.lists[place], 1)
        frame.setMinimumHeight(px(_COLUMN))
        return frame

    def _connect(self) -> None:
        for view in (self.tray, *self.lists.values()):
            view.menu_asked.connect(self._on_menu)
            view.focused.connect(self._on_focused)
        self.tray.dropped.connect(self._on_taken)
        self.tray.itemActivated.connect(self._on_activated)
        for view in self.lists.values():
            view.dropped.connect(self._on_dropped)
            view.taken.connect(self._on_taken)
        self._add.clicked.connect(self.begin_own)
        self._field.returnPressed.connect(self._on_written)
        self._field.editingFinished.connect(self._on_left)

    def _place_columns(self) -> None:
        columns = 4 if self.width() >= self._appearance.px(_FOUR_ACROSS) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for at, frame in enumerate(self._frames.values()):
            self._grid.addWidget(frame, at // columns, at % columns)

    def _on_unknown(self) -> None:
        self.not_knowing_chosen.emit(self.unknown.isChecked())

    def _on_focused(self) -> None:
        view = self.sender()
        if isinstance(view, ReasonList):
            self._last = view

    def _on_dropped(self, card: ReasonCard) -> None:
        for place, view in self.lists.items():
            if view is self.sender():
                self.placed.emit(card, place)

    def _on_taken(self, card: ReasonCard) -> None:
        if card.id:
            self.taken_away.emit(card)

    def _on_activated(self) -> None:
        card = self.tray.card
        if card is not None:
            item = self.tray.currentItem()
            at = self.tray.visualItemRect(item).bottomLeft()
            self._on_menu(card, self.tray.viewport().mapToGlobal(at))

    def _on_menu(self, card: ReasonCard, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in Place:
            action = QAction(f"{place_label(place)}\t{place_key(place)}", menu)
            action.setData((card, place))
            action.triggered.connect(self._on_menu_chosen)
            menu.addAction(action)
        if any(view.card == card for view in self.lists.values()):
            menu.addSeparator()
            away = QAction(_("Take it away") + "\tDel", menu)
            away.setData((card, None))
            away.triggered.connect(self._on_menu_chosen)
            menu.addAction(away)
        menu.popup(at)

    def _on_menu_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            card, place = action.data()
            if place is None:
                self._on_taken(card)
            else:
                self.placed.emit(card, place)

    def _on_written(self) -> None:
        text = " ".join(self._field.text().split())
        self._field.clear()
        if text:
            self.written.emit(text)
        self._fold_field()

    def _on_left(self) -> None:
        if not self._field.text().strip():
            self._fold_field()

    def _fold_field(self) -> None:
        self._adding.setCurrentWidget(self._add)
        self._adding.setFixedWidth(self._appearance.px(_ADD))
