"""The command palette: every action, and what else is found by its words."""
