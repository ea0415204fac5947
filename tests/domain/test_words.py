"""Moods, stages, ways and settings are read kindly and refused in a sentence that helps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.kinds import DEFAULT_KINDS, kind_label
from desktop_app.domain.mood import (
    ENERGIES,
    FEELING_GROUPS,
    MOODS,
    QUICK_FEELINGS,
    checked_energy,
    checked_mood,
    energy_word,
    mood_word,
    nearest_mood,
)
from desktop_app.domain.settings import (
    PUBLIC,
    SETTINGS,
    TEXT_SIZES,
    setting,
    setting_words,
    text_scale,
)
from desktop_app.domain.stages import (
    REJECTION_STAGES,
    Channel,
    Outcome,
    Stage,
    after_stage,
    channel_label,
    parse_channel,
    parse_stage,
    stage_label,
)


def test_the_kinds_and_their_points_are_those_of_methods() -> None:
    points = {kind.name: (kind.points, kind.unit_minutes) for kind in DEFAULT_KINDS}
    assert points == {
        "application": (3, None), "networking": (2, None), "follow_up": (1, None),
        "interview": (5, None), "preparation": (3, None), "learning": (2, 30),
        "portfolio": (2, 30), "feedback": (3, None), "lesson": (2, None),
    }  # fmt: skip
    assert all(kind_label(kind) == kind.label for kind in DEFAULT_KINDS)
    keys = [kind.key for kind in DEFAULT_KINDS if kind.key]
    assert len(keys) == len(set(keys))


def test_moods_and_energies_have_words() -> None:
    assert [mood_word(mood) for mood in MOODS] == ["Hard", "Low", "Okay", "Good", "Great"]
    assert [energy_word(energy) for energy in ENERGIES][::4] == ["none", "a lot"]
    assert [nearest_mood(mean) for mean in (1.0, 1.49, 1.5, 2.5, 4.5, 5.0)] == [1, 1, 2, 3, 5, 5]
    assert sum(len(group) for group in FEELING_GROUPS) == 23
    assert set(QUICK_FEELINGS) < {word for group in FEELING_GROUPS for word in group}


@pytest.mark.parametrize("value", [0, 6, -1, 10**30])
def test_a_mood_out_of_range_is_refused(value: int) -> None:
    with pytest.raises(InvalidInput, match=r"from 1 .Hard. to 5 .Great., not"):
        checked_mood(value)
    with pytest.raises(InvalidInput, match="Energy goes from 1"):
        checked_energy(value)


def test_stages_and_ways_are_read_as_people_write_them() -> None:
    assert [parse_stage(f" {stage.value.upper()} ") for stage in REJECTION_STAGES] == list(
        REJECTION_STAGES
    )
    assert {parse_channel(text) for text in ("in person", "in-person", "IN_PERSON ")} == {
        Channel.IN_PERSON
    }
    assert [stage.order for stage in Stage] == [0, 1, 2, 3, 4, 5]
    assert {stage_label(stage) for stage in Stage} == {
        "Application", "Screening", "Task", "Interview", "Final round", "Offer",
    }  # fmt: skip
    assert after_stage(Stage.FINAL) == "after the final round"
    assert next(channel_label(channel) for channel in Channel) == "Email"
    assert Outcome.SILENCE.value == "silence"


@pytest.mark.parametrize("text", ["offer", "", "second round", "x" * 10_000])
def test_other_stages_are_refused_and_the_known_ones_named(text: str) -> None:
    with pytest.raises(InvalidInput, match="application, screening, task, interview, final") as no:
        parse_stage(text)
    assert len(str(no.value)) < 200
    with pytest.raises(InvalidInput, match="email, call, portal, in_person, silence"):
        parse_channel(text)


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.name)
def test_a_setting_is_read_back_as_it_was_written(one: object) -> None:
    assert one.read(one.write(one.default)) == one.default


@pytest.mark.parametrize("name", PUBLIC)
def test_a_setting_explains_itself_in_one_line(name: str) -> None:
    words = setting_words(name)
    assert words.label
    assert words.explains.endswith(".")
    assert len(words.explains) < 160


def test_text_sizes_are_factors() -> None:
    assert [text_scale(size) for size in TEXT_SIZES] == [None, 1.0, 1.25, 1.5, 1.75, 2.0]


@given(st.floats(5, 20))
def test_numbers_are_read_back_to_the_last_digit(value: float) -> None:
    for name in ("half_life", "daily_target"):
        assert setting(name).read(setting(name).write(value)) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("half_life", "4.9"), ("half_life", "20.1"), ("half_life", "nan"), ("half_life", "inf"),
        ("half_life", "-7"), ("half_life", ""), ("half_life", "seven"), ("half_life", "1e400"),
        ("daily_target", "0"), ("daily_target", "101"), ("daily_target", "\x00"),
        ("daily_target", "9" * 10_000), ("day_start_hour", "13"), ("day_start_hour", "-1"),
        ("day_start_hour", "4.5"), ("day_start_hour", "9" * 10_000), ("day_start_hour", "²"),
        ("day_start_hour", "٤"), ("free_weekdays", "someday"), ("free_weekdays", "0"),
        ("free_weekdays", "8"), ("free_weekdays", "mon,tue,wed,thu,fri,sat,sun"),
        ("free_weekdays", "1-7"), ("free_weekdays", "m" * 10_000), ("appearance", "blue"),
    ],
)  # fmt: skip
def test_hostile_values_are_refused_in_a_short_sentence(name: str, text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        setting(name).read(text)
    assert 20 < len(str(refused.value)) < 160


@pytest.mark.parametrize("text", ["sat,sun", "6,7", "Saturday; Sunday", "[sat sun]", "sun,sat,sat"])
def test_weekdays_are_read_as_people_write_them(text: str) -> None:
    assert setting("free_weekdays").read(text) == [5, 6]


@pytest.mark.parametrize("text", ["none", "", " ", "-", "[]"])
def test_no_free_weekday_is_possible(text: str) -> None:
    assert setting("free_weekdays").read(text) == []


def test_an_unknown_setting_names_those_there_are() -> None:
    with pytest.raises(InvalidInput, match=", ".join(PUBLIC)):
        setting("x" * 1000)
