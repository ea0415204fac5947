"""Stages of an application, how an answer comes, and how an application ends."""

from __future__ import annotations

from enum import StrEnum

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _


class Stage(StrEnum):
    """How far an application got, in order."""

    APPLICATION = "application"
    SCREENING = "screening"
    TASK = "task"
    INTERVIEW = "interview"
    FINAL = "final"
    OFFER = "offer"

    @property
    def order(self) -> int:
        """Return the stage's place, 0 for the application."""
        return list(Stage).index(self)


REJECTION_STAGES = tuple(stage for stage in Stage if stage is not Stage.OFFER)


class Channel(StrEnum):
    """How a rejection came."""

    EMAIL = "email"
    CALL = "call"
    PORTAL = "portal"
    IN_PERSON = "in_person"
    SILENCE = "silence"


class Outcome(StrEnum):
    """How an application ended; an open one has none."""

    REJECTED = "rejected"
    SILENCE = "silence"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    WITHDRAWN = "withdrawn"
    JOB_CANCELLED = "job_cancelled"


def stage_label(stage: Stage) -> str:
    """Return the stage's name on screen."""
    return {
        Stage.APPLICATION: _("Application"),
        Stage.SCREENING: _("Screening"),
        Stage.TASK: _("Task"),
        Stage.INTERVIEW: _("Interview"),
        Stage.FINAL: _("Final round"),
        Stage.OFFER: _("Offer"),
    }[stage]


def after_stage(stage: Stage) -> str:
    """Return the words that follow an employer, such as ``after the screening``."""
    return {
        Stage.APPLICATION: _("after the application"),
        Stage.SCREENING: _("after the screening"),
        Stage.TASK: _("after the task"),
        Stage.INTERVIEW: _("after the interview"),
        Stage.FINAL: _("after the final round"),
        Stage.OFFER: _("after the offer"),
    }[stage]


def channel_label(channel: Channel) -> str:
    """Return the way's name on screen."""
    return {
        Channel.EMAIL: _("Email"),
        Channel.CALL: _("Call"),
        Channel.PORTAL: _("Portal"),
        Channel.IN_PERSON: _("In person"),
        Channel.SILENCE: _("Silence"),
    }[channel]


def came_by(channel: Channel) -> str:
    """Return how an answer came, as it follows a day: ``by email``."""
    return {
        Channel.EMAIL: _("by email"),
        Channel.CALL: _("by a call"),
        Channel.PORTAL: _("in the portal"),
        Channel.IN_PERSON: _("in person"),
        Channel.SILENCE: _("in silence"),
    }[channel]


def parse_stage(text: str) -> Stage:
    """Read the stage that a rejection came after.

    Raises:
        InvalidInput: no such stage; the sentence names those there are.
    """
    wanted = text.strip().lower()
    for stage in REJECTION_STAGES:
        if wanted == stage.value:
            return stage
    raise InvalidInput(
        _("“{text}” is no stage. There are {names}.").format(
            text=text.strip()[:40], names=", ".join(REJECTION_STAGES)
        )
    )


def parse_channel(text: str) -> Channel:
    """Read how a rejection came; ``in person`` and ``in-person`` are taken too.

    Raises:
        InvalidInput: no such way; the sentence names those there are.
    """
    wanted = text.strip().lower().replace("-", "_").replace(" ", "_")
    for channel in Channel:
        if wanted == channel.value:
            return channel
    raise InvalidInput(
        _("“{text}” is no way for an answer to come. There are {names}.").format(
            text=text.strip()[:40], names=", ".join(Channel)
        )
    )


def outcome_label(outcome: Outcome) -> str:
    """Return how an application ended, as it is said on screen."""
    return {
        Outcome.REJECTED: _("Rejected"),
        Outcome.SILENCE: _("Silence"),
        Outcome.OFFER_ACCEPTED: _("Offer accepted"),
        Outcome.OFFER_DECLINED: _("Offer declined"),
        Outcome.WITHDRAWN: _("I withdrew"),
        Outcome.JOB_CANCELLED: _("Job cancelled"),
    }[outcome]
