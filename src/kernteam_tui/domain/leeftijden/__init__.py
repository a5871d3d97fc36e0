"""The birthdays that change what the law says: when they are, what changes, and who is told (S70)."""
