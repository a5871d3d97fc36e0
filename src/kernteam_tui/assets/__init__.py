"""Data with a source and a date: formats, holidays, sentences, fonts, words."""
