"""Floor 4: one file per screen; shows values and sends commands."""
