"""Floor 2: everything that knows SQLCipher, SQLAlchemy or key files."""
