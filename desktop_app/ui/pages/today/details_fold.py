"""The fold-out below the tiles: what else is said of something that was just logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _
from desktop_app.services.linked_effort import SENT
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
        self._visit = ""
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
        self.fields.names_left.connect(self._on_names_left)

    @property
    def identity(self) -> int | None:
        """The activity shown, None where there is none."""
        return self._activity.id if self._activity is not None else None

    def show_activity(self, activity: Activity, title: str, *, timed: bool) -> None:
        """Show an activity; words that the journal has not yet taken stay in their fields."""
        if self._activity is None:
            self.fields.set_applications(self._services.applications.offered())
            self._typed, self._visit = False, str(activity.id)
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
        fields, former = self.fields, self._activity
        amount, minutes = fields.amount.amount()
        linked = former.application_id is not None
        told = self._services.activity_editing.tell(
            former.id,
            fields.details(),
            amount=None if linked else amount,
            minutes=None if linked else minutes,
            application_id=fields.application_id,
            visit=self._visit,
        )
        self._typed = False
        found = self._services.activities.get(told)
        if found is not None:
            timed = self._services.activities.kind(found.kind).timed
            self.show_activity(found, self._title.text(), timed=timed)

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
        if self._activity is not None and self._activity.kind == SENT and self.fields.in_names:
            return  # half a name would begin an application
        self._save()

    def _on_names_left(self) -> None:
        self._save()

    def _save(self) -> None:
        try:
            self.flush()
        except UpswingError as error:
            self._messages.say(str(error))
