"""What a use case changed: the event from which visible pages refresh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Changed:
    """One committed step: its name, the tables it touched, and the days it touched."""

    step: str
    tables: frozenset[str]
    days: frozenset[date]
