"""Which journal a command works on, opened for one command and closed after it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput, JournalError
from desktop_app.i18n import _
from desktop_app.paths import default_journal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.services.bundle import Services


class Place:
    """A journal as the person named it; None is their own (UPSWING_JOURNAL, or the default)."""

    def __init__(self, named: str | None = None) -> None:
        self._named = named

    @property
    def path(self) -> Path:
        """The journal's whole path.

        Raises:
            InvalidInput: it is no name that a file can have.
        """
        if self._named is None:
            return default_journal().absolute()
        if not self._named.strip() or "\0" in self._named:
            raise InvalidInput(_("Name the journal's file after --journal."))
        try:
            return Path(self._named).expanduser().absolute()
        except RuntimeError:  # ~name of nobody
            raise InvalidInput(
                _("There is no home folder for “{path}”.").format(path=self._named)
            ) from None

    @contextmanager
    def writing(self) -> Iterator[Services]:
        """Open the journal, making it where nothing stands.

        Raises:
            JournalError: in use, damaged, too new or not to be written; nothing was changed.
        """
        with _opened(self.path) as services:
            yield services

    @contextmanager
    def reading(self) -> Iterator[Services]:
        """Open the journal; where nothing stands an empty one is shown, and nothing is made.

        Raises:
            JournalError: in use, damaged, too new or not to be written.
        """
        if self.path.exists():
            with _opened(self.path) as services:
                yield services
            return
        from tempfile import TemporaryDirectory  # late: seldom needed

        with (
            TemporaryDirectory(prefix="upswing-") as folder,
            _opened(Path(folder) / "empty.upswing") as services,
        ):
            yield services

    def existing(self) -> Path:
        """Return the path.

        Raises:
            JournalError: nothing stands there.
        """
        path = self.path
        if not path.exists():
            raise JournalError(_("There is no journal at {path}.").format(path=path), path)
        return path


@contextmanager
def _opened(path: Path) -> Iterator[Services]:
    from desktop_app.domain.clock import SystemClock
    from desktop_app.session import open_session

    services = open_session(path, SystemClock())
    try:
        yield services
    finally:
        services.upkeep.close()
