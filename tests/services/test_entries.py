"""Activities, check-ins, next steps and drafts are kept as the person entered them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, NOW, TODAY, Desk

HOSTILE = [
    "<b onclick='x'>bold</b> &amp; <img src=x>",
    "$\\frac{\\alpha}{2}$ \\textbf{x} % ^_",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f642 \u200d \u2615\ufe0f",
    "\u202b\u05e9\u05dc\u05d5\u05dd\u202c \u0648 \u0645\u0631\u062d\u0628\u0627",
    "Robert'); DROP TABLE activity; --\"`",
    "=1+1 +A1 -2 @SUM(A1)",
    "NULL",
    "\U0001d518\U0001d52b\U0001d526 \ufdfd \uff46\uff55\uff4c\uff4c",
]


class TestActivities:
    def test_a_counted_kind_is_counted_and_a_timed_one_measured(self, own_journal: Desk) -> None:
        own_journal.activities.log("networking", amount=3)
        own_journal.activities.log("Follow-Up", minutes=20)
        own_journal.activities.log("learning")
        own_journal.activities.log("portfolio", amount=45)
        own_journal.activities.log("learning", minutes=75)
        logged = [
            (one.kind, one.amount, one.minutes, one.points)
            for one in own_journal.activities.of_day(TODAY)
        ]
        assert logged == [
            ("networking", 3, None, 6), ("follow_up", 1, 20, 1), ("learning", 1, 30, 2),
            ("portfolio", 1.5, 45, 3), ("learning", 2.5, 75, 5),
        ]  # fmt: skip
        assert own_journal.momentum.day(TODAY).points == 17

    @pytest.mark.parametrize(
        ("name", "amount", "minutes"),
        [
            ("nonsense", None, None), ("", None, None), ("networking", 0, None),
            ("networking", 1.5, None), ("networking", 1001, None), ("networking", -1, None),
            ("networking", float("nan"), None), ("networking", float("inf"), None),
            ("networking", None, 0), ("learning", None, 1441), ("learning", 0.5, None),
            ("learning", 30, 30), ("learning", float("nan"), None), ("learning", None, -5),
        ],
    )  # fmt: skip
    def test_what_can_not_be_is_a_sentence_and_changes_nothing(
        self, own_journal: Desk, name: str, amount: float | None, minutes: int | None
    ) -> None:
        before = own_journal.dump()
        with pytest.raises(InvalidInput) as refused:
            own_journal.activities.log(name, amount=amount, minutes=minutes)
        assert len(str(refused.value)) > 20
        assert own_journal.dump() == before

    def test_an_unknown_kind_names_those_there_are(self, own_journal: Desk) -> None:
        with pytest.raises(InvalidInput, match="application, networking, follow_up, interview"):
            own_journal.activities.kind("x" * 10_000)

    def test_tapping_again_within_ten_minutes_joins(self, own_journal: Desk) -> None:
        first = own_journal.activities.add_one("networking", TODAY)
        own_journal.set_now(NOW + timedelta(minutes=10))
        assert own_journal.activities.add_one("networking", TODAY) == first
        own_journal.set_now(NOW + timedelta(minutes=11))
        assert own_journal.activities.add_one("networking", TODAY) != first
        assert [one.amount for one in own_journal.activities.of_day(TODAY)] == [2, 1]
        for _ in range(3):
            own_journal.upkeep.undo()
        assert own_journal.activities.of_day(TODAY) == []

    def test_minutes_join_by_half_hours(self, own_journal: Desk) -> None:
        for _ in range(3):
            own_journal.activities.add_one("learning", MONDAY)
        (one,) = own_journal.activities.of_day(MONDAY)
        assert (one.minutes, one.amount, one.points) == (90, 3, 6)
        own_journal.activities.set_minutes(one.id, 1440)
        with pytest.raises(InvalidInput, match="1440"):
            own_journal.activities.add_one("learning", MONDAY)
        assert own_journal.activities.of_day(MONDAY)[0].minutes == 1440

    def test_nothing_joins_what_has_a_note_another_day_or_other_points(
        self, own_journal: Desk
    ) -> None:
        own_journal.activities.log("networking", note="Ada")
        own_journal.activities.add_one("networking", TODAY)
        own_journal.activities.add_one("networking", MONDAY)
        with own_journal.journal.write("points") as db:
            db.conn.execute("UPDATE activity_kind SET points = 4 WHERE name = 'networking'")
        own_journal.activities.add_one("networking", MONDAY)
        assert [one.points for one in own_journal.activities.of_day(TODAY)] == [2, 2]
        assert [one.points for one in own_journal.activities.of_day(MONDAY)] == [2, 4]

    def test_taking_one_goes_back_the_same_way(self, own_journal: Desk) -> None:
        for _ in range(2):
            own_journal.activities.add_one("networking", TODAY)
            own_journal.activities.add_one("learning", TODAY)
        for left in ([1, 30], [None, None]):
            assert own_journal.activities.take_one("networking", TODAY)
            assert own_journal.activities.take_one("learning", TODAY)
            now = {one.kind: one for one in own_journal.activities.of_day(TODAY)}
            assert [
                now["networking"].amount if now else None, now["learning"].minutes if now else None,
            ] == left  # fmt: skip
        assert not own_journal.activities.take_one("networking", TODAY)
        assert not own_journal.activities.take_one("learning", MONDAY)

    def test_taking_one_spares_what_has_a_note(self, own_journal: Desk) -> None:
        own_journal.activities.add_one("networking", TODAY)
        own_journal.activities.log("networking", note="Ada")
        own_journal.activities.take_one("networking", TODAY)
        assert [one.note for one in own_journal.activities.of_day(TODAY)] == ["Ada"]

    def test_minutes_can_be_set(self, own_journal: Desk) -> None:
        timed = own_journal.activities.log("learning")
        counted = own_journal.activities.log("networking", amount=3)
        own_journal.activities.set_minutes(timed, 50)
        own_journal.activities.set_minutes(counted, 25)
        first, second = own_journal.activities.of_day(TODAY)
        assert (first.minutes, first.points) == (50, pytest.approx(50 / 30 * 2))
        assert (second.minutes, second.amount, second.points) == (25, 3, 6)
        with pytest.raises(InvalidInput):
            own_journal.activities.set_minutes(timed, 0)

    def test_points_are_those_of_the_day_it_was_logged(self, own_journal: Desk) -> None:
        own_journal.activities.log("networking")
        with own_journal.journal.write("points") as db:
            db.conn.execute("UPDATE activity_kind SET points = 9 WHERE name = 'networking'")
        own_journal.activities.log("networking")
        assert [one.points for one in own_journal.activities.of_day(TODAY)] == [2, 9]
        own_journal.upkeep.undo()
        own_journal.upkeep.undo()
        assert own_journal.activities.kind("networking").points == 2


class TestCheckIns:
    def test_today_edits_the_latest_one(self, own_journal: Desk) -> None:
        own_journal.check_ins.log(mood=2)
        own_journal.check_ins.log(mood=4)
        own_journal.check_ins.set_mood(TODAY, 5)
        own_journal.check_ins.set_energy(TODAY, 1)
        own_journal.check_ins.set_feelings(TODAY, ["calm"])
        assert [one.mood for one in own_journal.check_ins.of_day(TODAY)] == [2, 5]
        latest = own_journal.check_ins.latest(TODAY)
        assert latest is not None
        assert (latest.energy, latest.feelings, latest.at) == (1, ("calm",), NOW)

    def test_the_mood_of_a_day_is_the_mean(self, own_journal: Desk) -> None:
        for mood in (1, 4, None):
            own_journal.check_ins.log(mood=mood, energy=3)
        assert own_journal.momentum.day(TODAY).mood == 2.5

    def test_clearing_everything_leaves_no_check_in(self, own_journal: Desk) -> None:
        own_journal.check_ins.set_mood(TODAY, 3)
        own_journal.check_ins.set_feelings(TODAY, ["calm"])
        own_journal.check_ins.set_note(TODAY, "n")
        own_journal.check_ins.set_note(TODAY, "")
        own_journal.check_ins.set_feelings(TODAY, [])
        own_journal.check_ins.set_mood(TODAY, None)
        assert own_journal.check_ins.latest(TODAY) is None
        own_journal.assert_sums_agree()

    def test_up_to_three_feelings_own_words_too(self, own_journal: Desk) -> None:
        own_journal.check_ins.set_feelings(TODAY, ["calm", " calm ", "", "wie neu", "tired"])
        latest = own_journal.check_ins.latest(TODAY)
        assert latest is not None
        assert latest.feelings == ("calm", "wie neu", "tired")
        assert "wie neu" in own_journal.feelings.words()
        before = own_journal.dump()
        for feelings in (["a", "b", "c", "d"], ["x" * 41], ["a\x00"]):
            with pytest.raises(InvalidInput):
                own_journal.check_ins.set_feelings(TODAY, feelings)
        assert own_journal.dump() == before

    def test_an_empty_check_in_is_refused(self, own_journal: Desk) -> None:
        with pytest.raises(InvalidInput, match="says something"):
            own_journal.check_ins.log(feelings=["", " "], note="")

    @pytest.mark.parametrize("mood", [0, 6, -3])
    def test_a_mood_out_of_range_changes_nothing(self, own_journal: Desk, mood: int) -> None:
        for attempt in (
            lambda: own_journal.check_ins.log(mood=mood),
            lambda: own_journal.check_ins.log(energy=mood),
            lambda: own_journal.check_ins.set_mood(TODAY, mood),
            lambda: own_journal.check_ins.set_energy(TODAY, mood),
        ):
            with pytest.raises(InvalidInput):
                attempt()
        assert own_journal.rows("SELECT * FROM check_in") == []


class TestNextSteps:
    @pytest.mark.parametrize(
        ("line", "cue", "text"),
        [
            ("If it rains, then call Ada", "it rains", "call Ada"),
            ("if  I have had coffee then write", "I have had coffee", "write"),
            ("IF a, b, THEN c, then d", "a, b", "c, then d"),
            ("Write to Ada", "", "Write to Ada"),
            ("If it rains", "", "If it rains"),
            ("iffy, then", "", "iffy, then"),
            ("If x, then", "", "If x, then"),
        ],
    )
    def test_an_if_then_plan_is_read(
        self, own_journal: Desk, line: str, cue: str, text: str
    ) -> None:
        own_journal.next_steps.add(line)
        (step,) = own_journal.next_steps.on(TODAY)
        assert (step.cue, step.text) == (cue, text)

    def test_a_step_done_stays_in_sight_until_tomorrow(self, own_journal: Desk) -> None:
        later = own_journal.next_steps.add("second", due=TODAY + timedelta(days=2))
        first = own_journal.next_steps.add("first", due=TODAY)
        own_journal.next_steps.add("some day")
        own_journal.next_steps.tick(first, TODAY)
        assert [one.text for one in own_journal.next_steps.on(TODAY)] == [
            "second", "some day", "first",
        ]  # fmt: skip
        tomorrow = TODAY + timedelta(days=1)
        assert [one.text for one in own_journal.next_steps.on(tomorrow)] == ["second", "some day"]
        own_journal.next_steps.tick(first, None)
        assert own_journal.next_steps.on(tomorrow)[0].done is None
        own_journal.next_steps.delete(later)
        assert [one.text for one in own_journal.next_steps.on(TODAY)] == ["first", "some day"]

    def test_what_is_no_step_is_refused(self, own_journal: Desk) -> None:
        for line in ("", "  \n ", "x" * 501, "a\x00b"):
            with pytest.raises(InvalidInput):
                own_journal.next_steps.add(line)
        step = own_journal.next_steps.add("walk")
        with pytest.raises(InvalidInput, match="future"):
            own_journal.next_steps.tick(step, TODAY + timedelta(days=2))
        assert own_journal.next_steps.on(TODAY)[0].done is None


class TestDrafts:
    def test_a_draft_is_kept_until_it_is_dropped(self, own_journal: Desk) -> None:
        own_journal.drafts.keep("note:2026-11-19", "half a sent")
        own_journal.drafts.keep("note:2026-11-19", "half a sentence")
        own_journal.drafts.keep("other", "text")
        own_journal.reopen()
        assert own_journal.drafts.get("note:2026-11-19") == "half a sentence"
        own_journal.drafts.drop("note:2026-11-19")
        assert own_journal.drafts.get("note:2026-11-19") == ""
        assert own_journal.drafts.get("other") == "text"

    def test_a_draft_is_no_step_and_tells_nobody(self, own_journal: Desk) -> None:
        own_journal.activities.log("networking")
        own_journal.changes.clear()
        own_journal.drafts.keep("note", "text")
        assert own_journal.changes == []
        own_journal.upkeep.undo()
        assert own_journal.drafts.get("note") == "text"

    def test_whatever_was_typed_is_kept(self, own_journal: Desk) -> None:
        own_journal.drafts.keep("note", "a\x00b\ud800c" + "x" * 300_000)
        assert own_journal.drafts.get("note").startswith("abcx")


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back_from_every_field_as_it_was(own_journal: Desk, text: str) -> None:
    desk = own_journal
    desk.check_ins.log(mood=3, feelings=[text[:40].strip()], note=text)
    desk.activities.log("networking", note=text)
    desk.next_steps.add(text)
    desk.drafts.keep(text, text)
    noted = desk.rejections.note(RejectionForm(text, text, reason=text + "\n" + text))
    desk.reopen()
    latest = desk.check_ins.latest(TODAY)
    assert latest is not None
    assert (latest.note, latest.feelings) == (text, (text[:40].strip(),))
    assert desk.activities.of_day(TODAY)[0].note == text
    assert desk.next_steps.on(TODAY)[0].text == text
    assert desk.drafts.get(text) == text
    rejection = desk.rejections.get(noted)
    assert rejection is not None
    assert (rejection.employer, rejection.position) == (text, text)
    assert rejection.reason == text + "\n" + text
    desk.assert_sums_agree()


def test_the_summary_counts_and_names_the_days(own_journal: Desk) -> None:
    nothing = own_journal.summary.counts()
    assert {count.count for count in nothing.values()} == {0}
    assert {count.first for count in nothing.values()} == {None}
    own_journal.activities.log("networking", day=MONDAY)
    own_journal.activities.log("networking")
    own_journal.check_ins.log(mood=3)
    own_journal.rejections.note(RejectionForm("Acme"))
    own_journal.next_steps.add("walk")
    counts = own_journal.summary.counts()
    assert list(counts) == [
        "check_ins", "activities", "applications", "rejections", "lessons",
        "feedback_requests", "next_steps",
    ]  # fmt: skip
    activities = counts["activities"]
    assert (activities.count, activities.first, activities.last) == (2, MONDAY, TODAY)
    assert counts["rejections"].first == TODAY
    assert (counts["applications"].count, counts["applications"].first) == (1, None)
    assert counts["lessons"].count == 0
