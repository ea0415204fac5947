"""Does what the person wants with an application: one use case each, and a word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.domain.application_state import ended_words, stage_words
from desktop_app.domain.links import web_address
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.i18n import _, ngettext, short_day
from desktop_app.services.application_stages import MEETINGS, StageForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from desktop_app.domain.entries import Application
    from desktop_app.services.answer_times import OwnAnswers
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.theme import Appearance


class ApplicationDoing:
    """The hands of the Applications page."""

    def __init__(
        self, page: Page, services: Services, messages: Messages, appearance: Appearance
    ) -> None:
        self._page = page
        self._services = services
        self._messages = messages
        self._appearance = appearance

    def run(self, name: str, application: Application) -> None:
        """Do an action of the page with an application.

        Raises:
            KeyError: the page has no such action.
        """
        first, _colon, rest = name.partition(":")
        if first == "reach":
            self.reach(application, Stage(rest))
            return
        if first == "close":
            self.close(application, Outcome(rest))
            return
        does: dict[str, Callable[[Application], object]] = {
            "rejection": self.note_rejection,
            "plan_stage": self.plan,
            "took_place": self.took_place,
            "reopen": self.reopen,
            "add_person": self.add_person,
            "copy_link": self.copy_link,
            "open_link": self.open_link,
        }
        does[name](application)

    def run_with(self, name: str, identity: int, application: Application) -> None:
        """Do something with a stage, a person or a rejection of an application, by its id."""
        does: dict[str, Callable[[], object]] = {
            "event_past": lambda: self.event_past(application, identity),
            "edit_stage": lambda: self.edit_stage(application, identity),
            "edit_person": lambda: self.edit_person(application, identity),
            "its_rejection": lambda: self._page.record_asked.emit("rejections", identity),
        }
        does[name]()

    # Stages and ends

    def reach(self, application: Application, stage: Stage) -> None:
        """Say that it reached a stage today; one that was planned till now took place by that."""
        ahead, today = application.ahead, self._services.recording.today()
        if ahead is not None and ahead.stage is stage and (ahead.day or today) <= today:
            self.event_past(application, ahead.id)
            return
        stages = self._services.stages
        if self._messages.done(lambda: stages.reach(application.id, StageForm(stage))):
            self._say(application, _("{stage} reached").format(stage=stage_words(stage)))

    def took_place(self, application: Application) -> None:
        """Say that the next planned stage took place."""
        if application.ahead is None:
            self._messages.say(_("Nothing is planned for it."))
        else:
            self.event_past(application, application.ahead.id)

    def event_past(self, application: Application, identity: int) -> None:
        """Say that a planned stage took place."""
        record = self._services.applications.record(application.id)
        event = next((one for one in record.events if one.id == identity), None) if record else None
        if event is None:
            return
        if self._messages.done(lambda: self._services.stages.took_place(identity)):
            words = _("{stage} took place").format(stage=stage_words(event.stage))
            if event.stage in MEETINGS:
                words = _("{done}, counted as effort").format(done=words)
            self._say(application, words)

    def close(self, application: Application, outcome: Outcome) -> None:
        """Say how it ended."""
        close = self._services.outcomes.close
        if self._messages.done(lambda: close(application.id, outcome)):
            words = ended_words(outcome)
            if outcome is Outcome.OFFER_ACCEPTED and self._services.searches.current() is not None:
                words = _("{done}. The menu Search ends the search, when you like.").format(
                    done=words
                )
            self._say(application, words)

    def reopen(self, application: Application) -> None:
        """Open it again."""
        if self._messages.done(lambda: self._services.outcomes.reopen(application.id)):
            self._say(application, _("open again"))

    def note_rejection(self, application: Application | None) -> None:
        """Open the sheet for its no; one that was noted is shown."""
        from desktop_app.ui.sheets.rejection_sheet import RejectionSheet

        if application is not None and application.outcome is Outcome.REJECTED:
            record = self._services.applications.record(application.id)
            if record is not None and record.rejections:
                self._page.record_asked.emit("rejections", record.rejections[-1])
                return
        sheet = RejectionSheet(
            self._services,
            self._messages,
            self._appearance,
            self._page.window(),
            application=application,
        )
        sheet.guide_asked.connect(self._page.guide_asked)
        self._open(sheet)

    # Sheets

    def plan(self, application: Application) -> None:
        """Open the sheet for a stage, planned or past."""
        self._stage_sheet(application, None)

    def edit_stage(self, application: Application, identity: int) -> None:
        """Open the sheet that changes a stage."""
        self._stage_sheet(application, identity)

    def edit(self, application: Application) -> None:
        """Open the sheet that changes the application."""
        from desktop_app.ui.sheets.application_sheet import ApplicationSheet

        record = self._services.applications.record(application.id)
        if record is not None:
            parts = (self._services, self._messages, self._appearance)
            self._open(ApplicationSheet(*parts, self._page.window(), record))

    def add_person(self, application: Application) -> None:
        """Open the sheet for a person behind it."""
        self._person_sheet(application, None)

    def edit_person(self, application: Application, identity: int) -> None:
        """Open the sheet that changes a person."""
        self._person_sheet(application, identity)

    def explain(self, own: OwnAnswers) -> None:
        """Open 'How is this computed?'."""
        from desktop_app.ui.sheets.answers_sheet import AnswersSheet

        self._open(AnswersSheet(own, self._appearance, self._page.window()))

    # Everything else

    def delete(self, application: Application) -> bool:
        """Delete it, and say what stays and what goes with it."""
        deleted = self._messages.attempt(lambda: self._services.applications.delete(application.id))
        if deleted is None:
            return False
        words = [_("Application deleted.")]
        if deleted.rejections:
            words.append(
                ngettext(
                    "Its rejection went with it.",
                    "Its rejections went with it.",
                    deleted.rejections,
                )
            )
        if deleted.effort is not None:
            day = short_day(deleted.effort, self._services.recording.today())
            words.append(_("The effort of {day} stays.").format(day=day))
        self._messages.say(" ".join(words), undo=True)
        return True

    def copy_link(self, application: Application) -> None:
        """Put its link on the clipboard."""
        link = self._link(application)
        if link:
            self.copy(link)

    def open_link(self, application: Application) -> None:
        """Open its link in the browser."""
        address = web_address(self._link(application))
        if address is None:
            self._messages.say(_("It has no link that a browser can open."))
        else:
            self.open_address(address)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._messages.say(_("Copied"))

    def open_address(self, address: str) -> None:
        """Open an address in the browser: the person asked for it, the app itself stays offline."""
        if not QDesktopServices.openUrl(QUrl(address)):
            self._messages.say(_("No browser could be opened. Copy the link instead."))

    def _link(self, application: Application) -> str:
        record = self._services.applications.record(application.id)
        if record is None or not record.link:
            self._messages.say(_("It has no link."))
            return ""
        return record.link

    def _stage_sheet(self, application: Application, identity: int | None) -> None:
        from desktop_app.ui.sheets.stage_sheet import StageSheet

        record = self._services.applications.record(application.id)
        if record is not None:
            event = next((one for one in record.events if one.id == identity), None)
            parts = (self._services, self._messages, self._appearance, application)
            self._open(StageSheet(*parts, self._page.window(), event))

    def _person_sheet(self, application: Application, identity: int | None) -> None:
        from desktop_app.ui.sheets.person_sheet import PersonSheet

        person = self._services.people.get(identity) if identity is not None else None
        parts = (self._services, self._messages, self._appearance, application)
        self._open(PersonSheet(*parts, self._page.window(), person))

    def _say(self, application: Application, words: str) -> None:
        self._messages.say(
            _("{employer}: {what}").format(employer=application.employer[:60], what=words),
            undo=True,
        )

    @staticmethod
    def _open(sheet: QDialog) -> None:
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()
