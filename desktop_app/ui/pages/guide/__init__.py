"""The guide: a no led through the four steps, each of which can be skipped and left."""
