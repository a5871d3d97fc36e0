"""The genogram: who belongs to whom in a family, laid out and drawn (domain 7). Knows no store and no file.

`Stamboom` (what is known) -> `maak_tekening` (where everything stands) -> `teken_tekst`, or a PDF (exchange).
"""
