"""The search index: its rows, how they are kept in step, and finding words in them."""
