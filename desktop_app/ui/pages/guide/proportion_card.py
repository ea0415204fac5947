"""'Put it into proportion': the person's own answers as dots, and the sentences of methods.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.guide.proportion import ENOUGH, LEAST_SUCCESSES, in_words
from desktop_app.domain.stages import Stage
from desktop_app.i18n import _, full_day
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import paint_box, smooth
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.domain.guide.proportion import Tally
    from desktop_app.ui.theme import Appearance

_DOT, _PITCH, _MOST_DOTS = 11, 20, 70


class ProportionCard(Card):
    """Figures of the person's own, with their denominator; after a final round only on request.

    Signals:
        rate_entered: the rate of their field in 100, as typed; "" for their own figures again.
    """

    rate_entered = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Put it into proportion"), parent=parent)
        self._appearance = appearance
        self._dots = _Dots(appearance)
        self._said = QVBoxLayout()
        self._said.setSpacing(appearance.px(8))
        self._more = Button(appearance, _("Show the figures all the same"), "link")
        self._source = WrappingLabel(appearance, "", tokens.SMALL, "text3")
        self.body.addWidget(self._dots)
        self.body.addLayout(self._said)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._source)
        self.field = Button(appearance, "", "link")
        self.rate = QLineEdit()
        self.rate.setAccessibleName(_("Of 100 applications in your field, how many interviews?"))
        self.rate.setPlaceholderText(_("Such as 5"))
        self.rate.setMaxLength(20)
        self._entering = QWidget()
        entering = QVBoxLayout(self._entering)
        entering.setSpacing(appearance.px(4))
        entering.setContentsMargins(0, 0, 0, 0)
        asks = WrappingLabel(appearance, self.rate.accessibleName(), tokens.SMALL, "text2")
        entering.addWidget(asks)
        entering.addWidget(self.rate)
        self._entering.hide()
        self.body.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._entering)
        self.body.addStretch(1)
        self._tally: Tally | None = None
        self._stage = Stage.APPLICATION
        self._opened = False
        self._more.clicked.connect(self._on_more)
        self.field.clicked.connect(self._on_field)
        self.rate.returnPressed.connect(self._on_rate)

    def show_tally(self, tally: Tally, stage: Stage, *, afresh: bool) -> None:
        """Show figures after a no of a stage; ``afresh`` folds what was opened on request."""
        if afresh or self._tally is None or self._tally.field_rate != tally.field_rate:
            self._entering.hide()
            self.rate.clear()
        self._tally, self._stage = tally, stage
        self._opened = self._opened and not afresh
        self._show()

    def _show(self) -> None:
        if self._tally is None:
            return
        tally, words = self._tally, in_words(self._tally, self._stage)
        while (item := self._said.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.hide()
                label.deleteLater()
        said = (*words.said, *(words.on_request if self._opened else ()))
        for number, sentence in enumerate(said):
            last = number == len(said) - 1 and len(said) > 1
            tone, size = ("text3", tokens.SMALL) if last else ("text", tokens.BODY)
            self._said.addWidget(WrappingLabel(self._appearance, sentence, size, tone))
        self._more.setVisible(bool(words.on_request) and not self._opened)
        figures = tally.answered >= ENOUGH and tally.interviews >= LEAST_SUCCESSES
        letters = self._stage is Stage.APPLICATION or (self._stage is Stage.FINAL and self._opened)
        own = _("Use your own figures again")
        other = _("Use a rate of your field instead")
        self.field.setText(other if tally.field_rate is None else own)
        self.field.setVisible(letters and self._entering.isHidden())
        shown = figures and letters and tally.field_rate is None
        self._dots.setVisible(shown and tally.answered <= _MOST_DOTS)
        self._dots.show_share(tally.interviews, tally.answered)
        self._source.setVisible(shown)
        if tally.since is not None:
            self._source.setText(
                _("From your own log since {day}.").format(day=full_day(tally.since))
            )

    def _on_field(self) -> None:
        if self._tally is not None and self._tally.field_rate is not None:
            self.rate_entered.emit("")
            return
        self.field.hide()
        self._entering.show()
        self.rate.setFocus()

    def _on_rate(self) -> None:
        self.rate_entered.emit(self.rate.text().strip())

    def _on_more(self) -> None:
        self._opened = True
        self._show()


class _Dots(PaintedWidget):
    """One dot for each answer; those that led to an interview are filled."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._filled = self._all = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_share(self, filled: int, whole: int) -> None:
        self._filled, self._all = filled, whole
        self.setAccessibleName(_("{k} of {n}").format(k=filled, n=whole))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        pitch = self.appearance.px(_PITCH)
        across = max(1, width // pitch)
        return max(1, -(-self._all // across)) * pitch

    def sizeHint(self) -> QSize:
        width = self.appearance.px(280)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        pitch, size = px(_PITCH), px(_DOT)
        across = max(1, self.width() // pitch)
        for place in range(self._all):
            left = (place % across) * pitch + 1
            top = (place // across) * pitch + (pitch - size) / 2
            dot = QRectF(left, top, size, size)
            if place < self._filled:
                paint_box(painter, dot, size / 2, theme.accent)
            else:
                paint_box(painter, dot, size / 2, None, theme.slate_soft, 1.5)
