"""The weekly kernpartneroverleg: its agenda, the table, what was said, the paper, and earlier ones."""
