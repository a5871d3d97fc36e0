"""Looks at the store: one file per question, rows straight into frozen dataclasses."""
