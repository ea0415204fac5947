"""Typed words against known names: which fit, and how well."""

from __future__ import annotations


def folded(text: str) -> str:
    """Return a name as ``rank`` takes it: without case, a blank before each word.

    The blank makes the beginning of a word one plain search.
    """
    return " " + " ".join(text.casefold().split())


def rank(words: list[str], name: str) -> int | None:
    """Return how well typed words fit a name, 0 is best, None where one is not in it.

    0 where the name begins with them, 1 where each begins a word, 2 where one stands inside.

    Args:
        words: what was typed, without case.
        name: a name from ``folded``.
    """
    if not all(word in name for word in words):
        return None
    if name.startswith(" " + " ".join(words)):
        return 0
    return 1 if all(f" {word}" in name for word in words) else 2
