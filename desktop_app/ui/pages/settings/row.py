"""One setting: what it is called, what it does, its control, and a question after its change."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.matching import folded, rank
from desktop_app.ui.widgets.inline_question import InlineQuestion
from desktop_app.ui.widgets.scroll_page import reveal
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.theme import Appearance


class SettingRow(QWidget):
    """The words at the left, the control at the right, or below them where there is no room.

    Attributes:
        least_words: the width, at usual text size, that the words want beside the control.
    """

    least_words = 260

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        explains: str = "",
        control: QWidget | None = None,
        *,
        before: Sequence[QWidget] = (),
        found_by: str = "",
        below: bool = False,
    ) -> None:
        """Make a row.

        Args:
            appearance: the look to follow.
            title: what the setting is called.
            explains: what it does, in one line, or "".
            control: what changes it, None for a row that only tells.
            before: what stands before the words, such as an icon.
            found_by: further words by which the search finds it.
            below: whether the control takes the whole width.
        """
        super().__init__()
        self._appearance = appearance
        self._control = control
        self._found_by = found_by
        self._below = below
        self._question: InlineQuestion | None = None
        px = appearance.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._title = WrappingLabel(appearance, title, parent=self)
        self._explains = WrappingLabel(appearance, explains, tokens.SMALL, "text2", self)
        self._explains.setVisible(bool(explains))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._explains)
        words.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(px(8))
        beside = QHBoxLayout()
        beside.setSpacing(px(10))
        for widget in before:
            beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addLayout(words, 1)
        self._both.addLayout(beside, 1)
        if control is not None:
            self._both.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(self._both)
        self._fit()

    @property
    def title(self) -> str:
        """What the setting is called."""
        return self._title.text()

    @property
    def question(self) -> str:
        """What is asked or told below the row, "" where nothing is."""
        return self._question.sentence if self._question is not None else ""

    def rename(self, title: str) -> None:
        """Call the setting something else."""
        if title != self.title:
            self._title.setText(title)

    def explain(self, explains: str) -> None:
        """Say something else of what it does."""
        self._explains.setText(explains)
        self._explains.setVisible(bool(explains))

    def be_found_by(self, words: str) -> None:
        """Take other further words for the search."""
        self._found_by = words

    def fits(self, typed: Sequence[str]) -> bool:
        """Return whether every typed word stands in the row's words."""
        said = f"{self.title} {self._explains.text()} {self._found_by}"
        return rank(list(typed), folded(said)) is not None

    def ask(
        self,
        sentence: str,
        answers: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        focus: bool = False,
    ) -> None:
        """Ask or tell something below the row, in place of what was asked before."""
        self.unask()
        self._question = InlineQuestion(self._appearance, sentence, answers, self)
        self._column.addWidget(self._question)
        before = _stops(self._control)[-1:] if self._control is not None else []
        order = [*before, *_stops(self._question)]
        for stop, following in pairwise(order):
            QWidget.setTabOrder(stop, following)
        if focus:
            self._question.focus_first()
        reveal(self._question)

    def unask(self) -> None:
        """Take away what was asked; the focus goes back to the control."""
        if self._question is None:
            return
        focus = self.window().focusWidget()
        inside = focus is not None and self._question.isAncestorOf(focus)
        self._question.hide()
        self._question.deleteLater()
        self._question = None
        if inside:
            self.focus_control()

    def focus_control(self) -> bool:
        """Give the focus to what changes the setting; return whether there is something."""
        stops = _stops(self._control) if self._control is not None else []
        for stop in stops[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(stop)
        return bool(stops)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control below the words where it has no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._control is None:
            return
        room = self.width() - self._appearance.px(self.least_words)
        down = self._below or self._control.sizeHint().width() > room
        way = QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(way)
        self._both.setAlignment(
            self._control, Qt.AlignmentFlag(0) if down else Qt.AlignmentFlag.AlignVCenter
        )


def _stops(widget: QWidget) -> list[QWidget]:
    """Return the widget, or what is in it, that takes the focus by Tab."""
    return [
        one
        for one in (widget, *widget.findChildren(QWidget))
        if one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and one.focusProxy() is None
        and one.isEnabled()
        and not one.isHidden()
    ]
