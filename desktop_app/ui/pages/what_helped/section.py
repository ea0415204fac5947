"""One source of what helped: its title, a few lines in large type, and the rest on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, short_day
from desktop_app.services.what_helped import Helped, Source
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.ui.theme import Appearance

READ = tokens.TypeSize(18, 28, 400)  # larger than a page's words: it is read on a bad day
FEW, MORE = 3, 12  # at first, and each time that more are asked for
_LONG = 600


class HelpedSection(QWidget):
    """The lines of one source.

    Signals:
        more_asked: the person wants more of its lines.
        whole_asked: the Helped line that the person wants to read whole.
        delete_asked: the Helped line of the person's own that they want gone.
        wanted: the name of an action of the window.
    """

    more_asked = Signal()
    whole_asked = Signal(object)
    delete_asked = Signal(object)
    wanted = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        source: Source,
        lines: Sequence[Helped],
        today: date,
        *,
        most: int,
        whole: frozenset[tuple[Source, int]],
    ) -> None:
        """Make the section.

        Args:
            appearance: the look to follow.
            source: where the lines come from.
            lines: the lines, one at least.
            today: to tell the year where it is another one.
            most: how many of them are shown.
            whole: the lines that are shown whole, by source and id.
        """
        super().__init__()
        self._appearance = appearance
        self._today = today
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.addWidget(plain_label(_title(source), "small", "text2", strong=True), 1)
        way = _way(source)
        if way is not None:
            action, words = way
            link = Button(appearance, words, "link", small=True)
            link.clicked.connect(lambda: self.wanted.emit(action))
            head.addWidget(link)
        column.addLayout(head)
        for line in lines[:most]:
            column.addWidget(self._line(line, whole=(line.source, line.id) in whole))
        if len(lines) > most:
            more = Button(appearance, _("More"), "link", "chevron-down", small=True)
            more.setAccessibleName(_("{source}: more").format(source=_title(source)))
            more.clicked.connect(self.more_asked)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, line: Helped, *, whole: bool) -> QWidget:
        look, px = self._appearance, self._appearance.px
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        column = QVBoxLayout()
        column.setSpacing(px(2))
        long = len(line.text) > _LONG and not whole
        text = f"{line.text[:_LONG].rstrip()} …" if long else line.text
        column.addWidget(WrappingLabel(look, text, READ))
        said = _origin(line, self._today)
        if said:
            column.addWidget(WrappingLabel(look, said, tokens.SMALL, "text3"))
        if long:
            all_of_it = Button(look, _("Read all of it"), "link", small=True)
            all_of_it.clicked.connect(lambda: self.whole_asked.emit(line))
            column.addWidget(all_of_it, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        if line.source is Source.OWN:
            gone = IconButton(look, "x", _("Delete: {line}").format(line=line.text[:60]), edge=24)
            gone.clicked.connect(lambda: self.delete_asked.emit(line))
            row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return widget


def _title(source: Source) -> str:
    return {
        Source.PLAN: _("Your plan for such a day"),
        Source.OWN: _("Your own lines"),
        Source.FRIEND: _("What you would tell a friend"),
        Source.LESSON: _("Lessons that helped"),
        Source.STEP: _("What you did next"),
    }[source]


def _way(source: Source) -> tuple[str, str] | None:
    return {
        Source.PLAN: ("setback_plan", _("Change it")),
        Source.LESSON: ("page:lessons", _("All lessons")),
    }.get(source)


def _origin(line: Helped, today: date) -> str:
    day = short_day(line.day, today) if line.day else ""
    if line.employer and day:
        return _("After {employer}, {day}").format(employer=line.employer, day=day)
    return day if line.source is Source.OWN else ""
