"""Reads busy times out of a calendar file (.ics) and forgets all the rest (contract 3).

The way of a file: `tekst` (bytes to lines) → `onderdelen` (is it whole; only the properties that count) →
`kop` and `afspraak` (one VEVENT), with `zones` → `reeks` (all VEVENTs of one UID) → `instanties` and
`uitrollen` (its rule) → `lezen` (the answer). `grenzen` says how much a file may ask.
"""
