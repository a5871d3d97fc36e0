"""The netwerkkaart on the screen, and the form of who stands on it."""
