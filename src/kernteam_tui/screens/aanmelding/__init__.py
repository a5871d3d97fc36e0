"""The form for a new casus."""
