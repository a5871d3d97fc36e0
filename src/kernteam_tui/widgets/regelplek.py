"""Where the mark of a list goes when the list is filled anew."""

from __future__ import annotations

from collections.abc import Sequence


def plek_na(sleutel: str | None, eerder: Sequence[str], nu: Sequence[str]) -> int:
    """Number of the row that gets the mark: the same key, or what took the place of the row that is gone.

    That is the row after the nearest one above it that is still there; the last where nothing comes
    after it, and the first where nothing above it stayed.
    """
    places = {own: number for number, own in enumerate(nu)}
    if sleutel in places:
        return places[sleutel]
    above = eerder[: eerder.index(sleutel)] if sleutel in eerder else ()
    last = next((places[own] for own in reversed(above) if own in places), -1)
    return max(0, min(last + 1, len(nu) - 1))
