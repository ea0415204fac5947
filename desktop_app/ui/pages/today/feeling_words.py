"""Which words the row of feelings has: a few first, all on demand, and one's own written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.mood import FEELING_LIMIT, MOST_FEELINGS, QUICK_FEELINGS
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.widgets.chips import ChipRow


class FeelingWords:
    """Keeps the words of one row."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        choose: Callable[[tuple[str, ...]], object],
    ) -> None:
        """Know the first words; the row comes with ``attach``.

        Args:
            services: the use cases.
            messages: where it says what was done, or why not.
            choose: gives the check-in other words.
        """
        self._services = services
        self._messages = messages
        self._choose = choose
        self._row: ChipRow | None = None
        self._knows_all = False
        self._words: tuple[str, ...] = ()
        self._quick = quick_words(services)

    @property
    def quick(self) -> tuple[str, ...]:
        """The words that always show."""
        return self._quick

    def attach(self, row: ChipRow) -> None:
        """Serve a row that shows the first words."""
        self._row = row
        row.refused.connect(self._messages.say)
        row.more_asked.connect(self.know_all)
        row.word_written.connect(self._on_written)

    def know_all(self) -> None:
        """Give the row every word, the person's own included."""
        if self._row is not None and not self._knows_all:
            self._knows_all = True
            self._row.take_own_words(_("+ own word"), _("Own feeling word"), FEELING_LIMIT)
            self._show()

    def take_changes(self) -> None:
        """Take over what Settings say of the words."""
        if self._row is None:
            self._quick = quick_words(self._services)
        elif self._knows_all:
            self._show()
        elif self._quick != quick_words(self._services):
            self.know_all()

    def show_chosen(self, words: Sequence[str]) -> None:
        """Check the words of a check-in."""
        if set(words) - set(self._quick):
            self.know_all()
        if self._row is not None:
            self._row.set_chosen(words)

    def show_few(self) -> None:
        """Show the first words again, and those that are checked."""
        if self._row is not None and self._knows_all:
            self._row.show_all(False)

    def _show(self) -> None:
        words, quick = self._services.feelings.words(), quick_words(self._services)
        if self._row is not None and (words, quick) != (self._words, self._quick):
            self._words, self._quick = words, quick
            self._row.set_words(labelled(quick), labelled(words))

    def _on_written(self, word: str) -> None:
        """Choose a word of the person's own, which is among the words from now on."""
        row, feelings, messages = self._row, self._services.feelings, self._messages
        if row is None:
            return
        chosen = row.chosen
        known = feelings.find(word)
        full = len(chosen) >= MOST_FEELINGS and known not in chosen

        def choose(kept: str) -> None:
            if not full and kept not in chosen:
                self._choose((*chosen, kept))

        if known is not None:
            choose(known)
        else:
            known = messages.attempt(lambda: feelings.add(word, also=choose))
            if known is None:
                return
        row.close_own_word()
        self._show()
        row.focus_word(known)
        if full:
            sentence = _("“{word}” can be chosen now. Three fit; take one back first.")
            messages.say(sentence.format(word=known), undo=True)


def quick_words(services: Services) -> tuple[str, ...]:
    """Return the feeling words that stand first; the service is asked only where some are chosen.

    It is not needed at most starts, and neither is its module.
    """
    chosen = services.settings.get("quick_feelings")
    return QUICK_FEELINGS if chosen is None else services.feelings.quick()


def labelled(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return feeling words as the chips take them: key and label."""
    return [(word, word) for word in words]
