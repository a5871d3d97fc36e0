"""Who gets into the store: the list, and one screen of steps for each change."""
