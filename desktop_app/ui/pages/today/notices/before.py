"""Before an interview: the lessons that fit what is planned soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.stages import stage_label
from desktop_app.i18n import _, ngettext, weekday_name
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.offers import Coming

_FEW = 3
_LONGEST = 160


class BeforeNotice(NoticeSource):
    """Shows a few lessons from three days before a planned stage; put away, until the next one."""

    tables = frozenset(
        {"stage_event", "lesson", "practice", "application", "hint_dismissed", "search"}
    )

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the lessons while a stage is near, on today alone."""
        coming = self.services.offers.coming() if day == today else None
        if coming is None:
            return None
        lines = [_one_line(one.text) for one in coming.lessons[:_FEW]]
        rest = len(coming.lessons) - _FEW
        if rest > 0:
            lines.append(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
        return Notice(
            _sentence(coming, today),
            "\n".join(lines),
            (Answer(_("Show the lessons"), self._show),),
            lambda: self._put_away(coming.event_id),
        )

    def _show(self) -> None:
        self.run("page:lessons")

    def _put_away(self, event_id: int) -> None:
        if self.messages.done(lambda: self.services.offers.put_coming_away(event_id)):
            self.messages.say(_("Put away until the next one"), undo=True)


def _sentence(coming: Coming, today: date) -> str:
    away = (coming.day - today).days
    when = {0: _("today"), 1: _("tomorrow")}.get(away)
    when = when or _("on {weekday}").format(weekday=weekday_name(coming.day.weekday()))
    return _("{stage} with {employer} {when}. Your lessons for it:").format(
        stage=stage_label(coming.stage), employer=coming.employer[:80], when=when
    )


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:_LONGEST].rstrip()} …" if len(line) > _LONGEST else line
