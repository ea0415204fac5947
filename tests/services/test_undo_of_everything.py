"""Whatever a person does in whatever order, undo and redo give back equal journals."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.applications import Person
from desktop_app.domain.days import DayKind
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.help import HelpEntry
from desktop_app.domain.searches import CHOSEN_ENDINGS
from desktop_app.domain.stages import Outcome
from desktop_app.domain.totals import Totals
from desktop_app.services.activity_editing import ActivityForm
from desktop_app.services.importing import Importing
from desktop_app.services.searches import Searches
from desktop_app.services.totals import TotalsService
from tests.journals import Desk
from tests.services.hands import Hand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def hours_pass(hand: Hand) -> None:
    hand.desk.clock.moment += hand.one(
        timedelta(minutes=3), timedelta(hours=7), timedelta(days=1), timedelta(days=6)
    )


def an_absence_is_answered(hand: Hand) -> None:
    absence = hand.desk.absences.latest()
    if absence is not None:
        hand.one(hand.desk.absences.rested, hand.desk.absences.left_empty)(absence.days)


def own_words_change(hand: Hand) -> None:
    feelings = hand.desk.feelings
    own = [word for group in feelings.groups() for word in group.own]
    if own:
        word = hand.one(*own)
        hand.one(feelings.remove, lambda word: feelings.rename(word, "Other"))(word)


def a_kind_comes_back(hand: Hand) -> None:
    retired = hand.desk.kinds.retired()
    if retired:
        hand.desk.kinds.bring_back(hand.one(*retired).name)


STEPS: tuple[Callable[[Desk, Hand], object], ...] = (
    lambda desk, hand: desk.activities.log(
        hand.kind(), amount=hand.one(None, 2, 60), day=hand.day_or_none(), note=hand.text()
    ),
    lambda desk, hand: desk.activities.log("application", amount=hand.one(1, 3), day=hand.day()),
    lambda desk, hand: desk.activities.add_one(hand.kind(), hand.day()),
    lambda desk, hand: desk.activities.take_one(hand.kind(), hand.day()),
    lambda desk, hand: desk.activities.set_minutes(hand.of("activity"), hand.one(45, 0)),
    lambda desk, hand: desk.activities.delete(hand.of("activity")),
    lambda desk, hand: desk.editing.tell(hand.of("activity"), hand.details()),
    lambda desk, hand: desk.editing.change(
        hand.of("activity"),
        ActivityForm(hand.kind(), hand.day(), hand.at(), hand.one(None, 2), None, hand.details()),
    ),
    lambda desk, hand: desk.editing.move(hand.of("activity"), hand.day(), hand.at()),
    lambda desk, hand: desk.applications.add(hand.application(), name_logged=hand.one(True, False)),
    lambda desk, hand: desk.applications.change(hand.of("application"), hand.application()),
    lambda desk, hand: desk.applications.delete(hand.of("application")),
    lambda desk, hand: desk.applications.name_sent(
        hand.of("activity"), hand.employer(), application_id=hand.one(None, hand.of("application"))
    ),
    lambda desk, hand: desk.stages.reach(hand.of("application"), hand.stage()),
    lambda desk, hand: desk.stages.plan(hand.of("application"), hand.stage()),
    lambda desk, hand: desk.stages.took_place(hand.of("stage_event")),
    lambda desk, hand: desk.stages.change(hand.of("stage_event"), hand.stage()),
    lambda desk, hand: desk.stages.delete(hand.of("stage_event")),
    lambda desk, hand: desk.outcomes.close(
        hand.of("application"), hand.one(*Outcome), hand.day_or_none()
    ),
    lambda desk, hand: desk.outcomes.reopen(hand.of("application")),
    lambda desk, hand: desk.people.add(hand.of("application"), Person(hand.one("Ada", "Bo", ""))),
    lambda desk, hand: desk.people.change(hand.of("person"), Person("Cy")),
    lambda desk, hand: desk.people.take_away(hand.of("application"), hand.of("person")),
    lambda desk, hand: desk.rejections.note(hand.rejection()),
    lambda desk, hand: desk.rejections.change(hand.of("rejection"), hand.rejection()),
    lambda desk, hand: desk.rejections.delete(hand.of("rejection")),
    lambda desk, hand: desk.searches.begin(hand.day_or_none()),
    lambda desk, hand: desk.searches.end(
        hand.one(*CHOSEN_ENDINGS),
        day=hand.day_or_none(),
        outcomes={hand.of("application"): hand.one(Outcome.SILENCE, Outcome.WITHDRAWN)},
        accepted=hand.accepted(),
    ),
    lambda desk, hand: desk.searches.go_on(hand.of("search")),
    lambda desk, hand: desk.searches.correct(
        hand.of("search"),
        first=hand.day(),
        ended=hand.day_or_none(),
        ending=hand.one(*CHOSEN_ENDINGS),
        note=hand.text(),
    ),
    lambda desk, hand: desk.searches.pause(hand.day_or_none(), first=hand.day_or_none()),
    lambda desk, _hand: desk.searches.resume(),
    lambda desk, hand: desk.searches.pauses.change(
        hand.of("search_pause"), hand.day(), hand.day_or_none(), hand.text()
    ),
    lambda desk, hand: desk.searches.pauses.remove(hand.of("search_pause")),
    lambda desk, hand: desk.searches.estimate(hand.one(0, 6, 11)),
    lambda desk, hand: desk.check_ins.log(
        mood=hand.one(None, 1, 5), feelings=hand.one((), ("own",)), day=hand.day_or_none()
    ),
    lambda desk, hand: desk.check_ins.set_mood(hand.day(), hand.one(None, 3), hand.one(None, 0)),
    lambda desk, hand: desk.check_ins.set_feelings(hand.day(), hand.one((), ("sad", "own"))),
    lambda desk, hand: desk.check_ins.move(hand.of("check_in"), hand.day(), hand.at()),
    lambda desk, hand: desk.check_ins.delete(hand.of("check_in")),
    lambda desk, hand: desk.days.mark(hand.day_or_none(), hand.mark()),
    lambda desk, hand: desk.days.mark_span(hand.day(), hand.day(), DayKind.HOLIDAY),
    lambda desk, hand: desk.kinds.add(hand.kind_form()),
    lambda desk, hand: desk.kinds.change(hand.kind(), hand.kind_form()),
    lambda desk, hand: desk.kinds.move(hand.kind(), hand.one(0, 3)),
    lambda desk, hand: desk.kinds.retire(hand.kind()),
    lambda desk, hand: desk.kinds.show_on_today(hand.kind(), hand.one(True, False)),
    lambda desk, hand: desk.keys.choose({"log:networking": hand.one(None, ["j"], ["A"])}),
    lambda desk, hand: desk.feelings.add(hand.one("Meh", "own", "sad", ""), hand.one(0, 4)),
    lambda desk, hand: desk.targets.use(hand.one(4, 10), hand.one(None, [0, 2], [])),
    lambda desk, hand: desk.settings.set(
        hand.one("daily_target", "half_life", "day_start_hour"),
        hand.one("7", "12"),
        today=desk.recording.today(),
        earlier_days=hand.one(True, False),
    ),
    lambda desk, hand: desk.next_steps.add(hand.one("If x, then y", "Call"), hand.day_or_none()),
    lambda desk, hand: desk.next_steps.tick(hand.of("next_step"), hand.day_or_none()),
    lambda desk, hand: desk.next_steps.delete(hand.of("next_step")),
    lambda desk, _hand: desk.gentle_note.close(),
    lambda desk, hand: desk.help.add(hand.one("DE", "XX"), HelpEntry("Somebody", "1")),
    lambda desk, hand: desk.help.hide("DE", 0, hand.one(True, False)),
    lambda desk, _hand: desk.help.bring_back("DE"),
    lambda desk, hand: TotalsService(desk.journal, desk.recording).set(
        Totals(hand.one(-1, 4), 1, 0, "")
    ),
    lambda desk, hand: Importing(desk.journal, desk.recording).apply(hand.history()),
    lambda _desk, hand: an_absence_is_answered(hand),
    lambda _desk, hand: own_words_change(hand),
    lambda _desk, hand: a_kind_comes_back(hand),
    lambda _desk, hand: hours_pass(hand),
)
PICKS = st.lists(
    st.tuples(st.integers(0, len(STEPS) - 1), st.integers(0, 2**20)), min_size=12, max_size=24
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PICKS)
def test_every_step_is_whole_can_be_taken_back_and_done_again(
    picks: Sequence[tuple[int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "journal.upswing")
        try:
            desk.activities.log("application", amount=2)
            for number, chance in picks:
                play(desk, number, Hand(desk, Random(chance)))
            last, count = desk.dump(), 0
            while desk.upkeep.undo() is not None:
                count += 1
            assert desk.rows("SELECT * FROM activity") == []
            for _step in range(count):
                desk.upkeep.redo()
            assert desk.dump() == last
        finally:
            desk.close()


def play(desk: Desk, number: int, hand: Hand) -> None:
    before, mark = desk.dump(), desk.upkeep.undo_mark
    try:
        STEPS[number](desk, hand)
    except InvalidInput:
        assert desk.dump() == before
        return
    after = desk.dump()
    assert_sound(desk)
    if desk.upkeep.undo_mark == mark:
        assert after == before
        return
    desk.upkeep.undo()
    assert desk.dump() == before
    assert_sound(desk)
    desk.upkeep.redo()
    assert desk.dump() == after
    assert_sound(desk)


def assert_sound(desk: Desk) -> None:
    """What is kept in memory agrees with the file, and the file with itself."""
    desk.assert_sums_agree()
    assert desk.values() == desk.fresh_values()
    searches = desk.searches.all()
    assert searches == Searches(desk.journal, desk.recording, desk.applications).all()
    for newer, older in pairwise(searches):
        assert older.ended is not None
        assert older.ended <= newer.first
    assert all(one.ended is None or one.first <= one.ended for one in searches)
    for nothing in NOTHING:
        assert desk.rows(nothing) == []


# What no journal may hold.
NOTHING = (
    "PRAGMA foreign_key_check",
    # effort outside every search
    "SELECT day FROM activity WHERE NOT EXISTS (SELECT 1 FROM search WHERE search.day"
    " <= activity.day AND coalesce(ended_day, '9999') >= activity.day)",
    # an application that counts twice, or on another day than its own
    "SELECT application_id FROM activity JOIN activity_kind ON activity_kind.id = kind_id"
    " WHERE name = 'application' AND application_id IS NOT NULL"
    " GROUP BY application_id HAVING total(amount) > 1",
    "SELECT activity.id FROM activity JOIN activity_kind ON activity_kind.id = kind_id"
    " JOIN application ON application.id = application_id"
    " WHERE name = 'application' AND activity.day <> application.day",
    # an answer before the application
    "SELECT id FROM application WHERE outcome_day < day",
    "SELECT rejection.id FROM rejection JOIN application ON application.id = application_id"
    " WHERE rejection.day < application.day",
    # pauses that meet
    "SELECT one.id FROM search_pause AS one JOIN search_pause AS other ON one.id < other.id"
    " WHERE one.day <= coalesce(other.until_day, '9999')"
    " AND other.day <= coalesce(one.until_day, '9999')",
    # an employer of nobody
    "SELECT id FROM employer WHERE NOT EXISTS (SELECT 1 FROM application WHERE employer_id"
    " = employer.id) AND NOT EXISTS (SELECT 1 FROM person WHERE employer_id = employer.id)",
)
