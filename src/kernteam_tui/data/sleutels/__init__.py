"""Keys: how a passphrase or a recovery code gives the data key of the store, and nothing else does."""
