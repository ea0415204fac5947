"""The guide: one no, four steps that can be skipped and left, saved as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.guide.steps import Step, main_steps, opening
from desktop_app.i18n import _
from desktop_app.ui.pages.guide.foot import EnoughNotice, GuideFoot
from desktop_app.ui.pages.guide.step_four import StepFour
from desktop_app.ui.pages.guide.step_one import StepOne
from desktop_app.ui.pages.guide.step_three import StepThree
from desktop_app.ui.pages.guide.step_two import StepTwo
from desktop_app.ui.pages.guide.stepper import Stepper
from desktop_app.ui.pages.page import Page
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.domain.changes import Changed
    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.guide.step_view import StepView
    from desktop_app.ui.theme import Appearance

_DRAFT = "guide:{id}:step"


class GuidePage(Page):
    """One no at a time; it opens where the person left it.

    Leaving it shows the no on the page of rejections.
    """

    name = "guide"
    row = "rejections"

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        book: ActionBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._rejection_id = 0
        self._case: Case | None = None
        self._whose = ("", "")
        self._step = Step.NOT_PERSONAL
        #: Actions that show their step, whichever is open.
        self._elsewhere = {
            "friend": Step.NOT_PERSONAL,
            "lesson": Step.LEARN,
            "private_page": Step.LEARN,
        }
        self.stepper = Stepper(appearance)
        parts = (services, messages, appearance)
        self.one = StepOne(*parts)
        self.views: dict[Step, StepView] = {
            Step.NOT_PERSONAL: self.one,
            Step.LEARN: StepTwo(*parts),
            Step.ASK: StepThree(*parts),
            Step.FOCUS: StepFour(*parts),
        }
        self._title = ElidedLabel("", "h1")
        self._strong = plain_label("", "lead", strong=True)
        self._lead = WrappingLabel(appearance, "", tokens.LEAD, "text2")
        self._enough = EnoughNotice(appearance)
        self._views = QVBoxLayout()  # hidden views take no room, as in a stack they would
        self.foot = GuideFoot(appearance)
        self._lay_out()
        self._connect()

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self._step

    @property
    def view(self) -> StepView:
        """The view of the step that is open."""
        return self.views[self._step]

    @property
    def spot(self) -> str:
        """The no that is shown."""
        return str(self._rejection_id or "")

    def go_to(self, spot: str) -> None:
        """Show a no."""
        if spot.isdigit():
            self.open_case(int(spot))

    def knows(self, rejection_id: int) -> bool:
        """Return whether a no is still there; say so where it is not."""
        if self._services.guide.case(rejection_id) is None:
            self._messages.say(_("This rejection is no longer there."))
            return False
        return True

    def open_case(self, rejection_id: int) -> None:
        """Show a no where the person left it."""
        case = self._services.guide.case(rejection_id)
        if case is None:
            return
        if rejection_id != self._rejection_id:
            if not self._messages.done(self.flush):
                return  # what could not be saved is only here
            self._forget()
        self._rejection_id = rejection_id
        self._stale = False
        kept = self._services.drafts.get(_DRAFT.format(id=rejection_id))
        self._case = case
        wanted = Step(int(kept)) if kept in ("1", "2", "3", "4") else Step.NOT_PERSONAL
        self._show_step(wanted)

    def refresh(self) -> None:
        """Show what the journal holds now of the no."""
        case = self._services.guide.case(self._rejection_id)
        if case is None:
            self._case = None
            for view in self.views.values():
                view.rejection_id = 0  # words that are not saved yet stay in their fields
            if self._rejection_id and self.isVisible():
                self._messages.say(_("This rejection was deleted; Undo brings it back."))
                self.action_asked.emit("page:rejections")
            return
        self._case = case
        self._show_case()

    def take_change(self, changed: Changed) -> None:
        """Refresh; every table of the guide concerns it."""
        if changed.tables:
            super().take_change(changed)

    def run(self, name: str) -> None:
        """Do an action of the guide."""
        if name == "guide_next":
            self._on_go_on()
        elif name == "guide_skip":
            self._on_skip()
        elif name == "guide_before":
            self._go_to(self._step_before())
        elif name == "guide_leave":
            self._on_leave()
        elif name.startswith("guide_step:"):
            self._go_to(Step(int(name.rpartition(":")[2])))
        elif name == "private_page":
            if self._step is not Step.LEARN:
                self._go_to(Step.LEARN)
            self._open_private_page()
        elif name in self._elsewhere and not self.view.can(name):
            self._go_to(self._elsewhere[name])
            self.view.run(name)
        else:
            self.view.run(name)

    def can(self, name: str) -> bool:
        """Return whether an action can be done for this no, on this step or another."""
        if self._case is None:
            return False
        if name == "guide_skip":
            return self._following() is not None
        if name == "guide_before":
            return self._step_before() is not self._step
        if name.startswith("guide_") or name in self._elsewhere:
            return True
        return self.view.can(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave a field, and close once none has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            if isinstance(self.window().focusWidget(), QLineEdit):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._on_leave()
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        """Save what was typed and is not yet saved."""
        if self._case is not None:
            for view in self.views.values():
                view.flush()
            if self._services.guide.case(self._rejection_id) is not None:
                self.view.leaving()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.window().width() < self._appearance.px(tokens.ONE_COLUMN_BELOW)
        for view in self.views.values():
            view.set_narrow(narrow)
        ways = QBoxLayout.Direction
        self._words.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _lay_out(self) -> None:
        px, edge = self._appearance.px, self._appearance.px(tokens.PAGE_PADDING)
        head = QHBoxLayout()
        head.setSpacing(px(16))
        self.back = IconButton(self._appearance, "chevron-left", _("Back"), framed=True)
        self.close_button = IconButton(self._appearance, "x", _("Save and close"), framed=True)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        head.addWidget(KeyCap(self._appearance, _("Esc")))
        self._words = words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words.setSpacing(px(6))
        words.addWidget(self._strong, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._lead, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(edge, px(18), edge, px(16))
        column.setSpacing(px(tokens.GAP_ROWS))
        column.addLayout(head)
        column.addWidget(self.stepper)
        column.addLayout(words)
        column.addWidget(self._enough)
        column.addLayout(self._views, 1)
        for view in self.views.values():
            view.hide()
            self._views.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        middle = QWidget()
        scrolling(middle, content)
        whole.addWidget(middle, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.stepper.step_chosen.connect(self._go_to)
        self.back.clicked.connect(self._on_leave)
        self.close_button.clicked.connect(self._on_leave)
        self.foot.skip.clicked.connect(self._on_skip)
        self.foot.leave.clicked.connect(self._on_leave)
        self.foot.go_on.clicked.connect(self._on_go_on)
        self.one.long_here.connect(self._enough.show)
        self._enough.stopped.connect(self._on_leave)
        for view in self.views.values():
            view.action_asked.connect(self._on_action_asked)

    def _go_to(self, step: Step) -> None:
        if self._messages.done(self.view.flush):
            self.view.leaving()
            self._show_step(step)

    def _show_step(self, step: Step) -> None:
        self._step = step
        field = _DRAFT.format(id=self._rejection_id)
        self._messages.done(lambda: self._services.drafts.keep(field, str(int(step))))
        self._enough.hide()
        for view in self.views.values():
            if view is not self.view:
                view.hide()
        self.view.show()
        if step is Step.NOT_PERSONAL:
            self.one.enter()
        self._show_case()
        first = self.view.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_case(self) -> None:
        case = self._case
        if case is None:
            return
        whose = case.rejection.employer, case.rejection.position
        if whose != self._whose:  # a later no may get the number of one that was deleted
            self._forget()
            self._whose = whose
        self._title.setText(_("The no from {employer}").format(employer=case.rejection.employer))
        needed = main_steps(case.kind)
        done = self._services.guide.steps_done().get(case.rejection.id, frozenset())
        self.stepper.show_steps(self._step, done, needed)
        strong, lead = opening(self._step)
        self._strong.setText(strong)
        self._lead.setText(lead)
        self.view.show_case(case)
        self.foot.show_following(self._following())

    def _forget(self) -> None:
        for view in self.views.values():
            view.forget()

    def _step_before(self) -> Step:
        """Return the step before this one for a no of this kind, or this one."""
        assert self._case is not None
        earlier = [step for step in main_steps(self._case.kind) if step < self._step]
        return earlier[-1] if earlier else self._step

    def _following(self) -> Step | None:
        """Return the step that comes after this one for a no of this kind."""
        if self._case is None:
            return None
        later = [step for step in main_steps(self._case.kind) if step > self._step]
        return later[0] if later else None

    def _on_go_on(self) -> None:
        if self._case is None or not self._messages.done(self.view.flush):
            return
        following = self._following()
        if following is not None:
            self._go_to(following)
            return
        identity = self._rejection_id
        self.view.leaving()
        if self._messages.done(lambda: self._services.guide.close(identity)):
            self._services.drafts.drop(_DRAFT.format(id=identity))
            silent = self._case.silent
            words = (
                _("Closed. If they write after all, it opens again.") if silent else _("Closed.")
            )
            self._messages.say(words, undo=True)
            self.record_asked.emit("rejections", identity)

    def _on_skip(self) -> None:
        following = self._following()
        if following is not None:
            self._go_to(following)

    def _on_leave(self) -> None:
        if self._messages.done(self.flush):
            self.record_asked.emit("rejections", self._rejection_id)

    def _open_private_page(self) -> None:
        from desktop_app.ui.sheets.private_sheet import PrivateSheet  # late: seldom needed

        parts = (self._services, self._messages, self._appearance)
        sheet = PrivateSheet(*parts, self._rejection_id, self.window())
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _on_action_asked(self, name: str) -> None:
        if name == "private_page":
            self._open_private_page()
        else:
            self.action_asked.emit(name)
