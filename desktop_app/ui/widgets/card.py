"""A card: a surface with a title row and a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


class Card(QFrame):
    """A card whose ``body`` layout the page fills; without a title there is no title row."""

    def __init__(
        self,
        appearance: Appearance,
        title: str = "",
        right: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout()
        self.body.setSpacing(appearance.px(12))
        self._head = QHBoxLayout()
        self._head.setSpacing(appearance.px(8))
        self.title_label = plain_label(title, "h2")
        self._head.addWidget(self.title_label, 1)
        outer = QVBoxLayout(self)
        edge = appearance.px(tokens.CARD_PADDING) - 1
        outer.setContentsMargins(edge, edge - 3, edge, edge)
        outer.setSpacing(appearance.px(12))
        if title or right is not None:
            outer.addLayout(self._head)
        else:
            self.title_label.hide()
            self.title_label.setParent(self)
        outer.addLayout(self.body, 1)
        if right is not None:
            self.add_right(right)

    def close_up(self) -> None:
        """Let the title stand close above a list, and the list close to the edge."""
        outer = self.layout()
        if outer is not None:
            edges = outer.contentsMargins()
            edges.setBottom(edges.bottom() - 6)
            outer.setContentsMargins(edges)
            outer.setSpacing(4)

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right end of the title row."""
        self._head.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Change the words of the title row."""
        self.title_label.setText(title)
