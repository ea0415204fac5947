"""'A rejection came in': the short form, saved in a few keys, kept as a draft until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.domain.text import clean_note
from desktop_app.i18n import _
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.sheets.rejection_fields import RejectionFields
from desktop_app.ui.sheets.rejection_state import RejectionDrafts, RejectionState, state_of
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.entries import Rejection
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

DRAFT_MS = 500
_WIDTH = 560


class RejectionSheet(QDialog):
    """Note a rejection, or change one that was noted.

    Open it with ``open()``. Closing without saving keeps what was typed as a draft.

    Signals:
        rejection_saved: the rejection's id.
    """

    rejection_saved = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
        rejection: Rejection | None = None,
        day: date | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where the saved sheet tells what was done.
            appearance: the look to follow.
            parent: the window that it belongs to.
            rejection: the one to change, None to note a new one.
            day: the day that a new one came, today where None.
        """
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._rejection = rejection
        self._drafts = RejectionDrafts(services.drafts, rejection.id if rejection else None)
        today = services.recording.today()
        latest = max(today, services.recording.now().date())
        self._start = state_of(rejection) if rejection else RejectionState(day=day or today)
        self.fields = RejectionFields(
            appearance,
            services.applications.all(),
            latest,
            rejection is not None and rejection.day is None,
        )
        self._sentence = WrappingLabel(appearance, "", tokens.SMALL, "text")
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(DRAFT_MS)
        self._build()
        self._offer_draft()
        self.fields.edited.connect(self._on_edited)
        self.fields.entered.connect(self.save)
        self.fields.grown.connect(self._on_grown)
        self._autosave.timeout.connect(self._on_autosave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    @property
    def sentence(self) -> str:
        """What the sheet says beside its buttons, or ""."""
        return self._sentence.text()

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        if self._rejection is None:
            self.fields.adopt_known()
        state = self.fields.state()
        fault = self._fault(state)
        if fault is not None:
            self._say(*fault)
            return
        try:
            identity = self._store(state)
        except InvalidInput as error:  # several applications are open
            self._say(str(error), "position")
            return
        except UpswingError as error:
            self._say(str(error))
            return
        self._autosave.stop()
        self._drafts.drop()
        self.accept()
        done = _("Rejection changed") if self._rejection else _("Rejection noted")
        self._messages.say(done, undo=True)
        self.rejection_saved.emit(identity)

    def reject(self) -> None:
        """Close, and keep what was typed."""
        self._autosave.stop()
        self._on_autosave()
        super().reject()

    def setVisible(self, visible: bool) -> None:
        """Take the height that the fields need before the sheet is first seen."""
        if visible:
            self._on_grown()
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the employer."""
        super().showEvent(event)
        self.fields.employer.setFocus()

    def _store(self, state: RejectionState) -> int:
        form = RejectionForm(
            employer=state.employer,
            position=state.position if self._rejection or state.position.strip() else None,
            day=state.day,
            stage=state.stage,
            channel=state.channel,
            reason=state.reason,
            mood=state.mood,
            application_id=state.application_id,
        )
        if self._rejection is None:
            return self._services.rejections.note(form)
        self._services.rejections.change(self._rejection.id, form)
        return self._rejection.id

    def _fault(self, state: RejectionState) -> tuple[str, str] | None:
        """Return the sentence about the first field that can't be taken, and the field."""
        names = self._services.applications.checked_names
        for field, check in (
            ("employer", lambda: names(state.employer, "")),
            ("position", lambda: names("-", state.position)),
            ("day", lambda: self._services.recording.done_on(state.day)),
            ("reason", lambda: clean_note(state.reason, _("Reason"))),
        ):
            try:
                check()
            except InvalidInput as error:
                return str(error), field
        return None

    def _say(self, sentence: str, field: str = "") -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        if field:
            self.fields.focus(field)
        self._on_grown()

    def _offer_draft(self) -> None:
        draft = self._drafts.restore()
        back = draft is not None and draft != self._start
        self.fields.show_state(draft if draft is not None else self._start)
        self._back.setVisible(back)

    def _build(self) -> None:
        px, edge = self._appearance.px, self._appearance.px(tokens.PAGE_PADDING)
        change = self._rejection is not None
        title = _("Change this rejection") if change else _("A rejection came in")
        self.setWindowTitle(title)
        self._head = QVBoxLayout()
        self._head.setSpacing(px(4))
        self._head.addWidget(plain_label(title, "h1"))
        if not change:
            line = _("Note it now, the rest can wait.")
            self._head.addWidget(plain_label(line, tone="text2"))
        self._back = self._build_back()
        self._head.addWidget(self._back)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields.setProperty("role", "page")
        self._area.setWidget(self.fields)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(px(8))
        self._foot.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addStretch(0)
        self._sentence.hide()
        save = Button(
            self._appearance, _("Save changes") if change else _("Save"), "primary", parent=self
        )
        save.setToolTip(_("Ctrl+Enter"))
        cancel = Button(self._appearance, _("Cancel"), parent=self)
        save.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        self._foot.addWidget(cancel)
        self._foot.addWidget(save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(edge, edge - 4, edge, edge - 4)
        outer.setSpacing(px(16))
        outer.addLayout(self._head)
        outer.addWidget(self._area, 1)
        outer.addLayout(self._foot)

    def _build_back(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._appearance.px(8))
        line.addWidget(plain_label(_("What you began is back."), "small", "text2"))
        afresh = Button(self._appearance, _("Start afresh"), "link")
        afresh.clicked.connect(self._on_start_afresh)
        line.addWidget(afresh)
        line.addStretch(1)
        return row

    def _on_edited(self) -> None:
        if self.sentence:
            self._say("")
        if not self._autosave.isActive():
            self._autosave.start()

    def _on_autosave(self) -> None:
        self._messages.attempt(lambda: self._drafts.keep(self.fields.state(), self._start))

    def _on_start_afresh(self) -> None:
        self._autosave.stop()
        self.fields.show_state(self._start)
        self._messages.attempt(self._drafts.drop)
        self._back.hide()
        self._say("", "employer")

    def _on_grown(self) -> None:
        """Be as high as the fields need, up to the screen's height."""
        layout = self.layout()
        if layout is None:
            return
        fresh = not self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        width = self._appearance.px(_WIDTH) if fresh else self.width()
        margins = layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        fields = self.fields.layout()
        if fields is None:
            return
        if fresh:  # what was measured before the style sheet held
            for child in self.fields.findChildren(QWidget):
                child.ensurePolished()
            for lines in (*fields.findChildren(QLayout), fields):
                lines.invalidate()
        needed = fields.heightForWidth(inner)
        foot = max(self._foot.sizeHint().height(), self._foot.heightForWidth(inner))
        around = margins.top() + margins.bottom() + self._head.sizeHint().height() + foot
        room = self.screen().availableGeometry().height() - self._appearance.px(64)
        height = min(needed + around + 2 * layout.spacing(), room)
        self._area.setMinimumHeight(min(needed, self._appearance.px(160)))
        if fresh or height > self.height():
            self.resize(width, height)
