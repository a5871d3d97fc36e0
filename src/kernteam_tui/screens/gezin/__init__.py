"""Screens about the family: typing it all at once, households, ties, brothers and sisters, school years."""
