"""The colours."""

from __future__ import annotations

from textual.theme import Theme

KERNTEAM_THEMA = Theme(
    name="kernteam",
    primary="#5fafaf",
    secondary="#5f5f5f",
    accent="#5fafaf",
    foreground="#d7d7d7",
    background="#1c1c1c",
    surface="#262626",
    panel="#303030",
    warning="#d7af5f",
    error="#d7875f",
    success="#87af87",
    dark=True,
    variables={
        "block-cursor-background": "#005f5f",
        "block-cursor-foreground": "#d7d7d7",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#303030",
        "block-cursor-blurred-foreground": "#d7d7d7",
        "block-cursor-blurred-text-style": "none",
    },
)
"""One accent; every colour is one of the 256 that plain terminals have. A marked row looks the same in
every list."""
