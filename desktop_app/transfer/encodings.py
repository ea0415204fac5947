"""Finds out how the letters of a text file are written down."""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.transfer.files import Source

# What can be chosen by hand, with the names that people meet in other programs.
OFFERED: tuple[tuple[str, str], ...] = (
    ("utf-8-sig", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("utf-16-le", "UTF-16 LE"),
    ("utf-16-be", "UTF-16 BE"),
    ("cp1252", "Windows-1252"),
    ("iso8859_15", "ISO-8859-15"),
    ("cp1250", "Windows-1250"),
    ("iso8859_2", "ISO-8859-2"),
    ("cp1251", "Windows-1251"),
    ("koi8_r", "KOI8-R"),
    ("cp1253", "Windows-1253"),
    ("cp1254", "Windows-1254"),
    ("mac_roman", "Mac Roman"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
_CHUNK = 1 << 20
_LEAST_ZEROS = 0.04
_MOST_CONTROLS = 0.01
# Bytes that Windows-1252 gives to signs which stand in no Western word, and that other code
# pages give to letters: ¹ ³ ¿ ¯ £ ¥ ¢ within a word, and Š š Ž ž, which Windows-1250 has there.
_NOT_WESTERN = re.compile(
    rb"(?:[\xa2\xa3\xa5\xaf\xb3\xb9\x8a\x8e\x9a\x9e]|[A-Za-z]\xbf)[A-Za-z\xc0-\xff]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ODD = re.compile(rb"[\x80-\xff]")
_EURO = re.compile(rb"\d ?\xa4|\xa4 ?\d")


def name_of(encoding: str) -> str:
    """Return what an encoding is called on screen."""
    return dict(OFFERED).get(encoding) or encoding.upper().replace("_", "-")


def encoding_of(source: Source) -> str:
    """Return the codec that reads a file: by its mark, as strict UTF-8, or by its letters.

    Raises:
        InvalidInput: the file holds NUL bytes or is no text; the sentence says which.
    """
    data = source.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _wide(data[:_SAMPLE])
    if wide is not None:
        return wide
    zero = data.find(b"\0")
    if zero >= 0:
        raise InvalidInput(
            _("“{file}” holds NUL bytes, the first in line {line}: it is no text.").format(
                file=source.name, line=data.count(b"\n", 0, zero) + 1
            )
        )
    if decodes(data, "utf-8", whole=not source.partial):
        return "utf-8-sig"
    encoding = _eight_bit(data)
    text = data[:_SAMPLE].decode(encoding, "replace")
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise InvalidInput(_("“{file}” is no text.").format(file=source.name))
    return encoding


def decodes(data: bytes, encoding: str, *, whole: bool = True) -> bool:
    """Return whether bytes can be read in an encoding, without keeping the text."""
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(data)
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(bytes(view[start : start + _CHUNK]))
        decoder.decode(b"", whole)
    except UnicodeError:
        return False
    return True


def text_of(source: Source, encoding: str) -> io.TextIOBase:
    """Return the file's text; of a first part whole lines only.

    Raises:
        InvalidInput: it can't be read in this encoding.
    """
    if not decodes(source.data, encoding, whole=not source.partial):
        raise InvalidInput(
            _("“{file}” can't be read as {encoding}.").format(
                file=source.name, encoding=name_of(encoding)
            )
        )
    if not source.partial:
        return io.TextIOWrapper(io.BytesIO(source.data), encoding=encoding, newline="")
    text = codecs.getincrementaldecoder(encoding)().decode(source.data)
    end = max(text.rfind("\n"), text.rfind("\r"))
    return io.StringIO(text[: end + 1] or text, newline="")


def _wide(sample: bytes) -> str | None:
    """Return UTF-16 without a mark by its zeros, which stand in one half of the pairs."""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    least = _LEAST_ZEROS * len(sample)
    if second > max(least, 10 * first):
        return "utf-16-le"
    if first > max(least, 10 * second):
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> str:
    """Return the code page of a text that has letters beyond ASCII and is no UTF-8.

    Western ones are told by what they do not hold, which charset-normalizer takes for Eastern
    European in short texts; it tells Cyrillic, Greek and others well.
    """
    odd = b"\n".join(_odd_lines(data))
    western = "iso8859_15" if _EURO.search(odd) else "cp1252"
    if not _NOT_WESTERN.search(odd) and _mostly_plain(odd) and decodes(data, western):
        return western
    from charset_normalizer import from_bytes  # late: 30 ms that few files need

    pages = [encoding for encoding, _name in OFFERED if not encoding.startswith("utf")]
    best = from_bytes(odd, cp_isolation=pages).best()
    found = best.encoding if best is not None else "cp1252"
    return next((one for one in (found, "cp1252") if decodes(data, one)), "latin-1")


def _odd_lines(data: bytes) -> list[bytes]:
    """Return the first lines that hold a byte beyond ASCII, up to the size of a sample."""
    lines: list[bytes] = []
    room, end = _SAMPLE, 0
    while room > 0 and (odd := _ODD.search(data, end)):
        start = max(data.rfind(b"\n", end, odd.start()) + 1, end, odd.start() - _SAMPLE)
        end = data.find(b"\n", odd.start())
        end = len(data) if end < 0 else end
        lines.append(data[start : min(end, start + _SAMPLE)])
        room -= len(lines[-1])
    return lines


def _mostly_plain(text: bytes) -> bool:
    """Return whether letters beyond ASCII are the fewer ones, as in Western languages."""
    beyond = sum(byte >= 0xC0 for byte in text)
    letters = sum(chr(byte).isalpha() for byte in text if byte < 0x80)
    return beyond <= letters
