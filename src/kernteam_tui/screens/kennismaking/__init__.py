"""The kennismaking, and why a first talk is later: two forms about the time before the help begins."""
