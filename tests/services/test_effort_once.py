"""However an application came to be known, it counts as effort once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.services.application_form import AlreadyThere, ApplicationForm
from tests.journals import MONDAY, TODAY, Desk

FRIDAY = MONDAY - timedelta(days=3)

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 3), st.integers(0, 2)),
        st.tuples(st.just("add another"), st.integers(0, 3), st.integers(0, 2)),
        st.tuples(st.just("log"), st.integers(1, 3), st.integers(0, 2)),
        st.tuples(st.just("rename"), st.integers(0, 5), st.integers(0, 3)),
        st.tuples(st.just("move"), st.integers(0, 5), st.integers(0, 2)),
        st.tuples(st.just("name"), st.integers(0, 5), st.integers(0, 3)),
        st.tuples(st.just("delete"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("undo"), st.just(0), st.just(0)),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_adding_renaming_deleting_applications_never_counts_an_activity_twice(
    steps: list[tuple[str, int, int]],
) -> None:
    """What is logged is what the person sent; each application stands for one at the most."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "journal.upswing")
        try:
            play(desk, steps)
        finally:
            desk.close()


def play(desk: Desk, steps: list[tuple[str, int, int]]) -> None:
    names = ("Halden", "halden", "Bolt", "Corvid")
    days = (FRIDAY, MONDAY, TODAY)
    sent = 0  # what the person says they sent
    history: list[int] = []

    def count() -> int:
        return int(desk.value("SELECT total(amount) FROM activity"))

    for step, one, two in steps:
        applications = desk.applications.all()
        activities = desk.rows("SELECT id FROM activity ORDER BY id")
        mark = desk.upkeep.undo_mark
        before = sent
        try:
            if step == "log":
                desk.activities.log("application", amount=one, day=days[two])
                sent += one
            elif step in ("add", "add another"):
                free = desk.applications.unnamed_sent(days[two], names[one])
                logged = step == "add"
                form = ApplicationForm(names[one], day=days[two])
                desk.applications.add(form, name_logged=logged)
                sent += 0 if free and logged else 1
            elif step == "name" and activities:
                activity = activities[one % len(activities)][0]
                desk.applications.name_sent(activity, names[two])
            elif step == "undo":
                if desk.upkeep.undo() is not None:
                    sent = history.pop()
                continue
            elif applications:
                chosen = applications[one % len(applications)]
                if step == "rename":
                    desk.applications.change(chosen.id, ApplicationForm(names[two], day=chosen.day))
                elif step == "move":
                    desk.applications.change(
                        chosen.id, ApplicationForm(chosen.employer, day=days[two])
                    )
                elif step == "delete":
                    desk.applications.delete(chosen.id)
        except AlreadyThere:
            assert desk.upkeep.undo_mark == mark
        if desk.upkeep.undo_mark != mark:
            history.append(before)
        assert count() == sent, step
        twice = desk.rows(
            "SELECT application_id FROM activity WHERE application_id IS NOT NULL"
            " GROUP BY application_id HAVING total(amount) > 1"
        )
        assert twice == []
        same_day = desk.value(
            "SELECT count(*) FROM activity JOIN application"
            " ON application.id = activity.application_id WHERE activity.day <> application.day"
        )
        assert same_day == 0
    desk.assert_sums_agree()
