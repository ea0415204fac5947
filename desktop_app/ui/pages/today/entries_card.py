"""'Today so far': the entries of a day, each of which can be deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.kinds import kind_label
from desktop_app.domain.mood import mood_word
from desktop_app.i18n import _
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.painting import LEFT, paint_words, smooth, words_width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from desktop_app.domain.entries import Activity, CheckIn, DayMark, Rejection
    from desktop_app.domain.kinds import ActivityKind
    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
_ROW = 28
_TIME = 48
_MOOD_ICONS = ("mood-sad-2", "mood-sad", "mood-empty", "mood-smile", "mood-happy")


@dataclass(frozen=True)
class Entry:
    """One line: its time as shown, icon, main words and quiet words, and what it stands for."""

    kind: str
    id: int
    time: str
    icon: str
    words: str
    quiet: str
    minutes: int | None = None

    @property
    def sentence(self) -> str:
        """The whole line, for screen readers."""
        return " · ".join(part for part in (self.time, self.words, self.quiet) if part)


def entries_of(
    check_ins: Sequence[CheckIn],
    activities: Sequence[Activity],
    kinds: Sequence[ActivityKind],
    mark: DayMark | None,
    rejections: Sequence[Rejection],
) -> list[Entry]:
    """Return the lines of a day, the latest first; those without a time last."""
    by_name = {kind.name: kind for kind in kinds}
    lines: list[tuple[str, Entry]] = []
    for check_in in check_ins:
        lines.append(_timed(check_in.at, _check_in_entry(check_in)))
    for activity in activities:
        kind = by_name.get(activity.kind)
        if kind is not None:
            lines.append(_timed(activity.at, _activity_entry(activity, kind)))
    if mark is not None and mark.kind.value in ("rest", "sick", "holiday"):
        words = {"rest": _("Rest day"), "sick": _("Sick"), "holiday": _("Holiday")}
        entry = Entry("day_mark", 0, "", "armchair", words[mark.kind.value], "")
        lines.append(_timed(mark.at, entry))
    for no in rejections:
        quiet = " · ".join(part for part in (no.employer, no.position) if part)
        lines.append(("", Entry("rejection", no.id, "", "diamonds", _("Rejection noted"), quiet)))
    lines.sort(key=lambda line: line[0], reverse=True)
    return [entry for _at, entry in lines]


class EntriesCard(Card):
    """Lists a day's entries.

    Signals:
        deleted: the entry that the person wants deleted.
        opened: the entry that the person wants to open (Enter or double click).
    """

    deleted = Signal(object)
    opened = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Today so far"), parent=parent)
        self.model = EntriesModel()
        self.view = EntriesView(appearance, self.model)
        self.body.addWidget(self.view)
        self.close_up()
        self.view.deleted.connect(self.deleted)
        self.view.opened.connect(self.opened)

    def show_entries(self, entries: list[Entry], *, is_today: bool) -> None:
        """Show a day's entries; without any the card is hidden."""
        self.set_title(_("Today so far") if is_today else _("On this day"))
        self.model.set_entries(entries)
        self.view.fit()
        self.setVisible(bool(entries))


class EntriesModel(QAbstractListModel):
    """The entries of one day."""

    EntryRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def set_entries(self, entries: list[Entry]) -> None:
        """Replace the entries."""
        if entries == self._entries:
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return an entry, or its sentence."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == self.EntryRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.sentence
        return None


class EntriesView(QListView):
    """Lines as high as their content; Del or the bin at the right deletes one."""

    deleted = Signal(object)
    opened = Signal(object)

    def __init__(self, appearance: Appearance, model: EntriesModel) -> None:
        super().__init__()
        self._appearance = appearance
        self.setModel(model)
        self.setItemDelegate(_EntryDelegate(appearance, self))
        self.setAccessibleName(_("Entries of the day"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Del deletes an entry; Ctrl+Z brings it back"))
        self.doubleClicked.connect(self._on_opened)

    def fit(self) -> None:
        """Become as high as the entries."""
        self.setFixedHeight(self._appearance.px(_ROW) * self.model().rowCount() + 2)

    def entry_at(self, index: Index) -> Entry | None:
        """Return the entry of a row."""
        entry = index.data(EntriesModel.EntryRole)
        return entry if isinstance(entry, Entry) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Del and Enter; letters and digits go on to the page."""
        entry = self.entry_at(self.currentIndex())
        if entry is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(entry)
        elif entry is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(entry)
        elif event.text().isalnum():
            event.ignore()  # no search by typing in a short list
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Delete an entry whose bin was clicked."""
        index = self.indexAt(event.position().toPoint())
        entry = self.entry_at(index)
        super().mouseReleaseEvent(event)
        if entry is not None and bin_rect(
            self._appearance, QRectF(self.visualRect(index))
        ).contains(event.position()):
            self.deleted.emit(entry)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the bin vanish with the pointer."""
        super().leaveEvent(event)
        self.viewport().update()

    def _on_opened(self, index: QModelIndex) -> None:
        entry = self.entry_at(index)
        if entry is not None:
            self.opened.emit(entry)


def bin_rect(appearance: Appearance, row: QRectF) -> QRectF:
    """Return where the bin of a row stands."""
    edge = appearance.px(24)
    return QRectF(row.right() - edge, row.top() + (row.height() - edge) / 2, edge, edge)


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, view: EntriesView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._appearance.px(200), self._appearance.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._view.entry_at(index)
        if entry is None:
            return
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        row = QRectF(option.rect)
        from PySide6.QtWidgets import QStyle  # late: its enums cost 5 ms of the start

        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and self._view.underMouse()
        painter.save()
        smooth(painter)
        if focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_weak"))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 6, 6)
        ratio = self._view.devicePixelRatioF()
        small = look.font(tokens.SMALL)
        strong = look.font(tokens.SMALL, 500)
        time = QRectF(row.left() + (px(6) if focused else 0), row.top(), px(_TIME), row.height())
        paint_words(painter, time, entry.time, small, theme.text2, LEFT)
        place = QRectF(
            row.left() + px(_TIME), row.top() + (row.height() - px(16)) / 2, px(16), px(16)
        )
        look.icons.paint(painter, entry.icon, theme.text2, place, ratio)
        left = row.left() + px(_TIME + 24)
        right = row.right() - (px(32) if focused or hovered else 0)
        wide = min(words_width(entry.words, strong) + 2, right - left)
        paint_words(
            painter,
            QRectF(left, row.top(), wide, row.height()),
            entry.words,
            strong,
            theme.text,
            LEFT,
        )
        if entry.quiet and right - left - wide > px(24):
            rest = QRectF(left + wide, row.top(), right - left - wide, row.height())
            paint_words(painter, rest, " · " + entry.quiet, small, theme.text2, LEFT)
        if focused or hovered:
            spot = bin_rect(look, row)
            edge = px(16)
            inner = QRectF(
                spot.x() + (spot.width() - edge) / 2,
                spot.y() + (spot.height() - edge) / 2,
                edge,
                edge,
            )
            look.icons.paint(painter, "trash", theme.text2, inner, ratio)
        painter.restore()


def _timed(at: datetime | None, entry: Entry) -> tuple[str, Entry]:
    if at is None:
        return "", entry
    shown = f"{at:%H:%M}"
    timed = Entry(entry.kind, entry.id, shown, entry.icon, entry.words, entry.quiet, entry.minutes)
    return at.isoformat(), timed


def _check_in_entry(check_in: CheckIn) -> Entry:
    parts = []
    if check_in.mood is not None:
        parts.append(mood_word(check_in.mood))
    if check_in.energy is not None:
        parts.append(_("energy {n} of 5").format(n=check_in.energy))
    words = ", ".join(parts) or (_("Note") if check_in.note else _("Feelings"))
    quiet = " · ".join(
        part for part in (", ".join(check_in.feelings), check_in.note.replace("\n", " ")) if part
    )
    icon = _MOOD_ICONS[check_in.mood - 1] if check_in.mood else "mood-smile"
    return Entry("check_in", check_in.id, "", icon, words, quiet)


def _activity_entry(activity: Activity, kind: ActivityKind) -> Entry:
    words = kind_label(kind)
    if activity.minutes is not None and kind.timed:
        words = _("{kind}, {n} min").format(kind=words, n=activity.minutes)
    elif activity.amount != 1:
        words = _("{kind} × {n:g}").format(kind=words, n=activity.amount)
    quiet = " · ".join(
        part for part in (activity.employer, activity.position, activity.note) if part
    ).replace("\n", " ")
    minutes = activity.minutes if kind.timed else None
    return Entry("activity", activity.id, "", kind.icon, words, quiet, minutes)
