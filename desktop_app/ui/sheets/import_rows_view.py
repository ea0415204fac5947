"""Below the mapping: the first rows as they come in, or every row that stays out, and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.sheets.import_models import TextTable, TextTableModel, staying_out
from desktop_app.ui.sheets.import_tables import HEAD, ROW, FramedTable, set_widths, text_view
from desktop_app.ui.widgets.labels import ElidedLabel
from desktop_app.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from desktop_app.services.importing import ImportPreview
    from desktop_app.ui.theme import Appearance

COMING, OUT = "coming", "out"
_WIDTHS = (96, 180, 180, 104, 150)


class RowsView(QWidget):
    """A table of rows, and what is said of all of them in ``words``."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._tables = {COMING: TextTable((), ()), OUT: TextTable((), ())}
        self._model = TextTableModel()
        self.view = text_view(appearance, self._model, _("As it comes in"))
        self.shown = SegmentedControl(
            appearance,
            [(COMING, _("As it comes in")), (OUT, _("Stays out, and remarks"))],
            _("Rows"),
        )
        self.words = ElidedLabel("", "", "text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        px = appearance.px
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.shown)
        head.addWidget(self.words, 1)
        self._frame = FramedTable(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self._frame)
        self.shown.chosen.connect(self._on_chosen)

    def set_rows(self, rows: int) -> None:
        """Be as high as some rows."""
        self._frame.setFixedHeight(self._appearance.px(HEAD + ROW * rows))

    def show_rows(self, table: TextTable) -> None:
        """Show the first rows; what stays out is not known yet."""
        self._tables = {COMING: table, OUT: TextTable((_("Line"), _("Reason or remark")), ())}
        self._show()

    def show_result(self, preview: ImportPreview) -> None:
        """Say what all rows bring, and which stay out."""
        self._tables[OUT] = staying_out(preview)
        if self.shown.choice == OUT:
            self._show()
        self.words.setText(_counts(preview))

    def _show(self) -> None:
        table = self._tables[self.shown.choice]
        self._model.show_table(table)
        widths = _WIDTHS if self.shown.choice == COMING else (64,)
        set_widths(self._appearance, self.view, widths)

    def _on_chosen(self, _key: str) -> None:
        self._show()


def _counts(preview: ImportPreview) -> str:
    """Return what comes in, what is there already, and what stays out."""
    nothing = _("Nothing new") if preview.there else _("No rows")
    parts = [preview.words if preview.new else nothing]
    if preview.there:
        parts.append(_("{n} in your journal already").format(n=preview.there))
    if preview.skipped:
        parts.append(_("{n} left out").format(n=len(preview.skipped)))
    return " · ".join(parts)
