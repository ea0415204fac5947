"""'What did you do?': a tile for each kind of activity, and the details of the last one logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.kinds import kind_label
from desktop_app.i18n import _
from desktop_app.ui.actions.book import LOG
from desktop_app.ui.widgets.activity_tile import ActivityTile
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import HintLabel, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.domain.entries import Activity
    from desktop_app.domain.kinds import ActivityKind
    from desktop_app.services.bundle import Services
    from desktop_app.services.settings import Settings
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.details import LastDetails
    from desktop_app.ui.theme import Appearance

_LEAST_TILE = 140
_WIDEST_NAME = 200  # beyond it a long name of one's own is cut


class ActivityCard(Card):
    """Logs one more or one less of each kind on the day shown.

    Signals:
        unfolded: the details of an activity were opened.
        folded: they were closed.
    """

    unfolded = Signal()
    folded = Signal()

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        self._hint = HintLabel(hint_words(services.settings), "small", "text2")
        super().__init__(appearance, _("What did you do?"), self._hint, parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._day: date = services.days.today()
        self._kinds: tuple[ActivityKind, ...] = ()
        self._tiles: dict[str, ActivityTile] = {}
        self._details: LastDetails | None = None
        self._columns = 0
        self._low = False
        self._grid = QGridLayout()
        self._grid.setSpacing(appearance.px(tokens.GAP_TILES))
        self.body.addLayout(self._grid)
        words = _("No kind of activity stands here. Settings bring them back.")
        self._empty = plain_label(words, tone="text2", wrap=True)
        self.body.addWidget(self._empty)
        self._make_tiles()

    @property
    def details(self) -> LastDetails:
        """What leads to the details of the last thing logged; made with the first of them."""
        if self._details is None:
            from desktop_app.ui.pages.today.details import LastDetails

            parts = (self._services, self._messages, self._appearance)
            self._details = LastDetails(*parts)
            self._details.unfolded.connect(self.unfolded)
            self._details.folded.connect(self.folded)
            self._details.line_shown.connect(self._hint.setHidden)
            self.add_right(self._details.line)
            self.body.addWidget(self._details.place)
        return self._details

    def show_day(self, day: date, today: date, activities: Sequence[Activity]) -> None:
        """Show how much of each kind a day holds."""
        moved = day != self._day
        self._day = day
        self.set_title(_("What did you do?") if day == today else _("What did you do that day?"))
        self._hint.setText(hint_words(self._services.settings))
        if self._services.activities.kinds() != self._kinds:
            self._make_tiles()
        amounts: dict[str, float] = {}
        timed = {kind.name for kind in self._kinds if kind.timed}
        for activity in activities:
            # What was logged while the kind was measured otherwise is in the day's entries only.
            done = activity.minutes or 0 if activity.kind in timed else activity.amount
            amounts[activity.kind] = amounts.get(activity.kind, 0) + done
        for name, tile in self._tiles.items():
            amount = round(amounts.get(name, 0))
            if tile.amount != amount:
                tile.set_amount(amount)
        if self._details is not None:
            if moved:
                self._details.forget()
            self._details.show_among(activities)

    def add_one(self, name: str) -> None:
        """Log one more of a kind, or 30 minutes more, and say so; details that stand open close."""
        day = self._day
        if self._details is not None and not self._details.fold():
            return
        kind = self._services.activities.kind(name)
        logged = self._messages.attempt(lambda: self._services.activities.add_one(name, day))
        if logged is not None:
            self.details.take(logged, self._services.activities.of_day(day))
            self._messages.say(_("{kind} added").format(kind=kind_label(kind)), undo=True)

    def unfold_details(self) -> None:
        """Open the details of the last thing logged on the day."""
        activities = self._services.activities.of_day(self._day)
        if not activities:
            self._messages.say(_("Nothing is logged on this day yet."))
            return
        self.details.unfold(activities)

    def close_details(self) -> bool:
        """Save and close details that stand open; return whether some did."""
        if self._details is None or not self._details.is_open:
            return False
        self._details.fold()
        return True

    def flush(self) -> None:
        """Save details that were typed and are not yet saved.

        Raises:
            UpswingError: the journal refuses them; they are still in their fields.
        """
        if self._details is not None:
            self._details.flush()

    def set_low(self, low: bool) -> None:
        """Let tiles stand as single lines, for windows below 740 pixels of height."""
        self._low = low
        for tile in self._tiles.values():
            tile.set_one_line(low)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many tiles into a row as fit."""
        super().resizeEvent(event)
        self._place()

    def _make_tiles(self) -> None:
        for tile in self._tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._kinds = self._services.activities.kinds()
        self._tiles = {}
        for kind in self._kinds:
            if not kind.on_today:
                continue
            tile = ActivityTile(
                self._appearance, kind.icon, kind_label(kind), kind.key, timed=kind.timed
            )
            tile.setProperty("kind_name", kind.name)
            tile.setProperty("action", f"{LOG}{kind.name}")
            tile.added.connect(self._on_added)
            tile.removed.connect(self._on_removed)
            tile.set_one_line(self._low)
            self._tiles[kind.name] = tile
        self._empty.setVisible(not self._tiles)
        self._columns = 0
        self._place()

    def _place(self) -> None:
        room = self.width() - 2 * self._appearance.px(tokens.CARD_PADDING)
        gap = self._appearance.px(tokens.GAP_TILES)
        names = max((tile.needed for tile in self._tiles.values()), default=0)
        least = max(self._appearance.px(_LEAST_TILE), min(names, self._appearance.px(_WIDEST_NAME)))
        columns = next((n for n in (4, 2) if n * (least + gap) - gap <= room), 1)
        columns = max(1, min(columns, len(self._tiles)))
        if columns == self._columns:
            return
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, index // columns, index % columns)
        self._columns = columns

    def _on_added(self) -> None:
        self.add_one(str(self.sender().property("kind_name")))

    def _on_removed(self) -> None:
        name = str(self.sender().property("kind_name"))
        day = self._day
        kind = self._services.activities.kind(name)
        if self._messages.attempt(lambda: self._services.activities.take_one(name, day)):
            self._messages.say(_("{kind} taken away").format(kind=kind_label(kind)), undo=True)


def hint_words(settings: Settings) -> str:
    """Return how one more is logged, as letters count now."""
    return {
        "off": _("Click to add one"),
        "alt": _("Click, or press Alt and a letter, to add one"),
    }.get(settings.get("letter_keys"), _("Click or press a letter to add one"))
