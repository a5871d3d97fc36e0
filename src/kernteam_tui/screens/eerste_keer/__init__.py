"""The first run: from an empty computer to an opened store with a school, a file for each step."""
