"""The actions of pages: what can be done with the record or the no that is in sight there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.domain.guide.reasons import Place, cannot_know, place_key, place_label
from desktop_app.domain.guide.steps import Step, step_title
from desktop_app.domain.mood import MOODS, mood_word
from desktop_app.domain.stages import Outcome, Stage, stage_label
from desktop_app.i18n import _
from desktop_app.ui.actions.action import MOOD_ICONS, Action

if TYPE_CHECKING:
    from collections.abc import Iterator


def applications() -> Iterator[Action]:
    """Yield what can be done with the application that is selected on its page."""

    def of_page(name: str, label: str, *keys: str, **more: Any) -> Action:  # noqa: ANN401
        return Action(name, label, "applications", keys, "applications", only_here=True, **more)

    for stage, key in zip(Stage, ("", "S", "T", "I", "F", "O"), strict=True):
        if key:
            label = _("Stage reached: {stage}").format(stage=stage_label(stage))
            yield of_page(f"reach:{stage}", label, key)
    yield of_page("plan_stage", _("Plan a stage, or add a past one…"), "P", icon="calendar-plus")
    yield of_page("took_place", _("What was planned took place"), "H", icon="check")
    for outcome, label, key in (
        (Outcome.OFFER_ACCEPTED, _("I accepted the offer"), "A"),
        (Outcome.OFFER_DECLINED, _("I declined the offer"), "D"),
        (Outcome.WITHDRAWN, _("I withdrew"), "W"),
        (Outcome.JOB_CANCELLED, _("The job was cancelled"), "J"),
        (Outcome.SILENCE, _("No answer came"), "N"),
    ):
        yield of_page(f"close:{outcome}", label, key)
    yield of_page("reopen", _("Open it again"), "R")
    yield of_page("add_person", _("Add a person…"), icon="user-plus")
    yield of_page("copy_link", _("Copy the link"), "C", icon="copy")
    yield of_page("open_link", _("Open the link in the browser"), icon="external-link")
    yield of_page("edit_application", _("Edit this application…"), own_keys=("Enter",))
    yield of_page("delete_application", _("Delete this application"), own_keys=("Del",))


def rejections() -> Iterator[Action]:
    """Yield what can be done with the rejection that is selected on its page."""
    yield Action(
        "guide",
        _("Go through it"),
        "rejections",
        ("G",),
        "rejections",
        only_here=True,
        icon="route",
    )
    yield Action(
        "close_rejections",
        _("Close this one, or all selected"),
        "rejections",
        ("C",),
        "rejections",
        only_here=True,
        icon="check",
    )
    yield Action(
        "reopen_rejection",
        _("Open a closed one again"),
        "rejections",
        ("O",),
        "rejections",
        only_here=True,
        icon="refresh",
    )
    for name, label, key in (
        ("edit_rejection", _("Edit this rejection…"), "Enter"),
        ("delete_rejection", _("Delete this rejection"), "Del"),
    ):
        yield Action(name, label, "rejections", (), "rejections", only_here=True, own_keys=(key,))


def guide() -> Iterator[Action]:
    """Yield what can be done in the guide, with the no that it is about."""

    def of_guide(name: str, label: str, *keys: str, **more: Any) -> Action:  # noqa: ANN401
        return Action(name, label, "guide", keys, "guide", only_here=True, **more)

    yield of_guide("guide_next", _("Go on, or close this one"), "Ctrl+Return", icon="arrow-right")
    yield of_guide("guide_skip", _("Skip this step"), "Ctrl+PgDown", icon="chevron-right")
    yield of_guide("guide_before", _("The step before"), "Ctrl+PgUp", icon="chevron-left")
    for step in Step:
        label = _("Step {n}: {title}").format(n=int(step), title=step_title(step))
        yield of_guide(f"guide_step:{int(step)}", label, icon="route")
    yield of_guide("guide_leave", _("Save and close"), own_keys=("Esc",), icon="x")
    for mood in MOODS:
        label = _("How it feels: {word}").format(word=mood_word(mood))
        yield of_guide(f"feel:{mood}", label, str(mood), icon=MOOD_ICONS[mood - 1])
    yield of_guide("cannot_know", cannot_know(), "I", icon="help")
    for place in Place:
        label = _("Reason: {place}").format(place=place_label(place))
        yield of_guide(f"reason:{place}", label, place_key(place), icon="grip-vertical")
    yield of_guide("reason:add", _("Add a reason"), "A", icon="plus")
    yield of_guide("friend", _("What you would tell a friend"), "T", icon="message-circle")
    yield of_guide("lesson", _("One lesson"), "L", icon="bulb")
    yield of_guide("private_page", _("A private page…"), "P", icon="pencil")
    yield of_guide("copy_message", _("Copy the message"), "C", icon="copy")
    yield of_guide("open_mail", _("Open the message in the mail program"), "E", icon="mail-forward")
    yield of_guide("asked", _("I asked"), "K", icon="check")
    yield of_guide("read_answer", _("Read the answer now"), "R", icon="mail-opened")


def lessons() -> Iterator[Action]:
    """Yield what can be done with the lesson or the question that has the cursor on its page."""

    def of_page(name: str, label: str, *keys: str, **more: Any) -> Action:  # noqa: ANN401
        return Action(name, label, "lessons", keys, "lessons", only_here=True, **more)

    yield of_page("lesson_practised", _("Practised today"), own_keys=("Space",), icon="check")
    yield of_page("lesson_practise_on", _("Practise on a day…"), "P", icon="calendar-event")
    yield of_page("lesson_helped", _("It helped"), "H")
    yield of_page("lesson_no_help", _("It didn't help"), "D")
    yield of_page("lesson_retire", _("Put away, or take out again"), "W", icon="archive")
    yield of_page("lesson_source", _("The rejection that it came from"), "R", icon="diamonds")
    yield of_page("lesson_change", _("Change this lesson…"), own_keys=("Enter",))
    yield of_page("lesson_delete", _("Delete this lesson"), own_keys=("Del",))
    yield of_page("ask_open", _("Open this question…"), own_keys=("Enter",), icon="mail-question")
    yield of_page("ask_on", _("Move the card on"), own_keys=("Ctrl+Right",), icon="arrow-right")
    yield of_page("ask_back", _("Move the card back"), own_keys=("Ctrl+Left",))
    yield of_page("ask_copy", _("Copy the message"), "C", icon="copy")
    yield of_page("ask_mail", _("Write in the mail program"), "M", icon="mail-forward")
    yield of_page("ask_remind", _("Copy the one reminder"), "B", icon="copy")
    yield of_page("ask_read", _("Read the answer now"), "A", icon="mail-opened")
    yield of_page("ask_close", _("Close without an answer"), "O", icon="archive")
    yield of_page("ask_lesson", _("Make a lesson of what I take from it"), "L", icon="bulb")
    yield of_page("ask_delete", _("Delete this question"), own_keys=("Del",))
