"""The mapping of any table: which column is what, what the status says, and how it comes in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.transfer.days import ORDERS
from desktop_app.transfer.mapping import Mapping, Target
from desktop_app.ui.sheets.import_columns import ColumnsCard
from desktop_app.ui.sheets.import_frame import GUTTER
from desktop_app.ui.sheets.import_how import HowLine
from desktop_app.ui.sheets.import_meanings import MeaningsCard
from desktop_app.ui.sheets.import_questions import Question, alike_question, order_question
from desktop_app.ui.sheets.import_rows import first_rows
from desktop_app.ui.sheets.import_rows_view import RowsView
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop_app.services.importing import ImportPreview
    from desktop_app.transfer.looking import Look
    from desktop_app.transfer.survey import Survey
    from desktop_app.ui.theme import Appearance

_BESIDE, _EXAMPLES = 760, 460
_PINNED, _TALL = 400, 520
_FEW_ROWS, _ROWS = 2, 4


class MappingFace(QWidget):
    """Everything that turns the rows of a table into applications, and the first of them.

    Signals:
        mapping_changed: the Mapping that the person has made now.
        told: the counts, or what hinders, where they are out of sight; else "".
        how_chosen: the How by which the person wants the file read.
    """

    mapping_changed = Signal(object)
    how_chosen = Signal(object)
    told = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._survey: Survey | None = None
        self._mapping = Mapping()
        self._alike_rows = 0
        self._order: Question | None = None
        self._alike: Question | None = None
        self.how = HowLine(appearance)
        self.columns = ColumnsCard(appearance)
        self.meanings = MeaningsCard(appearance)
        self.preview = RowsView(appearance)
        self._lay_out()
        self.how.how_chosen.connect(self.how_chosen)
        self.columns.columns_chosen.connect(self._on_changed)
        self.meanings.meaning_chosen.connect(self._on_changed)

    @property
    def mapping(self) -> Mapping:
        """The mapping as it stands."""
        return self._mapping

    @property
    def order_question(self) -> Question | None:
        """The question whether the day stands first, if it is asked."""
        return self._order

    @property
    def alike_question(self) -> Question | None:
        """The question about rows that tell of the same application, if it is asked."""
        return self._alike

    def show_look(self, look: Look, *, again: bool = False) -> None:
        """Show a table and its mapping.

        Args:
            look: the file as it was found.
            again: whether it is the same file, read otherwise.
        """
        mapping = look.mapping
        self._survey = look.survey
        if not again:
            self.how.fold_up()
        self._alike_rows = 0
        self._cut.setText(look.survey.table.cut)
        self._cut_frame.setVisible(bool(look.survey.table.cut))
        self.how.show_table(look.survey.table)
        self.meanings.forget()
        self.columns.show_mapping(look.survey, mapping)
        self._take(mapping)

    def show_result(self, preview: ImportPreview, alike_rows: int) -> None:
        """Show what all rows bring."""
        self._alike_rows = alike_rows
        self._ask()
        self.preview.show_result(preview)
        if self._survey is not None and self._survey.table.cut:
            self.preview.words.setText(_("Only the first part was read."))
        self._tell()

    def show_words(self, words: str) -> None:
        """Say what hinders, or what is being done, in place of the counts."""
        self.preview.words.setText(words)
        self._tell()

    def focus_first(self) -> None:
        """Give the focus to what has to be answered, else to the first choice."""
        if self._order is not None and self._mapping.order is None:
            self._order.answers.focus_first()
        else:
            self.columns.box(Target.EMPLOYER).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other, and let the rows scroll with them, in a small sheet."""
        super().resizeEvent(event)
        px = self._appearance.px
        beside = self.width() >= px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(across if beside else down)
        wide = self.width() / 2 if beside else self.width()
        self.columns.set_examples_shown(wide >= px(_EXAMPLES))
        pinned = self.height() >= px(_PINNED)
        if pinned and not self._pinned:
            self._above.addWidget(self.how)
            self._below.addWidget(self.preview)
        elif not pinned and self._pinned:
            self._inner.insertWidget(0, self.how)
            self._inner.insertWidget(self._inner.count() - 1, self.preview)
        self.preview.set_rows(_FEW_ROWS if self.height() < px(_TALL) else _ROWS)
        self._tell()

    @property
    def _pinned(self) -> bool:
        """Whether the rows stand below what scrolls, always in sight."""
        return self.preview.parentWidget() is self

    def _tell(self) -> None:
        self.told.emit("" if self._pinned else self.preview.words.text())

    def _lay_out(self) -> None:
        px = self._appearance.px
        self._cut = WrappingLabel(self._appearance, "", tokens.BODY)
        self._cut_frame = QFrame()
        self._cut_frame.setProperty("role", "slate")
        cut = QHBoxLayout(self._cut_frame)
        cut.setContentsMargins(px(16), px(10), px(16), px(10))
        cut.addWidget(self._cut)
        self._inside = QWidget()
        self._inner = QVBoxLayout(self._inside)
        self._inner.setContentsMargins(0, 0, px(GUTTER), 0)
        self._inner.setSpacing(px(12))
        self._inner.addWidget(self._cut_frame)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(px(tokens.GAP_ROWS))
        self._cards.addWidget(self.columns, 1)
        self._cards.addWidget(self.meanings, 1)
        self._inner.addLayout(self._cards)
        self._inner.addStretch(1)
        holder = QWidget()
        scrolling(holder, self._inside)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        for lines, widget in ((self._above, self.how), (self._below, self.preview)):
            lines.setContentsMargins(0, 0, px(GUTTER), 0)
            lines.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(12))
        outer.addLayout(self._above)
        outer.addWidget(holder, 1)
        outer.addLayout(self._below)

    def _take(self, mapping: Mapping) -> None:
        """Show everything that follows from a mapping, and tell of it."""
        survey = self._survey
        if survey is None:
            return
        self.meanings.show_mapping(survey, mapping)
        self._mapping = replace(mapping, meanings=self.meanings.meanings)
        self.columns.refresh(self._mapping)
        self._ask()
        self.preview.show_rows(first_rows(survey, self._mapping))
        self.mapping_changed.emit(self._mapping)

    def _ask(self) -> None:
        """Ask what only the person can say; a question that stands already stays."""
        if self._survey is None:
            return
        order = order_question(self._appearance, self._survey, self._mapping)
        self._order = self._put(self._order, order, self._on_order_said)
        alike = alike_question(self._appearance, self._alike_rows, once=self._mapping.once)
        self._alike = self._put(self._alike, alike, self._on_alike_said, after=self._order)

    def _put(
        self,
        former: Question | None,
        wanted: Question | None,
        said: Callable[[str], None],
        after: QWidget | None = None,
    ) -> Question | None:
        if former is not None and wanted is not None and former.sentence == wanted.sentence:
            wanted.deleteLater()
            return former
        if former is not None:
            former.hide()
            former.deleteLater()
        if wanted is not None:
            wanted.answered.connect(said)
            self._inner.insertWidget(self._inner.indexOf(after or self._cut_frame) + 1, wanted)
        return wanted

    def _on_changed(self) -> None:
        self._take(
            replace(
                self._mapping,
                columns=self.columns.columns,
                meanings=self.meanings.meanings,
                keep_rest=self.columns.keep_rest,
            )
        )

    def _on_order_said(self, answer: str) -> None:
        order = next(one for one in ORDERS if one == answer)
        self._take(replace(self._mapping, order=order))

    def _on_alike_said(self, answer: str) -> None:
        self._take(replace(self._mapping, once=answer == "once"))
