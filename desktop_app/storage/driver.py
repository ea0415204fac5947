"""The one SQLite of the program: sqlcipher3, also underneath sqlite-utils.

Whoever needs SQLite's exceptions, connections or sqlite-utils takes them from here.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from sqlite3 import Connection, DatabaseError, Error, OperationalError, Row

    from sqlite_utils import Database
else:
    from sqlcipher3 import dbapi2 as sqlite3

    Connection = sqlite3.Connection
    DatabaseError = sqlite3.DatabaseError
    Error = sqlite3.Error
    OperationalError = sqlite3.OperationalError
    Row = sqlite3.Row

__all__ = [
    "Connection",
    "DatabaseError",
    "Error",
    "OperationalError",
    "Row",
    "connect",
    "utils_database",
]


def connect(uri: str) -> Connection:
    """Open a connection without implicit transactions, usable from any thread."""
    connection = sqlite3.connect(
        uri, uri=True, timeout=0, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = Row
    return connection


def utils_database(connection: Connection) -> Database:
    """Return sqlite-utils' view of a connection; the first call imports it (0.07 s)."""
    return _load_sqlite_utils()(connection, execute_plugins=False, recursive_triggers=True)


def _load_sqlite_utils() -> type[Database]:
    """Import sqlite-utils over this driver and without numpy, which it only uses if present."""
    with _import_lock:
        if "sqlite_utils" not in sys.modules:
            _import_over_this_driver()
    import sqlite_utils.db
    from sqlite_utils import Database as Loaded

    module = sqlite_utils.db
    if getattr(module, "sqlite3", None) is not sqlite3:
        raise RuntimeError("sqlite-utils was imported before the driver, over another SQLite")
    return Loaded


_import_lock = threading.Lock()


def _import_over_this_driver() -> None:
    from sqlcipher3 import dbapi2

    aliases = {"pysqlite3": dbapi2, "pysqlite3.dbapi2": dbapi2}
    modules: dict[str, object] = sys.modules  # type: ignore[assignment] # None marks "not there"
    former = {name: modules.get(name) for name in (*aliases, "numpy")}
    modules.update(aliases, numpy=None)
    try:
        import sqlite_utils.db  # noqa: F401 - imported for its effect on sys.modules
    finally:
        for name, module in former.items():
            if module is None:
                modules.pop(name, None)
            else:
                modules[name] = module
