"""'How is today?': mood, energy, feeling words and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop_app.domain.mood import FEELING_GROUPS, QUICK_FEELINGS
from desktop_app.i18n import _
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.entries import CheckIn
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.check_in_details import CheckInDetails
    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.chips import ChipRow
    from desktop_app.ui.widgets.energy_steps import EnergySteps
    from desktop_app.ui.widgets.note_field import NoteField


class CheckInCard(Card):
    """Edits the latest check-in of the day shown."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, _("How is today?"), parent=parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._day: date = services.days.today()
        self._words_known = False
        self._low = False
        self._first_run = False
        self._note_shown = ""  # the words in the field that the journal has
        self._note_stored = ""  # the same as the journal writes them
        self.moods = MoodScale(appearance)
        self._details: CheckInDetails | None = None
        self.body.addWidget(self.moods)
        self.moods.mood_chosen.connect(self._on_mood_chosen)
        self.moods.mood_cleared.connect(self._on_mood_cleared)

    @property
    def details(self) -> CheckInDetails:
        """The rows below the mood; the first run does without them, and without their cost."""
        if self._details is None:
            from desktop_app.ui.pages.today.check_in_details import CheckInDetails

            self._details = made = CheckInDetails(self._appearance)
            self.body.addWidget(made)
            made.energy.energy_chosen.connect(self._on_energy_chosen)
            made.energy.energy_cleared.connect(self._on_energy_cleared)
            made.feelings.choice_changed.connect(self._on_feelings_changed)
            made.feelings.refused.connect(self._messages.say)
            made.feelings.more_asked.connect(self.know_all_words)
            made.note.note_edited.connect(self._on_note_edited)
            made.note.left.connect(self._on_note_left)
            made.follow(self.moods)
        return self._details

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
        """Show the latest check-in of a day; on the first run only the question of mood.

        Before another day is shown the note must be flushed; on the same day words that the
        journal has not yet taken stay in the field.
        """
        moved = day != self._day
        if moved and self._words_known:
            self.feelings.show_all(False)
        self._day = day
        self.set_title(_("How is today?") if day == today else _("How was this day?"))
        latest = self._services.check_ins.latest(day)
        self.moods.set_mood(latest.mood if latest else None)
        if latest is not None or not first_run or self._details is not None:
            self._show_details(latest, moved=moved)
            self.details.setVisible(not first_run)
        if first_run != self._first_run:
            self._first_run = first_run
            self._shape()

    def choose_mood(self, mood: int) -> None:
        """Set the day's mood, 1 to 5."""
        self.moods.set_mood(mood)
        self._on_mood_chosen(mood)

    def choose_energy(self, energy: int) -> None:
        """Set the day's energy, 1 to 5."""
        self.details.show()
        self.energy.set_energy(energy)
        self._on_energy_chosen(energy)

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
        self.know_all_words()
        self.feelings.show_all(True)
        self.feelings.focus_first()

    def note_has_focus(self) -> bool:
        """Return whether the person is in the note."""
        return self._details is not None and self.note.hasFocus()

    def focus_note(self) -> None:
        """Bring the focus to the note."""
        self.details.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_on(self, text: str) -> str:
        """Go on in the note with words written beside it; return what stood there before."""
        self.focus_note()
        before = self.note.text
        self.note.moveCursor(QTextCursor.MoveOperation.End)
        self.note.insertPlainText(text if not before or before[-1].isspace() else f" {text}")
        return before

    def write_back(self, before: str) -> None:
        """Let the note be what it was, and leave it."""
        self.note.setPlainText(before)
        self.note.clearFocus()

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

    def know_all_words(self) -> None:
        """Give the feeling words their full list, the person's own included."""
        if self._words_known:
            return
        self._words_known = True
        every = [word for group in FEELING_GROUPS for word in group]
        own = [word for word in self._services.check_ins.known_feelings() if word not in every]
        from desktop_app.ui.pages.today.check_in_details import labelled

        self.feelings.set_words(labelled(QUICK_FEELINGS), labelled((*every, *own)))

    def _show_details(self, latest: CheckIn | None, *, moved: bool) -> None:
        self.energy.set_energy(latest.energy if latest else None)
        if latest and not self._words_known and set(latest.feelings) - set(QUICK_FEELINGS):
            self.know_all_words()
        self.feelings.set_chosen(latest.feelings if latest else ())
        self._show_note(latest.note if latest else "", moved=moved)

    def _show_note(self, stored: str, *, moved: bool) -> None:
        unsaved = self.note.text != self._note_shown
        if moved or not (unsaved or stored == self._note_stored):
            self.note.set_text(stored)
            self._note_shown = stored
        self._note_stored = stored

    def _save_note(self, note: str) -> None:
        from desktop_app.domain.text import without_controls  # late: off the start

        # What nobody can see nor any file hold, such as a pasted form feed, must not stop it.
        self._services.check_ins.set_note(self._day, without_controls(note))
        self._note_shown = note

    def _shape(self) -> None:
        if self._low:
            self.moods.set_form(FaceForm.LINE)
        else:
            self.moods.set_form(FaceForm.TALL if self._first_run else FaceForm.TILE)

    def _log(self, action: Callable[[], None]) -> None:
        """Log a choice; where it is refused, show again what the journal holds."""
        if not self._messages.done(action):
            latest = self._services.check_ins.latest(self._day)
            self.moods.set_mood(latest.mood if latest else None)
            self._show_details(latest, moved=False)

    def _on_mood_chosen(self, mood: int) -> None:
        self._log(lambda: self._services.check_ins.set_mood(self._day, mood))

    def _on_mood_cleared(self) -> None:
        self._log(lambda: self._services.check_ins.set_mood(self._day, None))

    def _on_energy_chosen(self, energy: int) -> None:
        self._log(lambda: self._services.check_ins.set_energy(self._day, energy))

    def _on_energy_cleared(self) -> None:
        self._log(lambda: self._services.check_ins.set_energy(self._day, None))

    def _on_feelings_changed(self, words: tuple[str, ...]) -> None:
        self._log(lambda: self._services.check_ins.set_feelings(self._day, words))

    def _on_note_edited(self, note: str) -> None:
        self._messages.done(lambda: self._save_note(note))

    def _on_note_left(self) -> None:
        self._services.upkeep.seal_step()
