"""Today: log a day in ten seconds, and see where momentum stands."""

from desktop_app.ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
