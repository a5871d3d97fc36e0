"""Kernteam: the working copy of a gezinswerker's caseload, in a terminal."""

__version__ = "0.1.0"
