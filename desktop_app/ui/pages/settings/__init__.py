"""Settings: everything that a person can set, each explained in one line."""
