"""Names of employers and positions as they are compared: without case, accents and legal form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from desktop_app.paths import resource

_LETTERS = {ord(one): two for one, two in zip("øđłœþ", ("o", "d", "l", "oe", "th"), strict=True)}
_LETTERS |= {0xE6: "ae", 0xF0: "d", 0x131: "i"}  # æ, ð, and the i without a dot
_ABBREVIATED = re.compile(r"\b(\w)[./](?=\w\b|\s|$)")
_APOSTROPHES = re.compile("['’`]")
_REST = re.compile(r"[\W_]+")
_GENDERS = re.compile(r"[(\[]\s*[a-z](?:\s*[/|*,.-]\s*[a-z]){1,3}\s*[)\]]")


@lru_cache(maxsize=8192)
def folded_employer(name: str) -> str:
    """Return an employer's name as it is compared: ``halden`` for ``Haldén GmbH & Co. KG``.

    A name that is nothing but a legal form stays as it is.
    """
    forms = _forms()
    words = _plain(forms.anywhere.sub(" ", name)).split() or _plain(name).split()
    kept = list(words)
    while len(kept) > 1:
        joins = len(kept) < len(words) and kept[-1] in forms.between and kept[-2] in forms.last
        if kept[-1] not in forms.last and not joins:
            break
        kept.pop()
    if len(kept) > 1 and kept[0] in forms.first:
        kept.pop(0)
    return " ".join(kept)


@lru_cache(maxsize=8192)
def folded_position(title: str) -> str:
    """Return a position as it is compared: ``data analyst`` for ``Data Analyst (m/w/d)``."""
    return " ".join(_plain(_GENDERS.sub(" ", title.casefold())).split())


class _Forms(NamedTuple):
    """Legal forms by the place that they have in a name."""

    last: frozenset[str]
    between: frozenset[str]
    first: frozenset[str]
    anywhere: re.Pattern[str]


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    places: dict[str, list[str]] = {}
    for line in resource("names", "legal_forms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            places[line.strip("[]")] = words = []
        elif line and not line.startswith("#"):
            words += line.split()
    joined = sorted(places["anywhere"], key=len, reverse=True)
    return _Forms(
        frozenset(places["last"]),
        frozenset(places["between"]),
        frozenset(places["first"]),
        re.compile("|".join(map(re.escape, joined))),
    )


def _plain(text: str) -> str:
    """Return letters and digits without case and accents, all else as blanks."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    joined, before = _APOSTROPHES.sub("", bare), ""
    while before != joined:  # 's.a.r.l.' letter by letter
        before, joined = joined, _ABBREVIATED.sub(r"\1", joined)
    return _REST.sub(" ", joined)
