"""Sharing with partners: consent, agreements, the message without content."""
