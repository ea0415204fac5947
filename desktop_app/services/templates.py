"""Drafts for a feedback request: templates that ship with Upswing, and the person's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Stage
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _
from desktop_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

MOST_WORDS = 120
REMINDER, SILENT = "reminder", "silent"
#: What is no question after a no, and not offered as one.
OTHER_MAIL = frozenset({REMINDER, SILENT})
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_BODY_LIMIT = 10_000
_LEAST_NAME = 3


class Template(NamedTuple):
    """One template.

    Attributes:
        id: its row, 0 for one that ships with Upswing.
        key: the file's name for one that ships, or "".
        name: what it is called.
        stage: the stage that it fits, None for any.
        subject: the mail's subject.
        body: the message with places such as ``{person}`` to fill in.
    """

    id: int
    key: str
    name: str
    stage: Stage | None
    subject: str
    body: str


class Templates:
    """All templates, the person's own first; an own one of the same name stands in for ours."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def all(self) -> list[Template]:
        """Return the templates, the person's own first."""
        own = [
            _parsed(row["body"], Stage(row["stage"]) if row["stage"] else None)._replace(
                id=row["id"], name=row["name"]
            )
            for row in self._journal.query(
                "SELECT id, name, stage, body FROM template ORDER BY name, id"
            )
        ]
        names = {one.name.casefold() for one in own}
        return own + [one for one in _shipped() if one.name.casefold() not in names]

    def fitting(self, stage: Stage) -> Template:
        """Return the first template that fits a stage; there is always one."""
        offered = [one for one in self.all() if one.key not in OTHER_MAIL]
        fits = [one for one in offered if one.stage is stage]
        anywhere = [one for one in offered if one.stage is None]
        return (fits or anywhere or offered)[0]

    def reminder(self) -> Template:
        """Return the template of the one reminder."""
        return next(one for one in _shipped() if one.key == REMINDER)

    def silent(self) -> Template:
        """Return the template that asks how an application stands."""
        return next(one for one in _shipped() if one.key == SILENT)

    def keep(
        self, name: str, stage: Stage | None, subject: str, body: str, identity: int = 0
    ) -> int:
        """Keep an own template, or change one, and return its id.

        Raises:
            InvalidInput: no name or no words, over 120 words, or a text that no file can hold.
        """
        called = clean_name(name, _("Name"))
        words = clean_note(body, _("Template"), _BODY_LIMIT).strip()
        line = clean_name(subject, _("Subject"))
        if not called or not words:
            raise InvalidInput(_("A template has a name and words."))
        count = word_count(words)
        if count > MOST_WORDS:
            raise InvalidInput(
                _("{n} words are more than anybody reads; {most} fit.").format(
                    n=count, most=MOST_WORDS
                )
            )
        values = {
            "name": called,
            "stage": stage.value if stage else None,
            "body": f"Subject: {line}\n\n{words}",
        }
        with self._journal.write(_("Template kept")) as db:
            if identity:
                db.table("template").update(identity, values)
                return identity
            inserted = db.table("template").insert({**self._recording.stamp(None), **values})
        return int(str(inserted.last_pk))

    def delete(self, identity: int) -> None:
        """Delete an own template; one of ours that it stood in for is back."""
        with self._journal.write(_("Template deleted")) as db:
            db.table("template").delete_where("id = ?", [identity])


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a template with its places filled; a place without a value goes with its blanks.

    Args:
        text: words with places such as ``{person}``.
        values: what to put there, by the place's name.
    """
    text = _PLACEHOLDER.sub(lambda place: values.get(place[1], "").strip(), text)
    lines = [
        re.sub(r" +([,.;:!?])", r"\1", re.sub(r" {2,}", " ", line)) for line in text.split("\n")
    ]
    return "\n".join(line.strip() for line in lines).strip()


def unfilled(text: str, values: Mapping[str, str]) -> str:
    """Return a message with its places open again, such as ``{person}`` for the person's name.

    Words of fewer than three letters stay: they stand in other words too.
    """
    for name, value in values.items():
        if len(value.strip()) >= _LEAST_NAME:
            text = text.replace(value.strip(), f"{{{name}}}")
    return text


def word_count(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def _shipped() -> list[Template]:
    folder = resource("templates", "ask")
    return [_read(path) for path in sorted(folder.glob("*.txt"))]


def _read(path: Path) -> Template:
    found = _parsed(path.read_text(encoding="utf-8"), None)
    return found._replace(key=path.stem)


def _parsed(text: str, stage: Stage | None) -> Template:
    head, _blank, body = text.partition("\n\n")
    fields = {
        name.strip().casefold(): value.strip()
        for name, _colon, value in (line.partition(":") for line in head.split("\n"))
    }
    named = fields.get("stage", "")
    return Template(
        id=0,
        key="",
        name=fields.get("name", ""),
        stage=Stage(named) if named else stage,
        subject=fields.get("subject", ""),
        body=body.strip(),
    )
