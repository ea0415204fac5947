"""Failures that a person is told in one sentence."""

from pathlib import Path


class UpswingError(Exception):
    """Something that the person can understand; its text is the sentence to show."""


class InvalidInput(UpswingError):
    """What was entered can't be taken; nothing was changed."""


class JournalError(UpswingError):
    """The journal can't be opened or written; nothing in it was changed."""

    def __init__(self, sentence: str, path: Path | None = None) -> None:
        super().__init__(sentence)
        self.path = path


class JournalInUse(JournalError):
    """Another Upswing has the journal open."""


class JournalDamaged(JournalError):
    """The file is no journal, is cut short, or fails its check."""


class JournalTooNew(JournalError):
    """The file was written by a later version of Upswing."""


class JournalReadOnly(JournalError):
    """The file or its folder can't be written to."""
