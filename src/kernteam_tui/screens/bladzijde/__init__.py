"""The page for parents: for whom, how, looking at it together, and what was given."""
