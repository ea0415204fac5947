"""Feeling words: those there are, the person's own among them, and the few that stand first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.mood import FEELING_GROUPS, FEELING_LIMIT, QUICK_FEELINGS
from desktop_app.domain.text import clean_name, same_words
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.domain.changes import Changed
    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

MOST_QUICK = 6
UNGROUPED = len(FEELING_GROUPS)
_LEFT_OUT = "feelings_left_out"
_BUILT_IN = {word.casefold() for group in FEELING_GROUPS for word in group}


class FeelingGroup(NamedTuple):
    """One group of words.

    Attributes:
        number: its place in ``FEELING_GROUPS``; UNGROUPED for own words that are in none.
        words: all its words in order, the person's own last.
        own: those of them that are the person's own.
    """

    number: int
    words: tuple[str, ...]
    own: tuple[str, ...]


class Feelings:
    """The words that a check-in can choose from.

    An own word is one that the person added, or that a check-in holds and was not left out since.
    What past check-ins hold never changes here.
    """

    def __init__(self, journal: Journal, recording: Recording, settings: Settings) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings
        self._known: tuple[FeelingGroup, ...] | None = None
        journal.listen(self._on_changed)

    def groups(self) -> tuple[FeelingGroup, ...]:
        """Return the groups in order; the last is that of own words in no group."""
        known = self._known
        if known is None:
            with self._journal.hold():
                self._known = known = self._read()
        return known

    def words(self) -> tuple[str, ...]:
        """Return every word, group by group."""
        return tuple(word for group in self.groups() for word in group.words)

    def quick(self) -> tuple[str, ...]:
        """Return the words that stand first, as the person chose them, six at the most."""
        chosen = self._settings.get("quick_feelings")
        if chosen is None:
            return QUICK_FEELINGS
        words = set(self.words())
        return tuple(word for word in chosen if word in words)

    def set_quick(self, words: Sequence[str]) -> None:
        """Choose the words that stand first, in this order.

        Raises:
            InvalidInput: more than six.
        """
        if len(words) > MOST_QUICK:
            raise InvalidInput(_("Six words fit the row, not {n}.").format(n=len(words)))
        self._settings.store_all(
            {"quick_feelings": list(words)},
            today=self._recording.today(),
            name=_("Words of the row"),
        )

    def find(self, word: str) -> str | None:
        """Return a word that is there already, as it is written there, None where it is not."""
        wanted = same_words(word)
        return next((one for one in self.words() if one.casefold() == wanted), None)

    def add(
        self, word: str, group: int = UNGROUPED, also: Callable[[str], object] | None = None
    ) -> str:
        """Add an own word and return it as it is kept.

        Args:
            word: one word or a few.
            group: the group that it belongs to.
            also: what else belongs to the step, such as choosing the word.

        Raises:
            InvalidInput: nothing, too much, a comma, or a word that is there already.
        """
        kept = self._checked(word)
        with self._journal.write(_("Word added: {word}").format(word=kept)) as db:
            db.table("feeling").insert(
                {
                    **self._recording.stamp(None, f"feeling:{kept.casefold()}"),
                    "word": kept,
                    "mood_group": None if group == UNGROUPED else group,
                }
            )
            self._leave_out(remove=kept)
            if also is not None:
                also(kept)
        return kept

    def rename(self, word: str, other: str) -> str:
        """Offer an own word in another spelling, and return it; past check-ins keep theirs.

        Raises:
            InvalidInput: as ``add``; nothing was changed.
        """
        group = next(group.number for group in self.groups() if word in group.own)
        kept = self._checked(other, instead_of=word)
        if kept == word:
            return word
        quick = [kept if one == word else one for one in self.quick()]
        with self._journal.write(_("Word changed: {word}").format(word=kept)) as db:
            db.table("feeling").delete_where("word = ?", [word])
            db.table("feeling").insert(
                {
                    **self._recording.stamp(None, f"feeling:{kept.casefold()}"),
                    "word": kept,
                    "mood_group": None if group == UNGROUPED else group,
                }
            )
            self._leave_out(add=word, remove=kept)
            if kept in quick:
                self._settings.store("quick_feelings", quick, today=self._recording.today())
        return kept

    def remove(self, word: str) -> None:
        """Offer an own word no more; past check-ins keep it."""
        quick = [one for one in self.quick() if one != word]
        with self._journal.write(_("Word removed: {word}").format(word=word)) as db:
            db.table("feeling").delete_where("word = ?", [word])
            self._leave_out(add=word)
            if len(quick) < len(self.quick()):
                self._settings.store("quick_feelings", quick, today=self._recording.today())

    def _checked(self, word: str, instead_of: str = "") -> str:
        kept = clean_name(word, _("A feeling word"), FEELING_LIMIT)
        if not kept:
            raise InvalidInput(_("Write a word first."))
        if "," in kept:
            raise InvalidInput(_("One word at a time, without a comma."))
        taken = {one.casefold() for one in self.words() if one != instead_of} | _BUILT_IN
        if kept.casefold() in taken:
            raise InvalidInput(_("“{word}” is there already.").format(word=kept))
        return kept

    def _leave_out(self, add: str = "", remove: str = "") -> None:
        """Change which words of past check-ins are not offered, as part of an open step."""
        before = list(self._settings.get(_LEFT_OUT))
        after = [word for word in before if word.casefold() != remove.casefold()]
        if add and add not in after and add.casefold() != remove.casefold():
            after.append(add)
        if after != before:
            self._settings.store(_LEFT_OUT, after, today=self._recording.today())

    def _read(self) -> tuple[FeelingGroup, ...]:
        added = [
            (row["word"], row["mood_group"] if row["mood_group"] in range(UNGROUPED) else UNGROUPED)
            for row in self._journal.query("SELECT word, mood_group FROM feeling ORDER BY id")
        ]
        known = _BUILT_IN | {word.casefold() for word, _group in added}
        left_out = {word.casefold() for word in self._settings.get(_LEFT_OUT)}
        used = [
            row["word"]
            for row in self._journal.query(
                "SELECT word FROM check_in_feeling GROUP BY word ORDER BY count(*) DESC, word"
                " LIMIT 60"
            )
        ]
        for word in used:
            if word.casefold() not in known | left_out:
                known.add(word.casefold())
                added.append((word, UNGROUPED))
        return tuple(
            FeelingGroup(
                number,
                (*words, *(own := tuple(word for word, group in added if group == number))),
                own,
            )
            for number, words in enumerate((*FEELING_GROUPS, ()))
        )

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & {"feeling", "check_in_feeling", "setting"}:
            self._known = None
