"""Settings: their names, defaults and what each may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NONE_WORDS = ("", "none", "-", "[]", "off")
_SWITCH_WORDS = {
    **dict.fromkeys(("on", "yes", "true", "1"), True),
    **dict.fromkeys(("off", "no", "false", "0"), False),
}
TEXT_SIZES = ("system", "100", "125", "150", "175", "200")


@dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        name: its name, as the command takes it.
        default: its value while the person has set none.
        read: turns the person's text into a value, raising InvalidInput with a sentence.
        write: turns a value into the text that ``read`` takes.
        dated: whether a value holds from the day it is set, so that earlier days keep theirs.
    """

    name: str
    default: Any
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    dated: bool = False


class SettingWords(NamedTuple):
    """What a setting is called, and what it does, in one line."""

    label: str
    explains: str


def setting(name: str) -> Setting:
    """Return a setting by name.

    Raises:
        InvalidInput: no such setting; the sentence names those there are.
    """
    found = {one.name: one for one in (*SETTINGS, *KEPT)}.get(name)
    if found is None:
        raise InvalidInput(
            _("“{name}” is no setting. There are {names}.").format(
                name=name[:40], names=", ".join(PUBLIC)
            )
        )
    return found


def setting_words(name: str) -> SettingWords:
    """Return the words of one of ``SETTINGS``.

    Raises:
        KeyError: there is no such setting.
    """
    return {
        "half_life": SettingWords(
            _("Half-life of momentum"),
            _(
                "Full days that take you half-way to 100, and empty working days that halve it. A"
                " change computes the whole line anew."
            ),
        ),
        "daily_target": SettingWords(
            _("Full day"), _("Effort points that make a day full; more points change nothing.")
        ),
        "free_weekdays": SettingWords(
            _("Free weekdays"), _("They cost nothing when they stay empty.")
        ),
        "day_start_hour": SettingWords(
            _("A day starts at"),
            _("What you log before this hour counts for the day before. No entry moves."),
        ),
        "appearance": SettingWords(_("Look"), _("Light, dark, or as the system has it.")),
        "text_size": SettingWords(
            _("Text size"), _("How large words are, and everything else with them.")
        ),
        "show_momentum": SettingWords(
            _("Momentum as a number"),
            _("Without it the line stays, and no number or word stands beside it."),
        ),
        "letter_keys": SettingWords(
            _("Letters and digits"),
            _("How single keys log on Today. They always pause while you write."),
        ),
        "gentle_note": SettingWords(
            _("A note about support"),
            _("After two weeks that look heavy, one quiet sentence that talking can help."),
        ),
        "quiet_review": SettingWords(
            _("The quiet review"),
            _("At most once a week Today says which applications have had no answer for long."),
        ),
        "silence_days": SettingWords(
            _("Long without an answer"),
            _("Days after which the quiet review gathers an application, 7 to 365."),
        ),
    }[name]


def text_scale(size: str) -> float | None:
    """Return a text size as a factor, None for ``system``."""
    return None if size == "system" else int(size) / 100


def size_words(size: str) -> str:
    """Return a text size as the person reads it."""
    return _("As the system has it") if size == "system" else _("{n} %").format(n=size)


def weekdays_text(weekdays: list[int]) -> str:
    """Return weekdays, 0 for Monday, as ``sat,sun``; ``none`` for none."""
    return ",".join(_WEEKDAYS[day] for day in sorted(weekdays)) or "none"


def _number(low: float, high: float, what: str) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise InvalidInput(
                _("{what} is a number from {low} to {high}, not “{text}”.").format(
                    what=what, low=f"{low:g}", high=f"{high:g}", text=text[:40]
                )
            )
        return int(value) if value.is_integer() else value

    return read


def _whole(low: int, high: int, what: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        digits = text.strip()
        # Not above nine digits: Python refuses to read thousands of them.
        value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else -1
        if not low <= value <= high:
            raise InvalidInput(
                _("{what} is a whole number from {low} to {high}, not “{text}”.").format(
                    what=what, low=low, high=high, text=text[:40]
                )
            )
        return value

    return read


def _read_weekdays(text: str) -> list[int]:
    if text.strip().lower() in _NONE_WORDS:
        return []
    days = set()
    for word in text.strip().strip("[]").lower().replace(";", ",").replace(" ", ",").split(","):
        if not word:
            continue
        name = word[:3]
        if name in _WEEKDAYS and _WEEKDAY_NAMES[_WEEKDAYS.index(name)].startswith(word):
            days.add(_WEEKDAYS.index(name))
        elif word in ("1", "2", "3", "4", "5", "6", "7"):
            days.add(int(word) - 1)
        else:
            raise InvalidInput(
                _("“{word}” is no weekday. Write sat,sun or 6,7 (1 is Monday), or none.").format(
                    word=word[:40]
                )
            )
    if len(days) == len(_WEEKDAYS):
        raise InvalidInput(_("At least one weekday has to stay a working day."))
    return sorted(days)


def _choice(options: tuple[str, ...], what: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in options:
            raise InvalidInput(
                _("{what} is one of {options}, not “{text}”.").format(
                    what=what, options=", ".join(options), text=text[:40]
                )
            )
        return text

    return read


def _switch(what: str) -> Callable[[str], bool]:
    def read(text: str) -> bool:
        found = _SWITCH_WORDS.get(text.strip().lower())
        if found is None:
            raise InvalidInput(
                _("{what} is on or off, not “{text}”.").format(what=what, text=text[:40])
            )
        return found

    return read


def _switch_text(on: bool) -> str:
    return "on" if on else "off"


def _no_text(text: str) -> Any:  # noqa: ANN401 - never returns
    raise InvalidInput(_("“{name}” is no setting.").format(name=text[:40]))


SETTINGS: tuple[Setting, ...] = (
    Setting("half_life", 7, _number(5, 20, "half_life"), str),
    Setting("daily_target", 10, _number(1, 100, "daily_target"), str, dated=True),
    Setting("free_weekdays", [5, 6], _read_weekdays, weekdays_text, dated=True),
    Setting("day_start_hour", 4, _whole(0, 12, "day_start_hour"), str),
    Setting("appearance", "system", _choice(("system", "light", "dark"), "appearance"), str),
    Setting("text_size", "system", _choice(TEXT_SIZES, "text_size"), str),
    Setting("show_momentum", True, _switch("show_momentum"), _switch_text),
    Setting("letter_keys", "auto", _choice(("auto", "on", "alt", "off"), "letter_keys"), str),
    Setting("gentle_note", True, _switch("gentle_note"), _switch_text),
    Setting("silence_days", 30, _whole(7, 365, "silence_days"), str),
    Setting("quiet_review", True, _switch("quiet_review"), _switch_text),
)
# Kept beside the settings as JSON; pages write them, and no text is read for them.
KEPT: tuple[Setting, ...] = (
    Setting("keys", {}, _no_text, str),  # the keys that the person chose, by action
    Setting("help_country", "", _no_text, str),  # the country whose help is shown
    Setting("mappings", {}, _no_text, str),  # which column was what, by a file's columns
    Setting("field_rate", None, _no_text, str),  # a rate of the field, 0 to 1, where given
    Setting("letters_explained", False, _no_text, str),  # Alt with letters was explained
    Setting("quick_feelings", None, _no_text, str),  # the words of Today's row, by choice
    Setting("feelings_left_out", [], _no_text, str),  # words once used that are not to be offered
    Setting("usual_day_answered", False, _no_text, str),  # the one offer of a target was answered
)
PUBLIC = tuple(one.name for one in SETTINGS)
