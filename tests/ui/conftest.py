"""What makes hundreds of apps in one process quick: each style sheet is read once, not once per app."""

from __future__ import annotations

from typing import Any

from textual.css.stylesheet import Stylesheet

_lees_regels = Stylesheet._parse_rules
_gelezen: dict[tuple[object, ...], Any] = {}


def _een_keer(self: Stylesheet, *wat: Any, **hoe: Any) -> Any:
    """The rules of this text with these colours; they are the same, and never change, whoever asks."""
    sleutel = (wat, tuple(sorted(hoe.items())), tuple(sorted(self._variables.items())))
    if sleutel not in _gelezen:
        _gelezen[sleutel] = _lees_regels(self, *wat, **hoe)
    return _gelezen[sleutel]


Stylesheet._parse_rules = _een_keer  # type: ignore[method-assign]  # a private step, and only in tests
