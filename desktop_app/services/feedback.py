"""Feedback requests: drafted, asked, answered or closed; reminded once at most."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.addresses import is_address
from desktop_app.domain.days import checked_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.records import AskState, FeedbackRequest
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.services.effort import Effort
    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

REMIND_AFTER = timedelta(days=10)
DRAFT_LIMIT = 10_000
_KIND = "feedback"
_REMINDER = "follow_up"
_SELECT = """SELECT feedback_request.*, employer.name AS employer, application.position,
  person.name AS person, person.email
  FROM feedback_request JOIN rejection ON rejection.id = feedback_request.rejection_id
  JOIN application ON application.id = rejection.application_id
  JOIN employer ON employer.id = application.employer_id
  LEFT JOIN person ON person.id = feedback_request.person_id"""


class Feedback:
    """What was asked of people after a no."""

    def __init__(self, journal: Journal, recording: Recording, effort: Effort) -> None:
        self._journal = journal
        self._recording = recording
        self._effort = effort

    def all(self) -> list[FeedbackRequest]:
        """Return every request, the newest first."""
        return [
            _request(row)
            for row in self._journal.query(
                f"{_SELECT} ORDER BY coalesce(feedback_request.answered_day,"
                " feedback_request.asked_day, feedback_request.recorded_at) DESC,"
                " feedback_request.id DESC"
            )
        ]

    def get(self, identity: int) -> FeedbackRequest | None:
        """Return one request, None where it is gone."""
        rows = self._journal.query(f"{_SELECT} WHERE feedback_request.id = ?", (identity,))
        return _request(rows[0]) if rows else None

    def of_rejection(self, rejection_id: int) -> FeedbackRequest | None:
        """Return the request that belongs to a no, None where there is none."""
        rows = self._journal.query(
            f"{_SELECT} WHERE feedback_request.rejection_id = ? ORDER BY feedback_request.id"
            " LIMIT 1",
            (rejection_id,),
        )
        return _request(rows[0]) if rows else None

    def to_remind(self) -> list[FeedbackRequest]:
        """Return what was asked ten days ago or more, and neither answered nor reminded of."""
        until = self._recording.today() - REMIND_AFTER
        return [
            one
            for one in self.all()
            if one.state is AskState.ASKED
            and one.reminded is None
            and one.asked is not None
            and one.asked <= until
        ]

    def prepare(
        self,
        rejection_id: int,
        *,
        draft: str | None = None,
        ask_on: date | None = None,
        keep_day: bool = True,
    ) -> int:
        """Make the request of a no, or change its draft or day, and return its id.

        Args:
            rejection_id: the no.
            draft: the message, None leaves it as it is.
            ask_on: the day on which to ask.
            keep_day: whether the day stays as it is.

        Raises:
            InvalidInput: a text that no file can hold, a day outside 1970 to 2199, or the rejection
                is gone.
        """
        words = None if draft is None else clean_note(draft, _("Message"), DRAFT_LIMIT)
        day = checked_day(ask_on).isoformat() if ask_on else None
        former = self.of_rejection(rejection_id)
        with self._journal.write(_("Question drafted"), f"ask:{rejection_id}") as db:
            identity = former.id if former else self._begin(db, rejection_id)
            values: dict[str, object] = {} if words is None else {"question": words}
            if not keep_day:
                values["day"] = day
            if values:
                db.table("feedback_request").update(identity, values)
        return identity

    def whenever(self, identity: int) -> None:
        """Ask on no day in particular.

        Raises:
            InvalidInput: it is gone.
        """
        self._must_be_there(identity)
        with self._journal.write(_("Whenever you like")) as db:
            db.table("feedback_request").update(identity, {"day": None})

    def set_person(self, rejection_id: int, name: str, email: str = "", role: str = "") -> int:
        """Say whom to ask; the person is kept as a contact of the application.

        Returns:
            the contact's id.

        Raises:
            InvalidInput: no name, or an address that is none.
        """
        called = clean_name(name, _("Name"))
        address = clean_name(email, _("Address"))
        if not called:
            raise InvalidInput(_("Say whom you ask."))
        if address and not is_address(address):
            raise InvalidInput(_("“{text}” is no mail address.").format(text=address[:60]))
        with self._journal.write(_("Contact kept"), f"ask:{rejection_id}:person") as db:
            contact = self._contact(db, rejection_id, called, address, clean_name(role, _("Role")))
            former = self.of_rejection(rejection_id)
            identity = former.id if former else self._begin(db, rejection_id)
            db.table("feedback_request").update(identity, {"person_id": contact})
        return contact

    def asked(self, identity: int, day: date | None = None) -> None:
        """Note that the question was asked; that is effort, logged once.

        Raises:
            InvalidInput: it is gone, or the day lies in the future.
        """
        on = self._recording.done_on(day)
        former = self._must_be_there(identity)
        with self._journal.write(_("Asked for feedback")) as db:
            db.table("feedback_request").update(
                identity, {"state": AskState.ASKED.value, "asked_day": on.isoformat()}
            )
            self._log(db, former, on)

    def answered(self, identity: int, answer: str, day: date | None = None) -> None:
        """Keep the answer, sealed until the person reads it.

        Raises:
            InvalidInput: it is gone, no words, the day lies in the future or before the asking.
        """
        on = self._recording.done_on(day)
        former = self._must_be_there(identity)
        words = clean_note(answer, _("Answer"))
        if former.asked is not None and on < former.asked:
            raise InvalidInput(_("The answer can't come before the question."))
        with self._journal.write(_("Answer kept"), f"answer:{identity}") as db:
            values: dict[str, object] = {
                "state": AskState.ANSWERED.value,
                "answered_day": on.isoformat(),
                "answer": words or None,
            }
            if words != former.answer:  # other words than those that were read
                values["read_at"] = None
            db.table("feedback_request").update(identity, values)
            if former.asked is None:
                self._log(db, former, on)

    def read(self, identity: int) -> None:
        """Open the sealed answer."""
        at = self._recording.now().isoformat(timespec="seconds")
        with self._journal.write(_("Answer read")) as db:
            db.conn.execute("UPDATE feedback_request SET read_at = ? WHERE id = ?", (at, identity))

    def take(self, identity: int, takeaway: str) -> None:
        """Keep what the person takes from the answer, as it is typed.

        Raises:
            InvalidInput: a text that no file can hold.
        """
        words = clean_note(takeaway, _("What I take from it"), DRAFT_LIMIT)
        with self._journal.write(_("Saved"), f"takeaway:{identity}") as db:
            db.conn.execute(
                "UPDATE feedback_request SET takeaway = ? WHERE id = ?", (words or None, identity)
            )

    def no_answer(self, identity: int) -> None:
        """Close a request without an answer: asking was the step that counts."""
        self._set_state(identity, AskState.NO_ANSWER, _("Closed without an answer"))

    def open_again(self, identity: int) -> None:
        """Let a request be where it was before it was closed or answered."""
        former = self._must_be_there(identity)
        state = AskState.ASKED if former.asked else AskState.TO_ASK
        self._set_state(identity, state, _("Opened again"))

    def reminded(self, identity: int) -> None:
        """Note the one reminder; it is a follow-up, which is effort.

        Raises:
            InvalidInput: it is gone, or there was one already.
        """
        former = self._must_be_there(identity)
        if former.reminded is not None:
            raise InvalidInput(_("One reminder is enough; there was one already."))
        today = self._recording.today()
        with self._journal.write(_("Reminder noted")) as db:
            db.table("feedback_request").update(identity, {"reminded_day": today.isoformat()})
            self._log(db, former, today, _REMINDER)

    def move(self, identity: int, state: AskState) -> None:
        """Put a request into another state, as on the board.

        Raises:
            InvalidInput: it is gone.
        """
        if state is AskState.ASKED:
            former = self._must_be_there(identity)
            self.asked(identity, former.asked)
        elif state is AskState.ANSWERED:
            former = self._must_be_there(identity)
            self.answered(identity, former.answer, former.answered)
        elif state is AskState.NO_ANSWER:
            self.no_answer(identity)
        else:
            self._set_state(identity, AskState.TO_ASK, _("To ask again"))

    def delete(self, identity: int) -> None:
        """Delete a request; the effort of asking stays."""
        with self._journal.write(_("Request deleted")) as db:
            db.table("feedback_request").delete_where("id = ?", [identity])

    def _log(self, db: Database, request: FeedbackRequest, day: date, kind: str = _KIND) -> None:
        """Log the effort once a no: a request that was deleted and made anew counts no more."""
        link = ("rejection_id", request.rejection_id)
        self._effort.log_once(db, kind, day, link, begins=False, feedback_request_id=request.id)

    def _must_be_there(self, identity: int) -> FeedbackRequest:
        found = self.get(identity)
        if found is None:
            raise InvalidInput(_("This request is no longer there."))
        return found

    def _set_state(self, identity: int, state: AskState, name: str) -> None:
        self._must_be_there(identity)
        with self._journal.write(name) as db:
            db.table("feedback_request").update(identity, {"state": state.value})

    def _begin(self, db: Database, rejection_id: int) -> int:
        if not self._journal.value("SELECT 1 FROM rejection WHERE id = ?", (rejection_id,)):
            raise InvalidInput(_("This rejection is no longer there."))
        inserted = db.table("feedback_request").insert(
            {
                **self._recording.stamp(None),
                "rejection_id": rejection_id,
                "state": AskState.TO_ASK.value,
            }
        )
        return int(str(inserted.last_pk))

    def _contact(self, db: Database, rejection_id: int, name: str, email: str, role: str) -> int:
        row = self._journal.query(
            "SELECT application.id AS application, application.employer_id AS employer"
            " FROM rejection JOIN application ON application.id = rejection.application_id"
            " WHERE rejection.id = ?",
            (rejection_id,),
        )
        if not row:
            raise InvalidInput(_("This rejection is no longer there."))
        values = {"email": email or None, "role": role or None}
        for known in self._journal.query(
            "SELECT id, name FROM person WHERE employer_id = ?", (row[0]["employer"],)
        ):
            if known["name"].casefold() == name.casefold():
                identity = int(known["id"])
                kept = {key: value for key, value in values.items() if value}
                db.table("person").update(identity, {"name": name, **kept})
                break
        else:
            inserted = db.table("person").insert(
                {
                    **self._recording.stamp(None),
                    "employer_id": row[0]["employer"],
                    "name": name,
                    **values,
                }
            )
            identity = int(str(inserted.last_pk))
        db.table("application_person").insert(
            {
                **self._recording.stamp(None),
                "application_id": row[0]["application"],
                "person_id": identity,
            },
            ignore=True,
        )
        return identity


def _request(row: Row) -> FeedbackRequest:
    return FeedbackRequest(
        id=row["id"],
        rejection_id=row["rejection_id"],
        employer=row["employer"],
        position=row["position"],
        person_id=row["person_id"],
        person=row["person"] or "",
        email=row["email"] or "",
        state=AskState(row["state"]),
        draft=row["question"] or "",
        ask_on=_day(row["day"]),
        asked=_day(row["asked_day"]),
        answered=_day(row["answered_day"]),
        answer=row["answer"] or "",
        read=row["read_at"] is not None,
        reminded=_day(row["reminded_day"]),
        takeaway=row["takeaway"] or "",
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
