"""Mood, energy and feeling words of a check-in."""

from __future__ import annotations

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

MOODS = (1, 2, 3, 4, 5)
ENERGIES = (1, 2, 3, 4, 5)
MOST_FEELINGS = 3
FEELING_LIMIT = 40  # characters of a word
FEELING_GROUPS: tuple[tuple[str, ...], ...] = (
    ("anxious", "frustrated", "angry", "embarrassed", "tense", "overwhelmed"),
    ("disappointed", "discouraged", "sad", "tired", "numb", "lonely"),
    ("hopeful", "proud", "excited", "determined", "confident", "curious"),
    ("calm", "relieved", "content", "grateful", "rested"),
)
QUICK_FEELINGS = ("hopeful", "determined", "calm", "tired", "discouraged", "anxious")


def mood_word(mood: int) -> str:
    """Return the word for a mood, 1 to 5."""
    return (_("Hard"), _("Low"), _("Okay"), _("Good"), _("Great"))[mood - 1]


def energy_word(energy: int) -> str:
    """Return the word for an energy, 1 to 5."""
    return (_("none"), _("little"), _("some"), _("lively"), _("a lot"))[energy - 1]


def feeling_group_name(number: int) -> str:
    """Return what a group of ``FEELING_GROUPS`` is called; any other number is the own words'."""
    names = (_("Tense"), _("Heavy"), _("Bright"), _("Calm"))
    return names[number] if 0 <= number < len(names) else _("Own words")


def nearest_mood(mean: float) -> int:
    """Return the mood of the scale nearest to a day's mean, halves upward."""
    return max(1, min(5, int(mean + 0.5)))


def checked_mood(mood: int) -> int:
    """Return the mood.

    Raises:
        InvalidInput: it is not 1 to 5.
    """
    if mood not in MOODS:
        raise InvalidInput(_("Mood goes from 1 (Hard) to 5 (Great), not {n}.").format(n=mood))
    return mood


def checked_energy(energy: int) -> int:
    """Return the energy.

    Raises:
        InvalidInput: it is not 1 to 5.
    """
    if energy not in ENERGIES:
        raise InvalidInput(_("Energy goes from 1 (none) to 5 (a lot), not {n}.").format(n=energy))
    return energy
