"""Where the journal lies, what can be brought in, and its backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.backup import BY_HAND
from desktop_app.i18n import _, full_day
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.wrapping_label import WrappingLabel
from desktop_app.ui.workers import Job

if TYPE_CHECKING:
    from desktop_app.domain.backup import Backup

MOST_SHOWN = 8


class FilesSection(Section):
    """The journal's place, import, and backups."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Files"))
        look = parts.appearance
        px = look.px
        self.copy = Button(look, _("Copy"), icon="copy", small=True)
        self.folder = Button(look, _("Show in folder"), icon="folder-open", small=True)
        self.bring = Button(look, _("Import…"), icon="file-import", small=True)
        self.back_up = Button(look, _("Back up now"), icon="archive", small=True)
        place = FlowBox(px(8), px(8))
        for button in (self.copy, self.folder):
            place.add(button)
        path = str(parts.services.path)
        self.add(SettingRow(look, _("Your journal"), path, place, found_by=_("path file folder")))
        self.add(
            SettingRow(
                look,
                _("Bring a search in"),
                _("A table of applications, or another program's history."),
                self.bring,
                found_by=_("import csv spreadsheet"),
            )
        )
        self._made = QWidget()
        self._list = QVBoxLayout(self._made)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(px(4))
        found_by = _("backup copy restore safe")
        self._backups = self.add(
            SettingRow(look, _("Backups"), "", self.back_up, found_by=found_by)
        )
        self.add(
            SettingRow(look, _("Made so far"), "", self._made, found_by=found_by, below=True),
            line=False,
        )
        self._job: Job | None = None
        self.copy.clicked.connect(self._on_copy)
        self.folder.clicked.connect(self._on_folder)
        self.bring.clicked.connect(self._on_import)
        self.back_up.clicked.connect(self._on_back_up)

    def refresh(self) -> None:
        """Show the backups there are."""
        upkeep = self.parts.services.upkeep
        made = upkeep.backups()
        self._backups.explain(
            _("Checked copies beside the journal, made before each import and each new version.")
        )
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        words = [backup_words(backup) for backup in made[:MOST_SHOWN]] or [_("None yet.")]
        if len(made) > MOST_SHOWN:
            words.append(
                _("{n} older ones in {folder}").format(
                    n=len(made) - MOST_SHOWN, folder=upkeep.backup_folder
                )
            )
        for line in words:
            self._list.addWidget(WrappingLabel(self.parts.appearance, line, tone="text2"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.parts.services.path))
        self.parts.messages.say(_("Path copied"))

    def _on_folder(self) -> None:
        folder = self.parts.services.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.parts.messages.say(
                _("No program opens folders here. The journal lies in {folder}").format(
                    folder=folder
                )
            )

    def _on_import(self) -> None:
        self.parts.run("import")

    def _on_back_up(self) -> None:
        if self._job is not None:
            return
        self.back_up.setEnabled(False)
        self.back_up.setText(_("Backing up…"))
        upkeep = self.parts.services.upkeep
        self._job = job = Job(lambda: upkeep.back_up(BY_HAND), self)
        job.finished.connect(self._on_backed_up)
        job.failed.connect(self._on_failed)
        job.run_in(QThreadPool.globalInstance())

    def _on_backed_up(self, _path: object) -> None:
        self._end()
        self.parts.messages.say(_("Backup made and checked"))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.parts.messages.say(str(error))

    def _end(self) -> None:
        self._job = None
        self.back_up.setText(_("Back up now"))
        self.back_up.setEnabled(True)
        self.refresh()


def backup_words(backup: Backup) -> str:
    """Return one backup as a line: its day and time, why it was made, its size."""
    why = {
        BY_HAND: _("asked for"),
        "import": _("before an import"),
        "upgrade": _("before a new version"),
    }.get(backup.why, backup.why)
    return _("{day}, {time} · {why} · {size}").format(
        day=full_day(backup.made.date()),
        time=f"{backup.made:%H:%M}",
        why=why,
        size=_("{n} KB").format(n=max(1, round(backup.size / 1024))),
    )
