"""Settings are listed, shown and set; those set before the first entry hold from the first day."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Command

DEFAULTS = """\
half_life 7
daily_target 10
free_weekdays sat,sun
day_start_hour 4
appearance system
text_size system
show_momentum on
letter_keys auto
gentle_note on
silence_days 30
quiet_review on
"""


def test_a_new_journal_has_the_defaults_and_asking_makes_no_file(
    upswing: Command, journal: Path
) -> None:
    assert upswing("settings").fine == DEFAULTS
    assert upswing("settings", "half_life").fine == "7\n"
    assert not journal.exists()


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("half_life", "10", "10"),
        ("daily_target", "6.5", "6.5"),
        ("free_weekdays", "", "none"),
        ("free_weekdays", "none", "none"),
        ("free_weekdays", "5,friday", "fri"),
        ("day_start_hour", "0", "0"),
        ("appearance", "dark", "dark"),
        ("text_size", "150", "150"),
        ("show_momentum", "no", "off"),
        ("gentle_note", "True", "on"),
        ("letter_keys", "alt", "alt"),
    ],
)
def test_a_value_is_kept(upswing: Command, key: str, value: str, kept: str) -> None:
    assert upswing("settings", key, value).fine.startswith(f"{key} is {kept}")
    assert upswing("settings", key).fine == f"{kept}\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("half_life", "4"),
        ("half_life", "-7"),
        ("half_life", "nan"),
        ("half_life", ""),
        ("daily_target", "0"),
        ("daily_target", "inf"),
        ("daily_target", "-3"),
        ("free_weekdays", "someday"),
        ("free_weekdays", "1,2,3,4,5,6,7"),
        ("day_start_hour", "13"),
        ("day_start_hour", "-1"),
        ("day_start_hour", "4.5"),
        ("text_size", "110"),
        ("text_size", "9" * 5000),
        ("show_momentum", "perhaps"),
        ("gentle_note", ""),
        ("window", "{}"),
        ("colour", "blue"),
    ],
)
def test_a_value_out_of_range_is_refused_and_nothing_is_changed(
    upswing: Command, key: str, value: str
) -> None:
    assert upswing("settings", key, value).sentence
    assert upswing("settings").fine == DEFAULTS


def test_an_unknown_setting_names_those_there_are(upswing: Command) -> None:
    assert "half_life, daily_target" in upswing("settings", "colour").sentence


def test_what_is_set_before_the_first_entry_holds_from_the_first_day(
    upswing: Command, today: date
) -> None:
    upswing("settings", "daily_target", "3")
    upswing("log", "application", "--day", (today - timedelta(days=5)).isoformat())
    first = json.loads(upswing("momentum", "--json").fine)[0]
    assert first["momentum"] == pytest.approx(100 * (1 - 2 ** (-1 / 7)))


def test_what_is_set_later_leaves_earlier_days_alone_unless_it_is_asked_for(
    upswing: Command, today: date
) -> None:
    upswing("log", "application", "--day", (today - timedelta(days=5)).isoformat())
    before = json.loads(upswing("momentum", "--json").fine)[0]["momentum"]
    said = upswing("settings", "daily_target", "3").fine
    assert said == f"daily_target is 3 from {today} on; earlier days keep theirs.\n"
    assert json.loads(upswing("momentum", "--json").fine)[0]["momentum"] == before
    assert upswing("settings", "daily_target", "3", "--earlier-days").fine == "daily_target is 3.\n"
    assert json.loads(upswing("momentum", "--json").fine)[0]["momentum"] > before
