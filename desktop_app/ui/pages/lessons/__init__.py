"""The Lessons page: what was learned, and what was asked of people."""
