"""Floor 3: one function per thing a user does."""
