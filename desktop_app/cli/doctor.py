"""What this machine lacks for Upswing; looks at modules and libraries, opens no window."""

from __future__ import annotations

import os
import shutil
import sys
from ctypes import CDLL
from dataclasses import dataclass
from importlib.util import find_spec

from desktop_app.i18n import _

# Module: the distribution that brings it. The same as dependencies in pyproject.toml.
MODULES = {
    "PySide6": "PySide6-Essentials",
    "matplotlib": "matplotlib",
    "scipy": "scipy",
    "sqlite_utils": "sqlite-utils",
    "sqlcipher3": "sqlcipher3",
    "platformdirs": "platformdirs",
    "click": "click",
    "charset_normalizer": "charset-normalizer",
    "rapidfuzz": "rapidfuzz",
}
# Library that Qt's wheel expects of a Linux system: its package on Debian and Ubuntu. The same
# packages as in .ci/system-libraries.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


@dataclass(frozen=True)
class Lack:
    """Modules and system libraries that are missing, by the names above."""

    modules: tuple[str, ...]
    libraries: tuple[str, ...]


def lack() -> Lack:
    """Return what is missing."""
    modules = tuple(name for name in MODULES if find_spec(name) is None)
    linux = sys.platform.startswith("linux")
    libraries = tuple(name for name in LIBRARIES if linux and not _loads(name))
    return Lack(modules, libraries)


def remedy(missing: Lack, *, has_apt: bool, is_root: bool) -> str:
    """Return one line: a command to paste, or what to install where no command is known."""
    commands = []
    if missing.libraries and has_apt:
        packages = " ".join(LIBRARIES[name] for name in missing.libraries)
        sudo = "" if is_root else "sudo "
        commands.append(f"{sudo}apt-get install -y --no-install-recommends {packages}")
    if missing.modules:
        names = " ".join(MODULES[name] for name in missing.modules)
        commands.append(f"{sys.executable} -m pip install {names}")
    if missing.libraries and not has_apt:
        names = ", ".join(missing.libraries)
        commands.append(
            _("# Install with your system's package manager: {names}").format(names=names)
        )
    return " && ".join(commands[:2]) if has_apt else "; ".join(commands)


def report() -> int:
    """Print what to do, and return 0 where nothing is missing, else 2."""
    missing = lack()
    if not missing.modules and not missing.libraries:
        print(_("Nothing is missing."))  # noqa: T201 - the command speaks on standard output
        return 0
    is_root = os.name != "nt" and os.geteuid() == 0
    print(remedy(missing, has_apt=shutil.which("apt-get") is not None, is_root=is_root))  # noqa: T201
    print(  # noqa: T201
        _("Missing here: {names}.").format(names=", ".join((*missing.modules, *missing.libraries))),
        file=sys.stderr,
    )
    return 2


def _loads(library: str) -> bool:
    try:
        CDLL(library)
    except OSError:
        return False
    return True
