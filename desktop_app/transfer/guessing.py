"""Guesses which column of an unknown table is what, by its title and by what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.transfer.mapping import STAGES, Mapping, Target
from desktop_app.transfer.words import scores

if TYPE_CHECKING:
    from desktop_app.transfer.survey import Survey

_LEAST = 0.35
_WHOLE_TITLE = 1.5
_FEW, _RECURRING = 8, 40
_TEXTS = (Target.EMPLOYER, Target.POSITION, Target.SOURCE, Target.LOCATION)


def guess_mapping(survey: Survey) -> Mapping:
    """Return the mapping that seems likely; each column is used once."""
    fits: list[tuple[float, int, int, Target, str]] = []
    targets = list(Target)
    for place, name in enumerate(survey.table.names):
        by_title = scores(survey.title(name)) if survey.table.how.header else {}
        for target in targets:
            score = _score(survey, name, target, by_title.get(target, 0.0))
            if score >= _LEAST:
                fits.append((-score, targets.index(target), place, target, name))
    columns: dict[Target, str] = {}
    for _score_of, _order, _place, target, name in sorted(fits):
        if target not in columns and name not in columns.values():
            columns[target] = name
    _add_names(survey, columns)
    return Mapping(columns={target: columns[target] for target in targets if target in columns})


def _score(survey: Survey, name: str, target: Target, titled: float) -> float:
    """Return how well a column fits a target, 0 where what stands in it speaks against it."""
    forms = survey.forms(name)
    if forms.filled == 0:
        return titled - 0.3 if titled else 0.0
    if target in (Target.DAY, Target.ANSWERED):
        if not forms.is_days or _is_stamp(survey, name):
            return 0.0
        return titled or (0.4 if target is Target.DAY else 0.0)
    if target in STAGES:
        few = len(survey.table.counted(name)) <= _FEW
        return titled if forms.is_days or few else 0.0
    if target is Target.LINK:
        return titled + 1.0 if survey.share(name, "link") >= 0.5 else 0.0
    if forms.is_days:
        return 0.0
    if target is Target.STATUS:
        return _status_score(survey, name, titled)
    if target in _TEXTS and titled < _WHOLE_TITLE and survey.share(name, "figure") > 0.5:
        return 0.0
    return titled


def _is_stamp(survey: Survey, name: str) -> bool:
    """Return whether one day stands in all rows, as when a table tells when it was exported."""
    return survey.forms(name).filled > _FEW and len(survey.table.counted(name)) == 1


def _status_score(survey: Survey, name: str, titled: float) -> float:
    different = len(survey.table.counted(name))
    if different > _RECURRING and different > survey.forms(name).filled / 2:
        return 0.0
    told = survey.share(name, "status")
    if titled:
        return titled + told
    return 1.2 * told if told >= 0.6 else 0.0


def _add_names(survey: Survey, columns: dict[Target, str]) -> None:
    """Let columns of words be employer and position where no title says which these are."""
    wanted = [Target.EMPLOYER] if Target.EMPLOYER not in columns else []
    if Target.POSITION not in columns and not survey.table.how.header:
        wanted.append(Target.POSITION)
    for target in wanted:
        free = [
            name
            for name in survey.table.names
            if name not in columns.values() and _is_words(survey, name)
        ]
        if free:
            columns[target] = free[0]


def _is_words(survey: Survey, name: str) -> bool:
    forms = survey.forms(name)
    return (
        forms.filled > 0
        and not forms.is_days
        and survey.share(name, "figure") < 0.5
        and survey.share(name, "link") < 0.5
        and len(survey.table.counted(name)) > 1
    )
