"""Use cases, one small module each; no Qt, no matplotlib."""
