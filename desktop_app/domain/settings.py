"""Settings: their names, defaults and what each may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NONE_WORDS = ("", "none", "-", "[]", "off")


@dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        name: its name, as the command takes it.
        default: its value while the person has set none.
        read: turns the person's text into a value, raising InvalidInput with a sentence.
        write: turns a value into the text that ``read`` takes.
        dated: whether a value holds from the day it is set, so that earlier days keep theirs.
        explains: what it does, in one line.
    """

    name: str
    default: Any
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    dated: bool
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


def _no_text(text: str) -> Any:  # noqa: ANN401 - never returns
    raise InvalidInput(_("“{name}” is no setting.").format(name=text[:40]))


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "half_life", 7, _number(5, 20, "half_life"), str, False,
        "Empty working days that halve momentum, 5 to 20; re-folds all history.",
    ),
    Setting(
        "daily_target", 10, _number(1, 100, "daily_target"), str, True,
        "Effort points of a full day; holds from the day it is set.",
    ),
    Setting(
        "free_weekdays", [5, 6], _read_weekdays, weekdays_text, True,
        "Weekdays that cost nothing when they stay empty; hold from the day they are set.",
    ),
    Setting(
        "day_start_hour", 4, _whole(0, 12, "day_start_hour"), str, False,
        "The hour at which your day starts, 0 to 12; entries before it count for the day before.",
    ),
    Setting(
        "appearance", "system", _choice(("system", "light", "dark"), "appearance"), str, False,
        "Light, dark, or as the system has it.",
    ),
    Setting(
        "letter_keys", "auto", _choice(("auto", "on", "alt", "off"), "letter_keys"), str, False,
        "Letters and digits that log: on, with Alt, off, or on unless a screen reader is at work.",
    ),
    Setting(
        "gentle_note", "on", _choice(("on", "off"), "gentle_note"), str, False,
        "A note about where to find help when two weeks look heavy, on or off.",
    ),
)  # fmt: skip
# Kept beside the settings as JSON; pages write them, and no text is read for them.
KEPT: tuple[Setting, ...] = (
    Setting("keys", {}, _no_text, str, False, "The keys that the person chose, by action."),
    Setting("help_country", "", _no_text, str, False, "The country whose help is shown."),
    Setting("mappings", {}, _no_text, str, False, "Which column was what, by a file's columns."),
    Setting("letters_explained", False, _no_text, str, False, "Alt with letters was explained."),
)
PUBLIC = ("half_life", "daily_target", "free_weekdays", "day_start_hour")
