"""Backups on the screen: the list, and one of them to look into and put back."""
