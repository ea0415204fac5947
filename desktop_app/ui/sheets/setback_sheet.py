"""The setback plan: three lines, written on a good day, read on a hard one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _
from desktop_app.services.plans import SETBACK_LINES
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_DRAFT = "setback_plan"
_LONGEST = 300


class SetbackSheet(Sheet):
    """Write or read it; closing without saving keeps its words as a draft."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            parent: the window that it belongs to.
        """
        lead = _("Three lines for a day when a no comes, in your own words. Each may stay empty.")
        super().__init__(appearance, _("Setback plan"), lead, parent)
        self._services = services
        self._messages = messages
        self._stored = services.plans.setback_places()
        self.lines: list[QLineEdit] = []
        px = appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for words, example in _prompts():
            line = QLineEdit()
            line.setAccessibleName(words)
            line.setPlaceholderText(example)
            line.setMaxLength(_LONGEST)
            line.textEdited.connect(self._on_edited)
            line.returnPressed.connect(self._on_entered)
            self.lines.append(line)
            column.addLayout(labelled(words, line, px(4)))
        column.addStretch(1)
        self.set_body(body)
        draft = services.drafts.get(_DRAFT)
        kept = draft.split("\n") if draft else self._stored
        for line, words in zip(self.lines, kept, strict=False):
            line.setText(words)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))
        self.on_ctrl_enter(self.save)
        if draft:
            self.say(_("Your draft is here."))

    def save(self) -> None:
        """Save and close; where a line can't be taken, say so and stay."""
        mark = self._services.upkeep.undo_mark
        try:
            self._services.plans.set_setback(self._words())
            self._services.drafts.drop(_DRAFT)
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        if self._services.upkeep.undo_mark != mark:
            self._messages.say(self._services.upkeep.undo_name or "", undo=True)

    def reject(self) -> None:
        """Close without saving; words that are not saved are kept as a draft."""
        words = [line.strip() for line in self._words()]
        kept = "" if words == self._stored else "\n".join(words)
        self._messages.done(lambda: self._services.drafts.keep(_DRAFT, kept))
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first line that is empty, else at the first."""
        super().showEvent(event)
        empty = next((line for line in self.lines if not line.text()), self.lines[0])
        empty.setFocus()

    def _words(self) -> list[str]:
        return [line.text() for line in self.lines]

    def _on_entered(self) -> None:
        """Let Enter go to the next line, and save on the last."""
        place = next(n for n, line in enumerate(self.lines) if line is self.sender())
        if place + 1 < SETBACK_LINES:
            self.lines[place + 1].setFocus()
        else:
            self.save()

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")


def _prompts() -> tuple[tuple[str, str], ...]:
    return (
        (_("Whom I call or write to"), _("Ada; she knows the trade")),
        (_("What does me good in ten minutes"), _("Once round the park")),
        (_("One small step that I take then"), _("Open one posting, read it, no more")),
    )
