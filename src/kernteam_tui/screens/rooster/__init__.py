"""Wie is er wanneer: the pattern and the real week of a school, who is away, its own days and hours."""
