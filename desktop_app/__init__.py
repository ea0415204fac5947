"""Upswing: a private, offline journal that keeps a job search going through its rejections."""

__version__ = "0.1.0"
