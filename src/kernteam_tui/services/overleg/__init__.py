"""The weekly kernpartneroverleg: its agenda, what each partner may hear, what was agreed, and its paper."""
