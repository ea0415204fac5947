"""A segmented control: one of a few ways to look at the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painted import PaintedButton, Roving
from desktop_app.ui.widgets.painting import CENTRE, paint_box, paint_words, smooth, words_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Appearance

_EDGE, _SHORTEST = 12, 90


class SegmentedControl(Roving):
    """Segments of which one is chosen.

    Signals:
        chosen: the key that the person chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        options: Sequence[tuple[str, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a control.

        Args:
            appearance: the look to follow.
            options: key and label of each segment; the first is chosen.
            name: what a screen reader says before each, such as ``Range``.
            parent: the widget that holds it.
        """
        super().__init__(appearance, parent)
        self._name = name
        self._segments: list[_Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._key = ""
        self.set_options(options)
        appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def choice(self) -> str:
        """The key of the chosen segment."""
        return self._key

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other segments; a choice that is gone gives way to the first, told to nobody."""
        if list(options) == [(segment.key, segment.label) for segment in self._segments]:
            return
        for segment in self._segments:
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [
            _Segment(self.appearance, key, label, self._name) for key, label in options
        ]
        for segment in self._segments:
            self._row.addWidget(segment)
            segment.show()  # a layout would do it later, and until then it counts for no width
            segment.clicked.connect(self._on_clicked)
        self.set_members(list(self._segments))
        keys = [segment.key for segment in self._segments]
        self.set_choice(self._key if self._key in keys else next(iter(keys), ""))

    def set_choice(self, key: str) -> None:
        """Choose without telling anybody."""
        self._key = key
        for segment in self._segments:
            segment.setChecked(segment.key == key)
        self.rest_on(next((s for s in self._segments if s.isChecked()), None))

    def focus_choice(self) -> None:
        """Give the focus to the chosen segment."""
        for segment in self._segments:
            if segment.isChecked():
                segment.setFocus(Qt.FocusReason.TabFocusReason)

    @staticmethod
    def width_of(appearance: Appearance, options: Sequence[tuple[str, str]]) -> int:
        """Return how wide a control with these segments is."""
        return 6 + sum(_segment_width(appearance, label) for _key, label in options)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the trough."""
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        box = QRectF(self.rect())
        paint_box(painter, box, tokens.RADIUS_FIELD, theme.sunken, theme.border)

    def _on_clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, _Segment):
            changed = segment.key != self._key
            self.set_choice(segment.key)
            if changed:
                self.chosen.emit(segment.key)

    def _on_theme_changed(self, _theme: object) -> None:
        self.update()


class _Segment(PaintedButton):
    def __init__(self, appearance: Appearance, key: str, label: str, name: str) -> None:
        said = _("{name}, {label}").format(name=name, label=label) if name else label
        super().__init__(appearance, said)
        self.key = key
        self.label = label
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = _segment_width(self.appearance, self.label)
        return QSize(wide, self.appearance.px(28))

    def minimumSizeHint(self) -> QSize:
        """Return a width without the room at both sides, and with a long label cut."""
        px = self.appearance.px
        words = self.sizeHint().width() - 2 * px(_EDGE)
        return QSize(min(words, px(_SHORTEST)) + 2 * px(3), px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.sizeHint().width() - 2 * self.appearance.px(_EDGE) > self.width()
        self.setToolTip(plain_tool_tip(self.label) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        box = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, box, 6, theme.surface, theme.border)
        if self.ringed:
            paint_box(painter, box, 6, None, theme.accent, 2)
        colour = theme.text if self.isChecked() or self.hovered else theme.text2
        font = self.appearance.font(tokens.SMALL, 600 if self.isChecked() else 400)
        paint_words(painter, box, self.label, font, colour, CENTRE)


def _segment_width(appearance: Appearance, label: str) -> int:
    wide = words_width(label, appearance.font(tokens.SMALL, 600))
    return round(wide) + 2 * appearance.px(_EDGE)
