"""What is kept, where, and who can read it."""

from __future__ import annotations

from desktop_app.i18n import _
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section


class PrivacySection(Section):
    """Plain sentences; nothing to set."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Privacy"))
        path = parts.services.path
        for title, sentence in (
            (
                _("What is kept"),
                _(
                    "What you enter: check-ins, what you did, applications, rejections, lessons,"
                    " notes and these settings. Nothing is recorded beside that."
                ),
            ),
            (_("Where"), _("In one file on this computer: {path}").format(path=path)),
            (
                _("Who can read it"),
                _(
                    "You, and whoever can use your account on this computer. Upswing sets the"
                    " file's rights so that other accounts can't read it. It is not encrypted."
                ),
            ),
            (
                _("No network"),
                _(
                    "Upswing opens no connection: no account, no statistics, no look for updates."
                    " A link that you open opens in your browser."
                ),
            ),
            (
                _("Backups"),
                _(
                    "Copies of the journal lie beside it, with the same rights. They hold what was"
                    " in it on their day, also what you deleted later: {folder}"
                ).format(folder=parts.services.upkeep.backup_folder),
            ),
        ):
            self.add(SettingRow(parts.appearance, title, sentence, found_by=_("data secret safe")))
