"""'How is today?': mood, energy, feeling words and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.mood import FEELING_GROUPS, MOST_FEELINGS, QUICK_FEELINGS
from desktop_app.i18n import _
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import ChipRow
from desktop_app.ui.widgets.energy_steps import EnergySteps
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale
from desktop_app.ui.widgets.note_field import NoteField

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


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
        self.moods = MoodScale(appearance)
        self.energy = EnergySteps(appearance)
        self.feelings = ChipRow(appearance, _labelled(QUICK_FEELINGS), limit=MOST_FEELINGS)
        self.feelings.expect_more()
        self.note = NoteField(appearance, _("Note"), key="T")
        self.body.addWidget(self.moods)
        self._more = QWidget()
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, appearance.px(4), 0, 0)
        grid.setVerticalSpacing(appearance.px(12))
        grid.setHorizontalSpacing(appearance.px(8))
        grid.setColumnMinimumWidth(0, appearance.px(64))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, (word, control, key) in enumerate(
            (
                (_("Energy"), self.energy, "E"),
                (_("Feelings"), self.feelings, "W"),
                (_("Note"), self.note, ""),
            )
        ):
            label = plain_label(word, "small", "text2")
            label.setMinimumHeight(appearance.px(36 if control is self.note else 28))
            grid.addWidget(label, row, 0, top)
            if key:
                grid.addWidget(control, row, 1)
                grid.addWidget(
                    KeyCap(appearance, key), row, 2, Qt.AlignmentFlag.AlignRight | middle
                )
            else:
                grid.addWidget(control, row, 1, 1, 2)
        self.body.addWidget(self._more)
        self.moods.mood_chosen.connect(self._on_mood_chosen)
        self.moods.mood_cleared.connect(self._on_mood_cleared)
        self.energy.energy_chosen.connect(self._on_energy_chosen)
        self.energy.energy_cleared.connect(self._on_energy_cleared)
        self.feelings.choice_changed.connect(self._on_feelings_changed)
        self.feelings.refused.connect(messages.say)
        self.feelings.more_asked.connect(self.know_all_words)
        self.note.note_edited.connect(self._on_note_edited)
        self.note.left.connect(self._on_note_left)

    def show_day(self, day: date, today: date, *, first_run: bool) -> None:
        """Show the latest check-in of a day; on the first run only the question of mood."""
        if day != self._day:
            self.note.flush()
        self._day = day
        self.set_title(_("How is today?") if day == today else _("How was this day?"))
        latest = self._services.check_ins.latest(day)
        self.moods.set_mood(latest.mood if latest else None)
        self.energy.set_energy(latest.energy if latest else None)
        if latest and not self._words_known and set(latest.feelings) - set(QUICK_FEELINGS):
            self.know_all_words()
        self.feelings.set_chosen(latest.feelings if latest else ())
        self.note.set_text(latest.note if latest else "")
        if first_run != self._first_run:
            self._first_run = first_run
            self._shape()
        self._more.setVisible(not first_run)

    def choose_mood(self, mood: int) -> None:
        """Set the day's mood, 1 to 5."""
        self.moods.set_mood(mood)
        self._on_mood_chosen(mood)

    def choose_energy(self, energy: int) -> None:
        """Set the day's energy, 1 to 5."""
        self._more.show()
        self.energy.set_energy(energy)
        self._on_energy_chosen(energy)

    def focus_energy(self) -> None:
        """Bring the focus to the energy steps."""
        self._more.show()
        self.energy.focus_energy()

    def focus_feelings(self) -> None:
        """Bring the focus to the feeling words, with all of them in sight."""
        self._more.show()
        self.know_all_words()
        self.feelings.show_all(True)
        self.feelings.focus_first()

    def focus_note(self) -> None:
        """Bring the focus to the note."""
        self._more.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_low(self, low: bool) -> None:
        """Stand in fewer lines, for windows below 740 pixels of height."""
        if low != self._low:
            self._low = low
            self._shape()

    def flush(self) -> None:
        """Save what was typed into the note and not yet saved."""
        self.note.flush()

    def know_all_words(self) -> None:
        """Give the feeling words their full list, the person's own included."""
        if self._words_known:
            return
        self._words_known = True
        every = [word for group in FEELING_GROUPS for word in group]
        own = [word for word in self._services.check_ins.known_feelings() if word not in every]
        self.feelings.set_words(_labelled(QUICK_FEELINGS), _labelled((*every, *own)))

    def _shape(self) -> None:
        if self._low:
            self.moods.set_form(FaceForm.LINE)
        else:
            self.moods.set_form(FaceForm.TALL if self._first_run else FaceForm.TILE)

    def _on_mood_chosen(self, mood: int) -> None:
        self._messages.attempt(lambda: self._services.check_ins.set_mood(self._day, mood))

    def _on_mood_cleared(self) -> None:
        self._messages.attempt(lambda: self._services.check_ins.set_mood(self._day, None))

    def _on_energy_chosen(self, energy: int) -> None:
        self._messages.attempt(lambda: self._services.check_ins.set_energy(self._day, energy))

    def _on_energy_cleared(self) -> None:
        self._messages.attempt(lambda: self._services.check_ins.set_energy(self._day, None))

    def _on_feelings_changed(self, words: tuple[str, ...]) -> None:
        self._messages.attempt(lambda: self._services.check_ins.set_feelings(self._day, words))

    def _on_note_edited(self, note: str) -> None:
        self._messages.attempt(lambda: self._services.check_ins.set_note(self._day, note))

    def _on_note_left(self) -> None:
        self._services.upkeep.seal_step()


def _labelled(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(word, word) for word in words]
