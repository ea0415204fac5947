"""What can be done with an application, as a menu: by the button of its panel and the menu key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.ui.actions.words import shown_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.actions.book import ActionBook

LINE = ""
NEWS = (
    "reach:screening", "reach:task", "reach:interview", "reach:final", "reach:offer",
    "plan_stage", "took_place", LINE,
    "rejection", "close:offer_accepted", "close:offer_declined", "close:withdrawn",
    "close:job_cancelled", "close:silence", "reopen",
)  # fmt: skip
WHOLE = (
    *NEWS, LINE, "add_person", "copy_link", "open_link", LINE, "edit_application",
    "delete_application",
)  # fmt: skip


def build(
    parent: QWidget,
    names: Iterable[str],
    book: ActionBook,
    mode: str,
    fits: Callable[[str], bool],
    run: Callable[[str], object],
    more: Iterable[QAction] = (),
) -> QMenu:
    """Return a menu of actions, gone once it is closed.

    Args:
        parent: the widget that it belongs to.
        names: the actions in order, ``LINE`` for a line between them.
        book: tells their words and keys.
        mode: how single characters count, as ``KeyReader.mode`` tells it.
        fits: whether an action can be done now; one that can't is pale.
        run: does an action by its name.
        more: further entries after a line, such as those that sort.
    """
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for name in names:
        if name == LINE:
            menu.addSeparator()
            continue
        action = book.get(name)
        keys = shown_keys(book.every_key_of(action), mode)
        entry = menu.addAction("\t".join((action.label, *keys[:1])))
        entry.setEnabled(fits(name))
        entry.triggered.connect(lambda _checked=False, name=name: run(name))
    for place, entry in enumerate(more):
        if not place:
            menu.addSeparator()
        menu.addAction(entry)
    return menu
