"""F2: where to find help, by country, the emergency number first; the list is the person's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.domain.help import ELSEWHERE, HelpEntry, HelpList, country_name, web_address
from desktop_app.i18n import _
from desktop_app.ui.sheets.help_entries import HelpEntryCard, hint, web_button
from desktop_app.ui.sheets.help_entry_sheet import HelpEntrySheet
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDTH = 600


class HelpSheet(Sheet):
    """Shows a country's list and lets the person change it."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        here: str | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where the window says what was done.
            appearance: the look to follow.
            parent: the window that it belongs to.
            here: the country of the person's system, None to ask the system.
        """
        lead = _("Nothing is dialled or opened unless you click it.")
        super().__init__(appearance, _("Where to find help"), lead, parent, width=_WIDTH)
        self._services = services
        self._help = services.help
        self._messages = messages
        self._here = _system_country() if here is None else here
        self._editing = False
        self._marks: list[int] = []
        self._cards: list[HelpEntryCard] = []
        self.country = QComboBox()
        self.country.setAccessibleName(_("Country"))
        self._fill_countries()
        self._holder = QVBoxLayout()
        self._list: QWidget | None = None
        self._lay_out()
        self._undo = self.add_button(_("Undo"), self._on_undo, "quiet", left=True)
        self._edit = self.add_button(_("Change this list"), self._on_edit, "quiet", left=True)
        close = self.add_button(_("Close"), self.accept)
        close.setDefault(True)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._on_undo)
        self.country.activated.connect(self._on_country_chosen)
        self._show()
        close.setFocus()

    @property
    def shown(self) -> HelpList:
        """The list in sight."""
        return self._help.entries(self._code())

    def _lay_out(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        label = plain_label(_("Country"), "small", "text2")
        label.setBuddy(self.country)
        row.addWidget(label)
        row.addWidget(self.country)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(self._holder)
        column.addStretch(1)
        self.set_body(body)

    def _fill_countries(self) -> None:
        codes = set(self._help.countries()) - {ELSEWHERE}
        chosen = self._help.country(self._here)
        codes |= {code for code in (self._here, chosen) if code not in ("", ELSEWHERE)}
        if not chosen:
            self.country.addItem(_("Choose a country"), "")
        for code in sorted(codes, key=_name):
            self.country.addItem(_name(code), code)
        self.country.addItem(_name(ELSEWHERE), ELSEWHERE)
        self.country.setCurrentIndex(max(0, self.country.findData(chosen)))

    def _code(self) -> str:
        return str(self.country.currentData() or "")

    def _show(self) -> None:
        """Show the list anew, in reading or in editing."""
        px, code = self._appearance.px, self._code()
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        today = self._services.days.today()
        entries = self._help.entries(code)
        self._cards = []
        for place, entry in enumerate(entries.entries):
            card = HelpEntryCard(self._appearance, entry, today, editing=self._editing)
            card.copied.connect(self._on_copied)
            card.opened.connect(self._on_opened)
            card.changed.connect(partial(self._on_changed, place))
            self._cards.append(card)
            column.addWidget(card)
            if entry.hidden and not self._editing:
                card.hide()
        if self._editing:
            column.addWidget(self._editing_buttons(entries))
        column.addWidget(self._general(any_entry=bool(entries.entries)))
        if self._list is not None:
            self._holder.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = shown
        self._holder.addWidget(shown)
        self._edit.setText(_("Done") if self._editing else _("Change this list"))
        self._edit.setAccessibleName(self._edit.text())
        self._edit.setVisible(bool(code))
        self._undo.setVisible(self._can_undo())
        self.grow()
        QTimer.singleShot(0, self, self.grow)  # the new entries have their height by then

    def _editing_buttons(self, entries: HelpList) -> QWidget:
        px = self._appearance.px
        box = FlowBox(px(8), px(8))
        add = Button(self._appearance, _("Add an entry…"), icon="plus", small=True)
        add.clicked.connect(self._on_add)
        box.add(add)
        if entries.own:
            back = Button(self._appearance, _("Bring back the list"), "quiet", small=True)
            back.clicked.connect(self._on_bring_back)
            box.add(back)
        return box

    def _general(self, *, any_entry: bool) -> QWidget:
        """Return the general address, for all that the list does not know."""
        px, general = self._appearance.px, self._help.general
        words = (
            _("Choose a country to see its lines. {name} lists helplines of many more.")
            if not self._code()
            else _("Elsewhere, {name} lists helplines of many countries.")
            if any_entry
            else _("No list for this country yet. {name} lists helplines of many countries.")
        )
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(hint(words.format(name=general.name)))
        box = FlowBox(px(8), px(8))
        box.add(web_button(self._appearance, general.web, partial(self._on_opened, general.web)))
        column.addWidget(box)
        return holder

    def _change(self, change: Callable[[], object]) -> bool:
        """Change the list; a sentence says why not."""
        before = self._services.upkeep.undo_mark
        try:
            change()
        except UpswingError as error:
            self.say(str(error))
            return False
        mark = self._services.upkeep.undo_mark
        if mark is not None and mark != before:
            self._marks.append(mark)
        self._show()
        return True

    def _can_undo(self) -> bool:
        return bool(self._marks) and self._marks[-1] == self._services.upkeep.undo_mark

    def _on_undo(self) -> None:
        if not self._can_undo():
            return
        self._marks.pop()
        name = self._messages.attempt(self._services.upkeep.undo)
        index = self.country.findData(self._help.country(self._here))
        self.country.setCurrentIndex(max(0, index))
        self._show()
        self.say(_("Taken back: {step}").format(step=name or ""))

    def _on_edit(self) -> None:
        self._editing = not self._editing
        self.say("")
        self._show()

    def _on_country_chosen(self, _index: int) -> None:
        code = self._code()
        self.say("")
        if code:
            self._change(lambda: self._help.choose(code))

    def _on_copied(self, words: str) -> None:
        self._appearance.app.clipboard().setText(words)
        self.say(_("Copied: {words}").format(words=words))

    def _on_opened(self, web: str, _checked: bool = False) -> None:
        if not QDesktopServices.openUrl(QUrl(web_address(web))):
            self.say(_("No browser opened. The address is {web}.").format(web=web))

    def _on_changed(self, place: int, does: str) -> None:
        code, entry = self._code(), self.shown.entries[place]
        target = place
        if does == "edit":
            self._ask(partial(self._help.change, code, place), entry)
            return
        if does in ("up", "down"):
            target = place + (-1 if does == "up" else 1)
            done = self._change(lambda: self._help.move(code, place, target - place))
        elif does == "remove":
            done = self._change(lambda: self._help.remove(code, place))
        else:
            done = self._change(lambda: self._help.hide(code, place, does == "hide"))
            does = "show" if does == "hide" else "hide"
        if done and self._cards:
            self._cards[max(0, min(target, len(self._cards) - 1))].focus_change(does)
        self.say("")

    def _on_add(self) -> None:
        self._ask(partial(self._help.add, self._code()))

    def _on_bring_back(self) -> None:
        code = self._code()
        self._change(lambda: self._help.bring_back(code))

    def _ask(self, store: Callable[[HelpEntry], object], entry: HelpEntry | None = None) -> None:
        def stored(new: HelpEntry) -> None:
            before = self._services.upkeep.undo_mark
            store(new)
            mark = self._services.upkeep.undo_mark
            if mark is not None and mark != before:
                self._marks.append(mark)

        sheet = HelpEntrySheet(self._appearance, stored, entry, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(self._show)
        sheet.open()


def _system_country() -> str:
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else ""


def _name(code: str) -> str:
    return country_name(code) or QLocale.territoryToString(QLocale.codeToTerritory(code))
