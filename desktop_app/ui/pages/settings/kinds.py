"""The kinds of activity in their order, own ones added, retired ones brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.kinds import kind_label
from desktop_app.i18n import _
from desktop_app.ui.pages.settings.kind_row import KindRow, worth_words
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.kinds import ActivityKind


class KindsSection(Section):
    """A row for each kind; the one that is moved keeps the focus."""

    def __init__(self, parts: Parts) -> None:
        self.new = Button(parts.appearance, _("Add a kind…"), icon="plus", small=True)
        super().__init__(parts, _("Kinds of activity"), self.new)
        hint = plain_label(
            _(
                "What you can log on Today, in this order. Points hold for what you log from now"
                " on; what is logged keeps its own."
            ),
            "small",
            "text2",
            wrap=True,
        )
        head = QHBoxLayout()
        head.setSpacing(parts.appearance.px(16))
        head.addWidget(hint, 1)
        on_today = plain_label(_("On Today"), "caption", "text2")
        on_today.setContentsMargins(0, 0, parts.appearance.px(36), 0)
        head.addWidget(on_today, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        self.kind_rows: dict[str, KindRow] = {}
        self._retired: dict[str, SettingRow] = {}
        self._retired_head = plain_label(_("Retired"), "small", "text2", strong=True)
        self.body.addWidget(self._retired_head)
        self.new.clicked.connect(self._on_new)

    def refresh(self) -> None:
        """Show the kinds there are; rows that stay keep the focus."""
        kinds = self.parts.services.kinds
        offered, retired = kinds.offered(), kinds.retired()
        for name in self.kind_rows.keys() - {kind.name for kind in offered}:
            self._drop(self.kind_rows.pop(name))
        for name in self._retired.keys() - {kind.name for kind in retired}:
            self._drop(self._retired.pop(name))
        for kind in offered:
            if kind.name in self.kind_rows:
                self.kind_rows[kind.name].show_kind(kind)
            else:
                self._add_kind(kind)
        for kind in retired:
            if kind.name not in self._retired:
                self._add_retired(kind)
        self._arrange([kind.name for kind in offered])
        self._retired_head.setVisible(bool(self._retired))

    def narrow(self, typed: Sequence[str]) -> int:
        """Show the rows that fit, and the title of the retired ones where some do."""
        shown = super().narrow(typed)
        rows = self._retired.values()
        self._retired_head.setVisible(any(not row.isHidden() for row in rows))
        return shown

    def edit(self, name: str) -> None:
        """Open the sheet of a kind, "" for a new one."""
        from desktop_app.ui.sheets.kind_sheet import KindSheet

        parts = self.parts
        sheet = KindSheet(
            parts.services, parts.messages, parts.appearance, parts.book, name, self.window()
        )
        sheet.kind_added.connect(self._on_added)
        sheet.open()

    def _add_kind(self, kind: ActivityKind) -> None:
        row = KindRow(self.parts.appearance, kind)
        for signal, slot in (
            (row.switched, self._on_switched),
            (row.edit_asked, self._on_edit),
            (row.step_asked, self._on_step),
            (row.dragged, self._on_dragged),
            (row.dropped, self._on_dropped),
        ):
            signal.connect(slot)
        self.rows.append(row)
        self.kind_rows[kind.name] = row

    def _add_retired(self, kind: ActivityKind) -> None:
        label = kind_label(kind)
        button = Button(self.parts.appearance, _("Bring back"), small=True)
        button.setAccessibleName(_("Bring {kind} back").format(kind=label))
        button.setProperty("kind_name", kind.name)
        button.clicked.connect(self._on_bring_back)
        row = SettingRow(self.parts.appearance, label, worth_words(kind), button)
        self._retired[kind.name] = row
        self.add(row, line=False)

    def _drop(self, row: SettingRow) -> None:
        self.rows.remove(row)
        self.body.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self, names: list[str]) -> None:
        """Put the rows into an order, below the sentence at the top."""
        for place, name in enumerate(names, start=1):
            row = self.kind_rows[name]
            if self.body.indexOf(row) != place:
                self.body.insertWidget(place, row)
        order = [self.kind_rows[name] for name in names]
        self.kind_rows = dict(zip(names, order, strict=True))
        self.rows[:] = [*order, *self._retired.values()]
        # In the order of the Tab key as well.
        stops = [stop for row in order for stop in (row.grip, row.switch, row.edit)]
        for before, after in zip((self.new, *stops), stops, strict=False):
            QWidget.setTabOrder(before, after)

    def _row(self) -> KindRow:
        row = self.sender()
        assert isinstance(row, KindRow)
        return row

    def _move(self, name: str, place: int) -> None:
        services, messages = self.parts.services, self.parts.messages
        mark = services.upkeep.undo_mark
        moved = messages.done(lambda: services.kinds.move(name, place))
        if moved and services.upkeep.undo_mark != mark:
            label = kind_label(services.kinds.get(name))
            messages.say(_("{kind} is number {n} now").format(kind=label, n=place + 1), undo=True)

    def _on_step(self, step: int) -> None:
        name = self._row().name
        place = list(self.kind_rows).index(name) + step
        if 0 <= place < len(self.kind_rows):
            self._move(name, place)

    def _on_dragged(self, height: int) -> None:
        """Let the row change places with those whose middle it passes."""
        dragged = self._row()
        names = [name for name in self.kind_rows if name != dragged.name]
        place = sum(
            self.kind_rows[name].mapToGlobal(self.kind_rows[name].rect().center()).y() < height
            for name in names
        )
        names.insert(place, dragged.name)
        if names != list(self.kind_rows):
            self._arrange(names)

    def _on_dropped(self) -> None:
        name = self._row().name
        self._move(name, list(self.kind_rows).index(name))

    def _on_switched(self, shown: bool) -> None:
        name = self._row().name
        services, messages = self.parts.services, self.parts.messages
        if messages.done(lambda: services.kinds.show_on_today(name, shown)):
            label = kind_label(services.kinds.get(name))
            said = _("{kind} is on Today") if shown else _("{kind} is not on Today")
            messages.say(said.format(kind=label), undo=True)
        else:
            self.refresh()

    def _on_edit(self) -> None:
        self.edit(self._row().name)

    def _on_new(self) -> None:
        self.edit("")

    def _on_added(self, name: str) -> None:
        if name in self.kind_rows:
            self.kind_rows[name].edit.setFocus()

    def _on_bring_back(self) -> None:
        name = str(self.sender().property("kind_name"))
        services, messages = self.parts.services, self.parts.messages
        if messages.done(lambda: services.kinds.bring_back(name)):
            label = kind_label(services.kinds.get(name))
            messages.say(_("{kind} is back").format(kind=label), undo=True)
