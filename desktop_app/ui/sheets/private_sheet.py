"""A page that only the person reads, with a timer, opened from inside the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import without_controls
from desktop_app.i18n import _, ngettext
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.sheet import Sheet
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

MINUTES = (5, 10, 15)
_USUAL = 10
_MINUTE_MS = 60_000


class PrivateSheet(Sheet):
    """Writing for oneself: no question, no count of words, and an end in sight."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        rejection_id: int,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what could not be saved.
            appearance: the look to follow.
            rejection_id: the no beside which it is written.
            parent: the window that it belongs to.
        """
        lead = _("Nothing else of Upswing reads this page. If it makes things worse, stop.")
        super().__init__(appearance, _("Just for you"), lead, parent, width=640)
        self._services = services
        self._messages = messages
        self._rejection_id = rejection_id
        self._left = _USUAL
        self._gone = False
        self.page = NoteField(appearance, _("A private page"), lines=(9, 14), esc_leaves=False)
        self.page.set_text(services.private_pages.get(rejection_id))
        self.minutes = ChoiceRow(
            appearance,
            [(str(n), ngettext("{n} minute", "{n} minutes", n).format(n=n)) for n in MINUTES],
            _("Time"),
        )
        self.minutes.set_choice(str(_USUAL))
        self.time = WrappingLabel(appearance, "", tokens.SMALL, "text2")
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self._on_minute)
        self._lay_out()
        self.page.note_edited.connect(self._on_edited)
        self.minutes.choice_made.connect(self._on_minutes)
        self._show_time()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to write, and to count."""
        super().showEvent(event)
        self.page.setFocus()
        self._timer.start()

    def reject(self) -> None:
        """Close, with what was written kept; of a no that is gone nothing can be kept."""
        if self._keep() or self._gone:
            self._timer.stop()
            self._services.upkeep.seal_step()
            super().reject()

    def _lay_out(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(plain_label(_("Time"), "small", "text2"))
        line.addWidget(self.minutes, 1)
        column.addLayout(line)
        column.addWidget(self.page)
        column.addWidget(self.time)
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Throw it away"), self._on_thrown_away, "quiet", left=True)
        self.add_button(_("Keep and close"), self.reject)
        self.on_ctrl_enter(self.reject)

    def _keep(self) -> bool:
        return self._messages.done(self._write)

    def _write(self) -> None:
        try:
            text = without_controls(self.page.text)
            self._services.private_pages.keep(self._rejection_id, text)
        except InvalidInput:
            self._gone = self._services.rejections.get(self._rejection_id) is None
            raise

    def _show_time(self) -> None:
        words = _("The time is up. It is saved, and it can end here.")
        if self._left > 0:
            words = ngettext("{n} minute left", "{n} minutes left", self._left)
        self.time.setText(words.format(n=self._left))

    def _on_edited(self, _text: str) -> None:
        self._keep()

    def _on_minutes(self, key: str) -> None:
        self._left = int(key)
        self._timer.start()
        self._show_time()
        self.page.setFocus()

    def _on_minute(self) -> None:
        self._left -= 1
        self._show_time()
        if self._left <= 0:
            self._timer.stop()
            said = QAccessibleAnnouncementEvent(self, self.time.text())
            QAccessible.updateAccessibility(said)

    def _on_thrown_away(self) -> None:
        had = self._keep() and bool(self._services.private_pages.get(self._rejection_id))
        self._services.upkeep.seal_step()
        self.page.set_text("")
        if self._keep():
            self._timer.stop()
            super().reject()
            if had:
                self._messages.say(_("Private page thrown away"), undo=True)
