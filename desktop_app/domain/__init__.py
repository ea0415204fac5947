"""Dataclasses and rules; standard library only."""
