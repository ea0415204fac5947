"""Say how a day was: mood, energy, feeling words and a note."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.domain.entries import CheckIn
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.mood import MOST_FEELINGS, checked_energy, checked_mood, mood_word
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

_FEELING_LIMIT = 40


class CheckIns:
    """A day's check-ins; Today edits the latest one."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def of_day(self, day: date) -> list[CheckIn]:
        """Return the check-ins of a day, oldest first."""
        rows = self._journal.query(
            "SELECT id, day, at, mood, energy, note FROM check_in WHERE day = ? ORDER BY id",
            (day.isoformat(),),
        )
        return [
            CheckIn(
                id=row["id"],
                day=day,
                at=datetime.fromisoformat(row["at"]) if row["at"] else None,
                mood=row["mood"],
                energy=row["energy"],
                feelings=self._feelings(row["id"]),
                note=row["note"] or "",
            )
            for row in rows
        ]

    def latest(self, day: date) -> CheckIn | None:
        """Return the latest check-in of a day, None where there is none."""
        found = self.of_day(day)
        return found[-1] if found else None

    def log(
        self,
        *,
        mood: int | None = None,
        energy: int | None = None,
        feelings: Sequence[str] = (),
        note: str = "",
        day: date | None = None,
    ) -> int:
        """Add a check-in and return its id.

        Raises:
            InvalidInput: mood or energy out of 1 to 5, more than three feeling words, a text
                that no file can hold, or a day in the future; nothing was changed.
        """
        on = self._recording.done_on(day)
        row: dict[str, object] = {
            "mood": None if mood is None else checked_mood(mood),
            "energy": None if energy is None else checked_energy(energy),
            "note": clean_note(note, _("Note")) or None,
        }
        words = self._checked_feelings(feelings)
        if mood is None and energy is None and not words and not row["note"]:
            raise InvalidInput(_("A check-in says something: mood, energy, a word or a note."))
        with self._journal.write(_("Check-in added")) as db:
            identity = self._add(db, on, row)
            self._write_feelings(db, identity, words)
        return identity

    def set_mood(self, day: date, mood: int | None) -> None:
        """Set or clear the mood of a day's latest check-in, beginning one where there is none."""
        value = None if mood is None else checked_mood(mood)
        name = _("Mood cleared") if value is None else _("Mood: {word}").format(
            word=mood_word(value)
        )  # fmt: skip
        self._change(day, {"mood": value}, name)

    def set_energy(self, day: date, energy: int | None) -> None:
        """Set or clear the energy of a day's latest check-in."""
        value = None if energy is None else checked_energy(energy)
        name = _("Energy cleared") if value is None else _("Energy {n} of 5").format(n=value)
        self._change(day, {"energy": value}, name)

    def set_feelings(self, day: date, feelings: Sequence[str]) -> None:
        """Set the feeling words of a day's latest check-in, at most three."""
        words = self._checked_feelings(feelings)
        on = self._recording.done_on(day)
        name = _("Feelings: {words}").format(words=", ".join(words)) if words else _(
            "Feelings cleared"
        )  # fmt: skip
        with self._journal.write(name) as db:
            identity = self._latest_or_new(db, on)
            self._write_feelings(db, identity, words)
            self._drop_if_empty(db, identity)

    def set_note(self, day: date, note: str) -> None:
        """Save the note of a day's latest check-in as it is typed; one step for one visit."""
        text = clean_note(note, _("Note"))
        latest = self.latest(day)
        if (latest.note if latest else "") == text:
            return
        self._change(
            day, {"note": text or None}, _("Note saved"), merge_key=f"note:{day.isoformat()}"
        )

    def delete(self, identity: int) -> None:
        """Delete a check-in."""
        with self._journal.write(_("Check-in deleted")) as db:
            db.table("check_in").delete_where("id = ?", [identity])

    def known_feelings(self) -> list[str]:
        """Return the person's own feeling words, those used most first."""
        rows = self._journal.query(
            "SELECT word FROM check_in_feeling GROUP BY word ORDER BY count(*) DESC, word LIMIT 60"
        )
        return [row["word"] for row in rows]

    def _change(
        self, day: date, values: dict[str, object], name: str, merge_key: str | None = None
    ) -> None:
        on = self._recording.done_on(day)
        with self._journal.write(name, merge_key) as db:
            identity = self._latest_or_new(db, on)
            db.table("check_in").update(identity, values)
            self._drop_if_empty(db, identity)

    def _latest_or_new(self, db: Database, day: date) -> int:
        latest = self._journal.value(
            "SELECT id FROM check_in WHERE day = ? ORDER BY id DESC", (day.isoformat(),)
        )
        return int(latest) if latest is not None else self._add(db, day, {})

    def _add(self, db: Database, day: date, row: dict[str, object]) -> int:
        self._recording.belong_to_search(db, day, begins=False)
        inserted = db.table("check_in").insert({**self._recording.stamp(day), **row})
        return int(str(inserted.last_pk))

    def _drop_if_empty(self, db: Database, identity: int) -> None:
        db.table("check_in").delete_where(
            "id = ? AND mood IS NULL AND energy IS NULL AND note IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM check_in_feeling WHERE check_in_id = check_in.id)",
            [identity],
        )

    def _write_feelings(self, db: Database, identity: int, words: Sequence[str]) -> None:
        db.table("check_in_feeling").delete_where("check_in_id = ?", [identity])
        day = self._journal.value("SELECT day FROM check_in WHERE id = ?", (identity,))
        for position, word in enumerate(words):
            stamp = self._recording.stamp(date.fromisoformat(day))
            db.table("check_in_feeling").insert(
                {**stamp, "check_in_id": identity, "word": word, "position": position}
            )

    def _checked_feelings(self, feelings: Sequence[str]) -> list[str]:
        words = [clean_name(word, _("A feeling word"), _FEELING_LIMIT) for word in feelings]
        words = list(dict.fromkeys(word for word in words if word))
        if len(words) > MOST_FEELINGS:
            raise InvalidInput(
                _("Up to three feeling words fit a check-in, not {n}.").format(n=len(words))
            )
        return words

    def _feelings(self, identity: int) -> tuple[str, ...]:
        rows = self._journal.query(
            "SELECT word FROM check_in_feeling WHERE check_in_id = ? ORDER BY position", (identity,)
        )
        return tuple(row["word"] for row in rows)
