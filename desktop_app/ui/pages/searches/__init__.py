"""The searches so far: all of them in a list, and one page for each that honours what was done."""
