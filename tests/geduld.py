"""How long a test waits for what comes by itself, on a machine that does ten other things at once."""

from __future__ import annotations

GEDULD = 300.0
"""Seconds for a screen, a thread or another process: only what hangs runs into it."""
