"""Say how a day was: mood, energy, feeling words and a note."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.domain.clock import same_time
from desktop_app.domain.entries import CheckIn
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.mood import (
    FEELING_LIMIT,
    MOST_FEELINGS,
    checked_energy,
    checked_mood,
    mood_word,
)
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _, said_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from sqlite_utils import Database

    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

LATEST, NEW = None, 0  # which check-in of a day is meant, where no id is given


class CheckIns:
    """A day's check-ins; Today edits the latest one."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def of_day(self, day: date) -> list[CheckIn]:
        """Return the check-ins of a day, oldest first, those without a time last."""
        rows = self._journal.query(
            "SELECT id, day, at, mood, energy, note FROM check_in WHERE day = ?"
            " ORDER BY at IS NULL, julianday(at), id",
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

    def get(self, identity: int) -> CheckIn | None:
        """Return one check-in, None where it is gone."""
        day = self._journal.value("SELECT day FROM check_in WHERE id = ?", (identity,))
        if day is None:
            return None
        return next(
            (one for one in self.of_day(date.fromisoformat(day)) if one.id == identity), None
        )

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

    def set_mood(self, day: date, mood: int | None, which: int | None = LATEST) -> None:
        """Set or clear the mood of a check-in.

        Args:
            day: the day.
            mood: 1 to 5, None to clear it.
            which: the check-in's id; LATEST for the day's latest one, which is begun where there
                is none; NEW to begin another one.

        Raises:
            InvalidInput: a mood out of range, a day in the future, or a check-in that is gone.
        """
        value = None if mood is None else checked_mood(mood)
        name = _("Mood cleared") if value is None else _("Mood: {word}").format(
            word=mood_word(value)
        )  # fmt: skip
        self._change(day, {"mood": value}, name, which)

    def set_energy(self, day: date, energy: int | None, which: int | None = LATEST) -> None:
        """Set or clear the energy of a check-in; arguments and errors as for ``set_mood``."""
        value = None if energy is None else checked_energy(energy)
        name = _("Energy cleared") if value is None else _("Energy {n} of 5").format(n=value)
        self._change(day, {"energy": value}, name, which)

    def set_feelings(self, day: date, feelings: Sequence[str], which: int | None = LATEST) -> None:
        """Set the feeling words of a check-in, at most three; see ``set_mood``."""
        words = self._checked_feelings(feelings)
        on = self._recording.done_on(day)
        if self._begins(on, which) and not words:
            return
        name = _("Feelings: {words}").format(words=", ".join(words)) if words else _(
            "Feelings cleared"
        )  # fmt: skip
        with self._journal.write(name) as db:
            identity = self._find_or_begin(db, on, which)
            self._write_feelings(db, identity, words)
            self._drop_if_empty(db, identity)

    def set_note(self, day: date, note: str, which: int | None = LATEST) -> None:
        """Save the note of a check-in as it is typed; one step for one visit. See ``set_mood``."""
        text = clean_note(note, _("Note"))
        known = self.of_day(day)
        if which == NEW:
            place = len(known)
        else:
            ids = [one.id for one in known]
            place = ids.index(which) if which in ids else max(0, len(ids) - 1)
        if (known[place].note if place < len(known) else "") == text:
            return
        key = f"note:{day.isoformat()}:{place}"  # the place is the same once a new one is begun
        self._change(day, {"note": text or None}, _("Note saved"), which, merge_key=key)

    def move(self, identity: int, day: date, at: time | None = None) -> None:
        """Move a check-in to another day, or to another time of its own.

        Args:
            identity: the check-in.
            day: the day that it counts for.
            at: the time, None where it is not known.

        Raises:
            InvalidInput: the day or time lies in the future, or the check-in is gone.
        """
        on = self._recording.done_on(day)
        former = self.get(identity)
        if former is None:
            raise InvalidInput(_("This check-in is no longer there."))
        if former.day == on and same_time(former.at, at):
            return
        moment = self._recording.moment_on(on, at)
        name = _("Time changed")
        if former.day != on:
            name = _("Moved to {day}").format(day=said_day(on, self._recording.today()))
        with self._journal.write(name) as db:
            self._recording.belong_to_search(db, on, begins=False)
            run = db.conn.execute
            stored = (on.isoformat(), moment, identity)
            run("UPDATE check_in SET day = ?, at = ? WHERE id = ?", stored)
            run("UPDATE check_in_feeling SET day = ? WHERE check_in_id = ?", stored[::2])

    def delete(self, identity: int) -> None:
        """Delete a check-in."""
        with self._journal.write(_("Check-in deleted")) as db:
            db.table("check_in").delete_where("id = ?", [identity])

    def _change(
        self,
        day: date,
        values: dict[str, object],
        name: str,
        which: int | None,
        merge_key: str | None = None,
    ) -> None:
        on = self._recording.done_on(day)
        if self._begins(on, which) and not any(values.values()):
            return
        with self._journal.write(name, merge_key) as db:
            identity = self._find_or_begin(db, on, which)
            db.table("check_in").update(identity, values)
            self._drop_if_empty(db, identity)

    def _begins(self, day: date, which: int | None) -> bool:
        """Return whether a change begins a check-in; an empty one is to leave no trace."""
        return which == NEW or (which is LATEST and self.latest(day) is None)

    def _find_or_begin(self, db: Database, day: date, which: int | None) -> int:
        if which == NEW:
            return self._add(db, day, {})
        if which is not LATEST:
            known = self.get(which)
            if known is None or known.day != day:
                raise InvalidInput(_("This check-in is no longer there."))
            return which
        latest = self.latest(day)
        return latest.id if latest is not None else self._add(db, day, {})

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
        words = [clean_name(word, _("A feeling word"), FEELING_LIMIT) for word in feelings]
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
