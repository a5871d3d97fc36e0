"""Floor 4: pieces that several screens share."""
