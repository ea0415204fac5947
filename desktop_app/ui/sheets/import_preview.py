"""What a file of a known program holds, before it comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.text import without_controls
from desktop_app.i18n import _, ngettext, short_day
from desktop_app.ui.sheets.import_frame import GUTTER
from desktop_app.ui.sheets.import_models import (
    FIRST_ROWS,
    TextTable,
    TextTableModel,
    coming_in,
    staying_out,
)
from desktop_app.ui.sheets.import_tables import HEAD, ROW, FramedTable, set_widths, text_view
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.domain.history import History
    from desktop_app.services.importing import ImportPreview
    from desktop_app.ui.theme import Appearance

_OUT_ROWS, _LEAST_ROWS = 4, 3


class PreviewCard(QWidget):
    """What a file brings, its first rows, and every row that stays out.

    Signals:
        mapping_asked: the person wants to say which column is what.
    """

    mapping_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = plain_label("", "panel_title")
        self._format = ElidedLabel("", "small", "text2")
        self._facts = WrappingLabel(appearance, "", tokens.BODY, "text2")
        self._new_title = plain_label("", "caption", "text3")
        self._new = TextTableModel()
        self._new_view = text_view(appearance, self._new, _("What will come in"))
        self._out_title = plain_label("", "caption", "text3")
        self._out = TextTableModel()
        self._out_view = text_view(appearance, self._out, _("Rows that stay out, and remarks"))
        self._new_frame, self._out_frame = FramedTable(self._new_view), FramedTable(self._out_view)
        self._out_frame.setFixedHeight(appearance.px(ROW * _OUT_ROWS + HEAD))
        content = QWidget()
        self._column = layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, appearance.px(GUTTER), 0)
        layout.setSpacing(appearance.px(8))
        head = QHBoxLayout()
        self._map = Button(appearance, _("Map the columns yourself"), "link")
        self._map.clicked.connect(self.mapping_asked)
        head.addWidget(self._words)
        head.addStretch(1)
        head.addWidget(self._map)
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
        self._new_frame.setMinimumHeight(appearance.px(HEAD + ROW * _LEAST_ROWS))
        scrolling(self, content)

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
        set_widths(self._appearance, self._new_view, _NEW_WIDTHS.get(len(table.columns), ()))
        out = staying_out(preview)
        self._out.show_table(out)
        self._out_title.setText(_out_title(preview))
        for widget in (self._out_title, self._out_frame):
            widget.setVisible(bool(out.rows))
        set_widths(self._appearance, self._out_view, (64,))
        rows = min(_OUT_ROWS, max(1, len(out.rows)))
        self._out_frame.setFixedHeight(self._appearance.px(ROW * rows + HEAD))
        self._column.setStretchFactor(self._rest, 0 if table.rows else 1)


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
