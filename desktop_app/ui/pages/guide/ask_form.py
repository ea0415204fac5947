"""Whom to ask, when, and the message: drafted for its stage and person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from desktop_app import tokens
from desktop_app.domain.addresses import is_nobody, mailto
from desktop_app.i18n import _
from desktop_app.services.templates import MOST_WORDS, filled, unfilled, word_count
from desktop_app.ui.pages.guide.template_choice import TemplateChoice
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import labelled, plain_label
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.domain.entries import Rejection
    from desktop_app.domain.guide.records import FeedbackRequest
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_DAYS = {"whenever": None, "one": 1, "two": 2, "three": 3}
_LOW = 2
_LINES = ("person", "email", "detail")
_LINE = "guide:{id}:{line}"
QUIET_MS = 400


class Asked(NamedTuple):
    """Whom and what: the fields as they stand."""

    name: str
    email: str
    message: str


class AskForm(QWidget):
    """Person, message and day; what is written saves itself.

    Signals:
        sent: the person says that they asked.
    """

    sent = Signal()

    def __init__(self, services: Services, messages: Messages, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._rejection: Rejection | None = None
        self._untouched = True
        self._filled = ("", "")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(QUIET_MS)
        self.person = _line(_("Whom"))
        self.email = _line(_("Mail address, if you have it"))
        self.nobody = WrappingLabel(appearance, "", tokens.SMALL, "text2")
        self.detail = _line(_("One genuine detail you liked"))
        self.template = TemplateChoice(services, messages, appearance)
        self.message = NoteField(appearance, _("Your message"), lines=(8, 18))
        self.words = plain_label("", "small", "text2")
        self.when = ChoiceRow(
            appearance,
            [
                ("whenever", _("Whenever you like")),
                ("one", _("Tomorrow")),
                ("two", _("In 2 days")),
                ("three", _("In 3 days")),
            ],
            _("When"),
        )
        self.sleep = WrappingLabel(
            appearance, _("Today feels low. Sleep on it: tomorrow is as good."), tokens.SMALL,
            "text2",
        )  # fmt: skip
        self.copy = Button(appearance, _("Copy"), icon="copy")
        self.open = Button(appearance, _("Open in mail program"), icon="mail-forward")
        self.done = Button(appearance, _("I asked"), "primary", icon="check")
        self._lay_out()
        self._connect()

    def cards(self) -> tuple[Card, Card]:
        """Return the card with the message, and the one with person and day."""
        return self._message_card, self._person_card

    def show_request(self, rejection: Rejection, request: FeedbackRequest | None) -> None:
        """Show what is drafted for a no, or draft it from the template that fits."""
        fresh = self._rejection is None or self._rejection.id != rejection.id
        self._rejection = rejection
        if fresh:
            self.template.offer(rejection.stage)
        self._fill_lines(request, fresh=fresh)
        draft = request.draft if request else ""
        self._untouched = not draft
        if fresh or not self.message.hasFocus():
            self.message.set_text(draft or self._draft())
        today = self._services.recording.today()
        low = rejection.mood is not None and rejection.mood <= _LOW
        ask_on = request.ask_on if request else None
        self.when.set_choice(_chip_of(ask_on, today))
        self.sleep.setVisible(low)
        self._count()
        self._look_at_address()

    def flush(self) -> None:
        """Save person and message.

        Raises:
            UpswingError: one of them can't be saved; it is still in its field.
        """
        self._waiting.stop()
        self._keep_lines()
        self._save_person()
        if not self._untouched:
            self._save_message()

    def forget(self) -> None:
        """Let go of a no, so that the next one is shown afresh."""
        self._waiting.stop()
        self._rejection = None

    def set_narrow(self, narrow: bool) -> None:
        """Put draft and detail below each other, or beside; the cards follow their column."""
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _lay_out(self) -> None:
        look, px = self._appearance, self._appearance.px
        self._message_card = Card(look, _("Your message"))
        body = self._message_card.body
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(px(16))
        head.addLayout(labelled(_("Draft"), self.template, px(4)), 1)
        head.addLayout(labelled(_("One genuine detail you liked"), self.detail, px(4)), 2)
        body.addLayout(head)
        body.addWidget(self.message)
        foot = FlowBox(px(8), px(8))
        for button in (self.copy, self.open):
            foot.add(button)
        body.addWidget(self.words)
        body.addWidget(foot)
        self._person_card = Card(look, _("Whom, and when"))
        side = self._person_card.body
        side.addLayout(labelled(_("Whom"), self.person, px(4)))
        side.addLayout(labelled(_("Mail address, if you have it"), self.email, px(4)))
        side.addWidget(self.nobody)
        side.addWidget(plain_label(_("When"), "small", "text2"))
        side.addWidget(self.when)
        side.addWidget(self.sleep)
        side.addWidget(self.done)

    def _connect(self) -> None:
        for line in (self.person, self.email, self.detail):
            line.textEdited.connect(self._waiting.start)
        self._waiting.timeout.connect(self._on_quiet)
        self.person.editingFinished.connect(self._on_person)
        self.email.editingFinished.connect(self._on_person)
        self.email.textChanged.connect(self._on_address)
        self.detail.textEdited.connect(self._on_detail)
        self.template.chosen.connect(self._on_template)
        self.template.keep_asked.connect(self._on_keep_asked)
        self.message.note_edited.connect(self._on_message)
        self.message.textChanged.connect(self._count)
        self.message.left.connect(self._services.upkeep.seal_step)
        self.when.choice_made.connect(self._on_when)
        self.copy.clicked.connect(self._on_copy)
        self.open.clicked.connect(self._on_open)
        self.done.clicked.connect(self._on_done)

    def _draft(self) -> str:
        return filled(self.template.template.body, self._values()) if self._rejection else ""

    def _fill_lines(self, request: FeedbackRequest | None, *, fresh: bool) -> None:
        """Show what is saved of person and address; words that are not saved yet stay."""
        assert self._rejection is not None
        saved = (request.person, request.email) if request else ("", "")
        if fresh:
            lines = [
                self._services.drafts.get(_LINE.format(id=self._rejection.id, line=line))
                for line in _LINES
            ]
            self.person.setText(lines[0] or saved[0])
            self.email.setText(lines[1] or saved[1])
            self.detail.setText(lines[2])
        elif (self.person.text(), self.email.text()) == self._filled:
            self.person.setText(saved[0])
            self.email.setText(saved[1])
        else:
            return
        self._filled = (self.person.text(), self.email.text())

    def _keep_lines(self) -> None:
        """Keep what is typed and can't be saved with the question yet."""
        if self._rejection is None:
            return
        typed = (self.person.text(), self.email.text())
        unsaved = typed if typed != self._filled else ("", "")
        for line, text in zip(_LINES, (*unsaved, self.detail.text()), strict=True):
            self._services.drafts.keep(_LINE.format(id=self._rejection.id, line=line), text)

    def _values(self) -> dict[str, str]:
        """Return what stands in a draft's places."""
        rejection = self._rejection
        return {
            "person": self.person.text(),
            "position": rejection.position if rejection else "",
            "employer": rejection.employer if rejection else "",
            "detail": self.detail.text(),
        }

    def _count(self) -> None:
        count = word_count(self.message.text)
        words = _("{n} of {most} words").format(n=count, most=MOST_WORDS)
        if count > MOST_WORDS:
            words = _("{n} words; short ones are answered more easily").format(n=count)
        self.words.setText(words)

    def _look_at_address(self) -> None:
        nobody = is_nobody(self.email.text())
        self.nobody.setVisible(nobody)
        self.nobody.setText(
            _("Nobody reads mail to this address. Is there a person you met or who wrote?")
        )
        self.open.setEnabled(not nobody)

    def _save_person(self) -> None:
        rejection, name = self._rejection, self.person.text()
        if rejection is None or not name.strip():
            return
        known = self._services.feedback.of_rejection(rejection.id)
        email = self.email.text().strip()
        if known is not None and (known.person, known.email) == (" ".join(name.split()), email):
            return
        self._services.feedback.set_person(rejection.id, name, email)
        self._filled = (name, self.email.text())
        for line in ("person", "email"):
            self._services.drafts.drop(_LINE.format(id=rejection.id, line=line))

    def _save_message(self) -> None:
        if self._rejection is not None:
            self._services.feedback.prepare(self._rejection.id, draft=self.message.text)

    def _redraft(self) -> None:
        if self._untouched:
            self.message.set_text(self._draft())
            self._count()

    def _on_person(self) -> None:
        self._redraft()
        self._messages.done(self._save_person)

    def _on_quiet(self) -> None:
        self._messages.done(self._keep_lines)

    def _on_address(self) -> None:
        self._look_at_address()

    def _on_detail(self) -> None:
        self._redraft()

    def _on_template(self) -> None:
        own = not self._untouched
        self._services.upkeep.seal_step()
        self._untouched = True
        self._redraft()
        if self._messages.done(self._save_message) and own:
            self._messages.say(_("Drafted anew"), undo=True)

    def _on_keep_asked(self) -> None:
        from desktop_app.ui.sheets.template_sheet import TemplateSheet  # late: seldom needed

        words = unfilled(self.message.text, self._values())
        template = self.template.template._replace(body=words)
        parts = (self._services, self._messages, self._appearance)
        sheet = TemplateSheet(*parts, template, self.window())
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.kept.connect(self._on_kept)
        sheet.open()

    def _on_kept(self, identity: int) -> None:
        if self._rejection is not None:
            self.template.offer(self._rejection.stage, identity)

    def _on_message(self, _text: str) -> None:
        self._untouched = False
        self._messages.done(self._save_message)

    def _on_when(self, key: str) -> None:
        rejection, ahead = self._rejection, _DAYS[key]
        if rejection is None:
            return
        today = self._services.recording.today()
        day = None if ahead is None else today + timedelta(days=ahead)
        prepare = self._services.feedback.prepare
        draft = self.message.text
        self._messages.done(lambda: prepare(rejection.id, draft=draft, ask_on=day, keep_day=False))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.text)
        self._messages.done(self._save_message)
        self._messages.say(_("Copied"))

    def _on_open(self) -> None:
        self._messages.done(self._save_message)
        subject = self.template.template.subject
        link = mailto(self.email.text(), subject, self.message.text)
        if link is None:
            QGuiApplication.clipboard().setText(self.message.text)
            self._messages.say(_("Too long for a mail link, so it was copied."))
        elif not QDesktopServices.openUrl(QUrl(link)):
            QGuiApplication.clipboard().setText(self.message.text)
            self._messages.say(_("No mail program was found, so it was copied."))

    def _on_done(self) -> None:
        if self._messages.done(self.flush):
            self.sent.emit()


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setMaxLength(200)
    return line


def _chip_of(day: date | None, today: date) -> str | None:
    if day is None:
        return "whenever"
    ahead = (day - today).days
    return next((key for key, days in _DAYS.items() if days == ahead), None)
