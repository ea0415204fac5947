"""Names that no two records share."""

import os


def new_uid(size: int = 12) -> str:
    """Return random hexadecimal digits, two for each byte of ``size``."""
    return os.urandom(size).hex()
