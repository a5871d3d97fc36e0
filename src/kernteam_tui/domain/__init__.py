"""Floor 1: what the work is. Plain dataclasses and functions; Python's standard library only."""
