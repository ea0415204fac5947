"""Keeps how the person mapped the columns of a file, for the next file with the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.transfer.mapping import mapping_from_json
from desktop_app.transfer.reading import row_key

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.settings import Settings
    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.reading import Table

SETTING = "mappings"
MOST = 50


def remembered(settings: Settings, table: Table) -> Mapping | None:
    """Return the mapping that was kept for these columns, None where there is none."""
    kept = settings.get(SETTING)
    mapping = mapping_from_json(kept.get(_key(table))) if isinstance(kept, dict) else None
    if mapping is None or not set(mapping.columns.values()) <= set(table.names):
        return None
    return mapping


def remember(settings: Settings, table: Table, mapping: Mapping, today: date) -> None:
    """Keep a mapping for these columns; of very many the oldest are forgotten."""
    kept = dict(settings.get(SETTING))
    kept.pop(_key(table), None)
    kept[_key(table)] = mapping.to_json()
    settings.store(SETTING, dict(list(kept.items())[-MOST:]), today=today)


def _key(table: Table) -> str:
    """Return what stands for a set of column names; their order is no part of it."""
    return row_key("titled" if table.how.header else "untitled", *sorted(table.names))
