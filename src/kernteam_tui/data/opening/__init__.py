"""From a folder to an opened store: its files, the lock, looks from outside, the keyed connection."""
