"""The door: the plain line mode, readable without a full screen."""
