"""Pictures as files."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import tokens
from desktop_app.charts.picture import render
from desktop_app.domain.errors import InvalidInput, UpswingError
from tests.charts.searches import search

STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.mark.parametrize("ending", STARTS)
def test_a_picture_is_written_in_each_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"momentum.{ending}"
    render(search(60, noes=3), tokens.LIGHT, path, (984, 300))
    content = path.read_bytes()
    assert content.startswith(STARTS[ending])
    assert b"Momentum" in content
    assert path.stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_equal_data_make_equal_files(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "a.png", "b.png"):
        render(search(60), tokens.DARK, tmp_path / name)
    for ending in ("pdf", "png"):
        one, two = ((tmp_path / f"{name}.{ending}").read_bytes() for name in "ab")
        assert one == two


def test_an_unknown_ending_is_a_sentence_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"\.png, \.svg and \.pdf"):
        render(search(5), tokens.LIGHT, tmp_path / "momentum.gif")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UpswingError, match="could not be written"):
        render(search(5), tokens.LIGHT, tmp_path / "nowhere" / "momentum.png")


def test_what_was_there_is_unchanged_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "momentum.png"
    path.mkdir()
    (path / "kept").write_text("kept")
    with pytest.raises(UpswingError):
        render(search(5), tokens.LIGHT, path)
    assert (path / "kept").read_text() == "kept"
    assert [file.name for file in tmp_path.iterdir()] == ["momentum.png"]


def test_it_loads_neither_qt_nor_pyplot(repository: Path) -> None:
    code = (
        "import sys; import desktop_app.charts.picture;"
        "assert not [m for m in sys.modules if 'PySide6' in m or m == 'matplotlib.pyplot']"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def test_charts_draw_in_dejavu_where_figtree_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.charts import style

    style.families.cache_clear()
    style.text_width.cache_clear()
    monkeypatch.setattr(style, "resource", lambda *parts: Path(tmp_path, *parts))
    try:
        assert style.families() == ("DejaVu Sans",)
        render(search(30), tokens.LIGHT, tmp_path / "momentum.svg")
    finally:
        style.families.cache_clear()
        style.text_width.cache_clear()
