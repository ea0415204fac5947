"""Rejections that came together: checked one by one, written in one step or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.services.rejections import CheckedRejection, RejectionForm, Rejections
    from desktop_app.storage.journal import Journal


class SeveralRejections:
    """Notes the rejections of a bad day together."""

    def __init__(self, journal: Journal, rejections: Rejections) -> None:
        self._journal = journal
        self._rejections = rejections

    def faults(self, forms: Sequence[RejectionForm]) -> dict[int, str]:
        """Return the sentence about each form that can't be taken, by its place from 0.

        Two forms that name the same application are told apart: the later one can't be taken.
        """
        return self._checked(forms)[1]

    def note(self, forms: Sequence[RejectionForm]) -> list[int]:
        """Note all of them in one step and return their ids.

        Raises:
            InvalidInput: there is none, or one can't be taken; nothing was changed.
        """
        checked, faults = self._checked(forms)
        if not forms:
            raise InvalidInput(_("Write an employer first."))
        if faults:
            raise InvalidInput(next(iter(faults.values())))
        with self._journal.write(_("Several rejections noted")) as db:
            return [self._rejections.put(db, one) for one in checked]

    def _checked(
        self, forms: Sequence[RejectionForm]
    ) -> tuple[list[CheckedRejection], dict[int, str]]:
        checked: list[CheckedRejection] = []
        faults: dict[int, str] = {}
        named: dict[object, int] = {}
        for place, form in enumerate(forms):
            try:
                one = self._rejections.checked(form)
            except InvalidInput as error:
                faults[place] = str(error)
                continue
            which = _which(one)
            first = named.setdefault(which, place)
            if first != place:
                faults[place] = _twice(one, first + 1)
            checked.append(one)
        return checked, faults


def _which(one: CheckedRejection) -> object:
    """Return what tells the application of one from those of the others."""
    return one.known.id if one.known else (one.employer.casefold(), one.position.casefold())


def _twice(one: CheckedRejection, row: int) -> str:
    if one.known is not None:
        words = _("Row {n} names this application too. Say which position each answers.")
    elif one.position:
        words = _("Row {n} says the same employer and position.")
    else:
        words = _("Row {n} says the same. Give each its position.")
    return words.format(n=row)
