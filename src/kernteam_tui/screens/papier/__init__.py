"""What screens of a paper share: looking at it, what stays out of it, and where its file is."""
