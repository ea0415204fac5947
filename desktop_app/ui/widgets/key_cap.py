"""A key cap: the key that does what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import key_cap_size, paint_key_cap, smooth

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


class KeyCap(PaintedWidget):
    """A painted key cap; screen readers hear the key from the control itself."""

    def __init__(
        self,
        appearance: Appearance,
        key: str,
        parent: QWidget | None = None,
        *,
        on_toast: bool = False,
        action: str = "",
    ) -> None:
        """Make a cap.

        Args:
            appearance: the look to follow.
            key: what stands on it; "" takes no room.
            parent: the widget that holds it.
            on_toast: whether it stands on the toast.
            action: the action whose key it shows, so that it follows another choice of keys.
        """
        super().__init__(appearance, parent)
        self._key = key
        if action:
            self.setProperty("action", action)
        self._on_toast = on_toast
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The key's name on the cap."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key, such as after a letter was remapped."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        if not self._key:
            return QSize(0, 0)
        return key_cap_size(self.appearance, self._key).toSize()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the cap."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        if not self._key:
            return
        painter = QPainter(self)
        smooth(painter)
        paint_key_cap(
            painter, self.appearance, QRectF(self.rect()), self._key, on_toast=self._on_toast
        )
