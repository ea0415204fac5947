"""'Why this number?': the rule of momentum and its day-by-day account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.services.account import account, earlier_start, rules
from desktop_app.ui.widgets.account_list import AccountList
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.bundle import Services
    from desktop_app.ui.theme import Appearance


class AccountSheet(QDialog):
    """Explains the number of a day."""

    def __init__(
        self, services: Services, appearance: Appearance, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Why this number?"))
        standing = services.momentum.standing(day)
        momentum = standing.momentum or 0.0
        px = appearance.px
        column = QVBoxLayout(self)
        edge = px(tokens.PAGE_PADDING)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(12))
        column.addWidget(plain_label(_("Momentum {n}").format(n=round(momentum)), "h1"))
        said = (rules(services.momentum.half_life()), earlier_start(services.momentum, day))
        words = " ".join(sentence for sentence in said if sentence)
        column.addWidget(WrappingLabel(appearance, words, tone="text2"))
        if standing.week_ago is not None:
            column.addWidget(
                plain_label(
                    _("A week before it was {n}.").format(n=round(standing.week_ago)), tone="text2"
                )
            )
        lines = AccountList(appearance)
        lines.show_lines(account(services.momentum, day), services.days.today())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("Day by day"))
        lines.setProperty("role", "page")
        area.setWidget(lines)
        column.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(appearance, _("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        screen = self.screen().availableGeometry()
        self.resize(min(px(560), screen.width()), min(px(560), screen.height() - px(64)))
        close.setFocus()
