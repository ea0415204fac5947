"""All actions that the window has by itself; kinds of activity add theirs (book.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.days import DayKind, day_kind_label
from desktop_app.domain.mood import MOODS, mood_word
from desktop_app.i18n import _
from desktop_app.ui.actions import page_actions
from desktop_app.ui.actions.action import MOOD_ICONS, Action

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageSpec(NamedTuple):
    """One page.

    Attributes:
        name: what code calls it.
        label: its words.
        icon: its icon.
        keys: the keys that show it, or "".
        menu: the menu that it stands in.
        in_sidebar: whether the sidebar has a row for it.
        at_foot: whether that row stands at the foot of the sidebar.
    """

    name: str
    label: str
    icon: str
    keys: str = ""
    menu: str = "go"
    in_sidebar: bool = True
    at_foot: bool = False


def pages() -> tuple[PageSpec, ...]:
    """Return the pages in the order of the sidebar; each keeps its number for good."""
    return (
        PageSpec("today", _("Today"), "sun", "Ctrl+1"),
        PageSpec("applications", _("Applications"), "briefcase", "Ctrl+2"),
        PageSpec("rejections", _("Rejections"), "diamonds", "Ctrl+3"),
        PageSpec("lessons", _("Lessons"), "bulb", "Ctrl+4"),
        PageSpec("momentum", _("Momentum"), "trending-up", "Ctrl+5"),
        PageSpec("what_helped", _("What &helped"), "heart-handshake", in_sidebar=False),
        PageSpec("searches", _("&Your searches"), "flag", menu="search", in_sidebar=False),
        PageSpec("settings", _("Settings"), "settings", "Ctrl+,", "edit", at_foot=True),
    )


def groups() -> dict[str, str]:
    """Return the groups of actions in order, with the title over each."""
    return {
        "day": _("This day"),
        "log": _("What you did"),
        "applications": _("Applications"),
        "rejections": _("Rejections"),
        "guide": _("The four steps"),
        "lessons": _("Lessons and questions"),
        "search": _("Search"),
        "go": _("Go"),
        "edit": _("Edit"),
        "file": _("File"),
        "view": _("View"),
        "help": _("Help"),
    }


def menus() -> dict[str, str]:
    """Return the menus of the menu bar in order."""
    return {
        "file": _("&File"),
        "edit": _("&Edit"),
        "go": _("&Go"),
        "day": _("&Day"),
        "search": _("&Search"),
        "view": _("&View"),
        "help": _("&Help"),
    }


# Where a line stands in a menu, before the action named.
LINES_BEFORE = (
    "quit", "add_application", "page:settings", "day_before", "rest", "next_steps", "undecided",
    "pause", "look_back",
    "text:larger",
)  # fmt: skip
# Each page says whether it offers these.
ON_SOME = frozenset({"find"})


def window_actions() -> Iterator[Action]:
    """Yield the actions of the window, those of one menu in its order."""
    yield from _day()
    yield Action("already", _("Already s&earching?…"), "file", menu="file")
    yield Action("import", _("&Import…"), "file", ("Ctrl+I",), menu="file")
    yield Action("quit", _("&Quit"), "file", ("Ctrl+Q",), menu="file")
    yield Action("undo", _("&Undo"), "edit", ("Ctrl+Z",), menu="edit")
    yield Action("redo", _("&Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), menu="edit")
    yield Action(
        "add_application", _("&Add an application…"), "applications", ("Ctrl+N",), menu="edit"
    )
    yield Action(
        "rejection", _("A rejection &came in…"), "rejections", ("X", "Ctrl+R"), menu="edit"
    )
    yield Action(
        "several_rejections",
        _("Several re&jections at once…"),
        "rejections",
        ("Ctrl+Shift+R",),
        menu="edit",
        icon="list-check",
    )
    yield Action(
        "lesson_add", _("Add a &lesson…"), "lessons", ("Ctrl+L",), menu="edit", icon="bulb"
    )
    yield from page_actions.applications()
    yield from page_actions.rejections()
    yield from page_actions.guide()
    yield from page_actions.lessons()
    yield Action("find", _("&Search on this page"), "edit", ("/", "Ctrl+F"), menu="edit")
    yield from _search()
    for page in pages():
        keys = (page.keys,) if page.keys else ()
        group = page.menu if page.menu != "edit" else "go"
        yield Action(f"page:{page.name}", page.label, group, keys, "", page.menu, icon=page.icon)
    yield Action(
        "day_before", _("The day &before"), "day", ("Alt+Left",), "today", "go", only_here=True
    )
    yield Action(
        "day_after", _("The day &after"), "day", ("Alt+Right",), "today", "go", only_here=True
    )
    yield Action(
        "go_to_day", _("Go to a &day…"), "day", ("Ctrl+G",), "today", "go", icon="calendar-event"
    )
    yield Action("today", _("&Back to today"), "day", ("Alt+Home",), menu="go")
    for choice, label in (
        ("system", _("As the &system has it")),
        ("light", _("&Light")),
        ("dark", _("&Dark")),
    ):
        yield Action(f"appearance:{choice}", label, "view", menu="view", choice="appearance")
    yield Action("text:larger", _("La&rger text"), "view", ("Ctrl++", "Ctrl+="), menu="view")
    yield Action("text:smaller", _("S&maller text"), "view", ("Ctrl+-",), menu="view")
    yield Action("text:system", _("&Text as the system has it"), "view", ("Ctrl+0",), menu="view")
    yield Action("help", _("&Where to find help"), "help", ("F2",), menu="help", icon="lifebuoy")
    yield Action("keys", _("&Keys"), "help", ("F1", "?"), menu="help")
    yield Action("palette", _("&Find an action…"), "help", ("Ctrl+K",), menu="help")
    yield Action("about", _("&About Upswing"), "help", menu="help")


def _search() -> Iterator[Action]:
    yield Action("weekly_plan", _("Plan of the &week…"), "search", menu="search", icon="list-check")
    yield Action("quiet_review", _("&Quiet review…"), "search", menu="search", icon="clock")
    yield Action("setback_plan", _("&Setback plan…"), "search", menu="search", icon="lifebuoy")
    for name, label, icon in (
        ("pause", _("&Pause the search…"), "player-pause"),
        ("resume", _("&Go on now"), "route"),
        ("end", _("&End the search…"), "flag"),
        ("begin", _("&Begin a new search"), "plus"),
        ("look_back", _("&Look back at the search"), "flag"),
    ):
        yield Action(name, label, "search", menu="search", icon=icon)


def _day() -> Iterator[Action]:
    for mood in MOODS:
        label = _("Mood: {word}").format(word=mood_word(mood))
        yield Action(f"mood:{mood}", label, "day", (str(mood),), "today", icon=MOOD_ICONS[mood - 1])
    yield Action("energy", _("Energy, then 1 to 5"), "day", ("E",), "today")
    yield Action("feelings", _("Feelings"), "day", ("W",), "today")
    yield Action("note", _("Note"), "day", ("T",), "today")
    yield Action("details", _("&Details of the last entry"), "day", ("D",), "today", "day")
    yield Action("another_check_in", _("&Another check-in"), "day", ("M",), "today", "day")
    yield Action("next_steps", _("Next &steps: go into the list"), "day", ("S",), "today", "day")
    yield Action("add_next_step", _("Add a ne&xt step"), "day", ("Shift+S",), "today", "day")
    yield from _kinds_of_day()


def _kinds_of_day() -> Iterator[Action]:
    yield Action("rest", _("&Rest day on or off"), "day", ("R",), "today", "day")
    for kind in (DayKind.SICK, DayKind.HOLIDAY, DayKind.WORK):
        yield Action(f"kind:{kind}", day_kind_label(kind), "day", (), "today", "day")
    yield Action("kind:none", _("&No mark"), "day", (), "today", "day")
    yield Action(
        "kind:several", _("Several &days: holiday, sick, rest…"), "day", (), "today", "day"
    )
    yield Action("undecided", _("Days to d&ecide"), "day", (), "today", "day")
    yield Action(
        "next_undecided",
        _("The next day to fill in"),
        "day",
        ("Ctrl+Return",),
        "today",
        only_here=True,
    )
    yield Action("kinds", _("&Kind of day"), "day", ("Shift+R",), "today")
