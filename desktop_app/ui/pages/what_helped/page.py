"""What helped: the person's own ways of handling noes, few and large, for a bad day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.services.what_helped import LIMIT, Helped, Source
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.what_helped.section import FEW, MORE, HelpedSection
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.search_field import SearchField
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDEST = 720
_DRAFT = "what_helped"


class WhatHelpedPage(Page):
    """Reads like a letter from oneself; nothing on it counts or asks."""

    name = "what_helped"
    offers = frozenset({"find"})
    tables = frozenset(
        {"guide_answer", "lesson", "setback_plan", "weekly_review", "next_step", "rejection",
         "application", "employer"}
    )  # fmt: skip

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._most: dict[Source, int] = {}
        self._whole: set[tuple[Source, int]] = set()
        self._inside: QWidget | None = None
        self.search = SearchField(appearance, _("Search what helped"), _("Search"))
        self.line = QLineEdit()
        self.line.setAccessibleName(_("What helped, in your words"))
        self.line.setPlaceholderText(_("What helped you, in one line"))
        self.line.setMaxLength(LIMIT)
        self.keep = Button(appearance, _("Keep it"))
        self._lay_out()
        self.search.textChanged.connect(self._on_searched)
        self.search.left.connect(self._on_search_left)
        self.line.returnPressed.connect(self._on_keep)
        self.keep.clicked.connect(self._on_keep)

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self._stale = False
        found = self._services.what_helped.all()
        many = any(len(lines) > FEW for lines in found.values())
        self.search.setVisible(many or bool(self.search.text()))
        self._lead.setVisible(bool(found))
        if not self.line.hasFocus() and not self.line.text():
            self.line.setText(self._services.drafts.get(_DRAFT))
        wanted = self.search.text().casefold().split()
        shown = {
            source: [one for one in lines if _matches(one, wanted)]
            for source, lines in found.items()
        }
        self._put(self._sections({s: lines for s, lines in shown.items() if lines}, found, wanted))

    def run(self, name: str) -> None:
        """Search."""
        if name != "find":
            raise KeyError(name)
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def flush(self) -> None:
        """Keep the line that was typed and not yet kept, as a draft."""
        self._services.drafts.keep(_DRAFT, self.line.text())

    def _put(self, inside: QWidget) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._column.insertWidget(2, inside)
        inside.show()  # a layout shows it later, and the focus would be lost until then

    def _sections(
        self,
        shown: dict[Source, list[Helped]],
        found: dict[Source, list[Helped]],
        wanted: list[str],
    ) -> QWidget:
        look, px = self._appearance, self._appearance.px
        if not found:
            plan = Button(look, _("Write a setback plan"))
            plan.clicked.connect(partial(self.action_asked.emit, "setback_plan"))
            return EmptyState(
                look,
                "heart-handshake",
                _("Nothing is here yet, and that is fine."),
                _(
                    "What you would tell a friend, lessons that helped and your setback plan"
                    " gather here by themselves."
                ),
                plan,
            )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(32))
        today = self._services.recording.today()
        for source, lines in shown.items():
            section = HelpedSection(
                look,
                source,
                lines,
                today,
                most=self._most.get(source, MORE if wanted else FEW),
                whole=frozenset(self._whole),
            )
            section.more_asked.connect(partial(self._on_more, source))
            section.whole_asked.connect(self._on_whole)
            section.delete_asked.connect(self._on_delete)
            section.wanted.connect(self.action_asked)
            column.addWidget(section)
        if not shown:
            nothing = _("Nothing here matches that.")
            column.addWidget(WrappingLabel(look, nothing, tokens.LEAD, "text2"))
        return inside

    def _lay_out(self) -> None:
        look, px = self._appearance, self._appearance.px
        content = QWidget()
        outer = QHBoxLayout(content)
        edge = px(tokens.PAGE_PADDING)
        outer.setContentsMargins(edge, edge, edge, edge)
        middle = QWidget()
        middle.setMaximumWidth(px(_WIDEST))
        outer.addWidget(middle, 1)
        outer.addStretch(0)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(20))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(plain_label(_("What helped"), "h1"))
        head.addStretch(1)
        self.search.setMaximumWidth(px(224))
        head.addWidget(self.search, 1)
        self._column.addLayout(head)
        self._lead = WrappingLabel(
            look, _("Your own words, from days on which you went on."), tokens.BODY, "text2"
        )
        self._column.addWidget(self._lead)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.keep)
        self._column.addSpacing(px(4))
        self._column.addLayout(row)
        self._column.addStretch(1)
        self._area = scrolling(self, content)

    def _on_searched(self, _text: str) -> None:
        self._most.clear()
        self.refresh()

    def _on_search_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        text = self.line.text()
        if not text.strip():
            self.line.setFocus()
            return
        if self._messages.done(lambda: self._services.what_helped.add(text)):
            self.line.clear()
            self._messages.done(lambda: self._services.drafts.drop(_DRAFT))
            self._messages.say(_("Line added"), undo=True)

    def _on_more(self, source: Source) -> None:
        self._most[source] = self._most.get(source, MORE if self.search.text() else FEW) + MORE
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_whole(self, line: Helped) -> None:
        self._whole.add((line.source, line.id))
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_delete(self, line: Helped) -> None:
        if self._messages.done(lambda: self._services.what_helped.delete(line.id)):
            self._messages.say(_("Line deleted"), undo=True)
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def _matches(line: Helped, wanted: list[str]) -> bool:
    text = f"{line.text} {line.employer}".casefold()
    return all(word in text for word in wanted)
