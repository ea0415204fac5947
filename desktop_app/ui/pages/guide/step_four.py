"""Step 4, Stay focused: one next step as an if-then plan, momentum as it is, and the closing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop_app import tokens
from desktop_app.domain.guide.steps import Step, silence_words
from desktop_app.domain.kinds import kind_label
from desktop_app.i18n import _
from desktop_app.services.account import account
from desktop_app.ui.pages.guide.step_view import StepView
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale
from desktop_app.ui.widgets.sparkline import Sparkline
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

QUIET_MS = 400
_CUE = "guide:{id}:cue"
_DAYS = {"none": None, "today": 0, "one": 1, "three": 3}
_OFFERED = ("application", "networking", "follow_up", "preparation", "learning")
_SPARKLINE_DAYS = 30


class StepFour(StepView):
    """Small is fine: the plan is the person's own, and may stay empty."""

    step = Step.FOCUS

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, messages, appearance, parent)
        self._saved: tuple[str, str] = ("", "")
        self._before: int | None = None
        self.gentle = WrappingLabel(appearance, " ".join(silence_words()), tokens.LEAD)
        self.cue = _line(_("If"), _("it is 9:30"))
        self.then = _line(_("then I"), _("open one posting and write for 15 minutes"))
        self.day = ChoiceRow(
            appearance,
            [
                ("none", _("No day")),
                ("today", _("Today")),
                ("one", _("Tomorrow")),
                ("three", _("In 3 days")),
            ],
            _("When"),
        )
        kinds = {kind.name: kind for kind in services.activities.kinds()}
        offered = [(name, kind_label(kinds[name])) for name in _OFFERED if name in kinds]
        self.kind = ChoiceRow(appearance, offered, _("Doing it counts as"))
        self.rehearse = WrappingLabel(appearance, "", tokens.BODY, "accent_text")
        self.momentum = WrappingLabel(appearance, "", tokens.BODY)
        self.line = Sparkline(appearance)
        self.moods = MoodScale(appearance, form=FaceForm.DISC, key_caps=False)
        self.heavy = WrappingLabel(appearance, _("That was heavy. Stop here; it is saved."))
        self.help = Button(appearance, _("Where to find help"), "link")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(QUIET_MS)
        self._lay_out()
        self._connect()

    def show_case(self, case: Case) -> None:
        """Show the plan, momentum and mood of a no."""
        self.rejection_id = case.rejection.id
        self._before = case.rejection.mood
        self.gentle.setVisible(case.silent)
        step = self.services.next_steps.of_rejection(case.rejection.id)
        alone = self.services.drafts.get(_CUE.format(id=case.rejection.id))
        saved = (step.cue, step.text) if step else (alone, "")
        if (self.cue.text(), self.then.text()) == self._saved:
            self.cue.setText(saved[0])
            self.then.setText(saved[1])
        self._saved = saved
        today = self.services.recording.today()
        self.day.set_choice(_chip_of(step.due if step else None, today))
        self.kind.set_choice(step.kind or None if step else None)
        for widget in (self.day, self.kind):
            widget.setEnabled(step is not None)
        self._show_rehearsal()
        self._show_momentum(today)
        self.moods.set_mood(case.mood_after)
        self._show_weight(case.mood_after)

    def can(self, name: str) -> bool:
        """Return whether it is about how it feels now."""
        return name.startswith("feel:")

    def run(self, name: str) -> bool:
        """Say how it feels now."""
        first, _colon, rest = name.partition(":")
        if first != "feel":
            return False
        self.moods.set_mood(int(rest))
        self._on_mood(int(rest))
        return True

    def first_field(self) -> QWidget | None:
        """Begin at the plan."""
        return self.cue

    def flush(self) -> None:
        """Save what was typed and is not yet saved."""
        self._waiting.stop()
        self._save_plan()

    def forget(self) -> None:
        """Empty the fields, before another no is shown."""
        self._saved = ("", "")
        self.cue.clear()
        self.then.clear()

    def _lay_out(self) -> None:
        look, px = self.appearance, self.appearance.px
        plan = Card(look, _("One next step"))
        plan.body.addWidget(
            WrappingLabel(
                look,
                _("A plan with a when gets done: if this happens, then I do that."),
                tokens.SMALL,
                "text2",
            )
        )
        plan.body.addLayout(labelled(_("If"), self.cue, px(4)))
        plan.body.addLayout(labelled(_("then I"), self.then, px(4)))
        plan.body.addWidget(self.rehearse)
        plan.body.addWidget(self.day)
        kind = QHBoxLayout()
        kind.addLayout(labelled(_("Doing it counts as"), self.kind, px(4)), 1)
        plan.body.addLayout(kind)
        self.main.addWidget(self.gentle)
        self.main.addWidget(plan)
        self.main.addStretch(1)
        mood = Card(look, _("You may answer again: how is it now?"))
        mood.body.addWidget(self.moods)
        mood.body.addWidget(self.heavy)
        row = QHBoxLayout()
        row.addWidget(self.help)
        row.addStretch(1)
        mood.body.addLayout(row)
        self.beside.addWidget(mood)
        momentum = Card(look, _("Momentum"))
        momentum.body.addWidget(self.momentum)
        momentum.body.addWidget(self.line)
        self.beside.addWidget(momentum)
        self.beside.addStretch(1)

    def _connect(self) -> None:
        for field in (self.cue, self.then):
            field.textEdited.connect(self._on_typed)
            field.editingFinished.connect(self._on_left)
        self._waiting.timeout.connect(self._on_quiet)
        self.day.choice_made.connect(self._on_choice)
        self.kind.choice_made.connect(self._on_choice)
        self.moods.mood_chosen.connect(self._on_mood)
        self.moods.mood_cleared.connect(self._on_mood_cleared)
        self.help.clicked.connect(self._on_help)

    def _show_rehearsal(self) -> None:
        cue, then = self.cue.text().strip(), self.then.text().strip()
        self.rehearse.setVisible(bool(cue and then))
        self.rehearse.setText(
            _("Say it once to yourself: “If {cue}, then I {step}.”").format(cue=cue, step=then)
        )

    def _show_momentum(self, today: date) -> None:
        standing = self.services.momentum.standing(today)
        if standing.momentum is None:
            self.momentum.setText(_("A no never lowers momentum. Your line starts soon."))
            self.line.hide()
            return
        lines = account(self.services.momentum, today, 1)
        words = _("A no never lowers momentum.")
        if lines:
            words = _("{before} to {after}. {why}").format(
                before=round(lines[0].before), after=round(lines[0].after), why=lines[0].sentence
            )
        self.momentum.setText(words)
        first = today - timedelta(days=_SPARKLINE_DAYS - 1)
        self.line.set_timeline(self.services.momentum.timeline(first, today))
        self.line.show()

    def _show_weight(self, after: int | None) -> None:
        heavy = after is not None and self._before is not None and after < self._before
        self.heavy.setVisible(heavy)
        self.help.setVisible(heavy)

    def _save_plan(self) -> None:
        typed = (self.cue.text(), self.then.text())
        if typed == self._saved or not self.rejection_id:
            return
        self.services.next_steps.write(self.rejection_id, *typed, *self._chosen())
        alone = typed[0] if not typed[1].strip() else ""  # an 'if' is no step yet
        self.services.drafts.keep(_CUE.format(id=self.rejection_id), alone)
        self._saved = typed

    def _chosen(self) -> tuple[date | None, str]:
        ahead = _DAYS.get(self.day.choice or "none")
        today = self.services.recording.today()
        due = None if ahead is None else today + timedelta(days=ahead)
        return due, self.kind.choice or ""

    def _on_typed(self) -> None:
        self._show_rehearsal()
        if not self._waiting.isActive():
            self._waiting.start()

    def _on_quiet(self) -> None:
        if self._saved[1].strip() and not self.then.text().strip() and self.then.hasFocus():
            return  # it is being written anew, and keeps its day and kind
        self.messages.done(self._save_plan)

    def _on_left(self) -> None:
        self.messages.done(self.flush)
        self.services.upkeep.seal_step()

    def _on_choice(self, _key: str) -> None:
        write, typed = self.services.next_steps.write, (self.cue.text(), self.then.text())
        self.messages.done(lambda: write(self.rejection_id, *typed, *self._chosen()))

    def _on_mood(self, mood: int) -> None:
        guide, identity = self.services.guide, self.rejection_id
        self.messages.done(lambda: guide.set_mood_after(identity, mood))

    def _on_mood_cleared(self) -> None:
        guide, identity = self.services.guide, self.rejection_id
        self.messages.done(lambda: guide.set_mood_after(identity, None))

    def _on_help(self) -> None:
        self.action_asked.emit("help")


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    line.setMaxLength(500)
    return line


def _chip_of(day: date | None, today: date) -> str | None:
    if day is None:
        return "none"
    ahead = (day - today).days
    return next((key for key, days in _DAYS.items() if days == ahead), None)
