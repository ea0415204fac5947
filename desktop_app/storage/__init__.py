"""The journal file: driver, opening, migrations, undo log and backups."""
