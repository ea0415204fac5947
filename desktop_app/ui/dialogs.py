"""What opens over the window: sheets, questions and the word about the program.

Their modules are imported when they open, off the start; each is gone once it is closed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt

from desktop_app import __version__
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QDialog

    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


Result = TypeVar("Result")


class Dialogs:
    """Opens dialogs over one window."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        window: MainWindow,
    ) -> None:
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._window = window
        self._asking = False

    def leave_sheets(self) -> None:
        """Leave all sheets as Esc does: drafts are kept, an import that runs is taken back."""
        from PySide6.QtWidgets import QDialog

        if not self._asking:
            for sheet in self._window.findChildren(QDialog):
                sheet.reject()

    def note_rejection(self, day: date) -> None:
        """Open the form for a rejection that came on a day."""
        from desktop_app.ui.sheets.rejection_sheet import RejectionSheet

        parts = (self._services, self._messages, self._appearance)
        sheet = RejectionSheet(*parts, parent=self._window, day=day)
        sheet.guide_asked.connect(self._window.open_guide)
        sheet.several_asked.connect(self.note_several_rejections)
        _open(sheet)

    def note_several_rejections(self, day: date) -> None:
        """Open the sheet for several rejections that came on a day."""
        from desktop_app.ui.sheets.several_rejections_sheet import SeveralRejectionsSheet

        parts = (self._services, self._messages, self._appearance)
        _open(SeveralRejectionsSheet(*parts, day, self._window))

    def add_application(self, window: MainWindow) -> None:
        """Open the sheet that adds an application, and show it where its page is in sight."""
        from desktop_app.ui.sheets.application_sheet import ApplicationSheet

        parts = (self._services, self._messages, self._appearance)
        page = window.stack.current
        day = window.today.day if page is window.today else None
        sheet = ApplicationSheet(*parts, parent=self._window, day=day)
        sheet.application_asked.connect(partial(window.open_record, "applications"))
        if page.name == "applications":
            sheet.application_saved.connect(partial(window.open_record, "applications"))
        _open(sheet)

    def add_lesson(self) -> None:
        """Open the sheet that adds a lesson."""
        from desktop_app.ui.sheets.lesson_sheet import LessonSheet

        _open(LessonSheet(self._services, self._messages, self._appearance, self._window))

    def write_setback_plan(self) -> None:
        """Open the setback plan."""
        from desktop_app.ui.sheets.setback_sheet import SetbackSheet

        _open(SetbackSheet(self._services, self._messages, self._appearance, self._window))

    def plan_week(self) -> None:
        """Open the plan of the week."""
        from desktop_app.ui.sheets.week_sheet import WeekSheet

        _open(WeekSheet(self._services, self._messages, self._appearance, self._window))

    def review_quietly(self) -> None:
        """Open the quiet review."""
        from desktop_app.ui.sheets.quiet_review_sheet import QuietReviewSheet

        _open(QuietReviewSheet(self._services, self._messages, self._appearance, self._window))

    def explain(self, day: date) -> None:
        """Open 'Why this number?' for a day."""
        from desktop_app.ui.sheets.account_sheet import AccountSheet

        _open(AccountSheet(self._services, self._appearance, day, self._window))

    def mark_several_days(self, first: date) -> None:
        """Open the sheet that marks several days, from one on."""
        from desktop_app.ui.sheets.several_days_sheet import SeveralDaysSheet

        parts = (self._services, self._messages, self._appearance)
        _open(SeveralDaysSheet(*parts, first, self._window))

    def pause_search(self) -> None:
        """Open the sheet that pauses the search."""
        from desktop_app.ui.sheets.pause_sheet import PauseSheet

        parts = (self._services, self._messages, self._appearance)
        _open(PauseSheet(*parts, parent=self._window))

    def end_search(self, ended: Callable[[int], None]) -> None:
        """Open the sheet that ends the search; a function is called with its id once it has."""
        from desktop_app.ui.sheets.end_sheet import EndSheet

        sheet = EndSheet(self._services, self._messages, self._appearance, self._window)
        sheet.search_ended.connect(ended)
        _open(sheet)

    def find_help(self) -> None:
        """Open 'Where to find help'."""
        from desktop_app.ui.sheets.help_sheet import HelpSheet

        _open(HelpSheet(self._services, self._messages, self._appearance, self._window))

    def import_file(self) -> None:
        """Open the sheet that brings a job search in."""
        from desktop_app.ui.sheets.import_sheet import ImportSheet

        _open(ImportSheet(self._appearance, self._services, self._messages, self._window))

    def ask_what_was_before(self) -> None:
        """Open 'Already searching?': a file, totals only, or an estimate."""
        from desktop_app.ui.sheets.already_sheet import AlreadySheet

        _open(AlreadySheet(self._appearance, self._services, self._messages, self._window))

    def do_beside(
        self, words: str, work: Callable[[], Result], done: Callable[[Result], None]
    ) -> None:
        """Do something that takes long in a worker, behind a sheet that says what it is.

        A failure that the person understands is said; any other is raised.
        """
        from desktop_app.ui.sheets.busy_sheet import BusySheet

        def fail(error: Exception) -> None:
            if not isinstance(error, UpswingError):
                raise error
            self._messages.say(str(error))

        sheet = BusySheet(self._appearance, words, work, self._window)
        sheet.ended.connect(done)
        sheet.failed.connect(fail)
        _open(sheet)

    def change_activity(self, identity: int) -> None:
        """Open the sheet that changes an activity."""
        from desktop_app.ui.sheets.activity_sheet import ActivitySheet

        activity = self._services.activities.get(identity)
        if activity is not None:
            parts = (self._services, self._messages, self._appearance)
            _open(ActivitySheet(*parts, activity, self._window))

    def move_check_in(self, identity: int) -> None:
        """Open the sheet that moves a check-in to another day or time."""
        from desktop_app.ui.pages.today.entries import check_in_line
        from desktop_app.ui.sheets.when_sheet import WhenSheet

        check_in = self._services.check_ins.get(identity)
        if check_in is not None:
            parts = (self._services, self._messages, self._appearance)
            _open(WhenSheet(*parts, check_in, check_in_line(check_in), self._window))

    def show_keys(self, book: ActionBook, mode: str) -> None:
        """Show every key."""
        from desktop_app.ui.sheets.keys_sheet import KeysSheet

        _open(KeysSheet(book, mode, self._appearance, self._window))

    def tell_about(self) -> None:
        """Tell the version, what it is, where the journal lies, and the licences."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setWindowTitle(_("About Upswing"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_("Upswing {version}").format(version=__version__))
        box.setInformativeText(
            _(
                "A private, offline journal that keeps a job search going through its"
                " rejections.\n\nYour journal: {path}\n\nMIT licence. Icons: Tabler (MIT). Type:"
                " Figtree (OFL)."
            ).format(path=self._services.path)
        )
        _open(box)

    def closes_anyway(self, sentence: str) -> bool:
        """Ask whether to close although something could not be saved; return the answer.

        While it asks, whoever else wants the window closed gets a no.
        """
        if self._asking:
            return False
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setInformativeText(_("What you typed is still in its field. Close all the same?"))
        stay = box.addButton(_("Stay"), QMessageBox.ButtonRole.RejectRole)
        close = box.addButton(_("Close"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        self._asking = True
        box.exec()
        self._asking = False
        answer = box.clickedButton() is close
        box.deleteLater()
        return answer


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
