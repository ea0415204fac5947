"""Everything the window can do, by name: its words, its keys, and where they count."""
