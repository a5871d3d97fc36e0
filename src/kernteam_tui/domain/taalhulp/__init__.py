"""Help with plain language in what the worker writes and a family will read: places, with what to do there.

Nothing here judges a reader and no text gets a level (domain 5.1, 5.3). What stands between quotation marks
is somebody's own words and is never looked at. The lists of words are passed in.
"""
