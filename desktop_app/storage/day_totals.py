"""Sums of days counted once after many changes, in place of once for every row that changes.

A trigger counts its whole day anew, which for thousands of rows on one day is quadratic.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.storage.driver import Connection

_TRIGGERS = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND name GLOB ?"
_NAMES = "*_total_*"
_COUNT = """
INSERT INTO day_total (day, points, activities, mood, check_ins)
  SELECT day, total(points), sum(activities), max(mood), sum(check_ins) FROM (
    SELECT day, total(amount * points_per_unit) AS points, count(*) AS activities, NULL AS mood,
      0 AS check_ins FROM activity WHERE day IS NOT NULL GROUP BY day
    UNION ALL
    SELECT day, 0, 0, avg(mood), count(*) FROM check_in WHERE day IS NOT NULL GROUP BY day
  ) GROUP BY day
"""


@contextmanager
def counted_at_the_end(connection: Connection) -> Iterator[None]:
    """Leave the sums of days as they are until the end, then count every day once.

    It needs a transaction around it: where that is rolled back, the triggers come back with it.
    """
    triggers = connection.execute(_TRIGGERS, (_NAMES,)).fetchall()
    for trigger in triggers:
        connection.execute(f"DROP TRIGGER main.{trigger['name']}")
    yield
    connection.execute("DELETE FROM day_total")
    connection.execute(_COUNT)
    for trigger in triggers:
        connection.execute(trigger["sql"])
