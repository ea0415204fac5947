"""Bring a history read from a file into the journal: once, whole, and as one step of undo."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.domain.stages import Outcome
from desktop_app.i18n import _, ngettext
from desktop_app.services.importing_rows import Fresh, Writer
from desktop_app.services.importing_search import span_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from desktop_app.domain.history import History, SkippedRow
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class ImportCancelled(UpswingError):
    """The person cancelled while it ran; nothing was changed."""


@dataclass(frozen=True)
class ImportPreview:
    """What a history brings.

    Attributes:
        source, title: the format.
        applications, activities, check_ins, rejections: how many are new.
        there: how many records the journal already has from it.
        skipped: the rows left out, each with its reason.
        remarks: sentences on rows that come in changed.
        first, last: the days it covers, None where no day is known.
    """

    source: str
    title: str
    applications: int
    activities: int
    check_ins: int
    rejections: int
    there: int
    skipped: tuple[SkippedRow, ...]
    remarks: tuple[str, ...]
    first: date | None
    last: date | None

    @property
    def new(self) -> int:
        """How many records are new."""
        return self.applications + self.activities + self.check_ins

    @property
    def words(self) -> str:
        """What is new, such as ``48 activities, 130 check-ins``."""
        parts = []
        if self.applications or not self.new:
            parts.append(
                ngettext("{n} application", "{n} applications", self.applications).format(
                    n=self.applications
                )
            )
        if self.activities:
            parts.append(
                ngettext("{n} activity", "{n} activities", self.activities).format(
                    n=self.activities
                )
            )
        if self.check_ins:
            parts.append(
                ngettext("{n} check-in", "{n} check-ins", self.check_ins).format(n=self.check_ins)
            )
        return ", ".join(parts)


class Importing:
    """Imports of histories."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def today(self) -> date:
        """Return the person's day, after which nothing in a history can have been done."""
        return self._recording.today()

    def refuse_own_journal(self, path: Path) -> None:
        """Refuse the journal itself as a file to import.

        Reading it by another way while it is open would give up its lock.

        Raises:
            InvalidInput: the path leads to the open journal.
        """
        try:
            own = path.exists() and path.samefile(self._journal.path)
        except (OSError, ValueError):
            return  # whoever reads it says what is wrong with it
        if own:
            raise InvalidInput(_("This is the journal that is open; nothing was changed."))

    def preview(self, history: History) -> ImportPreview:
        """Return what would come in; nothing is changed."""
        return self._preview(history, self._fresh(history))

    def new_in(self, history: History) -> History:
        """Return the history without the records that the journal has already."""
        fresh = self._fresh(history)
        return replace(
            history,
            applications=tuple(one for one, _n in fresh.applications),
            activities=tuple(one for one, _n in fresh.activities),
            check_ins=tuple(one for one, _n in fresh.check_ins),
        )

    def apply(
        self,
        history: History,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        along: Callable[[], object] | None = None,
    ) -> ImportPreview:
        """Bring in what is new, after a verified backup, and return what came in.

        Args:
            history: what an importer read.
            progress: told how many records of how many are written.
            cancelled: asked between records, the last time after ``progress`` was told the
                whole; True takes everything back.
            along: called within the same step, to keep or lose with it what belongs to it.

        Raises:
            ImportCancelled: it was cancelled; nothing was changed.
            JournalError: no backup could be made, or the disk refused; nothing was changed.
        """
        preview = self._preview(history, self._fresh(history))
        if not preview.new:
            return preview
        self._journal.back_up("import")
        name = _("Import of {what}").format(what=preview.words)
        with self._journal.write(name, many=True) as db:
            # Asked again: the journal may have changed while the backup was made.
            fresh = self._fresh(history)
            preview = self._preview(history, fresh)
            span = span_of(history, self.today())
            writer = Writer(self._journal, db, self._recording, history.source, span)
            total, written = fresh.count, 0
            for batch in fresh.batches():
                if cancelled is not None and cancelled():
                    raise ImportCancelled(_("The import was cancelled. Nothing was changed."))
                writer.write(batch)
                written += batch.count
                if progress is not None:
                    progress(written, total)
            if along is not None:
                along()
            if cancelled is not None and cancelled():
                raise ImportCancelled(_("The import was cancelled. Nothing was changed."))
        return preview

    def _fresh(self, history: History) -> Fresh:
        known = {
            (row["key"], row["occurrence"])
            for row in self._journal.query(
                "SELECT key, occurrence FROM origin WHERE source = ?", (history.source,)
            )
        }
        seen: Counter[str] = Counter()
        fresh = Fresh()
        lists: tuple[tuple[list[Any], Sequence[Any]], ...] = (
            (fresh.applications, history.applications),
            (fresh.activities, history.activities),
            (fresh.check_ins, history.check_ins),
        )
        for new, read in lists:
            for one in read:
                seen[one.key] += 1
                if (one.key, seen[one.key]) in known:
                    fresh.there += 1
                else:
                    new.append((one, seen[one.key]))
        self._leave_known(history.source, fresh)
        return fresh

    def _leave_known(self, source: str, fresh: Fresh) -> None:
        """Take out applications that the journal has by another way: typed, or of another file.

        Those have the same employer, position and day; one without a day can't be told.
        """
        if not fresh.applications:
            return
        there = Counter(
            (row["name"].casefold(), row["position"].casefold(), row["day"])
            for row in self._journal.query(
                "SELECT employer.name, application.position, application.day FROM application"
                " JOIN employer ON employer.id = application.employer_id"
                " WHERE application.day IS NOT NULL AND NOT EXISTS"
                " (SELECT 1 FROM origin WHERE origin.uid = application.uid AND source = ?)",
                (source,),
            )
        )
        if not there:
            return
        kept = []
        for one, occurrence in fresh.applications:
            day = one.day.isoformat() if one.day else None
            same = (one.employer.casefold(), one.position.casefold(), day)
            if there[same] > 0:
                there[same] -= 1
                fresh.there += 1
            else:
                kept.append((one, occurrence))
        fresh.applications = kept

    def _preview(self, history: History, fresh: Fresh) -> ImportPreview:
        span = span_of(history, self.today())
        return ImportPreview(
            source=history.source,
            title=history.title,
            applications=len(fresh.applications),
            activities=len(fresh.activities),
            check_ins=len(fresh.check_ins),
            rejections=sum(one.outcome is Outcome.REJECTED for one, _n in fresh.applications),
            there=fresh.there,
            skipped=history.skipped,
            remarks=history.remarks,
            first=span.first if span else None,
            last=span.last if span else None,
        )
