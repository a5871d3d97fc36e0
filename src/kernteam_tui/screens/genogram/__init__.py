"""The genogram on the screen."""
