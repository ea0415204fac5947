"""The quiet review: what was never answered, one line and one key each; nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.addresses import is_address, is_nobody, mailto
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _, short_day
from desktop_app.services.templates import filled
from desktop_app.ui.actions.physical import is_plain, key_of
from desktop_app.ui.models.silent import SilentTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.record_view import ROW, RecordFrame, RecordView
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.services.quiet_review import Silent
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDTH = 680
_LEAST_ROWS, _MOST_ROWS = 2, 8
_AROUND = 360  # what stands around the rows, with the screen's edges


class QuietReviewSheet(Sheet):
    """Goes through silent applications: still waiting, ask, or close as silence."""

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
            messages: where the window says at the end what was done last.
            appearance: the look to follow.
            parent: the window that it belongs to.
        """
        lead = _("Silence is an answer too.")
        super().__init__(appearance, _("Quiet review"), lead, parent, width=_WIDTH)
        self._services = services
        self._messages = messages
        self._marks: list[int] = []
        self.table = SilentTable(self)
        self.view = _Lines(appearance, self.table, _("Applications without an answer"))
        self.keys = {
            "W": KeyButton(appearance, "clock", _("Still waiting"), "W"),
            "A": KeyButton(appearance, "mail-question", _("Ask"), "A"),
            "S": KeyButton(appearance, "archive", _("Close as silence"), "S"),
        }
        self._does: dict[str, Callable[[Silent], str]] = {
            "W": self._wait,
            "A": self._ask,
            "S": self._close,
        }
        self.end = EmptyState(appearance, "check", _("Nothing waits for you here."))
        self._build()
        self.undo_button = self.add_button(_("Undo"), self.undo, "quiet", left=True)
        self.undo_button.setToolTip(_("Ctrl+Z"))
        self.close_button = self.add_button(_("Close"), self.accept)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo)
        self._show()

    def choose(self, key: str) -> None:
        """Do what a key stands for with the application at the cursor; then go to the next.

        Args:
            key: ``W``, ``A`` or ``S``.
        """
        row = self.view.row
        if row < 0:
            return
        before = self._services.upkeep.undo_mark
        try:
            words = self._does[key](self.table.records[row])
        except UpswingError as error:
            words = str(error)
        mark = self._services.upkeep.undo_mark
        if mark is not None and mark != before:
            self._marks.append(mark)
        self._show(row)
        self.say(words)

    def undo(self) -> None:
        """Take back the newest step that was made here."""
        if not self._can_undo():
            return
        self._marks.pop()
        known = {one.application_id for one in self.table.records}
        try:
            name = self._services.upkeep.undo()
        except UpswingError as error:
            self.say(str(error))
            return
        self._show(self.view.row)
        back = [n for n, one in enumerate(self.table.records) if one.application_id not in known]
        if back:
            self.view.select_row(back[0])
        self.say(_("Taken back: {step}").format(step=name or ""))

    def done(self, result: int) -> None:
        """Leave; the window offers to take the last step back."""
        undoes = self._can_undo()
        words = self.sentence
        super().done(result)
        if undoes and words:
            self._messages.say(words, undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first application; the review was seen with it."""
        super().showEvent(event)
        self._take_focus()
        if self._services.quiet_review.due():
            self._messages.done(self._services.quiet_review.seen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters, also with Alt, wherever the focus is."""
        alone = is_plain(event) or event.modifiers() == Qt.KeyboardModifier.AltModifier
        key = key_of(event, QGuiApplication.platformName()).upper() if alone else ""
        if key in self._does:
            self.choose(key)
            event.accept()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        px = self._appearance.px
        self.view.set_columns([(None, None), (None, 1), (168, None)])
        self.view.horizontalHeader().hide()  # each line says what it is
        self.view.sortByColumn(self.table.column("days"), Qt.SortOrder.DescendingOrder)
        self.frame = RecordFrame(self._appearance, self.view)
        self._choices = FlowBox(px(8), px(8))
        for key, button in self.keys.items():
            self._choices.add(button)
            button.clicked.connect(lambda _checked=False, key=key: self.choose(key))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._choices)
        column.addWidget(self.frame)
        column.addWidget(self.end)
        column.addStretch(1)
        self.set_body(body)

    def _show(self, row: int = 0) -> None:
        """Show what is silent now, with the cursor on a row."""
        self.table.set_records(self._services.quiet_review.silent())
        count = len(self.table.records)
        if not self.isVisible():  # the sheet keeps its height while its rows go
            px = self._appearance.px
            room = (self.screen().availableGeometry().height() - px(_AROUND)) // px(ROW)
            rows = max(min(max(count, _LEAST_ROWS + 1), _MOST_ROWS, room), _LEAST_ROWS)
            self.frame.setFixedHeight(rows * px(ROW) + 4)
        self.view.select_row(min(max(row, 0), count - 1))
        self.frame.setVisible(bool(count))
        self._choices.setVisible(bool(count))
        self.end.setVisible(not count)
        self.undo_button.setVisible(self._can_undo())
        if self.isVisible():
            self._take_focus()

    def _take_focus(self) -> None:
        """Give the focus to the list, or to Close once nothing is left."""
        if self.table.records:
            self.view.setFocus()
        else:
            self.close_button.setDefault(True)
            self.close_button.setFocus()

    def _can_undo(self) -> bool:
        return bool(self._marks) and self._marks[-1] == self._services.upkeep.undo_mark

    def _wait(self, one: Silent) -> str:
        self._services.quiet_review.still_waiting(one.application_id)
        return _("Still waiting for {employer}.").format(employer=one.employer[:60])

    def _close(self, one: Silent) -> str:
        self._services.quiet_review.close_as_silence(one.application_id)
        return _("Closed: {employer}. If they write after all, it opens again.").format(
            employer=one.employer[:60]
        )

    def _ask(self, one: Silent) -> str:
        """Copy a question on how it stands, and open it where somebody's address is known."""
        record = self._services.known_applications.record(one.application_id)
        people = record.people if record is not None else ()
        written = [who for who in people if is_address(who.email) and not is_nobody(who.email)]
        places = {
            "person": next((who.name for who in (*written, *people)), ""),
            "position": one.position,
            "employer": one.employer,
            "day": short_day(one.sent, self._services.recording.today()),
        }
        template = self._services.templates.silent()
        message = filled(template.body, places)
        self._services.quiet_review.asked(one.application_id)
        QGuiApplication.clipboard().setText(message)
        link = None
        if written:
            link = mailto(written[0].email, filled(template.subject, places), message)
        if link is not None and QDesktopServices.openUrl(QUrl(link)):
            return _("Copied, and opened in your mail program. A follow-up is logged.")
        return _("The question is copied. A follow-up is logged.")


class _Lines(RecordView):
    """Lets the position stand beside the employer where it has no room of its own."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns, and the words to them."""
        super().resizeEvent(event)
        model = self.model()
        if isinstance(model, SilentTable):
            model.set_narrow(self.isColumnHidden(model.column("position")))
