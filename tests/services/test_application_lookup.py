"""'Did I apply here already?' finds an employer however it is spelled, and nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.domain.entries import Application
from desktop_app.domain.stages import Stage
from desktop_app.services.application_lookup import ApplicationLookup

DAY = date(2026, 11, 19)


def known(*names: str) -> ApplicationLookup:
    """Each ``Employer`` or ``Employer · Position``, the first sent last."""
    return ApplicationLookup(
        Application(
            number,
            *(name.partition(" · ")[::2]),
            DAY - timedelta(days=number),
            Stage.APPLICATION,
            None,
        )
        for number, name in enumerate(names)
    )


def found(lookup: ApplicationLookup, employer: str, position: str = "") -> list[str]:
    return [one.title for one in lookup.find(employer, position)]


@pytest.mark.parametrize(
    "typed",
    [
        "ha",
        "Halden",
        "HALDEN ANALYTICS",
        "Halden Analytics GmbH & Co. KG",
        "halden anal",
        "Haldén",
        "Haldn",
        "Hadlen Analytics",
        "Halden Analtyics S.A.",
        "Analytics",
        "Analytics Halden",
        "Halden Analytics France",
    ],
)
def test_an_employer_is_found_while_it_is_typed(typed: str) -> None:
    lookup = known("Halden Analytics Ltd", "Walden Books", "Oakline", "Norvik Foods")
    assert found(lookup, typed) == ["Halden Analytics Ltd"]


@pytest.mark.parametrize(
    "typed", ["", " ", "h", "Walten", "lden", "Haldiram Foods", "Ltd", "Station 4", "tics"]
)
def test_nobody_else_is(typed: str) -> None:
    assert found(known("Halden Analytics Ltd", "Station 7"), typed) == []


def test_the_same_name_comes_before_one_that_only_begins_so() -> None:
    lookup = known("Orange Business", "Orangina", "Orange SA", "Blue Orange")
    assert found(lookup, "orange") == ["Orange SA", "Orange Business", "Blue Orange", "Orangina"]


def test_the_same_position_comes_first_then_the_newest() -> None:
    lookup = known(
        "Halden · Planner", "Halden · Data Analyst (m/w/d)", "Haldenberg · Data analyst", "Halden"
    )
    assert found(lookup, "Halden", "data analyst") == [
        "Halden · Data Analyst (m/w/d)",
        "Haldenberg · Data analyst",
        "Halden · Planner",
        "Halden",
    ]
    assert found(lookup, "Halden")[:2] == ["Halden · Planner", "Halden · Data Analyst (m/w/d)"]


def test_an_unknown_day_comes_last_and_short_names_are_found() -> None:
    lookup = ApplicationLookup(
        Application(n, "3M", str(day), day, Stage.APPLICATION, None)
        for n, day in enumerate((None, DAY))
    )
    assert found(lookup, "3m company") == ["3M · 2026-11-19", "3M · None"]
