"""The mood scale: five faces from Hard to Great, as tiles, as one line each, or as discs."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.domain.mood import MOODS, mood_word
from desktop_app.i18n import _
from desktop_app.ui.widgets.faces import paint_face
from desktop_app.ui.widgets.painted import PaintedButton, Roving
from desktop_app.ui.widgets.painting import (
    CENTRE,
    LEFT,
    key_cap_size,
    paint_box,
    paint_key_cap,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


class FaceForm(Enum):
    """How the faces stand: tiles, tall tiles (an empty day), one line each, or small discs."""

    TILE = (88, 39)
    TALL = (112, 46)
    LINE = (40, 24)
    DISC = (72, 32)

    @property
    def height(self) -> int:
        """The height of a tile at usual text size."""
        return self.value[0]

    @property
    def face(self) -> int:
        """The diameter of a face at usual text size."""
        return self.value[1]


class MoodScale(Roving):
    """Five faces of which at most one is chosen.

    Signals:
        mood_chosen: the person chose a mood, 1 to 5.
        mood_cleared: the person chose the chosen one again.
    """

    mood_chosen = Signal(int)
    mood_cleared = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        form: FaceForm = FaceForm.TILE,
        *,
        key_caps: bool = True,
    ) -> None:
        super().__init__(appearance, parent)
        self._mood: int | None = None
        self._digits = not key_caps  # with caps the page takes the digits, wherever the focus is
        self._tiles = [_Face(appearance, mood, form, key_cap=key_caps) for mood in MOODS]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(4 if form is FaceForm.DISC else tokens.GAP_TILES))
        for tile in self._tiles:
            row.addWidget(tile, 1)
            tile.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_members(list(self._tiles))

    @property
    def mood(self) -> int | None:
        """The chosen mood, 1 to 5."""
        return self._mood

    def set_mood(self, mood: int | None) -> None:
        """Show a mood without telling anybody."""
        self._mood = mood
        for tile in self._tiles:
            tile.setChecked(tile.mood == mood)
        self.rest_on(None if mood is None else self._tiles[mood - 1])

    def set_form(self, form: FaceForm) -> None:
        """Stand in another form, such as one line each in a low window."""
        for tile in self._tiles:
            tile.set_form(form)

    def take_key(self, member: PaintedButton, key: int) -> bool:
        """Take 1 to 5 as well as the arrows, for a row within a form."""
        if not self._digits or not Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            return super().take_key(member, key)
        tile = self._tiles[key - Qt.Key.Key_1]
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        if tile.mood != self._mood:
            tile.click()
        return True

    def focus_mood(self) -> None:
        """Give the focus to the chosen face, else to the first."""
        self._tiles[(self._mood or 1) - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        tile = self.sender()
        if not isinstance(tile, _Face):
            return
        if tile.mood == self._mood:
            self.set_mood(None)
            self.mood_cleared.emit()
        else:
            self.set_mood(tile.mood)
            self.mood_chosen.emit(tile.mood)


class _Face(PaintedButton):
    def __init__(self, appearance: Appearance, mood: int, form: FaceForm, *, key_cap: bool) -> None:
        word = mood_word(mood)
        super().__init__(appearance, _("Mood, {word}, {n} of 5").format(word=word, n=mood))
        self.mood = mood
        self._word = word
        self._form = form
        self._key = str(mood) if key_cap else ""
        self.setProperty("action", f"mood:{mood}" if key_cap else "")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_form(self, form: FaceForm) -> None:
        self._form = form
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        self._key = key
        self.update()

    def sizeHint(self) -> QSize:
        wide = 56 if self._form is FaceForm.DISC else 120
        return QSize(self.appearance.px(wide), self.appearance.px(self._form.height))

    def minimumSizeHint(self) -> QSize:
        narrow = {FaceForm.DISC: 44, FaceForm.LINE: 60}.get(self._form, 64)
        return QSize(self.appearance.px(narrow), self.appearance.px(self._form.height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        if self._form is FaceForm.DISC:
            self._paint_disc(painter)
            return
        self._paint_frame(painter)
        if self._form is FaceForm.LINE:
            self._paint_line(painter)
        else:
            self._paint_tile(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self.appearance.theme
        box = QRectF(self.rect())
        colours = theme.mood(self.mood)
        if self.isChecked():
            paint_box(painter, box, tokens.RADIUS_TILE, colours.tint, colours.edge, 2)
        else:
            fill = theme.surface2 if self.hovered else theme.surface
            edge = theme.border_strong if self.hovered else theme.border
            paint_box(painter, box, tokens.RADIUS_TILE, fill, edge)
        if self.ringed:
            inner = box.adjusted(3, 3, -3, -3) if self.isChecked() else box
            paint_box(painter, inner, tokens.RADIUS_TILE - 2, None, theme.accent, 2)

    def _paint_tile(self, painter: QPainter) -> None:
        px = self.appearance.px
        face = px(self._form.face)
        word_line = px(tokens.BODY.line)
        gap = px(5 if self._form is FaceForm.TILE else 10)
        top = (self.height() - face - gap - word_line) / 2 + px(1)
        middle = self.width() / 2
        paint_face(
            painter, QRectF(middle - face / 2, top, face, face), self.mood, self.appearance.theme
        )
        words = QRectF(4, top + face + gap, self.width() - 8, word_line)
        self._paint_word(painter, words, CENTRE)
        self._paint_cap(painter, px(8))

    def _paint_line(self, painter: QPainter) -> None:
        px = self.appearance.px
        face, edge = px(self._form.face), px(8)
        left = edge + face + px(6)
        cap = key_cap_size(self.appearance, self._key or "1")
        room = self.width() - left - px(4)
        beside = room - cap.width() - px(8)
        font = self.appearance.font(tokens.BODY, 600)
        wide = max(words_width(mood_word(mood), font) for mood in MOODS)  # all five stand alike
        if wide > room:
            self._paint_narrow(painter)
            return
        place = QRectF(edge, (self.height() - face) / 2, face, face)
        paint_face(painter, place, self.mood, self.appearance.theme)
        if wide > beside:  # the word matters more than its key
            self._paint_word(painter, QRectF(left, 0, room, self.height()), LEFT)
            return
        self._paint_word(painter, QRectF(left, 0, beside, self.height()), LEFT)
        self._paint_cap(painter, (self.height() - cap.height()) / 2)

    def _paint_narrow(self, painter: QPainter) -> None:
        """Paint the word below a smaller face, for large text in a narrow window."""
        px = self.appearance.px
        face, line = px(19), px(tokens.CAPTION.line)
        place = QRectF((self.width() - face) / 2, px(2), face, face)
        paint_face(painter, place, self.mood, self.appearance.theme)
        font = self.appearance.font(tokens.CAPTION, 600 if self.isChecked() else 400)
        theme = self.appearance.theme
        colour = theme.text if self.isChecked() else theme.text2
        words = QRectF(2, place.bottom() + px(1), self.width() - 4, line)
        paint_words(painter, words, self._word, font, colour, CENTRE)

    def _paint_cap(self, painter: QPainter, top: float) -> None:
        if self._key:
            cap = key_cap_size(self.appearance, self._key)
            left = self.width() - cap.width() - self.appearance.px(8)
            place = QRectF(left, top, cap.width(), cap.height())
            paint_key_cap(painter, self.appearance, place, self._key)

    def _paint_disc(self, painter: QPainter) -> None:
        px, theme = self.appearance.px, self.appearance.theme
        face, ring = px(self._form.face), px(46)
        middle = self.width() / 2
        around = QRectF(middle - ring / 2, 0, ring, ring)
        colours = theme.mood(self.mood)
        if self.isChecked():
            paint_box(painter, around, ring / 2, colours.tint, colours.edge, 2)
        elif self.hovered:
            paint_box(painter, around, ring / 2, theme.surface2, theme.border)
        if self.ringed:
            inner = around.adjusted(3, 3, -3, -3) if self.isChecked() else around
            paint_box(painter, inner, inner.width() / 2, None, theme.accent, 2)
        place = QRectF(middle - face / 2, (ring - face) / 2, face, face)
        paint_face(painter, place, self.mood, theme)
        words = QRectF(0, ring + px(3), self.width(), px(20))
        self._paint_word(painter, words, CENTRE, small=True)

    def _paint_word(
        self, painter: QPainter, rect: QRectF, align: Qt.AlignmentFlag, *, small: bool = False
    ) -> None:
        theme = self.appearance.theme
        weight = 600 if self.isChecked() else 400
        font = self.appearance.font(tokens.CAPTION if small else tokens.BODY, weight)
        word = f"{self.mood} {self._word}" if small else self._word
        colour = theme.text if self.isChecked() else theme.text2
        paint_words(painter, rect, word, font, colour, align)
