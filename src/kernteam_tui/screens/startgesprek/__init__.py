"""Planning a startgesprek: proposals, what was chosen along the way, and who is asked."""
