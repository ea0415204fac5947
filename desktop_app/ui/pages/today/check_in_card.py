"""'How is today?': mood, energy, feeling words and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.services.check_ins import NEW
from desktop_app.ui.pages.today.feeling_words import FeelingWords
from desktop_app.ui.pages.today.which_check_in import WhichCheckIn
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.entries import CheckIn
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.check_in_choice import CheckInChoice
    from desktop_app.ui.pages.today.check_in_details import CheckInDetails
    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.chips import ChipRow
    from desktop_app.ui.widgets.energy_steps import EnergySteps
    from desktop_app.ui.widgets.note_field import NoteField

Value = TypeVar("Value")


class CheckInCard(Card):
    """Edits a check-in of the day shown, the latest one unless another is chosen.

    Signals:
        move_asked: the id of a check-in whose day or time the person wants to change.
        delete_asked: the id of a check-in that the person wants deleted.
        another_asked: the person wants to begin another one.
    """

    move_asked = Signal(int)
    delete_asked = Signal(int)
    another_asked = Signal()

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, _("How is today?"), parent=parent)
        self._services = services
        self._check_ins = services.check_ins
        self._messages = messages
        self._appearance = appearance
        self._today = self._day = services.days.today()
        self._words = FeelingWords(services, messages, self._on_feelings_changed)
        self._low = False
        self._first_run = False
        self._which = WhichCheckIn()
        self._shown: CheckIn | None = None
        self._note_shown = ""  # the words in the field that the journal has
        self._note_stored = ""  # the same as the journal writes them
        self.moods = MoodScale(appearance)
        self._details: CheckInDetails | None = None
        self._choice: CheckInChoice | None = None
        self.body.addWidget(self.moods)
        self.moods.mood_chosen.connect(self._on_mood)
        self.moods.mood_cleared.connect(self._on_mood)

    @property
    def details(self) -> CheckInDetails:
        """The rows below the mood; the first run does without them, and without their cost."""
        if self._details is None:
            from desktop_app.ui.pages.today.check_in_details import CheckInDetails

            self._details = made = CheckInDetails(self._appearance, self._words.quick)
            self.body.addWidget(made)
            made.energy.energy_chosen.connect(self._on_energy)
            made.energy.energy_cleared.connect(self._on_energy)
            made.feelings.choice_changed.connect(self._on_feelings_changed)
            self._words.attach(made.feelings)
            made.note.note_edited.connect(self._on_note_edited)
            made.note.left.connect(self._on_note_left)
            made.follow(self.moods)
        return self._details

    @property
    def choice(self) -> CheckInChoice:
        """Which check-in is edited; made with the day's first one."""
        if self._choice is None:
            from desktop_app.ui.pages.today.check_in_choice import CheckInChoice

            self._choice = made = CheckInChoice(self._appearance)
            made.chosen.connect(self.choose)
            made.another_asked.connect(self.another_asked)
            made.move_asked.connect(self._on_move_asked)
            made.delete_asked.connect(self._on_delete_asked)
            self.add_right(made)
            self._fit_choice()
        return self._choice

    @property
    def mood(self) -> int | None:
        """The mood of the check-in that is shown, 1 to 5."""
        return self._shown.mood if self._shown is not None else None

    @property
    def energy(self) -> EnergySteps:
        """The energy steps."""
        return self.details.energy

    @property
    def feelings(self) -> ChipRow:
        """The feeling words."""
        return self.details.feelings

    @property
    def note(self) -> NoteField:
        """The note."""
        return self.details.note

    def show_day(self, day: date, today: date, *, first_run: bool) -> None:
        """Show a check-in of a day; on the first run only the question of mood.

        Before another day is shown the note must be flushed; on the same day words that the
        journal has not yet taken stay in the field.
        """
        moved = day != self._day
        self._words.take_changes()
        if moved:
            self._words.show_few()
            self._which.latest()
        self._day, self._today = day, today
        self.set_title(_("How is today?") if day == today else _("How was this day?"))
        if first_run != self._first_run:
            self._first_run = first_run
            self._shape()
        self._show(moved=moved)

    def begin_another(self) -> None:
        """Begin another check-in, which is there once something is said in it."""
        known = self._check_ins.of_day(self._day)
        if known and self._messages.done(self.flush):
            self._which.begin(known)
            self._show(moved=True)

    def choose(self, identity: int) -> None:
        """Edit one of the day's check-ins."""
        if self._messages.done(self.flush):
            self._which.choose(identity)
            self._show(moved=True)

    def focus_check_in(self) -> None:
        """Bring the focus to what the check-in says first: its mood, else its note."""
        if self._shown is not None and self._shown.mood is None and self._shown.note:
            self.focus_note()
        else:
            self.moods.focus_mood()

    def choose_mood(self, mood: int) -> None:
        """Set the mood, 1 to 5."""
        self.moods.set_mood(mood)
        self._on_mood(mood)

    def choose_energy(self, energy: int) -> None:
        """Set the energy, 1 to 5."""
        self.details.show()
        self.energy.set_energy(energy)
        self._on_energy(energy)

    def focus_energy(self) -> None:
        """Bring the focus to the energy steps."""
        self.details.show()
        self.energy.focus_energy()

    def energy_has_focus(self) -> bool:
        """Return whether one of the energy steps has the focus."""
        focus = self.window().focusWidget()
        return focus is not None and self.energy.isAncestorOf(focus)

    def focus_feelings(self) -> None:
        """Bring the focus to the feeling words, with all of them in sight."""
        self.details.show()
        self._words.know_all()
        self.feelings.show_all(True)
        self.feelings.focus_first()

    def note_has_focus(self) -> bool:
        """Return whether the person is in the note."""
        return self._details is not None and self.note.hasFocus()

    def focus_note(self) -> None:
        """Bring the focus to the end of the note."""
        self.details.show()
        if not self.note.hasFocus():
            self.note.moveCursor(QTextCursor.MoveOperation.End)
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_low(self, low: bool) -> None:
        """Stand in fewer lines, for windows below 740 pixels of height."""
        if low != self._low:
            self._low = low
            self._shape()

    def flush(self) -> None:
        """Save what was typed into the note and not yet saved.

        Raises:
            UpswingError: the journal refuses it; it is still in the field.
        """
        if self._details is not None and self.note.text != self._note_shown:
            self._save_note(self.note.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the choice the room beside the title."""
        super().resizeEvent(event)
        self._fit_choice()

    def _show(self, *, moved: bool = False) -> None:
        check_ins = self._check_ins.of_day(self._day)
        self._shown = shown = self._which.pick(check_ins)
        self.moods.set_mood(shown.mood if shown else None)
        if shown is not None or not self._first_run or self._details is not None:
            self._show_details(shown, moved=moved)
            self.details.setVisible(not self._first_run)
        several = bool(check_ins) and not self._first_run
        if several:
            which = shown.id if shown is not None else NEW
            self.choice.show_check_ins(check_ins, which, is_today=self._day == self._today)
        if self._choice is not None:
            self._choice.setVisible(several)

    def _show_details(self, shown: CheckIn | None, *, moved: bool) -> None:
        self.energy.set_energy(shown.energy if shown else None)
        self._words.show_chosen(shown.feelings if shown else ())
        self._show_note(shown.note if shown else "", moved=moved)

    def _show_note(self, stored: str, *, moved: bool) -> None:
        unsaved = self.note.text != self._note_shown
        if moved or not (unsaved or stored == self._note_stored):
            self.note.set_text(stored)
            self._note_shown = stored
        self._note_stored = stored

    def _save_note(self, note: str) -> None:
        from desktop_app.domain.text import without_controls  # late: off the start

        # What nobody can see nor any file hold, such as a pasted form feed, must not stop it.
        self._check_ins.set_note(self._day, without_controls(note), self._which.which)
        self._note_shown = note

    def _fit_choice(self) -> None:
        if self._choice is not None:
            around = self._appearance.px(2 * tokens.CARD_PADDING + 8)
            self._choice.set_room(self.width() - self.title_label.sizeHint().width() - around)

    def _shape(self) -> None:
        if self._low:
            self.moods.set_form(FaceForm.LINE)
        else:
            self.moods.set_form(FaceForm.TALL if self._first_run else FaceForm.TILE)

    def _log(self, store: Callable[[date, Value, int | None], None], value: Value) -> None:
        """Store a choice; where it is refused, show again what the journal holds."""
        if not self._messages.done(lambda: store(self._day, value, self._which.which)):
            self._show()

    def _on_mood(self, mood: int | None = None) -> None:
        self._log(self._check_ins.set_mood, mood)

    def _on_energy(self, energy: int | None = None) -> None:
        self._log(self._check_ins.set_energy, energy)

    def _on_feelings_changed(self, words: tuple[str, ...]) -> None:
        self._log(self._check_ins.set_feelings, words)

    def _on_note_edited(self, note: str) -> None:
        self._messages.done(lambda: self._save_note(note))

    def _on_note_left(self) -> None:
        self._services.upkeep.seal_step()

    def _on_move_asked(self) -> None:
        if self._messages.done(self.flush) and self._shown is not None:  # an emptied one is gone
            self.move_asked.emit(self._shown.id)

    def _on_delete_asked(self) -> None:
        if self._shown is not None:
            self.delete_asked.emit(self._shown.id)
