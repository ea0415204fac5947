"""Drafts fit their stage, stay short and kind, and can be the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import REJECTION_STAGES, Stage
from desktop_app.services.templates import MOST_WORDS, OTHER_MAIL, filled, word_count

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services

VALUES = {"person": "Marta", "position": "data analyst", "employer": "Halden", "detail": ""}


def test_what_ships_is_short_thankful_and_asks(services: Services) -> None:
    shipped = services.templates.all()
    assert len(shipped) >= 6
    for one in shipped:
        body = filled(one.body, VALUES)
        assert word_count(body) <= MOST_WORDS, one.name
        assert "thank" in body.casefold(), one.name
        assert "{" not in body, one.name
        assert one.subject, one.name
        assert one.key == "reminder" or 1 <= body.count("?") <= 2, one.name
        for word in ("unfair", "disappoint", "reconsider", "why did"):
            assert word not in body.casefold(), one.name


@pytest.mark.parametrize("stage", REJECTION_STAGES)
def test_there_is_a_draft_for_every_stage(services: Services, stage: Stage) -> None:
    found = services.templates.fitting(stage)
    assert found.stage in (stage, None)
    assert found.key not in OTHER_MAIL


def test_an_own_template_stands_in_for_one_of_ours(services: Services) -> None:
    ours = services.templates.fitting(Stage.TASK)
    kept = services.templates.keep(ours.name, Stage.TASK, "My subject", "Hello {person}.")
    own = services.templates.fitting(Stage.TASK)
    assert (own.id, own.subject, own.body) == (kept, "My subject", "Hello {person}.")
    assert [one.name for one in services.templates.all()].count(ours.name) == 1
    services.templates.keep(ours.name, Stage.TASK, "Other", "Hi {person}.", kept)
    assert services.templates.fitting(Stage.TASK).subject == "Other"
    services.templates.delete(kept)
    assert services.templates.fitting(Stage.TASK) == ours


@pytest.mark.parametrize(
    ("name", "body"), [("", "words"), ("name", "  "), ("name", "word " * 121), ("n", "a\x00")]
)
def test_a_template_that_is_none_is_refused(services: Services, name: str, body: str) -> None:
    with pytest.raises(InvalidInput):
        services.templates.keep(name, None, "", body)


def test_a_place_without_a_value_leaves_no_gap() -> None:
    text = "Hello {person},\n\nthank you for the talk. {detail}\n\nAbout {position} at {employer} ."
    assert filled(text, {"employer": "Halden"}) == (
        "Hello,\n\nthank you for the talk.\n\nAbout at Halden."
    )


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_a_value_is_never_taken_for_a_place(value: str) -> None:
    shown = filled("{detail}", {"detail": "{person}" + value, "person": "Marta"})
    assert "Marta" not in shown or "Marta" in value
