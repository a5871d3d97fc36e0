"""Backups: the file (`pak`), making, keeping, looking in, putting back, making anew, and its keys."""
