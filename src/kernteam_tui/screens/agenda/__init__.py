"""Agendas of the kernteam: the list, and reading one in."""
