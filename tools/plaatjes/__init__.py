"""The pictures of README and handleiding: every screen at 80x24 and at 120x40, of the real program."""
