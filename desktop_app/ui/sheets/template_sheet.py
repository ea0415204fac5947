"""Keeping a message as a draft of one's own: how it is called, and after which stage it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.domain.stages import Stage, stage_label
from desktop_app.domain.text import same_words
from desktop_app.i18n import _
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.services.templates import Template
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_ANY = "any"


class TemplateSheet(Sheet):
    """Asks for a name; an own draft of the same name is changed.

    Signals:
        kept: the draft's id.
    """

    kept = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        template: Template,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            template: the words to keep, with the name and stage to begin with.
            parent: the window that it belongs to.
        """
        lead = _("Names in the message are filled in anew each time.")
        super().__init__(appearance, _("A draft of mine"), lead, parent, width=520)
        self._services = services
        self._messages = messages
        self._template = template
        self.name = QLineEdit(template.name if template.id else "")
        self.name.setAccessibleName(_("Name"))
        self.name.setMaxLength(80)
        self.stage = ChoiceRow(
            appearance,
            [(_ANY, _("Any stage")), *((one.value, stage_label(one)) for one in Stage)],
            _("Fits after"),
        )
        self.stage.set_choice(template.stage.value if template.stage else _ANY)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(16))
        column.addLayout(labelled(_("Name"), self.name, appearance.px(4)))
        column.addLayout(labelled(_("Fits after"), self.stage, appearance.px(6)))
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Keep it"), self.save, "primary")
        self.name.returnPressed.connect(self.save)
        self.on_ctrl_enter(self.save)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the name."""
        super().showEvent(event)
        self.name.setFocus()

    def save(self) -> None:
        """Keep the draft and close; where it can't be kept, say so and stay."""
        templates, one, name = self._services.templates, self._template, self.name.text()
        called = same_words(name)
        own = next((t.id for t in templates.all() if t.id and t.name.casefold() == called), 0)
        choice = self.stage.choice
        stage = Stage(choice) if choice and choice != _ANY else None
        try:
            identity = templates.keep(name, stage, one.subject, one.body, own)
        except UpswingError as error:
            self.say(str(error))
            self.name.setFocus()
            return
        self.accept()
        self._messages.say(_("Draft kept"), undo=True)
        self.kept.emit(identity)
