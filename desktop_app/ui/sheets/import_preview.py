"""The two faces of the import sheet: where a file is dropped, and what a file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.text import without_controls
from desktop_app.i18n import _, ngettext, short_day
from desktop_app.transfer.recognise import FORMATS, format_title
from desktop_app.ui.sheets.import_models import (
    FIRST_ROWS,
    TextTable,
    TextTableModel,
    coming_in,
    staying_out,
)
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.history import History
    from desktop_app.services.importing import ImportPreview
    from desktop_app.ui.theme import Appearance

_ROW, _HEAD, _OUT_ROWS, _PADDING = 32, 40, 4, 8


class DropCard(QFrame):
    """Asks for a file, and says which are known.

    Signals:
        choose_requested: the person wants to pick a file.
    """

    choose_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "card")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = Button(appearance, _("Choose a file…"), "primary")
        self._button.clicked.connect(self.choose_requested)
        words = plain_label(_("Drop a CSV file here"), "panel_title")
        promise = plain_label(
            _("You see what it holds first. Nothing changes before you press Import."), "", "text2"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(appearance.px(12))
        layout.addStretch(3)
        for widget in (self._icon, words, promise, self._button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        layout.addWidget(plain_label(_("Known by their columns"), "caption", "text3"), 0, _MIDDLE)
        for name in FORMATS:
            label = plain_label(format_title(name), "small", "text2")
            layout.addWidget(label, 0, _MIDDLE)
        layout.addStretch(1)
        self._tint()
        appearance.theme_changed.connect(self._on_theme_changed)

    def focus_button(self) -> None:
        """Give the focus to the button."""
        self._button.setFocus()
        self._button.setDefault(True)

    def _tint(self) -> None:
        size = self._appearance.px(40)
        colour = self._appearance.theme.accent
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._appearance.icons.pixmap("file-import", colour, size, ratio))

    def _on_theme_changed(self, _theme: object) -> None:
        self._tint()


class PreviewCard(QWidget):
    """What a file brings, its first rows, and every row that stays out."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = plain_label("", "panel_title")
        self._format = ElidedLabel("", "small", "text2")
        self._facts = WrappingLabel(appearance, "", tokens.BODY, "text2")
        self._new_title = plain_label("", "caption", "text3")
        self._new = TextTableModel()
        self._new_view = _table(appearance, self._new, _("What will come in"))
        self._out_title = plain_label("", "caption", "text3")
        self._out = TextTableModel()
        self._out_view = _table(appearance, self._out, _("Rows that stay out, and remarks"))
        self._new_frame, self._out_frame = _Framed(self._new_view), _Framed(self._out_view)
        self._out_frame.setFixedHeight(appearance.px(_ROW * _OUT_ROWS + _HEAD))
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.px(8))
        head = QHBoxLayout()
        head.addWidget(self._words)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self._format)
        layout.addWidget(self._facts)
        layout.addSpacing(appearance.px(4))
        layout.addWidget(self._new_title)
        layout.addWidget(self._new_frame, 1)
        layout.addWidget(self._out_title)
        layout.addWidget(self._out_frame)
        self._rest = QWidget()
        layout.addWidget(self._rest, 0)

    def show_preview(self, file: str, preview: ImportPreview, new: History) -> None:
        """Show what a file brings.

        Args:
            file: its name.
            preview: the counts.
            new: the history without what the journal has already.
        """
        if preview.new:
            self._words.setText(preview.words)
        elif preview.there:
            self._words.setText(_("Nothing new"))
        else:
            self._words.setText(_("No rows"))
        self._format.setText(f"{without_controls(file)} · {preview.title}")
        self._facts.setText(" ".join(_facts(preview, new)))
        table = coming_in(new)
        self._new.show_table(table)
        self._new_title.setText(_first_of(table, preview.new))
        for widget in (self._new_title, self._new_frame):
            widget.setVisible(bool(table.rows))
        _set_widths(self._appearance, self._new_view, _NEW_WIDTHS.get(len(table.columns), ()))
        out = staying_out(preview)
        self._out.show_table(out)
        self._out_title.setText(_out_title(preview))
        for widget in (self._out_title, self._out_frame):
            widget.setVisible(bool(out.rows))
        _set_widths(self._appearance, self._out_view, (64,))
        rows = min(_OUT_ROWS, max(1, len(out.rows)))
        self._out_frame.setFixedHeight(self._appearance.px(_ROW * rows + _HEAD))
        self._column.setStretchFactor(self._rest, 0 if table.rows else 1)


_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_NEW_WIDTHS = {5: (100, 170, 170, 110), 2: (110,)}


def _facts(preview: ImportPreview, new: History) -> list[str]:
    facts = []
    if preview.first and preview.last:
        facts.append(
            _("From {first} to {last}.").format(
                first=short_day(preview.first, preview.last),
                last=f"{short_day(preview.last)} {preview.last.year}",
            )
        )
    without = sum(one.day is None for one in new.applications)
    if without:
        facts.append(
            ngettext(
                "{n} has no day and counts for no day.",
                "{n} have no day and count for no day.",
                without,
            ).format(n=without)
        )
    if preview.there and preview.new:
        facts.append(
            ngettext(
                "{n} more is in your journal already.",
                "{n} more are in your journal already.",
                preview.there,
            ).format(n=preview.there)
        )
    elif preview.there:
        facts.append(_("Everything in this file is in your journal already."))
    return facts


def _first_of(table: TextTable, total: int) -> str:
    if len(table.rows) < total:
        return _("What will come in: the first {n} of {total}").format(n=FIRST_ROWS, total=total)
    return _("What will come in")


def _out_title(preview: ImportPreview) -> str:
    parts = []
    if preview.skipped:
        count = len(preview.skipped)
        parts.append(ngettext("{n} row stays out", "{n} rows stay out", count).format(n=count))
    if preview.remarks:
        count = len(preview.remarks)
        parts.append(ngettext("{n} remark", "{n} remarks", count).format(n=count))
    return ", ".join(parts)


def _table(appearance: Appearance, model: TextTableModel, name: str) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setItemDelegate(_Cells(appearance, view))
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(appearance.px(_ROW))
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setStretchLastSection(True)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setSectionsClickable(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    return view


def _set_widths(appearance: Appearance, view: QTableView, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths):
        view.setColumnWidth(column, appearance.px(width))


class _Cells(QStyledItemDelegate):
    """Plain words with the header's padding and a hairline below each row."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._appearance.theme
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.accent_weak)
        painter.setPen(theme.grid)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = rect.adjusted(_PADDING, 0, -_PADDING // 2, 0)
        painter.setFont(self._appearance.font(tokens.SMALL))
        painter.setPen(theme.text2 if index.column() in (0, 2) else theme.text)
        line = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)


class _Framed(QFrame):
    """A card as large as its table, whose corners the table leaves free."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        path = QPainterPath()
        radius = tokens.RADIUS_CARD - 1
        path.addRoundedRect(QRectF(0, 0, self.width() - 3, self.height() - 3), radius, radius)
        self._view.setMask(QRegion(path.toFillPolygon().toPolygon()))
