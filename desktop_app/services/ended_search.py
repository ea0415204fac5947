"""What belongs to a search that has ended, and is silent from then on."""

from __future__ import annotations


def over(table: str) -> str:
    """Return the condition that a row was noted in a search that ended before a day.

    Its one parameter is the day. On the search's last day nothing is silent yet; a search that
    began since keeps what was noted in it.

    Args:
        table: the table, which has ``recorded_at``.
    """
    noted = f"substr({table}.recorded_at, 1, 10)"
    return f"""EXISTS (SELECT 1 FROM search AS old WHERE {noted}
  <= old.ended_day AND old.ended_day < ? AND NOT EXISTS (SELECT 1 FROM search AS later
  WHERE later.id <> old.id AND later.day BETWEEN old.ended_day AND {noted}))"""
