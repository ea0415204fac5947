"""Mathematics over the person's days; no input or output."""
