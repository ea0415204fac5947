"""The ledger of reasons: where a reason can be put, and the cards that are suggested."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.stages import Stage
from desktop_app.i18n import _

MOST_SUGGESTED = 3


class Place(StrEnum):
    """Whose hands a reason lay in."""

    OUTSIDE = "outside"
    SHARED = "shared"
    MINE = "mine"
    UNKNOWN = "unknown"


class Card(NamedTuple):
    """One reason on a card: its row (0 for a suggestion not yet used), its words, whose it is."""

    id: int
    text: str
    own: bool


class PlacedReason(NamedTuple):
    """A card that the person put into a place; ``position`` counts from 0 in it."""

    card: Card
    place: Place
    position: int


def place_label(place: Place) -> str:
    """Return a place's name on screen."""
    return {
        Place.OUTSIDE: _("Outside my control"),
        Place.SHARED: _("Shared"),
        Place.MINE: _("Mine"),
        Place.UNKNOWN: _("Don't know"),
    }[place]


def place_key(place: Place) -> str:
    """Return the letter that puts a card into a place."""
    return {
        Place.OUTSIDE: _("O"),
        Place.SHARED: _("S"),
        Place.MINE: _("M"),
        Place.UNKNOWN: _("D"),
    }[place]


def cannot_know() -> str:
    """Return the first answer that the ledger offers."""
    return _("I can't know, and that is an answer")


def suggestions(stage: Stage) -> tuple[str, ...]:
    """Return what often lies behind a no after a stage, the likeliest first."""
    return {
        Stage.APPLICATION: (
            _("Many strong applicants"),
            _("An internal candidate"),
            _("The post was filled or cut"),
        ),
        Stage.SCREENING: (
            _("Salary or hours too far apart"),
            _("They met someone closer to the role"),
            _("How I told my story"),
        ),
        Stage.TASK: (
            _("Ran out of time"),
            _("They wanted another approach"),
            _("Many good solutions, one place"),
        ),
        Stage.INTERVIEW: (
            _("Someone closer to their field"),
            _("An internal candidate"),
            _("How I answered one question"),
        ),
        Stage.FINAL: (
            _("A close decision between good people"),
            _("Someone with experience in the sector"),
            _("Budget or headcount changed"),
        ),
        Stage.OFFER: (),
    }[stage]


def suggested(stage: Stage, own: list[Card], used: set[str]) -> list[Card]:
    """Return at most three cards to offer: the person's own that fit first, none placed yet.

    Args:
        stage: the stage that the no came after.
        own: the person's cards that they used after this stage, the most used first.
        used: the words of cards that are placed already, without case.
    """
    cards = [card for card in own if card.text.casefold() not in used]
    known = used | {card.text.casefold() for card in own}
    cards += [Card(0, text, False) for text in suggestions(stage) if text.casefold() not in known]
    return cards[:MOST_SUGGESTED]
