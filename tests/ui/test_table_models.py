"""Table models: order by every column, what is unknown last, search and condition, speed."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.domain.entries import Application, Rejection
from desktop_app.domain.guide.handled import Handled
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.stages import Channel, Stage
from desktop_app.ui.models.application_matches import MOST, ApplicationMatches
from desktop_app.ui.models.rejections import RejectionTable
from desktop_app.ui.models.sort_filter import SortFilter
from desktop_app.ui.models.table import ICON_ROLE, OBJECT_ROLE, SORT_ROLE

TODAY = date(2026, 11, 24)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def rejection(
    identity: int,
    employer: str = "Halden",
    day: date | None = TODAY,
    stage: Stage = Stage.APPLICATION,
    position: str = "Analyst",
    channel: Channel = Channel.EMAIL,
    reason: str = "",
) -> Rejection:
    return Rejection(identity, identity, employer, position, day, stage, channel, reason, None)


THREE = [
    rejection(1, "beta", date(2025, 12, 30), Stage.TASK, "", Channel.CALL, "No budget"),
    rejection(2, "Alpha", None, Stage.FINAL, "Planner", Channel.SILENCE),
    rejection(3, "gamma", date(2026, 2, 1), Stage.APPLICATION, "analyst", Channel.EMAIL),
]


def over(records: list[Rejection]) -> tuple[RejectionTable, SortFilter[Rejection]]:
    table = RejectionTable(lambda: TODAY)
    table.set_records(records)
    return table, SortFilter(table)


def shown(proxy: SortFilter[Rejection]) -> list[int]:
    return [proxy.record(row).id for row in range(proxy.rowCount())]


def test_the_models_keep_the_rules_of_qt(qapp: object) -> None:
    table, proxy = over(THREE)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (table, proxy)
    ]
    proxy.sort(1, UP)
    proxy.set_search("alpha")
    table.set_records(THREE[:2])
    proxy.set_condition(lambda one: one.id == 1)
    assert len(testers) == 2


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        ("day", UP, [1, 3, 2]),
        ("day", DOWN, [3, 1, 2]),
        ("employer", UP, [2, 1, 3]),
        ("employer", DOWN, [3, 1, 2]),
        ("position", UP, [3, 2, 1]),
        ("position", DOWN, [2, 3, 1]),
        ("stage", UP, [3, 1, 2]),
        ("stage", DOWN, [2, 1, 3]),
        ("channel", UP, [3, 1, 2]),
        ("channel", DOWN, [2, 1, 3]),
    ],
)
def test_every_column_sorts_and_what_is_unknown_comes_last(
    column: str, order: Qt.SortOrder, expected: list[int]
) -> None:
    table, proxy = over(THREE)
    proxy.sort(table.column(column), order)
    assert shown(proxy) == expected
    table.set_records(THREE)
    assert shown(proxy) == expected


def test_cells_say_day_year_and_what_is_unknown() -> None:
    _table, proxy = over(THREE)
    assert [proxy.index(row, 0).data() for row in range(3)] == ["30 Dec 2025", "no day", "1 Feb"]
    assert [proxy.index(0, place).data() for place in range(1, 5)] == ["beta", "", "Task", "Call"]
    assert proxy.index(0, 0).data(SORT_ROLE) == (date(2025, 12, 30), 1)
    assert proxy.index(0, 0).data(OBJECT_ROLE) is THREE[0]


def test_a_search_looks_for_every_word_in_employer_position_and_reason() -> None:
    _table, proxy = over(THREE)
    proxy.set_search("BUDGET beta")
    assert shown(proxy) == [1]
    proxy.set_search("a")
    proxy.set_condition(lambda one: one.stage is Stage.FINAL)
    assert shown(proxy) == [2]
    proxy.set_search("nowhere")
    assert shown(proxy) == []
    assert proxy.headerData(1, Qt.Orientation.Horizontal) == "Employer"
    proxy.set_search("")
    proxy.set_condition(None)
    assert shown(proxy) == [1, 2, 3]


def test_a_row_is_found_by_its_record() -> None:
    _table, proxy = over(THREE)
    proxy.set_search("alpha")
    assert proxy.row_of(2) == 0
    assert proxy.row_of(1) is None
    assert proxy.row_of(99) is None


def test_an_index_follows_its_record_when_rows_move(qapp: object) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    table, proxy = over(THREE)
    kept = QPersistentModelIndex(proxy.index(0, 1))
    proxy.sort(table.column("stage"), DOWN)
    assert kept.data(OBJECT_ROLE) is THREE[0]
    assert kept.row() == 1


def test_a_thousand_rejections_sort_and_filter_in_a_blink() -> None:
    many = [
        rejection(n, f"Employer {n * 37 % 1000}", TODAY - timedelta(n * 91 % 900))
        for n in range(1000)
    ]
    _table, proxy = over(many)
    took = []
    for turn in range(9):
        began = time.perf_counter()
        proxy.sort(turn % 5, DOWN if turn % 2 else UP)
        proxy.set_search(f"employer {turn + 1}")
        assert proxy.rowCount() > 100
        took.append(time.perf_counter() - began)
    assert sorted(took)[4] < 0.04  # both together; each has 20 ms


# Applications that fit


def application(identity: int, employer: str, position: str = "") -> Application:
    return Application(identity, employer, position, TODAY, Stage.APPLICATION, None)


def found(matches: ApplicationMatches, typed: str) -> list[int]:
    return [matches.application(row).id for row in range(matches.look_for(typed))]


def test_the_employer_that_begins_so_comes_first_and_chance_last() -> None:
    matches = ApplicationMatches(
        [
            application(1, "Replanning"),
            application(2, "Oak", "Planner"),
            application(3, "Planet"),
        ]
    )
    assert found(matches, "Plan") == [3, 2, 1]
    assert matches.sure
    assert found(matches, "lanning") == [1]
    assert not matches.sure
    assert found(matches, "oak  PLAN") == [2]
    assert found(matches, "") == []


def test_a_list_stays_short() -> None:
    matches = ApplicationMatches([application(n, f"Same {n}") for n in range(500)])
    assert matches.look_for("same") == MOST


def test_a_rejection_shows_how_it_was_handled_and_is_found_by_it() -> None:
    table, proxy = over([])
    table.set_handled(
        {
            1: Handled(frozenset(Step), "Name a number", AskState.ANSWERED, True, written="Lund"),
            2: Handled(ask=AskState.TO_ASK),
            3: Handled(history=True),
        }
    )
    table.set_records(THREE)
    for name, expected in (
        ("steps", ["4 of 4 steps", "0 of 4 steps", ""]),
        ("lesson", ["Name a number", "", ""]),
        ("ask", ["Sealed", "To ask", ""]),
    ):
        cells = [table.index(row, table.column(name)) for row in range(3)]
        assert [cell.data() for cell in cells] == expected
    icons = [table.index(row, table.column("ask")).data(ICON_ROLE) for row in range(3)]
    assert icons == ["lock", "mail-question", ""]
    proxy.set_search("lund no budget")
    assert shown(proxy) == [1]
