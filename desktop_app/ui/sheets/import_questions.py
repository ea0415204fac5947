"""What only the person can say of a file: one quiet line each, with its answers as chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, month_name, ngettext
from desktop_app.transfer.days import choices_of
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.survey import Survey
    from desktop_app.ui.theme import Appearance

_LEAST_WORDS = 300
_MARK = 18  # what a chip grows by when it is chosen


class Question(QFrame):
    """A sentence with a few answers, of which none is chosen beforehand unless one holds.

    Signals:
        answered: the key of the answer.
    """

    answered = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        sentence: str,
        answers: Sequence[tuple[str, str]],
        chosen: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.sentence = sentence
        self.setProperty("role", "notice")
        px = appearance.px
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(16), px(10), px(12), px(10))
        self._row.setSpacing(px(12))
        self.answers = ChoiceRow(appearance, answers, sentence)
        self.answers.set_choice(chosen)
        self.answers.choice_made.connect(self.answered)
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(WrappingLabel(appearance, sentence, tokens.BODY))
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below the sentence where there is no room beside it."""
        super().resizeEvent(event)
        needed = self.answers.sizeHint().width() + self._appearance.px(_MARK)
        beside = self.width() - needed >= self._appearance.px(_LEAST_WORDS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self.answers.setMinimumWidth(needed if beside else 0)


def order_question(appearance: Appearance, survey: Survey, mapping: Mapping) -> Question | None:
    """Return the question whether the day stands first, None where the file decides it."""
    name = survey.asks_order(mapping)
    if name is None:
        return None
    forms = survey.forms(name)
    days = choices_of(forms.example)
    answers = [(order, _in_words(days[order])) for order in forms.orders if order in days]
    sentence = _("{text} in “{column}”: {days}?").format(
        text=forms.example,
        column=survey.title(name),
        days=_(" or ").join(words for _order, words in answers),
    )
    return Question(appearance, sentence, answers, mapping.order)


def alike_question(appearance: Appearance, rows: int, *, once: bool) -> Question | None:
    """Return the question about rows that tell of the same application, None without any."""
    if not rows:
        return None
    sentence = ngettext(
        "{n} row tells of the same application.",
        "{n} rows tell of the same application.",
        rows,
    ).format(n=rows)
    answers = [("once", _("Keep once")), ("each", _("Keep both"))]
    return Question(appearance, sentence, answers, "once" if once else "each")


def _in_words(day: date) -> str:
    return _("{day} {month}").format(day=day.day, month=month_name(day.month))
