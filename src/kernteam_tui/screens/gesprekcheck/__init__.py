"""The checklist before a talk."""
