"""Momentum: the timeline of effort, rest, mood and rejections, and the account of its number."""

from desktop_app.ui.pages.momentum.page import MomentumPage

__all__ = ["MomentumPage"]
