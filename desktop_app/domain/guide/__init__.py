"""The four steps after a no: what each asks, how deep it goes, and its words."""
