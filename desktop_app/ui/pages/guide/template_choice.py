"""Which draft a message begins with: ours and the person's own, which can be kept and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from desktop_app.i18n import _
from desktop_app.services.templates import OTHER_MAIL, Template
from desktop_app.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from desktop_app.domain.stages import Stage
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_LETTERS = 18


class TemplateChoice(QWidget):
    """A box of drafts, and a menu for own ones beside it.

    Signals:
        chosen: the person chose another draft.
        keep_asked: the person wants to keep the message as a draft of their own.
    """

    chosen = Signal()
    keep_asked = Signal()

    def __init__(self, services: Services, messages: Messages, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self._messages = messages
        self._offered: list[Template] = []
        self._stage: Stage | None = None
        self.box = QComboBox()
        self.box.setAccessibleName(_("Draft"))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(_LETTERS)
        self.more = IconButton(appearance, "dots", _("Own drafts"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(4))
        row.addWidget(self.box, 1)
        row.addWidget(self.more)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self.chosen)
        self.more.clicked.connect(self._on_more)

    @property
    def template(self) -> Template:
        """The draft that is chosen."""
        return self._offered[max(0, self.box.currentIndex())]

    def offer(self, stage: Stage, identity: int = 0) -> None:
        """Offer all drafts.

        Args:
            stage: the stage of the no; the draft that fits it is chosen.
            identity: an own draft that is chosen instead, or 0.
        """
        self._stage = stage
        self._offered = [one for one in self._services.templates.all() if one.key not in OTHER_MAIL]
        fits = next(
            (one for one in self._offered if identity and one.id == identity),
            self._services.templates.fitting(stage),
        )
        self.box.clear()
        self.box.addItems([one.name for one in self._offered])
        self.box.setCurrentIndex(self._offered.index(fits))

    def menu(self) -> QMenu:
        """Return the menu for own drafts."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Keep this message as a draft of mine…"), self.keep_asked.emit)
        delete = menu.addAction(_("Delete this draft of mine"), self._on_delete)
        delete.setEnabled(self.template.id > 0)
        return menu

    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_delete(self) -> None:
        template, stage = self.template, self._stage
        if template.id and self._messages.done(
            lambda: self._services.templates.delete(template.id)
        ):
            self._messages.say(_("Draft deleted: {name}").format(name=template.name), undo=True)
            if stage is not None:
                self.offer(stage)
