"""School (F5): a card per school, and the form behind it."""
