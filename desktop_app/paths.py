"""Where the journal and the resources live."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder() -> Path:
    """Return the person's data folder of this system; it need not exist yet."""
    from platformdirs import user_data_path  # late: costs 15 ms that --journal saves

    return user_data_path("upswing", appauthor=False)


def config_folder() -> Path:
    """Return the person's folder for what concerns this computer alone; it need not exist yet."""
    if os.name == "posix" and sys.platform != "darwin":  # as platformdirs, without its 15 ms
        named = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(named) if named else Path.home() / ".config") / "upswing"
    from platformdirs import user_config_path  # late, as above

    return user_config_path("upswing", appauthor=False)


def default_journal() -> Path:
    """Return the journal to open: UPSWING_JOURNAL when set, else the one in the data folder."""
    named = os.environ.get("UPSWING_JOURNAL")
    return Path(named).expanduser() if named else data_folder() / "journal.upswing"


def resources_folder() -> Path:
    """Return the folder of icons, fonts and texts, in a wheel as in a checkout."""
    packed = _PACKAGE / "resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one resource, such as ``resource("icons", "sun.svg")``."""
    return resources_folder().joinpath(*parts)
