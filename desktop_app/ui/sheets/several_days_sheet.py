"""Several days at once: from, until, and what they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.days import REST_MARKS, DayKind, day_kind_label
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _, ngettext, said_span
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.sheet import Sheet
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class SeveralDaysSheet(Sheet):
    """Marks days up to today as a holiday, sick or rest days, in one step."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        first: date,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            first: the first day, to begin with.
            parent: the window that it belongs to.
        """
        lead = _("Days of rest leave momentum unchanged.")
        super().__init__(appearance, _("Several days"), lead, parent, width=480)
        self._services = services
        self._messages = messages
        self._today = services.days.today()
        self.kind = ChoiceRow(
            appearance,
            [(kind.value, day_kind_label(kind)) for kind in reversed(REST_MARKS)],
            _("Kind of day"),
        )
        self.kind.set_choice(DayKind.HOLIDAY.value)
        self.first = DayField(appearance, _("From"), self._today)
        self.last = DayField(appearance, _("Until"), self._today)
        self.first.set_day(first)
        self.last.set_day(self._today)
        px = appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addLayout(labelled(_("What were they?"), self.kind, px(6)))
        pair = QHBoxLayout()
        pair.setSpacing(px(16))
        for words, field in ((_("From"), self.first), (_("Until"), self.last)):
            field.setMinimumSize(px(152), px(tokens.HEIGHT_FIELD))
            pair.addLayout(labelled(words, field, px(4)))
            field.entered.connect(self.save)
            field.day_picked.connect(self._on_day_picked)
        pair.addStretch(1)
        column.addLayout(pair)
        self._count = WrappingLabel(appearance, "", tokens.SMALL, "text2")
        column.addWidget(self._count)
        ahead = _("Days that lie ahead are a pause of the search.")
        column.addWidget(WrappingLabel(appearance, ahead, tokens.SMALL, "text2"))
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))
        self.on_ctrl_enter(self.save)
        self._on_day_picked()

    def save(self) -> None:
        """Mark the days and close; where they can't be, say so and stay."""
        first, last = self.first.day or self._today, self.last.day or self._today
        kind = DayKind(self.kind.choice or DayKind.HOLIDAY)
        try:
            marked = self._services.days.mark_span(first, last, kind)
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        words = ngettext("{kind}: {n} day", "{kind}: {n} days", len(marked))
        said = words.format(kind=day_kind_label(kind), n=len(marked))
        self._messages.say(said, undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first day."""
        super().showEvent(event)
        self.first.setFocus()

    def _on_day_picked(self) -> None:
        if self.sentence:
            self.say("")
        first, last = self.first.day or self._today, self.last.day or self._today
        count = (last - first).days + 1
        words = ngettext("{span}: {n} day", "{span}: {n} days", max(count, 1))
        self._count.setText(
            words.format(span=said_span(first, last, self._today), n=count) if count > 0 else ""
        )
