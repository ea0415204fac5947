"""What a search was: effort in plain figures, lessons, its line, and no noes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.searches import AcceptedOffer, Ending, length_words
from desktop_app.services.importing import Importing
from desktop_app.services.look_back import SearchStory
from desktop_app.services.rejections import RejectionForm
from desktop_app.transfer.recognise import read_history
from tests.journals import MONDAY, TODAY, Desk

DAY = timedelta(days=1)
FRENCH = Path(__file__).parent.parent / "data" / "applications_france_2023.csv"


@pytest.fixture
def desk(own_journal: Desk) -> Desk:
    return own_journal


def story_of(desk: Desk, identity: int) -> SearchStory:
    story = desk.look_back.story(identity)
    assert story is not None
    return story


def done(story: SearchStory) -> dict[str, tuple[float, int]]:
    return {one.kind.name: (one.amount, one.minutes) for one in story.done}


def test_it_counts_what_was_done_and_on_how_many_days(desk: Desk) -> None:
    desk.activities.log("application", amount=2, day=MONDAY)
    desk.activities.log("learning", minutes=90, day=MONDAY)
    desk.activities.log("application", day=TODAY)
    desk.check_ins.log(mood=4, day=MONDAY + DAY)
    search = desk.searches.end(Ending.ACCEPTED, accepted=AcceptedOffer("Ferro Labs", "Analyst"))
    story = story_of(desk, search)
    assert (story.days, story.effort_days) == (4, 2)
    assert done(story) == {"application": (3, 0), "learning": (3, 90)}
    assert (story.employer, story.position) == ("Ferro Labs", "Analyst")
    assert story.search.ending is Ending.ACCEPTED


def test_it_tells_lessons_and_no_noes(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.rejections.note(RejectionForm("Oakline", day=MONDAY + DAY))
    with desk.journal.write("Lesson") as db:
        for day, text in ((MONDAY, "Name one number."), (MONDAY - 9 * DAY, "Another search's.")):
            db.table("lesson").insert({**desk.recording.stamp(day), "text": text})
    running = desk.searches.current()
    assert running is not None
    story = story_of(desk, running.id)
    assert story.lessons == ("Name one number.",)
    assert story.timeline.rejections == ()
    assert not any("reject" in name for name in SearchStory.__dataclass_fields__)


def test_a_search_that_runs_is_told_up_to_today(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    running = desk.searches.current()
    assert running is not None
    story = story_of(desk, running.id)
    assert (story.last, story.days, story.search.ended) == (TODAY, 4, None)


def test_a_day_on_which_the_next_begins_is_the_latters(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    former = desk.searches.end(Ending.STOPPED)
    running = desk.searches.begin()
    desk.activities.log("networking")
    assert done(story_of(desk, former)) == {"application": (1, 0)}
    assert done(story_of(desk, running)) == {"networking": (1, 0)}
    assert [desk.look_back.effort_days(one) for one in desk.searches.all()] == [1, 1]


def test_a_search_that_was_brought_in_is_told_too(desk: Desk) -> None:
    Importing(desk.journal, desk.recording).apply(read_history(FRENCH, today=TODAY))
    (search,) = desk.searches.all()
    story = story_of(desk, search.id)
    assert search.ending is Ending.ACCEPTED
    assert story.employer
    assert done(story)["application"][0] > 400
    assert story.timeline.has_line


def test_what_is_gone_has_no_story(desk: Desk) -> None:
    assert desk.look_back.story(1) is None


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (20, "20 days"), (21, "3 weeks"), (86, "12 weeks"), (364, "12 months"),
     (3650, "120 months")],
)  # fmt: skip
def test_its_length_is_told_in_the_unit_that_people_use(days: int, words: str) -> None:
    assert length_words(days) == words
