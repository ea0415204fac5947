"""The guide through the four steps: what was answered, sorted and felt, saved as it is typed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.questions import CANT_KNOW
from desktop_app.domain.guide.reasons import Card, Place, PlacedReason, suggested
from desktop_app.domain.guide.steps import Depth, Step, depth_of
from desktop_app.domain.mood import checked_mood
from desktop_app.domain.stages import Channel
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.domain.entries import Rejection
    from desktop_app.domain.stages import Stage
    from desktop_app.services.recording import Recording
    from desktop_app.services.rejections import Rejections
    from desktop_app.storage.journal import Journal

CARD_LIMIT = 120


class Case(NamedTuple):
    """One no as the guide has it.

    Attributes:
        rejection: the no.
        depth: how far it leads.
        answers: what was answered, by the question's key.
        reasons: the cards that are placed.
        cannot_know: whether 'I can't know' was chosen.
        mood_after: the mood at the end, 1 to 5, or None.
        closed: when it was closed, None while it is open.
    """

    rejection: Rejection
    depth: Depth
    answers: dict[str, str]
    reasons: tuple[PlacedReason, ...]
    cannot_know: bool
    mood_after: int | None
    closed: datetime | None

    @property
    def kind(self) -> Depth:
        """How far a no of this stage and channel leads, whatever the mood."""
        return depth_of(self.rejection.stage, self.rejection.channel, None)

    @property
    def silent(self) -> bool:
        """Whether nobody ever answered."""
        return self.rejection.channel is Channel.SILENCE


class Guide:
    """The guide of every rejection; each can be left and taken up again on any day."""

    def __init__(self, journal: Journal, recording: Recording, rejections: Rejections) -> None:
        self._journal = journal
        self._recording = recording
        self._rejections = rejections

    def case(self, rejection_id: int) -> Case | None:
        """Return one no as the guide has it, None where it is gone."""
        rejection = self._rejections.get(rejection_id)
        if rejection is None:
            return None
        row = self._journal.query(
            "SELECT mood_after, closed_at FROM rejection WHERE id = ?", (rejection_id,)
        )[0]
        answers = {
            one["question"]: one["answer"]
            for one in self._journal.query(
                "SELECT question, answer FROM guide_answer WHERE rejection_id = ?", (rejection_id,)
            )
        }
        return Case(
            rejection=rejection,
            depth=depth_of(rejection.stage, rejection.channel, rejection.mood),
            cannot_know=answers.pop(CANT_KNOW, "") != "",
            answers=answers,
            reasons=self._reasons(rejection_id),
            mood_after=row["mood_after"],
            closed=datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None,
        )

    def steps_done(self) -> dict[int, frozenset[Step]]:
        """Return for each rejection with any the steps that hold something, for the four dots."""
        done: dict[int, set[Step]] = {}
        for row in self._journal.query(
            "SELECT rejection_id, step FROM guide_answer"
            " UNION SELECT rejection_id, 1 FROM reason"
            " UNION SELECT rejection_id, 2 FROM lesson WHERE rejection_id IS NOT NULL"
            " UNION SELECT rejection_id, 3 FROM feedback_request WHERE rejection_id IS NOT NULL"
            " UNION SELECT rejection_id, 4 FROM next_step WHERE rejection_id IS NOT NULL"
            " UNION SELECT id, 4 FROM rejection WHERE closed_at IS NOT NULL"
        ):
            done.setdefault(row[0], set()).add(Step(row[1]))
        return {identity: frozenset(steps) for identity, steps in done.items()}

    def answer(self, rejection_id: int, step: Step, question: str, text: str) -> None:
        """Save an answer as it is typed; no words take it away.

        Raises:
            InvalidInput: the rejection is gone, or a text that no file can hold.
        """
        words = clean_note(text, _("Answer"))
        self._must_be_there(rejection_id)
        with self._journal.write(_("Answer saved"), f"answer:{rejection_id}:{question}") as db:
            self._put_answer(db, rejection_id, step, question, words)

    def cannot_know(self, rejection_id: int, chosen: bool) -> None:
        """Say that the reasons can't be known, which is an answer, or take it back."""
        self._must_be_there(rejection_id)
        with self._journal.write(_("I can't know, and that is an answer")) as db:
            self._put_answer(db, rejection_id, Step.NOT_PERSONAL, CANT_KNOW, "1" if chosen else "")

    def set_mood(self, rejection_id: int, mood: int | None) -> None:
        """Set the mood on reading the no; it belongs to the no and to no day.

        Raises:
            InvalidInput: the mood is not 1 to 5, or the rejection is gone.
        """
        self._set(rejection_id, "mood", mood, _("Mood saved"))

    def set_mood_after(self, rejection_id: int, mood: int | None) -> None:
        """Set the mood at the end of the guide.

        Raises:
            InvalidInput: the mood is not 1 to 5, or the rejection is gone.
        """
        self._set(rejection_id, "mood_after", mood, _("Mood saved"))

    def close(self, rejection_id: int) -> None:
        """Close a case."""
        at = self._recording.now().isoformat(timespec="seconds")
        self._must_be_there(rejection_id)
        with self._journal.write(_("Closed")) as db:
            db.table("rejection").update(rejection_id, {"closed_at": at})

    def open_again(self, rejection_id: int) -> None:
        """Open a closed case."""
        self._must_be_there(rejection_id)
        with self._journal.write(_("Opened again")) as db:
            db.table("rejection").update(rejection_id, {"closed_at": None})

    # The ledger

    def suggested(self, rejection_id: int) -> list[Card]:
        """Return at most three cards to offer, the person's own that fit the stage first."""
        rejection = self._must_be_there(rejection_id)
        own = [
            Card(row["id"], row["text"], True)
            for row in self._journal.query(
                "SELECT card.id, card.text, (SELECT count(*) FROM reason"
                " WHERE reason_card_id = card.id) AS uses FROM reason_card AS card"
                " WHERE card.own AND EXISTS"
                " (SELECT 1 FROM json_each(card.stages) WHERE json_each.value = ?)"
                " ORDER BY uses > 0, uses DESC, card.id DESC LIMIT 12",
                (rejection.stage.value,),
            )
        ]
        used = {one.card.text.casefold() for one in self._reasons(rejection_id)}
        return suggested(rejection.stage, own, used)

    def add_card(self, rejection_id: int, text: str) -> int:
        """Add an own card to be sorted, and return its id; it is offered after this stage again.

        Raises:
            InvalidInput: no words, over 120 characters, or the rejection is gone.
        """
        words = _checked_card(text)
        rejection = self._must_be_there(rejection_id)
        with self._journal.write(_("Reason added")) as db:
            return self._card(db, words, rejection.stage, own=True)

    def place(self, rejection_id: int, text: str, place: Place, *, own: bool = True) -> int:
        """Put a reason into a place, or move it there, and return its card's id.

        Args:
            rejection_id: the no.
            text: the reason's words; equal words are the same card.
            place: where it goes, at the end.
            own: whether the words are the person's and not a suggestion's.

        Raises:
            InvalidInput: no words, over 120 characters, or the rejection is gone.
        """
        words = _checked_card(text)
        rejection = self._must_be_there(rejection_id)
        with self._journal.write(_("Reason sorted")) as db:
            card = self._card(db, words, rejection.stage, own=own)
            db.table("reason").delete_where(
                "rejection_id = ? AND reason_card_id = ?", [rejection_id, card]
            )
            last = self._journal.value(
                "SELECT max(position) FROM reason WHERE rejection_id = ? AND place = ?",
                (rejection_id, place.value),
            )
            db.table("reason").insert(
                {
                    **self._recording.stamp(None),
                    "rejection_id": rejection_id,
                    "reason_card_id": card,
                    "place": place.value,
                    "position": 0 if last is None else last + 1,
                }
            )
        return card

    def take_away(self, rejection_id: int, card_id: int) -> None:
        """Take a card out of its place; an own card is suggested again."""
        with self._journal.write(_("Reason taken away")) as db:
            db.table("reason").delete_where(
                "rejection_id = ? AND reason_card_id = ?", [rejection_id, card_id]
            )

    def _reasons(self, rejection_id: int) -> tuple[PlacedReason, ...]:
        return tuple(
            PlacedReason(
                Card(row["id"], row["text"], bool(row["own"])),
                Place(row["place"]),
                row["position"],
            )
            for row in self._journal.query(
                "SELECT reason_card.id, reason_card.text, reason_card.own, reason.place,"
                " reason.position FROM reason JOIN reason_card"
                " ON reason_card.id = reason.reason_card_id WHERE reason.rejection_id = ?"
                " ORDER BY reason.place, reason.position, reason.id",
                (rejection_id,),
            )
        )

    def _card(self, db: Database, words: str, stage: Stage, *, own: bool) -> int:
        """Return the card with these words, made where there is none; it fits the stage then."""
        for row in self._journal.query("SELECT id, text, stages FROM reason_card ORDER BY id"):
            if row["text"].casefold() == words.casefold():
                stages = json.loads(row["stages"])
                if stage.value not in stages:
                    fits = json.dumps([*stages, stage.value])
                    db.table("reason_card").update(row["id"], {"stages": fits})
                return int(row["id"])
        inserted = db.table("reason_card").insert(
            {
                **self._recording.stamp(None),
                "text": words,
                "own": int(own),
                "stages": json.dumps([stage.value]),
            }
        )
        return int(str(inserted.last_pk))

    def _put_answer(
        self, db: Database, rejection_id: int, step: Step, question: str, words: str
    ) -> None:
        known = self._journal.query(
            "SELECT id, answer FROM guide_answer WHERE rejection_id = ? AND question = ?",
            (rejection_id, question),
        )
        table = db.table("guide_answer")
        if known and not words.strip():
            table.delete(known[0]["id"])
        elif known:
            if known[0]["answer"] != words:
                table.update(known[0]["id"], {"answer": words})
        elif words.strip():
            table.insert(
                {
                    **self._recording.stamp(self._recording.today()),
                    "rejection_id": rejection_id,
                    "step": int(step),
                    "question": question,
                    "answer": words,
                }
            )

    def _set(self, rejection_id: int, column: str, mood: int | None, name: str) -> None:
        value = None if mood is None else checked_mood(mood)
        self._must_be_there(rejection_id)
        with self._journal.write(name) as db:
            db.table("rejection").update(rejection_id, {column: value})

    def _must_be_there(self, rejection_id: int) -> Rejection:
        found = self._rejections.get(rejection_id)
        if found is None:
            raise InvalidInput(_("This rejection is no longer there."))
        return found


def _checked_card(text: str) -> str:
    words = clean_name(text, _("Reason"), CARD_LIMIT)
    if not words:
        raise InvalidInput(_("A reason has words."))
    return words
