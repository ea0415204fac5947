"""Icons and fonts are found however Upswing was installed, and are what the design names."""

import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop_app.domain.kinds import DEFAULT_KINDS, KIND_ICONS
from desktop_app.paths import resource

SVG = "{http://www.w3.org/2000/svg}"
ICONS = sorted(path for path in resource("icons").glob("*.svg") if path.stem != "upswing")
FONTS = ("Figtree-Regular.ttf", "Figtree-Medium.ttf", "Figtree-SemiBold.ttf")
NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "build", "dist"
)

# Without site-packages, so that only the given folder can hold the package.
PROBE = """
import site, sys
site.addsitedir(sys.argv[1])
from desktop_app.paths import resource
print(resource("icons", "sun.svg").resolve())
"""


def found_from(site_folder: Path, elsewhere: Path) -> Path:
    """Return where a fresh process that stands elsewhere finds the icon sun.svg."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", PROBE, str(site_folder)],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


def build(source: Path, out: Path, *options: str) -> None:
    """Build distributions of a source folder with the installed hatchling, without a network."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), *options]
    done = subprocess.run(
        [*command, str(source)], capture_output=True, text=True, check=False, cwd=source
    )
    assert done.returncode == 0, done.stdout + done.stderr


def unpacked_wheel(folder: Path) -> Path:
    """Unpack the one wheel of a folder beside it."""
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def checkout(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the source, so that no build leaves anything in the repository."""
    copy = tmp_path_factory.mktemp("source") / "upswing"
    shutil.copytree(repository, copy, ignore=NOT_SOURCE)
    return copy


def test_a_bare_checkout_finds_its_resources(checkout: Path, tmp_path: Path) -> None:
    assert found_from(checkout, tmp_path) == checkout / "resources/icons/sun.svg"


def test_an_editable_install_finds_the_resources_of_the_checkout(
    checkout: Path, tmp_path: Path
) -> None:
    hook = "import sys, hatchling.build as b; b.build_editable(sys.argv[1])"
    subprocess.run([sys.executable, "-c", hook, str(tmp_path)], cwd=checkout, check=True)
    found = found_from(unpacked_wheel(tmp_path), tmp_path)
    assert found == checkout / "resources/icons/sun.svg"


def test_a_wheel_finds_its_resources(checkout: Path, tmp_path: Path) -> None:
    build(checkout, tmp_path, "--wheel")
    site = unpacked_wheel(tmp_path)
    assert found_from(site, tmp_path) == site / "desktop_app/resources/icons/sun.svg"
    carried = {path.name for path in (site / "desktop_app/resources").rglob("*") if path.is_file()}
    assert carried == {path.name for path in resource().rglob("*") if path.is_file()}


def test_the_wheel_of_an_sdist_finds_its_resources(checkout: Path, tmp_path: Path) -> None:
    build(checkout, tmp_path)
    site = unpacked_wheel(tmp_path)
    assert found_from(site, tmp_path) == site / "desktop_app/resources/icons/sun.svg"
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"Makefile", ".ci/run", "tests/conftest.py", "resources/fonts/OFL.txt"} <= names


@pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_stroke_of_the_design_and_takes_any_colour(icon: Path) -> None:
    root = ElementTree.parse(icon).getroot()
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("stroke-width"), root.get("fill")) == (
        "currentColor", "1.75", "none",
    )  # fmt: skip
    assert [part for part in root.iter() if part.tag != root.tag], "nothing is drawn"
    assert not re.search("<!--|<script|href", icon.read_text())


def test_every_kind_of_activity_has_its_icon() -> None:
    assert {*KIND_ICONS, *(kind.icon for kind in DEFAULT_KINDS)} <= {path.stem for path in ICONS}


def test_every_mood_has_its_face() -> None:
    faces = {"mood-sad-2", "mood-sad", "mood-empty", "mood-smile", "mood-happy"}
    assert faces <= {path.stem for path in ICONS}


def test_the_application_has_an_icon_in_its_accent() -> None:
    root = ElementTree.parse(resource("icons", "upswing.svg")).getroot()
    board = root.find(f"{SVG}rect")
    assert board is not None
    assert board.get("fill") == "#1F6B5C"


@pytest.mark.parametrize("name", FONTS)
def test_a_font_has_figures_of_one_width(name: str) -> None:
    from fontTools.ttLib import TTFont

    with TTFont(resource("fonts", name)) as font:
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        weight = font["OS/2"].usWeightClass
    assert "tnum" in features
    assert weight == {"Regular": 400, "Medium": 500, "SemiBold": 600}[Path(name).stem[8:]]


def test_what_was_drawn_by_others_keeps_its_licence() -> None:
    assert "Permission is hereby granted" in resource("icons", "LICENSE").read_text("utf-8")
    assert "SIL Open Font License" in resource("fonts", "OFL.txt").read_text("utf-8")
