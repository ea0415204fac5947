"""The guide keeps what is answered, sorted and felt, and takes nothing without a way back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.questions import FRIEND, WENT_WELL
from desktop_app.domain.guide.reasons import Place
from desktop_app.domain.guide.steps import Depth, Step, depth_of, main_steps
from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from tests.journals import TODAY

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from tests.journals import Desk


def case(services: Services, identity: int) -> Case:
    found = services.guide.case(identity)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("stage", "channel", "mood", "depth"),
    [
        (Stage.APPLICATION, Channel.EMAIL, 3, Depth.FORM_LETTER),
        (Stage.APPLICATION, Channel.PORTAL, None, Depth.FORM_LETTER),
        (Stage.APPLICATION, None, None, Depth.FORM_LETTER),
        (Stage.APPLICATION, Channel.CALL, 3, Depth.MET),
        (Stage.APPLICATION, Channel.EMAIL, 1, Depth.LONG),
        (Stage.SCREENING, Channel.EMAIL, 2, Depth.MET),
        (Stage.TASK, None, None, Depth.MET),
        (Stage.INTERVIEW, Channel.CALL, 5, Depth.MET),
        (Stage.FINAL, Channel.CALL, 5, Depth.LONG),
        (Stage.FINAL, Channel.SILENCE, None, Depth.LONG),
        (Stage.INTERVIEW, Channel.SILENCE, None, Depth.SILENCE),
        (Stage.APPLICATION, Channel.SILENCE, 1, Depth.SILENCE),
    ],
)
def test_the_guide_goes_as_deep_as_the_no_needs(
    stage: Stage, channel: Channel | None, mood: int | None, depth: Depth
) -> None:
    assert depth_of(stage, channel, mood) is depth
    all_four = depth in (Depth.MET, Depth.LONG)
    assert (main_steps(depth) == tuple(Step)) is all_four


def test_an_answer_is_saved_as_it_is_typed_as_one_step(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    before = own_journal.dump()
    for text in ("Y", "You", "You are more than this."):
        services.guide.answer(interview_no, Step.NOT_PERSONAL, FRIEND, text)
    assert case(services, interview_no).answers == {FRIEND: "You are more than this."}
    services.upkeep.undo()
    assert own_journal.dump() == before


def test_an_answer_without_words_leaves_no_trace(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    before = own_journal.dump()
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, "The opening.")
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, "  ")
    assert own_journal.dump() == before


def test_not_knowing_is_an_answer_and_can_be_taken_back(
    services: Services, interview_no: int
) -> None:
    services.guide.cannot_know(interview_no, True)
    assert case(services, interview_no).cannot_know
    assert case(services, interview_no).answers == {}
    services.guide.cannot_know(interview_no, False)
    assert not case(services, interview_no).cannot_know


def test_at_most_three_cards_are_suggested_and_none_is_placed(
    services: Services, interview_no: int
) -> None:
    offered = services.guide.suggested(interview_no)
    assert len(offered) == 3
    assert not any(card.own for card in offered)
    assert case(services, interview_no).reasons == ()


def test_a_card_is_sorted_moved_and_taken_away(services: Services, interview_no: int) -> None:
    guide = services.guide
    card = guide.place(interview_no, "An internal candidate", Place.OUTSIDE, own=False)
    guide.place(interview_no, "SQL test: ran out of time", Place.MINE)
    guide.place(interview_no, "an  INTERNAL candidate", Place.SHARED)
    placed = case(services, interview_no).reasons
    assert [(one.card.text, one.place) for one in placed] == [
        ("SQL test: ran out of time", Place.MINE),
        ("An internal candidate", Place.SHARED),
    ]
    guide.take_away(interview_no, card)
    assert len(case(services, interview_no).reasons) == 1


def test_an_own_card_is_suggested_again_after_the_same_stage(services: Services) -> None:
    def no(stage: Stage) -> int:
        return services.rejections.note(RejectionForm("Acme", f"{stage} role", stage=stage))

    first = no(Stage.INTERVIEW)
    services.guide.place(first, "The panel was seven people", Place.OUTSIDE)
    second = no(Stage.INTERVIEW)
    offered = [card.text for card in services.guide.suggested(second)]
    assert offered[0] == "The panel was seven people"
    assert len(offered) == 3
    assert "The panel was seven people" not in [
        card.text for card in services.guide.suggested(no(Stage.SCREENING))
    ]
    fresh = services.guide.add_card(second, "They paused hiring")
    assert services.guide.suggested(second)[0].id == fresh
    services.guide.place(second, "The panel was seven people", Place.SHARED)
    assert "The panel was seven people" not in [
        card.text for card in services.guide.suggested(second)
    ]


def test_moods_inside_the_guide_belong_to_no_day(services: Services, interview_no: int) -> None:
    services.guide.set_mood(interview_no, 1)
    services.guide.set_mood_after(interview_no, 3)
    found = case(services, interview_no)
    assert (found.rejection.mood, found.mood_after) == (1, 3)
    assert found.depth is Depth.LONG
    assert services.check_ins.of_day(TODAY) == []
    for wrong in (0, 6):
        with pytest.raises(InvalidInput, match="Mood goes from 1"):
            services.guide.set_mood(interview_no, wrong)


def test_the_four_dots_show_what_each_step_holds(services: Services, interview_no: int) -> None:
    guide = services.guide
    assert guide.steps_done() == {}
    guide.cannot_know(interview_no, True)
    services.lessons.write(interview_no, "Name one number.", Stage.INTERVIEW)
    assert guide.steps_done() == {interview_no: {Step.NOT_PERSONAL, Step.LEARN}}
    services.feedback.prepare(interview_no, draft="May I ask …")
    guide.close(interview_no)
    assert guide.steps_done() == {interview_no: set(Step)}
    guide.open_again(interview_no)
    assert Step.FOCUS not in guide.steps_done()[interview_no]


def test_a_rejection_that_was_deleted_meanwhile_is_said_and_nothing_is_lost(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    services.rejections.delete(interview_no)
    before = own_journal.dump()
    for use in (
        lambda: services.guide.answer(interview_no, Step.LEARN, FRIEND, "words"),
        lambda: services.guide.place(interview_no, "reason", Place.MINE),
        lambda: services.guide.close(interview_no),
        lambda: services.guide.set_mood(interview_no, 3),
        lambda: services.guide.suggested(interview_no),
    ):
        with pytest.raises(InvalidInput, match="no longer there"):
            use()
    assert services.guide.case(interview_no) is None
    assert own_journal.dump() == before


@pytest.mark.parametrize("text", ["", "  ", "x" * 121, "a\x00b", "\ud800"])
def test_a_reason_that_is_none_is_refused(
    services: Services, interview_no: int, own_journal: Desk, text: str
) -> None:
    before = own_journal.dump()
    with pytest.raises(InvalidInput):
        services.guide.place(interview_no, text, Place.MINE)
    assert own_journal.dump() == before


def test_a_hundred_thousand_characters_are_kept(services: Services, interview_no: int) -> None:
    text = "Ein langer Tag. " * 6_250
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, text)
    assert case(services, interview_no).answers[WENT_WELL] == text


def test_everything_in_the_guide_can_be_searched(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, "The Northlight story")
    services.guide.place(interview_no, "Nebenkriegsschauplatz", Place.SHARED)
    own_journal.assert_sums_agree()
    for word in ("northlight", "nebenkriegsschauplatz"):
        assert own_journal.value("SELECT count(*) FROM written WHERE written MATCH ?", word) == 1


def test_the_guide_never_changes_momentum(services: Services, interview_no: int) -> None:
    services.activities.log("application")
    before = [facts.momentum for facts in services.momentum.timeline().days]
    services.guide.set_mood(interview_no, 1)
    services.guide.answer(interview_no, Step.NOT_PERSONAL, FRIEND, "Rest now.")
    services.guide.close(interview_no)
    assert [facts.momentum for facts in services.momentum.timeline().days] == before


def test_going_through_a_no_after_the_end_begins_no_new_search(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    services.searches.end(Ending.ACCEPTED)
    own_journal.set_day(TODAY + timedelta(days=5))
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, "The opening.")
    services.lessons.log_learning(interview_no)
    request = services.feedback.prepare(interview_no, draft="Hello")
    services.feedback.asked(request)
    services.feedback.reminded(request)
    services.lessons.practised(services.lessons.add("Breathe."))
    assert services.searches.current() is None
    assert len(services.activities.of_day(TODAY + timedelta(days=5))) == 5


def test_a_later_no_that_gets_the_number_of_a_deleted_one_has_none_of_its_drafts(
    services: Services, interview_no: int
) -> None:
    services.drafts.keep(f"guide:{interview_no}:cue", "it is 9:30")
    services.rejections.delete(interview_no)
    services.upkeep.undo()
    assert services.drafts.get(f"guide:{interview_no}:cue") == "it is 9:30"
    services.rejections.delete(interview_no)
    later = services.rejections.note(RejectionForm("Bolt"))
    assert later == interview_no
    assert services.drafts.get(f"guide:{later}:cue") == ""
