"""How a file is read, in one line, and a fold-out to say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _, ngettext
from desktop_app.transfer.encodings import OFFERED, name_of
from desktop_app.transfer.reading import How
from desktop_app.transfer.shape import DELIMITERS, delimiter_label
from desktop_app.ui.sheets.import_columns import ColumnBox
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from desktop_app.transfer.reading import Table
    from desktop_app.ui.theme import Appearance

_BOX = 168


class HowLine(QWidget):
    """Says how a table was read.

    Signals:
        how_chosen: the How by which the person wants it read instead.
        grown: the fold-out was opened or closed.
    """

    how_chosen = Signal(object)
    grown = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        px = appearance.px
        self._how = How()
        self._words = ElidedLabel("", "small", "text2")
        self._change = Button(appearance, _("Change how it is read"), "link")
        self._delimiter = ColumnBox(_("Cells are parted by"))
        self._encoding = ColumnBox(_("Letters are written in"))
        self._header = ColumnBox(_("Columns are named in"))
        self._fold = FlowBox(px(16), px(8))
        for box, words in (
            (self._delimiter, _("Cells are parted by")),
            (self._encoding, _("Letters are written in")),
            (self._header, _("Columns are named in")),
        ):
            self._fold.add(_labelled(appearance, box, words))
            box.choice_made.connect(self._on_chosen)
        self._fold.hide()
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._words, 1)
        line.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self._fold)
        self._change.clicked.connect(self._on_change)

    def show_table(self, table: Table) -> None:
        """Say how a table was read."""
        self._how = how = table.how
        is_text = how.delimiter in DELIMITERS
        count = len(table.rows)
        rows = ngettext("{n} row", "{n} rows", count).format(n=count)
        if table.cut:
            rows = ngettext("the first {n} row", "the first {n} rows", count).format(n=count)
        parts = [table.name, rows]
        if is_text:
            parts.append(delimiter_label(how.delimiter or ","))
            parts.append(name_of(how.encoding or ""))
        self._words.setText(" · ".join(parts))
        self._change.setVisible(is_text)
        self._fold.setVisible(is_text and not self._fold.isHidden())
        self._delimiter.set_choices(
            [(one, delimiter_label(one)) for one in DELIMITERS], how.delimiter or ","
        )
        encodings = list(OFFERED)
        if how.encoding and how.encoding not in dict(OFFERED):
            encodings.append((how.encoding, name_of(how.encoding)))
        self._encoding.set_choices(encodings, how.encoding or "")
        lines = sorted({*table.heads, *([how.header] if how.header else [])})
        heads = [(str(line), _("Line {n}").format(n=line)) for line in lines]
        self._header.set_choices([("0", _("No line")), *heads], str(how.header or 0))

    def fold_up(self) -> None:
        """Close the fold-out."""
        self._fold.hide()

    def _on_change(self) -> None:
        self._fold.setVisible(self._fold.isHidden())
        self.grown.emit()
        if not self._fold.isHidden():
            self._delimiter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, _key: str) -> None:
        how = How(self._encoding.choice, self._delimiter.choice, int(self._header.choice or 0))
        if how.delimiter != self._how.delimiter or how.encoding != self._how.encoding:
            how = how._replace(header=None)  # other cells may have their names elsewhere
        self.how_chosen.emit(how)


def _labelled(appearance: Appearance, box: ColumnBox, words: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(appearance.px(4))
    label = plain_label(words, "small", "text2")
    label.setBuddy(box)
    box.setFixedWidth(appearance.px(_BOX))
    column.addWidget(label)
    column.addWidget(box)
    return holder
