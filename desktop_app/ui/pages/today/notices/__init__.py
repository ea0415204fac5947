"""What Today says above the day: one quiet sentence at a time, with its answers."""
