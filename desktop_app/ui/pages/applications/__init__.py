"""The Applications page."""
