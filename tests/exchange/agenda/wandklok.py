"""Moments as a calendar writes them where it names no zone: what the clock on the wall says."""

from __future__ import annotations

from datetime import datetime


def wand(jaar: int, maand: int, dag: int, uur: int = 0, minuut: int = 0) -> datetime:
    """A moment without a zone, which is what the reader has to work with."""
    return datetime(jaar, maand, dag, uur, minuut)  # noqa: DTZ001  # the point of these tests
