"""The Textual app, in parts that each know only the one before. No rules, no SQL.

`basis` (state), `gang` (from screen to screen), `slot` (opening, locking, ending),
`gesloten` (work on the closed store), `opdrachten`, `kernteam`.
"""

from __future__ import annotations

from kernteam_tui.app.kernteam import KernteamApp

__all__ = ["KernteamApp"]
