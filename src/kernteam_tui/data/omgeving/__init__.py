"""What the system tells about the place where a store lies: kind of drive, cloud folder, disk encryption.

Standard library only. Nothing here raises: what cannot be told is unknown, and said so.
"""
