"""What holds the app and its screens together: commands, keys, threads, locking, colours, the crash net."""
