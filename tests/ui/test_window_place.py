"""The window comes back where it was, and never where no screen is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtWidgets import QMainWindow

from desktop_app.paths import config_folder
from desktop_app.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "window.ini"


def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setMinimumSize(300, 200)
    return made


def kept(qtbot: QtBot, file: Path, place: QRect, *, maximised: bool = False) -> None:
    """Let a window stand somewhere and close."""
    former = window(qtbot)
    former.setGeometry(place)
    former.show()
    if maximised:
        former.showMaximized()
    WindowPlace(file, former).save()
    former.close()


def test_it_comes_back_where_it_was(qtbot: QtBot, qapp: QApplication, file: Path) -> None:
    place = QRect(40, 60, 500, 400)
    kept(qtbot, file, place)
    again = window(qtbot)
    assert WindowPlace(file, again).restore()
    assert again.geometry() == place


def test_the_file_is_the_persons_alone(qtbot: QtBot, file: Path) -> None:
    kept(qtbot, file, QRect(0, 0, 400, 300))
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_new_window_has_no_place(qtbot: QtBot, file: Path) -> None:
    assert not WindowPlace(file, window(qtbot)).restore()


def test_it_stays_maximised_and_knows_its_size_before(
    qtbot: QtBot, qapp: QApplication, file: Path
) -> None:
    kept(qtbot, file, QRect(40, 60, 500, 400), maximised=True)
    again = window(qtbot)
    assert WindowPlace(file, again).restore()
    assert again.isMaximized()
    assert again.normalGeometry() == QRect(40, 60, 500, 400)


@pytest.mark.parametrize(
    "place", [QRect(5000, 4000, 500, 400), QRect(-3000, -2000, 500, 400), QRect(0, 0, 9000, 7000)]
)
def test_it_is_moved_back_where_its_screen_is_gone(
    qtbot: QtBot, qapp: QApplication, file: Path, place: QRect
) -> None:
    kept(qtbot, file, place)
    again = window(qtbot)
    assert WindowPlace(file, again).restore()
    screen = qapp.primaryScreen().availableGeometry()
    assert screen.contains(again.geometry())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe not an ini",
        b"[General]\ngeometry=17\n",
        b"[General]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3)\n",
        b"[General]\ngeometry=@Variant(\\0\\0\\0\\x7f)\n",
    ],
)
def test_a_damaged_file_is_no_place(
    qtbot: QtBot, qapp: QApplication, file: Path, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    again = window(qtbot)
    again.resize(400, 300)
    assert not WindowPlace(file, again).restore()
    assert (again.width(), again.height()) == (400, 300)


def test_a_cut_place_is_no_place(qtbot: QtBot, qapp: QApplication, file: Path) -> None:
    kept(qtbot, file, QRect(40, 60, 500, 400))
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    whole = settings.value("geometry")
    for length in (0, 1, 8, 20):
        settings.setValue("geometry", QByteArray(whole.data()[:length]))
        settings.sync()
        assert not WindowPlace(file, window(qtbot)).restore()


def test_a_folder_in_its_place_troubles_nobody(qtbot: QtBot, file: Path) -> None:
    file.mkdir(parents=True)
    place = WindowPlace(file, window(qtbot))
    assert not place.restore()
    place.save()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the short way is Linux's")
@pytest.mark.parametrize("named", ["/somewhere/config", ""])
def test_the_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", named)
    assert config_folder() == user_config_path("upswing", appauthor=False)
