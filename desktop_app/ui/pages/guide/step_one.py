"""Step 1, It's not personal: the facts, the reasons, the proportion, and a friend's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from desktop_app import tokens
from desktop_app.domain.guide.proportion import percent_of
from desktop_app.domain.guide.questions import FRIEND, friend_question
from desktop_app.domain.guide.reasons import Card as ReasonCard
from desktop_app.domain.guide.reasons import Place
from desktop_app.domain.guide.steps import Depth, Step, needs_longer
from desktop_app.domain.stages import Stage
from desktop_app.i18n import _
from desktop_app.ui.pages.guide.facts_card import FactsCard
from desktop_app.ui.pages.guide.ledger import Ledger
from desktop_app.ui.pages.guide.proportion_card import ProportionCard
from desktop_app.ui.pages.guide.step_view import StepView
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

ENOUGH_AFTER_MS = 5 * 60 * 1000


class StepOne(StepView):
    """The facts first; nothing is placed beforehand.

    Signals:
        long_here: the person has been here for five minutes.
    """

    long_here = Signal()
    step = Step.NOT_PERSONAL

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, messages, appearance, parent)
        self.facts = FactsCard(appearance)
        self.ledger = Ledger(appearance)
        self.friend = NoteField(
            appearance,
            friend_question().words,
            placeholder=_("In one line: what would you tell a friend who got this message?"),
        )
        self.moods = MoodScale(appearance, form=FaceForm.DISC, key_caps=False)
        self.proportion = ProportionCard(appearance)
        self._longer = WrappingLabel(appearance, needs_longer(), tokens.BODY, "text")
        self._plan = Card(appearance, _("Your plan for such days"))
        self._plan_words = WrappingLabel(appearance, "")
        self._plan.body.addWidget(self._plan_words)
        self._shown: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ENOUGH_AFTER_MS)
        self._timer.timeout.connect(self.long_here)
        self._lay_out()
        self.keep(self.friend, self._save_friend)
        self.ledger.placed.connect(self._on_placed)
        self.ledger.written.connect(self._on_written)
        self.ledger.taken_away.connect(self._on_taken_away)
        self.ledger.not_knowing_chosen.connect(self._on_not_knowing)
        self.proportion.rate_entered.connect(self._on_rate)
        self.moods.mood_chosen.connect(self._on_mood)
        self.moods.mood_cleared.connect(self._on_mood_cleared)

    def show_case(self, case: Case) -> None:
        """Show the facts, the ledger and the proportion of a no."""
        fresh = self._shown != case.rejection.id
        self._shown = self.rejection_id = case.rejection.id
        rejection = case.rejection
        today = self.services.recording.today()
        self.facts.show_facts(rejection, self._stages_had(case), today)
        short = case.kind in (Depth.FORM_LETTER, Depth.SILENCE)
        self.ledger.setVisible(not short or bool(case.reasons))
        self._friend_card.setVisible(self.ledger.isHidden())
        (self._friend_card.body if self.ledger.isHidden() else self.ledger.foot).addWidget(
            self.friend
        )
        self.friend.show()  # at once, so that it can take the focus
        offered = self.services.guide.suggested(rejection.id)
        self.ledger.show_reasons(offered, case.reasons, unknown=case.cannot_know)
        self.fill(self.friend, case.answers.get(FRIEND, ""))
        self.moods.set_mood(rejection.mood)
        self._longer.setVisible(case.depth is Depth.LONG)
        self.proportion.setVisible(not case.silent)
        if not case.silent:
            tally = self.services.proportion.tally()
            self.proportion.show_tally(tally, rejection.stage, afresh=fresh)
        lines = self.services.plans.setback()
        self._plan.setVisible(bool(lines))
        self._plan_words.setText("\n".join(lines))

    def can(self, name: str) -> bool:
        """Return whether the ledger is there to sort, or how it feels can be said."""
        first = name.partition(":")[0]
        if first in ("reason", "cannot_know"):
            return not self.ledger.isHidden()
        return first in ("feel", "friend")

    def set_narrow(self, narrow: bool) -> None:
        """Stand in one column, or in two; the ledger's first answer below its title if need be."""
        super().set_narrow(narrow)
        px = self.appearance.px
        edges = tokens.SIDEBAR_ICONS + 2 * (tokens.PAGE_PADDING + tokens.CARD_PADDING)
        if hasattr(self, "ledger"):  # the base asks before there is one
            room = self.window().width() - px(edges) if narrow else px(10_000)
            self.ledger.fit_title(room)

    def run(self, name: str) -> bool:
        """Sort the card with the cursor, add one, or say how it feels."""
        first, _colon, rest = name.partition(":")
        if first == "reason" and rest == "add":
            self.ledger.begin_own()
        elif first == "reason":
            self.ledger.place_selected(Place(rest))
        elif name == "cannot_know":
            self.ledger.unknown.click()
        elif name == "friend":
            self.friend.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif first == "feel":
            self.moods.set_mood(int(rest))
            self._on_mood(int(rest))
        else:
            return False
        return True

    def first_field(self) -> QWidget | None:
        """Begin at the friend's line where little else is asked, else at the first answer."""
        return self.friend if self.ledger.isHidden() else self.ledger.unknown

    def enter(self) -> None:
        """Begin to count the minutes that are spent here."""
        self._timer.start()

    def leaving(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def _lay_out(self) -> None:
        look = self.appearance
        self.main.addWidget(self._longer)
        self.main.addWidget(self.facts)
        self.main.addWidget(self.ledger)
        self._friend_card = Card(look, _("What would you tell a friend?"))
        self.main.addWidget(self._friend_card)
        self.main.addStretch(1)
        mood = Card(look, _("How do you feel right now?"))
        mood.body.addWidget(self.moods)
        mood.body.addWidget(
            WrappingLabel(look, _("You may answer again at the end."), tokens.SMALL, "text2")
        )
        self.beside.addWidget(mood)
        self.beside.addWidget(self.proportion)
        self.beside.addWidget(self._plan)
        self.beside.addStretch(1)

    def _stages_had(self, case: Case) -> list[Stage]:
        events = self.services.rejections.stages_of(case.rejection.application_id)
        had = {Stage.APPLICATION, case.rejection.stage} | {event.stage for event in events}
        last = case.rejection.stage.order
        return [stage for stage in Stage if stage in had and stage.order <= last]

    def _save_friend(self, text: str) -> None:
        self.services.guide.answer(self.rejection_id, Step.NOT_PERSONAL, FRIEND, text)

    def _on_placed(self, card: ReasonCard, place: Place) -> None:
        guide, identity = self.services.guide, self.rejection_id
        self.messages.done(lambda: guide.place(identity, card.text, place, own=card.own))

    def _on_written(self, text: str) -> None:
        guide, identity = self.services.guide, self.rejection_id
        if self.messages.done(lambda: guide.add_card(identity, text)):
            self.ledger.tray.setFocus()

    def _on_taken_away(self, card: ReasonCard) -> None:
        guide, identity = self.services.guide, self.rejection_id
        if self.messages.done(lambda: guide.take_away(identity, card.id)):
            self.messages.say(_("Taken away: {reason}").format(reason=card.text), undo=True)

    def _on_not_knowing(self, chosen: bool) -> None:
        guide, identity = self.services.guide, self.rejection_id
        self.messages.done(lambda: guide.cannot_know(identity, chosen))

    def _on_rate(self, text: str) -> None:
        proportion = self.services.proportion

        def enter() -> None:
            proportion.set_field_rate(percent_of(text) if text else None)

        if self.messages.done(enter):
            words = (
                _("The rate of your field is used.") if text else _("Your own figures are used.")
            )
            self.messages.say(words, undo=True)

    def _on_mood(self, mood: int) -> None:
        guide, identity = self.services.guide, self.rejection_id
        self.messages.done(lambda: guide.set_mood(identity, mood))

    def _on_mood_cleared(self) -> None:
        guide, identity = self.services.guide, self.rejection_id
        self.messages.done(lambda: guide.set_mood(identity, None))
