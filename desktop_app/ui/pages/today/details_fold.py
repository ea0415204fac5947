"""The fold-out below the tiles: what else is said of something that was just logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _
from desktop_app.ui.widgets.activity_fields import ActivityFields
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.note_field import QUIET_MS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.entries import Activity
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class DetailsFold(QWidget):
    """The fields of one activity, saved as they are typed; one visit is one step.

    Signals:
        closed: Esc was pressed, or the cross; what was typed is saved.
    """

    closed = Signal()

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._activity: Activity | None = None
        self._typed = False
        self._title = ElidedLabel("", "", "")
        self._title.setProperty("strong", "true")
        self.fields = ActivityFields(appearance, esc_leaves_note=False)
        px = appearance.px
        line = QFrame()
        line.setProperty("role", "line")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._title, 1)
        head.addWidget(plain_label(_("Saved as you type"), "caption", "text3"))
        cross = IconButton(appearance, "x", _("Fold the details (Esc)"), edge=24)
        cross.clicked.connect(self.close_up)
        head.addWidget(cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(line)
        column.addLayout(head)
        column.addWidget(self.fields)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(QUIET_MS)
        self._waiting.timeout.connect(self._on_waited)
        self.fields.edited.connect(self._on_edited)
        self.fields.entered.connect(self.close_up)

    @property
    def identity(self) -> int | None:
        """The activity shown, None where there is none."""
        return self._activity.id if self._activity is not None else None

    def show_activity(self, activity: Activity, title: str, *, timed: bool) -> None:
        """Show an activity; words that the journal has not yet taken stay in their fields."""
        if self._activity is None or self._activity.id != activity.id:
            known = self._services.applications.all()
            self.fields.set_applications([one for one in known if one.outcome is None])
            self._typed = False
        self._activity = activity
        self._title.setText(title)
        if not self._typed:
            self.fields.show_activity(activity, timed=timed)

    def focus_first(self) -> None:
        """Bring the focus to the first field."""
        self.fields.employer.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.fields.employer.selectAll()

    def flush(self) -> None:
        """Save what was typed and not yet saved.

        Raises:
            UpswingError: it can't be taken; it is still in its field.
        """
        self._waiting.stop()
        if not self._typed or self._activity is None:
            return
        editing, identity = self._services.activity_editing, self._activity.id
        editing.set_details(identity, self.fields.details())
        editing.set_amount(identity, *self.fields.amount.amount())
        self._typed = False

    def close_up(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        if self._messages.done(self.flush):
            self.leave()
            self.closed.emit()

    def leave(self) -> None:
        """Forget the activity; its step of undo is complete."""
        if self._activity is not None:
            self._services.upkeep.seal_step()
        self._activity, self._typed = None, False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self._typed = True
        # Not started anew with each key: steady typing would then never be saved.
        if not self._waiting.isActive():
            self._waiting.start()

    def _on_waited(self) -> None:
        try:
            self.flush()
        except UpswingError as error:
            self._messages.say(str(error))
