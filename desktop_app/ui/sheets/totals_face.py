"""Totals only: three numbers that read as a sentence, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.totals import Totals
from desktop_app.i18n import _
from desktop_app.ui.sheets.import_frame import GUTTER
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import labelled, plain_label
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.services.totals import TotalsService
    from desktop_app.ui.theme import Appearance

_NUMBER, _MOST_DIGITS = 72, 12


class TotalsFace(QWidget):
    """Enter, change or remove the totals.

    Signals:
        entered: Enter was pressed in a field.
        remove_asked: the person wants the totals gone.
    """

    entered = Signal()
    remove_asked = Signal()

    def __init__(
        self, appearance: Appearance, totals: TotalsService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._totals = totals
        px = appearance.px
        self.noes = _number(appearance, _("Noes"))
        self.interviews = _number(appearance, _("Interviews"))
        self.waiting = _number(appearance, _("Still waiting"))
        self.source = QLineEdit()
        self.source.setAccessibleName(_("Where they come from, if you like"))
        self.source.setPlaceholderText(_("Such as LinkedIn, 2023 to 2025"))
        self._remove = Button(appearance, _("Remove these totals"), "link")
        card = Card(appearance)
        card.body.setSpacing(px(16))
        card.body.addWidget(
            WrappingLabel(
                appearance,
                _("How many answers did you have before Upswing, and how many are still out?"),
                tokens.LEAD,
            )
        )
        numbers = FlowBox(px(24), px(12))
        for field, words in (
            (self.noes, _("noes")),
            (self.interviews, _("interviews")),
            (self.waiting, _("still waiting")),
        ):
            numbers.add(_beside(appearance, field, words))
        card.body.addWidget(numbers)
        card.body.addLayout(labelled(_("Where they come from, if you like"), self.source, px(4)))
        card.body.addWidget(
            WrappingLabel(
                appearance,
                _(
                    "They help to see a no in proportion. No chart, no momentum and no list"
                    " shows them."
                ),
                tokens.SMALL,
                "text2",
            )
        )
        card.body.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, px(GUTTER), 0)
        column.addWidget(card)
        column.addStretch(1)
        scrolling(self, content)
        for line in (self.noes, self.interviews, self.waiting, self.source):
            line.returnPressed.connect(self.entered)
        self._remove.clicked.connect(self.remove_asked)

    def refresh(self) -> None:
        """Show the totals that the journal has."""
        known = self._totals.get()
        self._remove.setVisible(known is not None)
        for field, number in (
            (self.noes, known.noes if known else None),
            (self.interviews, known.interviews if known else None),
            (self.waiting, known.waiting if known else None),
        ):
            field.setText("" if number is None else str(number))
        self.source.setText(known.source if known else "")

    def focus_first(self) -> None:
        """Give the focus to the first number."""
        self.noes.setFocus()
        self.noes.selectAll()

    def save(self) -> None:
        """Set the totals.

        Raises:
            InvalidInput: something is no number, or can't be; nothing was changed.
        """
        self._totals.set(
            Totals(
                _read(self.noes),
                _read(self.interviews),
                _read(self.waiting),
                self.source.text(),
            )
        )


def _number(appearance: Appearance, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText("0")
    field.setFixedWidth(appearance.px(_NUMBER))
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    return field


def _beside(appearance: Appearance, field: QLineEdit, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(appearance.px(8))
    label = plain_label(words)
    label.setBuddy(field)
    row.addWidget(field)
    row.addWidget(label)
    return holder


def _read(field: QLineEdit) -> int:
    text = field.text().strip()
    if not text:
        return 0
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS:
        raise InvalidInput(
            _("{field}: “{text}” is no number of answers.").format(
                field=field.accessibleName(), text=text[:40]
            )
        )
    return int(text)
