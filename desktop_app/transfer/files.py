"""Opens a file that a stranger wrote, and refuses what is no text at all."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import without_controls
from desktop_app.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 50_000_000
FIRST_PART = 1_000_000
_SHOWN_NAME = 80
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b\x08", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "zip"),
    (b"\xd0\xcf\x11\xe0", "zip"),
    (b"SQLite format 3\x00", "database"),
    (b"<!DOCTYPE", "page"),
    (b"<html", "page"),
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Source:
    """The bytes of a file.

    Attributes:
        path: where it lies.
        data: all of it, or its first part where it is too large to be loaded.
        size: how many bytes the file has.
    """

    path: Path
    data: bytes
    size: int

    @property
    def name(self) -> str:
        """The file's name as a sentence shows it."""
        return shown_name(self.path)

    @property
    def partial(self) -> bool:
        """Whether only the first part was read."""
        return len(self.data) < self.size

    def too_large(self) -> str:
        """Return the sentence about a file of which only the first part is read."""
        return _(
            "“{file}” has {size} MB, too large to come in whole; {limit} MB fit. Save it as"
            " several smaller files and import one after the other."
        ).format(file=self.name, size=self.size // 1_000_000, limit=LARGEST_FILE // 1_000_000)


def opened(path: Path) -> Source:
    """Read a file, of one above ``LARGEST_FILE`` bytes only the first part.

    Raises:
        InvalidInput: no such file, a folder, no ordinary file, one that can't be read, an empty
            one, or a picture, PDF, workbook, database or web page; the sentence says which.
    """
    name = shown_name(path)
    try:
        if path.is_dir():
            raise InvalidInput(_("“{file}” is a folder. Choose a file.").format(file=name))
        if not path.exists():
            raise InvalidInput(_("There is no file “{file}”.").format(file=name))
        if not path.is_file():
            raise InvalidInput(_("“{file}” is no ordinary file.").format(file=name))
        size = path.stat().st_size
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1 if size <= LARGEST_FILE else FIRST_PART)
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise InvalidInput(_("“{file}” can't be opened.").format(file=name)) from None
    if len(data) > LARGEST_FILE:  # it grew meanwhile
        data = data[:FIRST_PART]
    _refuse_other_files(data, name)
    return Source(path, data, max(size, len(data)))


def shown_name(path: Path) -> str:
    """Return the file's name as a sentence shows it."""
    return without_controls(path.name)[:_SHOWN_NAME] or str(path)


def _refuse_other_files(data: bytes, name: str) -> None:
    kinds = {
        "picture": _("“{file}” is a picture, no table."),
        "pdf": _("“{file}” is a PDF. Save the table as “CSV UTF-8” and import that."),
        "zip": _("“{file}” is a workbook or an archive. Save it as “CSV UTF-8” and import that."),
        "database": _("“{file}” is a database, no table of text."),
        "page": _("“{file}” is a web page. Save the table as “CSV UTF-8” and import that."),
    }
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) or start.startswith(signature):
            raise InvalidInput(kinds[kind].format(file=name))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise InvalidInput(kinds["picture"].format(file=name))
    if not data.removeprefix(codecs.BOM_UTF8).strip() or data in _WIDE:
        raise InvalidInput(_("“{file}” is empty.").format(file=name))
