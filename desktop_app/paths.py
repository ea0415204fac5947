"""Where the journal and the resources live."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder() -> Path:
    """Return the person's data folder of this system; it need not exist yet."""
    from platformdirs import user_data_path  # late: costs 15 ms that --journal saves

    return user_data_path("upswing", appauthor=False)


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
