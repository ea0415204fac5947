"""Which column is what: a choice of the file's columns for each thing an application has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QWidget

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _, short_day
from desktop_app.transfer.days import written_day
from desktop_app.transfer.mapping import DAYS, Mapping, Target, target_label
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.scroll_page import bring_into_sight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.transfer.survey import Survey
    from desktop_app.ui.theme import Appearance

ALWAYS = (Target.EMPLOYER, Target.POSITION, Target.DAY, Target.STATUS, Target.ANSWERED)
_LETTERS = 12
_MOST_VISIBLE = 14


class ColumnBox(ChoiceBox):
    """A choice box that shrinks, and whose choices can be replaced."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__((), name, parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.setMaxVisibleItems(_MOST_VISIBLE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer other choices, of which one is chosen, without telling anybody."""
        blocked = self.blockSignals(True)
        self.clear()
        for one, label in choices:
            self.addItem(label, one)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(blocked)


class ColumnsCard(Card):
    """The choices, each with what stands in its column; those seldom needed are folded away.

    Signals:
        columns_chosen: the person chose a column, or whether the rest goes into the note.
    """

    columns_chosen = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Columns"), parent=parent)
        self._survey: Survey | None = None
        self._rows = {target: _Line(target) for target in Target}
        self._all = False
        px = appearance.px
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(2, 3)
        for place, line in enumerate(self._rows.values()):
            for column, widget in enumerate((line.label, line.box, line.example)):
                self._grid.addWidget(widget, place, column)
            line.box.choice_made.connect(self._on_chosen)
        self._more = Button(appearance, _("More columns"), "link", icon="chevron-down")
        self._more.clicked.connect(self._on_more)
        self._rest = QCheckBox(_("Keep the columns left out in the note"))
        self._rest.toggled.connect(self._on_rest_toggled)
        self._left_out = ElidedLabel("", "small", "text3")
        self.body.setSpacing(px(8))
        self.body.addLayout(self._grid)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._rest)
        self.body.addWidget(self._left_out)
        self.body.addStretch(1)

    def show_mapping(self, survey: Survey, mapping: Mapping) -> None:
        """Offer a table's columns, with those chosen that a mapping has."""
        self._survey = survey
        choices = [("", _("None")), *((name, survey.title(name)) for name in survey.table.names)]
        for target, line in self._rows.items():
            line.box.set_choices(choices, mapping.columns.get(target, ""))
        blocked = self._rest.blockSignals(True)
        self._rest.setChecked(mapping.keep_rest)
        self._rest.blockSignals(blocked)
        self._all = False
        self.refresh(mapping)

    def refresh(self, mapping: Mapping) -> None:
        """Show beside each choice what stands in its column, as it will be read."""
        if self._survey is None:
            return
        for target, line in self._rows.items():
            shown = self._all or target in ALWAYS or bool(line.box.choice)
            for widget in (line.label, line.box, line.example):
                widget.setVisible(shown)
            line.example.setText(_example(self._survey, mapping, target, line.box.choice))
        self._more.setVisible(any(line.box.isHidden() for line in self._rows.values()))
        used = {line.box.choice for line in self._rows.values()}
        rest = [self._survey.title(name) for name in self._survey.table.names if name not in used]
        self._rest.setVisible(bool(rest))
        self._left_out.setVisible(bool(rest))
        self._left_out.setText(_("Left out: {columns}").format(columns=", ".join(rest)))

    @property
    def columns(self) -> dict[Target, str]:
        """The column chosen for each target that has one."""
        chosen = ((target, line.box.choice) for target, line in self._rows.items())
        return {target: name for target, name in chosen if name}

    @property
    def keep_rest(self) -> bool:
        """Whether the other columns go into the note."""
        return self._rest.isChecked()

    def box(self, target: Target) -> ColumnBox:
        """Return the box of a target."""
        return self._rows[target].box

    def set_examples_shown(self, shown: bool) -> None:
        """Leave out what stands in the columns where there is no room beside the boxes."""
        self._grid.setColumnStretch(2, 3 if shown else 0)
        for line in self._rows.values():
            line.example.setMaximumWidth(16_777_215 if shown else 0)

    def _on_chosen(self, key: str) -> None:
        """Take a column from where it was chosen before; it can be only one thing."""
        for line in self._rows.values():
            if key and line.box is not self.sender() and line.box.choice == key:
                line.box.set_choice("")
        self.columns_chosen.emit()

    def _on_rest_toggled(self, _on: bool) -> None:
        self.columns_chosen.emit()

    def _on_more(self) -> None:
        first = next(line.box for line in self._rows.values() if line.box.isHidden())
        self._all = True
        for line in self._rows.values():
            for widget in (line.label, line.box, line.example):
                widget.show()
        self._more.hide()
        first.setFocus()
        QTimer.singleShot(0, lambda: bring_into_sight(first))


class _Line:
    """One target: its name, the box, and what stands in the chosen column."""

    def __init__(self, target: Target) -> None:
        words = target_label(target)
        self.box = ColumnBox(_("{target}, column").format(target=words))
        self.label = plain_label(words, tone="text2")
        self.label.setBuddy(self.box)
        self.example = ElidedLabel("", "small", "text3")


def _example(survey: Survey, mapping: Mapping, target: Target, name: str) -> str:
    """Return the first words of a column; of a day also how it is read."""
    if not name:
        return ""
    texts = survey.examples(name)
    if target in DAYS and texts:
        try:
            day = written_day(texts[0], survey.order(name, mapping))
        except InvalidInput:
            return texts[0]
        return f"{short_day(day)} {day.year}"
    return " · ".join(texts)
