"""'Several at once': the rejections of a bad day, one row each, saved and taken back together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.application_state import is_open
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _, ngettext
from desktop_app.ui.sheets.rejection_sheet import DRAFT_MS
from desktop_app.ui.sheets.several_list import MOST_ROWS, RejectionRows
from desktop_app.ui.sheets.several_state import SeveralDraft, SeveralState
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.draft_back import DraftBack
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDTH, _NARROW, _FACES = 800, 720, 360


class SeveralRejectionsSheet(Sheet):
    """Notes several rejections in one step; closing without saving keeps them as a draft."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            day: the day that they came.
            parent: the window that it belongs to.
        """
        lead = _("A row for each; Enter makes the next. Several lines can be pasted.")
        super().__init__(appearance, _("Several at once"), lead, parent, width=_WIDTH)
        self._services = services
        self._messages = messages
        self._first_day = day
        self._draft = SeveralDraft(services.drafts)
        self._narrow = False
        known = services.known_applications.all()
        self.list = RejectionRows(appearance, [one for one in known if is_open(one)])
        latest = max(services.recording.today(), services.recording.now().date())
        self.day = DayField(appearance, _("Day"), latest)
        self.mood = MoodScale(appearance, form=FaceForm.DISC, key_caps=False)
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(DRAFT_MS)
        self._build()
        draft = self._draft.restore()
        self._back.setVisible(draft is not None)
        self._show(draft or SeveralState(day, None, ()))
        self._connect()

    def state(self) -> SeveralState:
        """Return what stands in the sheet."""
        return SeveralState(self.day.day, self.mood.mood, self.list.states())

    def save(self) -> None:
        """Save all in one step and close; where a row can't be taken, say so beside it and stay."""
        self.list.drop_empty()
        for row in self.list.rows:
            row.adopt_known()
            row.say("")
        forms = self.state().forms()
        several = self._services.several_rejections
        try:
            faults = several.faults(forms)
            if not faults:
                several.note(forms)
        except UpswingError as error:
            self.say(str(error))
            self.list.focus_free()
            return
        if faults:
            self._tell(faults)
            return
        self._autosave.stop()
        self._messages.done(self._draft.drop)
        self.accept()
        words = ngettext("Rejection noted", "All of them are noted", len(forms))
        self._messages.say(words, undo=True)

    def reject(self) -> None:
        """Close, and keep what was typed."""
        self._autosave.stop()
        self._on_autosave()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first row that is free."""
        super().showEvent(event)
        self.list.focus_free()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let each row be two lines where it is narrow."""
        super().resizeEvent(event)
        self._set_narrow(self.width() < self._appearance.px(_NARROW))

    def _build(self) -> None:
        px = self._appearance.px
        self._back = DraftBack(self._appearance)
        self._back.afresh_asked.connect(self._on_start_afresh)
        self.head.addWidget(self._back)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._common = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._common.setSpacing(px(24))
        self.day.setFixedSize(px(152), px(tokens.HEIGHT_FIELD))
        for words, field in (
            (_("The day they came"), self.day),
            (_("Your mood now, if you like"), self.mood),
        ):
            part = labelled(words, field, px(6))
            part.addStretch(1)
            self._common.addLayout(part)
        self._common.addStretch(1)
        self.mood.setFixedWidth(px(_FACES))
        column.addLayout(self._common)
        column.addWidget(self.list)
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Cancel"), self.reject)
        self.save_button = self.add_button(_("Save all"), self.save, "primary")
        self.save_button.setToolTip(_("Ctrl+Enter"))
        wide = min(px(_WIDTH), self.screen().availableGeometry().width())
        self._set_narrow(wide < px(_NARROW))

    def _connect(self) -> None:
        self.list.edited.connect(self._on_edited)
        self.list.finished.connect(self.save_button.setFocus)
        self.list.grown.connect(self.grow)
        self.list.row_reached.connect(self._follow_focus)
        self.list.left_out.connect(self._on_left_out)
        self.day.day_picked.connect(self._on_edited)
        self.mood.mood_chosen.connect(self._on_edited)
        self.mood.mood_cleared.connect(self._on_edited)
        self._autosave.timeout.connect(self._on_autosave)
        self._area.verticalScrollBar().rangeChanged.connect(self._follow_focus)
        self.on_ctrl_enter(self.save)

    def _show(self, state: SeveralState) -> None:
        self.day.set_day(state.day or self._first_day)
        self.mood.set_mood(state.mood)
        self.list.show_states(state.rows)

    def _tell(self, faults: dict[int, str]) -> None:
        """Say beside each bad row what it needs, and go to the first."""
        for place, sentence in faults.items():
            self.list.rows[place].say(sentence)
        first = min(faults)
        self.say(_("Nothing is saved yet. Row {n} needs a look.").format(n=first + 1))
        row = self.list.rows[first]
        (row.position if row.employer.text().strip() else row.employer).setFocus()
        self._follow_focus()

    def _set_narrow(self, narrow: bool) -> None:
        if narrow is not self._narrow:
            self._narrow = narrow
            self.mood.setMinimumWidth(0 if narrow else self._appearance.px(_FACES))
            ways = QBoxLayout.Direction
            self._common.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
            self.list.set_narrow(narrow)

    def _follow_focus(self) -> None:
        """Bring the row in use into sight: Enter, pasting and a bad row move the focus far."""
        row = next((one for one in self.list.rows if one.isAncestorOf(self.focusWidget())), None)
        if row is not None:
            self.bring_into_sight(row)

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")
        if not self._autosave.isActive():
            self._autosave.start()

    def _on_left_out(self, count: int) -> None:
        words = ngettext(
            "{most} rows fit here; the last line is left out. Import takes longer lists.",
            "{most} rows fit here; the last {n} lines are left out. Import takes longer lists.",
            count,
        )
        self.say(words.format(most=MOST_ROWS, n=count))

    def _on_autosave(self) -> None:
        self._messages.attempt(lambda: self._draft.keep(self.state()))

    def _on_start_afresh(self) -> None:
        self._autosave.stop()
        self._messages.attempt(self._draft.drop)
        self._show(SeveralState(self._first_day, None, ()))
        self._back.hide()
        self.say("")
        self.list.focus_free()
