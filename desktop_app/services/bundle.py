"""All use cases over one journal, each made when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.services.recording import Recording
from desktop_app.services.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.domain.changes import Changed
    from desktop_app.domain.clock import Clock
    from desktop_app.services.absences import Absences
    from desktop_app.services.activities import Activities
    from desktop_app.services.activity_editing import ActivityEditing
    from desktop_app.services.answer_times import Answers
    from desktop_app.services.application_outcomes import ApplicationOutcomes
    from desktop_app.services.application_people import ApplicationPeople
    from desktop_app.services.application_stages import ApplicationStages
    from desktop_app.services.applications import Applications
    from desktop_app.services.check_ins import CheckIns
    from desktop_app.services.days import Days
    from desktop_app.services.drafts import Drafts
    from desktop_app.services.due_steps import DueSteps
    from desktop_app.services.effort import Effort
    from desktop_app.services.feedback import Feedback
    from desktop_app.services.feelings import Feelings
    from desktop_app.services.gentle_note import GentleNote
    from desktop_app.services.guide import Guide
    from desktop_app.services.handling import Handling
    from desktop_app.services.help import Help
    from desktop_app.services.hints import Hints
    from desktop_app.services.importing import Importing
    from desktop_app.services.keys import ChosenKeys
    from desktop_app.services.kinds import Kinds
    from desktop_app.services.known_applications import KnownApplications
    from desktop_app.services.learned import Learned
    from desktop_app.services.lessons import Lessons
    from desktop_app.services.look_back import LookBack
    from desktop_app.services.momentum import MomentumService
    from desktop_app.services.next_steps import NextSteps
    from desktop_app.services.offers import Offers
    from desktop_app.services.plans import Plans
    from desktop_app.services.private_pages import PrivatePages
    from desktop_app.services.proportion import Proportion
    from desktop_app.services.quiet_review import QuietReview
    from desktop_app.services.rejections import Rejections
    from desktop_app.services.searches import Searches
    from desktop_app.services.several_rejections import SeveralRejections
    from desktop_app.services.summary import Summary
    from desktop_app.services.targets import Targets
    from desktop_app.services.templates import Templates
    from desktop_app.services.totals import TotalsService
    from desktop_app.services.upkeep import Upkeep
    from desktop_app.services.what_helped import WhatHelped
    from desktop_app.storage.journal import Journal


class Services:
    """The use cases of one open journal.

    Their modules are imported late, so that neither the window's first moment nor a command
    loads what it does not use.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self.settings = Settings(journal, clock)
        self.recording = Recording(journal, self.settings, clock)

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._journal.path

    def listen(self, listener: Callable[[Changed], None]) -> None:
        """Call a function after each change, once the use cases know of it themselves."""
        self._journal.listen(listener, last=True)

    def unlisten(self, listener: Callable[[Changed], None]) -> None:
        """Call a function no more."""
        self._journal.unlisten(listener)

    @cached_property
    def check_ins(self) -> CheckIns:
        """How a day was."""
        from desktop_app.services.check_ins import CheckIns

        return CheckIns(self._journal, self.recording)

    @cached_property
    def activities(self) -> Activities:
        """What was done."""
        from desktop_app.services.activities import Activities

        return Activities(self._journal, self.recording)

    @cached_property
    def activity_editing(self) -> ActivityEditing:
        """What else is said of what was done, and when it was."""
        from desktop_app.services.activity_editing import ActivityEditing

        return ActivityEditing(self._journal, self.recording, self.activities, self.applications)

    @cached_property
    def kinds(self) -> Kinds:
        """Changes of the kinds of activity."""
        from desktop_app.services.kinds import Kinds

        return Kinds(self._journal, self.recording, self.activities)

    @cached_property
    def keys(self) -> ChosenKeys:
        """The person's own keys."""
        from desktop_app.services.keys import ChosenKeys

        return ChosenKeys(self._journal, self.recording, self.settings, self.kinds)

    @cached_property
    def feelings(self) -> Feelings:
        """Feeling words, the person's own among them."""
        from desktop_app.services.feelings import Feelings

        return Feelings(self._journal, self.recording, self.settings)

    @cached_property
    def targets(self) -> Targets:
        """The daily target, and the one offer of a fitting one."""
        from desktop_app.services.targets import Targets

        return Targets(self.recording, self.settings, self.momentum)

    @cached_property
    def days(self) -> Days:
        """What kind of day it was."""
        from desktop_app.services.days import Days

        return Days(self._journal, self.recording, self.settings)

    @cached_property
    def absences(self) -> Absences:
        """What the days of an absence were."""
        from desktop_app.services.absences import Absences

        return Absences(self._journal, self.days, self.momentum)

    @cached_property
    def searches(self) -> Searches:
        """Beginnings, pauses and ends of the job search."""
        from desktop_app.services.searches import Searches

        return Searches(self._journal, self.recording, self.applications)

    @cached_property
    def look_back(self) -> LookBack:
        """What searches were."""
        from desktop_app.services.look_back import LookBack

        return LookBack(self._journal, self.searches, self.activities, self.momentum)

    @cached_property
    def applications(self) -> Applications:
        """Applications: added, changed, and counted once."""
        from desktop_app.services.applications import Applications

        return Applications(self._journal, self.recording)

    @cached_property
    def known_applications(self) -> KnownApplications:
        """The applications for those who only read or name them, as the start does."""
        from desktop_app.services.known_applications import KnownApplications

        return KnownApplications(self._journal, self.recording)

    @cached_property
    def stages(self) -> ApplicationStages:
        """What applications reached, and what is planned."""
        from desktop_app.services.application_stages import ApplicationStages

        return ApplicationStages(self._journal, self.recording, self.applications)

    @cached_property
    def outcomes(self) -> ApplicationOutcomes:
        """How applications end."""
        from desktop_app.services.application_outcomes import ApplicationOutcomes

        return ApplicationOutcomes(self._journal, self.recording, self.applications)

    @cached_property
    def people(self) -> ApplicationPeople:
        """Who stands behind applications."""
        from desktop_app.services.application_people import ApplicationPeople

        return ApplicationPeople(self._journal, self.recording, self.applications)

    @cached_property
    def answers(self) -> Answers:
        """How long answers take."""
        from desktop_app.services.answer_times import Answers

        return Answers(self._journal)

    @cached_property
    def rejections(self) -> Rejections:
        """The noes."""
        from desktop_app.services.rejections import Rejections

        return Rejections(self._journal, self.recording, self.known_applications)

    @cached_property
    def effort(self) -> Effort:
        """The effort of lessons, questions and steps, logged once."""
        from desktop_app.services.effort import Effort

        return Effort(self._journal, self.recording)

    @cached_property
    def guide(self) -> Guide:
        """The four steps."""
        from desktop_app.services.guide import Guide

        return Guide(self._journal, self.recording, self.rejections)

    @cached_property
    def handling(self) -> Handling:
        """How each no was handled."""
        from desktop_app.services.handling import Handling

        return Handling(self._journal, self.guide, self.lessons, self.feedback, self.next_steps)

    @cached_property
    def learned(self) -> Learned:
        """Whether there is a lesson or a question, as the start asks."""
        from desktop_app.services.learned import Learned

        return Learned(self._journal)

    @cached_property
    def lessons(self) -> Lessons:
        """What was learned."""
        from desktop_app.services.lessons import Lessons

        return Lessons(self._journal, self.recording, self.effort)

    @cached_property
    def feedback(self) -> Feedback:
        """What was asked of people."""
        from desktop_app.services.feedback import Feedback

        return Feedback(self._journal, self.recording, self.effort)

    @cached_property
    def templates(self) -> Templates:
        """Drafts for what is asked."""
        from desktop_app.services.templates import Templates

        return Templates(self._journal, self.recording)

    @cached_property
    def proportion(self) -> Proportion:
        """The person's own rate."""
        from desktop_app.services.proportion import Proportion

        return Proportion(self._journal, self.recording, self.settings)

    @cached_property
    def private_pages(self) -> PrivatePages:
        """Pages that are only the person's."""
        from desktop_app.services.private_pages import PrivatePages

        return PrivatePages(self._journal, self.recording)

    @cached_property
    def plans(self) -> Plans:
        """Setback plan and weekly plan."""
        from desktop_app.services.plans import Plans

        return Plans(self._journal, self.recording)

    @cached_property
    def several_rejections(self) -> SeveralRejections:
        """Rejections of a bad day, noted together."""
        from desktop_app.services.several_rejections import SeveralRejections

        return SeveralRejections(self._journal, self.rejections)

    @cached_property
    def quiet_review(self) -> QuietReview:
        """Applications without an answer."""
        from desktop_app.services.quiet_review import QuietReview

        parts = (self._journal, self.recording, self.settings)
        return QuietReview(*parts, self.known_applications, self.effort)

    @cached_property
    def next_steps(self) -> NextSteps:
        """Steps to take."""
        from desktop_app.services.next_steps import NextSteps

        return NextSteps(self._journal, self.recording, self.effort)

    @cached_property
    def due_steps(self) -> DueSteps:
        """What is due, in one list."""
        from desktop_app.services.due_steps import DueSteps

        return DueSteps(
            self._journal,
            self.recording,
            self.effort,
            self.searches,
            self.next_steps,
            self.plans,
            self.lessons,
            self.feedback,
            self.stages,
        )

    @cached_property
    def hints(self) -> Hints:
        """Which offers were made and put away."""
        from desktop_app.services.hints import Hints

        return Hints(self._journal, self.recording)

    @cached_property
    def offers(self) -> Offers:
        """What is offered on Today."""
        from desktop_app.services.offers import Offers

        return Offers(
            self._journal, self.recording, self.hints, self.searches, self.lessons, self.plans
        )

    @cached_property
    def what_helped(self) -> WhatHelped:
        """The person's own ways of handling noes."""
        from desktop_app.services.what_helped import WhatHelped

        return WhatHelped(self._journal, self.recording)

    @cached_property
    def drafts(self) -> Drafts:
        """Text that is being written."""
        from desktop_app.services.drafts import Drafts

        return Drafts(self._journal, self.recording)

    @cached_property
    def momentum(self) -> MomentumService:
        """Momentum of the person's days."""
        from desktop_app.services.momentum import MomentumService

        return MomentumService(self._journal, self.recording, self.settings, self.rejections)

    @cached_property
    def gentle_note(self) -> GentleNote:
        """The note about support."""
        from desktop_app.services.gentle_note import GentleNote

        return GentleNote(self._journal, self.recording, self.settings)

    @cached_property
    def help(self) -> Help:
        """Where to find help."""
        from desktop_app.services.help import Help

        return Help(self._journal, self.recording, self.settings)

    @cached_property
    def summary(self) -> Summary:
        """The journal in figures."""
        from desktop_app.services.summary import Summary

        return Summary(self._journal)

    @cached_property
    def importing(self) -> Importing:
        """Histories from files."""
        from desktop_app.services.importing import Importing

        return Importing(self._journal, self.recording)

    @cached_property
    def totals(self) -> TotalsService:
        """Totals of the time before Upswing."""
        from desktop_app.services.totals import TotalsService

        return TotalsService(self._journal, self.recording)

    @cached_property
    def upkeep(self) -> Upkeep:
        """Undo, checks, backups and closing."""
        from desktop_app.services.upkeep import Upkeep

        return Upkeep(self._journal)
